import Model
import Query
import Text

/// Numbers as bars, each printed beside its bar; a picture for each measure.
struct BarPicture {
  private let columns: ChartColumns
  private let rows: [[Value]]
  private let canvas: Canvas
  private let isLimited: Bool

  /// A bar: what it is of, and how long it is.
  struct Bar {
    let label: ChartLabel
    let value: Double?
    let text: String
    var colour: String?
  }

  init(_ readable: ReadableAnswer, _ canvas: Canvas) {
    (columns, self.canvas) = (ChartColumns(readable), canvas)
    rows = readable.answer.rows
    isLimited = readable.answer.question.limit != nil
  }

  func write(to output: inout OutputLines) {
    for (k, measure) in columns.measures.enumerated() {
      if k > 0 { output.add("") }
      output.wrap(columns.heading(measure))
      let kept = isLimited ? rows : Array(rows.prefix(Picture.maximum))
      let stack = StackPicture(columns, measure, kept, canvas)
      if let stack {
        stack.write(to: &output)
      } else {
        write(groups(measure), to: &output)
      }
      let left = rows.count - kept.count
      if left > 0, stack != nil { output.wrap(canvas.leftOut(left, of: rows.count)) }
    }
  }

  // MARK: What the bars are

  private func groups(_ measure: ChartColumns.Measure) -> [(heading: String?, bars: [Bar])] {
    if measure.parts.count > 1 || measure.whole != nil {
      let parts = measure.parts + [measure.whole].compactMap { $0 }
      return rows.map { row in
        let heading = columns.labels.isEmpty ? nil : columns.label(row, columns.labels).text
        return (
          heading,
          parts.map { part in
            bar(ChartLabel(parts: [columns.name(part, of: measure)]), row, part)
          }
        )
      }
    }
    guard let column = measure.parts.first else { return [] }
    let firsts = rows.map { columns.label($0, columns.labels.prefix(1)).text }
    let repeated = zip(firsts, firsts.dropFirst()).count { $0 == $1 }
    guard columns.labels.count > 1, repeated > 0, 2 * repeated >= rows.count else {
      return [(nil, rows.map { bar(columns.label($0, columns.labels), $0, column) })]
    }
    var groups: [(heading: String?, bars: [Bar])] = []
    for (row, first) in zip(rows, firsts) {
      if groups.last?.heading != first { groups.append((first, [])) }
      let label = columns.label(row, columns.labels.dropFirst())
      groups[groups.count - 1].bars.append(bar(label, row, column))
    }
    return groups
  }

  private func bar(_ label: ChartLabel, _ row: [Value], _ column: Int) -> Bar {
    Bar(
      label: label,
      value: columns.number(row, column),
      text: columns.text(row, column),
      colour: columns.colour(column)
    )
  }

  // MARK: Drawing

  private func write(
    _ groups: [(heading: String?, bars: [Bar])],
    to output: inout OutputLines
  ) {
    var room = isLimited ? Int.max : Picture.maximum
    var shown: [(heading: String?, bars: [Bar])] = []
    for group in groups where room > 0 {
      shown.append((group.heading, Array(group.bars.prefix(room))))
      room -= shown[shown.count - 1].bars.count
    }
    let bars = shown.flatMap(\.bars)
    let indent = shown.contains { $0.heading != nil } ? 2 : 0
    let form = BarForm(bars, indent: indent, canvas)
    for group in shown {
      if let heading = group.heading { output.add(Canvas.cut(heading, canvas.width)) }
      for bar in group.bars { form.write(bar, to: &output) }
    }
    let left = groups.reduce(0) { $0 + $1.bars.count } - bars.count
    if left > 0 { output.wrap(canvas.leftOut(left, of: rows.count)) }
  }
}

/// How lines of bars are set: the label, the number, the bar.
struct BarForm {
  private let indent: Int
  private let label: Int
  private let number: Int
  private let scale: BarScale?
  private let canvas: Canvas

  /// A bar shorter than this says nothing.
  static let leastBar = 6

  init(_ bars: [BarPicture.Bar], indent: Int, _ canvas: Canvas) {
    (self.indent, self.canvas) = (indent, canvas)
    let number = Canvas.widest(bars.lazy.map(\.text))
    self.number = number
    let longest = Canvas.widest(bars.lazy.map(\.label.text))
    let most = canvas.width - indent - number - 4 - BarForm.leastBar
    label = min(longest, canvas.width * 2 / 5, most)
    let room = canvas.width - indent - label - number - (label > 0 ? 4 : 2)
    scale = label >= min(longest, 4) ? BarScale(bars.compactMap(\.value), room: room) : nil
  }

  func write(_ bar: BarPicture.Bar, to output: inout OutputLines) {
    guard let scale else {
      // Numbers that leave no room for bars are written under each other.
      let text = bar.label.text
      return output.wrap(text.isEmpty ? bar.text : "\(text): \(bar.text)")
    }
    let label = label > 0 ? bar.label.fitted(label) + "  " : ""
    let drawn = bar.value.map { canvas.painted(scale.bar($0), bar.colour) } ?? ""
    output.add(
      Canvas.blanks(indent) + label + Canvas.right(bar.text, number) + "  " + drawn
    )
  }
}
