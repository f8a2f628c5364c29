/// A stretch of days, with the form that it is written in.
///
/// It is a day, a month, `2026-Q2`, an interval and so on, and stands for the days from `first` to
/// `last`, both included. Two periods are equal when their days are, however they are written.
package struct Period: Sendable {
  /// The first day.
  package var first: Day
  /// The last day.
  package var last: Day
  /// The form it is written in.
  package var form: Form

  /// The written forms of a time (`model.md`, section 3).
  package enum Form: UInt8, Sendable { case day, month, quarter, tertial, half, year, interval }

  /// Makes the period of one day.
  package init(_ day: Day) { self.init(first: day, last: day, form: .day) }

  /// Makes a period from its ends.
  package init(first: Day, last: Day, form: Form = .interval) {
    (self.first, self.last, self.form) = (first, last, form)
  }

  /// Makes the period of whole months; nil outside the calendar.
  package init?(year: Int, months: ClosedRange<Int>, form: Form) {
    let (from, to) = (months.lowerBound, months.upperBound)
    guard let first = Day(year, from, 1),
      let last = Day(year, to, Day.length(ofMonth: to, year: year))
    else { return nil }
    self.init(first: first, last: last, form: form)
  }

  /// Makes the period of a year.
  package init?(year: Int) { self.init(year: year, months: 1...12, form: .year) }

  /// Reads a written time; nil for anything else.
  ///
  /// Letters may be small or capital.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let period = text.withUTF8({ Period(bytes: $0) }) else { return nil }
    self = period
  }

  /// Reads a written time; nil for anything else.
  ///
  /// Letters may be small or capital.
  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    switch bytes.count {
    case 21:
      guard bytes[10] == 0x2F,
        let first = Day(bytes: UnsafeBufferPointer(rebasing: bytes[..<10])),
        let last = Day(bytes: UnsafeBufferPointer(rebasing: bytes[11...])), first <= last
      else { return nil }
      self.init(first: first, last: last)
    case 10:
      guard let day = Day(bytes: bytes) else { return nil }
      self.init(day)
    case 7:
      guard bytes[4] == 0x2D, let year = Digits.value(bytes, 0..<4) else { return nil }
      self.init(year: year, part: (bytes[5] & 0xDF, bytes[6]), letters: (bytes[5], bytes[6]))
    case 4:
      guard let year = Digits.value(bytes, 0..<4) else { return nil }
      self.init(year: year)
    default: return nil
    }
  }

  private init?(year: Int, part: (UInt8, UInt8), letters: (UInt8, UInt8)) {
    let digit = Int(part.1) - 0x30
    switch part.0 {
    case 0x51 where (1...4).contains(digit):
      self.init(year: year, months: (digit * 3 - 2)...(digit * 3), form: .quarter)
    case 0x54 where (1...3).contains(digit):
      self.init(year: year, months: (digit * 4 - 3)...(digit * 4), form: .tertial)
    case 0x56 where part.1 & 0xDF == 0x54: self.init(year: year, months: 1...6, form: .half)
    case 0x48 where part.1 & 0xDF == 0x54: self.init(year: year, months: 7...12, form: .half)
    default:
      let tens = Int(letters.0) - 0x30
      guard (0...1).contains(tens), (0...9).contains(digit) else { return nil }
      let month = tens * 10 + digit
      guard (1...12).contains(month) else { return nil }
      self.init(year: year, months: month...month, form: .month)
    }
  }

  /// The period as it is written in a store.
  package var text: String {
    let (year, month, _) = first.components
    let y = Digits.padded(year, 4)
    return switch form {
    case .day: first.text
    case .month: "\(y)-\(Digits.padded(month, 2))"
    case .quarter: "\(y)-Q\((month + 2) / 3)"
    case .tertial: "\(y)-T\((month + 3) / 4)"
    case .half: month == 1 ? "\(y)-VT" : "\(y)-HT"
    case .year: y
    case .interval: "\(first.text)/\(last.text)"
    }
  }

  /// Tells whether this period lies within `other`: the `=` of the language.
  package func isWithin(_ other: Period) -> Bool { first >= other.first && last <= other.last }

  /// Tells whether this period ends before `other` starts: the `<` of the language.
  package func isBefore(_ other: Period) -> Bool { last < other.first }

  /// Tells whether this period ends no later than `other` ends: the `<=` of the language.
  package func endsBy(_ other: Period) -> Bool { last <= other.last }

  /// Tells whether this period starts after `other` ends: the `>` of the language.
  package func isAfter(_ other: Period) -> Bool { first > other.last }

  /// Tells whether this period starts no earlier than `other` starts: the `>=` of the language.
  package func startsFrom(_ other: Period) -> Bool { first >= other.first }

  /// Tells whether the two have a day in common.
  package func overlaps(_ other: Period) -> Bool { first <= other.last && last >= other.first }
}

extension Period: Hashable {
  /// Compares the days, not the written forms.
  package static func == (a: Period, b: Period) -> Bool { a.first == b.first && a.last == b.last }

  /// Hashes the days, not the written form.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(first)
    hasher.combine(last)
  }
}
