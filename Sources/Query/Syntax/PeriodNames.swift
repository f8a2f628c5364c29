import Text

/// The words for times, in both languages.
enum PeriodNames {
  /// Gives what a word means before a year: a month, a quarter, a season, an occasion.
  static func kind(_ token: Token) -> PeriodWords.Kind? {
    guard token.kind == .word else { return nil }
    return kinds.first { $0.words.contains { $0.matches(token) } }?.kind
  }

  /// Gives the year that two words mean, counted from this one.
  static func relativeYear(_ first: Token, _ second: Token) -> Int? {
    guard first.kind == .word, second.kind == .word else { return nil }
    return relativeYears.first { $0.words[0].matches(first) && $0.words[1].matches(second) }?.years
  }

  /// The words that can stand before a year, for completion and messages.
  static var words: [String] { kinds.map(\.shown) }

  private struct Row: Sendable {
    let shown: String
    let words: [Spelling]
    let kind: PeriodWords.Kind

    init(_ kind: PeriodWords.Kind, _ words: String...) {
      self.kind = kind
      self.words = words.map(Spelling.init)
      shown = words[0]
    }
  }

  private static let kinds: [Row] = [
    // April is first of all an occasion; as a period it is the month.
    Row(.month(1), "januari", "january", "jan"), Row(.month(2), "februari", "february", "feb"),
    Row(.month(3), "mars", "march", "mar"), Row(.month(4), "april", "apr"),
    Row(.month(5), "maj", "may"), Row(.month(6), "juni", "june", "jun"),
    Row(.month(7), "juli", "july", "jul"), Row(.month(8), "augusti", "august", "aug"),
    Row(.month(9), "september", "sep", "sept"), Row(.month(10), "oktober", "october", "okt", "oct"),
    Row(.month(11), "november", "nov"), Row(.month(12), "december", "dec"),
    Row(.quarter(1), "Q1", "kvartal1"), Row(.quarter(2), "Q2"), Row(.quarter(3), "Q3"),
    Row(.quarter(4), "Q4"), Row(.tertial(1), "T1"), Row(.tertial(2), "T2"), Row(.tertial(3), "T3"),
    Row(.half(1), "våren", "vår", "VT", "vårterminen", "spring"),
    Row(.half(2), "hösten", "höst", "HT", "höstterminen", "autumn"),
    Row(.occasion("delår"), "delår", "delårsbokslut", "interim"),
    Row(.occasion("årsbokslut"), "årsbokslut", "bokslut", "annual"),
  ]

  private static let relativeYears: [(words: [Spelling], years: Int)] = [
    ("i år", 0), ("this year", 0), ("förra året", -1), ("last year", -1), ("nästa år", 1),
    ("next year", 1),
  ].map { pair in (pair.0.split(separator: " ").map { Spelling(String($0)) }, pair.1) }
}

/// The words for units after a number.
enum UnitWords {
  /// Gives the unit that a word means.
  static func unit(_ token: Token) -> Unit? {
    units.first { $0.words.contains { $0.matches(token) } }?.unit
  }

  private static let units: [(words: [Spelling], unit: Unit)] = rows.map { row in
    (row.0.split(separator: " ").map { Spelling(String($0)) }, row.1)
  }

  private static let rows: [(String, Unit)] = [
    ("kr kronor", .money(1)), ("tkr", .money(1000)), ("mnkr mkr msek", .money(1_000_000)),
    ("procent percent", .percent), ("dag dagar day days", .days(1)),
    ("vecka veckor week weeks", .days(7)), ("månad månader month months", .months(1)),
    ("år year years", .months(12)),
  ]
}
