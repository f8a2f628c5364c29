import Text

/// A store at one moment: immutable columns. Cheap to pass on, safe to share.
package final class Snapshot: Sendable {
  /// The model with the store's own fields.
  package let schema: Schema
  /// The texts.
  package let heap: TextHeap
  /// The sets' records, by `SetID.rawValue`.
  package let tables: [Table]
  /// Ids and values that lead nowhere: a code or row of −2 − k stands for number k.
  package let foreign: [TextRef]
  /// What the reader had to remark on; sound questions still run.
  package let findings: [Finding]
  /// The files, with the place of each in the heap.
  package let files: [StoreFile]
  /// What is not in the columns but must be written back.
  package let kept: KeptText

  /// Makes a snapshot of what was read.
  package init(
    schema: Schema, heap: TextHeap, tables: [Table], foreign: [TextRef], findings: [Finding],
    files: [StoreFile], kept: KeptText
  ) {
    (self.schema, self.heap, self.tables, self.foreign) = (schema, heap, tables, foreign)
    (self.findings, self.files, self.kept) = (findings, files, kept)
  }

  /// Gives the records of a set.
  package subscript(_ set: SetID) -> Table { tables[set.rawValue] }

  /// Gives the text of an id or value that leads nowhere.
  package func foreignText(_ code: Int32) -> TextRef { foreign[Int(-2 - code)] }

  /// Gives the id of a record, or the id that leads nowhere.
  package func id(_ set: SetID, _ row: Int32) -> TextRef {
    row >= 0 ? self[set].ids[Int(row)] : foreignText(row)
  }

  /// Gives what people call a record: its name, else its id.
  package func name(_ set: SetID, _ row: Int32) -> TextRef {
    guard row >= 0, let field = schema[set].nameFieldNumber,
      case .texts(let names)? = self[set].columns[field], !names[Int(row)].isEmpty
    else { return id(set, row) }
    return names[Int(row)]
  }

  /// Gives the file and the place of a byte of the heap.
  package func place(of offset: Int) -> (path: String, line: Int, column: Int) {
    guard let file = files.last(where: { $0.range.lowerBound <= offset }) else { return ("", 1, 1) }
    let inside = offset - file.range.lowerBound
    let position = JSONText.position(of: inside, in: heap.raw(file.range))
    return (file.path, position.line, position.column)
  }
}

/// The records of one set.
package struct Table: Sendable {
  /// The number of records.
  package let count: Int
  /// The columns of the stored fields, by field number; nil where a field is computed.
  package let columns: [Column?]
  /// The ids in the set's order.
  package let ids: [TextRef]
  /// Where each record starts in the heap.
  package let starts: [UInt32]
  private let index: IDIndex

  /// Makes a table.
  package init(
    count: Int, columns: [Column?], ids: [TextRef], starts: [UInt32], index: IDIndex
  ) {
    (self.count, self.columns, self.ids) = (count, columns, ids)
    (self.starts, self.index) = (starts, index)
  }

  /// Finds the record with exactly this id.
  package func row(id: UnsafeBufferPointer<UInt8>, in heap: TextHeap) -> Int32? {
    index.row(id, ids, heap)
  }
}

/// A file of the store and its bytes' place in the heap.
package struct StoreFile: Sendable {
  /// The path as it was given or found.
  package let path: String
  /// The file's bytes.
  package let range: Range<Int>

  /// Makes a file.
  package init(path: String, range: Range<Int>) { (self.path, self.range) = (path, range) }
}

/// Something in a store that is not as it should be, and does not stop sound questions.
package struct Finding: Sendable {
  /// The kinds of finding.
  package enum Kind: Sendable {
    /// A reference to a record that does not exist.
    case dangling
    /// A value that the enumeration does not have.
    case unknownValue
    /// A value of another type than the field's; it counts as empty.
    case wrongType
    /// A newer version of the format.
    case newerVersion
    /// A declaration of an own field that cannot be used.
    case badOwnField
  }

  /// What is wrong.
  package let kind: Kind
  /// The set.
  package let set: SetID
  /// The row of the record.
  package let row: Int
  /// The field's name.
  package let field: String
  /// Where in the heap.
  package let offset: Int

  /// Makes a finding.
  package init(kind: Kind, set: SetID, row: Int, field: String, offset: Int) {
    (self.kind, self.set, self.row, self.field, self.offset) = (kind, set, row, field, offset)
  }
}

/// What a store holds beside the columns, kept so that it can be written back as it was.
package struct KeptText: Sendable {
  /// A key and its value as they stand in the file.
  package struct Entry: Sendable {
    /// The key between its quotes.
    package let key: Range<Int>
    /// The value.
    package let value: Range<Int>

    /// Makes an entry.
    package init(key: Range<Int>, value: Range<Int>) { (self.key, self.value) = (key, value) }
  }

  /// Which record, or which field of it.
  package struct Place: Hashable, Sendable {
    /// The set.
    package let set: SetID
    /// The row of the record.
    package let row: Int
    /// The field; −1 for what belongs to none.
    package let field: Int

    /// Makes a place.
    package init(_ set: SetID, _ row: Int, _ field: Int = -1) {
      (self.set, self.row, self.field) = (set, row, field)
    }
  }

  /// The `fält` sections, as they stand in the files.
  package var ownFields: [Range<Int>] = []
  /// Unknown keys at the top, in the file's order.
  package var top: [Entry] = []
  /// Unknown keys of records, in the file's order.
  package var ofRecords: [Place: [Entry]] = [:]
  /// Values that the column cannot give back byte by byte: of a wrong type, or unusual numbers.
  package var values: [Place: Range<Int>] = [:]
  /// The sets that stand in the file, even if they are empty.
  package var presentSets: Set<SetID> = []
  /// The version that the file gives.
  package var version = 1

  /// Nothing kept.
  package init() {}
}
