import Testing
import Text

@testable import Exchange

@Suite("Table")
struct TableTests {
  @Test("fits 80 cells: texts wrap, an interval breaks between its days, a status stays whole")
  func eighty() throws {
    #expect(
      try written("visa insatser", .table, width: 80) == """
        id    titel             område                status     ansvarig    slut
        ────  ────────────────  ────────────────────  ─────────  ──────────  ───────────
        I-1   Kartläggning av   Hög frånvaro          pågår      rektor      2026-06-30
              frånvaro i
              årskurs 7–9,…
        I-2   Handledning       Kompetensförsörjning  genomförd  –           2026-01-01/
                                                                             2026-06-30
        I-10  Rutin | "steg     Kompetensförsörjning  planerad   ålderschef  –
              1",␊steg␉2

        … 1 cell kortad; som list visar allt
        3 insatser. Läget 2026-11-24.

        """
    )
  }

  @Test("leaves out columns from the right where there is no room, and says so")
  func fifty() throws {
    #expect(
      try written("visa insatser", .table, width: 50) == """
        id    titel       område     status     ansvarig
        ────  ──────────  ─────────  ─────────  ──────────
        I-1   Kartläggni  Hög        pågår      rektor
              ng av       frånvaro
              frånvaro…
        I-2   Handlednin  Kompetens  genomförd  –
              g           försörjni
                          ng
        I-10  Rutin |     Kompetens  planerad   ålderschef
              "steg       försörjni
              1",␊steg␉2  ng

        … 1 cell kortad; som list visar allt
        1 kolumn får inte plats: slut. Visa allt med som
        list, --format list eller färre kolumner.
        3 insatser. Läget 2026-11-24.

        """
    )
  }

  @Test("cuts nothing without a width, and sets numbers to the right in Swedish and in English")
  func numbers() throws {
    let question = "visa id, år, belopp, framsteg, målgrupp från insatser"
    let english = "show id, amount as total, progress as share from measures"
    #expect(
      try written(question, .table) == """
        id      år         belopp  framsteg  målgrupp
        ────  ────  ─────────────  ────────  ──────────────────────
        I-1   2026     250\u{202F}000\u{A0}kr      40\u{A0}%  elever, vårdnadshavare
        I-2   2026      1234,5\u{A0}kr     100\u{A0}%  elever
        I-10  2025  12\u{202F}345\u{202F}678\u{A0}kr         –  –

        3 insatser. Läget 2026-11-24.

        """
    )
    #expect(
      try written(english, .table, language: .english) == """
        id             total  share
        ────  ──────────────  ─────
        I-1      SEK 250,000    40%
        I-2       SEK 1234.5   100%
        I-10  SEK 12,345,678      –

        3 measures. As of 2026-11-24.

        """
    )
  }

  @Test("names the columns and rows of a cross table, and says »saknas« of a missing key")
  func cross() throws {
    #expect(
      try written("antal insatser per ansvarig mot område", .table, width: 80) == """
        ansvarig    Hög frånvaro  Kompetensförsörjning  totalt
        ──────────  ────────────  ────────────────────  ──────
        rektor                 1                     0       1
        ålderschef             0                     1       1
        saknas                 0                     1       1

        3 insatser i 3 grupper. Läget 2026-11-24.

        """
    )
    let two =
      "visa ansvarig som vem, antal, antal(slut) som klara från insatser "
      + "per ansvarig mot område"
    let heading = try written(two, .table, language: .english).prefix { $0 != "\n" }
    #expect(
      heading == "vem         Hög frånvaro count  Kompetensförsörjning count  total count  "
        + "Hög frånvaro klara  Kompetensförsörjning klara  total klara"
    )
  }

  @Test("paints a status and an assessment, and nothing that cannot be read without it")
  func colour() throws {
    let text = try written(
      "visa id, status, bedömning från insatser",
      .table,
      usesColour: true
    )
    #expect(
      text == """
        \u{1B}[1mid\u{1B}[0m    \u{1B}[1mstatus\u{1B}[0m     \u{1B}[1mbedömning\u{1B}[0m
        ────  ─────────  ─────────
        I-1   \u{1B}[36mpågår\u{1B}[0m      \u{1B}[33mgul\u{1B}[0m
        I-2   \u{1B}[32mgenomförd\u{1B}[0m  \u{1B}[32mgrön\u{1B}[0m
        I-10  planerad   –

        3 insatser. Läget 2026-11-24.

        """
    )
  }

  @Test("gives way to the explanation if there are no rows, but not if a count is 0")
  func empty() throws {
    let conditions = "insatser där område = frånvaro och status = pausad"
    let explanation = """
      Inga insatser. Läget 2026-11-24.
      3 insatser → 1 där område = frånvaro → 0 där status = pausad
      Värden som finns där: pågår 1

      """
    #expect(try written("visa \(conditions)", .table, width: 80) == explanation)
    let count = try written("antal \(conditions)", .table, width: 80)
    #expect(count == "antal\n─────\n    0\n\n" + explanation)
  }
}

