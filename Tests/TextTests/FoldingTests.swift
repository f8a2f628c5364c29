import Chance
import Testing

@testable import Text

@Suite("Folding")
struct FoldingTests {
  func folded(_ text: String, _ folding: Folding) -> String {
    String(decoding: folding.fold(text), as: UTF8.self)
  }

  @Test(
    "case is disregarded, and marks too where that is asked for",
    arguments: [
      ("FRÅNVARO", "frånvaro", "franvaro"), ("Åäö ÉÈÊ", "åäö éèê", "aao eee"),
      ("Straße", "strasse", "strasse"),
      ("ÆØ", "æø", "æø"), ("Ÿ", "ÿ", "y"), ("ΩΣ", "ωσ", "ωσ"), ("ЖИ", "жи", "жи"),
      ("12 %", "12 %", "12 %"), ("", "", ""), ("日本", "日本", "日本"), ("Ñ ç ü", "ñ ç ü", "n c u"),
    ]
  )
  func tables(_ text: String, _ byCase: String, _ byMarks: String) {
    #expect(folded(text, .byCase) == byCase)
    #expect(folded(text, .byCaseAndMarks) == byMarks)
  }

  @Test("a needle without marks finds letters with them, and one with marks just those")
  func smart() {
    func finds(_ needle: String, _ text: String) -> Bool {
      let needle = Needle(needle)
      return needle.bytes.withUnsafeBufferPointer { bytes in
        needle.folding.fold(text).withUnsafeBufferPointer { Needle.find(bytes, in: $0) }
      }
    }
    for (needle, text, wanted) in [
      ("franvaro", "Hög FRÅNVARO", true), ("frånvaro", "franvaro", false),
      ("FRÅN", "frånvaro", true), ("oster", "Östlyckeskolan", false),
      ("ost", "Östlyckeskolan", true),
      ("öst", "Ostlyckeskolan", false), ("cafe", "Café", true), ("café", "CAFE", false),
      ("a\u{30A}r", "År", true), ("", "vad som helst", true), ("lång", "lå", false),
    ] { #expect(finds(needle, text) == wanted, "\(needle) in \(text)") }
    #expect(
      Needle("Mål").equals("MÅL") && !Needle("mål").equals("mal") && Needle("mal").equals("mål")
    )
  }

  @Test("a glob matches what a plain search through all ways says")
  func globs() {
    var random = Dice(seed: 7)
    func matches(_ glob: [Character], _ text: [Character]) -> Bool {
      guard let first = glob.first else { return text.isEmpty }
      if first == "*" {
        return (0...text.count).contains {
          matches(Array(glob.dropFirst()), Array(text.dropFirst($0)))
        }
      }
      guard let head = text.first, first == "?" || first == head else { return false }
      return matches(Array(glob.dropFirst()), Array(text.dropFirst()))
    }
    for _ in 0..<3000 {
      let glob = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        ["a", "å", "*", "?", "b"].randomElement(using: &random) ?? "a"
      }
      let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        ["a", "å", "b"].randomElement(using: &random) ?? "a"
      }
      let found = Needle.matchesGlob(Array(glob.joined().utf8), Array(text.joined().utf8))
      #expect(
        found == matches(glob.map { Character($0) }, text.map { Character($0) }),
        "\(glob) \(text)"
      )
    }
  }

  @Test("a glob of many stars takes no long time")
  func hostileGlob() {
    let glob = Array(String(repeating: "a*", count: 200).utf8) + Array("b".utf8)
    let start = ContinuousClock.now
    #expect(!Needle.matchesGlob(glob, [UInt8](repeating: 0x61, count: 2000)))
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}

@Suite("Names that are near")
struct NearestTests {
  let names = ["status", "slut", "start", "område", "ansvarig", "mål", "målgrupp", "år"]

  @Test(
    "a misspelt word has the names within a third of its length",
    arguments: [
      ("statsu", ["status"]), ("satus", ["status"]), ("omrade", ["område"]), ("OMRÅDE", ["område"]),
      ("ansvarg", ["ansvarig"]), ("malgrupp", ["målgrupp"]), ("mål", ["mål"]), ("x", []),
      ("helt annat", []), ("", []), ("a", ["år"]), ("strt", ["start"]),
    ]
  )
  func near(_ word: String, _ wanted: [String]) {
    #expect(Nearest.names(to: word, among: names) == wanted)
  }

  @Test("at most three are given, each once, and long words none")
  func limits() {
    let many = (0..<9).map { "namn\($0)" } + ["namn0"]
    #expect(Nearest.names(to: "namn", among: many) == ["namn0", "namn1", "namn2"])
    #expect(Nearest.names(to: "namn", among: many, limit: 1) == ["namn0"])
    let long = String(repeating: "x", count: 100_000)
    #expect(Nearest.names(to: long, among: [long]) == [])
    #expect(Nearest.names(to: "x", among: [long]) == [])
  }
}
