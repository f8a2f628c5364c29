import Text

/// A JSON value as a tree, for tests.
indirect enum JSONValue: Equatable {
  case text(String)
  case number(Double)
  case bool(Bool)
  case null
  case list([JSONValue])
  case object([String: JSONValue])

  /// Parses valid JSON.
  init(_ bytes: [UInt8]) throws {
    self = try bytes.withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      let value = try JSONValue.next(&reader)
      try reader.finish()
      return value
    }
  }

  private static func next(_ reader: inout JSONReader) throws -> JSONValue {
    switch try reader.peek() {
    case .string: return .text(text(try reader.string(), reader))
    case .number: return .number(JSONText.number(try reader.number(), in: reader.bytes))
    case .true, .false: return .bool(try reader.bool())
    case .null:
      try reader.null()
      return .null
    case .array:
      var items: [JSONValue] = []
      try reader.beginArray()
      while try reader.nextElement() { items.append(try next(&reader)) }
      return .list(items)
    case .object:
      var entries: [String: JSONValue] = [:]
      try reader.beginObject()
      while let key = try reader.nextKey() { entries[text(key, reader)] = try next(&reader) }
      return .object(entries)
    }
  }

  private static func text(_ slice: JSONSlice, _ reader: JSONReader) -> String {
    String(decoding: UnicodeData.nfc(JSONText.decode(slice, in: reader.bytes)), as: UTF8.self)
  }

  /// The value under a key of an object.
  subscript(_ key: String) -> JSONValue? {
    if case .object(let entries) = self { entries[key] } else { nil }
  }

  /// The names of JSON Schema that fit the value.
  var types: Set<String> {
    switch self {
    case .text: ["string"]
    case .number(let number): number.rounded() == number ? ["number", "integer"] : ["number"]
    case .bool: ["boolean"]
    case .null: ["null"]
    case .list: ["array"]
    case .object: ["object"]
    }
  }
}

/// Validates by the keywords of JSON Schema that the published schema uses, and by no others.
struct SchemaValidator {
  /// What is wrong and where: keys and numbers from the top, then the keyword.
  struct Failure: Equatable {
    let path: [String]
    let keyword: String
    let value: JSONValue
  }

  let root: JSONValue
  private(set) var failures: [Failure] = []

  init(_ schema: JSONValue) { root = schema }

  /// Gives what is wrong with a value.
  static func failures(of value: JSONValue, by schema: JSONValue) throws -> [Failure] {
    var validator = SchemaValidator(schema)
    try validator.check(value, schema, [])
    return validator.failures
  }

  /// A keyword that this validator does not know, or uses in another way.
  struct Unknown: Error { let keyword: String }

  private mutating func check(
    _ value: JSONValue,
    _ schema: JSONValue,
    _ path: [String]
  ) throws {
    guard case .object(let keywords) = schema else { throw Unknown(keyword: "\(schema)") }
    for (keyword, argument) in keywords where try !holds(keyword, argument, value, path) {
      failures.append(Failure(path: path, keyword: keyword, value: value))
    }
  }

  private mutating func holds(
    _ keyword: String,
    _ argument: JSONValue,
    _ value: JSONValue,
    _ path: [String]
  ) throws -> Bool {
    switch (keyword, argument) {
    case ("$schema", _), ("title", .text), ("description", .text), ("$defs", .object),
      ("additionalProperties", .bool(true)):
      return true
    case ("$ref", .text(let name)):
      guard name.hasPrefix("#/$defs/"), let target = root["$defs"]?[String(name.dropFirst(8))]
      else {
        throw Unknown(keyword: name)
      }
      try check(value, target, path)
      return true
    case ("const", _): return value == argument
    case ("enum", .list(let values)): return values.contains(value)
    case ("type", .text(let type)): return value.types.contains(type)
    case ("type", .list(let types)):
      return types.contains {
        if case .text(let type) = $0 { value.types.contains(type) } else { false }
      }
    case ("required", .list(let keys)):
      guard case .object(let entries) = value else { return true }
      return keys.allSatisfy { if case .text(let key) = $0 { entries[key] != nil } else { false } }
    default: return try holdsForParts(keyword, argument, value, path)
    }
  }

  private mutating func holdsForParts(
    _ keyword: String,
    _ argument: JSONValue,
    _ value: JSONValue,
    _ path: [String]
  ) throws -> Bool {
    switch (keyword, argument) {
    case ("minLength", .number(let count)):
      guard case .text(let text) = value else { return true }
      return Double(text.unicodeScalars.count) >= count
    case ("pattern", .text(let pattern)):
      guard case .text(let text) = value else { return true }
      let regex = try Regex(pattern).matchingSemantics(.unicodeScalar)
      return text.contains(regex)
    case ("properties", .object(let properties)):
      guard case .object(let entries) = value else { return true }
      for (key, schema) in properties {
        if let entry = entries[key] { try check(entry, schema, path + [key]) }
      }
      return true
    case ("items", _):
      guard case .list(let items) = value else { return true }
      for (k, item) in items.enumerated() { try check(item, argument, path + [String(k)]) }
      return true
    default: throw Unknown(keyword: keyword)
    }
  }
}
