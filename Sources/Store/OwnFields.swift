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

  /// Reads the `fält` section and gives its place, so that it can be written back as it is.
  static func read(
    _ store: inout StoreReader,
    _ cursor: inout JSONCursor
  ) throws(JSONFault) -> Range<Int>? {
    let kind = try cursor.reader.peek()
    let start = cursor.base + cursor.reader.offset
    guard kind == .array else {
      if kind != .null { store.reportTop(.badOwnField, "fält", at: start) }
      _ = try cursor.reader.skipValue()
      return kind == .null ? nil : start..<cursor.base + cursor.reader.offset
    }
    try cursor.reader.beginArray()
    while try cursor.reader.nextElement() {
      guard try cursor.reader.peek() == .object else {
        store.reportTop(.badOwnField, "fält", at: cursor.base + cursor.reader.offset)
        _ = try cursor.reader.skipValue()
        continue
      }
      store.ownDeclarations.append(try declaration(store, &cursor))
    }
    return start..<cursor.base + cursor.reader.offset
  }

  private static func declaration(
    _ store: StoreReader,
    _ cursor: inout JSONCursor
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
      isName(declaration.name),
      !set.fields.flatMap(\.names).contains(where: { isSame($0, declaration.name) })
    else { return nil }
    let isList = declaration.type.hasPrefix("[") && declaration.type.hasSuffix("]")
    let word = isList ? String(declaration.type.dropFirst().dropLast()) : declaration.type
    guard let type = FieldType.ownTypes.first(where: { $0.name == word })?.type else {
      return nil
    }
    let doc = Bilingual(same: declaration.help)
    let field = Field(
      declaration.name,
      declaration.name,
      type,
      doc,
      isList: isList,
      origin: .own
    )
    return (set.id, field)
  }

  /// A name must be one word of the language, or no question could ask for it.
  private static func isName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, UnicodeData.isLetter(first.value) else {
      return false
    }
    return name.unicodeScalars.allSatisfy {
      $0 == "_" || UnicodeData.isLetter($0.value) || ("0"..."9").contains($0)
    }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    Folding.byCase.fold(a) == Folding.byCase.fold(b)
  }
}

extension StoreReader {
  /// Adds the declared own fields to the schema and fills their columns from `egna`.
  mutating func readOwnFields(_ files: [StoreFile]) throws(StoreFault) {
    var accepted: Set<[String]> = []
    for declaration in ownDeclarations {
      // Each file of a store may declare what it uses.
      let same = [declaration.set, declaration.name, declaration.type]
      if let (set, field) = OwnFields.field(declaration, schema) {
        schema.add(field, to: set)
        accepted.insert(same)
      } else if !accepted.contains(same) {
        reportTop(.badOwnField, "fält", at: declaration.offset)
      }
    }
    for set in sets.indices {
      let own = schema.sets[set].fields.filter { if case .own = $0.origin { true } else { false } }
      guard !own.isEmpty else { continue }
      let first = sets[set].columns.count
      sets[set].addOwn(own)
      var next = 0
      for row in 0..<sets[set].count {
        sets[set].beginOwn(row: row)
        try readOwn(set, first, &next, files)
        sets[set].endRecord(fields: first..<first + own.count)
      }
    }
  }

  /// Reads the own fields of one record, whose kept pieces are the next ones.
  private mutating func readOwn(
    _ set: Int,
    _ first: Int,
    _ next: inout Int,
    _ files: [StoreFile]
  ) throws(StoreFault) {
    while next < kept.pieces[set].count, kept.pieces[set][next].row == sets[set].row {
      let piece = kept.pieces[set][next]
      next += 1
      guard piece.field < 0, bytes[piece.key].elementsEqual("egna".utf8) else { continue }
      let inner = UnsafeRawBufferPointer(rebasing: bytes[piece.value])
      var cursor = JSONCursor(JSONReader(inner), base: piece.value.lowerBound)
      do throws(JSONFault) {
        try readOwn(set, first, &cursor)
      } catch {
        let file = files.last { $0.range.lowerBound <= cursor.base } ?? files[0]
        let shift = cursor.base - file.range.lowerBound
        let related = error.related.map { $0 + shift }
        throw .json(
          JSONFault(kind: error.kind, offset: error.offset + shift, related: related),
          file
        )
      }
    }
  }

  private mutating func readOwn(
    _ set: Int,
    _ first: Int,
    _ cursor: inout JSONCursor
  ) throws(JSONFault) {
    guard try cursor.reader.peek() == .object else { return }
    try cursor.reader.beginObject()
    while let key = try cursor.reader.nextKey() {
      let name = String(decoding: decoded(key, cursor), as: UTF8.self)
      if let field = sets[set].columns[first...].firstIndex(where: { $0.field.name == name }) {
        try sets[set].see(field, key)
        try readField(set, field, &cursor)
      } else {
        _ = try cursor.reader.skipValue()
      }
    }
  }
}
