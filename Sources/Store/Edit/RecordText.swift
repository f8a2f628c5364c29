import Model
import Text

/// One record as JSON on one line, taken apart into keys and values so that it can be changed
/// without touching what is not meant.
struct RecordText {
  /// A key between its quotes, and its value, both as they are written.
  typealias Entry = (key: [UInt8], value: [UInt8])

  private(set) var entries: [Entry] = []

  /// Takes a record apart; nil if it is not an object.
  init?(_ json: some Collection<UInt8>) {
    let entries: [Entry]? = Array(json).withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      do throws(JSONFault) {
        return try RecordText.entries(&reader, bytes)
      } catch {
        return nil
      }
    }
    guard let entries else { return nil }
    self.entries = entries
  }

  /// An empty record.
  init() {}

  private static func entries(
    _ reader: inout JSONReader,
    _ bytes: UnsafeRawBufferPointer
  ) throws(JSONFault) -> [Entry] {
    var entries: [Entry] = []
    try reader.beginObject()
    while let key = try reader.nextKey() {
      var value: [UInt8] = []
      KeptJSON.append(JSONText.bytes(of: try reader.skipValue(), in: bytes), to: &value)
      entries.append((Array(JSONText.bytes(of: key, in: bytes)), value))
    }
    return entries
  }

  /// The record on one line.
  var bytes: [UInt8] {
    var output = [UInt8(ascii: "{")]
    for (number, entry) in entries.enumerated() {
      if number > 0 { output += ", ".utf8 }
      output += [UInt8(ascii: "\"")] + entry.key + "\": ".utf8 + entry.value
    }
    return output + [UInt8(ascii: "}")]
  }

  /// The value under a key; nil if there is none.
  subscript(_ key: String) -> String? {
    entries.first { $0.key.elementsEqual(key.utf8) }
      .map { String(decoding: $0.value, as: UTF8.self) }
  }

  /// Gives a key a value, or takes it away; a new one goes where `order` puts it.
  mutating func set(_ key: String, to value: String?, order: [String]) {
    let name = Array(key.utf8)
    let place = entries.firstIndex { $0.key == name }
    guard let value else {
      if let place { entries.remove(at: place) }
      return
    }
    if let place {
      entries[place].value = Array(value.utf8)
    } else {
      let number = order.firstIndex(of: key) ?? order.count
      let later = Set(order[min(number + 1, order.count)...].map { Array($0.utf8) })
      // Keys that the model does not know stay last.
      let known = Set(order.map { Array($0.utf8) })
      let next = entries.firstIndex { later.contains($0.key) || !known.contains($0.key) }
      let isKnown = number < order.count
      entries.insert((name, Array(value.utf8)), at: isKnown ? next ?? entries.count : entries.count)
    }
  }
}

// MARK: - Fields

extension RecordText {
  /// The value of a field, which may be one of the municipality's own: `egna.namn`.
  func value(_ field: String) -> String? {
    guard let own = RecordText.ownName(field) else { return self[field] }
    return self["egna"].flatMap { RecordText($0.utf8) }?[own]
  }

  /// Sets a field, which may be one of the municipality's own; `egna` goes when nothing is in it.
  mutating func setValue(_ field: String, to value: String?, order: [String], own: [String]) {
    guard let name = RecordText.ownName(field) else { return set(field, to: value, order: order) }
    var inner = self["egna"].flatMap { RecordText($0.utf8) } ?? RecordText()
    inner.set(name, to: value, order: own)
    let text = inner.entries.isEmpty ? nil : String(decoding: inner.bytes, as: UTF8.self)
    set("egna", to: text, order: order)
  }

  /// The name of an own field, without `egna.`; nil if it is not one.
  static func ownName(_ field: String) -> String? {
    field.hasPrefix("egna.") ? String(field.dropFirst(5)) : nil
  }

  /// Tells whether two values are the same to a reader: blanks, forms of numbers and ways to write
  /// nothing do not matter.
  static func isSame(_ a: String?, _ b: String?) -> Bool {
    let (a, b) = (meaning(a), meaning(b))
    if a == b { return true }
    guard let a, let b, let x = Double(a), let y = Double(b) else { return false }
    return x == y
  }

  private static func meaning(_ value: String?) -> String? {
    guard let value else { return nil }
    var output: [UInt8] = []
    Array(value.utf8).withUnsafeBytes { KeptJSON.append($0, to: &output) }
    let text = String(decoding: output, as: UTF8.self)
    return ["null", "\"\"", "[]", "{}"].contains(text) ? nil : text
  }
}
