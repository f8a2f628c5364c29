import Model
import Text

// Questions about two moments: changes and comparisons.
extension Resolver {
  // MARK: Changes

  /// Resolves what a question about changes shows.
  mutating func changes(_ question: Question, _ resolved: inout ResolvedQuestion) {
    resolved.limit = question.limit?.count
    if let path = question.limit?.path {
      report(Messages.clauseNotHere, [Keyword.by.spelling], at: path.span)
    }
    resolved.keys = question.groups.compactMap { operand($0, in: .measures) }
    for key in resolved.keys where key.isList {
      report(Messages.cannotSortList, [key.text], at: key.span)
    }
    resolved.tellsSilence = !question.groups.isEmpty || question.clauses[.for] != nil
    guard !question.columns.isEmpty else {
      resolved.changeColumns = [.measure, .change, .field, .from, .to]
      if !question.groups.isEmpty { resolved.changeColumns.append(.source) }
      return
    }
    for column in question.columns { change(column, &resolved) }
  }

  private mutating func change(_ column: Question.Column, _ resolved: inout ResolvedQuestion) {
    if case .word(let word) = column.expression.kind {
      let needle = Needle(word)
      if needle.equals("kommentar") || needle.equals("comment") {
        resolved.changeColumns += [.commentBefore, .commentAfter]
        return
      }
      let own = ResolvedQuestion.ChangeColumn.allCases.first { needle.equals($0.rawValue) }
      if let own {
        resolved.changeColumns.append(own)
        return
      }
    }
    guard let value = operand(column.expression, in: .measures) else { return }
    add(column, value, &resolved)
    resolved.changeColumns.append(nil)
  }

  // MARK: Comparisons

  /// Resolves what a comparison shows: its keys, its measures, and the order of the two together.
  mutating func compared(_ question: Question, _ resolved: inout ResolvedQuestion) {
    let set = resolved.set
    resolved.keys = question.groups.compactMap { operand($0, in: set) }
    let keys = resolved.keys.map { key in
      var single = key
      single.isList = false
      return single
    }
    groups = GroupScope(keys: keys)
    allowsMeasures = true
    groupedColumns(question, &resolved)
    resolved.columns.removeAll { !Resolver.isMeasure($0.value.operand) }
    resolved.measures = groups?.measures ?? []
    let columns = resolved.comparisonColumns
    groups = GroupScope(keys: keys)
    headings = Headings()
    for (number, column) in columns.enumerated() {
      let value = Typed(
        operand: .measure(number),
        kind: column.kind,
        text: Bilingual(same: column.key),
        span: question.span
      )
      for name in [column.key, column.english] {
        headings.add(name, value)
        groups?.headings.add(name, value)
      }
    }
    allowsMeasures = false
    if let having = question.having {
      let found = condition(having, in: set)
      (resolved.having, resolved.havingText) = (found?.condition, found?.text)
    }
    for key in question.order {
      guard let value = sortOperand(key.expression, in: set) else { continue }
      append(key, value, &resolved)
    }
    limit(question, &resolved)
    (groups, allowsMeasures) = (nil, false)
  }
}

extension ResolvedQuestion {
  /// The columns that a comparison puts side by side: before, after and difference of each
  /// measure.
  var comparisonColumns: [(key: String, english: String, kind: ValueKind)] {
    let before = Bilingual("före", "before")
    let after = Bilingual("efter", "after")
    let difference = Bilingual("skillnad", "difference")
    return columns.flatMap { column in
      [before, after, difference].map { word in
        let start = columns.count == 1 ? "" : "\(column.key) "
        return (start + word.swedish, start + word.english, column.value.kind)
      }
    }
  }
}
