import Model
import Query
import Text

extension OutputFormat {
  /// A table that fits the screen.
  static let table = OutputFormat(
    name: "table",
    doc: Bilingual("En tabell som ryms på skärmen.", "A table that fits the screen."),
    isForPeople: true
  ) { answer, layout in
    let readable = ReadableAnswer(answer, layout.language)
    var output = OutputLines(layout)
    if !answer.rows.isEmpty {
      var table = TableWriter(readable, output.layout)
      table.write(to: &output)
      output.add("")
      for note in table.notes { output.wrap(note) }
    }
    for remark in readable.remarks { output.wrap(remark) }
    return output.bytes
  }
}

/// Lays out the rows of an answer in columns.
private struct TableWriter {
  private let readable: ReadableAnswer
  private let layout: OutputFormat.Layout
  private let cells: [[String]]
  /// The column whose values stand as headings between the rows instead of beside them.
  private let group: Int?
  /// The columns that are shown, and how wide each is.
  private let widths: [(column: Int, width: Int)]
  private var cutCells = 0

  /// The most lines of one row.
  private static let maximumLines = 3

  init(_ readable: ReadableAnswer, _ layout: OutputFormat.Layout) {
    (self.readable, self.layout) = (readable, layout)
    let missing = Wording.missing[layout.language]
    cells = readable.answer.rows.map { row in
      row.enumerated().map { k, value in
        readable.cell(value, k) ?? (readable.isKey(k) ? missing : Wording.blank)
      }
    }
    let all = Array(readable.headings.indices)
    group = Self.group(readable, cells, layout.width)
    let columns = group.map { group in all.filter { $0 != group } } ?? all
    widths = Array(zip(columns, Self.widths(readable, cells, columns, layout.width)))
  }

  /// What was left out, and how it is seen.
  var notes: [String] {
    var notes: [String] = []
    if cutCells > 0 { notes.append(Wording.cut(cutCells)[layout.language]) }
    let shown = Set(widths.map(\.column) + [group].compactMap { $0 })
    let leftOut = readable.headings.indices.filter { !shown.contains($0) }
      .map { readable.headings[$0] }
    if !leftOut.isEmpty { notes.append(Wording.leftOut(leftOut, layout.language)) }
    return notes
  }

  mutating func write(to output: inout OutputLines) {
    write(readable.headings, colours: widths.map { _ in Palette.heading }, to: &output)
    output.add(widths.map { String(repeating: "─", count: $0.width) }.joined(separator: gap))
    for (k, values) in readable.answer.rows.enumerated() {
      if let group, k == 0 || cells[k][group] != cells[k - 1][group] {
        writeGroup(cells[k][group], readable.headings[group], isFirst: k == 0, to: &output)
      }
      let colours = widths.map { Palette.colour(values[$0.column], kind($0.column)) }
      write(cells[k], colours: colours, to: &output)
    }
  }

  private func kind(_ column: Int) -> ValueKind { readable.answer.columns[column].kind }

  private func writeGroup(
    _ name: String,
    _ heading: String,
    isFirst: Bool,
    to output: inout OutputLines
  ) {
    if !isFirst { output.add("") }
    for line in Wrapping("\(heading): \(name)", width: layout.width ?? .max, limit: 3).lines {
      output.add(layout.usesColour ? Palette.painted(line, Palette.heading) : line)
    }
  }

  private var gap: String { String(repeating: " ", count: ColumnWidths.gap) }

  private mutating func write(
    _ row: [String],
    colours: [String?],
    to output: inout OutputLines
  ) {
    let columns = widths.map { column, width in
      guard layout.width != nil else { return [row[column]] }
      let wrapping = Wrapping(row[column], width: width, limit: Self.maximumLines)
      if wrapping.isCut { cutCells += 1 }
      return wrapping.lines
    }
    for line in 0..<(columns.map(\.count).max() ?? 0) {
      let parts = columns.enumerated().map { k, lines in
        line < lines.count ? padded(lines[line], widths[k], colours[k]) : blanks(widths[k].width)
      }
      output.add(parts.joined(separator: gap))
    }
  }

