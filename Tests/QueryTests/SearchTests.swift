import Exchange
import Model
import Query
import TestSupport
import Testing
import Text

/// What `sök` finds, how it is ordered and how it is shown.
@Suite struct SearchTests {
  /// A store of needs with these texts, which are B1, B2 and so on.
  private func store(_ texts: String...) throws -> TestStore {
    let records = texts.enumerated().map { number, text in
      "{\"id\": \"B\(number + 1)\", \"text\": \(TestStore.quoted(text))}"
    }
    return try TestStore(sets: [(name: "behov", records: records)])
  }

  private func hits(_ store: TestStore, _ question: String, _ column: Int = 3) throws -> [String] {
    let answer = try store.answer(question)
    let texts = ValueText(answer.snapshot)
    return answer.rows.map { texts.key($0[column], answer.columns[column].kind) }
  }

  private func codes(_ store: TestStore, _ question: String) -> [String] {
    do {
      _ = try store.answer(question)
      return []
    } catch TestStore.Fault.question(_, let codes) {
      return codes
    } catch {
      return ["\(error)"]
    }
  }

  private func sentence(_ store: TestStore, _ question: String) throws -> [String] {
    let sentence = AnswerSentence(try store.answer(question), .swedish)
    return [sentence.text] + sentence.explanation
  }

  // MARK: Words

  @Test(
    "a word is found in its other forms",
    arguments: [
      ("kamera", "kamerorna"), ("kameror", "kamera"), ("frånvaro", "frånvaron"),
      ("frånvaron", "frånvaro"), ("frånvarande", "frånvaro"), ("skolan", "skolor"),
      ("skola", "skolans"), ("veckor", "veckan"), ("insatser", "insats"), ("insats", "insatserna"),
      ("rektorerna", "rektor"), ("trygghet", "tryggt"),
    ]
  )
  func forms(sought: String, written: String) throws {
    #expect(try hits(store("det \(written)"), "sök \(sought)") == ["det »\(written)«"])
  }

  @Test(
    "a word is found inside a compound, where it can be told apart",
    arguments: [
      ("frånvaro", "skolfrånvaro", true), ("frånvaro", "skolfrånvarons", true),
      ("skola", "grundskolorna", true), ("bevakning", "kamerabevakning", true),
      ("kamera", "kameraövervakning", true), ("skola", "skolsocialt", true),
      // Fewer than three letters before it, or a stem of fewer than four, is chance.
      ("tekt", "arkitekt", true), ("rkitekt", "arkitekt", false), ("mål", "delmål", false),
      ("åk", "åker", false), ("år", "våren", false), ("36", "362", false), ("7a", "7ab", false),
    ]
  )
  func compounds(sought: String, written: String, isFound: Bool) throws {
    #expect(try hits(store(written), "sök \"\(sought)\"") == (isFound ? ["»\(written)«"] : []))
  }

  @Test("a needle without marks finds letters with them; with marks, only those")
  func marks() throws {
    let store = try store("FRÅNVARO", "franvaro", "idé", "ide")
    #expect(try hits(store, "sök franvaro", 1) == ["B1", "B2"])
    #expect(try hits(store, "sök frånvaro", 1) == ["B1"])
    #expect(try hits(store, "SÖK \"Fra\u{30A}nvaro\"", 1) == ["B1"])
    #expect(try hits(store, "find idé", 1) == ["B3"])
    #expect(try hits(store, "find ide", 1) == ["B3", "B4"])
  }

