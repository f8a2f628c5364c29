import Model
import Text

/// What the parts of a text are, for the colours of the line that is being typed.
package struct Highlighting {
  /// What a part is.
  package enum Kind: UInt8, Sendable, CaseIterable {
    case keyword, function
    /// A set, a field or a definition.
    case name
    case value, number, text, variable, comment
    /// A name or a value that does not exist.
    case unknown
    /// A quoted text that is not closed.
    case unclosed
  }

  /// A part of the text.
  package struct Part: Equatable, Sendable {
    /// Where it stands, in UTF-8.
    package var range: Range<Int>
    /// What it is.
    package var kind: Kind

    /// Makes a part.
    package init(_ range: Range<Int>, _ kind: Kind) { (self.range, self.kind) = (range, kind) }
  }

  private let workspace: Workspace
  private let definitions: Definitions

  /// Looks names up in a store and in what has been named.
  package init(_ workspace: Workspace, _ definitions: Definitions) {
    (self.workspace, self.definitions) = (workspace, definitions)
  }

  /// Gives the parts in order; what lies between them is plain.
  ///
  /// A name that ends at `cursor` is still being typed and not called wrong. It never fails, and
  /// it looks only for what is found at once: a value among very many records is not checked.
  package func parts(_ text: String, cursor: Int? = nil) -> [Part] {
    let source = Source(name: "", text: text)
    // A text that is not in NFC has other offsets than the caller's.
    guard source.bytes.count == text.utf8.count else { return [] }
    var paint = Paint(source)
    let lexed = Lexer.tokens(source)
    var resolver = Resolver(workspace, source, definitions)
    resolver.isQuick = true
    for tokens in Splitter.statements(lexed.tokens) {
      paint.tokens(tokens)
      let (statement, parser) = Parser.statement(tokens)
      paint.statement(statement, resolver)
      _ = resolver.action(statement.kind)
      paint.wrong(parser.diagnostics + resolver.diagnostics, cursor)
      resolver.diagnostics = []
    }
    paint.comments(lexed.tokens)
    if let open = lexed.unclosedQuote {
      paint.fill(Span(open.start, source.bytes.count), .unclosed)
    }
    return paint.parts
  }
}

/// One kind for each byte of a text; what is painted later lies over what was there.
private struct Paint {
  private let source: Source
  private var kinds: [Highlighting.Kind?]

  init(_ source: Source) {
    self.source = source
    kinds = Array(repeating: nil, count: source.bytes.count)
  }

  mutating func fill(_ span: Span, _ kind: Highlighting.Kind) {
    for place in max(0, span.start)..<max(0, min(span.end, kinds.count)) { kinds[place] = kind }
  }

  /// The stretches of one kind; two parts of a kind that touch are one.
  var parts: [Highlighting.Part] {
    var parts: [Highlighting.Part] = []
    var start = 0
    while start < kinds.count {
      var end = start + 1
      while end < kinds.count, kinds[end] == kinds[start] { end += 1 }
      if let kind = kinds[start] { parts.append(Highlighting.Part(start..<end, kind)) }
      start = end
    }
    return parts
  }

  // MARK: Tokens

  /// What can be told from the tokens alone; a word that nothing else paints is a keyword.
  mutating func tokens(_ tokens: [Token]) {
    for token in tokens {
      switch token.kind {
      case .word where Paint.keywords.contains { $0.matches(token) }: fill(token.span, .keyword)
      case .text: fill(token.span, .text)
      case .number: fill(token.span, .number)
      case .variable: fill(token.span, .variable)
      case .invalid: fill(token.span, .unknown)
      default: break
      }
    }
  }

  private static let keywords: [Spelling] = Keyword.allCases.flatMap { $0.phrases.flatMap { $0 } }

  /// What lies between tokens and begins like a comment is one.
  mutating func comments(_ tokens: [Token]) {
    var place = 0
    for token in tokens {
      let end = token.kind == .end ? source.bytes.count : token.span.start
      while place < end {
        let rest = source.bytes[place..<end]
        if rest.first == UInt8(ascii: "#") || rest.starts(with: [0x2D, 0x2D]) {
          fill(Span(place, end), .comment)
          break
        }
        place += 1
      }
      place = max(place, token.span.end)
    }
  }

  // MARK: What is wrong

  /// What is said of a name or a value that is not there; other faults are told when it is run.
  private static let codes: Set<String> = Set(
    [
      Messages.unknownStatement, Messages.unknownSet, Messages.unknownField,
      Messages.fieldLeadsNowhere, Messages.unknownFunction, Messages.unknownVariable,
      Messages.notARelation, Messages.unknownID, Messages.unknownEnumValue,
      Messages.unknownRecord, Messages.wrongValue, Messages.noSuchDay, Messages.unknownOccasion,
      Messages.notAMoment, Messages.unexpectedWord,
    ].map(\.code)
  )

