import Model
import Text

extension Parser {
  /// Reads what stands to the right of a comparison.
  mutating func value(of word: String?) -> Expression {
    note(.value(ofWord: word))
    return additive(as: .value(ofWord: word))
  }

  /// Reads a moment: an occasion, a day, a period.
  mutating func moment() -> Expression {
    note(.moment)
    return additive(as: .moment)
  }

  /// Reads a path.
  mutating func path() -> Expression { operand(as: .field) }

  /// Reads sums; `kind` is what is expected first, nil where a condition may start too.
  mutating func additive(as kind: Expectation?) -> Expression {
    var left = multiplicative(as: kind)
    while !left.isHole, let sign = arithmeticSign(.plus, .minus) {
      left = calculated(left, sign, multiplicative(as: nil))
    }
    return left
  }

  private mutating func multiplicative(as kind: Expectation?) -> Expression {
    var left = signed(as: kind)
    while !left.isHole, let sign = arithmeticSign(.times, .divide) {
      left = calculated(left, sign, signed(as: nil))
    }
    return left
  }

  /// Joins two operands.
  ///
  /// A chain of signs nests to the left, and what goes through the tree later goes as deep as it
  /// is.
  private mutating func calculated(
    _ left: Expression,
    _ sign: Arithmetic,
    _ right: Expression
  ) -> Expression {
    guard max(left.height, right.height) < 2 * Parser.maximumDepth else {
      return skipTooDeep(from: right.span)
    }
    return Expression(.arithmetic(left, sign, right), left.span.union(right.span))
  }

  private mutating func arithmeticSign(_ signs: Symbol...) -> Arithmetic? {
    guard case .symbol(let symbol) = current.kind, signs.contains(symbol) else { return nil }
    self.signs += 1
    guard self.signs <= Parser.maximumSigns else {
      report(Messages.tooManySigns, at: current.span)
      while !isAtEnd { advance() }
      return nil
    }
    advance()
    return Arithmetic(rawValue: symbol.rawValue)
  }

  mutating func signed(as kind: Expectation?) -> Expression {
    let start = current.span
    guard current.isSymbol(.minus) else { return momentSuffix(of: operand(as: kind), kind) }
    // A run of minus signs is counted, not nested.
    var isNegative = false
    while current.isSymbol(.minus) {
      isNegative.toggle()
      advance()
    }
    let inner = operand(as: nil)
    return isNegative ? Expression(.negative(inner), start.union(inner.span)) : inner
  }

  /// Reads what stands to the right of a comparison with a value on the left: a field, perhaps at a
  /// moment.
  mutating func comparedField() -> Expression { additive(as: .field) }

  /// `status vid april 2026`.
  private mutating func momentSuffix(of path: Expression, _ kind: Expectation?) -> Expression {
    guard kind == nil || kind == .field, case .word = path.kind, isAt(.at) else { return path }
    _ = accept(.at)
    let moment = nested { $0.moment() }
    return Expression(.at(path, moment: moment), path.span.union(moment.span))
  }

  /// Reads one thing: a word, a text, a number, a call, a parenthesis.
  mutating func operand(as kind: Expectation?) -> Expression {
    note(kind ?? .field)
    let token = current
    switch token.kind {
    case .word: return word(as: kind)
    case .text:
      advance()
      return Expression(.text(token.text), token.span)
    case .number: return number()
    case .variable:
      advance()
      return Expression(.variable(token.text), token.span)
    case .symbol(.open): return parenthesis()
    default:
      failHere()
      return Expression(.hole, token.span)
    }
  }

  private mutating func parenthesis() -> Expression {
    let open = current.span
    advance()
    let inner = condition()
    if !accept(.close) { failUnclosed(open) }
    return Expression(inner.kind, open.union(previousSpan))
  }

  private mutating func word(as kind: Expectation?) -> Expression {
    if kind == nil, let relation = relation() { return relation }
    if let period = periodWords() { return period }
    if let call = call() { return call }
    let token = current
    if kind != .field, isConnective() {
      failHere()
      return Expression(.hole, token.span)
    }
    advance()
    return Expression(.word(token.text), token.span)
  }

