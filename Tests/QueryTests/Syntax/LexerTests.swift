import Testing
import Text

@testable import Query

@Suite("Lexer")
struct LexerTests {
  /// The tokens of a text, each as what it is and what it says: `visa #12 "text" $x ( ⏎2 …`.
  private func tokens(_ text: String) -> String {
    let result = Lexer.tokens(Source(name: "", text: text))
    return result.tokens.dropLast().map(LexerTests.written).joined(separator: " ")
  }

  private static func written(_ token: Token) -> String {
    switch token.kind {
    case .word: token.text
    case .text: "\"\(token.text)\""
    case .number: "#\(token.text)"
    case .variable: "$\(token.text)"
    case .symbol(let symbol): "‹\(symbol.rawValue)›"
    case .newline(let indent): "⏎\(indent)"
    case .backslash: "↩"
    case .invalid: "✗\(token.text)"
    case .end: "∎"
    }
  }

  static let words: [(text: String, tokens: String)] = [
    ("", ""), (" \t ", ""), ("visa insatser", "visa insatser"), ("VISA Område", "VISA Område"),
    ("I-2026-014", "I-2026-014"), ("område.nämnd.namn", "område.nämnd.namn"), ("7-9", "7-9"),
    ("a_b_", "a_b_"), ("a- b", "a ‹-› b"), ("a -b", "a ‹-› b"), ("a/b:c", "a/b:c"),
    ("a.", "a ✗."), (".a", "✗. a"), ("a..b", "a ✗. ✗. b"), ("a/", "a ‹/›"),
    ("2025.129", "#2025.129"),
    ("2025.129.1", "2025.129.1"), ("2026-04-30", "2026-04-30"), ("2026-04", "2026-04"),
    ("2026-01-01/2026-06-30", "2026-01-01/2026-06-30"), ("2026–04–30", "2026-04-30"),
    ("日本 Ünï ελ", "日本 Ünï ελ"), ("a\u{30A} o\u{308}", "å ö"), ("a\u{A0}b\u{202F}c", "a b c"),
    ("\u{FEFF}visa", "visa"), ("x1 1x", "x1 1x"), ("a,b;c", "a ‹,› b ‹;› c"),
  ]

  static let numbers: [(text: String, tokens: String)] = [
    ("12", "#12"), ("12.5", "#12.5"), ("12,5", "#12.5"), ("12, 5", "#12 ‹,› #5"),
    ("12 ,5", "#12 ‹,› #5"), ("(12,5)", "‹(› #12 ‹,› #5 ‹)›"),
    ("((1)) 2,5", "‹(› ‹(› #1 ‹)› ‹)› #2.5"),
    (") 2,5", "‹)› #2.5"), ("12,5x", "#12 ‹,› 5x"), ("1,2,3", "#1.2 ‹,› #3"),
    ("1.2,3", "#1.2 ‹,› #3"),
    ("-5", "‹-› #5"), ("–5", "‹-› #5"), ("−5", "‹-› #5"), ("50%", "#50 ‹%›"), ("50 %", "#50 ‹%›"),
    ("250 tkr", "#250 tkr"), ("1 500", "#1 #500"), ("1\u{A0}500", "#1 #500"), ("٣", "✗٣"),
  ]

