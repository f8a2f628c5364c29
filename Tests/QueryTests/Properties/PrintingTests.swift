import Oracle
import TestSupport
import Testing
import Text

@testable import Query

/// A question that is written out from its tree and read again has the same tree.
@Suite("Printing and reading")
struct PrintingTests {
  private static let questionsOfAStore = 200

  @Test("part", arguments: Campaign.parts)
  func holds(part: Int) {
    var generator = OracleGenerator(seed: Campaign.seed(part, 3))
    var left = Campaign.cases(in: part)
    while left > 0 {
      let store = generator.nextStore()
      for number in 0..<min(left, PrintingTests.questionsOfAStore) {
        let question = generator.nextQuestion(store)
        guard let fault = PrintingTests.fault(question, isCautious: number.isMultiple(of: 2))
        else { continue }
        Issue.record(Comment(rawValue: "FOLJ_SEED=\(Campaign.seed), part \(part)\n\(fault)"))
        return
      }
      left -= PrintingTests.questionsOfAStore
    }
  }

  /// Both texts and trees if they differ; nil if all is well.
  private static func fault(_ question: String, isCautious: Bool) -> String? {
    guard let first = parsed(question) else { return "not a question: \(question)" }
    let printed = Printed(isCautious: isCautious).text(first)
    guard let second = parsed(printed) else { return "\(question)\n\(printed)\nnot a question" }
    let (a, b) = (tree(first), tree(second))
    return a == b ? nil : "\(question)\n\(printed)\n\(a)\n\(b)"
  }

  private static func parsed(_ text: String) -> Question? {
    let part = Script(Source(name: "", text: text)).parts.first
    guard let part, part.diagnostics.isEmpty, case .question(let question) = part.statement.kind
    else { return nil }
    return question
  }

  /// A decimal point and a decimal comma are the same number.
  private static func tree(_ question: Question) -> String {
    Tree.text(question).replacing(#/(#[^ ]*),/#) { "\($0.output.1)." }
  }
}
