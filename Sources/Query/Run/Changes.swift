import Model
import Text

/// What differs between two days: one row for each record and field, new and ended records too.
///
/// Asked for columns or by groups, it also tells what fell silent: measures that were reported up
/// to the first day and not since, and areas that no later area follows.
struct Changes {
  let workspace: Workspace
  private let question: ResolvedQuestion
  private let (from, to): (Day, Day)
  private let (before, after): (View, View)

  init(_ workspace: Workspace, _ question: ResolvedQuestion, _ from: Day, _ to: Day) {
    (self.workspace, self.question, self.from, self.to) = (workspace, question, from, to)
    (before, after) = (workspace.view(from), workspace.view(to))
  }

  private var snapshot: Snapshot { workspace.snapshot }
  private var schema: Schema { workspace.snapshot.schema }

  /// One change of one measure.
  private struct Change {
    var measure: Int?
    var kind: String
    var field: String?
    var from = Value.empty
    var to = Value.empty
    /// The values of the keys, where no measure gives them.
    var keys: [Value] = []
  }

  /// Gives the answer to the question.
  func answer() -> Answer {
    let evaluator = Evaluator(after)
    var chosen = RowSet(snapshot[.measures].count, all: true)
    for conjunct in question.conjuncts {
      chosen.formIntersection(evaluator.select(conjunct.condition, in: .measures))
    }
    var changes = chosen.rows.flatMap { self.changes(of: $0) }
    let columns = question.columns.map { evaluator.prepare($0.value.operand, in: .measures) }
    let keys = question.keys.map { evaluator.prepare($0.operand, in: .measures) }
    if question.tellsSilence, question.conjuncts.isEmpty { changes += endedAreas() }
    var rows = changes.map { row($0, columns, keys) }
    if !question.keys.isEmpty {
      let sorter = Sorter(workspace)
      let order = question.keys.enumerated().map { k, key in
        sorter.keys(rows.map { $0[k] }, key.kind)
      }
      rows = Sorter.order(rows.count, by: order).map { rows[$0] }
    }
    var answer = Answer(
      columns: answerColumns,
      rows: rows,
      snapshot: snapshot,
      question: question,
      day: to
    )
    (answer.total, answer.matched) = (snapshot[.measures].count, rows.count)
    if let limit = question.limit { answer.rows = Array(rows.prefix(limit)) }
    return answer
  }

  private var answerColumns: [Answer.Column] {
    var own = question.columns[...]
    let columns = question.changeColumns.compactMap { column -> Answer.Column? in
      if let column {
        return Answer.Column(column.rawValue, column == .measure ? .reference(.measures) : .text)
      }
      guard let next = own.popFirst() else { return nil }
      return Answer.Column(next.key, next.value.kind, isList: next.value.isList)
    }
    return question.keys.map { Answer.Column($0.text.swedish, $0.kind) } + columns
  }

  private func row(_ change: Change, _ columns: [Prepared], _ keys: [Prepared]) -> [Value] {
    var own = columns[...]
    let values = question.changeColumns.map { column -> Value in
      guard let column else {
        let next = own.popFirst()
        return change.measure.flatMap { next?.value($0) } ?? .empty
      }
      return value(column, change)
    }
    let groups = change.measure.map { measure in keys.map { $0.value(measure) } } ?? change.keys
    return groups + values
  }

  private func value(_ column: ResolvedQuestion.ChangeColumn, _ change: Change) -> Value {
    switch column {
    case .measure: change.measure.map { .reference(Int32($0)) } ?? .empty
    case .change: .string(change.kind)
    case .field: change.field.map { .string($0) } ?? .empty
    case .from: change.from
    case .to: change.to
    case .commentBefore: reported("kommentar", change, before)
    case .commentAfter: reported("kommentar", change, after)
    case .source: source(change)
    }
  }

  // MARK: Measures

