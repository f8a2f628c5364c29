package import Query
import Text

/// An overview on one screen of 80 × 24: each number with the statement that shows what it counts.
package struct OverviewScreen {
  private let overview: Overview
  private let canvas: Canvas
  private var output: OutputLines

  /// The lines of a screen, but for the prompt's.
  private static let height = 23
  private static let usualWidth = 80

  /// Draws an overview as UTF-8.
  package static func text(_ overview: Overview, _ layout: OutputFormat.Layout) -> [UInt8] {
    var layout = layout
    layout.width = layout.width ?? usualWidth
    var screen = OverviewScreen(overview, OutputLines(layout))
    screen.write()
    return screen.output.bytes
  }

  private init(_ overview: Overview, _ output: OutputLines) {
    (self.overview, self.output) = (overview, output)
    canvas = Canvas(output.layout)
  }

  private mutating func write() {
    var title = canvas.say("Översikt", "Overview") + " " + overview.moment
    if overview.moment != overview.day.text {
      title += " · " + canvas.say("läget", "as of") + " " + overview.day.text
    }
    for line in Wrapping(Visible.text(title), width: canvas.width).lines {
      output.add(canvas.painted(line, Palette.heading))
    }
    let groups = [counted(overview.attention + [overview.changes].compactMap { $0 }), moves, next]
    let lines = groups.reduce(0) { $0 + $1.count }
    // The legend, the signs and the statement stand around the areas.
    if let areas = overview.areas { write(areas, room: Self.height - lines - 4) }
    let spare = Self.height - output.bytes.count { $0 == 0x0A } - lines
    for (k, group) in groups.filter({ !$0.isEmpty }).enumerated() {
      if k < spare { output.add("") }
      for line in group { output.add(line) }
    }
  }

  // MARK: Areas

  private mutating func write(_ part: Overview.Part, room: Int) {
    let readable = ReadableAnswer(part.answer, canvas.language)
    guard !part.answer.rows.isEmpty else {
      for remark in readable.remarks { output.wrap(remark) }
      return
    }
    let columns = ChartColumns(readable)
    guard let measure = columns.measures.first, let whole = measure.whole else { return }
    var rows = part.answer.rows
    if rows.count > room {
      // The largest stay, in their order.
      let sizes = rows.map { columns.number($0, whole) ?? 0 }
      let order = rows.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
      rows = order.prefix(max(1, room - 1)).sorted().map { rows[$0] }
    }
    if let stack = StackPicture(columns, measure, rows, canvas) {
      stack.write(to: &output)
    } else {
      let bars = rows.map { row in
        BarPicture.Bar(
          label: columns.label(row, columns.labels),
          value: columns.number(row, whole),
          text: columns.text(row, whole)
        )
      }
      let form = BarForm(bars, indent: 0, canvas)
      for bar in bars { form.write(bar, to: &output) }
    }
    let left = part.answer.rows.count - rows.count
    if left > 0 { output.add(canvas.say("… \(left) områden till", "… \(left) more areas")) }
    for line in statement(part) { output.add(line) }
  }

  // MARK: Lines

  private func statement(_ part: Overview.Part) -> [String] {
    Wrapping(Visible.text(part.statement[canvas.language]), width: canvas.width - 2).lines
      .map { "  " + $0 }
  }

  private var labelWidth: Int {
    let parts = overview.attention + [overview.changes, overview.moves].compactMap { $0 }
    return Canvas.widest((parts + overview.next).map { $0.title[canvas.language] })
  }

  /// A label, what there is, and the statement, on a line of its own where there is no room.
  private func lines(_ part: Overview.Part, _ value: String) -> [String] {
    let start = Canvas.left(part.title[canvas.language], labelWidth) + "  " + value
    let statement = Visible.text(part.statement[canvas.language])
    if Visible.width(start) + 2 + Visible.width(statement) <= canvas.width {
      return [start + "  " + statement]
    }
    return Wrapping(start, width: canvas.width).lines + self.statement(part)
  }

  private func count(_ part: Overview.Part) -> String {
    Numbers.text(Double(part.answer.matched), decimals: 0, canvas.language)
  }

  private func counted(_ parts: [Overview.Part]) -> [String] {
    let width = Canvas.widest(parts.map(count))
    return parts.flatMap { lines($0, Canvas.right(count($0), width)) }
  }

  /// The groups of the movements in words: »ny 74 · framåt 3«.
  private var moves: [String] {
    guard let moves = overview.moves, !moves.answer.rows.isEmpty else { return [] }
    let readable = ReadableAnswer(moves.answer, canvas.language)
    let groups = moves.answer.rows.map { row in
      let name = readable.cell(row[0], 0) ?? Wording.missing[canvas.language]
      return name + " " + (readable.cell(row[1], 1) ?? Wording.blank)
    }
    return lines(moves, groups.joined(separator: " · "))
  }

  private var next: [String] {
    overview.next.flatMap { part -> [String] in
      let readable = ReadableAnswer(part.answer, canvas.language)
      let day = part.answer.rows.first.flatMap { readable.cell($0[1], 1) }
      return lines(part, day ?? Wording.missing[canvas.language])
    }
  }
}
