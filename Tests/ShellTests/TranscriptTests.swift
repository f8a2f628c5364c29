import Testing
import Text

@MainActor
@Suite("Transcripts")
struct TranscriptTests {
  nonisolated static let cases = Project.files("Tests/Cases", ending: ".folj")
    .filter { $0.split(separator: "/").count == 3 || $0.hasPrefix("Tests/Cases/rapporter/") }
  nonisolated static let documents =
    ["README.md"].filter { (try? Project.lines($0)) != nil } + Project.files("docs", ending: ".md")

  @Test("a case shows the screen that it says", arguments: cases)
  func behaviour(file: String) throws { try compare(file) }

  @Test("a question in the documentation is answered as it says", arguments: documents)
  func documentation(file: String) throws { try compare(file) }

  /// Runs a file's transcripts; those of one language share a session, from top to bottom.
  private func compare(_ file: String) throws {
    var document = try TranscriptDocument(file)
    var shells: [Language: TranscriptShell] = [:]
    var changes: [(TranscriptDocument.Block, [String])] = []
    for block in document.transcripts {
      let language: Language = block.info.contains("en") ? .english : .swedish
      let shell = try shells[language] ?? TranscriptShell(language, keepsGoing: document.keepsGoing)
      shells[language] = shell
      let expected = Transcript(document.text(block), from: block.lines.lowerBound + 1)
      #expect(!expected.steps.isEmpty, "\(file):\(block.lines.lowerBound + 1): no question")
      let shown = shell.run(expected)
      if Recording.isOn, shown.lines != expected.lines { changes.append((block, shown.lines)) }
      if !Recording.isOn { compare(expected, shown, file) }
    }
    guard !changes.isEmpty else { return }
    document.replace(changes)
    try document.record()
  }

  private func compare(_ expected: Transcript, _ shown: Transcript, _ file: String) {
    for (wanted, got) in zip(expected.steps, shown.steps) where wanted.screen != got.screen {
      let difference = LineDifference(expected: wanted.screen, shown: got.screen)
      let typed = wanted.typed.joined(separator: "\n")
      Issue.record("\(file):\(wanted.line)\n\(typed)\n\(difference)")
    }
  }
}
