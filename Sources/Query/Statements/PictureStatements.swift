import Text

// The statements that answer with a picture of the follow-up instead of rows.
extension StatementRule {
  static let chart = StatementRule(
    keyword: .chart,
    doc: Bilingual(
      "Ritar svaret på en fråga: staplar, en tidslinje eller en serie.",
      "Draws the answer to a question: bars, a timeline or a series."
    ),
    example: Bilingual(
      "diagram antal insatser per område mot status",
      "chart count measures by area across status"
    )
  ) { parser, start in parser.anyQuestion(from: start).map { .chart($0) } ?? .hole }

  static let overview = StatementRule(
    keyword: .overview,
    doc: Bilingual(
      "Visar en uppföljning på en skärm: läge, sent, tyst, ändrat, nästa möte.",
      "Shows an occasion on one screen: state, late, silent, changed, next meeting."
    ),
    example: Bilingual("översikt april 2026", "overview april 2026")
  ) { parser, _ in
    parser.note(.moment)
    return .overview(parser.isAtEnd ? nil : parser.moment())
  }

  static let view = StatementRule(
    keyword: .view,
    doc: Bilingual(
      "Visar en post som ett kort, med allt som hör till den.",
      "Shows one record as a card, with all that belongs to it."
    ),
    example: Bilingual("vy I-2026-16", "view I-2026-16")
  ) { parser, _ in
    parser.note(.record)
    guard [.word, .text, .number].contains(parser.current.kind) else {
      parser.failHere()
      return .hole
    }
    defer { parser.advance() }
    return .view(Name(parser.current))
  }
}
