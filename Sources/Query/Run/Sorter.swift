import Model
import Text

/// Puts values in the language's order: numbers and times by value, enumerations as declared,
/// references by name, occasions by day, texts in Swedish; empty ones last in both directions.
struct Sorter {
  let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// The keys of one field for all rows.
  struct Keys {
    fileprivate enum Values {
      case numbers([Double])
      case integers([Int64])
      case bytes([[UInt8]])
    }
    fileprivate var values: Values
    fileprivate var isEmpty: [Bool]
    fileprivate var isDescending: Bool

    /// Compares two rows: negative if the first comes first.
    fileprivate func compare(_ a: Int, _ b: Int) -> Int {
      if isEmpty[a] || isEmpty[b] { return (isEmpty[a] ? 1 : 0) - (isEmpty[b] ? 1 : 0) }
      let result =
        switch values {
        case .numbers(let v): v[a] < v[b] ? -1 : v[a] > v[b] ? 1 : 0
        case .integers(let v): v[a] < v[b] ? -1 : v[a] > v[b] ? 1 : 0
        case .bytes(let v):
          Collation.precedes(v[a], v[b]) ? -1 : Collation.precedes(v[b], v[a]) ? 1 : 0
        }
      return isDescending ? -result : result
    }
  }

  /// Makes the keys for values of a kind.
  func keys(_ values: [Value], _ kind: ValueKind, _ isDescending: Bool = false) -> Keys {
    let isEmpty = values.map(\.isEmpty)
    func keys(_ inner: Keys.Values) -> Keys {
      Keys(values: inner, isEmpty: isEmpty, isDescending: isDescending)
    }
    switch kind {
    case .number, .money, .percent, .duration:
      return keys(.numbers(values.map { if case .number(let n) = $0 { n } else { 0 } }))
    case .text: return keys(.bytes(values.map(collation)))
    case .bool:
      return keys(.integers(values.map { if case .bool(true) = $0 { 1 } else { 0 } }))
    case .period: return keys(.integers(values.map(Sorter.integer)))
    case .code: return keys(.integers(values.map(Sorter.integer)))
    case .reference(let set):
      let ranks = workspace.ranks(set)
      return keys(
        .integers(
          values.map { value in
            guard case .reference(let row) = value else { return 0 }
            return row >= 0 ? Int64(ranks[Int(row)]) : Int64(ranks.count) - Int64(row)
          }
        )
      )
    }
  }

  private func collation(_ value: Value) -> [UInt8] {
    switch value {
    case .text(let ref): Collation.key(workspace.snapshot.heap.bytes(ref))
    case .string(let text): Collation.key(text)
    default: []
    }
  }

  private static func integer(_ value: Value) -> Int64 {
    switch value {
    case .period(let period): Int64(period.first.number) << 32 + Int64(period.last.number)
    // Unknown values come after those that the enumeration has.
    case .code(let code): code >= 0 ? Int64(code) : Int64(1 << 32) - Int64(code)
    default: 0
    }
  }

  /// Gives the rows' places in order; equal rows keep theirs.
  static func order(_ count: Int, by keys: [Keys]) -> [Int] {
    (0..<count).sorted { a, b in
      for key in keys {
        let result = key.compare(a, b)
        if result != 0 { return result < 0 }
      }
      return a < b
    }
  }
}

extension Workspace {
  /// The place of each record of a set in the order of names; occasions go by day.
  func ranks(_ set: SetID) -> [Int] {
    if let ranks = nameRanks[set] { return ranks }
    let sorter = Sorter(self)
    let count = snapshot[set].count
    let keys: Sorter.Keys
    if set == .occasions,
      let days = snapshot[set].columns[snapshot.schema.number(set, "per")]
    {
      keys = sorter.keys((0..<count).map(days.value), .period)
    } else {
      keys = sorter.keys((0..<count).map { .text(snapshot.name(set, Int32($0))) }, .text)
    }
    let order = Sorter.order(count, by: [keys])
    var ranks = [Int](repeating: 0, count: count)
    for (place, row) in order.enumerated() where place > 0 {
      let previous = order[place - 1]
      ranks[row] = ranks[previous] + (keys.areEqual(previous, row) ? 0 : 1)
    }
    nameRanks[set] = ranks
    return ranks
  }
}

extension Sorter.Keys {
  /// Tells whether two rows are equal in this order.
  func areEqual(_ a: Int, _ b: Int) -> Bool { compare(a, b) == 0 }
}
