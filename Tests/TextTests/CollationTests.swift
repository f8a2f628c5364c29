import Chance
import Testing

@testable import Text

@Suite("Swedish order")
struct CollationTests {
  func precedes(_ a: String, _ b: String) -> Bool {
    Collation.precedes(Collation.key(a), Collation.key(b))
  }

  static let orders: [[String]] = [
    ["", "!", "-", "1", "2", "10", "a", "b", "z", "å", "ä", "ö"],
    ["steg 2", "steg 10", "steg 100", "steg a"],
    ["e", "é", "ea", "éb", "f"],
    ["resume", "resumé", "résumé", "resumer"],
    ["Adam", "Bertil", "Zeke", "Åke", "Ärlig", "Östen"],
    ["v", "va", "w", "wa", "x"],
    ["vad", "vida", "wad"],
    ["y", "ü", "z"],
    ["ä", "æ", "äb", "ö", "ø", "öb"],
    ["d", "ð", "e"],
    ["a", "a b", "a-b", "ab"],
    ["1 a", "1a"],
    ["z", "å", "α", "ж", "日"],
    ["2026-04", "2026-05", "2026-10"],
    ["9", "10", "99999999999999999999"],
    ["område 2", "Område 2 b", "område 10"],
  ]

  @Test("texts stand in order", arguments: orders)
  func inOrder(_ texts: [String]) {
    for a in texts.indices {
      for b in texts.indices {
        #expect(precedes(texts[a], texts[b]) == (a < b), "\(texts[a]) \(texts[b])")
      }
    }
  }

  @Test(
    "case and zeros before a number make no difference",
    arguments: [
      ("abc", "ABC"), ("åäö", "ÅÄÖ"), ("é", "É"), ("007", "7"), ("a0b", "a00b"), ("", ""),
      ("å", "a\u{30A}"),
    ]
  )
  func same(_ a: String, _ b: String) {
    #expect(Collation.key(UnicodeData.nfc(a)) == Collation.key(UnicodeData.nfc(b)))
  }

  /// The order as the contract words it, element by element.
  private struct Plain: Comparable {
    var elements: [(rank: Int, number: [Int])] = []
    var marks: [Int] = []

    init(_ text: String) {
      let letters = Array("abcdefghijklmnopqrstuvwxyzåäö")
      var rest = Array(text.lowercased())
      while let first = rest.first {
        if first.isNumber {
          let digits = rest.prefix(while: \.isNumber)
          let value = digits.drop { $0 == "0" }.compactMap(\.wholeNumberValue)
          elements.append((1_000_000, [value.count] + value))
          rest.removeFirst(digits.count)
          continue
        }
        rest.removeFirst()
        let isMarked = first == "é" || first == "è"
        if let place = letters.firstIndex(of: isMarked ? "e" : first) {
          elements.append((2_000_000 + place, []))
          marks.append(isMarked ? Int(first.unicodeScalars.first?.value ?? 0) : 0)
        } else {
          elements.append((Int(first.unicodeScalars.first?.value ?? 0), []))
        }
      }
    }

    static func order(_ a: Plain, _ b: Plain) -> Int {
      for (x, y) in zip(a.elements, b.elements) {
        if x.rank != y.rank { return x.rank < y.rank ? -1 : 1 }
        if x.number != y.number { return x.number.lexicographicallyPrecedes(y.number) ? -1 : 1 }
      }
      if a.elements.count != b.elements.count {
        return a.elements.count < b.elements.count ? -1 : 1
      }
      if a.marks == b.marks { return 0 }
      return a.marks.lexicographicallyPrecedes(b.marks) ? -1 : 1
    }

    static func < (a: Plain, b: Plain) -> Bool { order(a, b) < 0 }
    static func == (a: Plain, b: Plain) -> Bool { order(a, b) == 0 }
  }

  @Test("random texts stand as the contract's words say, and one order holds for all")
  func random() {
    var random = Dice(seed: 99)
    let signs = Array("aAbvwzåÅäöÖeéÉè0129 -_/").map(String.init)
    let texts = (0..<400).map { _ in
      (0..<Int.random(in: 0...5, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? ""
      }.joined()
    }
    let keys = texts.map { Collation.key($0) }
    let plain = texts.map { Plain($0) }
    for a in texts.indices {
      for b in texts.indices {
        let isBefore = Collation.precedes(keys[a], keys[b])
        if isBefore != (plain[a] < plain[b]) { Issue.record("»\(texts[a])« »\(texts[b])«") }
        if (keys[a] == keys[b]) != (plain[a] == plain[b]) {
          Issue.record("»\(texts[a])« »\(texts[b])«")
        }
      }
    }
  }
}
