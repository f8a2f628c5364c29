import Model
import Testing
import Text

/// `docs/fel.md`: every message has its page, with a case that shows it.
@MainActor
@Suite("The catalogue of errors")
struct TranscriptErrorTests {
  private let document: TranscriptDocument

  init() throws { document = try TranscriptDocument("docs/fel.md") }

  @Test("a message has a page under its title", arguments: Messages.all)
  func page(message: Message) {
    let facts = (0..<6).map { _ in Bilingual(same: "…") }
    let title = message.title.filled(with: facts, .swedish)
    let heading = "## \(message.code) — \(title)"
    #expect(document.lines.contains(heading), "docs/fel.md has no »\(heading)«")
  }

  @Test("a page shows its message", arguments: Messages.all)
  func shown(message: Message) {
    let blocks = document.blocks.filter { $0.heading.hasPrefix("## \(message.code) ") }
    let codes = blocks.reduce(into: Set<String>()) {
      $0.formUnion(Project.codes(in: document.text($1)))
    }
    #expect(codes.contains(message.code), "no case shows \(message.code)")
  }

  @Test("a message with a question on its page has it as its example", arguments: Messages.all)
  func example(message: Message) throws {
    let blocks = document.transcripts.filter { $0.heading.hasPrefix("## \(message.code) ") }
    let cases = blocks.map { document.text($0) }.filter { lines in
      lines.contains { $0.hasPrefix("fel \(message.code)") }
    }
    // What takes a file beside the question, or writes one, is no example to show.
    guard let first = cases.first, !message.code.hasPrefix("F07"),
      !first.contains(where: { $0.contains("Tests/Cases") })
    else {
      #expect(message.example == nil)
      return
    }
    let before = first.prefix { !$0.hasPrefix("fel \(message.code)") }
    let typed = before.filter { $0.hasPrefix("följ> ") }.map { $0.dropFirst(6) }
    #expect(message.example?.swedish == typed.joined(separator: "; "))
  }

  @Test(
    "an example gives its message, in both languages",
    arguments: Messages.all.filter { $0.example != nil },
    [Language.swedish, .english]
  )
  func example(message: Message, language: Language) throws {
    let shell = try TranscriptShell(language, keepsGoing: true)
    let example = try #require(message.example)
    let codes = Project.codes(in: shell.run(example[language]))
    #expect(codes.contains(message.code), "\(example[language])")
  }

  @Test("a page is about a message that there is")
  func pages() {
    for line in document.lines where line.hasPrefix("## F0") {
      let code = String(line.dropFirst(3).prefix(5))
      #expect(Messages.message(code) != nil, "there is no \(code)")
    }
  }

  @Test(
    "every code on a screen is in the table",
    arguments: TranscriptTests.cases + TranscriptTests.documents
  )
  func codes(file: String) throws {
    for code in Project.codes(in: try Project.lines(file)) {
      #expect(Messages.message(code) != nil, "\(file): \(code)")
    }
  }

  /// A block `text` shows the store of the block `json` above it, or a case that has a name.
  @Test("a faulty store gives the screen that its page says")
  func stores() throws {
    var content: [UInt8] = []
    var changes: [(block: TranscriptDocument.Block, lines: [String])] = []
    for block in document.blocks {
      if block.info.first == "json" {
        content = Array((document.text(block).joined(separator: "\n") + "\n").utf8)
      }
      guard block.info.first == "text" else { continue }
      let shown = try screen(block, content)
      if shown != document.text(block) { changes.append((block, shown)) }
    }
    try compare(changes)
  }

  private func screen(
    _ block: TranscriptDocument.Block,
    _ content: [UInt8]
  ) throws -> [String] {
    let store = TranscriptStore()
    guard block.info.count > 1 else {
      let transcript = Transcript(document.text(block), from: block.lines.lowerBound + 1)
      return try store.screen(of: content, transcript)
    }
    let name = block.info[1]
    return try #require(try store.screen(named: name), "there is no case »\(name)«")
  }

  private func compare(
    _ changes: [(block: TranscriptDocument.Block, lines: [String])]
  ) throws {
    if Recording.isOn, !changes.isEmpty {
      var copy = document
      copy.replace(changes)
      return try copy.record()
    }
    for (block, shown) in changes {
      let difference = LineDifference(expected: document.text(block), shown: shown)
      Issue.record("docs/fel.md:\(block.lines.lowerBound + 1)\n\(difference)")
    }
  }
}
