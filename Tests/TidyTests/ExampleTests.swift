import Model
import Query
import Store
import Testing
import Text

@Suite("Examples in the tables")
struct ExampleTests {
  /// The example store on 15 May 2026.
  private let workspace: Workspace

  init() throws {
    let snapshot = try StoreFiles.read(SourceFile.root + "/examples/alingsås.json")
    workspace = Workspace(snapshot, today: try #require(Day("2026-05-15")))
  }

  private func run(_ text: String) throws {
    let source = Source(name: "", text: text)
    var definitions = Definitions()
    let part = try #require(Script(source).parts.first)
    switch part.action(in: workspace, source, &definitions) {
    case .success(.answer(let plan)): _ = Executor(workspace).answer(plan)
    case .success(.chart(let chart)): _ = Executor(workspace).answer(chart.drawn)
    case .success: break
    case .failure(let faults):
      let printer = DiagnosticPrinter(language: .swedish)
      let told = faults.diagnostics.map { printer.text($0, in: source) }.joined()
      Issue.record("\(text)\n\(told)")
    }
  }

  private func isWritten(_ text: Bilingual) -> Bool {
    !text.swedish.isEmpty && !text.english.isEmpty
  }

  @Test("a statement's example runs in both languages", arguments: StatementRule.all.indices)
  func statements(number: Int) throws {
    let rule = StatementRule.all[number]
    #expect(isWritten(rule.doc))
    try run(rule.example.swedish)
    try run(rule.example.english)
  }

  @Test("a clause's example runs in both languages", arguments: ClauseRule.all.indices)
  func clauses(number: Int) throws {
    let rule = ClauseRule.all[number]
    #expect(isWritten(rule.doc))
    try run(rule.example.swedish)
    try run(rule.example.english)
  }

  @Test("a function's example runs", arguments: Function.allCases)
  func functions(function: Function) throws {
    #expect(isWritten(function.doc))
    try run("visa \(function.example) från insatser")
  }

  @Test("a measure's example runs", arguments: Aggregate.allCases)
  func measures(measure: Aggregate) throws {
    #expect(isWritten(measure.doc))
    try run("visa \(measure.example) från insatser per område")
  }
}
