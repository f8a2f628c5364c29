/// A strict pull reader of one JSON text (RFC 8259): no tree, and no `String` per value.
///
/// The caller asks for what it expects (`beginObject`, `nextKey`, `string` …) and gets stretches of
/// the text. Each key and element must be read, or skipped with `skipValue`, before the next one is
/// asked for. After a fault the reader's state is of no use. The reader is a value: a copy can look
/// ahead. The bytes must outlive it.
///
/// Stricter than RFC 8259: no duplicate keys, no lone surrogates, a limit on depth and size.
package struct JSONReader {
  /// The sorts of JSON value.
  package enum Kind: Equatable, Sendable {
    /// `{ … }`.
    case object
    /// `[ … ]`.
    case array
    /// `" … "`.
    case string
    /// A number.
    case number
    /// The word `true`.
    case `true`
    /// The word `false`.
    case `false`
    /// The word `null`.
    case null
  }

  /// The largest text that is read by default: offsets into it fit in 32 bits.
  package static let defaultMaximumSize = 0xFFFF_FFFF

  /// The text that is read.
  package let bytes: UnsafeRawBufferPointer
  /// How many of the bytes may be read: all, or none if the text is too large.
  let count: Int
  let maximumDepth: Int
  let maximumSize: Int
  var cursor: Int
  /// Whether nothing has been read since the innermost opening bracket.
  var isFirst = false
  /// The innermost open container.
  var frame = JSONFrame.document
  /// The containers around it, outermost first.
  var outer: [JSONFrame] = []
  var keys = JSONKeys()

  /// Makes a reader of a text, which starts after a UTF-8 byte order mark if there is one.
  package init(
    _ bytes: UnsafeRawBufferPointer,
    maximumDepth: Int = 256,
    maximumSize: Int = JSONReader.defaultMaximumSize
  ) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    self.maximumSize = maximumSize
    // A text that is too large is read as an empty one, so that the check costs nothing later:
    // the fault at its "end" then says what is wrong.
    count = bytes.count <= maximumSize ? bytes.count : 0
    cursor = JSONText.markLength(bytes, count: count)
  }

  /// The place in the text where reading goes on.
  package var offset: Int { cursor }

  /// Checks that a text is one valid JSON value.
  package static func validate(
    _ bytes: UnsafeRawBufferPointer,
    maximumDepth: Int = 256
  ) throws(JSONFault) {
    var reader = JSONReader(bytes, maximumDepth: maximumDepth)
    _ = try reader.skipValue()
    try reader.finish()
  }

  /// Tells the sort of the next value from its first byte, and stays before it.
  @inline(__always)
  package mutating func peek() throws(JSONFault) -> Kind {
    skipWhitespace()
    guard cursor < count else { throw unexpected(cursor) }
    switch bytes[cursor] {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"): return .true
    case UInt8(ascii: "f"): return .false
    case UInt8(ascii: "n"): return .null
    default: throw noValue()
    }
  }

  /// Reads an opening brace; `nextKey` then gives the object's keys.
  package mutating func beginObject() throws(JSONFault) {
    try begin(UInt8(ascii: "{"), isObject: true)
  }

  /// Reads an opening bracket; `nextElement` then walks through the array.
  package mutating func beginArray() throws(JSONFault) {
    try begin(UInt8(ascii: "["), isObject: false)
  }

  /// Reads the object's next key and its colon, or the closing brace, and then gives nil.
  package mutating func nextKey() throws(JSONFault) -> JSONSlice? {
    guard frame.isObject else { throw wrongKind(.notAnObject) }
    guard try nextItem(UInt8(ascii: "}")) else { return nil }
    guard cursor < count, bytes[cursor] == UInt8(ascii: "\"") else {
      throw unexpected(cursor, .keyExpected)
    }
    let key = try readString()
    if let earlier = keys.insert(key, in: bytes, &frame) {
      throw JSONFault(
        kind: .duplicateKey,
        offset: key.offset &- 1,
        related: earlier.offset &- 1
      )
    }
    skipWhitespace()
    guard cursor < count, bytes[cursor] == UInt8(ascii: ":") else {
      throw unexpected(cursor, .missingColon)
    }
    cursor &+= 1
    return key
  }

  /// Steps to the array's next element, or over the closing bracket, and then gives false.
  package mutating func nextElement() throws(JSONFault) -> Bool {
    guard !frame.isObject, frame.isOpen else { throw wrongKind(.notAnArray) }
    return try nextItem(UInt8(ascii: "]"))
  }

  /// Reads a string; the slice is its content between the quotes.
  package mutating func string() throws(JSONFault) -> JSONSlice {
    skipWhitespace()
    guard cursor < count, bytes[cursor] == UInt8(ascii: "\"") else {
      throw wrongKind(.notAString)
    }
    return try readString()
  }

  /// Reads `true` or `false`.
  package mutating func bool() throws(JSONFault) -> Bool {
    skipWhitespace()
    guard cursor < count else { throw unexpected(cursor) }
    switch bytes[cursor] {
    case UInt8(ascii: "t"):
      try readWord("true")
      return true
    case UInt8(ascii: "f"):
      try readWord("false")
      return false
    default: throw wrongKind(.notABoolean)
    }
  }

  /// Reads `null`.
  package mutating func null() throws(JSONFault) {
    skipWhitespace()
    guard cursor < count, bytes[cursor] == UInt8(ascii: "n") else { throw wrongKind(.notNull) }
    try readWord("null")
  }

  /// Reads a value of any sort, checks all that is in it, and gives its place, quotes included.
  package mutating func skipValue() throws(JSONFault) -> JSONSlice {
    skipWhitespace()
    var whole = JSONSlice(offset: cursor, length: 0)
    let depth = outer.count
    repeat {
      switch try peek() {
      case .object: try beginObject()
      case .array: try beginArray()
      case .string: whole.note(try readString())
      case .number: _ = try readNumber()
      case .true: try readWord("true")
      case .false: try readWord("false")
      case .null: try readWord("null")
      }
    } while try moveToValue(above: depth, &whole)
    whole.length = cursor &- whole.offset
    return whole
  }

  /// Checks that nothing but whitespace follows the value.
  package mutating func finish() throws(JSONFault) {
    skipWhitespace()
    guard cursor < count || frame.isOpen else { return }
    throw unexpected(cursor, .trailingContent)
  }
}

