import Model
import Text

/// Reads a store's files into columns: one pass over the bytes, no tree, no String per value.
struct StoreReader {
  let bytes: UnsafeRawBufferPointer
  var schema = Schema.followUp
  var sets: [SetReader]
  var arena: [UInt8] = []
  /// Where the references stand in the files whose texts are in the arena.
  var arenaPlaces: [TextRef: Int] = [:]
  var foreign: [TextRef] = []
  var findings: [Finding] = []
  var kept: KeptText
  var ownDeclarations: [OwnFields.Declaration] = []
  /// Whether the list being read has something that its column cannot give back byte by byte.
  var listIsUnusual = false
  private var top = KeptText.Top()

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    sets = Schema.followUp.sets.map(SetReader.init)
    kept = KeptText(sets: sets.count)
  }

  /// Reads one file, whose bytes are `range` of the heap.
  mutating func read(_ file: StoreFile) throws(StoreFault) {
    let inner = UnsafeRawBufferPointer(rebasing: bytes[file.range])
    var cursor = JSONCursor(JSONReader(inner), base: file.range.lowerBound)
    top = KeptText.Top()
    do throws(JSONFault) {
      let isStore = try readTop(&cursor)
      try cursor.reader.finish()
      guard isStore else { throw JSONFault(kind: .notAnObject, offset: -1) }
    } catch {
      throw error.offset < 0 ? .notAStore(file) : .json(error, file)
    }
    kept.tops.append(top)
  }

  private mutating func readTop(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    var isStore = false
    guard try cursor.reader.peek() == .object else {
      _ = try cursor.reader.skipValue()
      return false
    }
    var keys: [String: Int] = [:]
    try cursor.reader.beginObject()
    while let key = try cursor.reader.nextKey() {
      let name = String(decoding: decoded(key, cursor), as: UTF8.self)
      // The JSON reader knows equal keys; here they may differ in normal form.
      if let first = keys.updateValue(key.offset - 1, forKey: name) {
        throw JSONFault(kind: .duplicateKey, offset: key.offset - 1, related: first)
      }
      switch name {
      case "format": isStore = try readFormat(&cursor)
      case "version": try readVersion(&cursor)
      case "ändring": try readChange(&cursor)
      case "fält": top.ownFields = try OwnFields.read(&self, &cursor)
      default:
        if let set = sets.firstIndex(where: { $0.schema.name == name }) {
          top.sets.insert(sets[set].schema.id)
          try readSet(set, &cursor)
        } else {
          top.unknown.append(try entry(key, &cursor))
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
    let kind = try cursor.reader.peek()
    let slice = try cursor.reader.skipValue()
    guard kind != .null else { return }
    let start = cursor.base + slice.offset
    top.versionText = start..<start + slice.length
    let version = kind == .number ? JSONText.number(slice, in: cursor.bytes) : 0
    top.version = Int(min(max(version, 1), 1e9))
    if version < 1 { reportTop(.wrongType, "version", at: start) }
    if version > 1 { reportTop(.newerVersion, "version", at: start) }
  }

  private mutating func readChange(_ cursor: inout JSONCursor) throws(JSONFault) {
    let kind = try cursor.reader.peek()
    let slice = try cursor.reader.skipValue()
    guard kind != .null else { return }
    let start = cursor.base + slice.offset
    top.changeText = start..<start + slice.length
    let number = kind == .number ? JSONText.integer(slice, in: cursor.bytes) : nil
    if let number, number >= 0, number < 1 << 53 {
      top.change = number
    } else {
      reportTop(.wrongType, "ändring", at: start)
    }
  }

  /// Reports that what stands under `egna` holds no fields.
  private mutating func reportEgna(_ set: Int, at offset: Int) {
    findings.append(
      Finding(
        kind: .wrongType,
        set: sets[set].schema.id,
        row: sets[set].row,
        field: "egna",
        offset: offset
      )
    )
  }

  /// Reports what belongs to no record.
  mutating func reportTop(_ kind: Finding.Kind, _ field: String, at offset: Int) {
    findings.append(Finding(kind: kind, set: .bodies, row: -1, field: field, offset: offset))
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
        try sets[set].see(field, key)
        try readField(set, field, &cursor)
      } else {
        let kind = try cursor.reader.peek()
        let entry = try entry(key, &cursor)
        if kind != .object, kind != .null, bytes[entry.key].elementsEqual("egna".utf8) {
          reportEgna(set, at: entry.value.lowerBound)
        }
        kept.pieces[set].append(
          KeptText.Piece(row: sets[set].row, key: entry.key, value: entry.value)
        )
      }
    }
    sets[set].endRecord()
  }

  private func entry(
    _ key: JSONSlice,
    _ cursor: inout JSONCursor
  ) throws(JSONFault) -> KeptText.Entry {
    let value = try cursor.reader.skipValue()
    let keyStart = cursor.base + key.offset
    let valueStart = cursor.base + value.offset
    return KeptText.Entry(
      key: keyStart..<keyStart + key.length,
      value: valueStart..<valueStart + value.length
    )
  }

  private func decodedIfNeeded(_ key: JSONSlice, _ cursor: JSONCursor) -> [UInt8]? {
    key.mayNeedNFC || key.isEscaped ? decoded(key, cursor) : nil
  }

  /// Gives a string's text in NFC.
  func decoded(_ slice: JSONSlice, _ cursor: JSONCursor) -> [UInt8] {
    UnicodeData.nfc(JSONText.decode(slice, in: cursor.bytes))
  }

  /// Gives a reference to a string's text; what is not written in plain NFC goes to the arena.
  mutating func text(_ slice: JSONSlice, _ cursor: JSONCursor) throws(JSONFault) -> TextRef {
    guard slice.length <= TextRef.maximumLength else {
      throw JSONFault(kind: .sizeLimit, offset: slice.offset - 1)
    }
    let plain = TextRef(offset: cursor.base + slice.offset, length: slice.length, isInArena: false)
    guard slice.mayNeedNFC || slice.isEscaped else { return plain }
    let decoded = decoded(slice, cursor)
    let raw = JSONText.bytes(of: slice, in: cursor.bytes)
    if decoded.count == raw.count, decoded.elementsEqual(raw) { return plain }
    // Composed text may be longer than what it is composed from.
    guard decoded.count <= TextRef.maximumLength,
      arena.count + decoded.count <= StoreFiles.maximumSize
    else { throw JSONFault(kind: .sizeLimit, offset: slice.offset - 1) }
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
