import Exchange
import TestSupport
import Testing
import Text

@testable import Query

/// Does with a text all that the program could do, whatever the text is.
struct Reading {
  private let workspace: Workspace
  private let format: OutputFormat?

  init(_ store: TestStore) { self.init(store.workspace) }

  init(_ workspace: Workspace) {
    self.workspace = workspace
    format = OutputFormat.named("json")
  }

  /// Reads, resolves and answers a text, prints what is wrong, and completes it at some places.
  func read(_ text: String, completingAt cursors: [Int] = []) {
    let source = Source(name: "", text: text)
    var definitions = Definitions()
    let script = Script(source)
    for part in script.parts {
      switch part.action(in: workspace, source, &definitions) {
      case .failure(let faults): for fault in faults.diagnostics { check(fault, source) }
      case .success(let action): run(action)
      }
    }
    _ = script.isUnfinished
    for cursor in cursors {
      _ = Proposals(workspace, definitions, .swedish).at(cursor, in: text)
    }
  }

  private func check(_ fault: Diagnostic, _ source: Source) {
    guard let span = fault.span else { return }
    let size = source.bytes.count
    let isInside = 0 <= span.start && span.start <= span.end && span.end <= size
    let cutsLetter =
      isInside
      && [span.start, span.end].contains { place in
        place < size && source.bytes[place] & 0xC0 == 0x80
      }
    if !isInside || cutsLetter {
      Issue.record("\(fault.message.code) at \(span) in \(source.text(Span(0, size)))")
      return
    }
    _ = DiagnosticPrinter(language: .swedish).text(fault, in: source)
  }

  private func run(_ action: Action) {
    let executor = Executor(workspace)
    switch action {
    case .answer(let plan):
      _ = format?.write(executor.answer(plan), OutputFormat.Layout(language: .swedish))
    case .explain(let plan): _ = Explanation(plan, workspace).lines
    case .chart(let chart):
      let layout = OutputFormat.Layout(language: .swedish, width: 80)
      _ = Picture.text(chart, executor.answer(chart.drawn), layout)
    case .overview(let day):
      let layout = OutputFormat.Layout(language: .swedish, width: 80)
      _ = OverviewScreen.text(Overview(workspace, at: day), layout)
    case .assert(let assertion): _ = executor.holds(assertion)
    case .view(let set, let row):
      _ = Card.text(CardData(workspace, set, row), OutputFormat.Layout(language: .swedish))
    case .run, .describe, .help, .example, .quit, .nothing: break
    }
  }
}
