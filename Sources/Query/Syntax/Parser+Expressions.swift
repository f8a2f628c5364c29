import Model
import Text

// From loosest to tightest: or · and · not · comparison · + − · * / · sign · one thing.
extension Parser {
  /// Reads a condition.
  mutating func condition() -> Expression {
    note(.condition)
    return nested { $0.disjunction() }
  }

  /// Keeps the depth within its limit; too deep a part is reported once and skipped.
  mutating func nested(_ read: (inout Parser) -> Expression) -> Expression {
    guard depth < Parser.maximumDepth else { return skipTooDeep(from: current.span) }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  /// Reports that a part is too deep and skips to the parenthesis that closes it, or to the end.
  mutating func skipTooDeep(from span: Span) -> Expression {
    if !diagnostics.contains(where: { $0.message == Messages.tooDeep }) {
      report(Messages.tooDeep, at: span)
    }
    var inside = 1
    while !isAtEnd, inside > 0 {
      if current.isSymbol(.open) { inside += 1 }
      if current.isSymbol(.close) { inside -= 1 }
      if inside > 0 { advance() }
    }
    return Expression(.hole, span)
  }

  private mutating func disjunction() -> Expression {
    let first = conjunction()
    var parts = [first]
    while accept(.or) { parts.append(conjunction()) }
    guard let last = parts.last, parts.count > 1 else { return first }
    return Expression(.or(parts), first.span.union(last.span))
  }

  private mutating func conjunction() -> Expression {
    let first = negation()
    var parts = [first]
    while accept(.and) { parts.append(negation()) }
    guard let last = parts.last, parts.count > 1 else { return first }
    return Expression(.and(parts), first.span.union(last.span))
  }

  private mutating func negation() -> Expression {
    let start = current.span
    note(.condition)
    guard !isName(followedByComparison: .not), accept(.not) else { return comparison() }
    let inner = nested { $0.negation() }
    return Expression(.not(inner), start.union(inner.span))
  }

  /// A keyword may be a field's name where the grammar leaves no doubt: before a comparison.
  private func isName(followedByComparison keyword: Keyword) -> Bool {
    guard isAt(keyword) else { return false }
    if case .symbol(let symbol) = ahead(length(of: keyword)).kind { return symbol.isComparison }
    return false
  }

  // MARK: Comparisons

  private mutating func comparison() -> Expression {
    let left = additive(as: nil)
    if left.isHole { return left }
    return comparison(of: left)
  }

  private mutating func comparison(of left: Expression) -> Expression {
    let word = Parser.word(left)
    if let (comparison, length) = comparisonSign() {
      let sign = current
      for _ in 0..<length { advance() }
      let meant = foreignSign(after: sign) ?? comparison
      let right = Parser.isValue(left) ? comparedField() : value(of: word)
      severalWords(after: right)
      return finish(.comparison(left, meant, right), from: left)
    }
    noteComparisons()
    if let expression = wordComparison(of: left, word) { return expression }
    if let word, isStrayValue { return missingComparison(left, word) }
    return left
  }

  private mutating func wordComparison(of left: Expression, _ word: String?) -> Expression? {
    let isNegated = isAt(.not) && length(of: .in, from: length(of: .not)) > 0
    if isNegated { _ = accept(.not) }
    if isNegated || isInList(), accept(.in) {
      if isStrayValue { return listWithoutParentheses(left, isNegated: isNegated) }
      let expression = finish(.isIn(left, list(of: word)), from: left)
      return isNegated ? Expression(.not(expression), expression.span) : expression
    }
    if accept(.between) {
      let low = value(of: word)
      guard require(.and) else { return Expression(.hole, left.span) }
      return finish(.between(left, low, value(of: word)), from: left)
    }
    if accept(.missing) { return finish(.isEmpty(left), from: left) }
    if !ahead(1).isSymbol(.open), accept(.exists) {
      let empty = finish(.isEmpty(left), from: left)
      return Expression(.not(empty), empty.span)
    }
    if accept(.is) {
      let span = previousSpan
      let isNegated = accept(.not)
      if !isAt(.empty), isStrayValue { return wrongIs(left, isNegated: isNegated, at: span) }
      guard require(.empty) else { return Expression(.hole, left.span) }
      let expression = finish(.isEmpty(left), from: left)
      return isNegated ? Expression(.not(expression), expression.span) : expression
    }
    return history(of: left, word)
  }

  /// `i` is a list's word, even where its parenthesis is missing, unless it belongs to `i år`.
  private func isInList() -> Bool {
    isAt(.in) && PeriodNames.relativeYear(current, ahead(1)) == nil
  }

  private mutating func history(of left: Expression, _ word: String?) -> Expression? {
    if accept(.was) {
      let value = value(of: word)
      let moment = accept(.at) ? self.moment() : nil
      return finish(.was(left, value: value, at: moment), from: left)
    }
    guard accept(.changed) else { return nil }
    var change = Expression.Change()
    if accept(.from) { change.from = value(of: word) }
    if accept(.to) { change.to = value(of: word) }
    if accept(.since) || accept(.after) {
      change.after = moment()
    } else if accept(.before) {
      change.until = moment()
      change.isBefore = true
    } else if accept(.between) {
      change.after = moment()
      if require(.and) { change.until = moment() }
    }
    return finish(.changed(left, change), from: left)
  }

  private func finish(_ kind: Expression.Kind, from left: Expression) -> Expression {
    Expression(kind, left.span.union(previousSpan))
  }

  private func comparisonSign() -> (Comparison, Int)? {
    if case .symbol(let symbol) = current.kind,
      let comparison = Comparison(rawValue: symbol.rawValue)
    {
      return (comparison, 1)
    }
    let words: [(Keyword, Comparison)] = [
      (.contains, .contains), (.startsWith, .startsWith), (.endsWith, .endsWith),
      (.matches, .matches), (.overlaps, .overlaps),
    ]
    for (keyword, comparison) in words where isAt(keyword) {
      return (comparison, length(of: keyword))
    }
    return nil
  }

  private mutating func noteComparisons() {
    for symbol in Symbol.allCases where symbol.isComparison { note(.symbol(symbol)) }
    let words: [Keyword] = [
      .contains, .startsWith, .endsWith, .matches, .in, .between, .is, .missing, .exists, .overlaps,
    ]
    for keyword in words { note(.keyword(keyword)) }
  }

  private mutating func list(of word: String?) -> [Expression] {
    guard require(.open) else { return [] }
    let open = previousSpan
    note(.value(ofWord: word))
    if current.isSymbol(.close) {
      advance()
      report(Messages.emptyList, at: open.union(previousSpan))
      return []
    }
    var values: [Expression] = []
    guard readList({ values.append($0.value(of: word)) }) else {
      skipPastClose()
      return []
    }
    if !accept(.close) { failUnclosed(open) }
    return values
  }

  /// Reports an open parenthesis that is not closed where it should be.
  mutating func failUnclosed(_ open: Span) {
    if isAtEnd {
      isIncomplete = true
      // Where the text ends too early, or was skipped as too deep, there is no other fault; and the
      // innermost is the nearest to what was forgotten, so one is enough to go on.
      let others = [Messages.unexpectedEnd, Messages.tooDeep, Messages.unclosedParenthesis]
      if diagnostics.contains(where: { others.contains($0.message) }) { return }
      report(Messages.unclosedParenthesis, at: open)
    } else {
      failHere()
      skipPastClose()
    }
  }

  /// Whether an expression is a value whatever the fields are called: `75`, `idag - 30 dagar`.
  private static func isValue(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .text, .number, .quantity, .period: true
    case .negative(let inner), .arithmetic(let inner, _, _): isValue(inner)
    case .word(let word): Resolver.isDayWord(word)
    default: false
    }
  }

  /// Gives the word that an expression is, so that values for it can be proposed.
  private static func word(_ expression: Expression) -> String? {
    switch expression.kind {
    case .word(let word): word
    case .at(let inner, _): Parser.word(inner)
    default: nil
    }
  }
}

extension Symbol {
  /// Whether the sign compares two things.
  var isComparison: Bool { Comparison(rawValue: rawValue) != nil }
}
