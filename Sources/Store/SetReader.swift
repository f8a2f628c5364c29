import Model
import Text

/// Collects the records of one set.
struct SetReader {
  let schema: SetSchema
  var columns: [ColumnBuilder]
  private(set) var starts: [UInt32] = []
  private let keys: [[UInt8]]
  private var expected = 0
  private var filled: [Bool]
  /// Where the record being read has each key, or −1.
  private var keyOffsets: [Int]
  /// The row of the record being read.
  private(set) var row = -1

  init(_ schema: SetSchema) {
    self.schema = schema
    let stored = schema.fields.prefix { $0.isStored }
    columns = stored.map(ColumnBuilder.init)
    keys = stored.map { Array($0.name.utf8) }
    filled = [Bool](repeating: false, count: stored.count)
    keyOffsets = [Int](repeating: -1, count: stored.count)
  }

  /// The number of records.
  var count: Int { starts.count }

  /// The number of fields that the schema has stored in the records themselves.
  var storedCount: Int { keys.count }

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
    keyOffsets += fields.map { _ in -1 }
  }

  mutating func beginOwn(row: Int) { self.row = row }

  mutating func endRecord(fields: Range<Int>? = nil) {
    for field in fields ?? columns.indices {
      columns[field].endRecord(hasValue: filled[field])
      filled[field] = false
      keyOffsets[field] = -1
    }
  }

  /// Notes a record's key; the JSON reader knows equal ones, here they may differ in normal form.
  mutating func see(_ field: Int, _ key: JSONSlice) throws(JSONFault) {
    guard keyOffsets[field] < 0 else {
      throw JSONFault(
        kind: .duplicateKey,
        offset: key.offset - 1,
        related: keyOffsets[field]
      )
    }
    keyOffsets[field] = key.offset - 1
  }

  /// Finds a field by its key; the one after the last key is tried first.
  mutating func field(
    of decoded: [UInt8]?,
    _ bytes: UnsafeRawBufferPointer,
    _ key: JSONSlice
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
