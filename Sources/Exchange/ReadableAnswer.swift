import Model
import Query
import Text

/// An answer as people read it: names, words and units, and nothing that could control a terminal.
struct ReadableAnswer {
  let answer: Answer
  let language: Language
  /// The heading of each column.
  let headings: [String]
  private let texts: ValueText
  private let keys: Set<String>

  init(_ answer: Answer, _ language: Language) {
    (self.answer, self.language) = (answer, language)
    headings = Headings.texts(answer, language).map(Visible.text)
    texts = ValueText(answer.snapshot)
    keys = ReadableAnswer.keys(of: answer)
  }

  /// Whether the values of a column are single numbers.
  func isNumeric(_ column: Int) -> Bool {
    answer.columns[column].kind.isNumeric && !answer.columns[column].isList
  }

  /// Whether a column tells which group its rows are.
  func isKey(_ column: Int) -> Bool { keys.contains(answer.columns[column].key) }

  /// Gives a value on one line; nil if there is none.
  func cell(_ value: Value, _ column: Int) -> String? {
    raw(value, column).map(Visible.text)
  }

  /// Gives a value on the lines that it was written on; nil if there is none.
  func lines(_ value: Value, _ column: Int) -> [String]? {
    raw(value, column)?.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { Visible.text(String($0)) }
  }

  private func raw(_ value: Value, _ column: Int) -> String? {
    switch value {
    case _ where value.isEmpty: nil
    case .text(let ref): answer.snapshot.heap.string(ref)
    default: texts.plain(value, answer.columns[column].kind)[language]
    }
  }

  /// What is said of the answer: the sentence, and why there is nothing if there is nothing.
  var remarks: [String] {
    let sentence = AnswerSentence(answer, language)
    return ([sentence.text] + sentence.explanation).map(Visible.text)
  }

  private static func keys(of answer: Answer) -> Set<String> {
    switch answer.question.shape {
    case .records, .sources, .hits: []
    case .comparison, .changes: Set(answer.question.keys.map(\.text.swedish))
    case .groups: Set(answer.question.columns.filter { isKey($0.value.operand) }.map(\.key))
    }
  }

  private static func isKey(_ operand: Operand) -> Bool {
    if case .key = operand { true } else { false }
  }
}
