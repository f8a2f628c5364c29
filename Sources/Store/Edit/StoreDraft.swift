import Model
import Text

/// What becomes of one section of one file: rows are those of the set, or places in the list.
struct SectionEdits {
  /// A new item: its id and its text.
  typealias Item = (id: String, text: [UInt8])

  /// Items with other texts than in the store.
  var replaced: [Int: [UInt8]] = [:]
  /// Items that are gone.
  var removed: Set<Int> = []
  /// New items, by the row that they stand before.
  var inserted: [Int: [Item]] = [:]
  /// Whether the section stands in the file.
  var isThere: Bool
  /// The rows that the file has.
  let rows: Range<Int>

  /// Whether no item is left.
  var isEmpty: Bool { removed.count == rows.count && inserted.values.allSatisfy(\.isEmpty) }
}

/// A store with changes that are not written yet: what a statement would make of it.
struct StoreDraft {
  /// Why a change cannot be made, whatever others have done.
  enum Fault: Error {
    /// The store has no such section, or it is not a list of records.
    case section(String)
    /// The set has no such field.
    case field(section: String, String)
    /// The value is not JSON.
    case value(section: String, id: String, field: String)
  }

  /// Whether what others have changed is looked for.
  enum Care {
    /// A change is refused where what it was based on has changed.
    case checked
    /// A change is made again, from the history, whatever is there.
    case repeated
  }

  /// The store that the changes are made to.
  let snapshot: Snapshot
  /// The files' names in the history, in order.
  let names: [String]
  /// What others have changed meanwhile.
  var conflicts: [Conflict] = []
  private var sections: [Section: SectionEdits] = [:]
  /// Where items stand that are new, or moved by being removed: nil for gone.
  private var moved: [Key: Place?] = [:]

  /// A section of a file.
  private struct Section: Hashable {
    let file: Int
    let name: String
  }

  /// An item of the store.
  private struct Key: Hashable {
    let section: String
    let id: String
  }

  /// Where an item stands.
  struct Place: Equatable {
    let file: Int
    /// The row, or that which a new item stands before.
    let row: Int
    let isNew: Bool
  }

  init(_ snapshot: Snapshot, names: [String]) { (self.snapshot, self.names) = (snapshot, names) }

  /// The files that differ from the store.
  var files: Set<Int> { Set(sections.keys.map(\.file)) }

  /// What becomes of a section; nil for nothing.
  func edits(_ file: Int, _ name: String) -> SectionEdits? {
    sections.isEmpty ? nil : sections[Section(file: file, name: name)]
  }

  // MARK: Items

  /// Finds an item by its id, exactly as written.
  func place(_ kind: SectionKind, _ id: String) -> Place? {
    if let moved = moved[Key(section: kind.name, id: id)] { return moved }
    guard case .set(let set) = kind else {
      for file in snapshot.files.indices {
        let row = kind.items(in: snapshot, file: file).firstIndex { item in
          RecordText(snapshot.heap.raw(item)).map(kind.id) == id
        }
        if let row { return Place(file: file, row: row, isNew: false) }
      }
      return nil
    }
    let found = Array(id.utf8).withUnsafeBufferPointer {
      snapshot[set.id].row(id: $0, in: snapshot.heap)
    }
    guard let row = found.map(Int.init) else { return nil }
    let file = snapshot.files.lastIndex { $0.range.lowerBound <= Int(snapshot[set.id].starts[row]) }
    return Place(file: file ?? 0, row: row, isNew: false)
  }

  /// Gives the text of an item.
  func text(_ kind: SectionKind, _ id: String, _ place: Place) -> [UInt8] {
    let edits = edits(place.file, kind.name)
    if place.isNew { return edits?.inserted[place.row]?.first { $0.id == id }?.text ?? [] }
    if let text = edits?.replaced[place.row] { return text }
    if case .set(let set) = kind { return CanonicalWriter.record(set, place.row, of: snapshot) }
    var text: [UInt8] = []
    let items = kind.items(in: snapshot, file: place.file)
    KeptJSON.append(snapshot.heap.raw(items[place.row]), to: &text)
    return text
  }

