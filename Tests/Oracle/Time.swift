/// The units in which a day can be moved.
enum DayUnit: CaseIterable { case day, week, month, year }

/// Days counted from 1970-01-01.
enum Days {
  /// True for a leap year.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days in a month.
  static func length(ofMonth month: Int, year: Int) -> Int {
    let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return lengths[month - 1]
  }

  /// The number of a date.
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let before = year - 1
    var days = 365 * before + before / 4 - before / 100 + before / 400
    for earlier in 1..<max(month, 1) { days += length(ofMonth: earlier, year: year) }
    return days + day - 1 - 719_162
  }

  /// The date of a number.
  static func date(_ number: Int) -> (year: Int, month: Int, day: Int) {
    var year = 1970 + number / 366
    if number < 0 { year = 1970 + (number - 365) / 365 }
    while self.number(year + 1, 1, 1) <= number { year += 1 }
    var month = 1
    while month < 12 && self.number(year, month + 1, 1) <= number { month += 1 }
    return (year, month, number - self.number(year, month, 1) + 1)
  }

  /// The date as ISO text.
  static func text(_ number: Int) -> String {
    let date = date(number)
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// The day some units later; a month or year later is the same day, at most the month's last.
  static func moved(_ number: Int, by count: Int, _ unit: DayUnit) -> Int {
    switch unit {
    case .day: return number + count
    case .week: return number + 7 * count
    case .month, .year:
      let date = date(number)
      let months = date.year * 12 + date.month - 1 + count * (unit == .year ? 12 : 1)
      let year = months / 12
      let month = months % 12 + 1
      return self.number(year, month, min(date.day, length(ofMonth: month, year: year)))
    }
  }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// An interval of days, with the text it was written as.
struct Span {
  var first: Int
  var last: Int
  var text: String

  init(_ first: Int, _ last: Int, text: String) {
    self.first = first
    self.last = last
    self.text = text
  }

  /// A single day.
  init(day: Int) { self.init(day, day, text: Days.text(day)) }

  /// Whole months from the first of one to the last of another.
  init(year: Int, months: ClosedRange<Int>, text: String) {
    first = Days.number(year, months.lowerBound, 1)
    let end = months.upperBound
    last = Days.number(year, end, Days.length(ofMonth: end, year: year))
    self.text = text
  }

  /// Reads a time in the form of the store: a day, month, year, quarter, tertial, half or interval.
  init?(stored text: String) {
    if let slash = text.firstIndex(of: "/") {
      guard let from = Span(stored: String(text[..<slash])),
        let to = Span(stored: String(text[text.index(after: slash)...]))
      else { return nil }
      self.init(from.first, to.last, text: text)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let head = parts.first, head.count == 4, let year = wholeNumber(head) else { return nil }
    switch parts.count {
    case 1: self.init(year: year, months: 1...12, text: text)
    case 2:
      guard let months = Span.months(parts[1]) else { return nil }
      self.init(year: year, months: months, text: text)
    case 3:
      guard parts[1].count == 2, parts[2].count == 2, let month = wholeNumber(parts[1]),
        let day = wholeNumber(parts[2]), (1...12).contains(month),
        (1...Days.length(ofMonth: month, year: year)).contains(day)
      else { return nil }
      let number = Days.number(year, month, day)
      self.init(number, number, text: text)
    default: return nil
    }
  }

  /// The months that a part of a year stands for.
  private static func months(_ part: String) -> ClosedRange<Int>? {
    let upper = part.uppercased()
    if upper == "VT" { return 1...6 }
    if upper == "HT" { return 7...12 }
    if part.count == 2, let month = wholeNumber(part), (1...12).contains(month) {
      return month...month
    }
    guard upper.count == 2, let number = wholeNumber(String(upper.dropFirst())) else { return nil }
    if upper.hasPrefix("Q"), (1...4).contains(number) { return (3 * number - 2)...(3 * number) }
    if upper.hasPrefix("T"), (1...3).contains(number) { return (4 * number - 3)...(4 * number) }
    return nil
  }
}

/// A number written with ASCII digits only.
func wholeNumber(_ text: String) -> Int? {
  guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return Int(text)
}

/// A period as a question writes it.
enum Period: Equatable {
  /// Any form of the store: `2026-04-30`, `2026-Q2`, `2026-07-01/2026-12-31`.
  case stored(String)
  /// `idag`, `igår`, `imorgon` (0, -1, 1), perhaps moved.
  case today(offset: Int, moved: Int, unit: DayUnit)
  /// `april 2026`.
  case month(year: Int, month: Int)
  /// `Q2 2026`.
  case quarter(year: Int, number: Int)
  /// `T1 2026`.
  case tertial(year: Int, number: Int)
  /// `våren 2026`.
  case spring(Int)
  /// `hösten 2026`.
  case autumn(Int)
  /// `i år` (0) or `förra året` (-1).
  case thisYear(offset: Int)

  /// The days it stands for.
  func span(today: Int) -> Span? {
    switch self {
    case .stored(let text): return Span(stored: text)
    case .today(let offset, let count, let unit):
      return Span(day: Days.moved(today + offset, by: count, unit))
    case .month(let year, let month):
      return Span(year: year, months: month...month, text: "\(year)-\(padded(month, 2))")
    case .quarter(let year, let number): return Span(stored: "\(year)-Q\(number)")
    case .tertial(let year, let number): return Span(stored: "\(year)-T\(number)")
    case .spring(let year): return Span(stored: "\(year)-VT")
    case .autumn(let year): return Span(stored: "\(year)-HT")
    case .thisYear(let offset): return Span(stored: String(Days.date(today).year + offset))
    }
  }
}

/// A moment as a question writes it.
enum Moment: Equatable {
  case period(Period)
  /// `april 2026`, `delår 2026`, `årsbokslut 2026`.
  case occasion(type: String, year: Int)
  /// `senaste`.
  case latest
  /// `förra`.
  case previous
}
