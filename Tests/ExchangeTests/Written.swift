import Query
import TestSupport
import Text

@testable import Exchange

/// The store that the expected outputs are written for.
enum Small {
  static let areas = [
    #"{"id": "kompetens", "namn": "Kompetensförsörjning"}"#,
    #"{"id": "frånvaro", "namn": "Hög frånvaro"}"#,
  ]

  static let measures = [
    #"""
    {"id": "I-1", "titel": "Kartläggning av frånvaro i årskurs 7–9, skola för skola, med rektorer",
     "område": "frånvaro", "år": 2026, "status": "pågår", "bedömning": "gul",
     "ansvarig": "rektor", "slut": "2026-06-30", "belopp": 250000, "framsteg": 40,
     "målgrupp": ["elever", "vårdnadshavare"]}
    """#,
    #"""
    {"id": "I-2", "titel": "Handledning", "område": "kompetens", "år": 2026,
     "status": "genomförd", "bedömning": "grön", "slut": "2026-01-01/2026-06-30",
     "belopp": 1234.5, "framsteg": 100, "målgrupp": ["elever"]}
    """#,
    #"""
    {"id": "I-10", "titel": "Rutin | \"steg 1\",\nsteg\t2", "område": "kompetens", "år": 2025,
     "status": "planerad", "ansvarig": "ålderschef", "belopp": 12345678}
    """#,
  ]

  static func store() throws -> TestStore {
    try TestStore(sets: [("områden", areas), ("insatser", measures)])
  }
}

/// Gives an answer in a format, as text.
func written(
  _ answer: Answer,
  _ format: OutputFormat,
  width: Int? = nil,
  language: Language = .swedish,
  usesColour: Bool = false
) -> String {
  let layout = OutputFormat.Layout(language: language, width: width, usesColour: usesColour)
  return String(decoding: format.write(answer, layout), as: UTF8.self)
}

/// Gives the answer to a question about the small store in a format, as text.
func written(
  _ question: String,
  _ format: OutputFormat,
  width: Int? = nil,
  language: Language = .swedish,
  usesColour: Bool = false
) throws -> String {
  let answer = try Small.store().answer(question)
  return written(answer, format, width: width, language: language, usesColour: usesColour)
}
