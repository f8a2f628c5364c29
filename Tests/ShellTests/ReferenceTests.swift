import Exchange
import Query
import Testing

/// The reference that users read tells of every word of the language, and of no other.
@Suite("The reference of the language")
struct ReferenceTests {
  private static let name = "docs/språket.md"
  private let document: TranscriptDocument
  private let grammar: [Substring]

  init() throws {
    document = try TranscriptDocument(Self.name)
    let blocks = document.blocks.filter { $0.info == ["ebnf"] }
    try #require(blocks.count == 1, "the grammar stands once")
    grammar = document.text(blocks[0]).flatMap { Self.tokens($0) }
  }

  /// The words, quoted texts and signs of a line of the grammar.
  private static func tokens(_ line: String) -> [Substring] {
    let pattern = #/"[^"]+"|[\p{L}][\p{L}-]*|[=;]/#
    return line.matches(of: pattern).map(\.output)
  }

  /// What stands in quotes in the grammar and has letters.
  private var quotedWords: Set<String> {
    let quoted = grammar.filter { $0.hasPrefix("\"") }.map { String($0.dropFirst().dropLast()) }
    return Set(quoted.filter { $0.contains(where: \.isLetter) })
  }

  /// What stands as code, in the text outside blocks.
  private var code: Set<String> {
    let fenced = document.blocks.flatMap { Array($0.lines) }
    let lines = document.lines.enumerated().filter { !fenced.contains($0.offset) }.map(\.element)
    return Set(lines.flatMap { $0.matches(of: #/`([^`]+)`/#).map { String($0.output.1) } })
  }

  @Test("every word of the grammar is a keyword or a format")
  func grammarWords() {
    let known = Set(Keyword.allCases.flatMap(\.spellings) + OutputFormat.all.map(\.name))
    #expect(quotedWords.subtracting(known).isEmpty)
  }

  @Test("every spelling of every keyword is in the grammar and among the words")
  func keywords() {
    let spellings = Set(Keyword.allCases.flatMap(\.spellings))
    #expect(spellings.subtracting(quotedWords).isEmpty, "missing in the grammar")
    #expect(spellings.subtracting(code).isEmpty, "missing among the words")
  }

  @Test("every function, measure and format has its place")
  func calls() {
    let called = code.map { String($0.prefix { $0 != "(" }) }
    let names = Function.allCases.flatMap(\.names) + Aggregate.allCases.flatMap(\.names)
    #expect(Set(names).subtracting(called).isEmpty)
    #expect(Set(OutputFormat.all.map(\.name)).subtracting(code).isEmpty)
    #expect(Set(OutputFormat.all.map(\.name)).subtracting(quotedWords).isEmpty)
  }

  @Test("every part of the grammar is defined, once, and used")
  func parts() {
    let words = grammar.enumerated().filter { $0.element.first?.isLetter == true }
    let isDefined = { (place: Int) in grammar.dropFirst(place + 1).first == "=" }
    let defined = words.filter { isDefined($0.offset) }.map(\.element)
    let used = Set(words.filter { !isDefined($0.offset) }.map(\.element))
    #expect(Set(defined).count == defined.count, "defined twice")
    // These are told of in words.
    let told: Set<Substring> = [
      "ord", "text", "tal", "heltal", "dag", "period", "tillfälle", "enhet", "id", "namn", "fält",
      "mängd", "funktion", "mått", "radslut",
    ]
    #expect(used.subtracting(defined).subtracting(told).isEmpty, "not defined")
    #expect(Set(defined).subtracting(used) == ["skript"], "not used")
    #expect(told.subtracting(used).isEmpty, "told of but not used")
  }

  @Test("the table of contents names every chapter")
  func contents() {
    let chapters = document.lines.filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
    let entry = #/(\d+\. )\[(.+)\]\(#(.+)\)/#
    let listed = document.lines.compactMap { $0.wholeMatch(of: entry)?.output }
    #expect(listed.map { String($0.1 + $0.2) } == chapters.dropFirst().map(String.init))
    for (_, number, title, anchor) in listed {
      let chapter = number + title
      let kept = chapter.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }
      #expect(anchor == kept.replacing(" ", with: "-"))
    }
  }

  @Test("there are many examples, and the lines are short enough to read")
  func form() {
    let questions = document.transcripts.flatMap { document.text($0) }
      .filter { $0.hasPrefix(Transcript.prompt) }
    #expect(questions.count >= 90)
    let recorded = Set(document.transcripts.flatMap { Array($0.lines) })
    for (place, line) in document.lines.enumerated() where !recorded.contains(place) {
      #expect(line.count <= 110, "\(Self.name):\(place + 1)")
    }
  }
}
