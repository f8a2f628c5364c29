import CUTF8Proc
import Glibc

/// The project's one door to utf8proc: normal form, folding, width.
package enum UnicodeData {
  /// Gives `text` in Unicode NFC.
  package static func nfc(_ text: [UInt8]) -> [UInt8] {
    // Everything below U+0300 (lead byte 0xCC) is in NFC already.
    guard text.contains(where: { $0 >= 0xCC }) else { return text }
    return text.withUnsafeBufferPointer { mapped($0, UTF8PROC_COMPOSE) } ?? text
  }

  /// Gives `text` in Unicode NFC, from bytes that live elsewhere.
  package static func nfc(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard text.contains(where: { $0 >= 0xCC }) else { return Array(text) }
    return mapped(text, UTF8PROC_COMPOSE) ?? Array(text)
  }

  /// Gives `text` in Unicode NFC.
  package static func nfc(_ text: String) -> String {
    String(decoding: nfc(Array(text.utf8)), as: UTF8.self)
  }

  private static func mapped(
    _ text: UnsafeBufferPointer<UInt8>,
    _ form: utf8proc_option_t
  ) -> [UInt8]? {
    var output: UnsafeMutablePointer<UInt8>?
    let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | form.rawValue)
    let count = utf8proc_map(text.baseAddress, text.count, &output, options)
    defer { free(output) }
    guard count >= 0, let output else { return nil }
    return Array(UnsafeBufferPointer(start: output, count: count))
  }

  /// Gives the scalars that one scalar becomes when case, and perhaps marks, are disregarded.
  static func folded(_ scalar: UInt32, strippingMarks: Bool) -> [UInt32] {
    var options = UTF8PROC_CASEFOLD.rawValue
    if strippingMarks { options |= UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_STRIPMARK.rawValue }
    var buffer = [Int32](repeating: 0, count: 24)
    var lastClass: Int32 = 0
    let count = utf8proc_decompose_char(
      Int32(bitPattern: scalar),
      &buffer,
      buffer.count,
      utf8proc_option_t(options),
      &lastClass
    )
    guard count >= 0, count <= buffer.count else { return [scalar] }
    return buffer.prefix(count).map { UInt32(bitPattern: $0) }
  }

  /// Gives the number of cells that one scalar takes on a terminal: 0, 1 or 2.
  static func width(_ scalar: UInt32) -> Int {
    max(0, Int(utf8proc_charwidth(Int32(bitPattern: scalar))))
  }

  /// Tells whether a scalar is a letter, of any script.
  package static func isLetter(_ scalar: UInt32) -> Bool {
    let category = utf8proc_category(Int32(bitPattern: scalar))
    return (UTF8PROC_CATEGORY_LU.rawValue...UTF8PROC_CATEGORY_LO.rawValue)
      .contains(category.rawValue)
  }

  /// Tells whether a scalar is a combining mark.
  package static func isMark(_ scalar: UInt32) -> Bool {
    let category = utf8proc_category(Int32(bitPattern: scalar))
    return (UTF8PROC_CATEGORY_MN.rawValue...UTF8PROC_CATEGORY_ME.rawValue)
      .contains(category.rawValue)
  }

  /// Tells whether a scalar may be shown as it is: assigned, and neither a control, a direction
  /// mark, a separator of lines, a private character nor a surrogate.
  static func isPrintable(_ scalar: UInt32) -> Bool {
    let category = utf8proc_category(Int32(bitPattern: scalar))
    switch category {
    case UTF8PROC_CATEGORY_CN, UTF8PROC_CATEGORY_CC, UTF8PROC_CATEGORY_CF,
      UTF8PROC_CATEGORY_CS, UTF8PROC_CATEGORY_CO, UTF8PROC_CATEGORY_ZL, UTF8PROC_CATEGORY_ZP:
      return false
    default:
      return true
    }
  }
}

/// Reads the scalars of UTF-8 that is known to be valid, without making a String.
package struct ScalarReader: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next scalar starts.
  package private(set) var offset = 0

  /// Reads `bytes` from their start; they must stay alive while the reader is used.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Gives the next scalar, or nil at the end.
  package mutating func next() -> UInt32? {
    guard offset < bytes.count else { return nil }
    let first = UInt32(bytes[offset])
    if first < 0x80 {
      offset += 1
      return first
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + length <= bytes.count else {
      offset = bytes.count
      return 0xFFFD
    }
    var scalar = first & (0x7F >> UInt32(length))
    for k in 1..<length { scalar = scalar << 6 | UInt32(bytes[offset + k] & 0x3F) }
    offset += length
    return scalar
  }
}

extension [UInt8] {
  /// Appends one scalar as UTF-8; what is no scalar becomes U+FFFD.
  mutating func append(scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar))
    } else {
      append(contentsOf: (Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
    }
  }
}
