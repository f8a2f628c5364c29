import Model
import Text

/// A condition and how it is written.
struct ConditionText {
  var condition: Condition
  var text: Bilingual
  /// What it tests, if it tests one thing.
  var subject: Typed?

  init(_ condition: Condition, _ text: Bilingual, _ subject: Typed? = nil) {
    (self.condition, self.text, self.subject) = (condition, text, subject)
  }

  /// The opposite.
  var negated: ConditionText {
    ConditionText(
      .not(condition),
      Bilingual("inte (\(text.swedish))", "not (\(text.english))"),
      subject
    )
  }
}

extension Resolver {
  /// Resolves a condition; nil if something is wrong, which is then reported.
  mutating func condition(_ expression: Expression, in set: SetID) -> ConditionText? {
    switch expression.kind {
    case .hole: return nil
    case .not(let inner): return negation(inner, in: set)
    case .and(let parts): return joined(parts, .and, in: set)
    case .or(let parts): return joined(parts, .or, in: set)
    case .comparison(let left, let comparison, let right):
      return self.comparison(left, comparison, right, in: set)
    case .isIn(let left, let values): return isIn(left, values, in: set)
    case .between(let left, let low, let high): return between(left, low, high, in: set)
    case .isEmpty(let inner):
      guard let typed = operand(inner, in: set) else { return nil }
      return ConditionText(
        .not(.test(typed.operand, .filled)),
        Bilingual("\(typed.text.swedish) saknas", "\(typed.text.english) missing"),
        typed
      )
    case .was(let left, let value, let moment): return was(left, value, moment, in: set)
    case .changed(let left, let change): return changed(left, change, in: set)
    case .exists(let path, let inner): return related(path, inner, isAll: false, in: set)
    case .all(let path, let inner): return related(path, inner, isAll: true, in: set)
    case .word, .text, .number, .quantity, .period, .variable, .negative, .arithmetic, .call,
      .countOf, .at:
      reportNoCondition(expression, after: nil, in: set)
      return nil
    }
  }

  private mutating func negation(_ inner: Expression, in set: SetID) -> ConditionText? {
    guard let condition = condition(inner, in: set) else { return nil }
    var negated = condition.negated
    let name = condition.subject?.text ?? ""
    switch inner.kind {
    case .isIn:
      negated.text = Bilingual(
        "\(name.swedish) inte\(condition.text.swedish.dropFirst(name.swedish.count))",
        "\(name.english) not\(condition.text.english.dropFirst(name.english.count))"
      )
    case .isEmpty:
      negated.text = Bilingual(
        "\(name.swedish) är inte tom",
        "\(name.english) is not empty"
      )
    default: break
    }
    return negated
  }

  private mutating func joined(
    _ parts: [Expression],
    _ keyword: Keyword,
    in set: SetID
  ) -> ConditionText? {
    // Every part is looked at, so that all that is wrong is told at once.
    let conditions = parts.indices.map { condition(parts, $0, in: set) }
    let sound = conditions.compactMap { $0 }
    guard sound.count == parts.count else { return nil }
    let word = keyword.spelling
    func text(_ language: Language) -> String {
      sound.map { part in
        let text = part.text[language]
        if keyword == .and, case .any = part.condition { return "(\(text))" }
        return text
      }.joined(separator: " \(word[language]) ")
    }
    let all = sound.map(\.condition)
    return ConditionText(
      keyword == .and ? .all(all) : .any(all),
      Bilingual(text(.swedish), text(.english))
    )
  }

  /// Resolves one of several parts; what stands alone is seen in the light of the part before it.
  private mutating func condition(
    _ parts: [Expression],
    _ place: Int,
    in set: SetID
  ) -> ConditionText? {
    switch parts[place].kind {
    case .word, .text, .number, .quantity, .period, .variable:
      reportNoCondition(parts[place], after: place > 0 ? parts[place - 1] : nil, in: set)
      return nil
    default: return condition(parts[place], in: set)
    }
  }

  // MARK: Comparisons

  /// Whether an expression is a value and no field: `249999`, `idag - 30 dagar`.
  func isLiteral(_ expression: Expression, in set: SetID) -> Bool {
    switch expression.kind {
    case .text, .number, .quantity, .period: return true
    case .negative(let inner): return isLiteral(inner, in: set)
    case .variable(let name):
      guard let value = definitions.variable(name) else { return false }
      if case .word = value.kind { return true }
      return isLiteral(value, in: set)
    case .word(let word):
      return !isPath(word, in: set)
        && (periodConstant(word) != nil || parameters[Definitions.folded(word)] != nil)
    case .arithmetic(let left, _, let right):
      return isLiteral(left, in: set) && isLiteral(right, in: set)
    default: return false
    }
  }

  private mutating func comparison(
    _ left: Expression,
    _ comparison: Comparison,
    _ right: Expression,
    in set: SetID
  ) -> ConditionText? {
    if isLiteral(left, in: set) { return valueFirst(left, comparison, right, in: set) }
    guard let subject = operand(left, in: set), !right.isHole else { return nil }
    let found =
      comparison.isTextual
      ? textual(subject, comparison, right) : compare(subject, comparison, right, in: set)
    guard var found, comparison == .notEqual || comparison == .notContains else { return found }
    found.condition = .not(found.condition)
    return found
  }

