package import Model
import Text

/// Writes a store's file in the one canonical layout, so that small edits are small differences.
///
/// One record a line, sets and keys in schema order, empty keys left out, text in NFC. What the
/// columns cannot give back stands as it stood, only with its blanks made regular: unknown keys,
/// `egna`, `fält`, `""`, values of a wrong type and numbers such as `12.50`. A file that is
/// canonical already comes out byte for byte.
package struct CanonicalWriter {
  private let snapshot: Snapshot
  private let top: KeptText.Top
  private let range: Range<Int>
  private var output: [UInt8] = []

  /// Gives the bytes of one of the store's files; no file is written.
  package static func bytes(of snapshot: Snapshot, file: Int = 0) -> [UInt8] {
    var writer = CanonicalWriter(snapshot, file: file)
    writer.writeFile()
    return writer.output
  }

  private init(_ snapshot: Snapshot, file: Int) {
    (self.snapshot, top) = (snapshot, snapshot.kept.tops[file])
    range = snapshot.files[file].range
    output.reserveCapacity(range.count + range.count / 8)
  }

  private mutating func writeFile() {
    write("{\n\"format\": \"följ\",\n\"version\": ")
    if let version = top.versionText { writeKept(version) } else { write("1") }
    if let ownFields = top.ownFields {
      write(",\n\"fält\": ")
      writeSection(ownFields)
    }
    for set in snapshot.schema.sets where top.sets.contains(set.id) {
      write(",\n\"\(set.name)\": ")
      writeSet(set)
    }
    for entry in top.unknown {
      write(",\n")
      writeKey(entry.key)
      writeSection(entry.value)
    }
    write("\n}\n")
  }

  /// What stands under a key at the top that is no set: a list of objects has one a line.
  private mutating func writeSection(_ section: Range<Int>) {
    guard let items = KeptJSON.objects(snapshot.heap.raw(section)) else {
      return writeKept(section)
    }
    writeLines(items.count) { writer, k in
      let start = section.lowerBound + items[k].lowerBound
      writer.writeKept(start..<start + items[k].count)
    }
  }

  private mutating func writeSet(_ set: SetSchema) {
    let table = snapshot[set.id]
    let rows = rows(of: table)
    let names = set.fields.prefix { if case .stored = $0.origin { true } else { false } }
      .map { Array("\"\($0.name)\": ".utf8) }
    let pieces = snapshot.kept.pieces[set.id.rawValue]
    var next = KeptText.firstIndex(in: pieces, from: rows.lowerBound)
    writeLines(rows.count) { writer, k in
      let row = rows.lowerBound + k
      let start = next
      while next < pieces.count, pieces[next].row == row { next += 1 }
      writer.writeRecord(row, table, set, names, pieces[start..<next])
    }
  }

  /// The rows that stand in this file: a set's rows are in the order of the files.
  private func rows(of table: Table) -> Range<Int> {
    func first(from offset: Int) -> Int {
      var (low, high) = (0, table.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(table.starts[middle]) < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(from: range.lowerBound)..<first(from: range.upperBound)
  }

  private mutating func writeLines(
    _ count: Int,
    _ item: (inout CanonicalWriter, Int) -> Void
  ) {
    guard count > 0 else { return write("[]") }
    for k in 0..<count {
      write(k == 0 ? "[\n" : ",\n")
      item(&self, k)
    }
    write("\n]")
  }

  private mutating func writeRecord(
    _ row: Int,
    _ table: Table,
    _ set: SetSchema,
    _ names: [[UInt8]],
    _ pieces: ArraySlice<KeptText.Piece>
  ) {
    write("{")
    var isFirst = true
    func comma(_ writer: inout CanonicalWriter) {
      if !isFirst { writer.write(", ") }
      isFirst = false
    }
    for (field, name) in names.enumerated() {
      if !pieces.isEmpty, let piece = pieces.first(where: { $0.field == field }) {
        comma(&self)
        output.append(contentsOf: name)
        writeKept(piece.value)
      } else if let column = table.columns[field], !column.isEmpty(row) {
        comma(&self)
        output.append(contentsOf: name)
        writeValue(column, row, set.fields[field].type)
      }
    }
    for piece in pieces where piece.field < 0 {
      comma(&self)
      writeKey(piece.key)
      writeKept(piece.value)
    }
    write("}")
  }

  private mutating func writeValue(_ column: Column, _ k: Int, _ type: FieldType) {
    switch column {
    case .numbers(let values): JSONText.write(values[k], to: &output)
    case .bools(let values): write(values[k] == 1 ? "true" : "false")
    case .days(let values): write("\"\(values[k].text)\"")
    case .periods(let values): write("\"\(values[k].text)\"")
    case .texts(let values): writeText(values[k])
    case .codes(let values):
      guard values[k] >= 0, case .enumeration(let enumeration) = type else {
        return writeText(snapshot.foreignText(values[k]))
      }
      JSONText.write(enumeration.cases[Int(values[k])].name.utf8, to: &output)
    case .references(let values):
      guard case .reference(let set) = type else { return }
      writeText(snapshot.id(set, values[k]))
    case .list(let offsets, let inner):
      write("[")
      for place in offsets[k]..<offsets[k + 1] {
        if place > offsets[k] { write(", ") }
        writeValue(inner, Int(place), type)
      }
      write("]")
    }
  }

  private mutating func writeText(_ text: TextRef) {
    JSONText.write(UnsafeRawBufferPointer(snapshot.heap.bytes(text)), to: &output)
  }

  private mutating func writeKey(_ key: Range<Int>) {
    write("\"")
    output.append(contentsOf: snapshot.heap.raw(key))
    write("\": ")
  }

  private mutating func writeKept(_ value: Range<Int>) {
    KeptJSON.append(snapshot.heap.raw(value), to: &output)
  }

  private mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }
}

/// JSON that is written back as it was, but for the blanks between its parts.
private enum KeptJSON {
  /// Appends valid JSON on one line, with a blank after each comma and colon and no others.
  static func append(_ json: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    var at = 0
    while at < json.count {
      let byte = json[at]
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      case UInt8(ascii: "\""):
        let end = endOfString(json, at)
        output.append(contentsOf: UnsafeRawBufferPointer(rebasing: json[at..<end]))
        at = end
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        output.append(byte)
        output.append(0x20)
        at += 1
      default:
        output.append(byte)
        at += 1
      }
    }
  }

  private static func endOfString(_ json: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var at = start + 1
    while at < json.count, json[at] != UInt8(ascii: "\"") {
      at += json[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(at + 1, json.count)
  }

  /// Gives the places of a list's objects; nil if it is no list, or holds anything else.
  static func objects(_ json: UnsafeRawBufferPointer) -> [Range<Int>]? {
    var reader = JSONReader(json)
    do throws(JSONFault) {
      guard try reader.peek() == .array else { return nil }
      var elements: [Range<Int>] = []
      try reader.beginArray()
      while try reader.nextElement() {
        guard try reader.peek() == .object else { return nil }
        let element = try reader.skipValue()
        elements.append(element.offset..<element.offset + element.length)
      }
      return elements
    } catch {
      return nil
    }
  }
}
