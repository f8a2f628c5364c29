/// The states that the line has had, for taking back what was done to it.
nonisolated struct LineUndo {
  private static let limit = 200

  private var states: [EditedLine] = []
  /// Whether the newest state came by typing one letter: the next letter of the word joins it.
  private var isTyping = false

  /// Notes how the line is now, if its text has changed.
  mutating func note(_ line: EditedLine) {
    guard let last = states.last else { return states.append(line) }
    guard line.scalars != last.scalars else {
      // The cursor goes back to where it was when the text changes.
      states[states.count - 1] = line
      isTyping = false
      return
    }
    let isLetter = Self.addsLetter(line, to: last)
    if isLetter, isTyping, states.count > 1 {
      states[states.count - 1] = line
    } else {
      states.append(line)
      if states.count > Self.limit { states.removeFirst() }
    }
    isTyping = isLetter
  }

  /// Returns the line as it was before the last change; nil if there was none.
  mutating func undo() -> EditedLine? {
    guard states.count > 1 else { return nil }
    states.removeLast()
    isTyping = false
    return states.last
  }

  private static func addsLetter(_ line: EditedLine, to last: EditedLine) -> Bool {
    guard line.scalars.count == last.scalars.count + 1, line.cursor == last.cursor + 1,
      line.scalars[last.cursor].properties.isAlphabetic
    else { return false }
    return line.scalars[..<last.cursor] == last.scalars[..<last.cursor]
      && line.scalars[line.cursor...] == last.scalars[last.cursor...]
  }
}
