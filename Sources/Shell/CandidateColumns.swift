/// Lays out candidates in columns, filled downwards, as `ls` does.
nonisolated enum CandidateColumns {
  private static let gap = 2

  /// Returns the rows of a table of `items` that is at most `width` cells wide.
  ///
  /// An item that is wider than the screen is cut, and ends in `…`.
  static func rows(_ items: [String], width: Int, cells: (String) -> Int) -> [String] {
    guard !items.isEmpty else { return [] }
    // The last column of the screen stays free: writing there makes some terminals wrap.
    let room = max(width - 1, 1)
    let items = items.map { cut($0, to: room, cells: cells) }
    for height in 1..<max(items.count, 2) {
      let columns = stride(from: 0, to: items.count, by: height).map { start in
        items[start..<min(start + height, items.count)].map { cells($0) }.max() ?? 0
      }
      if columns.reduce(0, +) + gap * (columns.count - 1) <= room {
        return (0..<height).map { row(items, $0, height: height, columns: columns, cells: cells) }
      }
    }
    return items
  }

  private static func row(
    _ items: [String],
    _ number: Int,
    height: Int,
    columns: [Int],
    cells: (String) -> Int
  ) -> String {
    var text = ""
    var padding = 0
    for (column, width) in columns.enumerated() {
      let place = column * height + number
      guard place < items.count else { break }
      text += String(repeating: " ", count: padding) + items[place]
      padding = width - cells(items[place]) + gap
    }
    return text
  }

  /// Cuts `item` to `room` cells.
  static func cut(_ item: String, to room: Int, cells: (String) -> Int) -> String {
    guard cells(item) > room else { return item }
    var kept = ""
    for character in item {
      guard cells(kept + String(character)) < room else { break }
      kept.append(character)
    }
    return kept + "…"
  }
}

/// What TAB does with the proposals for a line.
nonisolated struct CompletionStep: Equatable, Sendable {
  /// A text in place of what stands from `start`, a scalar offset, to the cursor.
  struct Insertion: Equatable, Sendable {
    var start: Int
    var text: String

    /// Inserts a text as it is.
    init(start: Int, text: String) {
      self.start = start
      self.text = text
    }

    /// Inserts a candidate, with a blank after it unless one is there.
    init(_ candidate: Candidate, from start: Int, in line: EditedLine) {
      self.start = start
      text = TypedText.cleaned(candidate.text)
      let blankFollows = line.cursor < line.scalars.count && line.scalars[line.cursor] == " "
      if candidate.addsBlank, !blankFollows { text += " " }
    }
  }

  var insertion: Insertion?
  /// Whether the candidates are shown, because there are several.
  var lists = false

  /// Decides what is sure enough to insert: a sole candidate, or what all candidates begin with.
  ///
  /// A guess is never inserted before it is chosen.
  /// What they have in common is inserted only if it goes on from what has been typed. With `på`
  /// and `pä` as candidates for `p`, nothing is.
  init(_ completion: Completion, line: EditedLine, fold: (String) -> String) {
    let start = line.place(ofUTF8: completion.start)
    guard let start, start <= line.cursor, let first = completion.candidates.first else { return }
    if completion.candidates.count == 1, !first.isGuess {
      insertion = Insertion(first, from: start, in: line)
      return
    }
    lists = true
    if completion.isCut || completion.candidates.contains(where: \.isGuess) { return }
    let typed = String(line.textBeforeCursor.unicodeScalars.dropFirst(start))
    let common = commonPrefix(of: completion.candidates.map { TypedText.cleaned($0.text) })
    if extends(fold(common), fold(typed)) {
      insertion = Insertion(start: start, text: common)
    }
  }
}

/// The longest text that all of `texts` begin with, in whole characters.
nonisolated func commonPrefix(of texts: [String]) -> String {
  guard var prefix = texts.first else { return "" }
  for text in texts.dropFirst() {
    let common = zip(prefix, text).prefix { $0 == $1 }.count
    prefix = String(prefix.prefix(common))
  }
  return prefix
}

nonisolated private func extends(_ longer: String, _ shorter: String) -> Bool {
  longer.count > shorter.count && longer.hasPrefix(shorter)
}
