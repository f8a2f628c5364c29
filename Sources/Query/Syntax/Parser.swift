import Text
import Model

/// Reads one statement.
///
/// Parsing never fails: it gives a tree with holes, diagnostics, and what it expected at the
/// furthest place.
struct Parser {
  let tokens: [Token]
  var index = 0
  var diagnostics: [Diagnostic] = []
  /// What was looked for at `expectedAt`; some of it perhaps more than once.
  private var noted: [Expectation] = []
  private(set) var expectedAt = 0
  /// What was expected where the text ended too early, before reading went on.
  private(set) var missingAtEnd: [Expectation]?
  /// Whether a fault lies at the end of the text, so that more text may mend it.
  var isIncomplete = false
  var depth = 0
  /// The arithmetic signs so far.
  var signs = 0

  /// The deepest nesting of parentheses, `not` and minus signs.
  static let maximumDepth = 256
  /// The most arithmetic signs in a statement: each makes the tree of a sum one step deeper.
  static let maximumSigns = 500
  /// The longest list of values.
  static let maximumList = 10_000

  init(_ tokens: [Token]) { self.tokens = tokens }

  var current: Token { tokens[index] }

  func ahead(_ distance: Int) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  var isAtEnd: Bool { current.kind == .end }

  mutating func advance() { if !isAtEnd { index += 1 } }

  /// The span of the token before the current one.
  var previousSpan: Span { index > 0 ? tokens[index - 1].span : current.span }

  // MARK: Expecting

  /// Notes that something could stand here.
  mutating func note(_ expectation: Expectation) {
    if expectedAt != index {
      noted.removeAll(keepingCapacity: true)
      expectedAt = index
    }
    noted.append(expectation)
  }

  /// What could stand at the current token, in the order that it was looked for.
  var expectations: [Expectation] {
    guard expectedAt == index else { return [] }
    var seen: Set<Expectation> = []
    return noted.filter { seen.insert($0).inserted }
  }

  /// Gives the number of tokens that a keyword takes here; 0 if it is not here.
  func length(of keyword: Keyword, from distance: Int = 0) -> Int {
    guard ahead(distance).keywords.contains(keyword) else { return 0 }
    for phrase in keyword.phrases {
      let isHere = phrase.indices.allSatisfy { phrase[$0].matches(ahead(distance + $0)) }
      if isHere { return phrase.count }
    }
    return 0
  }

  func isAt(_ keyword: Keyword) -> Bool { length(of: keyword) > 0 }

  /// Takes a keyword if it is here.
  mutating func accept(_ keyword: Keyword) -> Bool {
    note(.keyword(keyword))
    let length = length(of: keyword)
    for _ in 0..<length { advance() }
    return length > 0
  }

  /// Takes a symbol if it is here.
  mutating func accept(_ symbol: Symbol) -> Bool {
    note(.symbol(symbol))
    guard current.isSymbol(symbol) else { return false }
    advance()
    return true
  }

  /// Takes a symbol, or reports that it is missing.
  mutating func require(_ symbol: Symbol) -> Bool {
    if accept(symbol) { return true }
    failHere()
    return false
  }

  /// Takes a keyword, or reports that it is missing.
  mutating func require(_ keyword: Keyword) -> Bool {
    if accept(keyword) { return true }
    failHere()
    return false
  }

  /// Reads what commas part.
  ///
  /// Gives false for a list that is too long, which is reported and not read to its end.
  mutating func readList(_ element: (inout Parser) -> Void) -> Bool {
    let start = current.span
    var count = 0
    repeat {
      guard count < Parser.maximumList else {
        report(Messages.listTooLong, at: start)
        return false
      }
      element(&self)
      count += 1
    } while accept(.comma)
    return true
  }

  // MARK: Reporting

  mutating func report(
    _ message: Message,
    _ facts: [Bilingual] = [],
    at span: Span,
    tips: [Diagnostic.Tip] = []
  ) {
    diagnostics.append(Diagnostic(message, facts, at: span, tips: tips))
  }

  /// Reports what was expected at the current token.
  mutating func failHere() {
    if current.kind == .invalid { return }
    let expected = expectations
    let words = Expectation.listed(expected).compactMap(\.wording)
    let list = Bilingual(
      Parser.list(words.map(\.swedish), "eller"),
      Parser.list(words.map(\.english), "or")
    )
    if isAtEnd {
      isIncomplete = true
      missingAtEnd = missingAtEnd ?? expected
      report(Messages.unexpectedEnd, [list], at: current.span)
    } else {
      let word = Bilingual(same: current.text)
      let nearest = nearestKeyword()
      report(
        Messages.unexpectedWord,
        [word, list],
        at: current.span,
        tips: nearest.isEmpty ? [] : [.nearest(nearest)]
      )
    }
  }

  private static func list(_ words: [String], _ or: String) -> String {
    let shown = words.prefix(6)
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    if words.count > 6 { return shown.joined(separator: ", ") + " …" }
    return shown.dropLast().joined(separator: ", ") + " \(or) " + last
  }

  // MARK: Recovering

  /// Skips to the next clause keyword outside parentheses, or to the end.
  mutating func skipToClause() {
    var depth = 0
    while !isAtEnd {
      if current.isSymbol(.open) { depth += 1 }
      if current.isSymbol(.close) { depth = max(0, depth - 1) }
      if depth == 0, ClauseRule.starts(self) { return }
      advance()
    }
  }

  /// Skips to the parenthesis that closes the one already taken, and takes it.
  mutating func skipPastClose() {
    var depth = 1
    while !isAtEnd, depth > 0 {
      if current.isSymbol(.open) { depth += 1 }
      if current.isSymbol(.close) { depth -= 1 }
      advance()
    }
  }
}
