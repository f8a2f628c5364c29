/// Reads the words of a text: runs of letters, digits and marks.
package struct WordReader: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var scalars: ScalarReader

  /// Reads `bytes` from their start; they must stay alive while the reader is used.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    scalars = ScalarReader(bytes)
  }

  /// Gives the place of the next word, or nil at the end.
  package mutating func next() -> Range<Int>? {
    var start: Int?
    var end = scalars.offset
    while let scalar = scalars.next() {
      if WordReader.isInWord(scalar) {
        start = start ?? end
      } else if let start {
        return start..<end
      }
      end = scalars.offset
    }
    return start.map { $0..<end }
  }

  private static func isInWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80, 0xD7, 0xF7: false
    case 0xC0..<0x250: true
    default: UnicodeData.isLetter(scalar) || UnicodeData.isMark(scalar)
    }
  }
}
