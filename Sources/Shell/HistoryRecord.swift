/// One line of the history file: `{"t":1764000000,"q":"visa insatser"}`.
nonisolated struct HistoryRecord: Equatable, Sendable {
  /// When the text was run, in seconds since 1970.
  var time: Int
  var text: String

  /// Creates a record.
  init(time: Int, text: String) {
    self.time = time
    self.text = text
  }

  /// The line as it stands in the file, without the line feed.
  var line: String {
    "{\"t\":\(time),\"q\":\"\(Self.escaped(text))\"}"
  }

  /// Reads a line; nil if it is damaged.
  ///
  /// Members that this version does not know are passed over if they are strings or plain words.
  init?(line: ArraySlice<UInt8>) {
    var reader = FlatObjectReader(bytes: line)
    guard let members = reader.members(), case .string(let text)? = members["q"] else { return nil }
    self.text = text
    if case .word(let word)? = members["t"], let time = Int(word) {
      self.time = time
    } else {
      time = 0
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Reads a JSON object whose values are strings, numbers, true, false or null.
nonisolated private struct FlatObjectReader {
  enum Value {
    case string(String)
    case word(String)
  }

  var bytes: ArraySlice<UInt8>

  /// Returns the members, or nil if the bytes are not such an object and nothing else.
  mutating func members() -> [String: Value]? {
    var members: [String: Value] = [:]
    guard take("{") else { return nil }
    repeat {
      guard let name = string(), take(":"), let value = value() else { return nil }
      members[name] = value
    } while take(",")
    guard take("}") else { return nil }
    skipBlanks()
    return bytes.isEmpty ? members : nil
  }

  private mutating func skipBlanks() {
    bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  private mutating func take(_ character: Character) -> Bool {
    skipBlanks()
    guard bytes.first == character.asciiValue else { return false }
    bytes.removeFirst()
    return true
  }

  private mutating func value() -> Value? {
    skipBlanks()
    if bytes.first == UInt8(ascii: "\"") { return string().map(Value.string) }
    let word = bytes.prefix {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    bytes = bytes.dropFirst(word.count)
    return word.isEmpty ? nil : .word(String(decoding: word, as: UTF8.self))
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var decoded: [UInt8] = []
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return String(validating: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        decoded.append(contentsOf: String(scalar).utf8)
      case 0..<0x20: return nil
      default: decoded.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    switch bytes.popFirst() {
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "t"): "\t"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "u"): codeUnit().flatMap { scalar(startingWith: $0) }
    default: nil
    }
  }

  /// Joins a surrogate pair, `\ud83d\ude00`; a lone surrogate is no scalar.
  private mutating func scalar(startingWith unit: UInt32) -> Unicode.Scalar? {
    guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) }
    guard bytes.popFirst() == UInt8(ascii: "\\"), bytes.popFirst() == UInt8(ascii: "u"),
      let second = codeUnit(), (0xDC00...0xDFFF).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func codeUnit() -> UInt32? {
    let digits = bytes.prefix(4)
    bytes = bytes.dropFirst(4)
    guard digits.count == 4, !digits.contains(UInt8(ascii: "+")) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
