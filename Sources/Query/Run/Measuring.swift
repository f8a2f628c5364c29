import Model
import Text

/// Works out measures over groups of records.
struct Measuring {
  let evaluator: Evaluator
  let set: SetID

  init(_ evaluator: Evaluator, in set: SetID) { (self.evaluator, self.set) = (evaluator, set) }

  /// Gives the value of a measure for each group.
  func values(_ measure: Measure, _ groups: [[Int]]) -> [Value] {
    if measure.aggregate == .share, let condition = measure.condition {
      let holds = evaluator.select(condition, in: set)
      return groups.map { rows in
        guard !rows.isEmpty else { return .empty }
        return .number(Double(rows.count(where: holds.contains)) * 100 / Double(rows.count))
      }
    }
    guard let operand = measure.operand else { return groups.map { .number(Double($0.count)) } }
    let prepared = evaluator.prepare(operand.operand, in: set)
    return groups.map { rows in value(measure.aggregate, rows, prepared) }
  }

  private func value(_ aggregate: Aggregate, _ rows: [Int], _ prepared: Prepared) -> Value {
    switch aggregate {
    case .count:
      return .number(Double(rows.count { !prepared.value($0).elements.isEmpty }))
    case .distinct:
      var seen: Set<KeyValue> = []
      for row in rows {
        for value in prepared.value(row).elements {
          seen.insert(KeyValue(value, evaluator.view.snapshot))
        }
      }
      return .number(Double(seen.count))
    case .min, .max: return extreme(aggregate, rows, prepared)
    case .sum, .average, .median: return number(aggregate, rows.compactMap(prepared.number))
    case .share: return .empty
    }
  }

  private func number(_ aggregate: Aggregate, _ numbers: [Double]) -> Value {
    guard !numbers.isEmpty else { return .empty }
    switch aggregate {
    case .sum: return .number(numbers.reduce(0, +))
    case .average: return .number(numbers.reduce(0, +) / Double(numbers.count))
    default:
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      if sorted.count.isMultiple(of: 2) {
        return .number((sorted[middle - 1] + sorted[middle]) / 2)
      }
      return .number(sorted[middle])
    }
  }

  /// The least or greatest; of equal times, the one that is met first.
  private func extreme(_ aggregate: Aggregate, _ rows: [Int], _ prepared: Prepared) -> Value {
    var best = Value.empty
    for row in rows {
      let value = prepared.value(row)
      if value.isEmpty { continue }
      if best.isEmpty || precedes(value, best, isMax: aggregate == .max) { best = value }
    }
    return best
  }

  private func precedes(_ a: Value, _ b: Value, isMax: Bool) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): return isMax ? a > b : a < b
    case (.period(let a), .period(let b)):
      let (x, y) = ((a.first, a.last), (b.first, b.last))
      return isMax ? x > y : x < y
    default: return false
    }
  }
}
