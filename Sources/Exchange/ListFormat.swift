import Model
import Query
import Text

extension OutputFormat {
  /// One line a value, for screen readers and long texts.
  static let list = OutputFormat(
    name: "list",
    doc: Bilingual(
      "En rad per fält och hela texten; bäst med skärmläsare.",
      "One line a field and the whole text; best with a screen reader."
    ),
    isForPeople: true
  ) { answer, layout in
    let readable = ReadableAnswer(answer, layout.language)
    var output = OutputLines(layout)
    let writer = ListWriter(readable, output.layout)
    for row in answer.rows {
      writer.write(row, to: &output)
      output.add("")
    }
    for remark in readable.remarks { output.wrap(remark) }
    return output.bytes
  }
}

/// Writes each value beside its heading, the values under each other.
private struct ListWriter {
  private let readable: ReadableAnswer
  private let labels: [String]
  /// Where the values start.
  private let margin: Int
  private let width: Int?

  init(_ readable: ReadableAnswer, _ layout: OutputFormat.Layout) {
    (self.readable, width) = (readable, layout.width)
    labels = readable.headings.map { $0 + ":" }
    let longest = labels.map(Visible.width).max() ?? 0
    margin = min(longest + 1, (layout.width ?? .max) / 3)
  }

  func write(_ row: [Value], to output: inout OutputLines) {
    for (k, value) in row.enumerated() {
      var lines = wrapped(readable.lines(value, k) ?? [Wording.missing[readable.language]])
      let label = labels[k]
      if Visible.width(label) < margin {
        output.add(label + blanks(margin - Visible.width(label)) + lines.removeFirst())
      } else {
        output.wrap(label)
      }
      for line in lines { output.add(blanks(margin) + line) }
    }
  }

  private func wrapped(_ lines: [String]) -> [String] {
    guard let width else { return lines }
    return lines.flatMap { Wrapping($0, width: width - margin).lines }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