  /// Gives the id of the item after another in its section and file; nil for the last one.
  func following(_ kind: SectionKind, _ id: String, _ place: Place) -> String? {
    let edits = edits(place.file, kind.name)
    var row = place.row
    if place.isNew {
      let group = edits?.inserted[row] ?? []
      let number = group.firstIndex { $0.id == id } ?? group.count
      if number + 1 < group.count { return group[number + 1].id }
    } else {
      row += 1
      if let first = edits?.inserted[row]?.first { return first.id }
    }
    let rows = edits?.rows ?? kind.rows(in: snapshot, file: place.file)
    while row < rows.upperBound {
      if edits?.removed.contains(row) != true {
        return kind.id(row, in: snapshot, file: place.file)
      }
      row += 1
      if let first = edits?.inserted[row]?.first { return first.id }
    }
    return nil
  }

  // MARK: Editing

  /// Gives an item another text.
  mutating func replace(_ kind: SectionKind, _ id: String, _ place: Place, by text: [UInt8]) {
    change(kind, place.file) { edits in
      guard place.isNew else {
        edits.replaced[place.row] = text
        return
      }
      let number = edits.inserted[place.row]?.firstIndex { $0.id == id }
      if let number { edits.inserted[place.row]?[number].text = text }
    }
  }

  /// Takes an item away; the section too, if nothing is left of it and it is to go.
  mutating func remove(_ kind: SectionKind, _ id: String, _ place: Place, dropping: Bool) -> Bool {
    moved[Key(section: kind.name, id: id)] = .some(nil)
    var isDropped = false
    change(kind, place.file) { edits in
      if place.isNew {
        edits.inserted[place.row]?.removeAll { $0.id == id }
      } else {
        edits.removed.insert(place.row)
        edits.replaced[place.row] = nil
      }
      if dropping, edits.isEmpty {
        edits.isThere = false
        isDropped = true
      }
    }
    return isDropped
  }

  /// Adds an item before another, or last; tells whether the section had to be made.
  mutating func insert(
    _ kind: SectionKind,
    _ item: SectionEdits.Item,
    file: Int,
    before following: String?
  ) -> Bool {
    let next = following.flatMap { id in place(kind, id) }.flatMap { $0.file == file ? $0 : nil }
    var wasThere = true
    change(kind, file) { edits in
      wasThere = edits.isThere
      edits.isThere = true
      let row = next?.row ?? edits.rows.upperBound
      var group = edits.inserted[row] ?? []
      let number = next?.isNew == true ? group.firstIndex { $0.id == following } : nil
      group.insert(item, at: number ?? group.count)
      edits.inserted[row] = group
    }
    let row = next?.row ?? kind.rows(in: snapshot, file: file).upperBound
    moved[Key(section: kind.name, id: item.id)] = Place(file: file, row: row, isNew: true)
    return !wasThere
  }

  private mutating func change(
    _ kind: SectionKind,
    _ file: Int,
    _ body: (inout SectionEdits) -> Void
  ) {
    let section = Section(file: file, name: kind.name)
    var edits =
      sections[section]
      ?? SectionEdits(
        isThere: kind.isThere(in: snapshot, file: file),
        rows: kind.rows(in: snapshot, file: file)
      )
    sections[section] = nil
    body(&edits)
    sections[section] = edits
  }

  /// The file that a new item goes to: where the section's last one stands, else where its key is,
  /// else the file that is called as the section is, else the first.
  func fileForNew(_ kind: SectionKind) -> Int {
    func isThere(_ file: Int) -> Bool {
      edits(file, kind.name)?.isThere ?? kind.isThere(in: snapshot, file: file)
    }
    func isFilled(_ file: Int) -> Bool {
      edits(file, kind.name).map { !$0.isEmpty } ?? !kind.rows(in: snapshot, file: file).isEmpty
    }
    let files = snapshot.files.indices
    return files.last(where: isFilled) ?? files.first(where: isThere)
      ?? names.firstIndex(of: kind.name + ".json") ?? 0
  }
}
