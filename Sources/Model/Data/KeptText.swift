/// What a store holds beside the columns, kept so that it can be written back as it was.
package struct KeptText: Sendable {
  /// A key and its value as they stand in the file.
  package struct Entry: Sendable {
    /// The key between its quotes.
    package let key: Range<Int>
    /// The value, quotes included.
    package let value: Range<Int>

    /// Makes an entry.
    package init(key: Range<Int>, value: Range<Int>) { (self.key, self.value) = (key, value) }
  }

  /// What stands at the top of one file.
  package struct Top: Sendable {
    /// The version as a number; 1 where none is given.
    package var version = 1
    /// The version as it stands.
    package var versionText: Range<Int>?
    /// The number of the last change that the file holds; 0 where none is given.
    package var change = 0
    /// The number of the last change as it stands.
    package var changeText: Range<Int>?
    /// The `fält` section as it stands.
    package var ownFields: Range<Int>?
    /// The sets that stand in the file, even if they are empty.
    package var sets: Set<SetID> = []
    /// Unknown keys, in the file's order.
    package var unknown: [Entry] = []

    /// Nothing at the top.
    package init() {}
  }

  /// A part of a record: 24 bytes, since an export may have one for every empty field.
  package struct Piece: Sendable {
    /// The row of the record.
    package let row: Int32
    /// The number of the field whose value it is, or −1 for an unknown key.
    package let field: Int32
    private let keyStart, keyLength, valueStart, valueLength: UInt32

    /// Makes a piece; a value of a known field needs no key.
    package init(row: Int, field: Int = -1, key: Range<Int> = 0..<0, value: Range<Int>) {
      (self.row, self.field) = (Int32(row), Int32(field))
      (keyStart, keyLength) = (UInt32(key.lowerBound), UInt32(key.count))
      (valueStart, valueLength) = (UInt32(value.lowerBound), UInt32(value.count))
    }

    /// The key between its quotes.
    package var key: Range<Int> { Int(keyStart)..<Int(keyStart) + Int(keyLength) }

    /// The value as it stands, quotes included.
    package var value: Range<Int> { Int(valueStart)..<Int(valueStart) + Int(valueLength) }
  }

  /// What stands at the top of each file, in the files' order.
  package var tops: [Top] = []
  /// For each set, by `SetID.rawValue`, in the order of rows: unknown keys, `egna` among them, and
  /// values that the column cannot give back byte by byte: `""`, of a wrong type, unusual numbers.
  package var pieces: [[Piece]]

  /// Nothing kept, for so many sets.
  package init(sets: Int) { pieces = Array(repeating: [], count: sets) }

  /// Gives what is kept of one record, in the file's order.
  package func pieces(of row: Int, in set: SetID) -> ArraySlice<Piece> {
    let all = pieces[set.rawValue]
    let start = KeptText.firstIndex(in: all, from: row)
    return all[start...].prefix { $0.row == row }
  }

  /// Finds the first piece of a row or of a later one.
  package static func firstIndex(in pieces: [Piece], from row: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
