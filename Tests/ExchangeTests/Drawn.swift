import Query
import TestSupport
import Text

@testable import Exchange

/// A picture, with the answer that it is drawn of.
struct Drawn {
  let text: String
  let answer: Answer
  private let chart: Chart

  /// Asks a store for a picture.
  init(
    _ question: String,
    _ store: TestStore? = nil,
    width: Int? = 60,
    language: Language = .swedish,
    usesColour: Bool = false
  ) throws {
    let workspace = try store?.workspace ?? Drawn.store().workspace
    let source = Source(name: "", text: "diagram " + question)
    var definitions = Definitions()
    guard let part = Script(source).parts.first,
      case .chart(let chart) = try part.action(in: workspace, source, &definitions).get()
    else { throw TestStore.Fault.question(question, []) }
    (self.chart, answer) = (chart, Executor(workspace).answer(chart.drawn))
    let layout = OutputFormat.Layout(language: language, width: width, usesColour: usesColour)
    text = String(decoding: Picture.text(chart, answer, layout), as: UTF8.self)
  }

  /// The same picture in another width, coloured in every second.
  func text(width: Int) -> String {
    let layout = OutputFormat.Layout(
      language: .swedish,
      width: width,
      usesColour: width.isMultiple(of: 2)
    )
    return String(decoding: Picture.text(chart, answer, layout), as: UTF8.self)
  }

  var lines: [Substring] { text.split(separator: "\n") }

  static func store() throws -> TestStore {
    try TestStore(
      sets: [
        ("områden", areas), ("insatser", measures), ("indikatorer", indicators),
        ("utfall", outcomes),
      ]
    )
  }

  private static let areas = [
    #"{"id": "kompetens", "namn": "Kompetensförsörjning"}"#,
    #"{"id": "frånvaro", "namn": "Hög frånvaro"}"#, #"{"id": "日本", "namn": "日本語の学校"}"#,
  ]

  private static let measures = [
    #"""
    {"id": "I-1", "titel": "Handledning", "område": "kompetens", "år": 2026, "status": "pågår",
     "start": "2026-01-12", "slut": "2026-12-18", "belopp": 250000, "målgrupp": ["a", "b"]}
    """#,
    #"""
    {"id": "I-2", "titel": "Kartläggning", "område": "frånvaro", "år": 2026, "status": "pågår",
     "start": "2026-02", "slut": "2026-HT", "belopp": -50000, "målgrupp": ["a"]}
    """#,
    #"""
    {"id": "I-3", "titel": "Hembesök", "område": "frånvaro", "år": 2026, "status": "genomförd",
     "slut": "2026-09-01", "belopp": 0}
    """#,
    #"{"id": "I-4", "titel": "Nytt", "område": "日本", "år": 2026, "start": "2026-Q2"}"#,
    #"""
    {"id": "I-5", "titel": "Utan tid", "område": "kompetens", "år": 2025, "status": "planerad",
     "belopp": 1234.5}
    """#,
  ]

  private static let indicators = [
    #"{"id": "N1", "namn": "Behöriga lärare", "enhet": "%"}"#, #"{"id": "N2", "namn": "Närvaro"}"#,
  ]

  private static let outcomes = [
    #"{"id": "U1", "indikator": "N1", "period": "2023", "värde": 80}"#,
    #"{"id": "U3", "indikator": "N1", "period": "2025", "värde": 87}"#,
    #"{"id": "U2", "indikator": "N1", "period": "2024", "värde": 81.5}"#,
    #"{"id": "U4", "indikator": "N2", "period": "2025-VT", "kön": "K", "värde": 5}"#,
    #"{"id": "U5", "indikator": "N2", "period": "2025-HT"}"#,
  ]
}
