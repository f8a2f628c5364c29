import Query
import Text

extension OutputFormat {
  /// RFC 4180: commas, quotes where they are needed, CRLF.
  static let csv = OutputFormat(
    name: "csv",
    doc: Bilingual(
      "Kommaseparerat enligt RFC 4180, exakt.",
      "Comma-separated by RFC 4180, exact."
    ),
    isForPeople: false
  ) { answer, _ in
    // A line without anything on it would be taken for no row at all.
    let isSingle = answer.columns.count == 1
    return ExactText(answer).lines(separator: UInt8(ascii: ","), end: [0x0D, 0x0A]) {
      field,
      output in
      let needsQuotes = field.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0D || $0 == 0x0A
      }
      guard needsQuotes || (isSingle && field.isEmpty) else {
        return output.append(contentsOf: field)
      }
      output.append(UInt8(ascii: "\""))
      for byte in field {
        if byte == UInt8(ascii: "\"") { output.append(byte) }
        output.append(byte)
      }
      output.append(UInt8(ascii: "\""))
    }
  }
}
