import Model
import Query
import TestSupport
import Testing
import Text

@testable import Exchange

/// A measure that has been reported twice, with all that can belong to one.
enum Reported {
  static func store() throws -> TestStore {
    try TestStore(
      sets: [
        ("organ", [#"{"id": "BUN", "namn": "Barn- och ungdomsnämnden", "typ": "nämnd"}"#]),
        ("områden", [#"{"id": "frånvaro", "namn": "Hög frånvaro", "år": [2025, 2026]}"#]),
        ("mål", [#"{"id": "M-1", "text": "Fler elever är i skolan", "område": "frånvaro"}"#]),
        ("insatser", measures), ("tillfällen", occasions), ("lägen", reports),
        (
          "effekter",
          [
            #"""
            {"id": "E-1", "text": "Omkring trettio familjer har fått stöd", "insats": "I-1",
             "tillfälle": "april-2026", "art": "kvantitativ", "antal_min": 25, "antal_max": 35,
             "källa": "Rapporten, s. 4"}
            """#
          ]
        ), ("behov", [#"{"id": "B-1", "text": "Samma stöd tidigare", "insatser": ["I-1"]}"#]),
        (
          "beslut",
          [
            #"""
            {"id": "BUN-2025-47", "organ": "BUN", "datum": "2025-06-17", "paragraf": 47,
             "art": "beslut", "lydelse": "Socialpedagoger anställs."}
            """#
          ]
        ), ("handlingar", [#"{"id": "H-1", "titel": "Uppföljning april", "typ": "rapport"}"#]),
      ]
    )
  }

  private static let measures = [
    #"""
    {"id": "I-1", "titel": "Socialpedagoger för elever med hög frånvaro",
     "beskrivning": "Första raden.\nAndra raden, som är så lång att den måste brytas någonstans.",
     "område": "frånvaro", "år": 2025, "mål": ["M-1"], "status": "pågår", "bedömning": "gul",
     "målgrupp": ["elever", "vårdnadshavare"], "slut": "2026-12", "framsteg": 40.5,
     "belopp": 1250000, "beslut": ["BUN-2025-47"], "handlingar": ["H-1"]}
    """#,
    #"""
    {"id": "I-2", "titel": "Hembesök", "område": "frånvaro", "år": 2026, "status": "planerad",
     "del_av": "I-1"}
    """#,
  ]

  private static let occasions = [
    #"{"id": "april-2026", "år": 2026, "typ": "april", "per": "2026-04-30"}"#,
    #"{"id": "delår-2025", "år": 2025, "typ": "delår", "per": "2025-08-31"}"#,
  ]

  private static let reports = [
    #"""
    {"id": "L-2", "insats": "I-1", "tillfälle": "april-2026", "status": "pågår",
     "bedömning": "gul", "framsteg": 40.5, "statusord": "fortsätter",
     "kommentar": "Två tjänster av tre är tillsatta.", "källa": "Rapporten, s. 3"}
    """#,
    #"""
    {"id": "L-1", "insats": "I-1", "tillfälle": "delår-2025", "status": "planerad"}
    """#,
  ]

  /// Gives a record's card as text.
  static func card(
    _ id: String,
    width: Int?,
    language: Language = .swedish,
    usesColour: Bool = false
  ) throws -> String {
    let workspace = try store().workspace
    let source = Source(name: "", text: "vy \(id)")
    var definitions = Definitions()
    let part = try #require(Script(source).parts.first)
    guard case .view(let set, let row) = try part.action(in: workspace, source, &definitions).get()
    else { throw TestStore.Fault.question(id, []) }
    let layout = OutputFormat.Layout(language: language, width: width, usesColour: usesColour)
    return String(decoding: Card.text(CardData(workspace, set, row), layout), as: UTF8.self)
  }
}

@Suite("Card")
struct CardTests {
  @Test("shows fields, history, effects, needs, decisions, documents, and what is missing")
  func sixty() throws {
    #expect(
      try Reported.card("i-1", width: 60) == """
        I-1 · insats
        Socialpedagoger för elever med hög frånvaro

        beskrivning  Första raden.
                     Andra raden, som är så lång att den måste
                     brytas någonstans.
        område       frånvaro Hög frånvaro
        år           2025
        mål          M-1 Fler elever är i skolan
        status       pågår
        bedömning    gul
        målgrupp     elever, vårdnadshavare
        slut         2026-12
        framsteg     40,5\u{A0}%
        belopp       1\u{202F}250\u{202F}000\u{A0}kr
        saknas       inriktningar, typ, säkerhet, ansvarig, part,
                     verksamhet, enhet, årskurs, nivå, start,
                     tidplan, införd, finansiering, omfattning,
                     fortsättning_av, del_av, källa

        beslut
          BUN-2025-47
            BUN Barn- och ungdomsnämnden · datum 2025-06-17 ·
            paragraf 47 · beslut
            lydelse  Socialpedagoger anställs.

        handlingar
          H-1 Uppföljning april
            rapport

        lägen
          2025-08-31 delår-2025: planerad
          2026-04-30 april-2026: pågår »fortsätter«
            gul · framsteg 40,5\u{A0}%
            kommentar  Två tjänster av tre är tillsatta.
            källa      Rapporten, s. 3

        effekter
          E-1 Omkring trettio familjer har fått stöd
            april-2026 · kvantitativ · antal_min 25 · antal_max 35
            källa  Rapporten, s. 4

        behov
          B-1 Samma stöd tidigare

        insatser (del_av)
          I-2 Hembesök · Hög frånvaro · planerad

        uträknat
          förändring      framåt
          försenad        nej
          tyst            nej
          ålder_status    1
          fullständighet  60\u{A0}%
          fortsätter      nej

        """
    )
  }

  @Test("is in English, of any set, and marks headings where there is colour")
  func english() throws {
    #expect(
      try Reported.card("frånvaro", width: 80, language: .english, usesColour: true) == """
        frånvaro · area
        \u{1B}[1mHög frånvaro\u{1B}[0m

        years    2025, 2026
        missing  order, services, quote, predecessors

        \u{1B}[1mobjectives\u{1B}[0m
          M-1 Fler elever är i skolan

        \u{1B}[1mmeasures\u{1B}[0m
          I-1 Socialpedagoger för elever med hög frånvaro · pågår · end 2026-12
          I-2 Hembesök · planerad

        \u{1B}[1mcomputed\u{1B}[0m
          measure_count  2
          share_done     0%

        """
    )
  }

  @Test("tells of an occasion's reports which measures they are of")
  func occasion() throws {
    let card = try Reported.card("april-2026", width: 80)
    #expect(
      card.contains(
        """

        lägen
          I-1 Socialpedagoger för elever med hög frånvaro: pågår »fortsätter«

        """
      )
    )
  }

  @Test("is cut nowhere where there is no width")
  func unlimited() throws {
    let card = try Reported.card("I-1", width: nil)
    #expect(card.contains("Andra raden, som är så lång att den måste brytas någonstans.\n"))
  }
}
