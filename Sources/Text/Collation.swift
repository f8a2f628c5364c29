/// Swedish order: signs, numbers by value, a … z, å, ä, ö; case disregarded, and a mark only
/// decides between texts that are otherwise equal (CLDR `sv`, where v and w are letters apart).
package enum Collation {
  /// Gives a key whose bytewise order is the Swedish order of the texts.
  package static func key(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    var marks: [UInt8] = []
    key.reserveCapacity(text.count * 2 + 8)
    var digits: [UInt8] = []
    for scalar in ScalarReader(text) {
      if scalar &- 0x30 < 10 {
        digits.append(UInt8(truncatingIfNeeded: scalar))
        continue
      }
      flush(&digits, to: &key)
      append(scalar, to: &key, &marks)
    }
    flush(&digits, to: &key)
    while marks.last == 1 { marks.removeLast() }
    key.append(0)
    key.append(contentsOf: marks)
    return key
  }

  /// Gives a key whose bytewise order is the Swedish order of the texts.
  package static func key(_ text: String) -> [UInt8] {
    Array(text.utf8).withUnsafeBufferPointer { key($0) }
  }

  /// Tells whether one key comes before another.
  package static func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.lexicographicallyPrecedes(b)
  }

  // The first byte of an element is its class: a sign, a number, a Swedish letter, another letter.
  private enum Class {
    static let sign: UInt8 = 1
    static let number: UInt8 = 2
    static let letter: UInt8 = 3
    static let otherLetter: UInt8 = 0x40
  }

  private static func flush(_ digits: inout [UInt8], to key: inout [UInt8]) {
    guard !digits.isEmpty else { return }
    let value = digits.drop { $0 == 0x30 }
    let length = min(value.count, 0xFFFF)
    key.append(contentsOf: [Class.number, UInt8(length >> 8), UInt8(length & 0xFF)])
    key.append(contentsOf: value)
    digits.removeAll(keepingCapacity: true)
  }

  private static func append(_ scalar: UInt32, to key: inout [UInt8], _ marks: inout [UInt8]) {
    if scalar < 0x80 {
      if (scalar | 0x20) &- 0x61 < 26 {
        key.append(Class.letter + UInt8(truncatingIfNeeded: (scalar | 0x20) &- 0x60))
        marks.append(1)
      } else {
        append(Class.sign, scalar, to: &key)
      }
      return
    }
    let lower = UnicodeData.folded(scalar, strippingMarks: false).first ?? scalar
    if let rank = special[lower] {
      key.append(Class.letter + rank.letter)
      marks.append(contentsOf: rank.isPlain ? [1] : mark(lower))
    } else if UnicodeData.isMark(scalar) {
      marks.append(contentsOf: mark(scalar))
    } else {
      appendBase(of: lower, to: &key, &marks)
    }
  }

  private static func appendBase(of lower: UInt32, to key: inout [UInt8], _ marks: inout [UInt8]) {
    let base = UnicodeData.folded(lower, strippingMarks: true).first ?? lower
    if base &- 0x61 < 26 {
      key.append(Class.letter + UInt8(truncatingIfNeeded: base &- 0x60))
      marks.append(contentsOf: mark(lower))
    } else {
      append(UnicodeData.isLetter(base) ? Class.otherLetter : Class.sign, base, to: &key)
    }
  }

  private static func append(_ class: UInt8, _ scalar: UInt32, to key: inout [UInt8]) {
    key.append(`class`)
    key.append(contentsOf: bytes(scalar))
  }

  private static func mark(_ scalar: UInt32) -> [UInt8] { [2] + bytes(scalar) }

  private static func bytes(_ scalar: UInt32) -> [UInt8] {
    [16, 8, 0].map { UInt8(truncatingIfNeeded: scalar >> $0) }
  }

  // The letters after z, and those that Swedish sorts with another letter than their base.
  private static let special: [UInt32: (letter: UInt8, isPlain: Bool)] = [
    0xE5: (27, true), 0xE4: (28, true), 0xF6: (29, true),
    0xE6: (28, false), 0xF8: (29, false), 0xFC: (25, false), 0xF0: (4, false),
  ]
}