  mutating func wrong(_ diagnostics: [Diagnostic], _ cursor: Int?) {
    for diagnostic in diagnostics where Paint.codes.contains(diagnostic.message.code) {
      guard let span = diagnostic.span, span.end > span.start, span.end != cursor else { continue }
      fill(span, .unknown)
    }
  }
}

// MARK: - Statements

extension Paint {
  mutating func statement(_ statement: Statement, _ resolver: Resolver) {
    switch statement.kind {
    case .question(let question), .explain(let question), .chart(let question):
      self.question(question, resolver)
    case .letSet(let name, let parameters, let question):
      fill(name.span, .name)
      for parameter in parameters { fill(parameter.span, .variable) }
      self.question(question, resolver)
    case .letValue(let name, let value):
      fill(name.span, .name)
      values([value])
    case .run(let name, let arguments):
      fill(name.span, .text)
      values(arguments)
    case .assert(let condition, _): names(in: condition, nil, resolver)
    case .view(let name): fill(name.span, .value)
    case .source(let name, let field):
      fill(name.span, .value)
      if let field { fill(field.span, .name) }
    case .describe(let name), .help(let name): if let name { fill(name.span, .name) }
    case .overview(let moment): values([moment].compactMap { $0 })
    case .example, .quit, .hole: break
    }
  }

  private mutating func question(_ question: Question, _ resolver: Resolver) {
    if let origin = question.origin {
      fill(origin.name.span, origin.isQuoted ? .text : .name)
      values(origin.arguments ?? [])
    }
    var set = question.origin.flatMap { resolver.set($0.name.text)?.id }
    switch question.verb {
    case .changes(let since, let to):
      values([since] + [to].compactMap { $0 })
      set = set ?? .measures
    case .compare(let first, let second):
      values([first, second])
      set = set ?? .measures
    case .find(let text): values([text])
    case .show, .count: break
    }
    for column in question.columns {
      names(in: column.expression, set, resolver)
      if let heading = column.heading { fill(heading.span, .text) }
    }
    let expressions =
      [question.condition, question.across, question.having, question.limit?.path] + question.groups
      + question.order.map(\.expression)
    for expression in expressions.compactMap({ $0 }) { names(in: expression, set, resolver) }
    values([question.moment].compactMap { $0 })
    if let format = question.format { fill(format.span, .value) }
    if let file = question.file { fill(file.span, .text) }
  }

  // MARK: Expressions

  /// Paints an expression whose words are names of fields.
  private mutating func names(in expression: Expression, _ set: SetID?, _ resolver: Resolver) {
    switch expression.kind {
    case .word: fill(expression.span, .name)
    case .hole, .text, .number, .quantity, .period, .variable: values([expression])
    case .call(let name, let arguments):
      fill(name.span, .function)
      for argument in arguments { names(in: argument, set, resolver) }
    case .countOf(let name, let condition):
      fill(name.span, .name)
      if let condition { names(in: condition, set, resolver) }
    case .at(let inner, let moment):
      names(in: inner, set, resolver)
      values([moment])
    case .comparison(let left, _, let right): sides(left, [right], set, resolver)
    case .isIn(let left, let list): sides(left, list, set, resolver)
    case .between(let left, let low, let high): sides(left, [low, high], set, resolver)
    case .was(let left, let value, let moment):
      sides(left, [value, moment].compactMap { $0 }, set, resolver)
    case .changed(let left, let change):
      let parts = [change.from, change.to, change.after, change.until]
      sides(left, parts.compactMap { $0 }, set, resolver)
    case .exists(let path, let inner):
      names(in: path, set, resolver)
      if let inner { names(in: inner, nil, resolver) }
    case .all(let path, let inner), .arithmetic(let path, _, let inner):
      names(in: path, set, resolver)
      names(in: inner, set, resolver)
    case .negative(let inner), .not(let inner), .isEmpty(let inner):
      names(in: inner, set, resolver)
    case .and(let parts), .or(let parts): for part in parts { names(in: part, set, resolver) }
    }
  }

  /// Paints what is compared: a word on the right is a value, unless it is the name of a field.
  private mutating func sides(
    _ left: Expression,
    _ right: [Expression],
    _ set: SetID?,
    _ resolver: Resolver
  ) {
    names(in: left, set, resolver)
    for expression in right {
      switch expression.kind {
      case .call: names(in: expression, set, resolver)
      case .word(let word) where set.map { resolver.isPath(word, in: $0) } ?? false:
        fill(expression.span, .name)
      default: values([expression])
      }
    }
  }

  /// Paints expressions whose words are values.
  private mutating func values(_ expressions: [Expression]) {
    for expression in expressions {
      switch expression.kind {
      case .word, .period: fill(expression.span, .value)
      case .text: fill(expression.span, .text)
      case .number, .quantity: fill(expression.span, .number)
      case .variable: fill(expression.span, .variable)
      case .negative(let inner): values([inner])
      case .arithmetic(let left, _, let right): values([left, right])
      default: break
      }
    }
  }
}
