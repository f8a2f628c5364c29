import TestSupport
import Testing
import Text

@testable import Query

@Suite("Explanations and plans")
struct ExplanationTests {
  static let explanations: [(question: String, lines: String)] = [
    (
      "visa insatser",
      """
      svaret: en rad för varje post
      källa: insatser, 5 poster
      kolumner: id, titel, område, status, ansvarig, slut
      ordning: butikens
      läget: nu, 2026-09-15
      """
    ),
    (
      """
      antal insatser där status = pågår och (år = 2026 eller område = kompetens) per område \
      mot status med antal > 0 sortera på antal fallande högst 3 läget april 2026
      """,
      """
      svaret: en rad för varje grupp
      källa: insatser, 3 poster
      villkor 1: status = pågår   [3 → 1]
      villkor 2: år = 2026 eller område = kompetens   [1 → 1]
      grupper: område
      mot: status
      med: antal > 0
      kolumner: område, antal
      ordning: antal fallande
      högst: 3 rader
      läget: april 2026 (2026-04-30)
      """
    ),
    (
      """
      visa titel som "T", slut - 3 dagar från insatser där inte finns(lägen där status = klar) \
      och slut < idag sortera på slut högst 2 per område
      """,
      """
      svaret: en rad för varje post
      källa: insatser, 5 poster
      villkor 1: slut < idag   [5 → 3]
      villkor 2: inte (finns(lägen där status = genomförd))   [3 → 2]
      kolumner: titel (»T«), slut - 3 dagar
      ordning: slut stigande
      högst: 2 rader för varje område
      läget: nu, 2026-09-15
      """
    ),
    (
      "antal insatser",
      """
      svaret: en rad för alla poster
      källa: insatser, 5 poster
      kolumner: antal
      ordning: butikens
      läget: nu, 2026-09-15
      """
    ),
    (
      "ändringar sedan april 2026",
      """
      svaret: en rad för varje ändring mellan 2026-04-30 och 2026-09-15
      källa: insatser, 5 poster
      ordning: butikens
      läget: nu, 2026-09-15
      """
    ),
    (
      "jämför april 2026 med senaste per område",
      """
      svaret: grupperna 2026-04-30 och 2026-08-31, sida vid sida
      källa: insatser, 5 poster
      grupper: område
      kolumner: antal
      ordning: gruppernas
      läget: nu, 2026-09-15
      """
    ),
  ]

  @Test("say how a question is read and run", arguments: explanations)
  func explains(question: String, lines: String) throws {
    #expect(try Conversation().say("förklara " + question) == lines)
  }

  @Test("cheap conditions run first, and equally cheap ones in the order of the question")
  func plans() throws {
    let text = """
      antal insatser där finns(lägen där titel ~ x) och titel ~ x och status = pågår \
      och belopp / 2 > 1 och år = 2026
      """.replacing("lägen där titel", with: "lägen där kommentar")
    let store = try SmallStore.make()
    var definitions = Definitions()
    let source = Source(name: "", text: text)
    let action = Script(source).parts.first?.action(in: store.workspace, source, &definitions)
    guard case .success(.answer(let plan))? = action else {
      Issue.record("no plan")
      return
    }
    #expect(plan.conditions.map(\.conjunct) == [2, 4, 3, 1, 0])
  }
}
