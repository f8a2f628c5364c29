import Model
import Text

/// The same measures at two days, side by side with the difference.
struct ComparisonRun {
  let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// Gives the answer to a question that compares two days.
  func answer(_ plan: Plan, _ first: Day, _ second: Day) -> Answer {
    let question = plan.question
    let (before, after) = (side(plan, at: first), side(plan, at: second))
    var answer = Answer(
      columns: question.keys.map { Answer.Column($0.text.swedish, $0.kind) },
      rows: [],
      snapshot: workspace.snapshot,
      question: question,
      day: second
    )
    answer.columns += question.comparisonColumns.map { Answer.Column($0.key, $0.kind) }
    (answer.total, answer.matched) = (after.total, after.matched)
    answer.countsRepeatedly = question.keys.contains { $0.isList }
    let groups = merged(before, after, question)
    let rows = groups.map { key, _ in
      sideBySide(before.values[key], after.values[key], question)
    }
    answer.rows = ordered(groups, rows, question).map { groups[$0].values + rows[$0] }
    return answer
  }

  private struct Side {
    var values: [[KeyValue]: [Value]] = [:]
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
    let measuring = Measuring(evaluator, in: question.set)
    var inGroups = evaluator
    inGroups.groups = Evaluator.GroupValues(
      count: grouping.members.count,
      keys: grouping.keys,
      measures: question.measures.map { measuring.values($0, grouping.members) }
    )
    let columns = question.columns.map { inGroups.prepare($0.value.operand, in: question.set) }
    var side = Side(total: total, matched: rows.count)
    for group in grouping.order {
      let values = grouping.keys.map { $0[group] }
      let key = values.map { KeyValue($0, workspace.snapshot) }
      side.values[key] = columns.map { $0.value(group) }
      side.keys.append((key, values))
    }
    return side
  }

  /// A group that is missing at one of the days counts 0 there, and has no other measure.
  private func sideBySide(
    _ before: [Value]?,
    _ after: [Value]?,
    _ question: ResolvedQuestion
  ) -> [Value] {
    question.columns.enumerated().flatMap { number, column -> [Value] in
      let missing: Value = isCount(column, question) ? .number(0) : .empty
      let (a, b) = (before?[number] ?? missing, after?[number] ?? missing)
      return [a, b, difference(a, b)]
    }
  }

  private func isCount(_ column: ResolvedQuestion.Column, _ question: ResolvedQuestion) -> Bool {
    guard case .measure(let number) = column.value.operand else { return false }
    return [.count, .distinct].contains(question.measures[number].aggregate)
  }

  private func difference(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.number(let a), .number(let b)): .number(b - a)
    default: .empty
    }
  }

  /// The groups of both sides, in the order of their keys.
  private func merged(
    _ before: Side,
    _ after: Side,
    _ question: ResolvedQuestion
  ) -> [(key: [KeyValue], values: [Value])] {
    var seen: Set<[KeyValue]> = []
    let all = (before.keys + after.keys).filter { seen.insert($0.key).inserted }
    let sorter = Sorter(workspace)
    let keys = question.keys.enumerated().map { k, key in
      sorter.keys(all.map { $0.values[k] }, key.kind)
    }
    return Sorter.order(all.count, by: keys).map { all[$0] }
  }

  /// The places of the rows that sorting and limit leave, in order.
  private func ordered(
    _ groups: [(key: [KeyValue], values: [Value])],
    _ rows: [[Value]],
    _ question: ResolvedQuestion
  ) -> [Int] {
    var evaluator = Evaluator(workspace.view(nil))
    evaluator.groups = Evaluator.GroupValues(
      count: groups.count,
      keys: question.keys.indices.map { k in groups.map { $0.values[k] } },
      measures: question.comparisonColumns.indices.map { k in rows.map { $0[k] } }
    )
    return Executor(workspace).ordered(question, Array(groups.indices), evaluator)
  }
}
