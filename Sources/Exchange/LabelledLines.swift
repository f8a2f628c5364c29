import Text

/// Texts beside their labels, the texts under each other.
struct LabelledLines {
  /// Where the labels start.
  var indent = 0
  /// Where the texts start.
  let margin: Int
  private let width: Int?

  /// Finds the margin that the labels ask for, at most a third of the width.
  init(_ labels: [String], indent: Int = 0, _ layout: OutputFormat.Layout) {
    let longest = labels.map(Visible.width).max() ?? 0
    (self.indent, width) = (indent, layout.width)
    margin = min(indent + longest + 2, (layout.width ?? .max) / 3)
  }

  /// Writes a text of one or several lines beside its label; all must be visible already.
  func write(_ label: String, _ lines: [String], to output: inout OutputLines) {
    var lines = wrapped(lines)
    let blanks = String(repeating: " ", count: indent)
    let room = margin - indent - Visible.width(label)
    if room > 0, !lines.isEmpty {
      output.add(blanks + label + String(repeating: " ", count: room) + lines.removeFirst())
    } else {
      output.wrap(blanks + label)
    }
    for line in lines { output.add(String(repeating: " ", count: margin) + line) }
  }

  private func wrapped(_ lines: [String]) -> [String] {
    guard let width else { return lines }
    return lines.flatMap { Wrapping($0, width: max(1, width - margin)).lines }
  }

  /// Cuts a text at its line ends and makes the lines visible.
  static func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { Visible.text(String($0)) }
  }
}
