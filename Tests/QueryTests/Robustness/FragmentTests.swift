import Foundation
import Oracle
import TestSupport
import Testing
import Text

@testable import Query

/// What is typed so far, and what is left when a word is lost.
@Suite("Every beginning of a question, and every question with a word left out")
struct FragmentTests {
  /// Questions of every kind: random ones, those of the other suites, and the transcripts'.
  private static let questions: [String] = random + written + transcripts

  private static let random: [String] = {
    var generator = OracleGenerator(seed: Campaign.seed(0, 3))
    let store = generator.nextStore()
    return (0..<40).map { _ in generator.nextCase(store).question }
  }()

  private static let written: [String] =
    StatementTests.statements.map(\.text) + StatementTests.questions.map(\.text)
    + StatementTests.broken.map(\.text) + GroupsTests.questions.map(\.question)
    + ExplanationTests.explanations.map(\.question) + DefinitionsTests.counts.map(\.text)
    + (ErrorsTests.names + ErrorsTests.values + ErrorsTests.types + ErrorsTests.questions)
    .map(\.text)
    + AnswersTests.conditions.map { "visa insatser där \($0.condition)" }

  /// What is typed in `Tests/Cases/*.folj`.
  private static let transcripts: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Cases")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    let texts = (files ?? []).filter { $0.pathExtension == "folj" }
      .sorted { $0.path < $1.path }.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    let prompt = "följ> "
    return texts.flatMap { $0.split(separator: "\n") }.filter { $0.hasPrefix(prompt) }
      .map { String($0.dropFirst(prompt.count)) }
  }()

  private static let parts = 0..<10

  private func questions(_ part: Int) -> [String] {
    FragmentTests.questions.enumerated().filter { $0.offset % 10 == part }.map(\.element)
  }

  @Test("the questions of the transcripts are among them")
  func sources() {
    #expect(FragmentTests.transcripts.count >= 100)
  }

  @Test("beginnings", arguments: parts)
  func beginnings(part: Int) throws {
    let reading = Reading(try SmallStore.make())
    for question in questions(part) {
      let scalars = Array(question.unicodeScalars)
      for count in 0...scalars.count {
        var beginning = String.UnicodeScalarView()
        beginning.append(contentsOf: scalars.prefix(count))
        let text = String(beginning)
        reading.read(text, completingAt: count.isMultiple(of: 9) ? [text.utf8.count] : [])
      }
    }
  }

  @Test("a word left out, a word twice", arguments: parts)
  func words(part: Int) throws {
    let reading = Reading(try SmallStore.make())
    for question in questions(part) {
      let source = Source(name: "", text: question)
      let tokens = Lexer.tokens(source).tokens.dropLast()
      for token in tokens {
        let before = source.text(Span(0, token.span.start))
        let after = source.text(Span(token.span.end, source.bytes.count))
        let word = source.text(token.span)
        reading.read(before + after)
        reading.read(before + word + " " + word + after)
      }
    }
  }
}
