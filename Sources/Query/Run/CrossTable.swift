import Model
import Text

/// Spreads each group over the values of a field: one column a value, one for missing ones, and a
/// total in which each record counts once.
struct CrossTable {
  let evaluator: Evaluator
  let question: ResolvedQuestion
  let across: Typed

  init(_ evaluator: Evaluator, _ question: ResolvedQuestion, _ across: Typed) {
    (self.evaluator, self.question, self.across) = (evaluator, question, across)
  }

  /// Fills in the columns and rows of an answer.
  func fill(
    _ answer: inout Answer,
    _ grouping: Grouping,
    _ order: [Int],
    _ groups: Evaluator
  ) {
    let rows = Array(Set(order.flatMap { grouping.members[$0] })).sorted()
    let values = Grouping(evaluator, [across], rows, in: question.set)
    let cells = self.cells(grouping, values, order)
    let isSingle = question.columns.count { Resolver.isMeasure($0.value.operand) } == 1
    answer.columns = []
    for column in question.columns {
      guard Resolver.isMeasure(column.value.operand) else {
        answer.columns.append(Answer.Column(column.key, column.value.kind))
        continue
      }
      let texts = ValueText(answer.snapshot)
      for value in values.order {
        let key = values.keys[0][value]
        let heading = key.isEmpty ? "saknas" : texts.key(key, across.kind)
        answer.columns.append(
          Answer.Column(isSingle ? heading : "\(heading) \(column.key)", column.value.kind)
        )
      }
      answer.columns.append(
        Answer.Column(isSingle ? "totalt" : "totalt \(column.key)", column.value.kind)
      )
    }
    let columns = question.columns.map { groups.prepare($0.value.operand, in: question.set) }
    answer.rows = order.indices.map { place in
      row(place, order[place], values, cells, columns)
    }
  }

  private func row(
    _ place: Int,
    _ group: Int,
    _ values: Grouping,
    _ cells: [Prepared],
    _ columns: [Prepared]
  ) -> [Value] {
    var row: [Value] = []
    for (k, column) in question.columns.enumerated() {
      if Resolver.isMeasure(column.value.operand) {
        for value in values.order {
          row.append(cells[k].value(place * values.members.count + value))
        }
      }
      row.append(columns[k].value(group))
    }
    return row
  }

  /// The columns' values for each pair of a group and a value across.
  private func cells(_ grouping: Grouping, _ values: Grouping, _ order: [Int]) -> [Prepared] {
    let sets = values.members.map { rows in
      var set = RowSet(evaluator.view.snapshot[question.set].count)
      for row in rows { set.insert(row) }
      return set
    }
    var members: [[Int]] = []
    for group in order {
      for set in sets { members.append(grouping.members[group].filter(set.contains)) }
    }
    let measuring = Measuring(evaluator, in: question.set)
    let measured = question.measures.map { measure -> [Value] in
      let values = measuring.values(measure, members)
      // A cell without records is 0 for a count and empty for everything else.
      guard measure.aggregate != .count else { return values }
      return values.indices.map { members[$0].isEmpty ? .empty : values[$0] }
    }
    let keys = question.keys.indices.map { key in
      order.flatMap { group in
        [Value](repeating: grouping.keys[key][group], count: values.members.count)
      }
    }
    var inCells = evaluator
    inCells.groups = Evaluator.GroupValues(count: members.count, keys: keys, measures: measured)
    return question.columns.map { inCells.prepare($0.value.operand, in: question.set) }
  }
}
