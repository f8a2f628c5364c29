package import Text
package import Model

/// A text cut into statements and read: what the shell, `-c`, files and pipes all start from.
package struct Script: Sendable {
  /// One statement and what was wrong with it.
  package struct Part: Sendable {
    let statement: Statement
    /// Where it stands.
    package let span: Span
    /// What is wrong with how it is written.
    package let diagnostics: [Diagnostic]
    /// Whether more text could mend it.
    let isIncomplete: Bool
  }

  /// The text.
  package let source: Source
  /// The statements in order.
  package let parts: [Part]

  /// The longest statement: 1 MiB.
  package static let maximumStatement = 1 << 20
  /// The most faults that are told of one statement.
  static let maximumFaults = 100

  /// Reads a text.
  ///
  /// It never fails; what is wrong stands with each statement.
  package init(_ source: Source) {
    self.source = source
    let lexed = Lexer.tokens(source)
    var faults = lexed.diagnostics[...]
    parts = Splitter.statements(lexed.tokens).map { tokens in
      let span = tokens[0].span.union(tokens[tokens.count - 1].span)
      // The diagnostics are in the order of their places, as the statements are.
      faults = faults.drop { ($0.span?.start ?? 0) < span.start }
      let own = faults.prefix { ($0.span?.start ?? 0) <= span.end }
      return Script.part(tokens, span, own, lexed.unclosedQuote)
    }
  }

  private static func part(
    _ tokens: [Token],
    _ span: Span,
    _ own: ArraySlice<Diagnostic>,
    _ unclosedQuote: Span?
  ) -> Part {
    if span.end - span.start > Script.maximumStatement {
      let start = Span(span.start, span.start + 1)
      return Part(
        statement: Statement(kind: .hole, span: span),
        span: span,
        diagnostics: [Diagnostic(Messages.statementTooLong, at: start)],
        isIncomplete: false
      )
    }
    let (statement, parser) = Parser.statement(tokens)
    let isOpen = unclosedQuote.map { $0.start >= span.start } ?? false
    return Part(
      statement: statement,
      span: span,
      diagnostics: Array((own + parser.diagnostics).inOrder.prefix(maximumFaults)),
      isIncomplete: parser.isIncomplete || isOpen
    )
  }

  /// Whether Enter should start a new line instead of running: the text ends inside something.
  ///
  /// An empty last line ends it anyway.
  package var isUnfinished: Bool {
    guard let last = parts.last else { return false }
    let tail = source.bytes[min(last.span.end, source.bytes.count)...]
    if tail.count(where: { $0 == 0x0A }) > 0 { return false }
    if last.isIncomplete { return true }
    let tokens = Lexer.tokens(source).tokens.dropLast()
    guard let end = tokens.last else { return false }
    if end.kind == .backslash { return true }
    if case .help = last.statement.kind { return false }
    if case .describe = last.statement.kind { return false }
    return Splitter.continues(end)
  }
}

extension [Diagnostic] {
  /// The diagnostics in the order of their places.
  var inOrder: [Diagnostic] {
    enumerated().sorted { a, b in
      (a.element.span?.start ?? 0, a.offset) < (b.element.span?.start ?? 0, b.offset)
    }.map(\.element)
  }
}

/// What a statement does once its names are looked up.
package enum Action: Sendable {
  /// A question to answer.
  case answer(Plan)
  /// A question to say in plain words.
  case explain(Plan)
  /// A question whose answer to draw.
  case chart(Chart)
  /// An overview of a day.
  case overview(Day)
  /// A demand: its questions, and the condition on their counts.
  case assert(Assertion)
  /// A script to run.
  case run(Name, arguments: [String])
  /// A record to show as a card.
  case view(SetID, Int32)
  /// A set to describe; nil is all.
  case describe(SetID?)
  /// A word to explain; nil is everything.
  case help(Name?)
  /// An example to run; nil is all of them to show.
  case example(Name?)
  /// The end.
  case quit
  /// Nothing more: a name has been given.
  case nothing
}

extension Action {
  /// The question whose answer is written in a format; nil if there is none.
  package var asked: Plan? {
    switch self {
    case .answer(let plan): plan
    case .chart(let chart): chart.plan
    default: nil
    }
  }
}

/// What an `assert` demands.
package struct Assertion: Sendable {
  let counts: [ResolvedQuestion]
  let condition: Condition
  /// How the condition is written.
  package let text: Bilingual
  /// What to say if it does not hold.
  package let message: String?
  /// Where it stands.
  package let span: Span
}

extension Script.Part {
  /// Looks up the statement's names; names that it gives are added to `definitions`.
  package func action(
    in workspace: Workspace,
    _ source: Source,
    _ definitions: inout Definitions
  ) -> Result<Action, Faults> {
    if !diagnostics.isEmpty { return .failure(Faults(diagnostics: diagnostics)) }
    // Moved, not copied; a statement that is wrong names nothing.
    var resolver = Resolver(workspace, source, definitions)
    definitions = Definitions()
    defer { definitions = resolver.definitions }
    let action = resolver.action(statement.kind)
    if !resolver.diagnostics.isEmpty {
      return .failure(Faults(diagnostics: resolver.diagnostics.inOrder))
    }
    return .success(action ?? .nothing)
  }
}

/// Everything that is wrong with a statement.
package struct Faults: Error {
  /// What is wrong, in the order of the places.
  package let diagnostics: [Diagnostic]
}
