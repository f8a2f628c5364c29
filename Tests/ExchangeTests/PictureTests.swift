import Query
import TestSupport
import Testing
import Text

@testable import Exchange

@Suite("Pictures")
struct PictureTests {
  @Test("a count is a bar, with the number beside it")
  func bars() throws {
    #expect(
      try Drawn("antal insatser per område").text == """
        antal per område
        Hög frånvaro          2  ███████████████████████████████████
        Kompetensförsörjning  2  ███████████████████████████████████
        日本語の学校          1  █████████████████▌

        5 insatser i 3 grupper. Läget 2026-11-24.

        """
    )
  }

  @Test("what is negative stands to the left of zero, an empty value has no bar")
  func negative() throws {
    #expect(
      try Drawn("visa id, belopp från insatser").text == """
        belopp
        I-1  250\u{202F}000\u{A0}kr         │███████████████████████████████████
        I-2  −50\u{202F}000\u{A0}kr  ███████│
        I-3        0\u{A0}kr         │
        I-4           –
        I-5   1234,5\u{A0}kr         │▏

        5 insatser. Läget 2026-11-24.

        """
    )
  }

  @Test("a cross table of counts is stacked, each part with its sign and its number")
  func stacked() throws {
    #expect(
      try Drawn("antal insatser per område mot status").text == """
        antal per område mot status
        █ planerad  ░ pågår  ▓ genomförd  · saknas
                             █  ░  ▓  ·  totalt
        Hög frånvaro         0  1  1  0       2  ░░░░░░░░░░▓▓▓▓▓▓▓▓▓
        Kompetensförsörjni…  1  1  0  0       2  ██████████░░░░░░░░░
        日本語の学校         0  0  0  1       1  ··········

        5 insatser i 3 grupper. Läget 2026-11-24.

        """
    )
  }

  @Test("parts that make no whole stand under each other")
  func grouped() throws {
    #expect(
      try Drawn("visa område, medel(belopp) från insatser per område mot år").text == """
        medel(belopp) per område mot år
        Hög frånvaro
          2025                –
          2026       −25\u{202F}000\u{A0}kr  ███│
          totalt     −25\u{202F}000\u{A0}kr  ███│
        Kompetensförsörjning
          2025        1234,5\u{A0}kr     │▏
          2026       250\u{202F}000\u{A0}kr     │██████████████████████████████
          totalt  125\u{202F}617,25\u{A0}kr     │███████████████▏
        日本語の学校
          2025                –
          2026                –
          totalt              –

        5 insatser i 3 grupper. Läget 2026-11-24.

        """
    )
  }

  @Test("start and end are a line, thin where the day is not certain, with today's line")
  func spans() throws {
    #expect(
      try Drawn("visa insatser", width: 80).text == """
                                                                    |2026-07
        I-1 Handledning   2026-01-12 – 2026-12-18   ├━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━┤
        I-2 Kartläggning  2026-02 – 2026-HT          ╌╌╌━━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌┆╌╌╌╌
        I-3 Hembesök       – 2026-09-01                                  ‹┤       │
        I-4 Nytt          2026-Q2 –                        ╌╌╌╌╌╌╌╌╌╌›            │

        ━ pågår  ╌ någon gång här  │ idag 2026-11-24  ‹ start saknas  › slut saknas
        1 utan tider ritas inte

        5 insatser. Läget 2026-11-24.

        """
    )
  }

  @Test("outcomes are a series for each indicator, with the first and the latest value")
  func series() throws {
    #expect(
      try Drawn("visa utfall").text == """
        Behöriga lärare  ▁▃█  2023: 80 → 2025: 87
        Närvaro, K         ▄  2025-VT: 5
        1 utan värde eller period ritas inte

        5 utfall. Läget 2026-11-24.

        """
    )
  }

  @Test("is in English, and tells a comparison as three bars")
  func english() throws {
    let question = "jämför 2025-06-30 med 2026-06-30 per område"
    #expect(
      try Drawn(question, language: .english).text == """
        count by område
        Hög frånvaro
          before      0
          after       2  ███████████████████████████████████████████
          difference  2  ███████████████████████████████████████████
        Kompetensförsörjning
          before      1  █████████████████████▌
          after       2  ███████████████████████████████████████████
          difference  1  █████████████████████▌
        日本語の学校
          before      0
          after       1  █████████████████████▌
          difference  1  █████████████████████▌

        5 measures on 2026-06-30 against 1 measure on 2025-06-30, 4
        more.

        """
    )
  }

  @Test("a status has its colour, and nothing else changes with it")
  func colour() throws {
    let plain = try Drawn("antal insatser per område mot status")
    let coloured = try Drawn("antal insatser per område mot status", usesColour: true)
    #expect(coloured.text.contains("\u{1B}[32m▓"))
    #expect(Forbidden.withoutColour(coloured.text) == plain.text)
  }

  @Test("forty are drawn if there is no limit, and the rest are told of")
  func many() throws {
    let measures = (1...100).map {
      #"{"id": "I-\#($0)", "titel": "T", "år": 2026, "belopp": \#($0)}"#
    }
    let store = try TestStore(sets: [("insatser", measures)])
    let drawn = try Drawn("visa id, belopp från insatser", store)
    #expect(drawn.lines.count { $0.hasPrefix("I-") } == 40)
    #expect(drawn.text.contains("… 60 till ritas inte; högst 100 ritar allt\n"))
    let all = try Drawn("visa id, belopp från insatser högst 100", store)
    #expect(all.lines.count { $0.hasPrefix("I-") } == 100)
    #expect(!all.text.contains("ritas inte"))
  }

  @Test("without rows the explanation stands alone, as under a table")
  func empty() throws {
    #expect(
      try Drawn("visa insatser där år = 1900").text == """
        Inga insatser. Läget 2026-11-24.
        5 insatser → 0 där år = 1900
        Värden som finns där: 2026 4 · 2025 1

        """
    )
  }
}

