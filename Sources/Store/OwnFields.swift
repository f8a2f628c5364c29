import Model
import Text

/// A municipality's own fields: declared in the store's `fält` section, valued under `egna`.
enum OwnFields {
  /// One declaration as it was read.
  struct Declaration {
    var set = ""
    var name = ""
    var type = ""
    var help = ""
    let offset: Int
  }

  /// Reads the `fält` section; it is also kept as it is, for writing back.
  static func read(
    _ store: inout StoreReader, _ cursor: inout JSONCursor
  ) throws(JSONFault) {
    var whole = cursor
    let slice = try whole.reader.skipValue()
    let start = cursor.base + slice.offset
    store.kept.ownFields.append(start..<start + slice.length)
    guard try cursor.reader.peek() == .array else {
      store.reportOwn(at: start)
      _ = try cursor.reader.skipValue()
      return
    }
    try cursor.reader.beginArray()
    while try cursor.reader.nextElement() {
      guard try cursor.reader.peek() == .object else {
        store.reportOwn(at: cursor.base + cursor.reader.offset)
        _ = try cursor.reader.skipValue()
        continue
      }
      store.ownDeclarations.append(try declaration(store, &cursor))
    }
  }

  private static func declaration(
    _ store: StoreReader, _ cursor: inout JSONCursor
  ) throws(JSONFault) -> Declaration {
    var declaration = Declaration(offset: cursor.base + cursor.reader.offset)
    try cursor.reader.beginObject()
    while let key = try cursor.reader.nextKey() {
      guard try cursor.reader.peek() == .string else {
        _ = try cursor.reader.skipValue()
        continue
      }
      let name = String(decoding: store.decoded(key, cursor), as: UTF8.self)
      let value = String(decoding: store.decoded(try cursor.reader.string(), cursor), as: UTF8.self)
      switch name {
      case "mängd": declaration.set = value
      case "namn": declaration.name = value
      case "typ": declaration.type = value
      case "hjälp": declaration.help = value
      default: break
      }
    }
    return declaration
  }

  /// Gives the field that a declaration makes, or nil if it cannot be used.
  static func field(_ declaration: Declaration, _ schema: Schema) -> (SetID, Field)? {
    guard let set = schema.sets.first(where: { $0.name == declaration.set }),
      !declaration.name.isEmpty, !set.fields.contains(where: { $0.names.contains(declaration.name) }),
      declaration.name.unicodeScalars.allSatisfy({
        $0 == "_" || UnicodeData.isLetter($0.value) || ("0"..."9").contains($0)
      })
    else { return nil }
    let isList = declaration.type.hasPrefix("[") && declaration.type.hasSuffix("]")
    let word = isList ? String(declaration.type.dropFirst().dropLast()) : declaration.type
    guard let type = types[word] else { return nil }
    let doc = Bilingual(same: declaration.help)
    let field = Field(
      declaration.name, declaration.name, type, doc, isList: isList, origin: .own)
    return (set.id, field)
  }

  private static let types: [String: FieldType] = [
    "text": .text, "int": .integer, "number": .number, "money": .money, "percent": .percent,
    "bool": .bool, "day": .day, "time": .time,
  ]
}

extension StoreReader {
  mutating func reportOwn(at offset: Int) {
    findings.append(
      Finding(kind: .badOwnField, set: .bodies, row: -1, field: "fält", offset: offset))
  }

  /// Adds the declared own fields to the schema and fills their columns from `egna`.
  mutating func readOwnFields() throws(StoreFault) {
    for declaration in ownDeclarations {
      guard let (set, field) = OwnFields.field(declaration, schema) else {
        reportOwn(at: declaration.offset)
        continue
      }
      schema.add(field, to: set)
    }
    for set in sets.indices {
      let own = schema.sets[set].fields.filter { if case .own = $0.origin { true } else { false } }
      guard !own.isEmpty else { continue }
      let first = sets[set].columns.count
      sets[set].addOwn(own)
      for row in 0..<sets[set].count {
        sets[set].beginOwn(row: row)
        do throws(JSONFault) { try readOwn(set, row, first) } catch { continue }
        sets[set].endRecord(fields: first..<first + own.count)
      }
    }
  }

  private mutating func readOwn(_ set: Int, _ row: Int, _ first: Int) throws(JSONFault) {
    let place = KeptText.Place(sets[set].schema.id, row)
    guard let entries = kept.ofRecords[place],
      let egna = entries.first(where: { bytes[$0.key].elementsEqual("egna".utf8) })
    else { return }
    let inner = UnsafeRawBufferPointer(rebasing: bytes[egna.value])
    var cursor = JSONCursor(JSONReader(inner), base: egna.value.lowerBound)
    guard try cursor.reader.peek() == .object else { return }
    try cursor.reader.beginObject()
    while let key = try cursor.reader.nextKey() {
      let name = String(decoding: decoded(key, cursor), as: UTF8.self)
      let field = sets[set].columns[first...].firstIndex { $0.field.name == name }
      if let field {
        try readField(set, field, &cursor)
      } else {
        _ = try cursor.reader.skipValue()
      }
    }
  }
}
