// What is wrong, worked out once something is: nothing here is on the path of a valid text.

extension JSONReader {
  /// Names the fault at a place: `kind`, unless the text ends there or is not UTF-8 at all.
  @inline(never)
  func unexpected(_ at: Int, _ kind: JSONFault.Kind = .unexpectedByte) -> JSONFault {
    if at < 4, let kind = wrongEncoding() { return JSONFault(kind: kind, offset: 0) }
    guard at < count else { return unexpectedEnd() }
    if bytes[at] >= 0x80, JSONText.sequenceLength(bytes, at, end: count) == 0 {
      return JSONFault(kind: .invalidUTF8, offset: at)
    }
    return JSONFault(kind: kind, offset: at)
  }

  /// Names the fault of a text that stops too early.
  @inline(never)
  func unexpectedEnd(_ opening: Int? = nil) -> JSONFault {
    if bytes.count > count { return JSONFault(kind: .sizeLimit, offset: maximumSize) }
    let isBlank = (JSONText.markLength(bytes, count: count)..<count).allSatisfy {
      JSONText.isWhitespace(bytes[$0])
    }
    if isBlank { return JSONFault(kind: .emptyDocument, offset: count) }
    let related = opening ?? (frame.isOpen ? frame.opening : nil)
    return JSONFault(kind: .unexpectedEnd, offset: count, related: related)
  }

  /// Names the fault of a string that is still open at the end of the text.
  @inline(never)
  func unfinishedString(_ start: Int) -> JSONFault { unexpectedEnd(start &- 1) }

  /// Names the fault where a value is expected and none starts.
  @inline(never)
  func noValue() -> JSONFault {
    let byte = bytes[cursor]
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return closingBracket()
    case UInt8(ascii: "+"), UInt8(ascii: "."): return unexpected(cursor, .invalidNumber)
    case _ where JSONText.isWordByte(byte): return unexpected(cursor, .invalidLiteral)
    default: return unexpected(cursor)
    }
  }

  /// Names the fault where a comma or a closing bracket is expected.
  @inline(never)
  func noComma() -> JSONFault {
    switch bytes[cursor] {
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return closingBracket()
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["):
      return unexpected(cursor, .missingComma)
    case let byte where JSONText.isWordByte(byte): return unexpected(cursor, .missingComma)
    default: return unexpected(cursor)
    }
  }

  /// Names the fault after a comma that no item follows.
  @inline(never)
  func afterComma(_ comma: Int) -> JSONFault {
    guard cursor < count else { return unexpected(cursor) }
    return JSONFault(kind: .trailingComma, offset: comma)
  }

  /// Names the fault of a closing bracket that cannot stand at the cursor.
  private func closingBracket() -> JSONFault {
    let isBrace = bytes[cursor] == UInt8(ascii: "}")
    guard frame.isOpen, frame.isObject != isBrace else { return unexpected(cursor) }
    return JSONFault(kind: .mismatchedBracket, offset: cursor, related: frame.opening)
  }

  /// Names the fault of a value of another sort than the one asked for, or of no value at all.
  @inline(never)
  func wrongKind(_ kind: JSONFault.Kind) -> JSONFault {
    var reader = self
    do {
      _ = try reader.peek()
      return JSONFault(kind: kind, offset: reader.cursor)
    } catch {
      return error
    }
  }

  /// Tells UTF-16 and UTF-32, with or without a byte order mark, by the first bytes.
  private func wrongEncoding() -> JSONFault.Kind? {
    guard count >= 2 else { return nil }
    let start = (0..<4).map { $0 < count ? bytes[$0] : 1 }
    switch (start[0], start[1], start[2], start[3]) {
    case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF), (0, 0, 0, 1...), (1..., 0, 0, 0): return .utf32
    case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _), (0, 1..., _, _), (1..., 0, 1..., _): return .utf16
    default: return nil
    }
  }
}