@Suite("Every picture")
struct EveryPictureTests {
  private static let questions = [
    "antal insatser", "antal insatser per område", "antal insatser per ansvarig, status",
    "antal insatser per område mot status", "antal insatser per målgrupp mot status",
    "antal insatser mot år", "visa titel, belopp, framsteg från insatser", "visa insatser",
    "visa titel, slut från insatser högst 70",
    "visa antal, summa(belopp) från insatser per år mot år",
    "visa medel(belopp) från insatser per ansvarig mot status",
    "jämför 2025-01-01 med 2026-11-24 per ansvarig", "visa utfall",
  ]

  private func stores() throws -> [TestStore] { try [Drawn.store(), HostileAnswers.store()] }

  @Test("is no wider than the screen, and lets nothing through to it", arguments: questions)
  func widths(question: String) throws {
    for store in try stores() {
      let drawn = try Drawn(question, store)
      for width in 40...200 {
        let text = Forbidden.withoutColour(drawn.text(width: width))
        #expect(Forbidden.scalars(in: text).isEmpty, "\(width)")
        for line in text.split(separator: "\n") {
          #expect(Visible.width(String(line)) <= width, "\(width): \(line)")
        }
      }
    }
  }

  @Test("prints every number as the answer has it", arguments: questions)
  func numbers(question: String) throws {
    for store in try stores() {
      for width in [40, 80, 200] {
        let drawn = try Drawn(question, store, width: width)
        let readable = ReadableAnswer(drawn.answer, .swedish)
        let words = drawn.text.split { $0 == " " || $0 == "\n" }
        var printed = Dictionary(grouping: words) { $0 }.mapValues(\.count)
        let limit = drawn.answer.question.limit ?? Picture.maximum
        for row in drawn.answer.rows.prefix(limit / max(1, readable.headings.count)) {
          for (k, value) in row.enumerated() where readable.isNumeric(k) {
            // An outcome between the first and the latest is a sign only.
            guard question != "visa utfall", !readable.isKey(k),
              let number = readable.cell(value, k)
            else { continue }
            printed[Substring(number), default: 0] -= 1
            #expect(printed[Substring(number), default: 0] >= 0, "\(width): \(number)")
          }
        }
      }
    }
  }
}

@Suite("Bars")
struct BarScaleTests {
  @Test(
    "are as long as their number, in eighths, and what is not 0 is seen",
    arguments: [
      (8.0, "██████████"), (4, "█████"), (1, "█▎"), (0.1, "▏"), (0.001, "▏"), (0, ""),
      (7.9, "█████████▉"), (7.99, "██████████"),
    ]
  )
  func eighths(value: Double, bar: String) {
    #expect(BarScale([8, 4, 1], room: 10).bar(value) == bar)
  }

  @Test("have one scale on both sides of zero")
  func negative() {
    let scale = BarScale([-2, 6], room: 9)
    #expect(scale.bar(6) == "  │██████")
    #expect(scale.bar(-2) == "██│")
    #expect(scale.bar(-1) == " █│")
    #expect(scale.bar(-1.5) == "▐█│")
    #expect(scale.bar(0) == "  │")
    #expect(BarScale([-4, -2], room: 5).bar(-2) == "  ██│")
  }

  @Test("bear the greatest and the least numbers, and none at all")
  func extremes() {
    let (greatest, least) = (Double.greatestFiniteMagnitude, Double.leastNonzeroMagnitude)
    #expect(BarScale([-greatest, greatest], room: 11).bar(greatest) == "     │█████")
    #expect(BarScale([least], room: 3).bar(least) == "███")
    #expect(BarScale([0, 0], room: 9).bar(0).isEmpty)
    #expect(BarScale([], room: 9).bar(0).isEmpty)
    #expect(BarScale([1], room: 0).bar(1).isEmpty)
  }

  @Test("of parts are together as long as the whole, and no part is lost while there is room")
  func parts() {
    #expect(BarScale.cells([1, 1, 1], in: 10) == [4, 3, 3])
    #expect(BarScale.cells([1, 1000, 0], in: 10) == [1, 9, 0])
    #expect(BarScale.cells([0, 0], in: 10) == [0, 0])
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for _ in 0..<2000 {
      let parts = (0...next(9)).map { _ in Double(next(4) * next(1000)) }
      let count = Int(next(100))
      let cells = BarScale.cells(parts, in: count)
      let isEmpty = parts.allSatisfy { $0 == 0 }
      #expect(cells.reduce(0, +) == (isEmpty ? 0 : count), "\(parts) in \(count)")
      let seen = zip(parts, cells).allSatisfy { ($0 > 0) == ($1 > 0) }
      #expect(seen || count < parts.count { $0 > 0 } || isEmpty || count == 0)
    }
  }

  @Test("of a series have eight heights")
  func spark() {
    #expect(SeriesPicture.spark([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
    #expect(SeriesPicture.spark([3, 3]) == "▄▄")
    #expect(SeriesPicture.spark([-1, 1]) == "▁█")
    #expect(SeriesPicture.spark([]).isEmpty)
  }
}
