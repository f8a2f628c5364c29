import Model
import Text

// What people write from habit, told in its own words instead of as an unexpected sign.
extension Parser {
  // MARK: Signs

  /// Takes the rest of a sign from another language, `==`, `<>`, `=>`, and tells what it is here.
  ///
  /// - Returns: The comparison that was meant; nil if the sign is a plain one.
  mutating func foreignSign(after first: Token) -> Comparison? {
    guard case .symbol(let symbol) = current.kind, current.span.start == first.span.end,
      let meant = Parser.foreignSigns[first.text + symbol.rawValue]
    else { return nil }
    let written = Bilingual(same: first.text + symbol.rawValue)
    report(
      Messages.foreignSign,
      [written],
      at: first.span.union(current.span),
      tips: [.nearest([meant.rawValue])]
    )
    advance()
    return meant
  }

  private static let foreignSigns: [String: Comparison] = [
    "==": .equal, "!==": .notEqual, "<>": .notEqual, "=>": .greaterEqual, "=<": .lessEqual,
    "~=": .contains,
  ]

  // MARK: Values

  /// Whether a value stands here where none is expected: no keyword that joins or begins anything.
  var isStrayValue: Bool {
    switch current.kind {
    case .text, .number: true
    case .word: !isJoining
    default: false
    }
  }

  private var isJoining: Bool {
    ([.and, .or, .else, .as, .from] + ClauseRule.all.map(\.keyword)).contains(where: isAt)
  }

  /// Reports `status pågår`.
  mutating func missingComparison(_ left: Expression, _ word: String) -> Expression {
    let right = value(of: word)
    if right.isHole { return right }
    report(
      Messages.missingComparison,
      [Bilingual(same: word), written(right)],
      at: right.span
    )
    return Expression(.hole, left.span.union(right.span))
  }

  /// Reports `status är pågår`, which has taken `är`, and perhaps `inte`.
  mutating func wrongIs(_ left: Expression, isNegated: Bool, at span: Span) -> Expression {
    let word = Parser.name(left)
    let right = value(of: word)
    if right.isHole { return right }
    let sign: Comparison = isNegated ? .notEqual : .equal
    let facts = [
      Bilingual(same: word ?? "…"), Bilingual(same: sign.rawValue), written(right),
    ]
    report(Messages.onlyEmptyAfterIs, facts, at: span)
    return Expression(.hole, left.span.union(right.span))
  }

  /// Reports `status i pågår, planerad`, which has taken `i`.
  mutating func listWithoutParentheses(_ left: Expression, isNegated: Bool) -> Expression {
    let word = Parser.name(left)
    let start = current.span
    var texts: [String] = []
    repeat {
      let right = value(of: word)
      if right.isHole { return right }
      texts.append(written(right).swedish)
    } while accept(.comma)
    let name = word ?? "…"
    let not = Keyword.not.spelling
    let subject = isNegated ? not.map { "\(name) \($0)" } : Bilingual(same: name)
    let facts = [subject, Bilingual(same: texts.joined(separator: ", "))]
    report(Messages.listNeedsParentheses, facts, at: start.union(previousSpan))
    return Expression(.hole, left.span.union(previousSpan))
  }

  /// Reports a text of several words without quotes: `titel = Höjd elevpeng`.
  mutating func severalWords(after value: Expression) {
    guard let first = Parser.bareWord(value), isStrayValue || isAt(.having),
      nearestKeyword().isEmpty
    else { return }
    if case .number = value.kind, current.kind == .word { return yearFirst(value, first) }
    var rest = self
    var words = [first]
    while rest.isStrayValue && rest.current.kind != .text || rest.isHavingInsideText {
      words.append(rest.current.text)
      rest.advance()
    }
    switch rest.current.kind {
    case .symbol(.close), .symbol(.comma), .end, .word: break
    default: return
    }
    guard words.count > 1 else { return }
    let span = value.span.union(rest.previousSpan)
    index = rest.index
    report(Messages.severalWords, [Bilingual(same: words.joined(separator: " "))], at: span)
  }

  /// Whether `med` stands in a text, since nothing after it is compared: `Elever med hög frånvaro`.
  private var isHavingInsideText: Bool {
    guard isAt(.having) else { return false }
    return !tokens[index...].contains { token in
      if case .symbol(let symbol) = token.kind { symbol.isComparison } else { false }
    }
  }

  /// Reports `2026 Q2`, where the year should stand last.
  private mutating func yearFirst(_ year: Expression, _ raw: String) {
    guard PeriodNames.kind(current) != nil else { return }
    let facts = [Bilingual(same: "\(raw) \(current.text)"), Bilingual("ett värde", "a value")]
    report(
      Messages.unexpectedWord,
      facts,
      at: year.span.union(current.span),
      tips: [.nearest(["\(current.text) \(raw)"])]
    )
    advance()
  }

  private static func bareWord(_ value: Expression) -> String? {
    switch value.kind {
    case .word(let word): word
    case .number(_, let raw): raw
    default: nil
    }
  }

  /// How a value is written so that it can be read again.
  private func written(_ value: Expression) -> Bilingual {
    let raw = Resolver.raw(value) ?? "…"
    if case .text = value.kind { return Bilingual(same: Spelled.quoted(raw)) }
    return Bilingual(same: raw)
  }

  /// The word that an expression is.
  private static func name(_ expression: Expression) -> String? {
    if case .word(let word) = expression.kind { word } else { nil }
  }

  // MARK: Columns

  /// Reports `visa id titel från …`; tells whether to go on as if the comma were there.
  mutating func missesComma(after column: Expression?) -> Bool {
    guard current.kind == .word, isStrayValue, nearestKeyword().isEmpty,
      let name = column.flatMap(Parser.name)
    else { return false }
    let facts = [Bilingual(same: name), Bilingual(same: current.text)]
    report(Messages.missingComma, facts, at: current.span)
    return true
  }

  // MARK: Statements

  /// Reports a statement that begins in the middle: with a clause, or with the set.
  ///
  /// - Returns: Whether it did.
  mutating func reportsUnstarted(_ word: String) -> Bool {
    if ClauseRule.starts(self) {
      report(Messages.clauseAlone, [Bilingual(same: word)], at: current.span)
      return true
    }
    let sets = Schema.followUp.sets
    guard let set = sets.first(where: { $0.names.contains { Spelling($0).matches(current) } })
    else { return false }
    let verb =
      Spelling(set.english).matches(current)
      ? Keyword.show.spelling.english : Keyword.show.spelling.swedish
    report(
      Messages.unknownStatement,
      [Bilingual(same: word)],
      at: current.span,
      tips: [.nearest(["\(verb) \(word)"])]
    )
    return true
  }

  // MARK: Keywords

  /// The keywords expected here that are near the word that stands here.
  func nearestKeyword() -> [String] {
    guard current.kind == .word, current.text.utf8.count > 1, expectedAt == index else { return [] }
    let spellings = expectations.flatMap { expectation -> [String] in
      if case .keyword(let keyword) = expectation { keyword.spellings } else { [] }
    }
    let begun = spellings.filter { spelling in
      spelling.split(separator: " ").first.map { Spelling(String($0)).matches(current) } ?? false
    }
    return begun.isEmpty ? Nearest.names(to: current.text, among: spellings) : begun
  }
}
