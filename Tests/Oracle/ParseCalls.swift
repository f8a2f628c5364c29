/// Functions, measures and moments.
extension Parser {
  private static let functions: [String: Function] = [
    "langd": .length, "length": .length, "ar": .year, "year": .year, "manad": .month,
    "month": .month, "kvartal": .quarter, "quarter": .quarter, "tertial": .tertial,
    "dagar": .days, "days": .days, "avrunda": .round, "round": .round, "versaler": .upper,
    "upper": .upper, "gemener": .lower, "lower": .lower, "forsta": .first, "first": .first,
    "sista": .last, "last": .last, "coalesce": .coalesce, "datum": .date, "date": .date,
  ]

  private static let measures: [String: MeasureName] = [
    "antal": .count, "count": .count, "unika": .distinct, "distinct": .distinct,
    "summa": .sum, "sum": .sum, "medel": .mean, "avg": .mean, "median": .median,
    "min": .least, "max": .greatest,
  ]

  /// A call of a function or a measure.
  mutating func call() throws -> Operand? {
    if take("share", "andel") {
      let wasInGroups = inGroups
      inGroups = false
      defer { inGroups = wasInGroups }
      try expectSign("(")
      let inner = try self.condition()
      try expectSign(")")
      return .measure(.share(inner))
    }
    if take("if", "om") { return try choice() }
    if let name = Parser.measures[next.folded] {
      place += 1
      try expectSign("(")
      let operand = try wholeOperand()
      try expectSign(")")
      return .measure(.of(name, operand))
    }
    guard let function = Parser.functions[next.folded] else { return nil }
    place += 1
    return .call(function, try arguments(function))
  }

  private mutating func choice() throws -> Operand {
    try expectSign("(")
    let condition = try self.condition()
    try expectSign(",")
    let first = try wholeOperand()
    try expectSign(",")
    let second = try wholeOperand()
    try expectSign(")")
    return .choice(condition, first, second)
  }

  /// The arguments of a function.
  mutating func arguments(_ function: Function?) throws -> [Operand] {
    try expectSign("(")
    var arguments: [Operand] = []
    repeat {
      let unit = try self.unit()
      switch function {
      case .days: arguments.append(try settled(unit, .time))
      case .date: arguments.append(try settled(unit, .text))
      case .coalesce, nil:
        let known = arguments.first.flatMap { Evaluator(view).kind(of: $0, set) }
        if let known {
          arguments.append(try settled(unit, known))
        } else {
          arguments.append(try operand(unit))
        }
      default: arguments.append(try operand(unit))
      }
    } while takeSign(",")
    try expectSign(")")
    return arguments
  }

  /// A moment or a period.
  mutating func moment() throws -> Moment {
    if take("senaste", "latest") { return .latest }
    if token(1).folded != "aret", token(1).folded != "year", take("forra", "previous") {
      return .previous
    }
    if let base = dayWord() { return .period(try moved(base)) }
    if take("i ar", "this year") { return .period(.thisYear(offset: 0)) }
    if take("forra aret", "last year") { return .period(.thisYear(offset: -1)) }
    if let year = wholeNumber(token(1).text), token(1).text.count == 4,
      let moment = named(next.folded, year)
    {
      place += 2
      return moment
    }
    guard next.form == .word, Span(stored: next.text) != nil else { throw error("a moment") }
    defer { place += 1 }
    return .period(.stored(next.text))
  }

  private mutating func dayWord() -> Int? {
    if take("today", "idag") { return 0 }
    if take("yesterday", "igar") { return -1 }
    return take("tomorrow", "imorgon") ? 1 : nil
  }

  private mutating func moved(_ base: Int) throws -> Period {
    let still = Period.today(offset: base, moved: 0, unit: .day)
    guard next.form == .sign, next.text == "+" || next.text == "-",
      let count = wholeNumber(token(1).text), let unit = unitWord(token(2).folded)
    else { return still }
    let sign = next.text == "+" ? 1 : -1
    place += 3
    return .today(offset: base, moved: sign * count, unit: unit)
  }

  private func unitWord(_ word: String) -> DayUnit? {
    switch word {
    case "dag", "dagar", "day", "days": return .day
    case "vecka", "veckor", "week", "weeks": return .week
    case "manad", "manader", "month", "months": return .month
    case "ar", "year", "years": return .year
    default: return nil
    }
  }

  private func named(_ word: String, _ year: Int) -> Moment? {
    switch word {
    case "delar": return .occasion(type: "delår", year: year)
    case "arsbokslut", "bokslut": return .occasion(type: "årsbokslut", year: year)
    case "varen": return .period(.spring(year))
    case "hosten": return .period(.autumn(year))
    default: break
    }
    if let month = monthNames.firstIndex(of: word) {
      return .period(.month(year: year, month: month + 1))
    }
    guard word.count == 2, let number = wholeNumber(String(word.dropFirst())) else { return nil }
    if word.hasPrefix("q") { return .period(.quarter(year: year, number: number)) }
    return word.hasPrefix("t") ? .period(.tertial(year: year, number: number)) : nil
  }
}

/// The Swedish names of the months.
let monthNames = [
  "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
  "oktober", "november", "december",
]
