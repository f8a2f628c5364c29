/// A text in which »▸« stands before the place of a fault and »◂« before another that belongs to
/// it.
struct MarkedText {
  let bytes: [UInt8]
  private(set) var place: (line: Int, column: Int)?
  private(set) var other: (line: Int, column: Int)?

  /// Takes the marks out and counts lines and columns, in characters, up to each; a byte order mark
  /// is none.
  init(_ marked: String) {
    var text = ""
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "▸": place = (line, column)
      case "◂": other = (line, column)
      case "\n":
        text.unicodeScalars.append(scalar)
        (line, column) = (line + 1, 1)
      default:
        text.unicodeScalars.append(scalar)
        column += scalar == "\u{FEFF}" ? 0 : 1
      }
    }
    bytes = Array(text.utf8)
  }
}
