import Oracle
import TestSupport
import Testing

/// The engine against an evaluator written from the contract alone.
@Suite("Random questions have the answers that the contract promises")
struct OracleTests {
  /// A store is asked so many questions, then another is made.
  private static let questionsOfAStore = 50

  @Test("part", arguments: Campaign.parts)
  func agrees(part: Int) throws {
    if part == 0 { print("oracle: \(Campaign.cases) cases, FOLJ_SEED=\(Campaign.seed)") }
    var generator = OracleGenerator(seed: Campaign.seed(part), variesToday: true)
    var left = Campaign.cases(in: part)
    var failures = 0
    while left > 0, failures < 3 {
      let store = generator.nextStore()
      let tested = try TestStore(store)
      for _ in 0..<min(left, OracleTests.questionsOfAStore) where failures < 3 {
        let item = generator.nextCase(store)
        guard let report = OracleTests.failure(item, tested) else { continue }
        failures += 1
        Issue.record(Comment(rawValue: "FOLJ_SEED=\(Campaign.seed), part \(part): \(report)"))
      }
      left -= OracleTests.questionsOfAStore
    }
  }

  /// Everything that is needed to see why a case fails; nil if it passes.
  private static func failure(_ item: OracleCase, _ store: TestStore) -> String? {
    var answer = ""
    var fault: String?
    do {
      answer = try store.json(item.question)
      fault = oracleDifference(expected: item.expected, actual: answer, ordered: item.ordered)
    } catch {
      fault = "\(error)"
    }
    return fault.map {
      """
      \($0)
      class \(item.name), case seed \(item.seed), idag \(item.today)
      question: \(item.question)
      expected: \(item.expected)
      answer:   \(answer)
      store:    \(item.storeJSON)
      """
    }
  }
}
