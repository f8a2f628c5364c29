import Model
import Text

/// The values of a field as small numbers, with what each number stands for.
struct ValueCodes {
  /// What the numbers stand for.
  enum Values {
    /// Places in an enumeration, rows of a set, 0 and 1: the numbers speak for themselves.
    case known(Int)
    /// The values that the column has.
    case listed([Value])
  }

  /// The number of each value of the column; below 0 is none.
  let codes: [Int32]
  /// Where the values of each record begin, if it may have several.
  let offsets: [Int32]?
  /// What the numbers stand for.
  let values: Values

  /// How many numbers there are.
  var count: Int {
    switch values {
    case .known(let count): count
    case .listed(let values): values.count
    }
  }

  /// A field with more values than this has too many to choose from.
  static let limit = 200

  /// Numbers the values of a column; nil if they are too many, or of no kind that is chosen from.
  ///
  /// `known` tells how many there can be, where the column holds such numbers already.
  init?(_ column: Column, _ heap: TextHeap, known: Int) {
    var (column, offsets) = (column, [Int32]?.none)
    if case .list(let starts, let inner) = column { (column, offsets) = (inner, starts) }
    self.offsets = offsets
    switch column {
    case .codes(let codes), .references(let codes):
      (self.codes, values) = (codes, .known(known))
    case .bools(let bools): (codes, values) = (bools.map(Int32.init), .known(2))
    case .texts(let texts):
      guard let (codes, values) = ValueCodes.number(texts, heap) else { return nil }
      (self.codes, self.values) = (codes, .listed(values))
    case .numbers(let numbers):
      guard let (codes, values) = ValueCodes.number(numbers) else { return nil }
      (self.codes, self.values) = (codes, .listed(values))
    case .days, .periods, .list: return nil
    }
  }

  private static func number(_ numbers: [Double]) -> (codes: [Int32], values: [Value])? {
    var known: [Double: Int32] = [:]
    var codes: [Int32] = []
    codes.reserveCapacity(numbers.count)
    var last: (number: Double, code: Int32) = (.nan, -1)
    for number in numbers {
      if number != last.number {
        // Sums of money and shares have too many values, and none that is chosen from.
        guard number.isNaN || number == number.rounded() else { return nil }
        let code = number.isNaN ? -1 : known[number, default: Int32(known.count)]
        if code == known.count { known[number] = code }
        guard known.count <= limit else { return nil }
        last = (number, code)
      }
      codes.append(last.code)
    }
    let values = known.sorted { $0.key < $1.key }
    var order = [Int32](repeating: 0, count: values.count)
    for (place, entry) in values.enumerated() { order[Int(entry.value)] = Int32(place) }
    return (codes.map { $0 < 0 ? $0 : order[Int($0)] }, values.map { .number($0.key) })
  }

  /// Texts that differ at most in case are one value, written as the first writes it.
  private static func number(
    _ texts: [TextRef],
    _ heap: TextHeap
  ) -> (codes: [Int32], values: [Value])? {
    var table = TextNumbers(heap)
    var codes = [Int32](repeating: -1, count: texts.count)
    for (row, text) in texts.enumerated() where !text.isEmpty {
      guard let code = table.number(text) else { return nil }
      codes[row] = code
    }
    var folded: [[UInt8]: Int32] = [:]
    var values: [Value] = []
    let merged = table.texts.map { text in
      let key = Folding.byCase.fold(heap.bytes(text))
      if let code = folded[key] { return code }
      folded[key] = Int32(values.count)
      values.append(.text(text))
      return Int32(values.count - 1)
    }
    guard values.count <= limit else { return nil }
    return (codes.map { $0 < 0 ? $0 : merged[Int($0)] }, values)
  }
}

/// Numbers texts in the order that they are met, as long as they are few.
private struct TextNumbers {
  private static let size = 2048
  private let heap: TextHeap
  private var slots = [Int32](repeating: -1, count: size)
  private(set) var texts: [TextRef] = []

  init(_ heap: TextHeap) { self.heap = heap }

  mutating func number(_ text: TextRef) -> Int32? {
    let bytes = heap.bytes(text)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (TextNumbers.size - 1)
    while slots[slot] >= 0 {
      let other = heap.bytes(texts[Int(slots[slot])])
      if bytes.count == other.count, bytes.elementsEqual(other) { return slots[slot] }
      slot = (slot + 1) & (TextNumbers.size - 1)
    }
    guard texts.count < 2 * ValueCodes.limit else { return nil }
    slots[slot] = Int32(texts.count)
    texts.append(text)
    return slots[slot]
  }
}

/// How many records have each value of a field: one pass over the columns.
struct ValueCounts {
  /// The number of records with each value.
  private(set) var counts: [Int]
  private var seen: [Int32] = []
  private var steps: [(offsets: [Int32]?, values: [Int32])] = []

  /// Counts among `rows` of the set that the path starts in.
  ///
  /// A record with several values counts for each of them, once.
  init(_ view: View, _ path: Path, _ codes: ValueCodes, _ rows: RowSet) {
    counts = [Int](repeating: 0, count: codes.count)
    for hop in path.hops.dropLast() {
      switch view.column(hop.set, hop.field) {
      case .references(let targets): steps.append((nil, targets))
      case .list(let offsets, .references(let targets)): steps.append((offsets, targets))
      default: return
      }
    }
    if steps.isEmpty, codes.offsets == nil {
      count(codes.codes, rows)
      return
    }
    steps.append((codes.offsets, codes.codes))
    seen = [Int32](repeating: -1, count: codes.count)
    let exists = path.moment.flatMap { moment in
      path.hops.last.flatMap { view.workspace.view(moment).exists($0.set) }
    }
    for row in rows.rows { visit(0, row, Int32(row), exists) }
  }

  private mutating func count(_ codes: [Int32], _ rows: RowSet) {
    let limit = Int32(counts.count)
    codes.withUnsafeBufferPointer { codes in
      for row in rows.rows where codes[row] >= 0 && codes[row] < limit {
        counts[Int(codes[row])] += 1
      }
    }
  }

  private mutating func visit(_ depth: Int, _ row: Int, _ record: Int32, _ exists: RowSet?) {
    let isLast = depth == steps.count - 1
    if isLast, let exists, !exists.contains(row) { return }
    var (start, end) = (row, row + 1)
    if let offsets = steps[depth].offsets {
      (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
    }
    for place in start..<end {
      let value = Int(steps[depth].values[place])
      guard value >= 0 else { continue }
      if !isLast {
        visit(depth + 1, value, record, exists)
      } else if value < counts.count, seen[value] != record {
        seen[value] = record
        counts[value] += 1
      }
    }
  }
}
