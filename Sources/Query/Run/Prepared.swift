import Model
import Text

/// An operand with its columns at hand, ready to give a value for any row.
indirect enum Prepared {
  case constant(Value)
  case column(Column)
  /// Steps and the column they lead to.
  case path([Column], Column, isList: Bool)
  /// Values for rows that exist; empty for the others.
  case masked(Prepared, RowSet)
  case values([Value])
  case negative(Prepared)
  case arithmetic(Prepared, Operand.Op, Prepared)
  case shifted(Prepared, days: Int, months: Int)
  case call(Function, [Prepared], TextHeap)
  case conditional(RowSet, Prepared, Prepared)

  /// Gives the value of a row.
  func value(_ row: Int) -> Value {
    switch self {
    case .constant(let value): return value
    case .column(let column): return column.value(row)
    case .path(let steps, let column, let isList):
      var values: [Value] = []
      Prepared.follow(steps[...], column, row, into: &values)
      return isList ? .list(values) : values.first ?? .empty
    case .masked(let inner, let rows): return rows.contains(row) ? inner.value(row) : .empty
    case .values(let values): return values[row]
    case .negative(let inner): return inner.number(row).map { .number(0 - $0) } ?? .empty
    case .arithmetic(let a, let op, let b):
      guard let a = a.number(row), let b = b.number(row) else { return .empty }
      return Prepared.calculate(a, op, b)
    case .shifted(let inner, let days, let months):
      guard case .period(let period) = inner.value(row) else { return .empty }
      return period.moved(days: days, months: months).map { .period($0) } ?? .empty
    case .call(let function, let arguments, let heap):
      return FunctionValue(function, heap).value(arguments.map { $0.value(row) })
    case .conditional(let rows, let a, let b): return (rows.contains(row) ? a : b).value(row)
    }
  }

  /// The value as a number, if it is one.
  func number(_ row: Int) -> Double? {
    if case .number(let number) = value(row) { number } else { nil }
  }

  private static func calculate(_ a: Double, _ op: Operand.Op, _ b: Double) -> Value {
    let result: Double
    switch op {
    case .plus: result = a + b
    case .minus: result = a - b
    case .times: result = a * b
    case .divide: result = b == 0 ? .nan : a / b
    }
    // Added to 0, the negative zero becomes the other.
    return result.isFinite ? .number(result + 0) : .empty
  }

  private static func follow(
    _ steps: ArraySlice<Column>,
    _ column: Column,
    _ row: Int,
    into values: inout [Value]
  ) {
    guard let step = steps.first else {
      values.append(contentsOf: column.value(row).elements)
      return
    }
    for target in View.references(step, row) where target >= 0 {
      follow(steps.dropFirst(), column, Int(target), into: &values)
    }
  }
}

extension Evaluator {
  /// Makes an operand ready to give values for the rows of a set, or for groups.
  func prepare(_ operand: Operand, in set: SetID) -> Prepared {
    switch operand {
    case .constant(let value): return .constant(value)
    case .path(let path): return prepare(path)
    case .negative(let inner): return .negative(prepare(inner, in: set))
    case .arithmetic(let a, let op, let b):
      return .arithmetic(prepare(a, in: set), op, prepare(b, in: set))
    case .shifted(let inner, let days, let months):
      return .shifted(prepare(inner, in: set), days: days, months: months)
    case .call(let function, let arguments):
      return .call(function, arguments.map { prepare($0, in: set) }, view.snapshot.heap)
    case .conditional(let condition, let a, let b):
      return .conditional(select(condition, in: set), prepare(a, in: set), prepare(b, in: set))
    case .key(let number): return .values(groups?.keys[number] ?? [])
    case .measure(let number): return .values(groups?.measures[number] ?? [])
    }
  }

  private func prepare(_ path: Path) -> Prepared {
    guard let last = path.hops.last else { return .constant(.empty) }
    let then = path.moment.map { view.workspace.view($0) }
    let column = (then ?? view).column(last.set, last.field)
    let steps = path.hops.dropLast().map { view.column($0.set, $0.field) }
    if steps.isEmpty {
      guard let exists = then?.exists(last.set) else { return .column(column) }
      return .masked(.column(column), exists)
    }
    let isList = path.hops.contains { view.schema.field($0.set, $0.field).isList }
    return .path(steps, column, isList: isList)
  }
}
