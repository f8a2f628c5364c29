import Query
import TestSupport
import Testing
import Text

@testable import Exchange

@Suite("Scalars")
struct ScalarsTests {
  /// All 1 112 064 scalars.
  static var all: some Sequence<Unicode.Scalar> {
    (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init)
  }

  @Test("none of the 1 112 064 comes through that could control a terminal")
  func visible() {
    var (count, batch, found): (Int, String, [String]) = (0, "", [])
    func look() {
      found += Forbidden.scalars(in: Visible.text(batch))
      batch.removeAll(keepingCapacity: true)
    }
    for scalar in Self.all {
      count += 1
      batch.unicodeScalars.append(scalar)
      if batch.utf8.count > 1 << 16 { look() }
    }
    look()
    #expect(count == 1_112_064)
    #expect(found.isEmpty)
  }

  @Test("none comes through a format for people", arguments: ["table", "list", "markdown"])
  func formats(name: String) throws {
    // Those without a meaning and the ideographs are many and treated alike; some of them will do.
    let chosen = Self.all.filter { scalar in
      switch scalar.properties.generalCategory {
      case .unassigned, .privateUse, .otherLetter: scalar.value.isMultiple(of: 64)
      default: true
      }
    }
    var texts = [""]
    for scalar in chosen {
      if texts[texts.count - 1].utf8.count > 1 << 12 { texts.append("") }
      texts[texts.count - 1].unicodeScalars.append(scalar)
    }
    let records = texts.enumerated().map { k, text in
      #"{"id": "I-\#(k)", "titel": \#(TestStore.quoted(text))}"#
    }
    let store = try TestStore(sets: [("insatser", records)])
    let format = try #require(OutputFormat.named(name))
    let answer = try store.answer("visa titel från insatser")
    let width = name == "list" ? 80 : nil
    #expect(answer.rows.count > 20)
    #expect(Forbidden.scalars(in: written(answer, format, width: width)).isEmpty)
  }

  @Test(
    "joiners and selectors stand inside an emoji and nowhere else",
    arguments: [
      ("👨‍👩‍👧", "👨‍👩‍👧"), ("❤️", "❤️"), ("👍🏽", "👍🏽"), ("🇸🇪", "🇸🇪"), ("a\u{200D}b", #"a\u{200D}b"#),
      ("1\u{200D}2", #"1\u{200D}2"#), ("❤\u{200D}", #"❤\u{200D}"#), ("\u{FE0F}", #"\u{FE0F}"#),
      ("©\u{200D}", #"©\u{200D}"#), ("#\u{FE0F}", ##"#\u{FE0F}"##),
    ]
  )
  func joiners(text: String, shown: String) {
    #expect(Visible.text(text) == shown)
  }
}
