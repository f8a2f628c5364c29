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
  private let file: Int
  private let draft: StoreDraft?
  private var output: [UInt8] = []

  /// Gives the bytes of one of the store's files; no file is written.
  package static func bytes(of snapshot: Snapshot, file: Int = 0) -> [UInt8] {
    CanonicalWriter.bytes(of: snapshot, file: file, draft: nil, change: nil)
  }

  /// Gives the bytes of a file with the edits of a draft, and the number of its last change.
  static func bytes(
    of snapshot: Snapshot,
    file: Int,
    draft: StoreDraft?,
    change: Int?
  ) -> [UInt8] {
    var writer = CanonicalWriter(snapshot, file: file, draft)
    writer.output.reserveCapacity(snapshot.files[file].range.count * 9 / 8)
    writer.writeFile(change)
    return writer.output
  }

  /// Gives one record on its line.
  static func record(_ set: SetSchema, _ row: Int, of snapshot: Snapshot) -> [UInt8] {
    var writer = CanonicalWriter(snapshot, file: 0, nil)
    let pieces = snapshot.kept.pieces(of: row, in: set.id)
    writer.writeRecord(row, snapshot[set.id], set, names(set), pieces)
    return writer.output
  }

  private init(_ snapshot: Snapshot, file: Int, _ draft: StoreDraft?) {
    (self.snapshot, self.file, self.draft) = (snapshot, file, draft)
    top = snapshot.kept.tops[file]
  }

  private mutating func writeFile(_ change: Int?) {
    write("{\n\"format\": \"följ\",\n\"version\": ")
    if let version = top.versionText { writeKept(version) } else { write("1") }
    if let change {
      write(",\n\"ändring\": \(change)")
    } else if let text = top.changeText {
      write(",\n\"ändring\": ")
      writeKept(text)
    }
    writeSection("fält", top.ownFields)
    for set in snapshot.schema.sets {
      let edits = draft?.edits(file, set.name)
      guard edits?.isThere ?? top.sets.contains(set.id) else { continue }
      write(",\n\"\(set.name)\": ")
      writeSet(set, edits)
    }
    let questions = Array("frågor".utf8)
    for entry in top.unknown {
      let key = snapshot.heap.raw(entry.key)
      if key.elementsEqual(questions) {
        writeSection("frågor", entry.value)
      } else {
        write(",\n")
        writeKey(entry.key)
        writeValue(entry.value, nil)
      }
    }
    if !top.unknown.contains(where: { snapshot.heap.raw($0.key).elementsEqual(questions) }) {
      writeSection("frågor", nil)
    }
    write("\n}\n")
  }

  /// Writes a section that is no set and may be edited.
  private mutating func writeSection(_ name: String, _ section: Range<Int>?) {
    let edits = draft?.edits(file, name)
    guard edits?.isThere ?? (section != nil) else { return }
    write(",\n\"\(name)\": ")
    writeValue(section ?? 0..<0, edits)
  }

  /// What stands under a key at the top that is no set: a list of objects has one a line.
  private mutating func writeValue(_ section: Range<Int>, _ edits: SectionEdits?) {
    let items = section.isEmpty ? [] : KeptJSON.objects(snapshot.heap.raw(section))
    guard let items else { return writeKept(section) }
    writeLines(0..<items.count, edits) { writer, k in
      let start = section.lowerBound + items[k].lowerBound
      writer.writeKept(start..<start + items[k].count)
    }
  }

  private mutating func writeSet(_ set: SetSchema, _ edits: SectionEdits?) {
    let table = snapshot[set.id]
    let rows = snapshot.rows(of: set.id, file: file)
    let names = CanonicalWriter.names(set)
    let pieces = snapshot.kept.pieces[set.id.rawValue]
    var next = KeptText.firstIndex(in: pieces, from: rows.lowerBound)
    writeLines(rows, edits) { writer, row in
      while next < pieces.count, pieces[next].row < row { next += 1 }
      let start = next
      while next < pieces.count, pieces[next].row == row { next += 1 }
      writer.writeRecord(row, table, set, names, pieces[start..<next])
    }
  }

  /// The keys of a set's fields, as they are written.
  private static func names(_ set: SetSchema) -> [[UInt8]] {
    set.fields.prefix { if case .stored = $0.origin { true } else { false } }
      .map { Array("\"\($0.name)\": ".utf8) }
  }

  /// Writes a list with one item a line: those that stand in the store, as they are edited, and
  /// those that are new.
  private mutating func writeLines(
    _ rows: Range<Int>,
    _ edits: SectionEdits?,
    _ item: (inout CanonicalWriter, Int) -> Void
  ) {
    var isFirst = true
    func begin(_ writer: inout CanonicalWriter) {
      writer.write(isFirst ? "[\n" : ",\n")
      isFirst = false
    }
    for row in rows.lowerBound...rows.upperBound {
      for new in edits?.inserted[row] ?? [] {
        begin(&self)
        output += new.text
      }
      guard row < rows.upperBound, edits?.removed.contains(row) != true else { continue }
      begin(&self)
      if let text = edits?.replaced[row] { output += text } else { item(&self, row) }
    }
    write(isFirst ? "[]" : "\n]")
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
