import ArgumentParser
import Foundation
import Testing
import Text

@testable import Shell

@MainActor
@Suite("Commands in the documentation")
struct TranscriptCommandTests {
  @Test("a command line is one that the program takes", arguments: TranscriptTests.documents)
  func commands(file: String) throws {
    let document = try TranscriptDocument(file)
    for block in document.blocks where block.info.first == "sh" {
      for (offset, line) in document.text(block).enumerated() {
        let place = "\(file):\(block.lines.lowerBound + offset + 1)"
        for command in CommandLine(line).commands { try check(command, place) }
      }
    }
  }

  private func check(_ command: [String], _ place: String) throws {
    guard let program = command.first else { return }
    if program.hasPrefix("scripts/") {
      let isThere = FileManager.default.isExecutableFile(atPath: Project.path(program))
      #expect(isThere, "\(place): there is no \(program)")
    }
    guard program == "folj" || program == "scripts/run" else { return }
    let arguments = Array(command.dropFirst()).filter { $0 != "--help" }
    do {
      let options = try Options.parse(arguments)
      for text in options.statements { try check(text, of: options, place) }
    } catch {
      Issue.record("\(place): \(Options.message(for: error))")
    }
  }

  /// A statement after `-c` is read, and its names looked up in the example.
  private func check(_ text: String, of options: Options, _ place: String) throws {
    let language = options.lang.flatMap { Language(rawValue: $0) } ?? .swedish
    let shell = try TranscriptShell(language, onlyChecks: true)
    for assignment in options.variables { _ = shell.run("låt \(assignment)") }
    let screen = shell.run(text)
    #expect(screen.isEmpty, "\(place):\n\(screen.joined(separator: "\n"))")
  }
}

/// A line for the system's shell, cut as far as the documentation needs it: words, quotes, pipes.
struct CommandLine {
  /// The words of each command.
  private(set) var commands: [[String]] = []

  init(_ line: String) {
    var (words, word): ([String], String?) = ([], nil)
    var quote: Character?
    func endWord() {
      if let done = word { words.append(done) }
      word = nil
    }
    for character in line {
      switch character {
      case _ where character == quote: quote = nil
      case _ where quote != nil: word = (word ?? "") + String(character)
      case "'", "\"": (quote, word) = (character, word ?? "")
      case " ": endWord()
      case "#" where word == nil, "|", ">", "<", ";":
        endWord()
        commands.append(words)
        words = []
        if character == "#" { return }
      default: word = (word ?? "") + String(character)
      }
    }
    endWord()
    commands.append(words)
  }
}
