import Model
import Text

// Conditions over other records and over time.
extension Resolver {
  mutating func related(
    _ path: Expression, _ inner: Expression?, isAll: Bool, in set: SetID
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
        "\(word.english)(\(name) where \(condition.text.english))")
    }
    if isAll {
      return ConditionText(
        .not(.exists(relation, .not(condition.condition))), written(Keyword.all.spelling))
    }
    return ConditionText(
      .exists(relation, condition.condition), written(Keyword.exists.spelling))
  }

  /// Resolves a path that leads to records.
  private mutating func relation(_ expression: Expression, in set: SetID) -> (Path, SetID)? {
    guard !expression.isHole else { return nil }
    guard case .word(let word) = expression.kind else {
      let written = source.text(expression.span)
      report(Messages.notARelation, [Bilingual(same: written)], at: expression.span)
      return nil
    }
    guard let path = path(word, expression.span, in: set), let last = path.hops.last else {
      return nil
    }
    guard case .reference(let target) = schema.field(last.set, last.field).type else {
      let fields = schema[set].fields.filter {
        if case .reference = $0.type { true } else { false }
      }
      report(
        Messages.notARelation, [Bilingual(same: word)], at: expression.span,
        tips: [.allowed(fields.map(\.name))])
      return nil
    }
    return (path, target)
  }

  // MARK: History

  /// `status var pågår [vid …]`.
  mutating func was(
    _ left: Expression, _ value: Expression, _ moment: Expression?, in set: SetID
  ) -> ConditionText? {
    guard let (path, subject) = reported(left, in: set) else { return nil }
    guard let (test, text) = historyTest(value, subject) else { return nil }
    let words = Bilingual(
      "\(subject.text.swedish) var \(text.swedish)", "\(subject.text.english) was \(text.english)")
    guard let moment else {
      return ConditionText(someReport(path, test), words, subject)
    }
    guard let day = self.moment(moment) else { return nil }
    var then = path
    then.moment = day
    let at = source.text(moment.span)
    return ConditionText(
      .test(.path(then), test),
      Bilingual("\(words.swedish) vid \(at)", "\(words.english) at \(at)"), subject)
  }

  /// Some report up to now carries a value that passes the test.
  private func someReport(_ path: Path, _ test: Test) -> Condition {
    guard let last = path.hops.last else { return .constant(false) }
    let condition = Condition.reported(field: last.field, test)
    let before = Array(path.hops.dropLast())
    return before.isEmpty ? condition : .exists(Path(hops: before), condition)
  }

  private mutating func historyTest(_ value: Expression, _ subject: Typed) -> (Test, Bilingual)? {
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
    _ left: Expression, _ change: Expression.Change, in set: SetID
  ) -> ConditionText? {
    guard let (path, subject) = reported(left, in: set), let last = path.hops.last else {
      return nil
    }
    var result = Condition.Changed(field: last.field)
    var text = subject.text.map { $0 }
    text = Bilingual("\(text.swedish) ändrad", "\(text.english) changed")
    var isSound = true
    func add(_ swedish: String, _ english: String, _ value: Bilingual) {
      text = Bilingual(
        "\(text.swedish) \(swedish) \(value.swedish)", "\(text.english) \(english) \(value.english)")
    }
    for (value, isFrom) in [(change.from, true), (change.to, false)] {
      guard let value else { continue }
      guard let (test, written) = historyTest(value, subject) else {
        isSound = false
        continue
      }
      if isFrom { result.from = test } else { result.to = test }
      add(isFrom ? "från" : "till", isFrom ? "from" : "to", written)
    }
    for (moment, isAfter) in [(change.after, true), (change.until, false)] {
      guard let moment else { continue }
      guard let day = self.moment(moment) else {
        isSound = false
        continue
      }
      let words = Bilingual(same: source.text(moment.span))
      if isAfter {
        result.after = day
        add(change.until == nil ? "sedan" : "mellan", change.until == nil ? "since" : "between", words)
      } else {
        result.until = change.isBefore ? Day(number: day.number - 1) : day
        add(change.isBefore ? "före" : "och", change.isBefore ? "before" : "and", words)
      }
    }
    guard isSound else { return nil }
    let condition = Condition.changed(result)
    let before = Array(path.hops.dropLast())
    return ConditionText(
      before.isEmpty ? condition : .exists(Path(hops: before), condition), text, subject)
  }
}
