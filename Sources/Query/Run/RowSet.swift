/// A set of rows, one bit a row.
struct RowSet {
  private(set) var words: [UInt64]
  /// The number of rows that there are.
  let size: Int

  /// No rows, or all.
  init(_ size: Int, all: Bool = false) {
    self.size = size
    words = [UInt64](repeating: all ? .max : 0, count: (size + 63) / 64)
    if all { trim() }
  }

  /// The rows that a test picks; the test is inlined.
  @inline(__always)
  init(_ size: Int, where holds: (Int) -> Bool) {
    self.size = size
    words = [UInt64](repeating: 0, count: (size + 63) / 64)
    for word in words.indices {
      let start = word &* 64
      var bits: UInt64 = 0
      for bit in 0..<min(64, size &- start) where holds(start &+ bit) {
        bits |= 1 &<< UInt64(truncatingIfNeeded: bit)
      }
      words[word] = bits
    }
  }

  private mutating func trim() {
    let rest = size % 64
    if rest > 0, let last = words.indices.last { words[last] &= (1 << UInt64(rest)) - 1 }
  }

  /// Tells whether a row is in the set.
  @inline(__always)
  func contains(_ row: Int) -> Bool {
    words[row >> 6] & (1 &<< UInt64(truncatingIfNeeded: row & 63)) != 0
  }

  /// Adds a row.
  mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

  /// Keeps the rows that are in the other set too.
  mutating func formIntersection(_ other: RowSet) {
    for k in words.indices { words[k] &= other.words[k] }
  }

  /// Adds the rows of another set.
  mutating func formUnion(_ other: RowSet) {
    for k in words.indices { words[k] |= other.words[k] }
  }

  /// The rows that are not in the set.
  var inverted: RowSet {
    var result = self
    for k in words.indices { result.words[k] = ~words[k] }
    result.trim()
    return result
  }

  /// The number of rows in the set.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The rows in order.
  var rows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    for (k, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        rows.append(k * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return rows
  }
}
