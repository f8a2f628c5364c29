import Model
import Text

// What people write from habit, told in its own words.
extension Resolver {
  /// Reports something that stands alone where a condition should.
  ///
  /// After `status = pågår eller`, a value alone is one that lacks its field; a word that is no
  /// field is an unknown one.
  mutating func reportNoCondition(
    _ expression: Expression,
    after previous: Expression?,
    in set: SetID
  ) {
    let written = Bilingual(same: source.text(expression.span))
    if let field = Resolver.comparedField(previous), isValue(expression, of: field, in: set) {
      let value = previous.flatMap(Resolver.comparedValue).map { source.text($0.span) } ?? "…"
      return report(
        Messages.valueWithoutField,
        [written, Bilingual(same: field), Bilingual(same: value)],
        at: expression.span
      )
    }
    if case .word(let word) = expression.kind, !isPath(word, in: set), periodConstant(word) == nil {
      _ = path(word, expression.span, in: set)
      return
    }
    report(Messages.notACondition, [written], at: expression.span)
  }

  private func isValue(_ expression: Expression, in set: SetID) -> Bool {
    switch expression.kind {
    case .text, .number, .quantity, .period, .variable: true
    case .word(let word): !isPath(word, in: set)
    default: false
    }
  }

  /// Tells whether an expression is a value of a field, without reporting.
  private func isValue(_ expression: Expression, of field: String, in set: SetID) -> Bool {
    guard isValue(expression, in: set), groups == nil else { return false }
    var probe = self
    guard let path = probe.path(field, expression.span, in: set) else { return false }
    let subject = typed(path, expression.span)
    guard let value = probe.effective(expression) else { return false }
    if case .value = probe.constant(value, subject.kind, for: subject) { return true }
    return false
  }

  /// The word to the left in a comparison.
  private static func comparedField(_ expression: Expression?) -> String? {
    switch expression?.kind {
    case .and(let parts): comparedField(parts.last)
    case .comparison(let left, _, _), .isIn(let left, _):
      if case .word(let word) = left.kind { word } else { nil }
    default: nil
    }
  }

  private static func comparedValue(_ expression: Expression) -> Expression? {
    switch expression.kind {
    case .and(let parts): parts.last.flatMap(comparedValue)
    case .comparison(_, _, let right): right
    default: nil
    }
  }

  /// Reports a field that stands where a value of another field is expected.
  ///
  /// - Returns: Whether it was such a field.
  mutating func reportsFieldAsValue(_ expression: Expression, for subject: Typed) -> Bool {
    guard case .word(let word) = expression.kind else { return false }
    var tips: [Diagnostic.Tip] = []
    switch subject.kind {
    case .code(let enumeration): tips = [.allowed(enumeration.names)]
    case .bool: tips = [.allowed(["ja", "nej"])]
    case .reference: break
    case .text, .number, .money, .percent, .period, .duration: return false
    }
    report(
      Messages.fieldAsValue,
      [Bilingual(same: word), subject.text],
      at: expression.span,
      tips: tips
    )
    return true
  }

  /// Reports two things of different kinds.
  mutating func reportCannotCompare(_ first: Typed, _ second: Typed, _ span: Span) {
    let kinds = [second.kind.wording, first.kind.wording]
    report(Messages.cannotCompare, [first.text, second.text] + kinds, at: span)
  }

  /// Reports a set that an assertion names without counting it.
  ///
  /// - Returns: Whether it was a set.
  mutating func reportsUncountedSet(_ name: String, _ span: Span) -> Bool {
    guard set(name) != nil || definitions.set(name) != nil else { return false }
    report(Messages.uncountedSet, [Bilingual(same: name)], at: span)
    return true
  }

  /// Reports an unknown name where a relation is expected: only those are proposed.
  ///
  /// - Returns: Whether the name was unknown.
  mutating func reportsNoRelation(_ word: String, _ span: Span, in set: SetID) -> Bool {
    guard !word.contains("."), field(word, of: set) == nil else { return false }
    let relations = relations(of: set)
    let nearest = Nearest.names(to: word, among: relations)
    let facts = [Bilingual(same: word), Bilingual(same: schema[set].name)]
    let tips: [Diagnostic.Tip] = nearest.isEmpty ? [.allowed(relations)] : [.nearest(nearest)]
    report(Messages.unknownField, facts, at: span, tips: tips)
    return true
  }

  /// Reports a word with digits, which can only have been meant as an id.
  ///
  /// - Returns: Whether it was one.
  mutating func reportsUnknownID(_ name: Name) -> Bool {
    guard name.text.contains(where: \.isASCIIDigit) else { return false }
    // Looking through a large set for a misspelt id would cost more than it tells.
    let small = SetID.allCases.filter { snapshot[$0].count <= 5000 }
    let ids = small.flatMap { set in snapshot[set].ids.map(snapshot.heap.string) }
    let nearest = Nearest.names(to: name.text, among: ids)
    report(
      Messages.unknownID,
      [Bilingual(same: name.text)],
      at: name.span,
      tips: nearest.isEmpty ? [] : [.nearest(nearest)]
    )
    return true
  }

  /// The fields of a set that lead to records.
  func relations(of set: SetID) -> [String] {
    let fields = schema[set].fields.filter {
      if case .reference = $0.type { true } else { false }
    }
    return fields.map(\.name)
  }

  /// Reports a unit that a number of the kind cannot have.
  mutating func reportUnit(_ raw: String, _ kind: ValueKind, _ subject: Typed?, _ span: Span) {
    let name = subject?.text ?? kind.wording
    let facts = [Bilingual(same: raw), name, kind.wording, Bilingual(same: kind.sample)]
    report(Messages.unitDoesNotFit, facts, at: span)
  }
}

extension Typed {
  /// What kind of thing it is, in words.
  var wording: Bilingual { isList ? Bilingual("en lista", "a list") : kind.wording }
}
