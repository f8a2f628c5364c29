import Text

/// The lines of a format for people, as they are put together.
struct OutputLines {
  /// How they are laid out; the width is never narrower than a line can be.
  let layout: OutputFormat.Layout
  /// The lines as UTF-8.
  private(set) var bytes: [UInt8] = []

  private static let leastWidth = 20

  init(_ layout: OutputFormat.Layout) {
    var layout = layout
    layout.width = layout.width.map { max($0, OutputLines.leastWidth) }
    self.layout = layout
  }

  /// Adds a line as it is, but for blanks at its end.
  mutating func add(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
  }

  /// Adds a text on as many lines as it needs.
  mutating func wrap(_ text: String) {
    guard let width = layout.width else { return add(text) }
    for line in Wrapping(text, width: width).lines { add(line) }
  }
}