@Suite("Wrapping")
struct WrappingTests {
  @Test(
    "ends lines at blanks, after slashes and hyphens, and only then inside a word",
    arguments: [
      ("ett två tre", 7, ["ett två", "tre"]), ("ett  två   ", 4, ["ett", "två"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("av abcdefghij", 6, ["av", "abcdef", "ghij"]),
      ("Ångström-samordnare", 12, ["Ångström-", "samordnare"]),
      ("2026-01-01/2026-06-30", 16, ["2026-01-01/", "2026-06-30"]),
      ("日本語のテ", 5, ["日本", "語の", "テ"]), ("👨‍👩‍👧👨‍👩‍👧", 3, ["👨‍👩‍👧", "👨‍👩‍👧"]), ("", 5, [""]),
      ("12\u{202F}345\u{A0}kr och", 9, ["12\u{202F}345\u{A0}kr", "och"]),
    ]
  )
  func lines(text: String, width: Int, lines: [String]) {
    let wrapping = Wrapping(text, width: width)
    #expect(wrapping.lines == lines)
    #expect(!wrapping.isCut)
  }

  @Test(
    "cuts what does not fit on the last line",
    arguments: [
      ("ett två tre", 7, 1, ["ett tv…"]), ("abcdefghij", 4, 2, ["abcd", "efg…"]),
      ("日本語のテ", 4, 1, ["日…"]), ("a b", 1, 1, ["…"]),
    ]
  )
  func cut(text: String, width: Int, limit: Int, lines: [String]) {
    let wrapping = Wrapping(text, width: width, limit: limit)
    #expect(wrapping.lines == lines)
    #expect(wrapping.isCut)
  }
}

@Suite("Column widths")
struct ColumnWidthsTests {
  private static func need(_ whole: Int, words: Int = 8, least: Int = 8) -> ColumnWidths.Need {
    ColumnWidths.Need(most: whole, words: words, least: least)
  }

  @Test("the widest columns give way first, and the room is filled")
  func widest() {
    let needs = [Self.need(9, words: 9, least: 9), Self.need(60), Self.need(21), Self.need(12)]
    #expect(ColumnWidths.fit(needs.map(\.most), in: 108))
    #expect(!ColumnWidths.fit(needs.map(\.most), in: 107))
    #expect(ColumnWidths.fitted(needs, in: 200) == [9, 60, 21, 12])
    #expect(ColumnWidths.fitted(needs, in: 100) == [9, 52, 21, 12])
    #expect(ColumnWidths.fitted(needs, in: 60) == [9, 17, 16, 12])
  }

  @Test("words stay whole while there is room, the longest are broken first")
  func words() {
    let needs = [Self.need(40, words: 9), Self.need(40, words: 20), Self.need(40, words: 12)]
    #expect(ColumnWidths.fitted(needs, in: 46) == [10, 20, 12])
    #expect(ColumnWidths.fitted(needs, in: 37) == [9, 12, 12])
  }

  @Test("columns are left out from the right, never the first")
  func leftOut() {
    let needs = [Self.need(30, words: 24, least: 24), Self.need(12), Self.need(12)]
    #expect(ColumnWidths.fitted(needs, in: 40) == [26, 12])
    #expect(ColumnWidths.fitted(needs, in: 30) == [30])
    #expect(ColumnWidths.fitted(needs, in: 20) == [20])
  }
}
