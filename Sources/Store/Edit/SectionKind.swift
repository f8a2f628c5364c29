import Model
import Text

/// A part of a store whose items can be edited: a set, the saved questions, or the declarations of
/// own fields.
enum SectionKind {
  case set(SetSchema)
  case questions
  case ownFields

  /// Finds a section by its key in the store.
  init?(_ name: String, _ schema: Schema) {
    switch name {
    case "frågor": self = .questions
    case "fält": self = .ownFields
    default:
      guard let set = schema.sets.first(where: { $0.name == name }) else { return nil }
      self = .set(set)
    }
  }

  /// The key in the store.
  var name: String {
    switch self {
    case .set(let set): set.name
    case .questions: "frågor"
    case .ownFields: "fält"
    }
  }

  /// The keys of an item in the order that they are written in.
  var order: [String] {
    switch self {
    case .set(let set):
      set.fields.prefix { if case .stored = $0.origin { true } else { false } }.map(\.name)
    case .questions: ["namn", "fråga", "beskrivning"]
    case .ownFields: ["mängd", "namn", "typ", "hjälp"]
    }
  }

  /// The names of the municipality's own fields.
  var own: [String] {
    guard case .set(let set) = self else { return [] }
    return set.fields.filter { if case .own = $0.origin { true } else { false } }.map(\.name)
  }

  /// Whether items may have such a field.
  func has(_ field: String) -> Bool {
    if case .set = self, RecordText.ownName(field) != nil { return true }
    return order.contains(field)
  }

  /// An item with nothing but its id.
  func new(_ id: String) -> RecordText {
    var record = RecordText()
    switch self {
    case .set: record.set("id", to: SectionKind.quoted(id), order: order)
    case .questions: record.set("namn", to: SectionKind.quoted(id), order: order)
    case .ownFields:
      let parts = id.split(separator: ".", maxSplits: 1).map(String.init)
      record.set("mängd", to: SectionKind.quoted(parts.first ?? ""), order: order)
      record.set("namn", to: SectionKind.quoted(parts.last ?? ""), order: order)
    }
    return record
  }

  /// The id of an item: a question's name; an own field's set and name, with a dot between.
  func id(_ record: RecordText) -> String {
    switch self {
    case .set: SectionKind.text(record["id"])
    case .questions: SectionKind.text(record["namn"])
    case .ownFields: SectionKind.text(record["mängd"]) + "." + SectionKind.text(record["namn"])
    }
  }

  /// The id of an item that stands in the store.
  func id(_ row: Int, in snapshot: Snapshot, file: Int) -> String {
    if case .set(let set) = self { return snapshot.heap.string(snapshot[set.id].ids[row]) }
    let item = items(in: snapshot, file: file)[row]
    return RecordText(snapshot.heap.raw(item)).map(id) ?? ""
  }

  /// The rows that stand in a file.
  func rows(in snapshot: Snapshot, file: Int) -> Range<Int> {
    guard case .set(let set) = self else { return 0..<items(in: snapshot, file: file).count }
    return snapshot.rows(of: set.id, file: file)
  }

  /// Whether the section stands in a file.
  func isThere(in snapshot: Snapshot, file: Int) -> Bool {
    guard case .set(let set) = self else { return range(in: snapshot, file: file) != nil }
    return snapshot.kept.tops[file].sets.contains(set.id)
  }

  /// The items of a section that is no set, as places in the heap.
  func items(in snapshot: Snapshot, file: Int) -> [Range<Int>] {
    guard let range = range(in: snapshot, file: file) else { return [] }
    return (KeptJSON.objects(snapshot.heap.raw(range)) ?? []).map {
      range.lowerBound + $0.lowerBound..<range.lowerBound + $0.upperBound
    }
  }

  /// Whether the section of a file is what it should be, a list of objects.
  func isSound(in snapshot: Snapshot, file: Int) -> Bool {
    guard let range = range(in: snapshot, file: file) else { return true }
    return KeptJSON.objects(snapshot.heap.raw(range)) != nil
  }

  private func range(in snapshot: Snapshot, file: Int) -> Range<Int>? {
    let top = snapshot.kept.tops[file]
    switch self {
    case .set: return nil
    case .ownFields: return top.ownFields
    case .questions:
      return top.unknown.first { snapshot.heap.raw($0.key).elementsEqual("frågor".utf8) }?.value
    }
  }

  /// A text as JSON.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.write(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text that a JSON string stands for, in NFC; empty if it is none.
  static func text(_ json: String?) -> String {
    guard let json else { return "" }
    return Array(json.utf8).withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      do throws(JSONFault) {
        let text = JSONText.decode(try reader.string(), in: bytes)
        return String(decoding: UnicodeData.nfc(text), as: UTF8.self)
      } catch {
        return ""
      }
    }
  }
}
