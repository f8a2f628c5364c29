/// What a condition or an operand is worked out for.
enum Subject {
  case record(Record)
  case group(Group)
}

/// Some records with the values of the keys they share.
final class Group {
  let set: String
  let paths: [Path]
  var keys: [Value]
  var records: [Record] = []

  init(set: String, paths: [Path], keys: [Value]) {
    self.set = set
    self.paths = paths
    self.keys = keys
  }
}

/// Works out conditions in a view.
struct Evaluator {
  var view: View

  init(_ view: View) { self.view = view }

  /// True if the condition holds for a record.
  func holds(_ condition: Condition, _ record: Record) throws -> Bool {
    try holds(condition, .record(record))
  }

  /// True if the condition holds.
  func holds(_ condition: Condition, _ subject: Subject) throws -> Bool {
    switch condition {
    case .or(let left, let right): return try holds(left, subject) || holds(right, subject)
    case .and(let left, let right): return try holds(left, subject) && holds(right, subject)
    case .not(let inner): return try !holds(inner, subject)
    case .compare(let left, let comparison, let right):
      return try compare(left, comparison, right, subject)
    case .text(let operand, let test, let needle, let negated):
      let values = try value(operand, subject).items
      return values.contains { smartTest(test, label($0), needle) } != negated
    case .within(let operand, let values, let negated):
      let found = try values.contains { try compare(operand, .equal, $0, subject) }
      return found != negated
    case .between(let operand, let low, let high):
      return try compare(operand, .greaterOrEqual, low, subject)
        && compare(operand, .lessOrEqual, high, subject)
    case .empty(let operand, let negated): return try value(operand, subject).isEmpty != negated
    case .overlaps(let left, let right): return try overlap(left, right, subject)
    case .exists(let path, let inner):
      return try related(path, subject).contains { try inner == nil || holds(inner, $0) }
    case .all(let path, let inner):
      return try related(path, subject).allSatisfy { try holds(inner, $0) }
    case .was, .changed: return try holdsInHistory(condition, subject)
    }
  }

  private func holds(_ condition: Condition?, _ record: Record) throws -> Bool {
    guard let condition else { return true }
    return try holds(condition, .record(record))
  }

  /// The records that a relation leads to.
  private func related(_ path: Path, _ subject: Subject) throws -> [Record] {
    try value(.path(path), subject).items.compactMap {
      if case .record(let record) = $0 { return record }
      return nil
    }
  }

  /// The text that text operators look at.
  private func label(_ value: Value) -> Text {
    switch value {
    case .text(let text), .choice(_, let text): return text
    case .record(let record): return record.name
    case .time(let span): return Text(span.text)
    case .number(let number): return Text(numberText(number))
    case .bool(let flag): return Text(flag ? "ja" : "nej")
    case .empty, .list: return Text("")
    }
  }

  /// The values of two operands, literals read as the kind of the other side.
  private func values(
    _ left: Operand,
    _ right: Operand,
    _ subject: Subject
  ) throws -> (Value, Value) {
    let set = subject.set
    let kind =
      kind(of: left, set) ?? kind(of: right, set) ?? literalKind(left) ?? literalKind(right)
      ?? .text
    return (try value(left, subject, as: kind), try value(right, subject, as: kind))
  }

  private func compare(
    _ left: Operand,
    _ comparison: Comparison,
    _ right: Operand,
    _ subject: Subject
  ) throws -> Bool {
    let (first, second) = try values(left, right, subject)
    let needle = right.isLiteral ? Needle.right : left.isLiteral ? .left : .none
    switch comparison {
    case .equal: return anyEqual(first, second, needle)
    case .notEqual: return !anyEqual(first, second, needle)
    default: return try inOrder(first, comparison, second)
    }
  }

  private func overlap(_ left: Operand, _ right: Operand, _ subject: Subject) throws -> Bool {
    guard case (.time(let first), .time(let second)) = try values(left, right, subject) else {
      return false
    }
    return first.first <= second.last && second.first <= first.last
  }
}

/// Which side was typed and folds.
private enum Needle { case left, right, none }

/// True if some value of one side equals some value of the other.
private func anyEqual(_ left: Value, _ right: Value, _ needle: Needle) -> Bool {
  left.items.contains { first in right.items.contains { equal(first, $0, needle) } }
}

/// Equality of single values; of times: the first lies within the second.
private func equal(_ left: Value, _ right: Value, _ needle: Needle) -> Bool {
  switch (left, right) {
  case (.text(let first), .text(let second)):
    switch needle {
    case .left: return smartEqual(second, first)
    case .right: return smartEqual(first, second)
    case .none: return first.lower == second.lower
    }
  case (.number(let first), .number(let second)): return first == second
  case (.bool(let first), .bool(let second)): return first == second
  case (.time(let first), .time(let second)):
    return first.first >= second.first && first.last <= second.last
  case (.choice(let first, _), .choice(let second, _)): return first == second
  case (.record(let first), .record(let second)): return first === second
  default: return false
  }
}

/// `<`, `<=`, `>`, `>=` of single values.
private func inOrder(_ left: Value, _ comparison: Comparison, _ right: Value) throws -> Bool {
  if left.isEmpty || right.isEmpty { return false }
  switch (left, right) {
  case (.time(let value), .time(let period)):
    switch comparison {
    case .less: return value.last < period.first
    case .lessOrEqual: return value.last <= period.last
    case .greater: return value.first > period.last
    default: return value.first >= period.first
    }
  case (.number(let first), .number(let second)):
    return stands(first < second ? -1 : first > second ? 1 : 0, comparison)
  case (.text(let first), .text(let second)):
    return stands(compareTexts(first, second), comparison)
  default: throw OracleError("values that have no order")
  }
}

private func stands(_ order: Int, _ comparison: Comparison) -> Bool {
  switch comparison {
  case .less: return order < 0
  case .lessOrEqual: return order <= 0
  case .greater: return order > 0
  default: return order >= 0
  }
}

extension Subject {
  /// The set that names are looked up in.
  var set: String {
    switch self {
    case .record(let record): return record.set
    case .group(let group): return group.set
    }
  }
}

extension Operand {
  /// True for what is typed as a value.
  var isLiteral: Bool {
    if case .literal = self { return true }
    return false
  }
}