  /// `2026 = år`: the sides are exchanged, except for times, where the left one lies in the right.
  private mutating func valueFirst(
    _ left: Expression,
    _ comparison: Comparison,
    _ right: Expression,
    in set: SetID
  ) -> ConditionText? {
    guard !isLiteral(right, in: set), !right.isHole, let flipped = comparison.flipped else {
      if !right.isHole { report(Messages.literalFirst, at: left.span.union(right.span)) }
      return nil
    }
    guard let subject = operand(right, in: set) else { return nil }
    guard case .period = subject.kind, comparison != .overlaps else {
      return self.comparison(right, flipped, left, in: set)
    }
    guard let order = order(comparison, subject, right), let left = effective(left) else {
      return nil
    }
    switch constant(left, .period, for: subject) {
    case .failed: return nil
    case .none:
      reportNoValue(left, .period, for: subject)
      return nil
    case .value(let constant, let text):
      let related = Condition.related(.constant(constant.value), order, subject.operand)
      let written = written(text, comparison, subject.text)
      return ConditionText(comparison == .notEqual ? .not(related) : related, written, subject)
    }
  }

  mutating func compare(
    _ subject: Typed,
    _ comparison: Comparison,
    _ right: Expression,
    in set: SetID
  ) -> ConditionText? {
    guard let order = order(comparison, subject, right), let right = effective(right) else {
      return nil
    }
    switch constant(right, subject.kind, for: subject) {
    case .failed: return nil
    case .value(let constant, let text):
      guard let test = constant.test(order) else { return nil }
      return ConditionText(
        .test(subject.operand, test),
        written(subject.text, comparison, text),
        subject
      )
    case .none: return compareFields(subject, comparison, order, right, in: set)
    }
  }

  /// Checks that the subject has the order that is asked for.
  private mutating func order(
    _ comparison: Comparison,
    _ subject: Typed,
    _ right: Expression
  ) -> Condition.Order? {
    if comparison == .overlaps {
      guard case .period = subject.kind else {
        report(Messages.cannotOverlap, [subject.text], at: subject.span)
        return nil
      }
      return .overlaps
    }
    guard comparison.isOrder else { return .equal }
    guard subject.kind.isOrdered else {
      report(Messages.cannotOrder, [subject.text], at: subject.span)
      return nil
    }
    guard !subject.isList else {
      report(Messages.listOperation, [subject.text], at: subject.span)
      return nil
    }
    return switch comparison {
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    default: .greaterEqual
    }
  }

  mutating func compareFields(
    _ subject: Typed,
    _ comparison: Comparison,
    _ order: Condition.Order,
    _ right: Expression,
    in set: SetID
  ) -> ConditionText? {
    if case .word(let word) = right.kind {
      guard isPath(word, in: set) || isHeading(word) else {
        reportNoValue(right, subject.kind, for: subject)
        return nil
      }
    } else if Resolver.raw(right) != nil {
      reportNoValue(right, subject.kind, for: subject)
      return nil
    }
    guard let other = operand(right, in: set) else { return nil }
    guard subject.kind.isComparable(with: other.kind) else {
      if !reportsFieldAsValue(right, for: subject) {
        reportCannotCompare(subject, other, right.span)
      }
      return nil
    }
    if other.isList, order != .equal {
      report(Messages.listOperation, [other.text], at: right.span)
      return nil
    }
    return ConditionText(
      .related(subject.operand, order, other.operand),
      written(subject.text, comparison, other.text),
      subject
    )
  }

  private func isHeading(_ word: String) -> Bool {
    guard let groups else { return false }
    return groups.headings.find(word) != nil || Aggregate.named(word) == .count
  }

  private func written(_ left: Bilingual, _ comparison: Comparison, _ right: Bilingual) -> Bilingual
  {
    let sign = comparison.spelling
    return Bilingual(
      "\(left.swedish) \(sign.swedish) \(right.swedish)",
      "\(left.english) \(sign.english) \(right.english)"
    )
  }

  // MARK: Looking into texts

  private mutating func textual(
    _ subject: Typed,
    _ comparison: Comparison,
    _ right: Expression
  ) -> ConditionText? {
    guard let (needle, written) = needle(right) else { return nil }
    let mode: TextTest.Mode =
      switch comparison {
      case .startsWith: .starts
      case .endsWith: .ends
      case .matches: .matches
      default: .contains
      }
    let test = TextTest(mode, [Needle(needle)])
    guard let found = self.test(test, for: subject) else {
      report(Messages.cannotLookInto, [subject.text], at: subject.span)
      return nil
    }
    return ConditionText(
      .test(subject.operand, found),
      self.written(subject.text, comparison, written),
      subject
    )
  }

  private mutating func needle(_ expression: Expression) -> (String, Bilingual)? {
    guard let expression = effective(expression) else { return nil }
    guard let raw = Resolver.raw(expression) else {
      let facts = [Bilingual(same: source.text(expression.span)), ValueKind.text.wording]
      report(Messages.wrongValue, facts + ["~", "\"text\""], at: expression.span)
      return nil
    }
    return (raw, Bilingual(same: Spelled.quoted(raw)))
  }

  /// A text operator on a reference or an enumeration looks at the name.
  private func test(_ test: TextTest, for subject: Typed) -> Test? {
    switch subject.kind {
    case .text: return .text(test)
    case .code(let enumeration):
      let codes = enumeration.names.indices.filter { test.holds(enumeration.names[$0]) }
      return .codes(Set(codes.map { Int32($0) }))
    case .reference(let set) where isQuick && snapshot[set].count > Resolver.quickLimit:
      return .rows([])
    case .reference(let set):
      let rows = (0..<snapshot[set].count).map { Int32($0) }.filter { row in
        test.holds(snapshot.heap.bytes(snapshot.name(set, row)))
      }
      return .rows(Set(rows))
    case .number, .money, .percent, .bool, .period, .duration: return nil
    }
  }
}