// MARK: - Structure

extension JSONReader {
  /// Steps over whitespace.
  @inline(__always)
  mutating func skipWhitespace() {
    var at = cursor
    while at < count {
      let byte = bytes[at]
      guard byte <= 0x20, JSONText.isWhitespace(byte) else { break }
      at &+= 1
    }
    cursor = at
  }

  /// Opens a container.
  @inline(__always)
  private mutating func begin(_ bracket: UInt8, isObject: Bool) throws(JSONFault) {
    skipWhitespace()
    guard cursor < count, bytes[cursor] == bracket else {
      throw wrongKind(isObject ? .notAnObject : .notAnArray)
    }
    guard outer.count < maximumDepth else { throw JSONFault(kind: .depthLimit, offset: cursor) }
    outer.append(frame)
    frame = JSONFrame(isObject: isObject, opening: cursor, firstKey: keys.count)
    isFirst = true
    cursor &+= 1
  }

  /// Steps to the container's next item, over a comma if it is not the first, or closes it.
  @inline(__always)
  private mutating func nextItem(_ closing: UInt8) throws(JSONFault) -> Bool {
    skipWhitespace()
    guard cursor < count else { throw unexpected(cursor) }
    let byte = bytes[cursor]
    if byte == closing {
      close()
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    guard byte == UInt8(ascii: ",") else { throw noComma() }
    let comma = cursor
    cursor &+= 1
    skipWhitespace()
    guard cursor < count, bytes[cursor] != closing else { throw afterComma(comma) }
    return true
  }

  /// Closes the innermost container.
  @inline(__always)
  private mutating func close() {
    cursor &+= 1
    isFirst = false
    keys.remove(from: frame)
    frame = outer.popLast() ?? .document
  }

  /// Closes what is at its end and steps to the next value deeper than `depth`, if there is one.
  @inline(__always)
  private mutating func moveToValue(
    above depth: Int,
    _ whole: inout JSONSlice
  ) throws(JSONFault) -> Bool {
    while outer.count > depth {
      if frame.isObject {
        guard let key = try nextKey() else { continue }
        whole.note(key)
        return true
      }
      if try nextElement() { return true }
    }
    return false
  }
}

/// An open container.
struct JSONFrame {
  var isObject: Bool
  /// Whether there is a container at all.
  var isOpen = true
  /// Whether its keys are in the last one of the key tables.
  var hasTable = false
  /// The place of its opening bracket.
  var opening: Int
  /// Where its keys start among all keys of open objects.
  var firstKey: Int
  /// One bit for each key, chosen by its hash: a key whose bit is not set is new.
  var seen: UInt64 = 0

  /// What is outside every container.
  static var document: JSONFrame {
    JSONFrame(isObject: false, isOpen: false, opening: 0, firstKey: 0)
  }
}

extension JSONSlice {
  /// Takes over what is to be known about a part.
  @inline(__always)
  mutating func note(_ part: JSONSlice) {
    isEscaped = isEscaped || part.isEscaped
    mayNeedNFC = mayNeedNFC || part.mayNeedNFC
  }
}
