// Writing: one text for one value, so that equal stores are equal bytes.

extension JSONText {
  /// Writes a text, which must be UTF-8, as a JSON string with its quotes.
  ///
  /// Escaped are `"`, `\` and the control characters below U+0020, in their short form if they have
  /// one and as `\u001f` if not; all else stands as it is.
  package static func write(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    let isDone: Void? = text.withContiguousStorageIfAvailable {
      write(UnsafeRawBufferPointer($0), to: &output)
    }
    if isDone == nil { Array(text).withUnsafeBytes { write($0, to: &output) } }
  }

  /// Writes a text, which must be UTF-8, as a JSON string with its quotes.
  package static func write(_ text: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var start = 0
    var at = 0
    while at < text.count {
      let step = at &+ 16 <= text.count ? JSONBlock.firstEscaped(text, at) : 0
      if step == 16 {
        at &+= 16
        continue
      }
      at &+= step
      let byte = text[at]
      at &+= 1
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      output.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<at &- 1]))
      start = at
      writeEscape(byte, to: &output)
    }
    output.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start...]))
    output.append(UInt8(ascii: "\""))
  }

  private static func writeEscape(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x09: output.append(UInt8(ascii: "t"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    case 0x08: output.append(UInt8(ascii: "b"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case 0x20...: output.append(byte)
    default:
      output.append(contentsOf: "u00".utf8)
      output.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      let digit = byte & 0x0F
      output.append(digit < 10 ? UInt8(ascii: "0") &+ digit : UInt8(ascii: "a") &+ (digit &- 10))
    }
  }

  /// Writes a whole number.
  package static func write(_ number: Int, to output: inout [UInt8]) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    let start = output.count
    var rest = number.magnitude
    repeat {
      output.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    output[start...].reverse()
  }

  /// Writes a number so that it reads back as the same one.
  ///
  /// Whole numbers below 1e15 get plain digits, all others the shortest form. JSON has no infinity
  /// and no NaN: an infinity becomes `1e999`, which reads back as one, and a NaN becomes `null`.
  package static func write(_ number: Double, to output: inout [UInt8]) {
    guard number.isFinite else {
      let text = number.isNaN ? "null" : number < 0 ? "-1e999" : "1e999"
      output.append(contentsOf: text.utf8)
      return
    }
    if number.magnitude < 1e15, number.rounded(.towardZero) == number {
      if number == 0, number.sign == .minus { output.append(UInt8(ascii: "-")) }
      write(Int(number), to: &output)
      return
    }
    writeShortest(number, to: &output)
  }

  /// Writes Swift's shortest form, without ".0", "+" and zeros at the start of the exponent.
  private static func writeShortest(_ number: Double, to output: inout [UInt8]) {
    var text = number.description
    text.withUTF8 { digits in
      var end = digits.count
      if end > 2, digits[end &- 1] == UInt8(ascii: "0"), digits[end &- 2] == UInt8(ascii: ".") {
        end &-= 2
      }
      var isExponentStart = false
      for byte in digits[..<end] {
        switch byte {
        case UInt8(ascii: "e"):
          isExponentStart = true
        case UInt8(ascii: "-") where isExponentStart: break
        case UInt8(ascii: "+") where isExponentStart, UInt8(ascii: "0") where isExponentStart:
          continue
        default: isExponentStart = false
        }
        output.append(byte)
      }
    }
  }
}
