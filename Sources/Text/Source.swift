/// A stretch of a source text, in UTF-8 offsets from its start.
package struct Span: Equatable, Hashable, Sendable {
  /// The offset of the first byte.
  package var start: Int
  /// The offset after the last byte.
  package var end: Int

  /// Makes a span from its first byte to before `end`.
  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Gives the smallest span that covers both.
  package func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }
}

/// A text that questions are read from: a script file, a line at the prompt, an argument.
///
/// The text is normalised once, before anything else: NFC, `\n` line ends, no byte order mark,
/// and no-break and thin spaces as plain spaces. Offsets, lines and columns are those of the
/// normalised text.
package struct Source: Sendable {
  /// What messages call it: a file name, or empty at the prompt.
  package let name: String
  /// The normalised text as UTF-8.
  package let bytes: [UInt8]
  private let lineStarts: [Int]

  /// Normalises `text`.
  package init(name: String, text: String) {
    self.name = name
    bytes = Source.normalised(text)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  private static func normalised(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{FEFF}" where result.isEmpty: continue
      case "\n" where previousWasReturn: break
      case "\r", "\n": result.append(0x0A)
      case "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}": result.append(0x20)
      default: result.append(contentsOf: scalar.utf8)
      }
      previousWasReturn = scalar == "\r"
    }
    return UnicodeData.nfc(result)
  }

  /// Gives the line and the column of an offset, both from 1; columns count characters.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let line = self.line(of: offset)
    let before = bytes[lineStarts[line]..<min(max(offset, lineStarts[line]), bytes.count)]
    return (line + 1, before.count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// The line of an offset, from 0; found by halving, for a text may have many faults.
  private func line(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The number of lines.
  package var lineCount: Int { lineStarts.count }

  /// Gives the span of a line (from 1) without its line end.
  package func span(ofLine line: Int) -> Span {
    let start = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    return Span(start, end)
  }

  /// Gives the text of a span.
  package func text(_ span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }
}
