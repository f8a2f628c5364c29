import Model
import Text

extension Resolver {
  /// The period that a bare word stands for: a day, a written time, `idag`; nil for other words.
  func periodConstant(_ word: String) -> Period? {
    if let period = Period(word) { return period }
    let needle = Needle(word)
    for (names, days) in Resolver.relativeDays where names.contains(where: needle.equals) {
      return workspace.today.adding(days: days).map { Period($0) }
    }
    return nil
  }

  /// Tells whether a word is a day or a written time.
  static func isDayWord(_ word: String) -> Bool {
    let needle = Needle(word)
    return Period(word) != nil
      || relativeDays.contains { $0.names.contains(where: needle.equals) }
  }

  /// The words for days near today.
  static let relativeDays: [(names: [String], days: Int)] = [
    (["idag", "today"], 0), (["igår", "yesterday"], -1), (["imorgon", "tomorrow"], 1),
  ]

  /// The words for the occasions nearest before today.
  static let relativeOccasions: [(names: [String], back: Int)] = [
    (["senaste", "latest"], 0), (["förra", "previous"], 1),
  ]

  /// Looks an expression up as a period.
  mutating func periodLookup(_ expression: Expression) -> Lookup {
    switch expression.kind {
    case .period(let words):
      guard let period = period(words, expression.span) else { return .failed }
      return .value(.period(period), Bilingual(same: words.raw))
    case .word(let text), .text(let text), .number(_, let text):
      guard let period = periodConstant(text) else { return .none }
      return .value(.period(period), Bilingual(same: text))
    case .arithmetic(let base, let sign, let length):
      guard case .quantity(let count, let unit, let raw) = length.kind,
        sign == .plus || sign == .minus,
        case .value(.period(let period), let text) = periodLookup(base),
        let moved = Resolver.moved(period, count, unit, isBack: sign == .minus)
      else { return .none }
      return .value(.period(moved), text.map { "\($0) \(sign.rawValue) \(raw)" })
    default: return .none
    }
  }

  private static func moved(
    _ period: Period,
    _ count: Double,
    _ unit: Unit,
    isBack: Bool
  ) -> Period? {
    guard let (days, months) = length(count, unit, isBack: isBack) else { return nil }
    return period.moved(days: days, months: months)
  }

  /// Gives the days and months of a length of time; nil for other units and for parts of a day or
  /// a month.
  static func length(_ count: Double, _ unit: Unit, isBack: Bool) -> (days: Int, months: Int)? {
    func whole(_ factor: Int) -> Int? {
      // Longer than the calendar is as long as may be.
      let number = max(-1e8, min(1e8, count * Double(isBack ? -factor : factor)))
      return number == number.rounded() ? Int(number) : nil
    }
    switch unit {
    case .days(let days): return whole(days).map { ($0, 0) }
    case .months(let months): return whole(months).map { (0, $0) }
    case .percent, .money: return nil
    }
  }

  /// Gives the period that words such as `april 2026` stand for, or reports why there is none.
  mutating func period(_ words: PeriodWords, _ span: Span) -> Period? {
    let period: Period? =
      switch words.kind {
      case .month(let month): Period(year: words.year, months: month...month, form: .month)
      case .quarter(let q):
        Period(year: words.year, months: (q * 3 - 2)...(q * 3), form: .quarter)
      case .tertial(let t):
        Period(year: words.year, months: (t * 4 - 3)...(t * 4), form: .tertial)
      case .half(let half):
        Period(year: words.year, months: half == 1 ? 1...6 : 7...12, form: .half)
      case .relativeYear(let years): Period(year: workspace.today.year + years)
      case .occasion(let kind): occasion(kind, words, span).map { Period($0) }
      }
    if period == nil, case .occasion = words.kind { return nil }
    if period == nil { report(Messages.noSuchDay, [Bilingual(same: words.raw)], at: span) }
    return period
  }

  private mutating func occasion(_ kind: String, _ words: PeriodWords, _ span: Span) -> Day? {
    let rows = Occasions(snapshot).rows(kind: kind, year: words.year)
    guard let day = rows.compactMap({ Occasions(snapshot).day($0) }).max() else {
      report(Messages.unknownOccasion, [Bilingual(same: words.raw)], at: span)
      return nil
    }
    return day
  }

  // MARK: Moments

