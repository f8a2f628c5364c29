/// Sixteen bytes at a time.
enum JSONBlock {
  /// Counts the bytes from `at`, at most 16, that need no look of their own inside a string.
  ///
  /// Those are printable ASCII except `"` and `\`, and two-byte sequences up to U+02FF, which hold
  /// the Swedish letters. A second byte is right exactly where the byte before it is such a first
  /// byte, so the whole block is checked against itself moved by one byte. There must be a byte
  /// before `at`, and 16 from it on.
  @inline(__always)
  static func firstSpecial(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let block = bytes.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
    let before = bytes.loadUnaligned(fromByteOffset: at &- 1, as: SIMD16<UInt8>.self)
    let isSecond = (block & all(0xC0)) .== all(0x80)
    let followsLead = (before &- all(0xC2)) .< all(0x0A)
    var special = isSecond .^ followsLead
    special = special .| (block .== all(0x22)) .| (block .== all(0x5C)) .| (block .< all(0x20))
    special = special .| (block .>= all(0xCC)) .| ((block & all(0xFE)) .== all(0xC0))
    return first(special)
  }

  /// Counts the bytes from `at`, at most 16, before one that a written string must escape.
  @inline(__always)
  static func firstEscaped(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let block = bytes.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
    return first((block .== all(0x22)) .| (block .== all(0x5C)) .| (block .< all(0x20)))
  }

  /// Counts the bytes from `at`, at most 16, before an LF or CR.
  @inline(__always)
  static func firstLineEnd(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let block = bytes.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
    return first((block .== all(0x0A)) .| (block .== all(0x0D)))
  }

  /// The first place that is set, or 16.
  @inline(__always)
  private static func first(_ places: SIMDMask<SIMD16<Int8>>) -> Int {
    let words = unsafeBitCast(places, to: SIMD2<UInt64>.self)
    // A branch here, so that the next block need not wait for this one's count …
    guard words[0] | words[1] != 0 else { return 16 }
    // … and none here: where a string ends is nothing that a processor can guess.
    let isLow = words[0] != 0
    let word = (isLow ? words[0] : words[1]).littleEndian
    return (isLow ? 0 : 8) &+ word.trailingZeroBitCount >> 3
  }

  /// The same byte in all places.
  ///
  /// The operators between a vector and one byte are loops over the bytes, a hundred times slower.
  @inline(__always)
  private static func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }

  /// Whether a byte starts a two-byte sequence up to U+02FF.
  @inline(__always)
  static func isShortLead(_ byte: UInt8) -> Bool { byte &- 0xC2 < 0x0A }
}
