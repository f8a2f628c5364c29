import Query
import Text

extension OutputFormat {
  /// Tabs between the fields; tabs, line ends and backslashes inside them escaped.
  static let tsv = OutputFormat(
    name: "tsv",
    doc: Bilingual(
      "Tabbseparerat; tabb, radslut och \\ i text blir \\t, \\n, \\r och \\\\.",
      "Tab-separated; tab, line ends and \\ in text become \\t, \\n, \\r and \\\\."
    ),
    isForPeople: false
  ) { answer, _ in
    ExactText(answer).lines(separator: 0x09, end: [0x0A]) { field, output in
      for byte in field {
        switch byte {
        case 0x09: output.append(contentsOf: "\\t".utf8)
        case 0x0A: output.append(contentsOf: "\\n".utf8)
        case 0x0D: output.append(contentsOf: "\\r".utf8)
        case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
        default: output.append(byte)
        }
      }
    }
  }
}
