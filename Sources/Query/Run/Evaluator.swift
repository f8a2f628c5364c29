import Model
import Text

/// Finds the rows where a condition holds: columns in, bits out.
///
/// Logic has two values, so `not`, `and` and `or` are bit operations. A test of one field runs over
/// its column alone; only what compares fields or computes goes row by row.
struct Evaluator {
  let view: View
  /// Groups in the place of records: the values of their keys and measures.
  var groups: GroupValues?

  init(_ view: View) { self.view = view }

  /// Keys and measures of groups, each a value for every group.
  struct GroupValues {
    var count: Int
    var keys: [[Value]]
    var measures: [[Value]]
  }

  private func size(_ set: SetID) -> Int { groups?.count ?? view.snapshot[set].count }

  /// Gives the rows of a set where a condition holds.
  func select(_ condition: Condition, in set: SetID) -> RowSet {
    switch condition {
    case .constant(let holds): return RowSet(size(set), all: holds)
    case .not(let inner): return select(inner, in: set).inverted
    case .all(let parts):
      var rows = RowSet(size(set), all: true)
      for part in parts { rows.formIntersection(select(part, in: set)) }
      return rows
    case .any(let parts):
      var rows = RowSet(size(set))
      for part in parts { rows.formUnion(select(part, in: set)) }
      return rows
    case .test(.path(let path), let test): return passing(test, path)
    case .test(let operand, let test):
      let prepared = prepare(operand, in: set)
      return RowSet(size(set)) { row in
        prepared.value(row).elements.contains { holds(test, $0) }
      }
    case .related(let left, let order, let right):
      return related(left, order, right, in: set)
    case .exists(let path, let inner): return existing(path, inner)
    case .reported(let field, let test): return reported(field, test)
    case .changed(let change): return changed(change)
    }
  }

  // MARK: Paths

  /// The rows from which a path leads to some value that passes the test.
  private func passing(_ test: Test, _ path: Path) -> RowSet {
    guard let last = path.hops.last else { return RowSet(0) }
    var rows: RowSet
    if let moment = path.moment {
      let then = view.workspace.view(moment)
      rows = passing(test, then.column(last.set, last.field))
      if let exists = then.exists(last.set) { rows.formIntersection(exists) }
    } else {
      rows = passing(test, view.column(last.set, last.field))
    }
    return back(rows, through: path.hops.dropLast())
  }

  private func existing(_ path: Path, _ inner: Condition) -> RowSet {
    guard let last = path.hops.last,
      case .reference(let target) = view.schema.field(last.set, last.field).type
    else { return RowSet(0) }
    return back(Evaluator(view).select(inner, in: target), through: path.hops[...])
  }

  /// The rows from which the steps lead to some of the given rows.
  private func back(_ rows: RowSet, through hops: ArraySlice<Path.Hop>) -> RowSet {
    var rows = rows
    for hop in hops.reversed() {
      let inner = rows
      switch view.column(hop.set, hop.field) {
      case .references(let targets):
        rows = RowSet(targets.count) { targets[$0] >= 0 && inner.contains(Int(targets[$0])) }
      case .list(let offsets, .references(let targets)):
        rows = RowSet(offsets.count - 1) { row in
          for k in Int(offsets[row])..<Int(offsets[row + 1])
          where targets[k] >= 0 && inner.contains(Int(targets[k])) {
            return true
          }
          return false
        }
      default: rows = RowSet(view.snapshot[hop.set].count)
      }
    }
    return rows
  }

  // MARK: Columns

  /// The rows of a column that have some value that passes the test.
  func passing(_ test: Test, _ column: Column) -> RowSet {
    switch column {
    case .list(let offsets, let inner):
      let values = passing(test, inner)
      return RowSet(offsets.count - 1) { row in
        for k in Int(offsets[row])..<Int(offsets[row + 1]) where values.contains(k) { return true }
        return false
      }
    case .numbers(let values): return passing(test, numbers: values)
    case .codes(let values), .references(let values): return passing(test, codes: values)
    case .texts(let values): return passing(test, texts: values)
    case .days(let values):
      return RowSet(values.count) {
        values[$0] != .none && holds(test, .period(Period(values[$0])))
      }
    case .periods(let values):
      return RowSet(values.count) { !values[$0].isNone && holds(test, .period(values[$0])) }
    case .bools(let values):
      if case .bool(let wanted) = test {
        return RowSet(values.count) { values[$0] == (wanted ? 1 : 0) }
      }
      return RowSet(values.count) { values[$0] >= 0 }
    }
  }

  private func passing(_ test: Test, numbers values: [Double]) -> RowSet {
    switch test {
    // A comparison with NaN, which stands for empty, is false.
    case .number(.equal, let number): RowSet(values.count) { values[$0] == number }
    case .number(.less, let number): RowSet(values.count) { values[$0] < number }
    case .number(.lessEqual, let number): RowSet(values.count) { values[$0] <= number }
    case .number(.greater, let number): RowSet(values.count) { values[$0] > number }
    case .number(.greaterEqual, let number): RowSet(values.count) { values[$0] >= number }
    case .numbers(let numbers): RowSet(values.count) { numbers.contains(values[$0]) }
    default: RowSet(values.count) { !values[$0].isNaN }
    }
  }

  private func passing(_ test: Test, codes values: [Int32]) -> RowSet {
    switch test {
    case .codes(let wanted), .rows(let wanted):
      if wanted.count == 1, let only = wanted.first {
        return RowSet(values.count) { values[$0] == only }
      }
      return RowSet(values.count) { wanted.contains(values[$0]) }
    default: return RowSet(values.count) { values[$0] != -1 }
    }
  }

