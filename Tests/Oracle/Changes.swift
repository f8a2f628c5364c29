/// `changes` and `compare`.
extension Answerer {
  /// One row for each insats and field that differs between two moments.
  func changes(_ question: Question, _ since: Moment, _ to: Moment?) throws -> [Row] {
    let before = now.at(try now.day(since))
    let after = now.at(try to.map { try now.day($0) } ?? today)
    let evaluator = Evaluator(after)
    var rows: [Row] = []
    for record in store.all("insatser") {
      if let condition = question.condition {
        guard try evaluator.holds(condition, record) else { continue }
      }
      switch (before.exists(record), after.exists(record)) {
      case (false, false): continue
      case (false, true): rows.append(row(record, "ny", nil, .empty, .empty))
      case (true, false): rows.append(row(record, "borttagen", nil, .empty, .empty))
      case (true, true):
        for field in ["status", "bedömning", "framsteg"] {
          let from = before.value(record, field)
          let to = after.value(record, field)
          if !sameState(from, to) { rows.append(row(record, "ändrad", field, from, to)) }
        }
      }
    }
    guard let limit = question.limit else { return rows }
    return Array(rows.prefix(limit))
  }

  private func row(
    _ record: Record,
    _ kind: String,
    _ field: String?,
    _ from: Value,
    _ to: Value
  ) -> Row {
    [
      Member("insats", .text(record.id.raw)), Member("ändring", .text(kind)),
      Member("fält", field.map(Json.text) ?? .null), Member("från", json(from)),
      Member("till", json(to)),
    ]
  }

  /// The number of records in each group at two moments.
  func comparison(_ question: Question, _ first: Moment, _ second: Moment) throws -> [Row] {
    let before = try countedGroups(question, first)
    let after = try countedGroups(question, second)
    var all = before
    let known = Set(before.map(identity))
    all += after.filter { !known.contains(identity($0)) }
    let ordered = Order.sorted(all, descending: question.groups.map { _ in false }) { $0.keys }
    noteTies(ordered)
    return ordered.map { group in
      let old = count(group, before)
      let new = count(group, after)
      var row: Row = zip(question.groups, group.keys).map { path, key in
        Member(path.joined(separator: "."), json(key))
      }
      row.append(Member("före", .number(old)))
      row.append(Member("efter", .number(new)))
      row.append(Member("skillnad", .number(new - old)))
      return row
    }
  }

  private func countedGroups(_ question: Question, _ moment: Moment) throws -> [Group] {
    let evaluator = Evaluator(try view(moment))
    let records = try matching(question, evaluator)
    return evaluator.groups(records, set: question.set, by: question.groups)
  }

  private func identity(_ group: Group) -> String {
    group.keys.map(Order.identity).joined(separator: "|")
  }

  private func count(_ group: Group, _ groups: [Group]) -> Double {
    let wanted = identity(group)
    return Double(groups.first { identity($0) == wanted }?.records.count ?? 0)
  }
}
