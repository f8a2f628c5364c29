import Foundation

/// A key of a JSON object with its value.
struct Member {
  var key: String
  var value: Json

  init(_ key: String, _ value: Json) {
    self.key = key
    self.value = value
  }
}

/// A JSON value whose objects keep the order of their keys.
indirect enum Json {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([Json])
  case object([Member])

  /// The value of a key of an object.
  func value(_ key: String) -> Json? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The items of a list.
  var items: [Json] {
    if case .list(let items) = self { return items }
    return []
  }

  /// The text of a string.
  var string: String? {
    if case .text(let text) = self { return text }
    return nil
  }
}

/// Something that is not as it should be; the oracle has no better word for it.
struct OracleError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// Reads JSON text.
func readJson(_ text: String) throws -> Json {
  var reader = JsonReader(bytes: Array(text.utf8))
  let value = try reader.value()
  reader.skipBlanks()
  guard reader.atEnd else { throw OracleError("JSON goes on after its value") }
  return value
}

/// A plain recursive reader of JSON.
private struct JsonReader {
  let bytes: [UInt8]
  var place = 0

  var atEnd: Bool { place >= bytes.count }
  var next: UInt8? { atEnd ? nil : bytes[place] }

  mutating func skipBlanks() {
    while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { place += 1 }
  }

  mutating func take(_ sign: Character) -> Bool {
    skipBlanks()
    guard next == sign.asciiValue else { return false }
    place += 1
    return true
  }

  mutating func value() throws -> Json {
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  mutating func word(_ word: String, _ value: Json) throws -> Json {
    guard bytes[place...].starts(with: word.utf8) else { throw OracleError("not JSON") }
    place += word.utf8.count
    return value
  }

  mutating func number() throws -> Json {
    let start = place
    while let byte = next, "+-.0123456789eE".utf8.contains(byte) { place += 1 }
    guard let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)) else {
      throw OracleError("not a JSON number at byte \(start)")
    }
    return .number(number)
  }

  mutating func object() throws -> Json {
    place += 1
    var members: [Member] = []
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      let key = try string()
      guard take(":") else { throw OracleError("no colon in a JSON object") }
      members.append(Member(key, try value()))
    } while take(",")
    guard take("}") else { throw OracleError("no end of a JSON object") }
    return .object(members)
  }

  mutating func list() throws -> Json {
    place += 1
    var items: [Json] = []
    if take("]") { return .list(items) }
    repeat { items.append(try value()) } while take(",")
    guard take("]") else { throw OracleError("no end of a JSON list") }
    return .list(items)
  }

  mutating func string() throws -> String {
    guard take("\"") else { throw OracleError("no JSON string at byte \(place)") }
    var units: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      place += 1
      if byte == UInt8(ascii: "\\") {
        units += Array(try escaped().utf8)
      } else {
        units.append(byte)
      }
    }
    guard take("\"") else { throw OracleError("no end of a JSON string") }
    return String(decoding: units, as: UTF8.self)
  }

  mutating func escaped() throws -> String {
    guard let byte = next else { throw OracleError("no end of a JSON escape") }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "u"):
      var units = [try hex()]
      if (0xD800..<0xDC00).contains(units[0]) {
        place += 2
        units.append(try hex())
      }
      return String(decoding: units, as: UTF16.self)
    default: return String(decoding: [byte], as: UTF8.self)
    }
  }

  mutating func hex() throws -> UInt16 {
    guard place + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
    else { throw OracleError("not a JSON escape") }
    place += 4
    return unit
  }
}

/// Writes JSON text on one line, keys in order.
func writeJson(_ value: Json) -> String {
  switch value {
  case .null: return "null"
  case .bool(let flag): return flag ? "true" : "false"
  case .number(let number): return numberText(number)
  case .text(let text): return quotedJson(text)
  case .list(let items): return "[" + items.map(writeJson).joined(separator: ", ") + "]"
  case .object(let members):
    let parts = members.map { quotedJson($0.key) + ": " + writeJson($0.value) }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}

/// A number without needless decimals.
func numberText(_ number: Double) -> String {
  if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
  return String(number)
}

/// A JSON string.
func quotedJson(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    default:
      if scalar.value < 32 {
        result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}
