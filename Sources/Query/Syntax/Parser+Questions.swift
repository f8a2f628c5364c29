import Model
import Text

extension Parser {
  /// Reads a question after its first word.
  mutating func question(_ verb: Question.Verb, from start: Span) -> Question {
    var question = Question(verb: verb, span: start)
    switch verb {
    case .show:
      if hasFrom() { columns(into: &question) }
      source(into: &question)
    case .count: source(into: &question)
    case .find: if accept(.in) { source(into: &question) }
    case .changes, .compare: break
    }
    clauses(into: &question)
    question.span = start.union(previousSpan)
    return question
  }

  /// Reads `sedan X [till Y]`.
  mutating func changes(from start: Span) -> Question {
    guard require(.since) else {
      skipToClause()
      return question(.changes(since: Expression(.hole, start), to: nil), from: start)
    }
    let since = moment()
    let isFile = isAt(.into) && ahead(1).kind == .text
    let to = !isFile && accept(.to) ? moment() : nil
    return question(.changes(since: since, to: to), from: start)
  }

  /// Reads `X med Y`.
  mutating func compare(from start: Span) -> Question {
    let first = moment()
    guard !first.isHole, require(.with) else {
      skipToClause()
      return question(.compare(first, Expression(.hole, start)), from: start)
    }
    return question(.compare(first, moment()), from: start)
  }

  /// Reads `text [i mängd]`.
  mutating func find(from start: Span) -> Question {
    note(.text)
    let token = current
    let isMissing = isAt(.in) || ClauseRule.starts(self)
    guard [.text, .word, .number, .variable].contains(token.kind),
      !isMissing || ahead(1).kind == .end
    else {
      failHere()
      skipToClause()
      return question(.find(Expression(.hole, start)), from: start)
    }
    advance()
    requireQuotes(from: token)
    let text: Expression.Kind = token.kind == .variable ? .variable(token.text) : .text(token.text)
    return question(.find(Expression(text, token.span)), from: start)
  }

  /// Reports a second word of a sought text, which must then stand in quotes.
  private mutating func requireQuotes(from first: Token) {
    let second = current
    var words = [first.text]
    while [.text, .word, .number].contains(current.kind), !isAt(.in), !ClauseRule.starts(self) {
      words.append(current.text)
      advance()
    }
    guard words.count > 1 else { return }
    let quoted = "\"" + words.joined(separator: " ") + "\""
    let way = Bilingual("citattecken runt texten: \(quoted)", "quotes round the text: \(quoted)")
    report(Messages.unexpectedWord, [Bilingual(same: second.text), way], at: second.span)
  }

  /// Tells whether columns come first: `från` stands before the first clause.
  private func hasFrom() -> Bool {
    var (depth, distance, isColumnStart) = (0, 0, true)
    while ahead(distance).kind != .end {
      let token = ahead(distance)
      if token.isSymbol(.open) { depth += 1 }
      if token.isSymbol(.close) { depth -= 1 }
      if depth == 0, !isColumnStart || length(of: .from, from: distance) > 0 {
        if length(of: .from, from: distance) > 0 { return true }
        let stops: [Keyword] = [.where, .by, .across, .having, .sort, .limit, .asOf]
        if stops.contains(where: { length(of: $0, from: distance) > 0 }) { return false }
      }
      isColumnStart = token.isSymbol(.comma)
      distance += 1
    }
    return false
  }

  /// Reads columns with their headings; gives false if they are too many, which is reported.
  @discardableResult
  mutating func columnList(into question: inout Question) -> Bool {
    var columns: [Question.Column] = []
    let isRead = readList { parser in
      repeat {
        columns.append(parser.column())
      } while parser.missesComma(
        after: columns.last?.expression
      )
    }
    question.columns = columns
    return isRead
  }

  private mutating func columns(into question: inout Question) {
    let isRead = columnList(into: &question)
    if accept(.from) { return }
    if isRead { failHere() }
    repeat { skipToFrom() } while accept(.comma)
    _ = accept(.from)
  }

  private mutating func column() -> Question.Column {
    note(.field)
    note(.measure)
    if isAt(.from), !isNamedLikeFrom() {
      report(Messages.noColumns, at: current.span)
      return Question.Column(expression: Expression(.hole, current.span))
    }
    var column = Question.Column(expression: additive(as: .field))
    if accept(.as) { column.heading = heading() }
    if column.expression.isHole { skipToFrom() }
    return column
  }

  private func isNamedLikeFrom() -> Bool { ahead(1).isSymbol(.comma) }

  private mutating func heading() -> Name? {
    note(.text)
    guard [.word, .text, .number].contains(current.kind) else {
      failHere()
      return nil
    }
    defer { advance() }
    return Name(current)
  }

  private mutating func skipToFrom() {
    var depth = 0
    while !isAtEnd {
      if current.isSymbol(.open) { depth += 1 }
      if current.isSymbol(.close) { depth = max(0, depth - 1) }
      if depth == 0, isAt(.from) || current.isSymbol(.comma) { return }
      advance()
    }
  }

  /// Reads a set, an id or a definition with its arguments.
  mutating func source(into question: inout Question) {
    note(.source)
    guard [.word, .text, .number, .variable].contains(current.kind) else {
      failHere()
      return skipToClause()
    }
    if ClauseRule.starts(self), ahead(1).kind != .end {
      failHere()
      return
    }
    var origin = Question.Origin(name: Name(current))
    origin.isQuoted = current.kind == .text || current.kind == .number
    origin.isVariable = current.kind == .variable
    advance()
    if current.isSymbol(.open) { origin.arguments = arguments() }
    question.origin = origin
  }

  private mutating func arguments() -> [Expression] {
    let open = current.span
    advance()
    if accept(.close) { return [] }
    var arguments: [Expression] = []
    guard readList({ arguments.append($0.additive(as: .value(ofWord: nil))) }) else {
      skipPastClose()
      return []
    }
    if !accept(.close) { failUnclosed(open) }
    return arguments
  }

  /// Reads clauses, in any order and each at most once.
  private mutating func clauses(into question: inout Question) {
    while true {
      for rule in ClauseRule.all where !question.refused.contains(rule.keyword) {
        note(.keyword(rule.keyword))
      }
      if isAtEnd { return }
      guard let rule = ClauseRule.rule(at: self) else {
        failHere()
        advance()
        skipToClause()
        continue
      }
      let span = current.span
      for _ in 0..<length(of: rule.keyword) { advance() }
      let before = diagnostics.count
      if question.clauses[rule.keyword] != nil {
        let name = rule.keyword.spelling
        report(Messages.repeatedClause, [name], at: span)
      }
      question.clauses[rule.keyword] = span.union(previousSpan)
      rule.read(&self, &question)
      if diagnostics.count > before, !ClauseRule.starts(self) { skipToClause() }
    }
  }
}
