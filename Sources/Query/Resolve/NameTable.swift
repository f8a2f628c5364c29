import Model
import Text

/// The ids and names that a typed value is looked up among.
struct NameTable {
  /// One thing that can be named.
  struct Entry {
    var ids: [String] = []
    var names: [String] = []
    /// The names that a typed beginning may be of.
    var prefixes: [String] = []
  }

  /// What a look-up gives.
  enum Match: Equatable {
    case none
    case one(Int)
    case several([Int])

    init(_ found: [Int]) {
      self = found.isEmpty ? .none : found.count == 1 ? .one(found[0]) : .several(found)
    }
  }

  private let ids: Texts
  private let names: Texts
  private let prefixes: (byCase: [[[UInt8]]], byMarks: [[[UInt8]]])

  init(_ entries: [Entry]) {
    ids = Texts(entries.map(\.ids))
    names = Texts(entries.map(\.names))
    prefixes = (
      entries.map { $0.prefixes.map(Folding.byCase.fold) },
      entries.map { $0.prefixes.map(Folding.byCaseAndMarks.fold) }
    )
  }

  /// Looks a value up: id, then name, then the beginning of a name from any of its words.
  ///
  /// For ids and names a match with all marks wins; a beginning must be of one name alone. Only a
  /// beginning costs a pass over the names.
  func find(_ value: String) -> Match {
    let nfc = UnicodeData.nfc(value)
    guard !nfc.isEmpty else { return .none }
    let marked = Folding.byCase.fold(nfc)
    let isPlain = Folding(needle: nfc.utf8) == .byCaseAndMarks
    let plain = isPlain ? Folding.byCaseAndMarks.fold(nfc) : nil
    for texts in [ids, names] {
      if let found = texts.find(marked, plain) { return Match(found) }
    }
    let needle = plain ?? marked
    let all = isPlain ? prefixes.byMarks : prefixes.byCase
    let found = all.indices.filter { number in
      all[number].contains { NameTable.hasWord($0, startingWith: needle) }
    }
    return Match(found)
  }

  /// Whole texts, each with the things that have it.
  private struct Texts {
    private var byCase: [[UInt8]: [Int]] = [:]
    private var byMarks: [[UInt8]: [Int]] = [:]

    init(_ texts: [[String]]) {
      for (thing, texts) in texts.enumerated() {
        for text in texts {
          Texts.add(thing, to: &byCase[Folding.byCase.fold(text), default: []])
          Texts.add(thing, to: &byMarks[Folding.byCaseAndMarks.fold(text), default: []])
        }
      }
    }

    private static func add(_ thing: Int, to things: inout [Int]) {
      if things.last != thing { things.append(thing) }
    }

    func find(_ marked: [UInt8], _ plain: [UInt8]?) -> [Int]? {
      byCase[marked] ?? plain.flatMap { byMarks[$0] }
    }
  }

  /// Tells whether the text from some word on starts with the needle; every text starts with
  /// nothing.
  static func hasWord(_ text: [UInt8], startingWith needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    guard text.count >= needle.count else { return false }
    for start in 0...(text.count - needle.count) where text[start] == first {
      guard text[start..<start + needle.count].elementsEqual(needle) else { continue }
      if start == 0 || !endsInWord(text[..<start]) { return true }
    }
    return false
  }

  /// Tells whether a text ends with a letter, a mark or a digit.
  private static func endsInWord(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last else { return false }
    if last < 0x80 { return last &- 0x30 < 10 || (last | 0x20) &- 0x61 < 26 }
    let start = text.lastIndex { $0 & 0xC0 != 0x80 } ?? text.startIndex
    let scalar = text[start...].withUnsafeBufferPointer { bytes in
      var reader = ScalarReader(bytes)
      return reader.next()
    }
    return scalar.map { UnicodeData.isLetter($0) || UnicodeData.isMark($0) } ?? false
  }
}

extension NameTable {
  /// The values of an enumeration.
  init(_ enumeration: Enumeration) {
    self.init(
      enumeration.cases.map {
        Entry(names: [$0.name, $0.english] + $0.synonyms, prefixes: [$0.name])
      }
    )
  }

  /// The records of a set.
  init(_ snapshot: Snapshot, _ set: SetID) {
    self.init(
      (0..<snapshot[set].count).map { row in
        let id = snapshot.heap.string(snapshot.id(set, Int32(row)))
        let name = snapshot.heap.string(snapshot.name(set, Int32(row)))
        return Entry(ids: [id], names: [name], prefixes: [name])
      }
    )
  }
}

/// The names of a few things, each of which a typed name stands for whole.
struct NameIndex {
  private var byCase: [[UInt8]: Int] = [:]
  private var byMarks: [[UInt8]: Int] = [:]

  /// Takes the names of each thing; of two things with one name, the first has it.
  init(_ names: [[String]]) {
    for (thing, names) in names.enumerated() { add(names, as: thing) }
  }

  /// Takes the names of one more thing.
  mutating func add(_ names: [String], as thing: Int) {
    for name in names {
      NameIndex.add(thing, to: &byCase[Folding.byCase.fold(name)])
      NameIndex.add(thing, to: &byMarks[Folding.byCaseAndMarks.fold(name)])
    }
  }

  private static func add(_ thing: Int, to entry: inout Int?) { if entry == nil { entry = thing } }

  /// Finds the thing that has the name; a match with all its marks wins.
  func find(_ name: String) -> Int? {
    if let thing = byCase[Folding.byCase.fold(name)] { return thing }
    let needle = Needle(name)
    guard case .byCaseAndMarks = needle.folding else { return nil }
    return byMarks[needle.bytes]
  }
}