  /// A word that joins parts of a question is a name only where something follows that can follow
  /// a name: a sign, a comparison, another joining word, or the end.
  private func isConnective() -> Bool {
    let words: [Keyword] = [.and, .or] + ClauseRule.all.map(\.keyword)
    for keyword in words {
      let length = length(of: keyword)
      guard length > 0 else { continue }
      if case .symbol(let symbol) = ahead(length).kind { return symbol == .open }
      if length > 1 { return true }
      let isJoining = keyword == .and || keyword == .or
      if ahead(length).kind == .end { return isJoining }
      let next = comparisonWords + (isJoining ? [] : words)
      return !next.contains { self.length(of: $0, from: length) > 0 }
    }
    return false
  }

  private var comparisonWords: [Keyword] {
    [
      .contains, .startsWith, .endsWith, .matches, .between, .is, .missing, .overlaps, .in, .not,
    ]
  }

  // MARK: Calls

  private mutating func relation() -> Expression? {
    let start = current.span
    for keyword in [Keyword.exists, .all] {
      note(.keyword(keyword))
      let length = length(of: keyword)
      guard length > 0, ahead(length).isSymbol(.open) else { continue }
      for _ in 0..<length { advance() }
      return relation(keyword, from: start)
    }
    return nil
  }

  private mutating func relation(_ keyword: Keyword, from start: Span) -> Expression {
    let open = current.span
    advance()
    note(.relation)
    let path = self.path()
    var inner: Expression?
    let hasCondition = keyword == .all ? require(.where) : accept(.where)
    if hasCondition { inner = condition() }
    if !accept(.close) { failUnclosed(open) }
    let span = start.union(previousSpan)
    if keyword == .exists { return Expression(.exists(path, inner), span) }
    guard let inner else { return Expression(.hole, span) }
    return Expression(.all(path, inner), span)
  }

  /// `name(arguments)`, where a function's name may be of two words.
  private mutating func call() -> Expression? {
    let start = current
    var name = Name(start)
    if ahead(1).isSymbol(.open) {
      advance()
    } else if ahead(1).kind == .word, ahead(2).isSymbol(.open),
      Function.hasTwoWords(start, ahead(1))
    {
      name = Name(start.text + " " + ahead(1).text, start.span.union(ahead(1).span))
      advance()
      advance()
    } else {
      return nil
    }
    let open = current.span
    advance()
    var arguments: [Expression] = []
    if !accept(.close) {
      arguments.append(condition())
      if isAt(.where), let source = countSource(arguments.last, name, open) { return source }
      let isRead = !accept(.comma) || readList { arguments.append($0.condition()) }
      if !isRead { skipPastClose() } else if !accept(.close) { failUnclosed(open) }
    }
    return Expression(.call(name, arguments), start.span.union(previousSpan))
  }

  /// `count(insatser where …)`: the set is the argument that has been read.
  private mutating func countSource(
    _ argument: Expression?,
    _ name: Name,
    _ open: Span
  ) -> Expression? {
    guard case .word(let set)? = argument?.kind, let span = argument?.span, accept(.where) else {
      return nil
    }
    let inner = condition()
    if !accept(.close) { failUnclosed(open) }
    return Expression(.countOf(Name(set, span), inner), name.span.union(previousSpan))
  }

  // MARK: Numbers and times

  private mutating func number() -> Expression {
    let token = current
    advance()
    let value = Double(token.text) ?? .infinity
    if current.isSymbol(.percent) {
      advance()
      return Expression(
        .quantity(value, .percent, raw: token.text + "%"),
        token.span.union(previousSpan)
      )
    }
    if current.kind == .word, let unit = UnitWords.unit(current),
      current.span.start > token.span.end
    {
      let raw = token.text + " " + current.text
      advance()
      return Expression(.quantity(value, unit, raw: raw), token.span.union(previousSpan))
    }
    return Expression(.number(value, raw: token.text), token.span)
  }

  /// `april 2026`, `Q2 2026`, `i år`: two words that make a time.
  private mutating func periodWords() -> Expression? {
    let (first, second) = (current, ahead(1))
    if let years = PeriodNames.relativeYear(first, second) {
      advance()
      advance()
      let raw = first.text + " " + second.text
      let words = PeriodWords(kind: .relativeYear(years), year: 0, raw: raw)
      return Expression(.period(words), first.span.union(second.span))
    }
    guard second.kind == .number, second.text.utf8.count == 4, let year = Int(second.text),
      let kind = PeriodNames.kind(first)
    else { return nil }
    advance()
    advance()
    let words = PeriodWords(kind: kind, year: year, raw: first.text + " " + second.text)
    return Expression(.period(words), first.span.union(second.span))
  }
}
