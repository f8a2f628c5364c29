package import Text
import Model

/// A statement of the language: its keyword, how it is read, and what help says of it.
package struct StatementRule: Sendable {
  /// The keyword that starts the statement.
  package let keyword: Keyword
  /// What it does.
  package let doc: Bilingual
  /// A statement, in Swedish and in English.
  package let example: Bilingual
  let read: @Sendable (inout Parser, Span) -> Statement.Kind

  /// The statements, in the order that help lists them.
  package static let all: [StatementRule] = [
    .show, .count, .changes, .compare, .find, .let, .run, .assert, .explain, .chart,
    .overview, .view, .source, .describe, .help, .example, .quit,
  ]

  /// The statements that ask a question.
  static let questions: [Keyword] = [.show, .count, .changes, .compare, .find]

  /// The examples of what can be asked, in the order that they are numbered in, from 1.
  package static let examples: [Bilingual] =
    all.filter {
      (questions + [.explain, .chart, .overview, .view, .source, .describe]).contains($0.keyword)
    }
    .map(\.example) + ClauseRule.all.filter { $0.keyword != .into }.map(\.example)
}

extension StatementRule {
  private static let show = StatementRule(
    keyword: .show,
    doc: Bilingual(
      "Visar poster, eller grupper med mått.",
      "Shows records, or groups with measures."
    ),
    example: Bilingual(
      "visa titel, slut från insatser där slut < idag",
      "show title, end from measures where end < today"
    )
  ) { parser, start in .question(parser.question(.show, from: start)) }

  private static let count = StatementRule(
    keyword: .count,
    doc: Bilingual("Räknar poster.", "Counts records."),
    example: Bilingual("antal insatser per status", "count measures by status")
  ) { parser, start in .question(parser.question(.count, from: start)) }

  private static let changes = StatementRule(
    keyword: .changes,
    doc: Bilingual(
      "Visar vad som ändrats mellan två tidpunkter.",
      "Shows what changed between two moments."
    ),
    example: Bilingual(
      "ändringar sedan delår 2025 till april 2026",
      "changes since interim 2025 to april 2026"
    )
  ) { parser, start in .question(parser.changes(from: start)) }

  private static let compare = StatementRule(
    keyword: .compare,
    doc: Bilingual(
      "Ställer två tidpunkter bredvid varandra.",
      "Puts two moments side by side."
    ),
    example: Bilingual(
      "jämför delår 2025 med april 2026 per status",
      "compare interim 2025 with april 2026 by status"
    )
  ) { parser, start in .question(parser.compare(from: start)) }

  private static let find = StatementRule(
    keyword: .find,
    doc: Bilingual(
      "Söker ord i alla texter, även böjda och i sammansättningar; bäst först.",
      "Finds words in all texts, inflected and in compounds too; best first."
    ),
    example: Bilingual(
      "sök \"frånvaro\" i insatser där år = 2026",
      "find \"frånvaro\" in measures where year = 2026"
    )
  ) { parser, start in .question(parser.find(from: start)) }

  private static let `let` = StatementRule(
    keyword: .let,
    doc: Bilingual(
      "Ger en fråga eller ett värde ett namn.",
      "Gives a question or a value a name."
    ),
    example: Bilingual(
      "låt sena = insatser där slut < idag",
      "let late = measures where end < today"
    )
  ) { parser, _ in parser.definition() }

  private static let run = StatementRule(
    keyword: .run,
    doc: Bilingual("Kör en skriptfil med argument.", "Runs a script file with arguments."),
    example: Bilingual("kör \"april.folj\" 2026", "run \"april.folj\" 2026")
  ) { parser, _ in parser.runStatement() }

  private static let assert = StatementRule(
    keyword: .assert,
    doc: Bilingual(
      "Stannar med status 3 om villkoret inte håller.",
      "Stops with status 3 unless the condition holds."
    ),
    example: Bilingual(
      "kräv antal(insatser där år saknas) = 0 annars \"insatser utan år\"",
      "assert count(measures where year missing) = 0 else \"measures without year\""
    )
  ) { parser, _ in
    let condition = parser.condition()
    var message: Name?
    if parser.accept(.else) {
      parser.note(.text)
      if [.text, .word].contains(parser.current.kind) {
        message = Name(parser.current)
        parser.advance()
      } else {
        parser.failHere()
      }
    }
    return .assert(condition, message: message)
  }

  private static let explain = StatementRule(
    keyword: .explain,
    doc: Bilingual(
      "Säger en fråga i klartext och hur den körs.",
      "Says a question in plain words and how it runs."
    ),
    example: Bilingual(
      "förklara antal insatser per område",
      "explain count measures by area"
    )
  ) { parser, start in parser.anyQuestion(from: start).map { .explain($0) } ?? .hole }

  private static let source = StatementRule(
    keyword: .source,
    doc: Bilingual(
      "Visar var uppgifterna om en post står: dokument, avsnitt, ärende.",
      "Shows where what is said of a record stands: document, section, case."
    ),
    example: Bilingual("källa I-2026-39 status", "source I-2026-39 status")
  ) { parser, _ in
    parser.note(.source)
    guard [.word, .text, .number].contains(parser.current.kind) else {
      parser.failHere()
      return .hole
    }
    let record = Name(parser.current)
    parser.advance()
    parser.note(.field)
    guard parser.current.kind == .word else { return .source(record, field: nil) }
    let field = Name(parser.current)
    parser.advance()
    return .source(record, field: field)
  }

