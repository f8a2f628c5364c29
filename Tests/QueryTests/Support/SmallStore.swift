import Exchange
import Query
import TestSupport
import Text

/// The store that the unit tests ask: few records, chosen so that every answer can be seen by eye.
enum SmallStore {
  /// The day that »idag« means.
  static let today = "2026-09-15"

  /// The records of each set, in JSON.
  static let sets: [(name: String, records: [String])] = [
    (
      "organ",
      [
        #"{"id": "KF", "namn": "Kommunfullmäktige", "typ": "fullmäktige"}"#,
        #"{"id": "BUN", "namn": "Barn- och ungdomsnämnden", "typ": "nämnd", "överordnad": "KF"}"#,
      ]
    ),
    (
      "inriktningar",
      [
        #"{"id": "R1", "år": 2026, "nummer": 1, "text": "Fler behöriga", "organ": "BUN"}"#,
        #"{"id": "R2", "år": 2026, "nummer": 2, "text": "Ökad närvaro", "organ": "BUN"}"#,
      ]
    ),
    (
      "områden",
      [
        #"{"id": "kompetens", "namn": "Kompetensförsörjning", "verksamhet": ["förskola"]}"#,
        #"{"id": "frånvaro", "namn": "Hög frånvaro", "år": [2025, 2026]}"#,
        #"{"id": "stöd", "namn": "Särskilt stöd"}"#, #"{"id": "tomt", "namn": "Tomt område"}"#,
      ]
    ), ("insatser", measures), ("tillfällen", occasions), ("lägen", reports),
    ("effekter", [#"{"id": "E1", "text": "Färre sjukdagar", "insats": "I-1"}"#]),
    (
      "indikatorer",
      [
        #"{"id": "N1", "namn": "Frånvaro", "bättre": "lägre"}"#,
        #"{"id": "N2", "namn": "Behöriga", "bättre": "högre"}"#,
        #"{"id": "N3", "namn": "Trivsel"}"#,
      ]
    ),
    (
      "utfall",
      [
        #"{"id": "U1", "indikator": "N1", "period": "2025", "värde": 12, "målvärde": 10}"#,
        #"{"id": "U2", "indikator": "N1", "period": "2026-VT", "värde": 9, "målvärde": 10}"#,
        #"{"id": "U3", "indikator": "N1", "period": "2026-06", "kön": "K", "värde": 99}"#,
        #"{"id": "U4", "indikator": "N2", "period": "2025", "värde": 80, "målvärde": 85}"#,
      ]
    ), ("ärenden", [#"{"id": "2025.129 BUN", "rubrik": "Handlingsplan"}"#]),
  ]

  private static let measures = [
    #"""
    {"id": "I-1", "titel": "Kartläggning av frånvaro", "område": "frånvaro", "år": 2026,
     "status": "pågår", "bedömning": "gul", "ansvarig": "rektor", "inriktningar": ["R2"],
     "målgrupp": ["elever", "vårdnadshavare", "Elever"], "start": "2026-01-10",
     "slut": "2026-HT", "införd": "2026-01-10", "framsteg": 40, "belopp": 250000,
     "källa": "s. 4"}
    """#,
    #"""
    {"id": "I-2", "titel": "Handledning för lärare", "område": "kompetens", "år": 2026,
     "status": "genomförd", "bedömning": "grön", "målgrupp": ["lärare"],
     "start": "2026-02-01", "slut": "2026-06-30", "framsteg": 100, "belopp": 1234.5}
    """#,
    #"""
    {"id": "I-9", "titel": "ÅTGÄRDER i kö", "område": "kompetens", "år": 2025,
     "status": "planerad", "ansvarig": "Rektor", "slut": "2026-09-14", "framsteg": 0,
     "belopp": -1, "årskurs": "7-9"}
    """#,
    #"""
    {"id": "I-10", "titel": "atgarder utan marken", "område": "stöd", "år": 2025,
     "status": "pausad", "ansvarig": "skolchef", "fortsättning_av": "I-9",
     "verksamhet": ["grundskola", "elevhälsa"], "införd": "2026-05-01"}
    """#,
    #"""
    {"id": "I-11", "titel": "", "område": "saknas", "år": 2027, "status": "avbruten",
     "bedömning": "okänd", "målgrupp": [], "slut": "2024"}
    """#,
  ]

  private static let occasions = [
    #"{"id": "delår-2025", "år": 2025, "typ": "delår", "per": "2025-08-31"}"#,
    #"{"id": "april-2026", "år": 2026, "typ": "april", "per": "2026-04-30"}"#,
    #"{"id": "delår-2026", "år": 2026, "typ": "delår", "per": "2026-08-31"}"#,
    #"{"id": "bokslut-2026", "år": 2026, "typ": "årsbokslut", "per": "2026-12-31"}"#,
  ]

  private static let reports = [
    #"{"id": "L1", "insats": "I-1", "tillfälle": "april-2026", "status": "planerad"}"#,
    #"{"id": "L2", "insats": "I-1", "tillfälle": "delår-2026", "status": "pågår", "framsteg": 40}"#,
    #"{"id": "L3", "insats": "I-2", "tillfälle": "april-2026", "status": "pågår"}"#,
    #"{"id": "L4", "insats": "I-2", "tillfälle": "delår-2026", "status": "genomförd"}"#,
    #"{"id": "L5", "insats": "I-9", "tillfälle": "april-2026", "status": "planerad"}"#,
    #"{"id": "L6", "insats": "I-10", "tillfälle": "delår-2026"}"#,
  ]

  /// Reads the store.
  static func make() throws -> TestStore { try TestStore(sets: sets, today: today) }
}

/// A conversation with the small store: what each statement gives, as short texts.
final class Conversation {
  let store: TestStore
  private(set) var definitions = Definitions()

  init(_ store: TestStore? = nil, arguments: [String] = []) throws {
    self.store = try store ?? SmallStore.make()
    definitions.define(arguments: arguments)
  }

  /// What a statement gave: JSON without blanks, a word for what it does, or the codes of what is
  /// wrong, each with its place and the faulty part: `F0102 1:10 »nonsens«`.
  func say(_ text: String) -> String {
    let source = Source(name: "", text: text)
    return Script(source).parts.map { part in
      switch part.action(in: store.workspace, source, &definitions) {
      case .failure(let faults):
        return faults.diagnostics.map { Conversation.text($0, source) }.joined(separator: ", ")
      case .success(let action): return answer(action)
      }
    }.joined(separator: "; ")
  }

  private func answer(_ action: Action) -> String {
    switch action {
    case .answer(let plan): return Conversation.json(Executor(store.workspace).answer(plan))
    case .explain(let plan):
      return Explanation(plan, store.workspace).lines.map { line in
        "\(line.label.swedish): \(line.text.swedish)"
      }.joined(separator: "\n")
    case .chart(let chart):
      return "\(chart.form) " + Conversation.json(Executor(store.workspace).answer(chart.drawn))
    case .overview(let day): return "overview \(day.text)"
    case .assert(let assertion):
      let (holds, counts) = Executor(store.workspace).holds(assertion)
      return "\(holds ? "holds" : "fails") \(counts) \(assertion.message ?? "–")"
    case .run(let name, let arguments): return "run \(name.text) \(arguments)"
    case .view(let set, let row): return "view \(set) \(row)"
    case .describe(let set): return "describe \(set.map { "\($0)" } ?? "all")"
    case .help(let word): return "help \(word?.text ?? "all")"
    case .example(let number): return "example \(number?.text ?? "")"
    case .quit: return "quit"
    case .nothing: return "ok"
    }
  }

  private static func json(_ answer: Answer) -> String {
    guard let format = OutputFormat.named("json") else { return "no json" }
    let layout = OutputFormat.Layout(language: .swedish)
    let lines = String(decoding: format.write(answer, layout), as: UTF8.self)
    return lines.split(separator: "\n").joined().replacing("\": ", with: "\":")
      .replacing("  ", with: "").replacing(", \"", with: ",\"")
  }

  static func text(_ diagnostic: Diagnostic, _ source: Source) -> String {
    guard let span = diagnostic.span else { return diagnostic.message.code }
    let (line, column) = source.position(of: span.start)
    return "\(diagnostic.message.code) \(line):\(column) »\(source.text(span))«"
  }
}
