import Model
import Text

/// The ids and names of a set, folded, with the places where their words begin: so that what a few
/// typed letters may mean is found at once among a hundred thousand records.
struct RecordIndex {
  private let snapshot: Snapshot
  private let set: SetID
  private var bytes: [UInt8] = []
  /// Where words begin in `bytes`, and the row that each is of.
  private var words: [(place: UInt32, row: Int32)] = []

  private var next: Int32 = 0

  /// Begins with no records.
  init(_ snapshot: Snapshot, _ set: SetID) {
    (self.snapshot, self.set) = (snapshot, set)
  }

  /// Whether all records are in the index.
  var isWhole: Bool { next == Int32(snapshot[set].count) }

  /// Folds the names of at most so many records more.
  mutating func extend(by limit: Int) {
    let heap = snapshot.heap
    let count = snapshot[set].count
    if next == 0 {
      bytes.reserveCapacity(count * 40)
      words.reserveCapacity(count * 6)
    }
    let end = Int32(min(count, Int(next) + limit))
    for row in next..<end {
      let (id, name) = (snapshot.id(set, row), snapshot.name(set, row))
      add(heap.bytes(id), row)
      if name != id { add(heap.bytes(name), row) }
    }
    next = end
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ row: Int32) {
    let start = bytes.count
    Folding.byCaseAndMarks.append(text, to: &bytes)
    var wasWord = false
    for place in start..<bytes.count {
      let byte = bytes[place]
      let isWord = byte >= 0x80 || byte &- 0x30 < 10 || byte &- 0x61 < 26
      if !wasWord { words.append((UInt32(truncatingIfNeeded: place), row)) }
      wasWord = isWord
    }
    bytes.append(0)
  }

  /// The rows whose id or name has a word that begins like the needle, in order.
  func rows(_ typed: String) -> [Int32] {
    let needle = Needle(typed)
    guard !needle.bytes.isEmpty else { return Array(0..<Int32(snapshot[set].count)) }
    let plain = Folding.byCaseAndMarks.fold(typed)
    guard let first = plain.first else { return [] }
    var rows: [Int32] = []
    bytes.withUnsafeBufferPointer { bytes in
      for (place, row) in words where bytes[Int(place)] == first && rows.last != row {
        let start = Int(place)
        guard start + plain.count <= bytes.count else { continue }
        var length = 1
        while length < plain.count, bytes[start + length] == plain[length] { length += 1 }
        if length == plain.count { rows.append(row) }
      }
    }
    guard case .byCase = needle.folding else { return rows }
    return rows.filter { hasExactly(needle, $0) }
  }

  /// A needle with marks matches letters with the same marks only.
  private func hasExactly(_ needle: Needle, _ row: Int32) -> Bool {
    [snapshot.id(set, row), snapshot.name(set, row)].contains { text in
      let folded = needle.folding.fold(snapshot.heap.bytes(text))
      return NameTable.hasWord(folded, startingWith: needle.bytes)
    }
  }
}

extension RecordIndex {
  /// The `limit` rows with the highest counts, the higher first, otherwise in their order.
  static func best(_ rows: [Int32], _ counts: [Int]?, limit: Int) -> [Int32] {
    guard let counts, let most = counts.max(), most > 0 else { return Array(rows.prefix(limit)) }
    guard rows.count > limit else {
      return sorted(rows, counts)
    }
    // The rows are many and the counts are small numbers: a histogram tells where to cut.
    let top = min(most, 4096)
    var histogram = [Int](repeating: 0, count: top + 1)
    for row in rows { histogram[min(counts[Int(row)], top)] += 1 }
    var (cut, above) = (top, 0)
    while cut > 0, above + histogram[cut] < limit {
      above += histogram[cut]
      cut -= 1
    }
    var room = limit - above
    let kept = rows.filter { row in
      let count = min(counts[Int(row)], top)
      guard count == cut, room > 0 else { return count > cut }
      room -= 1
      return true
    }
    return sorted(kept, counts)
  }

  private static func sorted(_ rows: [Int32], _ counts: [Int]) -> [Int32] {
    rows.enumerated().sorted { a, b in
      (counts[Int(b.element)], a.offset) < (counts[Int(a.element)], b.offset)
    }.map(\.element)
  }
}
