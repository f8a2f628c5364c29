/// The lines and columns of a JSON text's bytes, asked for in rising order: one pass for them all.
///
/// Columns count Unicode scalars. A line ends with LF, CR or both together. A byte order mark at
/// the start is not counted. An offset behind the end is taken for the end.
package struct JSONPlaces {
  private let bytes: UnsafeRawBufferPointer
  private var at: Int
  private var line = 1
  private var column = 1

  /// Starts at the first byte.
  package init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    at = JSONText.markLength(bytes, count: bytes.count)
  }

  /// Gives the line and the column of a byte, both from 1; it must not lie before the last one.
  package mutating func position(of offset: Int) -> (line: Int, column: Int) {
    let end = min(max(offset, at), bytes.count)
    let start = skipLines(to: end)
    for at in start..<end where bytes[at] & 0xC0 != 0x80 { column &+= 1 }
    at = end
    // Inside a scalar: its own column, not the next one's.
    let isInside = end < bytes.count && bytes[end] & 0xC0 == 0x80 && column > 1
    return (line, isInside ? column &- 1 : column)
  }

  /// Counts the line ends before `end` and gives the place after the last of them.
  private mutating func skipLines(to end: Int) -> Int {
    var start = at
    while at < end {
      let step = at &+ 16 <= end ? JSONBlock.firstLineEnd(bytes, at) : 0
      if step == 16 {
        at &+= 16
        continue
      }
      at &+= step
      let byte = bytes[at]
      at &+= 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { continue }
      line &+= 1
      column = 1
      start = at
    }
    return start
  }
}
