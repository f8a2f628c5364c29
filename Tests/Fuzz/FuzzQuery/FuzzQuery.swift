import Exchange
import Query
import TestSupport
import Text

/// One store for all inputs; what they name is forgotten between them.
private nonisolated(unsafe) let workspace: Workspace = {
  let records: [(name: String, records: [String])] = [
    ("områden", [#"{"id": "kompetens", "namn": "Kompetensförsörjning"}"#]),
    (
      "insatser",
      [
        #"{"id": "I-1", "titel": "Åtgärd", "område": "kompetens", "år": 2026, "status": "pågår","#
          + #" "målgrupp": ["elever", "lärare"], "slut": "2026-HT", "belopp": 250000}"#,
        #"{"id": "I-2", "titel": "B", "område": "kompetens", "år": 2025, "status": "klar"}"#,
      ]
    ),
    (
      "tillfällen",
      [
        #"{"id": "april-2026", "år": 2026, "typ": "april", "per": "2026-04-30"}"#,
        #"{"id": "delår-2026", "år": 2026, "typ": "delår", "per": "2026-08-31"}"#,
      ]
    ),
    (
      "lägen",
      [#"{"id": "L1", "insats": "I-1", "tillfälle": "april-2026", "status": "planerad"}"#]
    ),
  ]
  guard let store = try? TestStore(sets: records) else { fatalError("the store is wrong") }
  return store.workspace
}()

/// Reads, resolves, answers, prints and completes one text, as libFuzzer asks for it.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let source = Source(name: "", text: text)
  var definitions = Definitions()
  for part in Script(source).parts {
    switch part.action(in: workspace, source, &definitions) {
    case .failure(let faults):
      let printer = DiagnosticPrinter(language: .swedish)
      for fault in faults.diagnostics.prefix(20) { _ = printer.text(fault, in: source) }
    case .success(let action): run(action)
    }
  }
  // Completion reads the text twice more; every second text is enough for it.
  guard count.isMultiple(of: 2) else { return 0 }
  _ = Proposals(workspace, definitions, .swedish).at(text.utf8.count, in: text)
  return 0
}

private func run(_ action: Action) {
  let executor = Executor(workspace)
  switch action {
  case .answer(let plan):
    let layout = OutputFormat.Layout(language: .swedish)
    _ = OutputFormat.named("json")?.write(executor.answer(plan), layout)
  case .explain(let plan): _ = Explanation(plan, workspace).lines
  case .assert(let assertion): _ = executor.holds(assertion)
  default: break
  }
}
