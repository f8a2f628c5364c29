/// A walk through earlier texts with Up and Down.
///
/// It looks for texts that contain what stood before the cursor at the first Up. The line that was
/// being written is kept here: libedit's own history cuts it at 1024 characters.
nonisolated struct HistoryRecall {
  private let entries: [String]
  private var place: Int
  private var draft: EditedLine?
  private var needle = ""
  private var shown = ""

  /// Begins at the newest of `entries`, which are in order of age with the oldest first.
  init(_ entries: [String]) {
    self.entries = entries
    place = entries.count
  }

  /// Whether the line is one that the walk has come to.
  func isUnderWay(at line: EditedLine) -> Bool { draft != nil && line.text == shown }

  /// Returns the next older text that matches, or nil if there is none.
  mutating func older(than line: EditedLine) -> EditedLine? {
    if draft == nil || line.text != shown { begin(with: line) }
    let found = entries[..<place].lastIndex { $0 != shown && matches($0) }
    return found.map { show($0) }
  }

  /// Returns the next newer text that matches, at last the line that was being written; nil if the
  /// line shown is not a recalled one.
  mutating func newer(than line: EditedLine) -> EditedLine? {
    guard let written = draft, line.text == shown else { return nil }
    if place < entries.count {
      let found = entries[(place + 1)...].firstIndex { $0 != shown && matches($0) }
      if let found { return show(found) }
    }
    guard place < entries.count else { return nil }
    place = entries.count
    draft = nil
    return written
  }

  private mutating func begin(with line: EditedLine) {
    draft = line
    needle = line.textBeforeCursor
    shown = line.text
    place = entries.count
  }

  private mutating func show(_ found: Int) -> EditedLine {
    place = found
    shown = entries[found]
    return EditedLine(shown)
  }

  private func matches(_ entry: String) -> Bool {
    needle.isEmpty || entry.contains(needle)
  }
}