  private func passing(_ test: Test, texts values: [TextRef]) -> RowSet {
    let heap = view.snapshot.heap
    switch test {
    case .text(let text):
      var matcher = TextMatcher(text)
      return RowSet(values.count) { !values[$0].isEmpty && matcher.holds(heap.bytes(values[$0])) }
    case .order(let order, let key):
      return RowSet(values.count) {
        !values[$0].isEmpty && Evaluator.holds(order, Collation.key(heap.bytes(values[$0])), key)
      }
    default: return RowSet(values.count) { !values[$0].isEmpty }
    }
  }

  // MARK: Single values

  /// Tells whether one value passes a test.
  func holds(_ test: Test, _ value: Value) -> Bool {
    switch (test, value) {
    case (_, .empty): false
    case (.filled, _): !value.isEmpty
    case (.number(let order, let wanted), .number(let number)):
      Evaluator.holds(order, number, wanted)
    case (.numbers(let wanted), .number(let number)): wanted.contains(number)
    case (.bool(let wanted), .bool(let bool)): wanted == bool
    case (.codes(let wanted), .code(let code)): wanted.contains(code)
    case (.rows(let wanted), .reference(let row)): wanted.contains(row)
    case (.period(let order, let wanted), .period(let period)): period.holds(order, wanted)
    case (.periods(let wanted), .period(let period)): wanted.contains { period.isWithin($0) }
    case (.text(let text), _): withText(value) { text.holds($0) }
    case (.order(let order, let key), _):
      withText(value) { Evaluator.holds(order, Collation.key($0), key) }
    default: false
    }
  }

  private func withText(_ value: Value, _ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    switch value {
    case .text(let ref): return body(view.snapshot.heap.bytes(ref))
    case .string(let string): return Array(string.utf8).withUnsafeBufferPointer(body)
    default: return false
    }
  }

  static func holds(_ order: Condition.Order, _ a: Double, _ b: Double) -> Bool {
    switch order {
    case .equal: a == b
    case .less: a < b
    case .lessEqual: a <= b
    case .greater: a > b
    case .greaterEqual: a >= b
    case .overlaps: false
    }
  }

  static func holds(_ order: Condition.Order, _ a: [UInt8], _ b: [UInt8]) -> Bool {
    switch order {
    case .equal: a == b
    case .less: Collation.precedes(a, b)
    case .lessEqual: !Collation.precedes(b, a)
    case .greater: Collation.precedes(b, a)
    case .greaterEqual: !Collation.precedes(a, b)
    case .overlaps: false
    }
  }

  // MARK: Two fields

  private func related(
    _ left: Operand,
    _ order: Condition.Order,
    _ right: Operand,
    in set: SetID
  ) -> RowSet {
    let (a, b) = (prepare(left, in: set), prepare(right, in: set))
    return RowSet(size(set)) { row in
      let others = b.value(row).elements
      guard !others.isEmpty else { return false }
      return a.value(row).elements.contains { value in
        others.contains { holds(value, order, $0) }
      }
    }
  }

  /// Tells whether two values stand in a relation.
  private func holds(_ a: Value, _ order: Condition.Order, _ b: Value) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): return Evaluator.holds(order, a, b)
    case (.period(let a), .period(let b)): return a.holds(order, b)
    case (.bool(let a), .bool(let b)): return a == b
    case (.code(let a), .code(let b)), (.reference(let a), .reference(let b)): return a == b
    default:
      guard let a = string(a), let b = string(b) else { return false }
      // Two fields are equal if they differ at most in case.
      if order == .equal { return Folding.byCase.fold(a) == Folding.byCase.fold(b) }
      return Evaluator.holds(order, Collation.key(a), Collation.key(b))
    }
  }

  private func string(_ value: Value) -> String? {
    switch value {
    case .text(let ref): view.snapshot.heap.string(ref)
    case .string(let string): string
    default: nil
    }
  }

  // MARK: Steps in time

  /// The column of the reports that a field of the measures is reported in.
  private func reports(of field: Int) -> Column? {
    let name = view.schema.field(.measures, field).name
    return view.snapshot[.reports].columns[view.schema.number(.reports, name)]
  }

  /// The measures with a report up to now that passes the test.
  private func reported(_ field: Int, _ test: Test) -> RowSet {
    guard let values = reports(of: field) else { return RowSet(0) }
    let passing = passing(test, values)
    let timeline = view.workspace.timeline
    return RowSet(view.snapshot[.measures].count) { measure in
      timeline.reports(of: measure, upTo: view.now).contains { passing.contains(Int($0.report)) }
    }
  }

  /// The measures with a step that fits: from, to, and when.
  private func changed(_ change: Condition.Changed) -> RowSet {
    let values = reports(of: change.field)
    let until = min(change.until ?? view.now, view.now)
    let timeline = view.workspace.timeline
    return RowSet(view.snapshot[.measures].count) { measure in
      var before = Value.empty
      for (report, day) in timeline.reports(of: measure, upTo: until) {
        let now = values?.value(Int(report)) ?? .empty
        let isInside = change.after.map { day > $0 } ?? true
        if isInside, differ(before, now), change.from.map({ holds($0, before) }) ?? true,
          change.to.map({ holds($0, now) }) ?? true
        {
          return true
        }
        before = now
      }
      return false
    }
  }

  private func differ(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.empty, .empty): false
    case (.number(let a), .number(let b)): a != b
    case (.code(let a), .code(let b)): a != b
    default: true
    }
  }
}

extension Period {
  /// Tells whether the period stands in a relation to another.
  func holds(_ order: Condition.Order, _ other: Period) -> Bool {
    switch order {
    case .equal: isWithin(other)
    case .less: isBefore(other)
    case .lessEqual: endsBy(other)
    case .greater: isAfter(other)
    case .greaterEqual: startsFrom(other)
    case .overlaps: overlaps(other)
    }
  }
}
