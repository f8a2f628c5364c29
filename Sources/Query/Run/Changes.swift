import Model
import Text

/// What differs between two days: one row for each record and field, new and ended records too.
struct Changes {
  let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// Gives the answer to a question about changes.
  func answer(_ question: ResolvedQuestion, _ from: Day, _ to: Day) -> Answer {
    let (before, after) = (workspace.view(from), workspace.view(to))
    let evaluator = Evaluator(after)
    let count = workspace.snapshot[.measures].count
    var chosen = RowSet(count, all: true)
    for conjunct in question.conjuncts {
      chosen.formIntersection(evaluator.select(conjunct.condition, in: .measures))
    }
    var answer = Answer(
      columns: [
        Answer.Column("insats", .reference(.measures)), Answer.Column("ändring", .text),
        Answer.Column("fält", .text), Answer.Column("från", .text), Answer.Column("till", .text),
      ], rows: [], snapshot: workspace.snapshot, question: question, day: to)
    answer.total = count
    for row in chosen.rows { answer.rows += changes(of: row, before, after) }
    answer.matched = answer.rows.count
    if let limit = question.limit { answer.rows = Array(answer.rows.prefix(limit)) }
    return answer
  }

  private func changes(of row: Int, _ before: View, _ after: View) -> [[Value]] {
    let existed = before.exists(.measures)?.contains(row) ?? true
    let exists = after.exists(.measures)?.contains(row) ?? true
    func change(_ kind: String, _ field: String?, _ from: Value, _ to: Value) -> [Value] {
      [
        .reference(Int32(row)), .string(kind), field.map { .string($0) } ?? .empty, from, to,
      ]
    }
    if !existed, !exists { return [] }
    if !existed { return [change("ny", nil, .empty, .empty)] }
    if !exists { return [change("borttagen", nil, .empty, .empty)] }
    let schema = workspace.snapshot.schema
    return schema[.measures].fields.enumerated().filter(\.element.isReported).compactMap {
      number, field in
      let kind = ValueKind(field.type)
      let from = before.column(.measures, number).value(row)
      let to = after.column(.measures, number).value(row)
      guard KeyValue(from, workspace.snapshot) != KeyValue(to, workspace.snapshot) else { return nil }
      return change("ändrad", field.name, shown(from, kind), shown(to, kind))
    }
  }

  /// A column holds values of several kinds, so words are written out and numbers kept.
  private func shown(_ value: Value, _ kind: ValueKind) -> Value {
    if case .code(let code) = value {
      return .string(ValueText(workspace.snapshot).word(code, kind))
    }
    return value
  }
}

/// The same measures at two days, side by side with the difference.
struct ComparisonRun {
  /// The columns after the keys: the numbers at both days and the difference.
  static let columns = [
    Bilingual("före", "before"), Bilingual("efter", "after"), Bilingual("skillnad", "difference"),
  ]

  let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// Gives the answer to a question that compares two days.
  func answer(_ plan: Plan, _ first: Day, _ second: Day) -> Answer {
    let question = plan.question
    let (before, after) = (side(plan, at: first), side(plan, at: second))
    var answer = Answer(
      columns: question.keys.map { Answer.Column($0.text.swedish, $0.kind) }, rows: [],
      snapshot: workspace.snapshot, question: question, day: second)
    for name in ComparisonRun.columns {
      answer.columns.append(Answer.Column(name.swedish, .number))
    }
    (answer.total, answer.matched) = (after.total, after.matched)
    let groups = merged(before, after, question)
    let (a, b) = (groups.map { before.counts[$0.key] ?? 0 }, groups.map { after.counts[$0.key] ?? 0 })
    let numbers = [a, b, zip(a, b).map { $1 - $0 }].map { $0.map(Value.number) }
    let keys = question.keys.indices.map { key in groups.map { $0.values[key] } }
    var evaluator = Evaluator(workspace.view(second))
    evaluator.groups = Evaluator.GroupValues(count: groups.count, keys: keys, measures: numbers)
    let order = Executor(workspace).ordered(question, Array(groups.indices), evaluator)
    answer.rows = order.map { group in groups[group].values + numbers.map { $0[group] } }
    return answer
  }

  private struct Side {
    var counts: [[KeyValue]: Double] = [:]
    var keys: [(key: [KeyValue], values: [Value])] = []
    var total = 0
    var matched = 0
  }

  private func side(_ plan: Plan, at moment: Day) -> Side {
    var then = plan
    then.question.moment = moment
    let question = plan.question
    let (rows, evaluator, total) = Executor(workspace).selection(then)
    let grouping = Grouping(evaluator, question.keys, rows, in: question.set)
    var side = Side(total: total, matched: rows.count)
    for group in grouping.order {
      let values = grouping.keys.map { $0[group] }
      let key = values.map { KeyValue($0, workspace.snapshot) }
      side.counts[key] = Double(grouping.members[group].count)
      side.keys.append((key, values))
    }
    return side
  }

  /// The groups of both sides, in the order of their keys.
  private func merged(
    _ before: Side, _ after: Side, _ question: ResolvedQuestion
  ) -> [(key: [KeyValue], values: [Value])] {
    var seen: Set<[KeyValue]> = []
    let all = (before.keys + after.keys).filter { seen.insert($0.key).inserted }
    let sorter = Sorter(workspace)
    let keys = question.keys.enumerated().map { k, key in
      sorter.keys(all.map { $0.values[k] }, key.kind)
    }
    return Sorter.order(all.count, by: keys).map { all[$0] }
  }
}
