import Chance
import Foundation
import Oracle
import Store
import TestSupport
import Testing
import Text

@testable import Query

/// A short run of what `scripts/fuzz` does for longer, the same every time.
@Suite("Random texts do no harm")
struct FuzzTests {
  private static let textsOfAPart = 1_000

  @Test("noise, word soup and broken questions", arguments: Campaign.parts)
  func random(part: Int) throws {
    var chance = Dice(seed: Campaign.seed(part, 4))
    var generator = OracleGenerator(seed: Campaign.seed(part, 4))
    let store = generator.nextStore()
    let questions = (0..<20).map { _ in generator.nextCase(store).question }
    let reading = Reading(try TestStore(store))
    for number in 0..<FuzzTests.textsOfAPart {
      let text =
        switch number % 4 {
        case 0: FuzzTests.noise(&chance)
        case 1: FuzzTests.soup(&chance)
        default: FuzzTests.broken(chance.any(of: questions), &chance)
        }
      let cursor = chance.below(text.utf8.count + 1)
      reading.read(text, completingAt: number.isMultiple(of: 20) ? [cursor] : [])
    }
  }

  @Test("completion at every place of some texts")
  func completion() throws {
    let proposals = Proposals(try SmallStore.make().workspace, Definitions(), .swedish)
    let texts = [
      "visa titel, område.namn som \"X\" från insatser där (status = pågår eller slut < idag)",
      "antal lägen per insats.område mot status med antal > 1 sortera på antal fallande högst 3",
      "kräv antal(insatser där finns(lägen där status var pågår)) = 0 annars \"å\"\n  ; hjälp",
      "låt x(o) = insatser där område = o; ändringar sedan april 2026 till senaste där $a. ~ \"",
    ]
    for text in texts {
      for cursor in 0...text.utf8.count { _ = proposals.at(cursor, in: text) }
    }
  }

  @Test("the corpus of scripts/fuzz")
  func corpus() throws {
    let reading = Reading(try SmallStore.make())
    let files = Corpus.files("query")
    #expect(!files.isEmpty)
    for bytes in files {
      let text = String(decoding: bytes, as: UTF8.self)
      reading.read(text, completingAt: [0, text.utf8.count / 2, text.utf8.count])
    }
  }

  @Test("the corpus of stores")
  func stores() throws {
    let files = Corpus.files("store")
    #expect(!files.isEmpty)
    let folder = TemporaryFolder()
    let path = folder.path + "/store.json"
    for bytes in files {
      try Data(bytes).write(to: URL(filePath: path))
      guard let snapshot = try? StoreFiles.read(path), let today = Day(SmallStore.today) else {
        continue
      }
      let reading = Reading(Workspace(snapshot, today: today))
      reading.read("antal insatser per område mot status; visa insatser läget 2026")
    }
  }

  /// Bytes of any kind, most of them signs that the language uses.
  private static func noise(_ chance: inout Dice) -> String {
    let signs = Array("(),;=<>!~+-*/%$\"'”»«#\\.:_ \n\taåé1290\u{301}–😀\u{0}".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<chance.below(40) {
      let any = Unicode.Scalar(UInt32(chance.below(0x11_0000)))
      text.append(chance.below(8) == 0 ? any ?? "?" : chance.any(of: signs))
    }
    return String(text)
  }

  private static let vocabulary: [String] =
    Keyword.allCases.flatMap(\.spellings)
    + Function.allCases.flatMap(\.names) + Aggregate.allCases.flatMap(\.names)
    + Symbol.allCases.map(\.rawValue) + ["(", "(", ")", ")", ",", "=", "."]
    + ["insatser", "lägen", "områden", "område.namn", "status", "slut", "målgrupp", "belopp"]
    + ["pågår", "kompetens", "idag", "april 2026", "2026-04-30", "2026", "12,5", "50%", "3 tkr"]
    + ["\"text\"", "\"", "$x", "$*", "i år", "Q2 2026", "30 dagar", "senaste", "x", "\n", ";"]

  /// Words of the language in no order.
  private static func soup(_ chance: inout Dice) -> String {
    let start = chance.any(of: ["visa ", "antal ", "visa insatser där ", "kräv ", "låt x = ", ""])
    return (0..<(1 + chance.below(14))).reduce(into: start) { text, _ in
      text += chance.any(of: vocabulary) + (chance.below(9) == 0 ? "" : " ")
    }
  }

  /// A question with some words changed, taken away or doubled.
  private static func broken(_ question: String, _ chance: inout Dice) -> String {
    let source = Source(name: "", text: question)
    var words = Lexer.tokens(source).tokens.dropLast().map { source.text($0.span) }
    for _ in 0..<(1 + chance.below(3)) where !words.isEmpty {
      let place = chance.below(words.count)
      switch chance.below(4) {
      case 0: words.remove(at: place)
      case 1: words[place] = chance.any(of: vocabulary)
      case 2: words.insert(chance.any(of: vocabulary), at: place)
      default: words.swapAt(place, chance.below(words.count))
      }
    }
    return words.joined(separator: " ")
  }
}

/// The inputs that fuzzing starts from, and those that once did harm.
enum Corpus {
  /// The bytes of every file of a target.
  static func files(_ target: String) -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fuzz/corpus/\(target)")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    return (files ?? []).sorted { $0.path < $1.path }
      .compactMap { try? Data(contentsOf: $0) }.map { Array($0) }
  }
}
