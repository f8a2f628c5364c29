import Model
import Query
import TestSupport
import Testing
import Text

@testable import Exchange

@Suite("The sentence")
struct AnswerSentenceTests {
  /// 92 measures: 14 ongoing, 1 paused, 77 planned; 21 in kompetens, 9 of them ongoing.
  static func many() throws -> TestStore {
    let measures = (1...92).map { k in
      let area = k <= 9 || k > 80 ? "kompetens" : "frånvaro"
      let status = k <= 14 ? "pågår" : k == 15 ? "pausad" : "planerad"
      let targets = k <= 2 ? #"["elever", "lärare"]"# : #"["elever"]"#
      let year = k <= 46 ? 2025 : 2026
      return #"""
        {"id": "I-\#(k)", "titel": "Insats \#(k)", "område": "\#(area)", "år": \#(year),
         "status": "\#(status)", "målgrupp": \#(targets)}
        """#
    }
    let occasions = [
      #"{"id": "a25", "typ": "april", "år": 2025, "per": "2025-04-30"}"#,
      #"{"id": "a26", "typ": "april", "år": 2026, "per": "2026-04-30"}"#,
    ]
    let reports = (1...3).flatMap { k in
      [
        #"{"id": "L-\#(k)a", "insats": "I-\#(k)", "tillfälle": "a25", "status": "planerad"}"#,
        #"{"id": "L-\#(k)b", "insats": "I-\#(k)", "tillfälle": "a26", "status": "pågår"}"#,
      ]
    }
    return try TestStore(sets: [
      ("områden", Small.areas), ("insatser", measures), ("tillfällen", occasions),
      ("lägen", reports),
      ("mål", [#"{"id": "M-1", "text": "Alla läser", "område": "frånvaro"}"#]),
    ])
  }

  static let records: [(question: String, swedish: String, english: String)] = [
    ("visa insatser", "92 insatser.", "92 measures."),
    ("visa insatser där status = pågår", "14 av 92 insatser, 15 %.", "14 of 92 measures, 15%."),
    ("visa I-1", "1 av 92 insatser, 1 %.", "1 of 92 measures, 1%."),
    ("visa insatser där år > 2000", "92 av 92 insatser, 100 %.", "92 of 92 measures, 100%."),
    ("visa insatser där status != pausad", "91 av 92 insatser, 99 %.", "91 of 92 measures, 99%."),
    (
      "visa insatser där status = pågår högst 5",
      "14 av 92 insatser, 15 %. Visar 5 av 14 insatser.",
      "14 of 92 measures, 15%. Showing 5 of 14 measures."
    ),
    (
      "visa insatser högst 0", "92 insatser. Visar 0 av 92 insatser.",
      "92 measures. Showing 0 of 92 measures."
    ),
    ("visa mål", "1 mål.", "1 objective."),
    ("visa mål där område = frånvaro", "1 av 1 mål, 100 %.", "1 of 1 objective, 100%."),
    ("visa områden", "2 områden.", "2 areas."), ("visa ärenden", "Inga ärenden.", "No cases."),
    ("visa insatser där år = 1900", "Inga insatser.", "No measures."),
  ]

  static let groups: [(question: String, swedish: String, english: String)] = [
    ("antal insatser", "92 insatser.", "92 measures."),
    ("antal insatser där år = 1900", "Inga insatser.", "No measures."),
    ("antal insatser per status", "92 insatser i 3 grupper.", "92 measures in 3 groups."),
    ("antal mål per område", "1 mål i 1 grupp.", "1 objective in 1 group."),
    (
      "antal insatser där område = kompetens per status",
      "21 av 92 insatser, 23 %, i 2 grupper.", "21 of 92 measures, 23%, in 2 groups."
    ),
    (
      "antal insatser per målgrupp",
      "92 insatser i 2 grupper. En post med flera värden räknas i flera grupper.",
      "92 measures in 2 groups. A record with several values is counted in several groups."
    ),
    (
      "antal insatser per status högst 2", "92 insatser. Visar 2 grupper.",
      "92 measures. Showing 2 groups."
    ),
    (
      "antal insatser per status med antal > 20", "92 insatser. Visar 1 grupp.",
      "92 measures. Showing 1 group."
    ),
    (
      "antal insatser per status med antal > 900",
      "92 insatser. Ingen grupp uppfyller villkoren.",
      "92 measures. No group fulfils the conditions."
    ),
  ]

  @Test("counts records and groups, in number and percent", arguments: records + groups)
  func counts(question: String, swedish: String, english: String) throws {
    let answer = try Self.many().answer(question)
    #expect(AnswerSentence(answer, .swedish).text == swedish + " Läget 2026-11-24.")
    #expect(AnswerSentence(answer, .english).text == english + " As of 2026-11-24.")
  }

  static let days: [(question: String, swedish: String, english: String)] = [
    (
      "ändringar sedan april 2025 till april 2026",
      "49 ändringar mellan 2025-04-30 och 2026-04-30.",
      "49 changes between 2025-04-30 and 2026-04-30."
    ),
    (
      "ändringar sedan april 2025 till april 2026 högst 5",
      "49 ändringar mellan 2025-04-30 och 2026-04-30. Visar 5 av 49 ändringar.",
      "49 changes between 2025-04-30 and 2026-04-30. Showing 5 of 49 changes."
    ),
    (
      #"ändringar sedan april 2025 till april 2026 där id = "I-1""#,
      "1 ändring mellan 2025-04-30 och 2026-04-30.",
      "1 change between 2025-04-30 and 2026-04-30."
    ),
    (
      "ändringar sedan 2026-11-01", "Inga ändringar mellan 2026-11-01 och 2026-11-24.",
      "No changes between 2026-11-01 and 2026-11-24."
    ),
    (
      "jämför april 2025 med april 2026 per status",
      "92 insatser 2026-04-30 mot 46 insatser 2025-04-30, 46 fler.",
      "92 measures on 2026-04-30 against 46 measures on 2025-04-30, 46 more."
    ),
    (
      "jämför april 2026 med april 2025",
      "46 insatser 2025-04-30 mot 92 insatser 2026-04-30, 46 färre.",
      "46 measures on 2025-04-30 against 92 measures on 2026-04-30, 46 fewer."
    ),
    (
      #"jämför april 2025 med april 2026 där id = "I-1""#,
      "1 insats 2026-04-30 mot 1 insats 2025-04-30, lika många.",
      "1 measure on 2026-04-30 against 1 measure on 2025-04-30, as many."
    ),
    (
      "jämför april 2025 med april 2026 där år = 2026",
      "46 insatser 2026-04-30 mot inga insatser 2025-04-30, 46 fler.",
      "46 measures on 2026-04-30 against no measures on 2025-04-30, 46 more."
    ),
    (
      "jämför april 2025 med april 2026 per målgrupp",
      "92 insatser 2026-04-30, jämfört med 2025-04-30. "
        + "En post med flera värden räknas i flera grupper.",
      "92 measures on 2026-04-30, compared with 2025-04-30. "
        + "A record with several values is counted in several groups."
    ),
  ]

  @Test("tells of two days", arguments: days)
  func twoDays(question: String, swedish: String, english: String) throws {
    let answer = try Self.many().answer(question)
    #expect(AnswerSentence(answer, .swedish).text == swedish)
    #expect(AnswerSentence(answer, .english).text == english)
  }

  @Test("never says 0 % of something, nor 100 % of less than all")
  func percent() throws {
    let measures = (1...300).map { k in
      #"{"id": "I-\#(k)", "titel": "I", "år": \#(k == 1 ? 2025 : 2026)}"#
    }
    let store = try TestStore(sets: [("insatser", measures)])
    func sentence(_ condition: String, _ language: Language) throws -> String {
      AnswerSentence(try store.answer("visa insatser där \(condition)"), language).text
    }
    #expect(try sentence("år = 2025", .swedish).hasPrefix("1 av 300 insatser, mindre än 1 %."))
    #expect(try sentence("år = 2025", .english).hasPrefix("1 of 300 measures, less than 1%."))
    #expect(try sentence("år = 2026", .swedish).hasPrefix("299 av 300 insatser, mer än 99 %."))
    #expect(try sentence("år = 2026", .english).hasPrefix("299 of 300 measures, more than 99%."))
  }

  @Test("says which condition emptied the answer, and what there is instead")
  func explanation() throws {
    let answer = try Self.many().answer("visa insatser där område = kompetens och status = pausad")
    #expect(
      AnswerSentence(answer, .swedish).explanation == [
        "92 insatser → 21 där område = kompetens → 0 där status = pausad",
        "Värden som finns där: planerad 12 · pågår 9",
      ]
    )
    let ids = try Self.many().answer(#"show measures where id ~ "I-9" and id = "I-1""#)
    #expect(
      AnswerSentence(ids, .english).explanation == [
        #"92 measures → 4 where id ~ "I-9" → 0 where id = I-1"#,
        "Values found there: I-9 1 · I-90 1 · I-91 1 · I-92 1",
      ]
    )
    let found = try Self.many().answer("visa insatser där område = kompetens")
    #expect(AnswerSentence(found, .swedish).explanation.isEmpty)
  }

  @Test("is of the moment that was asked about")
  func moment() throws {
    let answer = try Self.many().answer("visa mål läget vid april 2025")
    #expect(AnswerSentence(answer, .swedish).text == "1 mål. Läget 2025-04-30.")
  }

  @Test("every value with a colour is a value of the model")
  func colours() throws {
    let schema = try Self.many().workspace.snapshot.schema
    let names = schema.sets.flatMap(\.fields).flatMap { field -> [String] in
      guard case .enumeration(let enumeration) = field.type else { return [] }
      return enumeration.cases.map(\.english)
    }
    #expect(Set(Palette.colours.keys).isSubset(of: names))
  }
}
