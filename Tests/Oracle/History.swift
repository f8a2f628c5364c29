/// `was` and `changed`, which look at the lägen of an insats.
extension Evaluator {
  /// True if a condition on the past holds.
  func holdsInHistory(_ condition: Condition, _ subject: Subject) throws -> Bool {
    guard case .record(let record) = subject, record.set == "insatser" else { return false }
    switch condition {
    case .was(let path, let operand, let moment):
      let wanted = try state(operand, path)
      if let moment {
        let then = view.at(try view.day(moment))
        return then.exists(record) && sameState(then.value(record, path), wanted)
      }
      return path.count == 1 && view.exists(record)
        && view.reports(record).contains { sameState($0.record.stored(path[0]), wanted) }
    case .changed(let path, let from, let to, let window):
      let before = try from.map { try state($0, path) }
      let after = try to.map { try state($0, path) }
      let days = try days(of: window)
      return steps(record, path[0]).contains { step in
        step.day > days.lowerBound && step.day <= days.upperBound
          && (before.map { sameState(step.from, $0) } ?? true)
          && (after.map { sameState(step.to, $0) } ?? true)
      }
    default: return false
    }
  }

  private func state(_ operand: Operand, _ path: Path) throws -> Value {
    guard case .literal(let literal) = operand, let kind = pathKind(path, "insatser") else {
      throw OracleError("no state")
    }
    return try view.value(of: literal, kind)
  }

  /// The days of a window; its beginning is left out.
  private func days(of window: Window) throws -> ClosedRange<Int> {
    switch window {
    case .any: return Int.min...view.moment
    case .since(let moment):
      let start = try view.day(moment)
      return start...max(start, view.moment)
    case .between(let first, let second):
      let start = try view.day(first)
      return start...max(start, min(try view.day(second), view.moment))
    }
  }

  /// The steps between consecutive states that change a field.
  private func steps(_ record: Record, _ field: String) -> [(day: Int, from: Value, to: Value)] {
    var result: [(day: Int, from: Value, to: Value)] = []
    var before = Value.empty
    for report in view.reports(record) {
      let after = report.record.stored(field)
      if !sameState(before, after) { result.append((report.per, before, after)) }
      before = after
    }
    return result
  }
}

/// True for the same state, two empty ones included.
func sameState(_ left: Value, _ right: Value) -> Bool {
  switch (left, right) {
  case (.empty, .empty): return true
  case (.choice(let first, _), .choice(let second, _)): return first == second
  case (.number(let first), .number(let second)): return first == second
  default: return false
  }
}