  @Test("all words must stand in one text, in any order; signs between them say nothing")
  func several() throws {
    let store = try store("Rektorn har en plan.", "Planen finns.", "En plan. Två. Rektorns!")
    #expect(try hits(store, "sök \"plan, (rektor)\"", 1) == ["B1", "B3"])
    #expect(
      try hits(store, "sök \"rektor plan\"") == ["»Rektorn« har en »plan«.", "En »plan«."]
    )
    #expect(codes(store, "sök hög plan") == ["F0005"])
  }

  // MARK: Order and what is shown

  @Test("the word itself comes first, then its forms, longer words and compounds")
  func order() throws {
    let store = try store("grundskolan", "skolfrånvaro", "skolorna", "skola")
    #expect(try hits(store, "sök skola", 1) == ["B4", "B3", "B2", "B1"])
  }

  @Test("names come before other texts, and citations last")
  func fields() throws {
    let store = try TestStore(sets: [
      (
        name: "insatser",
        records: [
          """
          {"id": "I1", "titel": "A", "beskrivning": "en plan", "källa": "Plan",
            "enhet": ["x", "plan"]}
          """, "{\"id\": \"I2\", \"titel\": \"planer\"}", "{\"id\": \"I3\", \"titel\": \"Plan\"}",
        ]
      ), (name: "begrepp", records: ["{\"id\": \"PLAN\", \"utläst\": \"översikt\"}"]),
    ])
    let answer = try store.answer("sök plan")
    let texts = ValueText(answer.snapshot)
    let rows = answer.rows.map { row in row.map { texts.key($0, .text) }.joined(separator: "|") }
    #expect(
      rows == [
        "insatser|I3|titel|»Plan«", "begrepp|PLAN|id|»PLAN«", "insatser|I1|beskrivning|en »plan«",
        "insatser|I1|enhet|»plan«", "insatser|I2|titel|»planer«", "insatser|I1|källa|»Plan«",
      ]
    )
    #expect(try sentence(store, "sök plan") == ["6 träffar i 2 mängder."])
    #expect(try hits(store, "sök I3").isEmpty)
  }

  @Test(
    "the sentence of the hit is shown, with what looks like a mark made plain",
    arguments: [
      ("En. Två plan! Tre?", "Två »plan«!"), ("Ett; plan; tre", "»plan«"),
      ("Se t.ex. vår plan nu. Slut", "Se t.ex. vår »plan« nu."), ("rad\nplan\r\nrad", "»plan«"),
      ("»Plan« sägs", "”»Plan«” sägs"), ("plan\tplan", "»plan« »plan«"),
      ("\u{1B}[31mplan\u{7}", "\u{1B}[31mplan\u{7}"), ("nr 2025.129 plan", "nr 2025.129 »plan«"),
    ]
  )
  func sentences(text: String, shown: String) throws {
    let sought = text.contains("31m") ? "31mplan" : "plan"
    let expected = shown.replacing("31mplan", with: "»31mplan«")
    #expect(try hits(store(text), "sök \(sought)") == [expected])
  }

  @Test("no byte of the data reaches the terminal as a control")
  func controls() throws {
    let answer = try store("\u{1B}]0;x\u{7} plan \u{202E}").answer("sök plan")
    for format in OutputFormat.all where format.isForPeople {
      let bytes = format.write(answer, .init(language: .swedish, width: 80))
      #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A })
      #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test("a long sentence is cut between words around the hit")
  func longSentence() throws {
    let filler = String(repeating: "ord ", count: 500)
    let shown = try hits(store(filler + "plan " + filler), "sök plan")[0]
    #expect(shown.hasPrefix("…ord ord") && shown.hasSuffix("ord ord…"))
    #expect(shown.contains(" »plan« ") && (100...124).contains(shown.count))
    #expect(try hits(store("plan " + filler), "sök plan")[0].hasPrefix("»plan« ord"))
    let end = try hits(store(filler + "plan"), "sök plan")[0]
    #expect(end.hasSuffix("ord »plan«") && end.count > 100)
    let word = try hits(store("plan" + String(repeating: "å", count: 10_000)), "sök plan")[0]
    #expect(word.hasPrefix("»planå") && word.hasSuffix("å«…") && word.count == 123)
    let far = try hits(store("plan " + filler + "mål"), "sök \"mål plan\"")[0]
    #expect(far.contains("»mål«") || far.contains("»plan«"))
  }

  // MARK: Scanned texts

  private static let scanned: [(name: String, records: [String])] = [
    (
      name: "insatser",
      records: [
        "{\"id\": \"I1\", \"titel\": \"h6g skolfrénvaro\", \"handlingar\": [\"H2\", \"H1\"]}",
        "{\"id\": \"I2\", \"titel\": \"h6g franvaro\", \"handlingar\": [\"H2\"]}",
      ]
    ),
    (
      name: "handlingar",
      records: [
        "{\"id\": \"H1\", \"titel\": \"6kad franvaro 2006\", \"textkvalitet\": \"ocr\"}",
        "{\"id\": \"H2\", \"titel\": \"hog franvaro\", \"textkvalitet\": \"ren\"}",
        "{\"id\": \"H3\", \"titel\": \"hég frånvaro\", \"textkvalitet\": \"ocr\"}",
      ]
    ),
  ]

  @Test(
    "the spellings of a scanned text are found, after all others, and only there",
    arguments: [
      ("frånvaro", ["H3", "I1", "H1"]), ("franvaro", ["I2", "H1", "H2", "H3", "I1"]),
      ("hög", ["I1", "H3"]), ("hog", ["H2", "I1", "H3"]), ("ökad", ["H1"]), ("okad", ["H1"]),
      ("hag", ["H3"]), ("fränvaro", ["I1", "H1"]), ("2oo6", []), ("ööö", []),
    ]
  )
  func ocr(sought: String, ids: [String]) throws {
    #expect(try hits(TestStore(sets: Self.scanned), "sök \(sought)", 1) == ids)
  }

  @Test("a word of a scanned text is marked as it is spelt")
  func ocrMarks() throws {
    let store = try TestStore(sets: Self.scanned)
    #expect(
      try hits(store, "sök \"hög frånvaro\"") == ["»h6g« »skolfrénvaro«", "»hég« »frånvaro«"]
    )
  }

  // MARK: Clauses

  private static let dated: [(name: String, records: [String])] = [
    (
      name: "insatser",
      records: [
        "{\"id\": \"I1\", \"titel\": \"plan\", \"år\": 2025}",
        "{\"id\": \"I2\", \"titel\": \"plan\", \"år\": 2026}",
      ]
    ), (name: "behov", records: ["{\"id\": \"B1\", \"text\": \"planer\"}"]),
  ]

  @Test("a source, its conditions, the state and the limit choose where to look")
  func clauses() throws {
    let store = try TestStore(sets: Self.dated)
    #expect(try hits(store, "sök plan i insatser där år = 2026", 1) == ["I2"])
    #expect(try hits(store, "find plan in measures where år = 2025", 1) == ["I1"])
    #expect(try hits(store, "sök plan läget 2025-06-01", 1) == ["I1"])
    #expect(try hits(store, "sök plan i I2", 1) == ["I2"])
    #expect(try hits(store, "sök plan högst 2", 1) == ["I1", "I2"])
    #expect(
      try sentence(store, "sök plan högst 1") == ["3 träffar i 2 mängder. Visar 1 av 3 träffar."]
    )
    #expect(try sentence(store, "sök planer i behov") == ["1 träff i behov."])
    #expect(
      try sentence(store, "sök plan läget 2025-06-01")
        == ["1 träff i 1 mängd. Läget 2025-06-01."]
    )
  }

  @Test(
    "a clause that cannot stand is told at its place",
    arguments: [
      ("sök plan där år = 2026", ["F0316"]), ("sök plan per år", ["F0314"]),
      ("sök plan i insatser mot år sortera på id", ["F0314", "F0314"]),
      ("sök plan i insatser högst 2 per år", ["F0314"]), ("sök plan med antal > 1", ["F0314"]),
      ("sök", ["F0004"]), ("sök i insatser", ["F0005"]), ("sök plan i", ["F0004"]),
      ("sök plan i insatsr", ["F0101"]), ("sök $okänd", ["F0105"]), ("sök \"\"", ["F0317"]),
      ("sök \"§ – !\"", ["F0317"]), ("sök plan i insatser där x = 1", ["F0102"]),
    ]
  )
  func faults(question: String, expected: [String]) throws {
    #expect(codes(try TestStore(sets: Self.dated), question) == expected)
  }

  @Test(
    "completion proposes what can stand, and no text to look for",
    arguments: [
      ("sök ", []), ("sök plan ", ["i", "högst", "läget", "som", "till"]),
      ("sök plan i insatser ", ["där", "högst", "läget", "som", "till"]),
      ("sök plan i insatser där id", ["id"]),
    ]
  )
  func proposals(text: String, expected: [String]) throws {
    let proposals = Proposals(try TestStore(sets: Self.dated).workspace, Definitions(), .swedish)
    #expect(proposals.at(text.utf8.count, in: text).words.map(\.text) == expected)
  }

  @Test("after i come the sets")
  func proposedSets() throws {
    let proposals = Proposals(try TestStore(sets: Self.dated).workspace, Definitions(), .swedish)
    let words = proposals.at("sök plan i ".utf8.count, in: "sök plan i ").words.map(\.text)
    #expect(words == Schema.followUp.sets.map(\.name))
  }

  @Test("json has the same keys, csv the same columns, and ids each record once")
  func formats() throws {
    let store = try TestStore(sets: [
      (
        name: "mål",
        records: ["{\"id\": \"M1\", \"text\": \"\\\"plan\\\"\", \"målgrupp\": [\"plan\"]}"]
      )
    ])
    var answer = try store.answer("sök plan")
    func written(_ name: String) -> String {
      let format = OutputFormat.named(name)
      return String(decoding: format?.write(answer, .init(language: .english)) ?? [], as: UTF8.self)
    }
    let key = "{\"mängd\": \"mål\", \"id\": \"M1\", \"fält\": "
    #expect(
      written("json") == """
        [
        \(key)"text", "träff": "\\"»plan«\\""},
        \(key)"målgrupp", "träff": "»plan«"}
        ]

        """
    )
    #expect(written("csv").hasPrefix("mängd,id,fält,träff\r\n"))
    #expect(written("table").contains("2 hits in 1 set."))
    answer = try store.answer("sök inget")
    #expect(written("json") == "[]\n" || written("json") == "[\n]\n")
  }

  // MARK: Nothing found

  @Test("an empty answer names the words that are near, or says that they stand apart")
  func nothing() throws {
    let store = try store("Hög frånvaro.", "Plan", "ett års närvaro")
    #expect(
      try sentence(store, "sök frånvraro")
        == ["Inga träffar på »frånvraro«.", "Ord som liknar: frånvaro"]
    )
    #expect(
      try sentence(store, "sök \"plan frånvaro\"")
        == ["Inga träffar på »plan frånvaro«.", "Orden finns, men inte i samma text."]
    )
    #expect(try sentence(store, "sök xyz") == ["Inga träffar på »xyz«."])
    #expect(try sentence(store, "sök 47") == ["Inga träffar på »47«."])
    let dated = try TestStore(sets: Self.dated)
    #expect(
      try sentence(dated, "sök plan i insatser där år = 1999").dropFirst().first
        == "2 insatser → 0 där år = 1999"
    )
  }

  @Test(
    "odd input is answered",
    arguments: [
      String(repeating: "a", count: 10_000), String(repeating: "ord å ", count: 2_000),
      "\u{301}", "👩‍👩‍👧", "ß", "ﬁ", "İ", "%", "a\\u{0}b", "שלום", "日本",
    ]
  )
  func odd(text: String) throws {
    let store = try store("plan", "\u{301}\u{301}", "İstanbul ß ﬁn", "日本", "", "–;.!?;\n\n.")
    let found = codes(store, "sök \"\(text)\"")
    #expect(found.isEmpty || found == ["F0317"])
  }
}
