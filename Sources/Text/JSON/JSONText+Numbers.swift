internal import Glibc

// The values of numbers.

extension JSONText {
  /// The value of a number's slice, correctly rounded; infinite if it is too large for a `Double`.
  package static func number(_ slice: JSONSlice, in bytes: UnsafeRawBufferPointer) -> Double {
    let text = Self.bytes(of: slice, in: bytes)
    let decimal = JSONDecimal(text)
    // Both numbers are exact, and one operation on them rounds correctly.
    if let value = decimal.exact { return decimal.isNegative ? -value : value }
    return decimal.rounded(text)
  }

  /// The value of a number's slice if it is written as a whole number and fits.
  package static func integer(_ slice: JSONSlice, in bytes: UnsafeRawBufferPointer) -> Int? {
    let text = Self.bytes(of: slice, in: bytes)
    let isNegative = text.first == UInt8(ascii: "-")
    guard text.count > (isNegative ? 1 : 0) else { return nil }
    var value = 0
    for byte in text[(isNegative ? 1 : 0)...] {
      guard isDigit(byte) else { return nil }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let digit = Int(byte &- UInt8(ascii: "0"))
      let (sum, isTooLargeNow) = product.addingReportingOverflow(isNegative ? -digit : digit)
      guard !isTooLarge, !isTooLargeNow else { return nil }
      value = sum
    }
    return value
  }
}

/// A decimal number taken apart: its first digits as an integer, and a power of ten.
private struct JSONDecimal {
  /// Digits that matter for the rounding of a `Double`: at most 767, and then only whether any
  /// later digit is not zero.
  private static let digitLimit = 770
  private static let exponentLimit = 1 << 60

  var isNegative = false
  /// The first 19 digits from the first that is not zero.
  private var leading: UInt64 = 0
  /// All digits from the first that is not zero.
  private var digits = 0
  /// The power of ten that the last digit counts.
  private var exponent = 0

  init(_ text: UnsafeRawBufferPointer) {
    var isFraction = false
    for (at, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isFraction { exponent &-= 1 }
        if digits == 0, byte == UInt8(ascii: "0") { continue }
        if digits < 19 { leading = leading &* 10 &+ UInt64(byte &- UInt8(ascii: "0")) }
        digits &+= 1
      default:
        exponent &+= Self.exponent(text[(at &+ 1)...])
        return
      }
    }
  }

  /// The value, if the digits fit in 53 bits and the power of ten is exact too.
  var exact: Double? {
    guard digits <= 19, leading <= 1 << 53, exponent.magnitude <= 22 else {
      return digits == 0 ? 0 : nil
    }
    let value = Double(leading)
    let power = Self.powers[Int(exponent.magnitude)]
    return exponent < 0 ? value / power : value * power
  }

  /// The value by the C library, from a copy of the digits that matter.
  ///
  /// The copy is an integer and an exponent: the C library's decimal point is the locale's.
  func rounded(_ text: UnsafeRawBufferPointer) -> Double {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Self.digitLimit &+ 32) { copy in
      var length = 0
      func add(_ byte: UInt8) {
        copy[length] = CChar(bitPattern: byte)
        length &+= 1
      }
      if isNegative { add(UInt8(ascii: "-")) }
      var kept = 0
      var hasMore = false
      for byte in text {
        if byte | 0x20 == UInt8(ascii: "e") { break }
        guard JSONText.isDigit(byte), kept > 0 || byte != UInt8(ascii: "0") else { continue }
        if kept < Self.digitLimit {
          add(byte)
          kept &+= 1
        } else if byte != UInt8(ascii: "0") {
          hasMore = true
          break
        }
      }
      var power = exponent &+ (digits &- kept)
      if hasMore {
        add(UInt8(ascii: "1"))
        power &-= 1
      }
      add(UInt8(ascii: "e"))
      for byte in String(min(max(power, -99_999), 99_999)).utf8 { add(byte) }
      add(0)
      return copy.baseAddress.map { strtod($0, nil) } ?? 0
    }
  }

  /// Reads the digits of an exponent, cut to a limit that no text's length comes near.
  private static func exponent(_ text: Slice<UnsafeRawBufferPointer>) -> Int {
    var value = 0
    for byte in text where JSONText.isDigit(byte) {
      if value < exponentLimit / 10 { value = value &* 10 &+ Int(byte &- UInt8(ascii: "0")) }
    }
    return text.first == UInt8(ascii: "-") ? -value : value
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
