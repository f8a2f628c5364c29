import Text

/// Cuts the tokens of a text into statements.
///
/// A statement ends at the end of its line or at `;`. It goes on to the next line while a
/// parenthesis or a quote is open, after an operator, a comma, a clause keyword or `\`, and where
/// the next line is indented.
enum Splitter {
  /// Gives the tokens of each statement, without line ends, an end token last.
  static func statements(_ tokens: [Token]) -> [[Token]] {
    var statements: [[Token]] = []
    var current: [Token] = []
    var depth = 0
    func end(at token: Token) {
      defer { (current, depth) = ([], 0) }
      guard !current.isEmpty else { return }
      let place = current.last.map { Span($0.span.end, $0.span.end) } ?? token.span
      current.append(Token(kind: .end, text: "", span: place))
      statements.append(current)
    }
    for (k, token) in tokens.enumerated() {
      switch token.kind {
      case .symbol(.semicolon) where depth == 0, .end: end(at: token)
      case .newline:
        if k > 0, tokens[k - 1].kind == .backslash { continue }
        let (indent, next) = nextLine(tokens, after: k)
        if !goesOn(current, depth, indent, next: next) { end(at: token) }
      case .backslash: continue
      default:
        if token.isSymbol(.open) { depth += 1 }
        if token.isSymbol(.close) { depth = max(0, depth - 1) }
        current.append(token)
      }
    }
    return statements
  }

  /// Gives how the line after a line end starts; lines that are only comments do not count.
  private static func nextLine(_ tokens: [Token], after place: Int) -> (indent: Int, Token) {
    var place = place
    while case .newline = tokens[place + 1].kind, tokens[place + 1].text == "#" { place += 1 }
    guard case .newline(let indent) = tokens[place].kind else { return (0, tokens[place + 1]) }
    return (indent, tokens[place + 1])
  }

  private static func goesOn(
    _ tokens: [Token],
    _ depth: Int,
    _ indent: Int,
    next: Token
  ) -> Bool {
    guard let last = tokens.last else { return true }
    if indent > 0, !isLineEnd(next) { return true }
    if depth > 0 {
      // A new statement in the first column tells that the parenthesis was forgotten.
      return !(indent == 0 && startsStatement(next))
    }
    if isAsking(tokens[0]) { return false }
    return continues(last)
  }

  private static func isLineEnd(_ token: Token) -> Bool {
    if case .newline = token.kind { true } else { token.kind == .end }
  }

  /// Tells whether a line that ends with the token goes on to the next.
  static func continues(_ token: Token) -> Bool {
    switch token.kind {
    case .symbol(let symbol): symbol.continuesLine
    case .word: Keyword.carriesOn(token)
    default: false
    }
  }

  private static func startsStatement(_ token: Token) -> Bool {
    token.keywords.contains { keyword in
      Statement.starters.contains(keyword)
        && keyword.phrases.contains { $0.count == 1 && $0[0].matches(token) }
    }
  }

  /// Help and descriptions take any word, clause keywords too.
  private static func isAsking(_ token: Token) -> Bool {
    token.keywords.contains(.help) || token.keywords.contains(.describe)
  }
}
