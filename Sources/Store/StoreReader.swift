import Model
import Text

/// Reads a store's files into columns: one pass over the bytes, no tree, no String per value.
struct StoreReader {
  let bytes: UnsafeRawBufferPointer
  var schema = Schema.followUp
  var sets: [SetReader]
  var arena: [UInt8] = []
  var foreign: [TextRef] = []
  var findings: [Finding] = []
  var kept = KeptText()
  var ownDeclarations: [OwnFields.Declaration] = []
  /// Whether the list being read has something that its column cannot give back byte by byte.
  var listIsUnusual = false

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    sets = Schema.followUp.sets.map(SetReader.init)
  }

  /// Reads one file, whose bytes are `range` of the heap.
  mutating func read(_ file: StoreFile) throws(StoreFault) {
    let inner = UnsafeRawBufferPointer(rebasing: bytes[file.range])
    var cursor = JSONCursor(JSONReader(inner), base: file.range.lowerBound)
    do throws(JSONFault) {
      let isStore = try readTop(&cursor)
      try cursor.reader.finish()
      if !isStore { throw JSONFault(kind: .notAnObject, offset: -1) }
    } catch {
      throw error.offset < 0 ? .notAStore(file) : .json(error, file)
    }
  }

  private mutating func readTop(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    var isStore = false
    guard try cursor.reader.peek() == .object else { return false }
    try cursor.reader.beginObject()
    while let key = try cursor.reader.nextKey() {
      let name = String(decoding: decoded(key, cursor), as: UTF8.self)
      switch name {
      case "format": isStore = try readFormat(&cursor)
      case "version": try readVersion(&cursor)
      case "fält": try OwnFields.read(&self, &cursor)
      default:
        if let set = sets.firstIndex(where: { $0.schema.name == name }) {
          kept.presentSets.insert(sets[set].schema.id)
          try readSet(set, &cursor)
        } else {
          kept.top.append(try entry(key, &cursor))
        }
      }
    }
    return isStore
  }

  private mutating func readFormat(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    guard try cursor.reader.peek() == .string else {
      _ = try cursor.reader.skipValue()
      return false
    }
    let slice = try cursor.reader.string()
    return decoded(slice, cursor) == Array("följ".utf8)
  }

  private mutating func readVersion(_ cursor: inout JSONCursor) throws(JSONFault) {
    let start = cursor.reader.offset + cursor.base
    let isNumber = try cursor.reader.peek() == .number
    let slice = try cursor.reader.skipValue()
    let version = isNumber ? JSONText.number(slice, in: cursor.bytes) : 1
    guard version > 1 else { return }
    kept.version = Int(min(version, 1e9))
    let finding = Finding(
      kind: .newerVersion, set: .bodies, row: -1, field: "version", offset: start)
    findings.append(finding)
  }

  private mutating func readSet(_ set: Int, _ cursor: inout JSONCursor) throws(JSONFault) {
    if try cursor.reader.peek() == .null { return try cursor.reader.null() }
    try cursor.reader.beginArray()
    while try cursor.reader.nextElement() { try readRecord(set, &cursor) }
  }

  private mutating func readRecord(_ set: Int, _ cursor: inout JSONCursor) throws(JSONFault) {
    let kind = try cursor.reader.peek()
    sets[set].beginRecord(at: cursor.reader.offset + cursor.base)
    guard kind == .object else {
      throw JSONFault(kind: .notAnObject, offset: cursor.reader.offset)
    }
    try cursor.reader.beginObject()
    while let key = try cursor.reader.nextKey() {
      if let field = sets[set].field(of: decodedIfNeeded(key, cursor), cursor.bytes, key) {
        try readField(set, field, &cursor)
      } else {
        try keep(key, set, &cursor)
      }
    }
    sets[set].endRecord()
  }

  private mutating func keep(
    _ key: JSONSlice, _ set: Int, _ cursor: inout JSONCursor
  ) throws(JSONFault) {
    let entry = try entry(key, &cursor)
    let place = KeptText.Place(sets[set].schema.id, sets[set].row)
    kept.ofRecords[place, default: []].append(entry)
  }

  private func entry(
    _ key: JSONSlice, _ cursor: inout JSONCursor
  ) throws(JSONFault) -> KeptText.Entry {
    let value = try cursor.reader.skipValue()
    let keyStart = cursor.base + key.offset
    let valueStart = cursor.base + value.offset
    return KeptText.Entry(
      key: keyStart..<keyStart + key.length, value: valueStart..<valueStart + value.length)
  }

  private func decodedIfNeeded(_ key: JSONSlice, _ cursor: JSONCursor) -> [UInt8]? {
    key.mayNeedNFC || key.isEscaped ? decoded(key, cursor) : nil
  }

  /// Gives a string's text in NFC.
  func decoded(_ slice: JSONSlice, _ cursor: JSONCursor) -> [UInt8] {
    UnicodeData.nfc(JSONText.decode(slice, in: cursor.bytes))
  }

  /// Gives a reference to a string's text; what is not written in plain NFC goes to the arena.
  mutating func text(_ slice: JSONSlice, _ cursor: JSONCursor) -> TextRef {
    let plain = TextRef(offset: cursor.base + slice.offset, length: slice.length, isInArena: false)
    guard slice.mayNeedNFC || slice.isEscaped else { return plain }
    let decoded = decoded(slice, cursor)
    let raw = JSONText.bytes(of: slice, in: cursor.bytes)
    if decoded.count == raw.count, decoded.elementsEqual(raw) { return plain }
    let ref = TextRef(offset: arena.count, length: decoded.count, isInArena: true)
    arena.append(contentsOf: decoded)
    return ref
  }
}

