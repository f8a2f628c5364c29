import Testing

@testable import Text

/// A calendar that only counts: slow, and nothing like the one it checks.
private struct NaiveCalendar {
  private(set) var (year, month, day) = (1, 1, 1)
  /// The days since 1 January of year 1.
  private(set) var count = 0

  var length: Int {
    if month == 2 {
      if year % 400 == 0 { return 29 }
      if year % 100 == 0 { return 28 }
      return year % 4 == 0 ? 29 : 28
    }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: width - String(number).count) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  mutating func step() {
    count += 1
    day += 1
    if day > length { (day, month) = (1, month + 1) }
    if month > 12 { (month, year) = (1, year + 1) }
  }
}

@Suite("Days")
struct DayTests {
  @Test("the days of ten thousand years have their numbers, parts and texts")
  func everyDay() throws {
    var calendar = NaiveCalendar()
    let first = try #require(Day(1, 1, 1))
    var faults = 0
    while calendar.year < 10_000 {
      // All days of the years that are met, and of the others those near the ends of months.
      if (1900..<2101).contains(calendar.year) || calendar.day > 27 || calendar.day == 1 {
        let day = Day(number: first.number + Int32(calendar.count))
        let parts = day.components
        if parts != (calendar.year, calendar.month, calendar.day) { faults += 1 }
        if Day(calendar.year, calendar.month, calendar.day) != day { faults += 1 }
        if calendar.year % 7 == 0, day.text != calendar.text || Day(calendar.text) != day {
          faults += 1
        }
      }
      calendar.step()
    }
    #expect(faults == 0)
    #expect(calendar.count == 3_652_059)
    #expect(Day(9999, 12, 31)?.number == first.number + 3_652_058)
    #expect(Day(1970, 1, 1)?.number == 0)
  }

  @Test(
    "what is no day is none",
    arguments: [
      "", "2026", "2026-4-30", "2026-04-3", "2026-04-031", "26-04-30", "2026-02-29", "2100-02-29",
      "2026-00-01", "2026-13-01", "2026-04-00", "2026-04-31", "0000-01-01", "-026-04-30",
      "2026/04/30", "2026-04-3０", " 2026-04-30", "2026-04-30 ", "2026-04-3x", "20260430",
    ]
  )
  func noDay(_ text: String) { #expect(Day(text) == nil) }

  @Test(
    "a month later is the same day, at most the month's last",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2024-02-29", 12, "2025-02-28"),
      ("2024-02-29", 48, "2028-02-29"), ("2026-03-31", -1, "2026-02-28"),
      ("2026-01-15", -1, "2025-12-15"),
      ("2026-12-31", 1, "2027-01-31"), ("2026-05-31", 13, "2027-06-30"),
      ("2026-05-31", 0, "2026-05-31"),
      ("0001-01-01", -1, nil), ("9999-12-01", 1, nil), ("2026-01-01", Int.max, nil),
      ("2026-01-01", Int.min, nil),
    ]
  )
  func months(_ text: String, _ months: Int, _ wanted: String?) throws {
    #expect(try #require(Day(text)).adding(months: months)?.text == wanted)
  }

  @Test(
    "days are added within the calendar",
    arguments: [
      ("2026-02-28", 1, "2026-03-01"), ("2024-02-28", 1, "2024-02-29"),
      ("2026-01-01", -1, "2025-12-31"),
      ("2026-01-01", 365, "2027-01-01"), ("9999-12-31", 1, nil), ("0001-01-01", -1, nil),
      ("0001-01-01", 3_652_058, "9999-12-31"), ("2026-01-01", Int.max, nil),
      ("2026-01-01", Int.min, nil),
    ]
  )
  func days(_ text: String, _ days: Int, _ wanted: String?) throws {
    #expect(try #require(Day(text)).adding(days: days)?.text == wanted)
  }
}

@Suite("Periods")
struct PeriodTests {
  @Test(
    "each written form stands for its days, and is written as it was",
    arguments: [
      ("2026-04-30", "2026-04-30", "2026-04-30"), ("2026-04", "2026-04-01", "2026-04-30"),
      ("2024-02", "2024-02-01", "2024-02-29"), ("2026", "2026-01-01", "2026-12-31"),
      ("2026-Q1", "2026-01-01", "2026-03-31"), ("2026-Q2", "2026-04-01", "2026-06-30"),
      ("2026-Q3", "2026-07-01", "2026-09-30"), ("2026-Q4", "2026-10-01", "2026-12-31"),
      ("2026-T1", "2026-01-01", "2026-04-30"), ("2026-T2", "2026-05-01", "2026-08-31"),
      ("2026-T3", "2026-09-01", "2026-12-31"), ("2026-VT", "2026-01-01", "2026-06-30"),
      ("2026-HT", "2026-07-01", "2026-12-31"),
      ("2026-07-01/2026-12-31", "2026-07-01", "2026-12-31"),
      ("2026-07-01/2026-07-01", "2026-07-01", "2026-07-01"), ("0001", "0001-01-01", "0001-12-31"),
      ("9999-HT", "9999-07-01", "9999-12-31"),
    ]
  )
  func forms(_ text: String, _ first: String, _ last: String) throws {
    let period = try #require(Period(text))
    #expect((period.first.text, period.last.text, period.text) == (first, last, text))
    // Letters may be small.
    #expect(Period(text.lowercased())?.text == text)
  }

  @Test(
    "what is no time is none",
    arguments: [
      "", "26", "202", "20266", "0000", "2026-", "2026-4", "2026-00", "2026-13", "2026-1x",
      "2026-Q0",
      "2026-Q5", "2026-T0", "2026-T4", "2026-XT", "2026-VX", "2026-H1", "2026-W2", "2026Q2",
      "2026-QQ",
      "2026-12-31/2026-07-01", "2026-07-01/2026-12-32", "2026-07-01-2026-12-31", "2026-07/2026-12",
      "2026-02-30", "2026-ht ", "２０２６",
    ]
  )
  func noPeriod(_ text: String) { #expect(Period(text) == nil) }

  @Test("periods compare as the days that they stand for")
  func relations() throws {
    let forms = [
      "2026", "2026-VT", "2026-HT", "2026-Q2", "2026-T2", "2026-06", "2026-06-30", "2026-07-01",
      "2025-12-31", "2025", "2026-06-15/2026-07-15", "2026-01-01/2026-12-31", "2027-01-01",
    ]
    for a in try forms.map({ try #require(Period($0)) }) {
      for b in try forms.map({ try #require(Period($0)) }) {
        let (days, others) = (set(a), set(b))
        #expect(a.isWithin(b) == days.isSubset(of: others))
        #expect(a.overlaps(b) == !days.isDisjoint(with: others))
        #expect(a.isBefore(b) == days.allSatisfy { day in others.allSatisfy { day < $0 } })
        #expect(a.isAfter(b) == days.allSatisfy { day in others.allSatisfy { day > $0 } })
        #expect(a.endsBy(b) == (days.max() ?? 0 <= others.max() ?? 0))
        #expect(a.startsFrom(b) == (days.min() ?? 0 >= others.min() ?? 0))
        #expect((a == b) == (days == others))
        if a == b { #expect(a.hashValue == b.hashValue) }
      }
    }
  }

  private func set(_ period: Period) -> Set<Int32> {
    Set(period.first.number...period.last.number)
  }
}
