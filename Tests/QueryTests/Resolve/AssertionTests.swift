import Testing

@Suite("Assertions")
struct AssertionTests {
  static let assertions: [(text: String, answer: String)] = [
    ("kräv antal(insatser) = 5", "holds [5] –"),
    ("assert count(measures) = 5", "holds [5] –"),
    ("kräv antal(insatser) = 4", "fails [5] –"),
    ("kräv antal(insatser där år = 2026) = 2 annars \"hej\"", "holds [2] hej"),
    ("kräv antal(insatser där år = 2026) > 2 annars \"hej\"", "fails [2] hej"),
    ("kräv antal(insatser) = antal(lägen) - 1", "holds [5, 6] –"),
    ("kräv antal(insatser) i (5, 6)", "holds [5] –"),
    ("kräv -antal(insatser) = -5", "holds [5] –"),
    ("kräv antal(insatser) mellan 1 och 5 och antal(lägen) > 2", "holds [5, 6] –"),
    ("kräv antal(lägen där status = pågår) = 2", "holds [2] –"),
    ("kräv antal(insatser) = 1 eller antal(lägen) = 6", "holds [5, 6] –"),
    ("kräv inte (antal(insatser) = 5)", "fails [5] –"),
    ("kräv antal(insatser) * 2 / 5 = 2", "holds [5] –"),
    ("låt x = insatser där år = 2026; kräv antal(x) = 2", "ok; holds [2] –"),
    ("låt x = insatser; kräv antal(x där år = 2026) = 2", "ok; holds [2] –"),
    ("låt n = 5; kräv antal(insatser) = $n", "ok; holds [5] –"),
  ]

  @Test("hold or not, with their counts", arguments: assertions)
  func holds(text: String, answer: String) throws {
    #expect(try Conversation().say(text) == answer)
  }

  static let faults: [(text: String, fault: String)] = [
    ("kräv", "F0004 1:5 »«"), ("kräv antal = 0", "F0304 1:6 »antal«"),
    ("kräv antal(insatser)", "F0217 1:6 »antal(insatser)«"),
    ("kräv antal(nonsens) = 1", "F0101 1:12 »nonsens«"),
    ("kräv antal(insatser där nonsens = 1) = 1", "F0102 1:25 »nonsens«"),
    ("kräv summa(belopp) = 1", "F0304 1:6 »summa«"), ("kräv år = 1", "F0305 1:6 »år«"),
    ("kräv finns(lägen)", "F0305 1:12 »lägen«"),
    ("kräv status var pågår", "F0305 1:6 »status«"),
    ("kräv antal(insatser) = 5 annars", "F0004 1:32 »«"),
    ("kräv antal(insatser = 5", "F0006 1:11 »(«"),
  ]

  @Test("ask about counts alone", arguments: faults)
  func isWrong(text: String, fault: String) throws {
    #expect(try Conversation().say(text) == fault)
  }
}
