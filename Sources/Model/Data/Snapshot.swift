import Text

/// A store at one moment: immutable columns.
///
/// Cheap to pass on, safe to share.
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
    schema: Schema,
    heap: TextHeap,
    tables: [Table],
    foreign: [TextRef],
    findings: [Finding],
    files: [StoreFile],
    kept: KeptText
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

  /// The records of a set that stand in one file: a set's rows are in the order of the files.
  package func rows(of set: SetID, file: Int) -> Range<Int> {
    let starts = self[set].starts
    func first(from offset: Int) -> Int {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(from: files[file].range.lowerBound)..<first(from: files[file].range.upperBound)
  }

  /// A place in a file, as people count: line and column from 1.
  package typealias Place = (path: String, line: Int, column: Int)

  /// Gives the file and the place of a byte of the heap.
  package func place(of offset: Int) -> Place { places(of: [offset])[0] }

  /// Gives the places of many bytes of the heap in one pass over the files.
  package func places(of offsets: [Int]) -> [Place] {
    var places = [Place](repeating: ("", 1, 1), count: offsets.count)
    var file = 0
    var scanner: JSONPlaces?
    for k in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) where !files.isEmpty {
      while file + 1 < files.count, files[file + 1].range.lowerBound <= offsets[k] {
        file += 1
        scanner = nil
      }
      var here = scanner ?? JSONPlaces(heap.raw(files[file].range))
      let (line, column) = here.position(of: offsets[k] - files[file].range.lowerBound)
      places[k] = (files[file].path, line, column)
      scanner = here
    }
    return places
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
    count: Int,
    columns: [Column?],
    ids: [TextRef],
    starts: [UInt32],
    index: IDIndex
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
  /// The set; of no meaning where there is no row.
  package let set: SetID
  /// The row of the record; −1 for what belongs to none.
  package let row: Int
  /// The field's name.
  package let field: String
  /// Where in the heap.
  package let offset: Int

  /// Makes a finding.
  package init(kind: Kind, set: SetID, row: Int, field: String, offset: Int) {
    (self.kind, self.set, self.row, self.field, self.offset) = (kind, set, row, field, offset)
  }

  /// What the finding is about: `insatser.slut`, or the key at the top of the file.
  package func subject(in schema: Schema) -> String {
    row < 0 ? field : "\(schema[set].name).\(field)"
  }
}
