/// A day in the Gregorian calendar, counted from 1970-01-01.
package struct Day: Equatable, Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package var number: Int32

  /// Makes a day from its number.
  package init(number: Int32) { self.number = number }

  /// Makes a day from year, month and day; nil if there is no such day between year 1 and 9999.
  package init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    // Years that start in March put the leap day last (Howard Hinnant, days_from_civil).
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `2026-04-30`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let day = text.withUTF8({ Day(bytes: $0) }) else { return nil }
    self = day
  }

  /// Reads `2026-04-30`; nil for anything else.
  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Digits.value(bytes, 0..<4), let month = Digits.value(bytes, 5..<7),
      let day = Digits.value(bytes, 8..<10)
    else { return nil }
    self.init(year, month, day)
  }

  /// Year, month and day of month.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year.
  package var year: Int { components.year }

  /// The day as `2026-04-30`.
  package var text: String {
    let (year, month, day) = components
    return "\(Digits.padded(year, 4))-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))"
  }

  /// Gives the day a number of months later: the same day of the month, at most its last.
  package func adding(months: Int) -> Day? {
    let (year, month, day) = components
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 12 else { return nil }
    let (y, m) = (total / 12, total % 12 + 1)
    return Day(y, m, min(day, Day.length(ofMonth: m, year: y)))
  }

  /// Gives the day a number of days later; nil outside the years 1 to 9999.
  package func adding(days: Int) -> Day? {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    guard !overflow, (Day.first...Day.last).contains(sum) else { return nil }
    return Day(number: Int32(sum))
  }

  private static let first = -719_162
  private static let last = 2_932_896

  /// Gives the number of days of a month.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Orders by time.
  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

/// Decimal digits without Foundation.
enum Digits {
  /// Gives the value of a run of ASCII digits; nil if another byte is among them.
  static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for k in range {
      let digit = bytes[k] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// Writes a number with leading zeros.
  static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