  private func padded(
    _ text: String,
    _ place: (column: Int, width: Int),
    _ colour: String?
  ) -> String {
    let blanks = blanks(place.width - Visible.width(text))
    let painted = layout.usesColour ? Palette.painted(text, colour) : text
    return readable.isNumeric(place.column) ? blanks + painted : painted + blanks
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

// MARK: - What columns need

extension TableWriter {
  /// No column is narrower than this, if its words are longer.
  private static let narrow = 8
  /// A column of words no longer than this is never broken.
  private static let short = 10

  /// Gives the first column if it is a key that half of the rows or more share with the row above,
  /// and there is no room for all columns side by side.
  fileprivate static func group(
    _ readable: ReadableAnswer,
    _ cells: [[String]],
    _ width: Int?
  ) -> Int? {
    guard let width, readable.headings.count > 2, readable.isKey(0) else { return nil }
    let wholes = readable.headings.indices.map { whole($0, readable, cells) }
    guard !ColumnWidths.fit(wholes, in: width) else { return nil }
    let repeated = zip(cells, cells.dropFirst()).count { $0[0] == $1[0] }
    return repeated > 0 && 2 * repeated >= cells.count ? 0 : nil
  }

  fileprivate static func widths(
    _ readable: ReadableAnswer,
    _ cells: [[String]],
    _ columns: [Int],
    _ width: Int?
  ) -> [Int] {
    let wholes = columns.map { whole($0, readable, cells) }
    guard let width, !ColumnWidths.fit(wholes, in: width) else { return wholes }
    let needs = zip(columns, wholes).map { k, whole in
      // A short column of single words, such as ids, is no place to save room.
      let isShort = whole <= short && !cells.contains { $0[k].contains(" ") }
      let breaks = isShort ? .none : Breaks(readable, k)
      return need(cells.lazy.map { $0[k] }, readable.headings[k], whole, breaks)
    }
    return ColumnWidths.fitted(needs, in: width)
  }

  private static func whole(_ column: Int, _ readable: ReadableAnswer, _ cells: [[String]]) -> Int {
    cells.reduce(Visible.width(readable.headings[column])) {
      max($0, Visible.width($1[column]))
    }
  }

  private static func need(
    _ cells: some Sequence<String>,
    _ heading: String,
    _ whole: Int,
    _ breaks: Breaks
  ) -> ColumnWidths.Need {
    let part = cells.reduce(0) { max($0, Wrapping.longestPart($1, between: breaks.signs)) }
    let longest = max(part, Wrapping.longestPart(heading, between: Breaks.words.signs))
    let words = min(longest, ColumnWidths.reasonable)
    let kept = breaks == .words ? 0 : min(part, ColumnWidths.reasonable)
    return ColumnWidths.Need(
      most: breaks == .days ? longest : whole,
      words: words,
      least: max(kept, min(words, narrow))
    )
  }

  /// Where the lines of a column may end.
  private enum Breaks {
    /// Nowhere: ids, numbers and words such as a status stay whole.
    case none
    /// Between the days of an interval.
    case days
    /// Between words, which are not broken: the keys of groups.
    case keys
    /// Between words, which may be broken.
    case words

    init(_ readable: ReadableAnswer, _ column: Int) {
      let isKey = readable.isKey(column)
      let column = readable.answer.columns[column]
      self =
        switch column.kind {
        case _ where column.isList: .words
        case .number, .money, .percent, .bool, .code, .duration: .none
        case .period: .days
        case .text where column.key == "id": .none
        case .text, .reference: isKey ? .keys : .words
        }
    }

    var signs: [UInt8] {
      switch self {
      case .none: []
      case .days: Array("/".utf8)
      case .keys, .words: Array(" -/".utf8)
      }
    }
  }
}

/// The colours of what can be said in words too.
enum Palette {
  static let heading = "1"

  /// Gives the colour of a status or an assessment; nil for anything else.
  static func colour(_ value: Value, _ kind: ValueKind) -> String? {
    guard case .code(let code) = value, case .code(let enumeration) = kind,
      enumeration.cases.indices.contains(Int(code))
    else { return nil }
    return colours[enumeration.cases[Int(code)].english]
  }

  static func painted(_ text: String, _ colour: String?) -> String {
    colour.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } ?? text
  }

  private static let (red, green, yellow, cyan) = ("31", "32", "33", "36")

  /// By the English name of the value.
  static let colours = [
    "done": green, "ongoing": cyan, "paused": yellow, "cancelled": red,
    "green": green, "yellow": yellow, "red": red,
    "met": green, "partly": yellow, "not met": red,
  ]
}
