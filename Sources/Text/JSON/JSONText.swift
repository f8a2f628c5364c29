internal import Glibc

/// The bytes of JSON values: reading what a slice says, and writing.
///
/// The slices are those of a `JSONReader` on the same bytes. A slice that lies outside the bytes
/// is cut to them, and an escape that is not valid is left as it stands: nothing here traps.
package enum JSONText {
  /// The bytes of a slice as they stand in the text, without a copy.
  @inline(__always)
  package static func bytes(
    of slice: JSONSlice,
    in bytes: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    let start = min(max(slice.offset, 0), bytes.count)
    let length = min(max(slice.length, 0), bytes.count &- start)
    return UnsafeRawBufferPointer(rebasing: bytes[start..<start &+ length])
  }

  /// The text of a string's slice in UTF-8, without escapes.
  package static func decode(_ slice: JSONSlice, in bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let raw = Self.bytes(of: slice, in: bytes)
    guard slice.isEscaped else { return [UInt8](raw) }
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    append(slice, in: bytes, to: &text)
    return text
  }

  /// Adds the text of a string's slice in UTF-8, without escapes, to other text.
  package static func append(
    _ slice: JSONSlice,
    in bytes: UnsafeRawBufferPointer,
    to text: inout [UInt8]
  ) {
    var raw = Self.bytes(of: slice, in: bytes)
    guard slice.isEscaped else {
      text.append(contentsOf: raw)
      return
    }
    while let start = raw.baseAddress,
      let escape = memchr(start, Int32(UInt8(ascii: "\\")), raw.count)
    {
      let length = UnsafeRawPointer(escape) - start
      text.append(contentsOf: UnsafeRawBufferPointer(rebasing: raw[..<length]))
      let after = unescape(raw, length, &text)
      raw = UnsafeRawBufferPointer(rebasing: raw[after...])
    }
    text.append(contentsOf: raw)
  }

  /// Whether the texts of two slices are equal.
  package static func isEqual(
    _ left: JSONSlice,
    _ right: JSONSlice,
    in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    if left.isEscaped || right.isEscaped {
      return decode(left, in: bytes) == decode(right, in: bytes)
    }
    return isEqual(Self.bytes(of: left, in: bytes), Self.bytes(of: right, in: bytes))
  }

  /// Whether the text of a string's slice is the given one, as for a known key.
  package static func isEqual(
    _ slice: JSONSlice,
    _ text: StaticString,
    in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let wanted = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    if slice.isEscaped {
      return decode(slice, in: bytes).withUnsafeBytes { isEqual($0, wanted) }
    }
    return isEqual(Self.bytes(of: slice, in: bytes), wanted)
  }

  private static func isEqual(
    _ left: UnsafeRawBufferPointer,
    _ right: UnsafeRawBufferPointer
  ) -> Bool {
    guard left.count == right.count else { return false }
    guard let left = left.baseAddress, let first = right.baseAddress else { return true }
    return memcmp(left, first, right.count) == 0
  }

  /// Adds the text of the escape at `at` and gives the place after it.
  private static func unescape(
    _ raw: UnsafeRawBufferPointer,
    _ at: Int,
    _ text: inout [UInt8]
  ) -> Int {
    guard at &+ 1 < raw.count else {
      text.append(raw[at])
      return at &+ 1
    }
    switch raw[at &+ 1] {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(raw[at &+ 1])
    default:
      guard let (scalar, after) = scalar(raw, at) else {
        text.append(raw[at])
        return at &+ 1
      }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      return after
    }
    return at &+ 2
  }

  /// The scalar of the `\u` escape or the pair of them at `at`, and the place after it.
  private static func scalar(
    _ raw: UnsafeRawBufferPointer,
    _ at: Int
  ) -> (scalar: Unicode.Scalar, after: Int)? {
    guard let first = unit(raw, at) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, at &+ 6) }
    guard first < 0xDC00, let second = unit(raw, at &+ 6), second & 0xFC00 == 0xDC00 else {
      return nil
    }
    let value = 0x10000 &+ (first &- 0xD800) &<< 10 &+ (second &- 0xDC00)
    return Unicode.Scalar(value).map { ($0, at &+ 12) }
  }

  /// The UTF-16 code unit of the `\u` escape at `at`.
  private static func unit(_ raw: UnsafeRawBufferPointer, _ at: Int) -> UInt32? {
    guard at &+ 6 <= raw.count, raw[at] == UInt8(ascii: "\\"), raw[at &+ 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for place in (at &+ 2)..<(at &+ 6) {
      guard let digit = hexadecimal(raw[place]) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }
}

// MARK: - Places

extension JSONText {
  /// The line and column of a byte, both from 1; see `JSONPlaces`.
  package static func position(
    of offset: Int,
    in bytes: UnsafeRawBufferPointer
  ) -> (line: Int, column: Int) {
    var places = JSONPlaces(bytes)
    return places.position(of: offset)
  }
}

// MARK: - Bytes

extension JSONText {
  /// The length of the UTF-8 byte order mark that the text starts with, or 0.
  static func markLength(_ bytes: UnsafeRawBufferPointer, count: Int) -> Int {
    count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// The length of the well-formed UTF-8 sequence at `at`, or 0 if it is not one.
  static func sequenceLength(_ bytes: UnsafeRawBufferPointer, _ at: Int, end: Int) -> Int {
    let lead = bytes[at]
    if lead < 0x80 { return 1 }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4, at &+ length <= end else { return 0 }
    // The second byte's limits keep out overlong forms, surrogates and scalars above U+10FFFF.
    let second = bytes[at &+ 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return 0 }
    for place in 2..<max(length, 2) where bytes[at &+ place] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Whether a byte is one of JSON's four whitespace characters.
  @inline(__always)
  static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether a byte is an ASCII digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Whether a byte would make a word or a number go on: no delimiter of JSON is among them.
  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  /// The value of a hexadecimal digit.
  @inline(__always)
  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    if isDigit(byte) { return UInt32(byte &- UInt8(ascii: "0")) }
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? UInt32(letter) &+ 10 : nil
  }
}
