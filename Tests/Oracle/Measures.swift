/// Groups and what is measured in them.
extension Evaluator {
  /// The records in groups, in the order of the keys.
  func groups(_ records: [Record], set: String, by paths: [Path]) -> [Group] {
    if paths.isEmpty {
      let group = Group(set: set, paths: [], keys: [])
      group.records = records
      return [group]
    }
    var found: [String: Group] = [:]
    var inOrder: [Group] = []
    for record in records {
      for keys in combinations(paths.map { Order.distinct(view.value(record, $0)) }) {
        let identity = keys.map(Order.identity).joined(separator: "|")
        let group = found[identity] ?? Group(set: set, paths: paths, keys: keys)
        if group.records.isEmpty {
          found[identity] = group
          inOrder.append(group)
        }
        group.records.append(record)
      }
    }
    return Order.sorted(inOrder, descending: paths.map { _ in false }) { $0.keys }
  }

  /// All ways to take one value from each list.
  private func combinations(_ lists: [[Value]]) -> [[Value]] {
    var result: [[Value]] = [[]]
    for list in lists {
      result = result.flatMap { start in list.map { start + [$0] } }
    }
    return result
  }

  /// The value of a measure of a group.
  func value(of measure: Measure, _ group: Group) throws -> Value {
    switch measure {
    case .countAll: return .number(Double(group.records.count))
    case .share(let condition):
      guard !group.records.isEmpty else { return .empty }
      let found = try group.records.filter { try holds(condition, $0) }
      return .number(Double(found.count) * 100 / Double(group.records.count))
    case .of(let name, let operand):
      let values = try group.records.map { try value(operand, .record($0)) }
      return measured(name, values)
    }
  }

  private func measured(_ name: MeasureName, _ values: [Value]) -> Value {
    let items = values.flatMap(\.items)
    switch name {
    case .count: return .number(Double(values.filter { !$0.isEmpty }.count))
    case .distinct: return .number(Double(Set(items.map(Order.identity)).count))
    case .least, .greatest:
      guard var best = items.first else { return .empty }
      for item in items.dropFirst() {
        let order = Order.compare(item, best)
        if name == .least ? order < 0 : order > 0 { best = item }
      }
      return best
    case .sum, .mean, .median:
      return ofNumbers(name, items.compactMap(number))
    }
  }

  private func number(_ value: Value) -> Double? {
    if case .number(let number) = value { return number }
    return nil
  }

  private func ofNumbers(_ name: MeasureName, _ numbers: [Double]) -> Value {
    guard !numbers.isEmpty else { return .empty }
    let sum = numbers.reduce(0, +)
    if name == .sum { return .number(sum) }
    if name == .mean { return .number(sum / Double(numbers.count)) }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    guard sorted.count % 2 == 0 else { return .number(sorted[middle]) }
    return .number((sorted[middle - 1] + sorted[middle]) / 2)
  }
}