  /// Gives the day of a moment: an occasion, a day, the last day of a period.
  mutating func moment(_ expression: Expression) -> Day? {
    let span = expression.span
    switch expression.kind {
    case .hole: return nil
    case .variable(let name): return variable(name, span).flatMap { moment($0) }
    case .word(let word), .text(let word):
      if let found = withArgument(of: word, at: span, { $0.moment($1) }) { return found }
      if let day = namedMoment(word, span) { return day }
      if isRelativeOccasion(word) { return nil }
    case .period(let words):
      if case .month(4) = words.kind,
        let day = Occasions(snapshot).rows(kind: "april", year: words.year)
          .compactMap({ Occasions(snapshot).day($0) }).max()
      {
        return day
      }
    default: break
    }
    let before = diagnostics.count
    if case .value(.period(let period), _) = periodLookup(expression) { return period.last }
    if diagnostics.count == before {
      let raw = Resolver.raw(expression) ?? source.text(span)
      let isDay = Resolver.raw(expression).map {
        $0.first?.isASCIIDigit == true && $0.contains("-")
      }
      report(
        isDay == true ? Messages.noSuchDay : Messages.notAMoment,
        [Bilingual(same: raw)],
        at: span
      )
    }
    return nil
  }

  private func isRelativeOccasion(_ word: String) -> Bool {
    Resolver.relativeOccasions.contains { $0.names.contains(where: Needle(word).equals) }
  }

  private mutating func namedMoment(_ word: String, _ span: Span) -> Day? {
    let occasions = Occasions(snapshot)
    let needle = Needle(word)
    for (names, back) in Resolver.relativeOccasions where names.contains(where: needle.equals) {
      let days = occasions.days(upTo: workspace.today)
      guard days.count > back else {
        report(Messages.noOccasionYet, [Bilingual(same: word)], at: span)
        return nil
      }
      return days[days.count - 1 - back]
    }
    if periodConstant(word) != nil { return nil }
    if case .one(let row) = workspace.names(.occasions).find(word) {
      return occasions.day(Int32(row))
    }
    return nil
  }

  /// Looks an expression up as occasions: `april 2026`, `senaste`.
  mutating func occasions(_ expression: Expression) -> Lookup {
    let occasions = Occasions(snapshot)
    switch expression.kind {
    case .period(let words):
      let kind: String
      switch words.kind {
      case .occasion(let name): kind = name
      case .month(4): kind = "april"
      default: return .none
      }
      let rows = occasions.rows(kind: kind, year: words.year)
      guard !rows.isEmpty else {
        report(Messages.unknownOccasion, [Bilingual(same: words.raw)], at: expression.span)
        return .failed
      }
      return .value(.rows(Set(rows)), Bilingual(same: words.raw))
    case .word(let word):
      guard isRelativeOccasion(word) else { return .none }
      guard let day = namedMoment(word, expression.span) else { return .failed }
      return .value(.rows(Set(occasions.rows(on: day))), Bilingual(same: word))
    default: return .none
    }
  }
}

extension Period {
  /// Gives the period moved by days and months; nil outside the calendar.
  func moved(days: Int, months: Int) -> Period? {
    guard let first = first.adding(months: months)?.adding(days: days),
      let last = last.adding(months: months)?.adding(days: days), first <= last
    else { return nil }
    return Period(first: first, last: last, form: form == .day ? .day : .interval)
  }
}

/// The follow-up occasions of a store.
struct Occasions {
  private let kinds: [Int32]
  private let years: [Double]
  private let days: [Day]

  init(_ snapshot: Snapshot) {
    let schema = snapshot.schema
    func column(_ name: String) -> Column? {
      snapshot[.occasions].columns[schema.number(.occasions, name)]
    }
    if case .codes(let values)? = column("typ") { kinds = values } else { kinds = [] }
    if case .numbers(let values)? = column("år") { years = values } else { years = [] }
    if case .days(let values)? = column("per") { days = values } else { days = [] }
  }

  /// The day that an occasion stands for.
  func day(_ row: Int32) -> Day? { days[Int(row)] == .none ? nil : days[Int(row)] }

  /// The occasions of a kind in a year.
  func rows(kind: String, year: Int) -> [Int32] {
    let code = Enumeration.occasionKind.names.firstIndex(of: kind).map { Int32($0) }
    return kinds.indices.filter { kinds[$0] == code && years[$0] == Double(year) }.map { Int32($0) }
  }

  /// The occasions of a day.
  func rows(on day: Day) -> [Int32] {
    days.indices.filter { days[$0] == day }.map { Int32($0) }
  }

  /// The days of the occasions up to a day, each once, in order.
  func days(upTo today: Day) -> [Day] {
    Set(days.filter { $0 != .none && $0 <= today }).sorted()
  }
}
