import Model
import Text

extension StoreReader {
  /// Reads the value of a known field into its column.
  mutating func readField(
    _ set: Int,
    _ field: Int,
    _ cursor: inout JSONCursor
  ) throws(JSONFault) {
    let kind = try cursor.reader.peek()
    if kind == .null { return try cursor.reader.null() }
    let declared = sets[set].columns[field].field
    guard declared.isList else {
      if try readValue(set, field, kind, &cursor) { sets[set].setFilled(field) }
      return
    }
    guard kind == .array else { return try keepWrong(set, field, &cursor) }
    let start = cursor.base + cursor.reader.offset
    listIsUnusual = false
    try cursor.reader.beginArray()
    while try cursor.reader.nextElement() {
      let kind = try cursor.reader.peek()
      _ = try readValue(set, field, kind, &cursor)
    }
    // The array is kept whole, so that it can be written back as it was.
    if listIsUnusual { keep(start..<cursor.base + cursor.reader.offset, set, field) }
  }

  /// Reads one value; false if it does not fit the field, and then it is kept as it is.
  private mutating func readValue(
    _ set: Int,
    _ field: Int,
    _ kind: JSONReader.Kind,
    _ cursor: inout JSONCursor
  ) throws(JSONFault) -> Bool {
    switch (sets[set].columns[field].field.type, kind) {
    case (.integer, .number), (.number, .number), (.money, .number), (.percent, .number):
      return try readNumber(set, field, &cursor)
    case (.bool, .true), (.bool, .false):
      sets[set].columns[field].append(try cursor.reader.bool())
      return true
    case (.text, .string), (.reference, .string):
      let slice = try cursor.reader.string()
      let text = try text(slice, cursor)
      guard !text.isEmpty else { return keepText(slice, set, field, cursor) }
      if text.fileOffset == nil, sets[set].columns[field].isReference {
        arenaPlaces[text] = cursor.base + slice.offset
      }
      sets[set].columns[field].append(text)
      return true
    case (.day, .string), (.time, .string), (.enumeration, .string):
      return try readWord(set, field, &cursor)
    default:
      try keepWrong(set, field, &cursor)
      return false
    }
  }

  private mutating func readNumber(
    _ set: Int,
    _ field: Int,
    _ cursor: inout JSONCursor
  ) throws(JSONFault) -> Bool {
    let slice = try cursor.reader.number()
    let number = JSONText.number(slice, in: cursor.bytes)
    let isWhole = number.rounded(.towardZero) == number
    guard number.isFinite, isWhole || !sets[set].columns[field].isInteger else {
      keep(slice, set, field, cursor)
      report(.wrongType, set, field, at: cursor.base + slice.offset)
      return false
    }
    sets[set].columns[field].append(number)
    if !isPlain(slice, number, cursor) { keep(slice, set, field, cursor) }
    return true
  }

  /// Tells whether writing the number gives the same bytes.
  private func isPlain(_ slice: JSONSlice, _ number: Double, _ cursor: JSONCursor) -> Bool {
    if slice.length < 16, JSONText.integer(slice, in: cursor.bytes) != nil { return true }
    var written: [UInt8] = []
    JSONText.write(number, to: &written)
    return written.elementsEqual(JSONText.bytes(of: slice, in: cursor.bytes))
  }

  private mutating func readWord(
    _ set: Int,
    _ field: Int,
    _ cursor: inout JSONCursor
  ) throws(JSONFault) -> Bool {
    let slice = try cursor.reader.string()
    let ref = try text(slice, cursor)
    guard !ref.isEmpty else { return keepText(slice, set, field, cursor) }
    let word = slice.mayNeedNFC || slice.isEscaped ? decoded(slice, cursor) : nil
    let raw = JSONText.bytes(of: slice, in: cursor.bytes)
    let isKnown =
      if let word {
        word.withUnsafeBufferPointer { append($0, set, field) }
      } else {
        append(raw.assumingMemoryBound(to: UInt8.self), set, field)
      }
    if isKnown { return true }
    if case .enumeration = sets[set].columns[field].field.type {
      foreign.append(ref)
      sets[set].columns[field].append(code: Int32(-1 - foreign.count))
      report(.unknownValue, set, field, at: cursor.base + slice.offset)
      return true
    }
    _ = keepText(slice, set, field, cursor)
    report(.wrongType, set, field, at: cursor.base + slice.offset)
    return false
  }

  private mutating func append(
    _ word: UnsafeBufferPointer<UInt8>,
    _ set: Int,
    _ field: Int
  ) -> Bool {
    switch sets[set].columns[field].field.type {
    case .day:
      guard let day = Day(bytes: word) else { return false }
      sets[set].columns[field].append(day)
    case .time:
      guard let period = Period(bytes: word) else { return false }
      sets[set].columns[field].append(period)
    case .enumeration(let enumeration):
      guard let code = enumeration.code(word) else { return false }
      sets[set].columns[field].append(code: Int32(code))
    default: return false
    }
    return true
  }

  private mutating func keepWrong(
    _ set: Int,
    _ field: Int,
    _ cursor: inout JSONCursor
  ) throws(JSONFault) {
    _ = try cursor.reader.peek()
    let slice = try cursor.reader.skipValue()
    keep(slice, set, field, cursor)
    report(.wrongType, set, field, at: cursor.base + slice.offset)
  }

  /// Keeps a string, with its quotes, that is no value of the field: `""`, or of the wrong form.
  private mutating func keepText(
    _ slice: JSONSlice,
    _ set: Int,
    _ field: Int,
    _ cursor: JSONCursor
  ) -> Bool {
    let quoted = JSONSlice(offset: slice.offset - 1, length: slice.length + 2)
    keep(quoted, set, field, cursor)
    return false
  }

  private mutating func keep(_ slice: JSONSlice, _ set: Int, _ field: Int, _ cursor: JSONCursor) {
    guard !sets[set].columns[field].field.isList else {
      listIsUnusual = true
      return
    }
    let start = cursor.base + slice.offset
    keep(start..<start + slice.length, set, field)
  }

  private mutating func keep(_ value: Range<Int>, _ set: Int, _ field: Int) {
    // Own fields are written back with the whole of `egna`.
    guard field < sets[set].storedCount else { return }
    kept.pieces[set].append(KeptText.Piece(row: sets[set].row, field: field, value: value))
  }

  private mutating func report(_ kind: Finding.Kind, _ set: Int, _ field: Int, at offset: Int) {
    let name = sets[set].columns[field].field.name
    findings.append(
      Finding(
        kind: kind,
        set: sets[set].schema.id,
        row: sets[set].row,
        field: name,
        offset: offset
      )
    )
  }
}
