import Model
import Query
import Text

/// Parts that make a whole as one bar, each filled with its own sign, under which it is counted.
struct StackPicture {
  private let columns: ChartColumns
  private let measure: ChartColumns.Measure
  private let whole: Int
  private let rows: [[Value]]
  private let canvas: Canvas
  private let label: Int
  private let numbers: [Int]
  private let total: Int
  private let room: Int

  /// The signs, so that neighbours differ without colour.
  static let signs = ["█", "░", "▓", "·", "▒", "=", "#", "+", "o", "x"]

  /// Gives nil if the parts make no whole, or there is no room.
  init?(
    _ columns: ChartColumns,
    _ measure: ChartColumns.Measure,
    _ rows: [[Value]],
    _ canvas: Canvas
  ) {
    guard measure.addsUp, let whole = measure.whole, measure.parts.count <= Self.signs.count,
      rows.allSatisfy({ row in measure.parts.allSatisfy { columns.number(row, $0) ?? 0 >= 0 } })
    else { return nil }
    (self.columns, self.measure, self.whole) = (columns, measure, whole)
    (self.rows, self.canvas) = (rows, canvas)
    numbers = measure.parts.map { part in
      Canvas.widest(rows.lazy.map { columns.text($0, part) } + ["1"])
    }
    let heading = columns.name(whole, of: measure)
    total = Canvas.widest(rows.map { columns.text($0, whole) } + [heading])
    let used = numbers.reduce(total + 2) { $0 + $1 + 2 } + 2
    let longest = Canvas.widest(rows.lazy.map { columns.label($0, columns.labels).text })
    let left = canvas.width - used
    label = min(longest, max(8, left / 2))
    room = left - label
    guard room >= 2 * measure.parts.count, room >= 8 else { return nil }
  }

  func write(to output: inout OutputLines) {
    let legend = measure.parts.enumerated().map { k, part in
      (Self.signs[k], columns.name(part, of: measure), columns.colour(part))
    }
    canvas.write(legend, to: &output)
    let signs = Array(Self.signs.prefix(measure.parts.count))
    write(Canvas.blanks(label), signs, columns.name(whole, of: measure), "", to: &output)
    let largest = rows.compactMap { columns.number($0, whole) }.max() ?? 0
    for row in rows {
      write(
        columns.label(row, columns.labels).fitted(label),
        measure.parts.map { columns.text(row, $0) },
        columns.text(row, whole),
        bar(row, largest),
        to: &output
      )
    }
  }

  private func write(
    _ label: String,
    _ numbers: [String],
    _ sum: String,
    _ bar: String,
    to output: inout OutputLines
  ) {
    let cells = zip(numbers, self.numbers).map { "  " + Canvas.right($0, $1) }.joined()
    output.add(
      label + cells + "  " + Canvas.right(sum, total) + "  " + bar
    )
  }

  private func bar(_ row: [Value], _ largest: Double) -> String {
    guard let total = columns.number(row, whole), total > 0, largest > 0 else { return "" }
    let parts = measure.parts.map { columns.number(row, $0) ?? 0 }
    let length = max(1, Int((total / largest * Double(room)).rounded()))
    let cells = BarScale.cells(parts, in: length)
    return zip(measure.parts, cells).enumerated().map { k, part in
      let fill = String(repeating: Self.signs[k], count: part.1)
      return canvas.painted(fill, columns.colour(part.0))
    }.joined()
  }
}
