import Model
import Text

// Conditions over other records and over time.
extension Resolver {
  mutating func related(
    _ path: Expression,
    _ inner: Expression?,
    isAll: Bool,
    in set: SetID
  ) -> ConditionText? {
    guard let (relation, target) = relation(path, in: set),
      isOfRecords(text(relation), path.span)
    else { return nil }
    // Inside the relation, names are those of its records.
    let outer = (groups, allowsMeasures)
    (groups, allowsMeasures) = (nil, false)
    defer { (groups, allowsMeasures) = outer }
    var condition = ConditionText(.constant(true), "")
    if let inner {
      guard let resolved = self.condition(inner, in: target) else { return nil }
      condition = resolved
    }
    let name = text(relation).swedish
    func written(_ word: Bilingual) -> Bilingual {
      guard inner != nil else { return word.map { "\($0)(\(name))" } }
      return Bilingual(
        "\(word.swedish)(\(name) där \(condition.text.swedish))",
        "\(word.english)(\(name) where \(condition.text.english))"
      )
    }
    if isAll {
      return ConditionText(
        .not(.exists(relation, .not(condition.condition))),
        written(Keyword.all.spelling)
      )
    }
    return ConditionText(
      .exists(relation, condition.condition),
      written(Keyword.exists.spelling)
    )
  }

  /// Resolves a path that leads to records.
  private mutating func relation(_ expression: Expression, in set: SetID) -> (Path, SetID)? {
    guard !expression.isHole else { return nil }
    guard case .word(let word) = expression.kind else {
      let written = source.text(expression.span)
      report(Messages.notARelation, [Bilingual(same: written)], at: expression.span)
      return nil
    }
    guard !reportsNoRelation(word, expression.span, in: set),
      let path = path(word, expression.span, in: set), let last = path.hops.last
    else { return nil }
    guard case .reference(let target) = schema.field(last.set, last.field).type else {
      report(
        Messages.notARelation,
        [Bilingual(same: word)],
        at: expression.span,
        tips: [.allowed(relations(of: set))]
      )
      return nil
    }
    return (path, target)
  }

  // MARK: History

  /// `status var pågår [vid …]`.
  mutating func was(
    _ left: Expression,
    _ value: Expression,
    _ moment: Expression?,
    in set: SetID
  ) -> ConditionText? {
    guard let (path, subject) = reported(left, in: set) else { return nil }
    guard let (test, text) = historyTest(value, subject) else { return nil }
    let words = Bilingual(
      "\(subject.text.swedish) var \(text.swedish)",
      "\(subject.text.english) was \(text.english)"
    )
    guard let moment else {
      return ConditionText(someReport(path, test), words, subject)
    }
    guard let day = self.moment(moment) else { return nil }
    var then = path
    then.moment = day
    let at = source.text(moment.span)
    return ConditionText(
      .test(.path(then), test),
      Bilingual("\(words.swedish) vid \(at)", "\(words.english) at \(at)"),
      subject
    )
  }

  /// Some report up to now carries a value that passes the test.
  private func someReport(_ path: Path, _ test: Test) -> Condition {
    guard let last = path.hops.last else { return .constant(false) }
    let condition = Condition.reported(field: last.field, test)
    let before = Array(path.hops.dropLast())
    return before.isEmpty ? condition : .exists(Path(hops: before), condition)
  }

  private mutating func historyTest(_ value: Expression, _ subject: Typed) -> (Test, Bilingual)? {
    guard let value = effective(value) else { return nil }
    switch constant(value, subject.kind, for: subject) {
    case .value(let constant, let text): return (constant.equals, text)
    case .failed: return nil
    case .none:
      reportNoValue(value, subject.kind, for: subject)
      return nil
    }
  }

  /// `status ändrad från … till … sedan …`.
  mutating func changed(
    _ left: Expression,
    _ change: Expression.Change,
    in set: SetID
  ) -> ConditionText? {
    guard let (path, subject) = reported(left, in: set), let last = path.hops.last else {
      return nil
    }
    var result = Condition.Changed(field: last.field)
    let values = changedValues(change, subject, &result)
    let window = changedWindow(change, &result)
    guard let values, let window else { return nil }
    let words = [subject.text, Bilingual("ändrad", "changed")] + values + window
    let text = Bilingual(
      words.map(\.swedish).joined(separator: " "),
      words.map(\.english).joined(separator: " ")
    )
    let before = Array(path.hops.dropLast())
    let condition = Condition.changed(result)
    return ConditionText(
      before.isEmpty ? condition : .exists(Path(hops: before), condition),
      text,
      subject
    )
  }

  /// The values that are changed from and to, in words; nil if something is wrong.
  private mutating func changedValues(
    _ change: Expression.Change,
    _ subject: Typed,
    _ result: inout Condition.Changed
  ) -> [Bilingual]? {
    var words: [Bilingual] = []
    var isSound = true
    for (value, isFrom) in [(change.from, true), (change.to, false)] {
      guard let value else { continue }
      guard let (test, written) = historyTest(value, subject) else {
        isSound = false
        continue
      }
      if isFrom { result.from = test } else { result.to = test }
      words += [isFrom ? Keyword.from.spelling : Keyword.to.spelling, written]
    }
    return isSound ? words : nil
  }

  /// The days between which something is changed, in words; nil if something is wrong.
  private mutating func changedWindow(
    _ change: Expression.Change,
    _ result: inout Condition.Changed
  ) -> [Bilingual]? {
    var words: [Bilingual] = []
    var isSound = true
    if let moment = change.after {
      if let day = self.moment(moment) { result.after = day } else { isSound = false }
      let keyword: Keyword = change.until == nil ? .since : .between
      words += [keyword.spelling, Bilingual(same: source.text(moment.span))]
    }
    if let moment = change.until {
      if let day = self.moment(moment) {
        result.until = change.isBefore ? Day(number: day.number - 1) : day
      } else {
        isSound = false
      }
      let keyword: Keyword = change.isBefore ? .before : .and
      words += [keyword.spelling, Bilingual(same: source.text(moment.span))]
    }
    return isSound ? words : nil
  }
}
