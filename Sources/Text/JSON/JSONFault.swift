/// Where and why a JSON text is not valid.
///
/// Offsets are in bytes from the first byte of the text, a byte order mark included;
/// `JSONText.position(of:in:)` turns one into a line and a column.
package struct JSONFault: Error, Equatable, Sendable {
  /// What is wrong: a fact without words, which the message catalogue turns into a sentence.
  package enum Kind: Equatable, Sendable {
    /// A byte that cannot stand where a value, a comma or a bracket is expected.
    case unexpectedByte
    /// The text ends inside a value; `related` is the bracket or quote that is still open.
    case unexpectedEnd
    /// A closing bracket of the wrong sort; `related` is the opening bracket.
    case mismatchedBracket
    /// Two values in a row without a comma between them.
    case missingComma
    /// A comma before a closing bracket; the place is the comma's.
    case trailingComma
    /// A key without a colon after it.
    case missingColon
    /// Something else than a quoted key where a key is expected.
    case keyExpected
    /// The same key twice in one object, after unescaping; `related` is the first key's quote.
    case duplicateKey
    /// A word that is not `true`, `false` or `null`.
    case invalidLiteral
    /// Something that starts like a number and is none.
    case invalidNumber
    /// A number with a zero before its other digits.
    case leadingZero
    /// A backslash with something that JSON does not know after it.
    case invalidEscape
    /// Half of a surrogate pair in an escape.
    case loneSurrogate
    /// A raw control character (U+0000 to U+001F) in a string.
    case controlCharacter
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// The text is UTF-16, not UTF-8.
    case utf16
    /// The text is UTF-32, not UTF-8.
    case utf32
    /// More open brackets than the reader allows; the place is the bracket that is too many.
    case depthLimit
    /// A text larger than the reader allows; the place is the first byte that is too many.
    case sizeLimit
    /// Nothing but whitespace.
    case emptyDocument
    /// Something after the document's only value.
    case trailingContent
    /// A valid start of a value, but an object was asked for.
    case notAnObject
    /// A valid start of a value, but an array was asked for.
    case notAnArray
    /// A valid start of a value, but a string was asked for.
    case notAString
    /// A valid start of a value, but a number was asked for.
    case notANumber
    /// A valid start of a value, but `true` or `false` was asked for.
    case notABoolean
    /// A valid start of a value, but `null` was asked for.
    case notNull
  }

  /// What is wrong.
  package var kind: Kind
  /// The first byte that is wrong.
  package var offset: Int
  /// A second place that belongs to the fault, such as the first of two equal keys.
  package var related: Int?

  /// Makes a fault.
  package init(kind: Kind, offset: Int, related: Int? = nil) {
    self.kind = kind
    self.offset = offset
    self.related = related
  }
}

/// A stretch of a JSON text: a string's content between the quotes, a number, or a whole value.
package struct JSONSlice: Equatable, Sendable {
  /// The first byte, counted from the start of the text.
  package var offset: Int
  /// The number of bytes, before unescaping.
  package var length: Int
  /// Whether it has a backslash, so that its bytes are not its text.
  package var isEscaped: Bool
  /// Whether it may not be in NFC: it has an escape or a UTF-8 lead byte from 0xCC (U+0300) up.
  package var mayNeedNFC: Bool

  /// Makes a slice.
  package init(offset: Int, length: Int, isEscaped: Bool = false, mayNeedNFC: Bool = false) {
    self.offset = offset
    self.length = length
    self.isEscaped = isEscaped
    self.mayNeedNFC = mayNeedNFC
  }
}
