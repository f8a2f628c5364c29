import Testing
import Text

@Suite struct StemmerTests {
  @Test(
    "the forms of a word share a stem, which is its beginning",
    arguments: [
      ("kamera", "kamer"), ("kamerorna", "kamer"), ("elevernas", "elev"), ("frånvaro", "frånvaro"),
      ("frånvaron", "frånvaro"), ("frånvarande", "frånvar"), ("skolan", "skol"),
      ("skolans", "skol"), ("innan", "innan"), ("någon", "någon"), ("a", "a"), ("", ""),
    ]
  )
  func stems(word: String, stem: String) {
    #expect(String(decoding: Stemmer().stem(Array(word.utf8)), as: UTF8.self) == stem)
  }

  @Test(
    "words are runs of letters, digits and marks",
    arguments: [
      ("Åk 7-9, »särskilt« stöd…", ["Åk", "7", "9", "särskilt", "stöd"]),
      ("I-2026-014 ×÷ 5%", ["I", "2026", "014", "5"]),
      ("x\u{301}y日本 שלום", ["x\u{301}y日本", "שלום"]),
      ("–", []), ("", []), ("a", ["a"]),
    ]
  )
  func words(text: String, words: [String]) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      #expect(WordReader(bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == words)
    }
  }

  @Test(
    "a scanned word may have lost its marks, or have é, 6 or 0 for them",
    arguments: [
      ("hög", "hég", true), ("hög", "h6g", true), ("hög", "H0G", true), ("hög", "hog", true),
      ("hög", "häg", false), ("hog", "hög", true), ("hog", "hég", true), ("hag", "hég", true),
      ("heg", "hég", true), ("hig", "hég", false), ("hög", "hö", false), ("hag", "h6g", false),
      ("frånvaro", "franvar6", true), ("frånvaro", "frånvåro", false),
    ]
  )
  func scanned(meant: String, written: String, isMatch: Bool) {
    let folding = Folding(needle: meant.utf8)
    let letters = Array(written.utf8).withUnsafeBufferPointer { ScannedSpelling.letters($0) }
    let sought = meant.unicodeScalars.map(\.value)
    #expect(ScannedSpelling.matches(sought, in: letters, from: 0, folding) == isMatch)
  }
}
