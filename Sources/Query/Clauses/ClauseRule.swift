package import Text
import Model

/// A clause of a question: its keyword, how it is read, and what help says of it.
package struct ClauseRule: Sendable {
  /// The keyword that starts the clause.
  package let keyword: Keyword
  /// What it does.
  package let doc: Bilingual
  /// A question that has it, in Swedish and in English.
  package let example: Bilingual
  let read: @Sendable (inout Parser, inout Question) -> Void

  /// The clauses, in the order that help lists them.
  package static let all: [ClauseRule] = [
    .where, .by, .across, .having, .sort, .limit, .asOf, .for, .as, .into,
  ]

  /// Tells whether the parser stands at the start of a clause.
  static func starts(_ parser: Parser) -> Bool { rule(at: parser) != nil }

  /// Gives the clause that starts where the parser stands.
  static func rule(at parser: Parser) -> ClauseRule? {
    all.first { rule in
      let length = parser.length(of: rule.keyword)
      guard length > 0 else { return false }
      // `till` before anything but a file name belongs to something else.
      return rule.keyword != .into || [.text, .variable].contains(parser.ahead(length).kind)
    }
  }
}

extension ClauseRule {
  private static let `where` = ClauseRule(
    keyword: .where,
    doc: Bilingual("Vilka poster svaret gäller.", "Which records the answer is about."),
    example: Bilingual(
      "visa insatser där område = kompetens och status = pågår",
      "show measures where area = kompetens and status = ongoing"
    )
  ) { parser, question in
    question.condition = parser.condition()
  }

  private static let by = ClauseRule(
    keyword: .by,
    doc: Bilingual("Grupperar: en rad för varje värde.", "Groups: one row for each value."),
    example: Bilingual("antal insatser per område, status", "count measures by area, status")
  ) { parser, question in
    var groups: [Expression] = []
    _ = parser.readList { groups.append($0.path()) }
    question.groups += groups
  }

  private static let across = ClauseRule(
    keyword: .across,
    doc: Bilingual(
      "Gör grupperna till en korstabell.",
      "Makes the groups a cross table."
    ),
    example: Bilingual(
      "antal insatser per område mot status",
      "count measures by area across status"
    )
  ) { parser, question in
    question.across = parser.path()
  }

  private static let having = ClauseRule(
    keyword: .having,
    doc: Bilingual("Vilka grupper som visas.", "Which groups are shown."),
    example: Bilingual(
      "antal insatser per område med antal > 5",
      "count measures by area having count > 5"
    )
  ) { parser, question in
    question.having = parser.condition()
  }

  private static let sort = ClauseRule(
    keyword: .sort,
    doc: Bilingual("Ordningen; tomma värden kommer sist.", "The order; empty values come last."),
    example: Bilingual(
      "visa insatser sortera på slut fallande",
      "show measures sort by end desc"
    )
  ) { parser, question in
    var order: [Question.SortKey] = []
    _ = parser.readList { parser in
      var key = Question.SortKey(expression: parser.additive(as: .field))
      key.isDescending = parser.accept(.descending)
      if !key.isDescending { _ = parser.accept(.ascending) }
      order.append(key)
    }
    question.order += order
  }

  private static let limit = ClauseRule(
    keyword: .limit,
    doc: Bilingual(
      "Så många rader, eller så många i varje grupp.",
      "So many rows, or so many in each group."
    ),
    example: Bilingual(
      "visa insatser sortera på slut högst 2 per område",
      "show measures sort by end limit 2 by area"
    )
  ) { parser, question in
    parser.note(.number)
    let token = parser.current
    guard token.kind == .number, let count = Int(token.text) else {
      if [.number, .word, .text].contains(token.kind) {
        parser.report(Messages.badLimit, at: token.span)
        parser.advance()
      } else {
        parser.failHere()
      }
      return
    }
    parser.advance()
    question.limit = Question.Limit(count: count)
    if parser.accept(.by) { question.limit?.path = parser.path() }
  }

  private static let asOf = ClauseRule(
    keyword: .asOf,
    doc: Bilingual("Läget vid en tidpunkt.", "The state at a moment."),
    example: Bilingual(
      "antal insatser per status läget april 2026",
      "count measures by status as of april 2026"
    )
  ) { parser, question in
    question.moment = parser.moment()
  }

  private static let `for` = ClauseRule(
    keyword: .for,
    doc: Bilingual(
      "Vad ändringar och jämför visar: kolumner, eller mått.",
      "What changes and compare show: columns, or measures."
    ),
    example: Bilingual(
      "jämför delår 2025 med april 2026 för antal, andel(status = genomförd)",
      "compare interim 2025 with april 2026 for count, share(status = done)"
    )
  ) { parser, question in
    parser.columnList(into: &question)
    if parser.accept(.from) { parser.source(into: &question) }
  }

  private static let `as` = ClauseRule(
    keyword: .as,
    doc: Bilingual("Formatet som svaret skrivs i.", "The format that the answer is written in."),
    example: Bilingual("visa insatser som csv", "show measures as csv")
  ) { parser, question in
    parser.note(.format)
    guard [.word, .text].contains(parser.current.kind) else { return parser.failHere() }
    question.format = Name(parser.current)
    parser.advance()
  }

  private static let into = ClauseRule(
    keyword: .into,
    doc: Bilingual("Filen som svaret skrivs till.", "The file that the answer is written to."),
    example: Bilingual(
      "visa insatser som csv till \"insatser.csv\"",
      "show measures as csv into \"measures.csv\""
    )
  ) { parser, question in
    parser.note(.file)
    question.file = Name(parser.current)
    parser.advance()
  }
}
