import Model
import Query
import Text

/// The headings of an answer as people write them: in their language, and names instead of ids.
struct Headings {
  private let answer: Answer
  private let language: Language
  /// What stands after the value in the heading of a column across, if measures are several.
  private let measures: [ResolvedQuestion.Column]

  /// Gives the heading of each column.
  static func texts(_ answer: Answer, _ language: Language) -> [String] {
    let headings = Headings(answer, language)
    return answer.columns.map { headings.text($0.key) }
  }

  private init(_ answer: Answer, _ language: Language) {
    (self.answer, self.language) = (answer, language)
    let keys = Set(answer.columns.map(\.key))
    measures = answer.question.columns.filter { !keys.contains($0.key) }
  }

  private func text(_ key: String) -> String {
    if let column = answer.question.columns.first(where: { $0.key == key }) { return own(column) }
    guard answer.question.across != nil else { return Wording.heading(key, language) }
    guard measures.count > 1 else { return across(key) }
    for measure in measures where key.hasSuffix(" " + measure.key) {
      return across(String(key.dropLast(measure.key.count + 1))) + " " + own(measure)
    }
    return key
  }

  /// A heading that the question gave stands as it was given.
  private func own(_ column: ResolvedQuestion.Column) -> String {
    column.key == column.value.text.swedish ? column.value.text[language] : column.key
  }

  /// The columns across stand under ids in JSON.
  private func across(_ key: String) -> String {
    guard case .reference(let set)? = answer.question.across?.kind else {
      return Wording.heading(key, language)
    }
    let snapshot = answer.snapshot
    let row = Array(key.utf8).withUnsafeBufferPointer {
      snapshot[set].row(id: $0, in: snapshot.heap)
    }
    guard let row else { return Wording.heading(key, language) }
    return snapshot.heap.string(snapshot.name(set, row))
  }
}
