/// One row of an answer, keys in column order.
typealias Row = [Member]

/// Answers questions about a store on a day.
final class Answerer {
  let store: Store
  let today: Int
  /// True if some groups have keys that differ but are equal in order, so that theirs is open.
  private(set) var hasTies = false

  init(store: Store, today: Int) {
    self.store = store
    self.today = today
  }

  /// The rows of the answer.
  func answer(_ question: Question) throws -> [Row] {
    switch question.form {
    case .changes(let since, let to): return try changes(question, since, to)
    case .compare(let before, let after): return try comparison(question, before, after)
    case .show, .count:
      let evaluator = Evaluator(try view(question.asOf))
      let records = try matching(question, evaluator)
      if question.isGrouped { return try groupedRows(question, evaluator, records) }
      return try recordRows(question, evaluator, records)
    }
  }

  /// The store as it is now.
  var now: View { View(store, today: today, asOf: nil) }

  /// The store at a moment, or as it is now.
  func view(_ moment: Moment?) throws -> View {
    guard let moment else { return now }
    return now.at(try now.day(moment))
  }

  /// The records that exist and fulfil the condition.
  func matching(_ question: Question, _ evaluator: Evaluator) throws -> [Record] {
    let records = evaluator.view.all(question.set)
    guard let condition = question.condition else { return records }
    return try records.filter { try evaluator.holds(condition, $0) }
  }

  private func recordRows(
    _ question: Question,
    _ evaluator: Evaluator,
    _ records: [Record]
  ) throws -> [Row] {
    var chosen = try Order.sorted(records, descending: question.sort.map(\.descending)) { record in
      try question.sort.map { try evaluator.value($0.operand, .record(record)) }
    }
    chosen = limited(chosen, question) { evaluator.view.value($0, question.limitBy ?? []) }
    return try chosen.map { record in
      try question.columns.map { column in
        Member(column.key, json(try evaluator.value(column.operand, .record(record))))
      }
    }
  }

  private func groupedRows(
    _ question: Question,
    _ evaluator: Evaluator,
    _ records: [Record]
  ) throws -> [Row] {
    var groups = evaluator.groups(records, set: question.set, by: question.groups)
    noteTies(groups)
    if let having = question.having {
      groups = try groups.filter { try evaluator.holds(having, .group($0)) }
    }
    groups = try Order.sorted(groups, descending: question.sort.map(\.descending)) { group in
      try question.sort.map { try evaluator.value($0.operand, .group(group)) }
    }
    groups = limited(groups, question) { group in
      let place = question.limitBy.flatMap { group.paths.firstIndex(of: $0) }
      return place.map { group.keys[$0] } ?? .empty
    }
    let columns = question.groupColumns
    if let across = question.across {
      let table = try CrossTable(evaluator: evaluator, records: records, across: across)
      return try groups.map { try table.row($0, columns) }
    }
    return try groups.map { group in
      try columns.map { Member($0.key, json(try evaluator.value($0.operand, .group(group)))) }
    }
  }

  /// Notes groups whose order the contract leaves open.
  func noteTies(_ groups: [Group]) {
    for (first, second) in zip(groups, groups.dropFirst()) {
      let pairs = zip(first.keys, second.keys)
      if pairs.allSatisfy({ Order.compare($0, $1) == 0 }) { hasTies = true }
    }
  }

  /// The first rows, or the first of each value of a path.
  private func limited<T>(_ rows: [T], _ question: Question, value: (T) -> Value) -> [T] {
    guard let limit = question.limit else { return rows }
    guard question.limitBy != nil else { return Array(rows.prefix(limit)) }
    var seen: [String: Int] = [:]
    return rows.filter { row in
      let identity = Order.identity(value(row))
      seen[identity, default: 0] += 1
      return seen[identity, default: 0] <= limit
    }
  }
}

extension Question {
  /// The columns of a grouped question: those chosen, or the keys and the count.
  var groupColumns: [Column] {
    if case .show = form { return columns }
    return groups.map { Column(operand: .path($0)) } + [Column(operand: .measure(.countAll))]
  }
}

/// The groups of a question against the values of another path.
private struct CrossTable {
  var evaluator: Evaluator
  var across: Path
  var values: [Value]

  /// Fails where the order of the columns is open or two of them have one key.
  init(evaluator: Evaluator, records: [Record], across: Path) throws {
    self.evaluator = evaluator
    self.across = across
    var seen: Set<String> = []
    var found: [Value] = []
    for record in records {
      for value in Order.distinct(evaluator.view.value(record, across))
      where seen.insert(Order.identity(value)).inserted {
        found.append(value)
      }
    }
    values = Order.sorted(found, descending: [false]) { [$0] }
    for (first, second) in zip(values, values.dropFirst())
    where Order.compare(first, second) == 0 {
      throw OracleError("columns in open order")
    }
    guard Set(values.map(heading)).count == values.count else {
      throw OracleError("two columns of one key")
    }
  }

  func row(_ group: Group, _ columns: [Column]) throws -> Row {
    var row: Row = []
    for column in columns {
      guard column.operand.hasMeasure else {
        row.append(Member(column.key, json(try evaluator.value(column.operand, .group(group)))))
        continue
      }
      for value in values {
        let part = Group(set: group.set, paths: group.paths, keys: group.keys)
        part.records = group.records.filter { holds($0, value) }
        let cell = try evaluator.value(column.operand, .group(part))
        row.append(Member(heading(value), json(cell)))
      }
      row.append(Member("totalt", json(try evaluator.value(column.operand, .group(group)))))
    }
    return row
  }

  private func holds(_ record: Record, _ value: Value) -> Bool {
    let identity = Order.identity(value)
    return Order.distinct(evaluator.view.value(record, across)).contains {
      Order.identity($0) == identity
    }
  }

  private func heading(_ value: Value) -> String {
    switch value {
    case .empty: return "saknas"
    case .bool(let flag): return flag ? "ja" : "nej"
    default:
      switch json(value) {
      case .text(let text): return text
      case .number(let number): return numberText(number)
      default: return ""
      }
    }
  }
}

/// A value as JSON: references as ids, times as they are stored.
func json(_ value: Value) -> Json {
  switch value {
  case .empty: return .null
  case .text(let text), .choice(_, let text): return .text(text.raw)
  case .number(let number): return .number(number)
  case .bool(let flag): return .bool(flag)
  case .time(let span): return .text(span.text)
  case .record(let record): return .text(record.id.raw)
  case .list(let items): return items.isEmpty ? .null : .list(items.map(json))
  }
}
