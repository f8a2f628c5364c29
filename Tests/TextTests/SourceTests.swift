import Chance
import Testing

@testable import Text

@Suite("Source text")
struct SourceTests {
  func text(_ source: Source) -> String { String(decoding: source.bytes, as: UTF8.self) }

  @Test(
    "line ends, marks, blanks and letters get one form",
    arguments: [
      ("a\r\nb\rc\n", "a\nb\nc\n"), ("\r\r\n\n", "\n\n\n"), ("\u{FEFF}visa", "visa"),
      ("\u{FEFF}\u{FEFF}x", "x"), ("a\u{FEFF}b", "a\u{FEFF}b"),
      ("a\u{A0}b\u{2009}c\u{202F}d\u{2007}e", "a b c d e"), ("a\u{30A}r", "år"), ("", ""),
      ("\r", "\n"),
    ]
  )
  func normalised(_ text: String, _ wanted: String) {
    #expect(Array(self.text(Source(name: "", text: text)).utf8) == Array(wanted.utf8))
  }

  @Test("a place is a line and a column of characters, from 1")
  func positions() {
    let source = Source(name: "x", text: "åäö\r\n\r\nvisa 😀 mål\n")
    #expect(source.lineCount == 4)
    let places = [
      (0, 1, 1), (2, 1, 2), (6, 1, 4), (7, 2, 1), (8, 3, 1), (13, 3, 6), (17, 3, 7), (23, 4, 1),
      (900, 4, 1),
    ]
    for (offset, line, column) in places {
      #expect(source.position(of: offset) == (line, column), "\(offset)")
    }
    #expect((1...4).map { source.text(source.span(ofLine: $0)) } == ["åäö", "", "visa 😀 mål", ""])
    #expect(source.span(ofLine: 3) == Span(8, 22))
  }

  @Test("an empty source has one line")
  func empty() {
    let source = Source(name: "", text: "")
    #expect(source.lineCount == 1)
    #expect(source.position(of: 0) == (1, 1))
    #expect(source.span(ofLine: 1) == Span(0, 0))
  }

  @Test("places are those of a plain count, whatever the text")
  func random() {
    var random = Dice(seed: 5)
    for _ in 0..<200 {
      let text = (0..<30).map { _ in
        ["a", "å", "\n", "\r\n", "\r", "😀", "e\u{301}"].randomElement(using: &random) ?? ""
      }.joined()
      let source = Source(name: "", text: text)
      var (line, column, offset) = (1, 1, 0)
      for scalar in self.text(source).unicodeScalars {
        #expect(source.position(of: offset) == (line, column))
        offset += String(scalar).utf8.count
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
      #expect(source.position(of: offset) == (line, column))
    }
  }

  @Test("spans join to the smallest that covers both")
  func spans() { #expect(Span(3, 5).union(Span(1, 4)) == Span(1, 5)) }

  @Test("facts fill a message, and are never filled themselves")
  func filled() {
    let text = Bilingual("»{0}« {1} {2} {x} {", "{1}{0}")
    #expect(text.filled(with: ["{1}", "b"], .swedish) == "»{1}« b {2} {x} {")
    #expect(text.filled(with: ["a", "{0}"], .english) == "{0}a")
  }
}
