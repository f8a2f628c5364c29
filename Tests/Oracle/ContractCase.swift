/// A case of the contract: a question with its answer.
package struct OracleContractCase {
  /// The class of the case.
  package let name: String
  /// The file of the store.
  package let store: String
  /// The question.
  package let question: String
  /// The answer as JSON text.
  package let expected: String
  /// False if the order of the rows is open.
  package let ordered: Bool

  /// Reads a line of the file of cases.
  package init(line: String) throws {
    let json = try readJson(line)
    name = json.value("class")?.string ?? ""
    store = json.value("store")?.string ?? ""
    question = json.value("query")?.string ?? ""
    expected = json.value("expect").map(writeJson) ?? "[]"
    if case .bool(true)? = json.value("unordered") { ordered = false } else { ordered = true }
  }

  /// A random case about a store in a file.
  package init(_ item: OracleCase, store: String) {
    name = item.name
    self.store = store
    question = item.question
    expected = item.expected
    ordered = item.ordered
  }

  /// The case as a line of a file of cases.
  package var line: String {
    let head = writeJson(
      .object([
        Member("class", .text(name)), Member("store", .text(store)),
        Member("query", .text(question)), Member("unordered", .bool(!ordered)),
      ])
    )
    return head.dropLast() + ", \"expect\": \(expected)}"
  }

  /// What is wrong with the oracle's answer, nil if nothing is.
  package func fault(in store: OracleStore) -> String? {
    do {
      let answer = try store.answer(to: question)
      return oracleDifference(expected: expected, actual: answer, ordered: ordered)
    } catch {
      return "\(error)"
    }
  }
}