/// A JSON reader and where its file starts in the heap.
struct JSONCursor {
  var reader: JSONReader
  let base: Int
  let bytes: UnsafeRawBufferPointer

  init(_ reader: JSONReader, base: Int) {
    self.reader = reader
    self.base = base
    bytes = reader.bytes
  }
}

/// Collects the records of one set.
struct SetReader {
  let schema: SetSchema
  var columns: [ColumnBuilder]
  private(set) var starts: [UInt32] = []
  private let keys: [[UInt8]]
  private var expected = 0
  private var filled: [Bool]
  /// The row of the record being read.
  private(set) var row = -1

  init(_ schema: SetSchema) {
    self.schema = schema
    let stored = schema.fields.prefix { $0.isStored }
    columns = stored.map(ColumnBuilder.init)
    keys = stored.map { Array($0.name.utf8) }
    filled = [Bool](repeating: false, count: stored.count)
  }

  /// The number of records.
  var count: Int { starts.count }

  mutating func beginRecord(at offset: Int) {
    row = starts.count
    starts.append(UInt32(clamping: offset))
    expected = 0
  }

  mutating func setFilled(_ field: Int) { filled[field] = true }

  /// Adds columns for own fields, which are filled when the rest has been read.
  mutating func addOwn(_ fields: [Field]) {
    columns += fields.map(ColumnBuilder.init)
    filled += fields.map { _ in false }
  }

  mutating func beginOwn(row: Int) { self.row = row }

  mutating func endRecord(fields: Range<Int>? = nil) {
    for field in fields ?? columns.indices {
      columns[field].endRecord(hasValue: filled[field])
      filled[field] = false
    }
  }

  /// Finds a field by its key; the one after the last key is tried first.
  mutating func field(
    of decoded: [UInt8]?, _ bytes: UnsafeRawBufferPointer, _ key: JSONSlice
  ) -> Int? {
    let raw = JSONText.bytes(of: key, in: bytes)
    func isKey(_ k: Int) -> Bool {
      if let decoded { return keys[k] == decoded }
      return keys[k].count == raw.count && keys[k].elementsEqual(raw)
    }
    for k in expected..<max(expected, keys.count) where isKey(k) {
      expected = k + 1
      return k
    }
    return keys.indices.first(where: isKey)
  }
}
