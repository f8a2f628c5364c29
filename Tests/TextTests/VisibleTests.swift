import Chance
import Testing

@testable import Text

@Suite("What is shown to a person")
struct VisibleTests {
  @Test(
    "nothing in a text can control the terminal",
    arguments: [
      ("\u{1B}[31m", "␛[31m"), ("\u{0}\u{7}\u{8}\u{9}\n\r", "␀␇␈␉␊␍"), ("\u{7F}", "␡"),
      ("\u{85}\u{9B}", "\\u{85}\\u{9B}"), ("a\u{202E}b", "a\\u{202E}b"), ("\u{200B}", "\\u{200B}"),
      ("\u{FEFF}", "\\u{FEFF}"), ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"), ("\u{AD}", "\\u{AD}"),
      ("\u{E000}", "\\u{E000}"), ("\u{378}", "\\u{378}"), ("\u{3164}", "\\u{3164}"),
      ("a\u{200D}b", "a\\u{200D}b"), ("a\u{FE0F}", "a\\u{FE0F}"), ("\r\n", "␍␊"),
      ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\u{E0041}", "\\u{E0041}"),
    ]
  )
  func controls(_ text: String, _ wanted: String) { #expect(Visible.text(text) == wanted) }

  @Test(
    "what can be read stands as it is",
    arguments: [
      "", "Åtgärd för frånvaro", "»text« – …", "e\u{301}", "日本語", "😀", "👩‍👩‍👧", "❤️", "🇸🇪", "👍🏽", "Ж", "½",
    ]
  )
  func readable(_ text: String) { #expect(Visible.text(text) == text) }

  @Test(
    "a text takes as many cells as a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("åäö", 3), ("e\u{301}", 1), ("日本", 4), ("😀", 2), ("👩‍👩‍👧", 2), ("🇸🇪", 2),
      ("❤️", 2), ("–…»«", 4), ("␛", 1), ("ｗ", 2), ("한", 2),
    ]
  )
  func widths(_ text: String, _ cells: Int) { #expect(Visible.width(text) == cells) }

  @Test("a text of several lines keeps its line feeds and no other control")
  func lines() { #expect(Visible.lines("a\tb\n\u{1B}c\n") == "a␉b\n␛c\n") }

  @Test("whatever the bytes, no control and no direction mark comes through")
  func random() {
    var random = Dice(seed: 11)
    for _ in 0..<500 {
      let text = String(
        String.UnicodeScalarView(
          (0..<20).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
          }
        )
      )
      let shown = Visible.text(text + "\u{1B}\u{202D}\u{9B}")
      for scalar in shown.unicodeScalars {
        let isBad = [
          .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator,
        ]
        .contains(scalar.properties.generalCategory)
        #expect(!isBad, "\(scalar.value)")
      }
    }
  }
}