  private static let describe = StatementRule(
    keyword: .describe,
    doc: Bilingual(
      "Visar mängderna, eller fälten i en.",
      "Shows the sets, or the fields of one."
    ),
    example: Bilingual("beskriv insatser", "describe measures")
  ) { parser, _ in .describe(parser.topic(.source)) }

  private static let help = StatementRule(
    keyword: .help,
    doc: Bilingual(
      "Förklarar ett ord eller en felkod.",
      "Explains a word or an error code."
    ),
    example: Bilingual("hjälp där", "help where")
  ) { parser, _ in .help(parser.topic(.topic)) }

  private static let example = StatementRule(
    keyword: .example,
    doc: Bilingual(
      "Visar exempel på frågor, eller kör det som har numret.",
      "Shows examples of questions, or runs the one that has the number."
    ),
    example: Bilingual("exempel 2", "example 2")
  ) { parser, _ in
    guard !parser.isAtEnd else { return .example(number: nil) }
    parser.note(.number)
    guard parser.current.kind == .number else {
      parser.failHere()
      return .hole
    }
    defer { parser.advance() }
    return .example(number: Name(parser.current))
  }

  private static let quit = StatementRule(
    keyword: .quit,
    doc: Bilingual("Avslutar.", "Ends."),
    example: Bilingual("avsluta", "quit")
  ) { _, _ in .quit }
}

extension Parser {
  /// Reads one statement from its tokens.
  static func statement(_ tokens: [Token]) -> (Statement, Parser) {
    var parser = Parser(tokens)
    let start = parser.current.span
    var kind = Statement.Kind.hole
    if let rule = StatementRule.all.first(where: { parser.accept($0.keyword) }) {
      kind = rule.read(&parser, start)
      if !parser.isAtEnd, parser.diagnostics.isEmpty { parser.failHere() }
    } else if parser.current.kind != .invalid {
      parser.reportUnknownStatement()
    }
    let end = tokens.last?.span ?? start
    return (Statement(kind: kind, span: start.union(end)), parser)
  }

  private mutating func reportUnknownStatement() {
    let word = current.text
    if reportsUnstarted(word) { return }
    let names = Statement.starters.flatMap { $0.row.swedish + $0.row.english }
    let nearest = Nearest.names(to: word, among: names)
    let tips: [Diagnostic.Tip] = nearest.isEmpty ? [] : [.nearest(nearest)]
    report(Messages.unknownStatement, [Bilingual(same: word)], at: current.span, tips: tips)
  }

  /// Reads a question, whichever its verb; nil if there is none, which is then reported.
  mutating func anyQuestion(from start: Span) -> Question? {
    for rule in StatementRule.all where StatementRule.questions.contains(rule.keyword) {
      guard accept(rule.keyword) else { continue }
      if case .question(let question) = rule.read(&self, start) { return question }
    }
    failHere()
    return nil
  }

  /// Reads the rest of the statement as one topic: a word, a path, a code.
  mutating func topic(_ expectation: Expectation) -> Name? {
    note(expectation)
    guard !isAtEnd else { return nil }
    let first = current
    var words: [String] = []
    while !isAtEnd {
      words.append(current.text)
      advance()
    }
    return Name(words.joined(separator: " "), first.span.union(previousSpan))
  }

  /// Reads `name = …` or `name(parameters) = …`.
  mutating func definition() -> Statement.Kind {
    note(.word)
    guard current.kind == .word else {
      failHere()
      return .hole
    }
    let name = Name(current)
    advance()
    var parameters: [Name] = []
    if accept(.open) {
      repeat {
        guard current.kind == .word else {
          failHere()
          return .hole
        }
        parameters.append(Name(current))
        advance()
      } while accept(.comma)
      guard require(.close) else { return .hole }
    }
    guard require(.equal) else { return .hole }
    return definition(name, parameters)
  }

  private mutating func definition(_ name: Name, _ parameters: [Name]) -> Statement.Kind {
    let start = current.span
    let isSet =
      current.kind == .word
      && (Schema.followUp.sets.contains { $0.names.contains { Spelling($0).matches(current) } }
        || isFollowedByClause())
    guard isSet || !parameters.isEmpty else { return .letValue(name, value(of: nil)) }
    let question = question(.show, from: start)
    return .letSet(name, parameters: parameters, question)
  }

  private func isFollowedByClause() -> Bool {
    var rest = self
    rest.advance()
    if rest.current.isSymbol(.open) {
      rest.advance()
      rest.skipPastClose()
      return rest.isAtEnd || ClauseRule.starts(rest)
    }
    return ClauseRule.starts(rest)
  }

  /// Reads a file name and its arguments.
  mutating func runStatement() -> Statement.Kind {
    note(.file)
    guard [.text, .word, .variable].contains(current.kind) else {
      failHere()
      return .hole
    }
    let name = Name(current)
    advance()
    var arguments: [Expression] = []
    while !isAtEnd {
      let before = index
      arguments.append(signed(as: .value(ofWord: nil)))
      if index == before { break }
    }
    return .run(name, arguments: arguments)
  }
}
