import Model
import Query
import TestSupport
import Testing
import Text

@testable import Exchange

@Suite("Overview")
struct OverviewTests {
  private func screen(
    _ overview: Overview,
    width: Int = 80,
    language: Language = .swedish
  ) -> [String] {
    let layout = OutputFormat.Layout(language: language, width: width)
    let text = String(decoding: OverviewScreen.text(overview, layout), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private func overview(_ store: TestStore, _ day: String) throws -> Overview {
    Overview(store.workspace, at: try #require(Day(day)))
  }

  @Test("fits a screen, each number with the statement that gives it", arguments: [2, 8, 14, 60])
  func numbers(areas: Int) throws {
    let store = try Self.store(areas: areas)
    let overview = try overview(store, "2026-04-30")
    let lines = screen(overview)
    #expect(lines.count <= 23, "\(areas)")
    #expect(lines[0] == "Översikt april-2026 · läget 2026-04-30")
    let counted = overview.attention + [try #require(overview.changes)]
    #expect(counted.count == 6)
    for part in counted {
      let statement = part.statement.swedish
      let line = try #require(lines.first { $0.hasSuffix("  " + statement) }, "\(statement)")
      let count = try store.answer(statement).rows.count
      #expect(line.split(separator: " ").contains(Substring(String(count))), "\(line)")
      #expect(try store.answer(part.statement.english).rows.count == count)
    }
    let total = try store.answer("antal insatser läget april-2026").matched
    var sum = 0.0
    for row in try #require(overview.areas).answer.rows {
      if case .number(let count)? = row.last { sum += count }
    }
    #expect(total == Int(sum))
    #expect(lines.contains { $0.hasPrefix("…") } == (areas > 8))
  }

  @Test("tells of the next meeting, of the next occasion, and of what is not known")
  func next() throws {
    let store = try Self.store(areas: 1)
    let lines = screen(try overview(store, "2026-04-30"))
    #expect(lines.contains("nästa möte         2026-05-26  vy april-2026"))
    #expect(lines.contains("nästa uppföljning  2026-08-31  vy delår-2026"))
    let late = screen(try overview(store, "2027-01-01"), language: .english)
    #expect(late[0] == "Overview 2027-01-01")
    #expect(late.contains("next meeting   missing  show occasions"))
    #expect(late.contains { $0.hasSuffix("changes since delår-2026 to 2027-01-01") })
  }

  @Test("has no changes before the first occasion, and no areas without measures")
  func first() throws {
    let store = try Self.store(areas: 1)
    #expect(try overview(store, "2025-01-01").changes == nil)
    let lines = screen(try overview(store, "2020-01-01"))
    #expect(lines[1] == "Inga insatser. Läget 2020-01-01.")
  }

  @Test("is no wider than the screen, and lets nothing through to it")
  func widths() throws {
    let overviews = [
      try overview(Self.store(areas: 20), "2026-04-30"),
      try overview(HostileAnswers.store(), "2026-04-30"),
    ]
    for overview in overviews {
      for width in 40...200 {
        for line in screen(overview, width: width) {
          #expect(Visible.width(line) <= width, "\(width): \(line)")
          #expect(Forbidden.scalars(in: line).isEmpty)
        }
      }
    }
  }

  private static func store(areas: Int) throws -> TestStore {
    let measures = (0..<(3 * areas)).map { k in
      #"""
      {"id": "I-\#(k)", "titel": "T", "område": "o\#(k % areas)", "år": 2026,
       "slut": "2026-0\#(1 + k % 9)-15"\#(k % 4 == 0 ? #", "ansvarig": "rektor""# : "")}
      """#
    }
    let reports = (0..<(2 * areas)).map { k in
      #"""
      {"id": "L-\#(k)", "insats": "I-\#(k)", "status": "\#(k % 2 == 0 ? "pågår" : "genomförd")",
       "tillfälle": "\#(k % 3 == 0 ? "delår-2025" : "april-2026")"}
      """#
    }
    return try TestStore(
      sets: [
        ("områden", (0..<areas).map { #"{"id": "o\#($0)", "namn": "Område \#($0)"}"# }),
        ("insatser", measures),
        (
          "tillfällen",
          [
            #"{"id": "delår-2025", "år": 2025, "typ": "delår", "per": "2025-08-31"}"#,
            #"""
            {"id": "april-2026", "år": 2026, "typ": "april", "per": "2026-04-30",
             "behandlas": "2026-05-26"}
            """#,
            #"{"id": "delår-2026", "år": 2026, "typ": "delår", "per": "2026-08-31"}"#,
          ]
        ), ("lägen", reports),
      ]
    )
  }
}
