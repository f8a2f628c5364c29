// Strings, numbers and words: the loops that see every byte.
//
// Wrapping arithmetic is safe here: every offset stays between 0 and `count`, which is at most the
// size of a buffer in memory, and a wide load is made only where 16 bytes are left.

extension JSONReader {
  /// Reads a string whose opening quote is at the cursor.
  mutating func readString() throws(JSONFault) -> JSONSlice {
    let start = cursor &+ 1
    var at = start
    var slice = JSONSlice(offset: start, length: 0)
    while true {
      if at &+ 16 <= count {
        let stop = JSONBlock.firstSpecial(bytes, at)
        if stop == 16 {
          at &+= 16
          continue
        }
        at &+= stop
        if bytes[at] == UInt8(ascii: "\""), !JSONBlock.isShortLead(bytes[at &- 1]) { break }
      }
      // The block before may have ended with the first half of a two-byte sequence, or the block
      // stopped because the second half is missing.
      if JSONBlock.isShortLead(bytes[at &- 1]) { at &-= 1 }
      guard at < count else { throw unfinishedString(start) }
      if bytes[at] == UInt8(ascii: "\"") { break }
      at = try readPiece(at, &slice)
    }
    slice.length = at &- start
    cursor = at &+ 1
    return slice
  }

  /// Reads an ASCII character, a run of others or an escape in a string: the place after it.
  private mutating func readPiece(
    _ at: Int,
    _ slice: inout JSONSlice
  ) throws(JSONFault) -> Int {
    let byte = bytes[at]
    if byte == UInt8(ascii: "\\") {
      slice.isEscaped = true
      slice.mayNeedNFC = true
      return try readEscape(at, string: slice.offset)
    }
    guard byte >= 0x20 else { throw unexpected(at, .controlCharacter) }
    if byte < 0x80 { return at &+ 1 }
    // Such letters often stand in a row, as in Greek or Cyrillic text.
    var end = at
    repeat {
      let length = JSONText.sequenceLength(bytes, end, end: count)
      guard length > 0 else { throw unexpected(end, .invalidUTF8) }
      if bytes[end] >= 0xCC { slice.mayNeedNFC = true }
      end &+= length
    } while end < count && bytes[end] >= 0x80
    return end
  }

  /// Reads an escape, both halves of a surrogate pair, and gives the place after it.
  private mutating func readEscape(_ at: Int, string start: Int) throws(JSONFault) -> Int {
    guard at &+ 1 < count else { throw unfinishedString(start) }
    switch bytes[at &+ 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return at &+ 2
    case UInt8(ascii: "u"): break
    default: throw JSONFault(kind: .invalidEscape, offset: at)
    }
    let unit = try readUnit(at, string: start)
    guard unit & 0xF800 == 0xD800 else { return at &+ 6 }
    guard unit < 0xDC00 else { throw JSONFault(kind: .loneSurrogate, offset: at) }
    guard at &+ 6 < count else { throw unfinishedString(start) }
    guard bytes[at &+ 6] == UInt8(ascii: "\\") else {
      throw JSONFault(kind: .loneSurrogate, offset: at)
    }
    guard at &+ 7 < count else { throw unfinishedString(start) }
    guard bytes[at &+ 7] == UInt8(ascii: "u"),
      try readUnit(at &+ 6, string: start) & 0xFC00 == 0xDC00
    else { throw JSONFault(kind: .loneSurrogate, offset: at) }
    return at &+ 12
  }

  /// Reads the four hexadecimal digits of a `\u` escape that starts at `at`.
  private mutating func readUnit(_ at: Int, string start: Int) throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for place in (at &+ 2)..<(at &+ 6) {
      guard place < count else { throw unfinishedString(start) }
      guard let digit = JSONText.hexadecimal(bytes[place]) else {
        throw JSONFault(kind: .invalidEscape, offset: at)
      }
      unit = unit << 4 | digit
    }
    return unit
  }

  /// Reads a number and gives its place; `JSONText.number(_:in:)` gives its value.
  package mutating func number() throws(JSONFault) -> JSONSlice {
    skipWhitespace()
    guard cursor < count, bytes[cursor] == UInt8(ascii: "-") || JSONText.isDigit(bytes[cursor])
    else { throw wrongKind(.notANumber) }
    return try readNumber()
  }

  /// Reads a number that starts at the cursor.
  mutating func readNumber() throws(JSONFault) -> JSONSlice {
    let start = cursor
    var at = start
    if bytes[at] == UInt8(ascii: "-") { at &+= 1 }
    if at < count, bytes[at] == UInt8(ascii: "0") {
      at &+= 1
      if at < count, JSONText.isDigit(bytes[at]) {
        throw JSONFault(kind: .leadingZero, offset: at &- 1)
      }
    } else {
      at = try readDigits(at)
    }
    if at < count, bytes[at] == UInt8(ascii: ".") { at = try readDigits(at &+ 1) }
    if at < count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at &+= 1
      if at < count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at &+= 1 }
      at = try readDigits(at)
    }
    // "1.2.3", "0x1F" and "12kr" are bad numbers, not numbers with something after them.
    if at < count, JSONText.isWordByte(bytes[at]) { throw unexpected(at, .invalidNumber) }
    cursor = at
    return JSONSlice(offset: start, length: at &- start)
  }

  /// Reads one or more digits and gives the place after them.
  @inline(__always)
  private mutating func readDigits(_ start: Int) throws(JSONFault) -> Int {
    var at = start
    while at < count, JSONText.isDigit(bytes[at]) { at &+= 1 }
    guard at > start else { throw unexpected(at, .invalidNumber) }
    return at
  }

  /// Reads a word that must not go on after its last letter.
  @inline(__always)
  mutating func readWord(_ word: StaticString) throws(JSONFault) {
    let length = word.utf8CodeUnitCount
    let letters = UnsafeRawBufferPointer(start: word.utf8Start, count: length)
    for place in 0..<length {
      let at = cursor &+ place
      guard at < count else { throw unexpected(at) }
      guard bytes[at] == letters[place] else { throw unexpected(cursor, .invalidLiteral) }
    }
    let end = cursor &+ length
    if end < count, JSONText.isWordByte(bytes[end]) { throw unexpected(cursor, .invalidLiteral) }
    cursor = end
  }
}
