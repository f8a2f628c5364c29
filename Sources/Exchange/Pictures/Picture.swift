package import Query
import Text

/// An answer as a picture of letters: every number is printed, and nothing is said by colour alone.
package enum Picture {
  /// The width where the screen's is not known.
  private static let usualWidth = 80
  /// The most bars, lines or series of a question that sets no limit itself.
  static let maximum = 40

  /// Draws the answer to a chart's question as UTF-8.
  package static func text(
    _ chart: Chart,
    _ answer: Answer,
    _ layout: OutputFormat.Layout
  ) -> [UInt8] {
    let readable = ReadableAnswer(answer, layout.language)
    var layout = layout
    layout.width = layout.width ?? usualWidth
    var output = OutputLines(layout)
    if !answer.rows.isEmpty {
      let canvas = Canvas(output.layout)
      switch chart.form {
      case .bars: BarPicture(readable, canvas).write(to: &output)
      case .spans(let times): SpanPicture(readable, canvas, times).write(to: &output)
      case .series: SeriesPicture(readable, canvas).write(to: &output)
      }
      output.add("")
    }
    for remark in readable.remarks { output.wrap(remark) }
    return output.bytes
  }
}

/// What a picture is drawn on: so many cells wide, with or without colour.
struct Canvas {
  let width: Int
  let language: Language
  private let usesColour: Bool

  init(_ layout: OutputFormat.Layout) {
    (width, language) = (layout.width ?? .max, layout.language)
    usesColour = layout.usesColour
  }

  func say(_ swedish: String, _ english: String) -> String {
    language == .swedish ? swedish : english
  }

  func painted(_ text: String, _ colour: String?) -> String {
    usesColour && !text.isEmpty ? Palette.painted(text, colour) : text
  }

  /// Gives a text in exactly so many cells: cut with `…`, or with blanks after it.
  static func left(_ text: String, _ width: Int) -> String {
    guard width > 0 else { return "" }
    let text = cut(text, width)
    return text + blanks(width - Visible.width(text))
  }

  /// Gives a text in so many cells with blanks before it; it is never cut.
  static func right(_ text: String, _ width: Int) -> String {
    blanks(width - Visible.width(text)) + text
  }

  static func cut(_ text: String, _ width: Int) -> String {
    Wrapping(text, width: max(1, width), limit: 1).lines[0]
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// Gives the cells of the widest text.
  static func widest(_ texts: some Sequence<String>) -> Int {
    texts.reduce(0) { max($0, Visible.width($1)) }
  }

  /// Tells how much is not drawn, and that a limit as high as the number of rows draws all.
  func leftOut(_ count: Int, of rows: Int) -> String {
    say(
      "… \(count) till ritas inte; högst \(rows) ritar allt",
      "… \(count) more are not drawn; limit \(rows) draws all"
    )
  }

  /// Writes what signs stand for, as many beside each other as there is room for.
  func write(
    _ legend: [(sign: String, name: String, colour: String?)],
    to output: inout OutputLines
  ) {
    var (line, used) = ("", 0)
    for (sign, name, colour) in legend {
      let name = Canvas.cut(name, width - 3)
      let size = Visible.width(sign) + 1 + Visible.width(name)
      if used > 0, used + 2 + size > width {
        output.add(line)
        (line, used) = ("", 0)
      }
      line += (used > 0 ? "  " : "") + painted(sign, colour) + " " + name
      used += (used > 0 ? 2 : 0) + size
    }
    output.add(line)
  }
}

/// What a bar is of: the values that say so.
struct ChartLabel: Equatable {
  let parts: [String]

  /// The label on one line.
  var text: String { parts.joined(separator: " · ") }

  /// Gives the label in exactly so many cells: its longest parts are cut first.
  func fitted(_ width: Int) -> String {
    let room = width - 3 * (parts.count - 1)
    let level = (1...max(1, width)).last { level in
      parts.reduce(0) { $0 + min(Visible.width($1), level) } <= room
    }
    let label = ChartLabel(parts: parts.map { Canvas.cut($0, level ?? 1) })
    return Canvas.left(label.text, width)
  }
}
