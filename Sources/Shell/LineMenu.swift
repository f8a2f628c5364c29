/// A list of candidates below the line, of which one may be chosen.
nonisolated struct LineMenu: Equatable, Sendable {
  /// The candidates, and where what they replace begins.
  let completion: Completion
  /// The row that is chosen; none until the user moves.
  private(set) var selection: Int?

  /// Opens a menu where nothing is chosen yet.
  init(_ completion: Completion) { self.completion = completion }

  /// The candidate that is chosen.
  var chosen: Candidate? { selection.map { completion.candidates[$0] } }

  /// Moves the choice down, from the last row to the first.
  mutating func next() { move(by: 1, from: -1) }

  /// Moves the choice up, from the first row to the last.
  mutating func previous() { move(by: -1, from: 0) }

  private mutating func move(by step: Int, from start: Int) {
    let count = completion.candidates.count
    guard count > 0 else { return }
    selection = ((selection ?? start) + step + count) % count
  }
}

/// A row under the line.
nonisolated struct MenuRow: Equatable, Sendable {
  var text: String
  var isSelected = false
}

/// Lays candidates out in rows: the text, the count to the right in its column, and the note.
nonisolated struct MenuLayout {
  private static let gap = 2
  /// A note that has less room than this is left out.
  private static let narrowestNote = 6
  /// What stands before a row, so that the choice is seen without colours.
  private static let marks = (chosen: "> ", other: "  ")

  let width: Int
  let cells: (String) -> Int
  /// So many candidates more than there are rows for.
  let more: (Int) -> String

  /// Returns at most `height` rows, those around the selected candidate if not all fit.
  ///
  /// The texts must be safe to show.
  func rows(_ candidates: [Candidate], selection: Int?, height: Int) -> [MenuRow] {
    guard height > 0, !candidates.isEmpty else { return [] }
    let visible = candidates.count <= height ? candidates.count : max(height - 1, 1)
    // A page is turned when the choice leaves it.
    let page = (selection ?? 0) / visible * visible
    let first = min(page, candidates.count - visible)
    let shown = candidates[first..<first + visible]
    let texts = lines(Array(shown))
    var rows = zip(shown.indices, texts).map { MenuRow(text: $1, isSelected: $0 == selection) }
    for place in rows.indices {
      let mark = rows[place].isSelected ? Self.marks.chosen : Self.marks.other
      rows[place].text = CandidateColumns.cut(mark + rows[place].text, to: room, cells: cells)
    }
    if visible < candidates.count, height > 1 {
      let rest = Self.marks.other + more(candidates.count - visible)
      rows.append(MenuRow(text: CandidateColumns.cut(rest, to: room, cells: cells)))
    }
    return rows
  }

  /// The last column of the screen stays free: writing there makes some terminals wrap.
  private var room: Int { max(width - 1, 1) }

  private func lines(_ candidates: [Candidate]) -> [String] {
    let room = room - cells(Self.marks.other)
    let counts = candidates.map { $0.count.map(String.init) ?? "" }
    let countWidth = counts.map(\.count).max() ?? 0
    let countRoom = countWidth > 0 ? countWidth + Self.gap : 0
    let hasNotes = candidates.contains { $0.note?.isEmpty == false }
    // Notes may take half of a wide screen from long texts.
    let textRoom = hasNotes && room >= 40 ? room / 2 : max(room - countRoom, 1)
    let texts = candidates.map { CandidateColumns.cut($0.text, to: textRoom, cells: cells) }
    let textWidth = texts.map(cells).max() ?? 0
    let noteRoom = room - textWidth - countRoom - Self.gap
    return candidates.indices.map { place in
      var line = texts[place]
      func pad(to column: Int) {
        line += String(repeating: " ", count: max(column - cells(line), 0))
      }
      if !counts[place].isEmpty {
        pad(to: textWidth + countRoom - counts[place].count)
        line += counts[place]
      }
      if let note = candidates[place].note, noteRoom >= Self.narrowestNote {
        pad(to: textWidth + countRoom + Self.gap)
        line += CandidateColumns.cut(note, to: noteRoom, cells: cells)
      }
      return line
    }
  }
}