  static let texts: [(text: String, tokens: String)] = [
    ("\"a b\"", "\"a b\""), ("'a b'", "\"a b\""), ("”a b”", "\"a b\""), ("“a b”", "\"a b\""),
    ("“a b“", "\"a b\""), ("»a b«", "\"a b\""), ("»a b»", "\"a b\""), ("«a b»", "\"a b\""),
    ("’a b’", "\"a b\""), ("‘a b’", "\"a b\""), ("\"a'b\"", "\"a'b\""), ("'a\"b'", "\"a\"b\""),
    ("\"\"", "\"\""), ("\"a\"\"b\"", "\"a\" \"b\""), (#""a\"b""#, "\"a\"b\""),
    (#""a\\""#, "\"a\\\""),
    (#""a\nb\tc""#, "\"a\nb\tc\""), (#""\u{E5}\u{1F600}""#, "\"å😀\""), (#""\»""#, "\"»\""),
    ("\"# -- ; (\"", "\"# -- ; (\""), ("\"a\nb\"", "\"a\nb\""), ("\"a\u{A0}b\"", "\"a b\""),
  ]

  static let signs: [(text: String, tokens: String)] = [
    ("a=b", "a ‹=› b"), ("a!=b", "a ‹!=› b"), ("a!~b", "a ‹!~› b"), ("a<=b", "a ‹<=› b"),
    ("a>=b", "a ‹>=› b"), ("a<b>c", "a ‹<› b ‹>› c"), ("a~b", "a ‹~› b"),
    ("a = = b", "a ‹=› ‹=› b"),
    ("a+b*c", "a ‹+› b ‹*› c"), ("$x $år $1 $*", "$x $år $1 $*"), ("$x.y", "$x ✗. y"),
    ("$", "✗$"), ("$ x", "✗$ x"), ("a ! b", "a ✗! b"), ("{}[]^&", "✗{ ✗} ✗[ ✗] ✗^ ✗&"),
    ("a # b\nc", "a ⏎0 c"), ("a -- b", "a"), ("a--b", "a"), ("-- a\n  b", "⏎2 b"),
    ("a - -b", "a ‹-› ‹-› b"),
    ("a\n\tb", "a ⏎1 b"), ("a\r\nb\rc", "a ⏎0 b ⏎0 c"), ("a \\\nb", "a ↩ ⏎0 b"), ("a \\", "a ↩"),
    ("a \\ \nb", "a ↩ ⏎0 b"), ("a \\ b", "a ✗\\ b"), ("😀", "✗😀"), ("a\u{0}b", "a ✗\u{0} b"),
  ]

  @Test("words", arguments: words) func readsWords(text: String, tokens: String) {
    #expect(self.tokens(text) == tokens)
  }

  @Test("numbers", arguments: numbers) func readsNumbers(text: String, tokens: String) {
    #expect(self.tokens(text) == tokens)
  }

  @Test("texts in quotes", arguments: texts) func readsTexts(text: String, tokens: String) {
    #expect(self.tokens(text) == tokens)
    #expect(Lexer.tokens(Source(name: "", text: text)).diagnostics.isEmpty)
  }

  @Test("signs, variables, comments, line ends", arguments: signs)
  func readsSigns(text: String, tokens: String) { #expect(self.tokens(text) == tokens) }

  static let faults: [(text: String, fault: String)] = [
    ("a ? b", "F0001 1:3 »?«"), ("\"abc", "F0002 1:1 »\"«"), ("x »abc", "F0002 1:3 »»«"),
    ("åäö ¤", "F0001 1:5 »¤«"), ("a\n  ?", "F0001 2:3 »?«"), (#""\q""#, #"F0003 1:2 »\q«"#),
    (#""\u{}""#, #"F0003 1:2 »\u«"#), (#""\u{D800}""#, #"F0003 1:2 »\u{D800}«"#),
    (#""\u{110000}""#, #"F0003 1:2 »\u{110000}«"#), (#""\u{1234567890}""#, #"F0003 1:2 »\u«"#),
    (#""\u{-1}""#, #"F0003 1:2 »\u«"#), ("\"a\\", "F0002 1:1 »\"«"),
  ]

  @Test("what cannot be read is told with its place", arguments: faults)
  func isTold(text: String, fault: String) {
    let source = Source(name: "", text: text)
    let found = Lexer.tokens(source).diagnostics.map { Conversation.text($0, source) }
    #expect(found == [fault])
  }

  @Test("every token stands where its span says, and the spans follow each other")
  func spans() {
    let text = "visa  id,\n  \"å ä\" från insatser där år>=2026 -- slut\nantal mål # x\n$x \\\n ?"
    let source = Source(name: "", text: text)
    var end = 0
    for token in Lexer.tokens(source).tokens {
      #expect(token.span.start >= end && token.span.end >= token.span.start)
      end = token.span.end
      switch token.kind {
      case .word, .number, .invalid: #expect(source.text(token.span) == token.text)
      case .text: #expect(source.text(token.span) == "\"\(token.text)\"")
      default: break
      }
    }
    #expect(end == source.bytes.count)
  }

  @Test("a word knows the keywords that it starts, with or without marks and case")
  func keywords() {
    func keywords(_ word: String) -> [Keyword] {
      Lexer.tokens(Source(name: "", text: word)).tokens[0].keywords
    }
    #expect(keywords("visa") == [.show] && keywords("SHOW") == [.show])
    #expect(keywords("där") == [.where] && keywords("dar") == [.where] && keywords("dår") == [])
    #expect(keywords("med") == [.with, .having] && keywords("börjar") == [.startsWith])
    #expect(keywords("\"visa\"") == [] && keywords("insatser") == [])
  }
}