  private func changes(of row: Int) -> [Change] {
    let existed = before.exists(.measures)?.contains(row) ?? true
    let exists = after.exists(.measures)?.contains(row) ?? true
    if !existed, !exists { return [] }
    if !existed { return [Change(measure: row, kind: "ny")] }
    if !exists { return [Change(measure: row, kind: "borttagen")] }
    let changed = schema[.measures].fields.enumerated().filter(\.element.isReported)
      .compactMap { number, field -> Change? in
        let kind = ValueKind(field.type)
        let from = before.column(.measures, number).value(row)
        let to = after.column(.measures, number).value(row)
        guard KeyValue(from, snapshot) != KeyValue(to, snapshot) else { return nil }
        return Change(
          measure: row,
          kind: "ändrad",
          field: field.name,
          from: shown(from, kind),
          to: shown(to, kind)
        )
      }
    return changed.isEmpty && question.tellsSilence ? silence(of: row).map { [$0] } ?? [] : changed
  }

  /// A column holds values of several kinds, so words are written out and numbers kept.
  private func shown(_ value: Value, _ kind: ValueKind) -> Value {
    if case .code(let code) = value { return .string(ValueText(snapshot).word(code, kind)) }
    return value
  }

  /// What became of a measure that was reported up to the first day and not since: another
  /// continues it, it was closed, or it fell silent.
  private func silence(of row: Int) -> Change? {
    let reports = workspace.timeline.reports(of: row, upTo: to)
    guard let last = reports.last, last.day <= from else { return nil }
    let number = schema.number(.measures, "status")
    let status = shown(before.column(.measures, number).value(row), .code(.status))
    if let next = continuation(of: row) {
      return Change(measure: row, kind: "fortsatt", field: "fortsättning", from: status, to: next)
    }
    let codes = before.column(.measures, number).value(row)
    let closed = ["genomförd", "avbruten"].compactMap(Enumeration.status.names.firstIndex)
    if case .code(let code) = codes, closed.contains(Int(code)) {
      return Change(measure: row, kind: "avslutad", field: "status", from: status)
    }
    return Change(measure: row, kind: "tyst", field: "status", from: status)
  }

  private func continuation(of row: Int) -> Value? {
    let column = after.column(.measures, schema.number(.measures, "fortsättning_av"))
    let exists = after.exists(.measures)
    let next = (0..<snapshot[.measures].count).filter { later in
      View.references(column, later).contains(Int32(row)) && exists?.contains(later) ?? true
    }
    guard !next.isEmpty else { return nil }
    let ids = next.map { snapshot.heap.string(snapshot.id(.measures, Int32($0))) }
    return .string(ids.joined(separator: ", "))
  }

  // MARK: Reports

  private func reported(_ field: String, _ change: Change, _ view: View) -> Value {
    guard let measure = change.measure, view.latest[measure] >= 0,
      let column = snapshot[.reports].columns[schema.number(.reports, field)]
    else { return .empty }
    return column.value(Int(view.latest[measure]))
  }

  /// The source of the later report, else of the earlier, else of the measure.
  private func source(_ change: Change) -> Value {
    guard let measure = change.measure else { return .empty }
    for view in [after, before] {
      let source = reported("källa", change, view)
      if !source.isEmpty { return source }
    }
    return after.column(.measures, schema.number(.measures, "källa")).value(measure)
  }

  // MARK: Areas

  /// The areas that were used in the first day's year, are not in the last's, and that none
  /// follows.
  private func endedAreas() -> [Change] {
    let isByArea = question.keys.count == 1 && question.keys[0].text.swedish == "område"
    guard isByArea, to.year > from.year else { return [] }
    let years = before.column(.areas, schema.number(.areas, "år"))
    let predecessors = before.column(.areas, schema.number(.areas, "föregångare"))
    func isUsed(_ area: Int, in year: Int) -> Bool {
      years.value(area).elements.contains {
        if case .number(Double(year)) = $0 { true } else { false }
      }
    }
    let count = snapshot[.areas].count
    return (0..<count).filter { area in
      isUsed(area, in: from.year) && !isUsed(area, in: to.year)
        && !(0..<count).contains { View.references(predecessors, $0).contains(Int32(area)) }
    }.map { area in
      Change(
        measure: nil,
        kind: "utan efterföljare",
        field: "område",
        keys: [.reference(Int32(area))]
      )
    }
  }
}
