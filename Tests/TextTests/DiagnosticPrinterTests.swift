import Testing

@testable import Text

@Suite("The printer of messages")
struct DiagnosticPrinterTests {
  static let message = Message(
    "F0101",
    Bilingual("»{0}« finns inte", "»{0}« does not exist"),
    reason: Bilingual("okänt fält", "unknown field"),
    way: Bilingual("skriv ett annat", "write another")
  )

  func screen(
    _ text: String,
    _ part: String,
    _ tips: [Diagnostic.Tip] = [],
    language: Language = .swedish,
    width: Int = 80,
    usesColour: Bool = false
  ) throws -> String {
    let source = Source(name: "april.folj", text: text)
    let found = try #require(String(decoding: source.bytes, as: UTF8.self).firstRange(of: part))
    let start = String(decoding: source.bytes, as: UTF8.self).utf8
      .distance(from: text.utf8.startIndex, to: found.lowerBound)
    let diagnostic = Diagnostic(
      Self.message,
      [Bilingual(same: part)],
      at: Span(start, start + part.utf8.count),
      tips: tips
    )
    return DiagnosticPrinter(language: language, width: width, usesColour: usesColour)
      .text(diagnostic, in: source)
  }

  @Test("code, title, place, the line with the faulty part, the reason and the way")
  func whole() throws {
    #expect(
      try screen("visa insatser\ndär stauts = pågår\n", "stauts") == """
        fel F0101: »stauts« finns inte
         april.folj:2:5
        2 | där stauts = pågår
          |     ^^^^^^ okänt fält
        gör så: skriv ett annat

        """
    )
    #expect(
      try screen("show x", "x", language: .english) == """
        error F0101: »x« does not exist
         april.folj:1:6
        1 | show x
          |      ^ unknown field
        try: write another

        """
    )
  }

  @Test("a name that is near takes the place of the way that always holds")
  func tips() throws {
    let tips: [Diagnostic.Tip] = [.nearest(["status", "start"]), .inside("sena")]
    #expect(
      try screen("där stauts", "stauts", tips) == """
        fel F0101: »stauts« finns inte
         april.folj:1:5
        1 | där stauts
          |     ^^^^^^ okänt fält
        tips: menade du »status« eller »start«?
        i definitionen »sena«

        """
    )
    let many: [Diagnostic.Tip] = [
      .allowed((1...10).map { "n\($0)" }), .seeAlso(line: 3, column: 4),
    ]
    #expect(
      try screen("x", "x", many, language: .english).hasSuffix(
        """
        here fits: n1 · n2 · n3 · n4 · n5 · n6 · n7 · n8 · and 2 more
        see also line 3, column 4
        try: write another

        """
      )
    )
  }

  @Test("wide characters and controls keep the underline in its place")
  func wide() throws {
    #expect(
      try screen("日本 \u{1B}[1m 😀fel", "fel") == """
        fel F0101: »fel« finns inte
         april.folj:1:10
        1 | 日本 ␛[1m 😀fel
          |             ^^^ okänt fält
        gör så: skriv ett annat

        """
    )
    #expect(
      try screen("a 日本 b", "日本") == """
        fel F0101: »日本« finns inte
         april.folj:1:3
        1 | a 日本 b
          |   ^^^^ okänt fält
        gör så: skriv ett annat

        """
    )
  }

  @Test("a long line is cut on both sides, to the width")
  func longLine() throws {
    let text = String(repeating: "a ", count: 500) + "fel" + String(repeating: " b", count: 500_000)
    #expect(
      try screen(text, "fel", width: 60) == """
        fel F0101: »fel« finns inte
         april.folj:1:1001
        1 | … a a a a a a a a a a a a a a a fel b b b b b b b b…
          |                                 ^^^ okänt fält
        gör så: skriv ett annat

        """
    )
  }

  @Test("no line of an excerpt is wider than the screen, whatever is in it")
  func widths() throws {
    for unit in ["a", "å", "日", "😀", "\u{1B}", "\u{202E}", "e\u{301}", "👩‍👩‍👧"] {
      for (before, part, after) in [
        (0, 1, 300), (300, 1, 300), (300, 1, 0), (30, 300, 30), (0, 300, 0),
      ] {
        func text(_ count: Int) -> String { String(repeating: unit, count: count) }
        let text3 = text(before) + "»" + text(part) + "«" + text(after)
        let screen = try screen(text3, "»" + text(part) + "«", width: 60)
        let lines = screen.split(separator: "\n").filter { $0.hasPrefix("1 | ") }
        #expect(lines.count == 1)
        for line in lines { #expect(Visible.width(String(line)) <= 60, "\(line)") }
      }
    }
  }

  @Test("a fault at the end of a text, or over several lines, has one caret and one line")
  func edges() {
    let source = Source(name: "", text: "visa\nmer")
    let printer = DiagnosticPrinter(language: .swedish)
    func lines(_ span: Span) -> [Substring] {
      printer.text(Diagnostic(Self.message, ["x"], at: span), in: source).split(separator: "\n")
    }
    #expect(lines(Span(8, 8))[1...3] == [" :2:4", "2 | mer", "  |    ^ okänt fält"])
    #expect(lines(Span(2, 8))[1...3] == [" :1:3", "1 | visa", "  |   ^^ okänt fält"])
    #expect(lines(Span(4, 8))[2...3] == ["1 | visa", "  |     ^ okänt fält"])
  }

  @Test("a place in a data file is a path, a line and a column")
  func file() {
    let place = Diagnostic.Place.file(path: "/x/a\u{1B}b.json", line: 3, column: 9)
    let diagnostic = Diagnostic(Self.message, ["y"], place: place)
    #expect(
      DiagnosticPrinter(language: .swedish).text(diagnostic, in: nil) == """
        fel F0101: »y« finns inte
         /x/a␛b.json:3:9
        gör så: skriv ett annat

        """
    )
    let nowhere = Diagnostic(Self.message, ["y"], place: .none)
    #expect(
      DiagnosticPrinter(language: .english).text(nowhere, in: nil)
        == "error F0101: »y« does not exist\ntry: write another\n"
    )
  }

  @Test("colour marks what is there without it too")
  func colour() throws {
    let plain = try screen("där stauts", "stauts")
    let coloured = try screen("där stauts", "stauts", usesColour: true)
    #expect(coloured.contains("\u{1B}[31m^^^^^^\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }
}
