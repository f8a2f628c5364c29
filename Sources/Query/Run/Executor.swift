import Model
import Text

/// Runs a resolved question: selects, groups, measures, sorts and cuts.
package struct Executor {
  let workspace: Workspace

  /// Makes an executor on a workspace.
  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// Gives the answer to a question.
  ///
  /// Costs a pass over the columns that the question names.
  package func answer(_ plan: Plan) -> Answer {
    switch plan.question.shape {
    case .records: return records(plan)
    case .groups: return groups(plan)
    case .changes(let from, let to): return Changes(workspace, plan.question, from, to).answer()
    case .comparison(let first, let second):
      return ComparisonRun(workspace).answer(plan, first, second)
    case .sources(let row, let field):
      return Sources(workspace, plan.question).answer(row, field)
    case .hits(let pattern): return Search(workspace, pattern).answer(plan)
    }
  }

  /// Gives the number of records that a question counts.
  package func count(_ plan: Plan) -> Int { selection(plan).rows.count }

  // MARK: Selecting

  /// The rows that fulfil all conditions, in the store's order.
  func selection(_ plan: Plan) -> (rows: [Int], evaluator: Evaluator, total: Int) {
    let question = plan.question
    let view = workspace.view(question.moment)
    let evaluator = Evaluator(view)
    var rows = RowSet(view.snapshot[question.set].count, all: true)
    if let exists = view.exists(question.set) { rows.formIntersection(exists) }
    let total = rows.count
    for step in plan.conditions where rows.count > 0 {
      let condition = question.conjuncts[step.conjunct].condition
      rows.formIntersection(evaluator.select(condition, in: question.set))
    }
    return (rows.rows, evaluator, total)
  }

  func emptyAnswer(_ question: ResolvedQuestion) -> Answer {
    Answer(
      columns: question.columns.map {
        Answer.Column($0.key, $0.value.kind, isList: $0.value.isList)
      },
      rows: [],
      snapshot: workspace.snapshot,
      question: question,
      day: question.moment ?? workspace.today
    )
  }

  private func records(_ plan: Plan) -> Answer {
    let question = plan.question
    var (rows, evaluator, total) = selection(plan)
    var answer = emptyAnswer(question)
    (answer.total, answer.matched) = (total, rows.count)
    if rows.isEmpty { explainEmptiness(question, evaluator, &answer) }
    rows = ordered(question, rows, evaluator)
    let columns = question.columns.map { evaluator.prepare($0.value.operand, in: question.set) }
    answer.rows = rows.map { row in columns.map { $0.value(row) } }
    return answer
  }
}

// MARK: - Groups

extension Executor {
  private func groups(_ plan: Plan) -> Answer {
    let question = plan.question
    let (rows, evaluator, total) = selection(plan)
    var answer = emptyAnswer(question)
    (answer.total, answer.matched) = (total, rows.count)
    if rows.isEmpty { explainEmptiness(question, evaluator, &answer) }
    let grouping = Grouping(evaluator, question.keys, rows, in: question.set)
    answer.countsRepeatedly = (question.keys + [question.across].compactMap { $0 })
      .contains { $0.isList }
    let measured = Measuring(evaluator, in: question.set)
    let values = question.measures.map { measured.values($0, grouping.members) }
    let of = Evaluator.GroupValues(
      count: grouping.members.count,
      keys: grouping.keys,
      measures: values
    )
    var inGroups = evaluator
    inGroups.groups = of
    let order = ordered(question, grouping.order, inGroups)
    guard let across = question.across else {
      let columns = question.columns.map { inGroups.prepare($0.value.operand, in: question.set) }
      answer.rows = order.map { group in columns.map { $0.value(group) } }
      return answer
    }
    let table = CrossTable(evaluator, question, across)
    table.fill(&answer, grouping, order, inGroups)
    return answer
  }
}

// MARK: - Order

extension Executor {
  /// The rows or groups that `having` and the limit leave, in order.
  func ordered(
    _ question: ResolvedQuestion,
    _ rows: [Int],
    _ evaluator: Evaluator
  ) -> [Int] {
    var rows = rows
    if let having = question.having {
      let holds = evaluator.select(having, in: question.set)
      rows = rows.filter(holds.contains)
    }
    if !question.order.isEmpty {
      let sorter = Sorter(workspace)
      let keys = question.order.map { key in
        let prepared = evaluator.prepare(key.value.operand, in: question.set)
        return sorter.keys(rows.map(prepared.value), key.value.kind, key.isDescending)
      }
      rows = Sorter.order(rows.count, by: keys).map { rows[$0] }
    }
    if let limit = question.limit {
      let by = question.limitBy.map { by in
        let prepared = evaluator.prepare(by.operand, in: question.set)
        return rows.map(prepared.value)
      }
      rows = kept(rows.count, limit, by).map { rows[$0] }
    }
    return rows
  }

  /// The places of the rows that a limit leaves, in order.
  private func kept(_ count: Int, _ limit: Int, _ by: [Value]?) -> [Int] {
    guard let by else { return Array(0..<min(limit, count)) }
    var seen: [KeyValue: Int] = [:]
    return (0..<count).filter { place in
      let key = KeyValue(by[place], workspace.snapshot)
      let number = seen[key, default: 0]
      seen[key] = number + 1
      return number < limit
    }
  }
}

// MARK: - Empty answers

extension Executor {
  /// Tells how many rows each condition left, and which values occur where the last were lost.
  func explainEmptiness(
    _ question: ResolvedQuestion,
    _ evaluator: Evaluator,
    _ answer: inout Answer
  ) {
    let size = workspace.snapshot[question.set].count
    var rows = RowSet(size, all: true)
    if let exists = evaluator.view.exists(question.set) { rows.formIntersection(exists) }
    for conjunct in question.conjuncts {
      let before = rows
      rows.formIntersection(evaluator.select(conjunct.condition, in: question.set))
      answer.steps.append(Answer.Step(text: conjunct.text, count: rows.count))
      guard rows.count == 0 else { continue }
      if let subject = conjunct.subject, before.count > 0 {
        answer.occurring = occurring(subject, before.rows, evaluator, question.set)
      }
      return
    }
  }

  private func occurring(
    _ subject: Typed,
    _ rows: [Int],
    _ evaluator: Evaluator,
    _ set: SetID
  ) -> [(text: Bilingual, count: Int)] {
    let grouping = Grouping(evaluator, [subject], rows, in: set)
    guard grouping.members.count <= 1000 else { return [] }
    let byCount = grouping.order.sorted {
      (grouping.members[$1].count, $0) < (grouping.members[$0].count, $1)
    }
    return byCount.prefix(6).map { group in
      let value = grouping.keys[0][group]
      let text = ValueText(workspace.snapshot).plain(value, subject.kind)
      return (text, grouping.members[group].count)
    }
  }
}
