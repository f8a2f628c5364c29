import Exchange
import Foundation
import Model
import Query
import Store
import Text

@testable import Shell

/// A stretch of a file that reads like the screen: what was typed, and what was answered.
///
/// A question starts with `följ> `. It goes on with lines that start with `  … `, or that are
/// indented while the text is unfinished, just as at the prompt. What follows, up to the next
/// prompt or a comment (`# …`), is the screen: answers and messages in the order they were written.
struct Transcript {
  /// One line that was typed, and what followed.
  struct Step {
    /// The lines as they stand in the file.
    var typed: [String]
    /// The text that is run.
    var text: String
    /// The screen, without blank lines at its end.
    var screen: [String]
    /// The blank lines and comments after the screen.
    var rest: [String]
    /// The line of the file that the question stands on, from 1.
    var line: Int
  }

  static let prompt = "följ> "
  private static let continuation = "  … "

  /// What stands before the first question.
  var head: [String] = []
  var steps: [Step] = []

  /// Reads the lines of a transcript; `start` is the number of the first.
  init(_ lines: [String], from start: Int) {
    var place = 0
    while place < lines.count, !lines[place].hasPrefix(Transcript.prompt) { place += 1 }
    head = Array(lines[..<place])
    while place < lines.count {
      var step = Transcript.typed(lines, at: &place)
      step.line += start
      var body: [String] = []
      while place < lines.count, !lines[place].hasPrefix(Transcript.prompt) {
        body.append(lines[place])
        place += 1
      }
      let end = body.firstIndex { $0.hasPrefix("#") } ?? body.count
      let count = (body[..<end].lastIndex { !$0.isEmpty } ?? -1) + 1
      (step.screen, step.rest) = (Array(body[..<count]), Array(body[count...]))
      steps.append(step)
    }
  }

  /// Reads a question and moves `place` past it.
  private static func typed(_ lines: [String], at place: inout Int) -> Step {
    let first = lines[place]
    var step = Step(
      typed: [first],
      text: String(first.dropFirst(prompt.count)),
      screen: [],
      rest: [],
      line: place
    )
    place += 1
    while place < lines.count {
      let line = lines[place]
      let isMarked = line.hasPrefix(continuation)
      guard isMarked || (line.hasPrefix("  ") && isUnfinished(step.text)) else { break }
      step.typed.append(line)
      step.text += "\n  " + line.dropFirst(isMarked ? continuation.count : 2)
      place += 1
    }
    return step
  }

  private static func isUnfinished(_ text: String) -> Bool {
    Script(Source(name: "", text: text)).isUnfinished
  }

  /// The lines that make the transcript.
  var lines: [String] {
    head + steps.flatMap { $0.typed + $0.screen + $0.rest }
  }
}

// MARK: - Running

/// A screen that tests can read: answers and messages, in the order they come.
@MainActor
final class ScreenStreams: Streams {
  private var bytes: [UInt8] = []

  func write(_ bytes: [UInt8]) throws(StreamFault) { self.bytes += bytes }

  func say(_ text: String) { bytes += Array(text.utf8) }

  /// Takes the lines that have come, without blank ones at the end; CSV's `\r\n` is a line end.
  func take() -> [String] {
    defer { bytes = [] }
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

/// The shell that a document's questions are asked in: the example store on 15 May 2026, 80 wide.
@MainActor
final class TranscriptShell {
  private let session: Shell.Session
  let screen = ScreenStreams()
  /// The codes of the messages that have been shown.
  private(set) var codes: Set<String> = []

  init(
    _ language: Language,
    store: String? = nil,
    onlyChecks: Bool = false,
    keepsGoing: Bool = false
  ) throws {
    let snapshot = try StoreFiles.read(store ?? Project.path("examples/alingsås.json"))
    let table = OutputFormat.named("table")
    guard let day = Day("2026-05-15"), let table else { throw Project.Fault("no day or table") }
    var settings = Shell.Session.Settings(format: table)
    (settings.language, settings.width) = (language, 80)
    (settings.onlyChecks, settings.keepsGoing) = (onlyChecks, keepsGoing)
    session = Shell.Session(snapshot, today: day, settings, screen)
    // Paths in questions, as in `kör "april.folj"`, are those of someone in the project's folder.
    guard FileManager.default.changeCurrentDirectoryPath(Project.root) else {
      throw Project.Fault("no folder \(Project.root)")
    }
  }

  /// Gives what is said when a store is opened by a script.
  func opened(_ path: String) -> [String] {
    Greeting(session, session.settings.language).opened(
      path,
      isExample: false,
      isShell: false,
      isFirst: false
    )
    return screen.take()
  }

  /// Runs one text and gives the screen.
  func run(_ text: String) -> [String] {
    _ = session.run(Source(name: "följ>", text: text), from: .user)
    let lines = screen.take()
    codes.formUnion(Project.codes(in: lines))
    return lines
  }

  /// Runs a transcript and gives it with the screens as they are.
  func run(_ transcript: Transcript) -> Transcript {
    var result = transcript
    for place in result.steps.indices {
      result.steps[place].screen = run(result.steps[place].text)
      let isLast = place == result.steps.count - 1
      if result.steps[place].rest.isEmpty, !isLast { result.steps[place].rest = [""] }
    }
    return result
  }
}

/// Where the project's files are.
enum Project {
  struct Fault: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)

  /// Gives the full path of a file of the project.
  static func path(_ name: String) -> String { root + (root.hasSuffix("/") ? "" : "/") + name }

  /// Reads a file's lines.
  static func lines(_ name: String) throws -> [String] {
    let text = try String(contentsOfFile: path(name), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The files beneath a folder with an ending, sorted.
  static func files(_ folder: String, ending: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: path(folder))?.compactMap { $0 as? String }
    return (all ?? []).filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }.sorted()
  }

  /// The codes of the messages that lines show: `fel F0102: …`.
  static func codes(in lines: [String]) -> Set<String> {
    Set(
      lines.compactMap { line in
        ["fel ", "error "].first { line.hasPrefix($0) }.flatMap { word in
          let code = line.dropFirst(word.count).prefix(5)
          return code.first == "F" && code.dropFirst().allSatisfy(\.isNumber) ? String(code) : nil
        }
      }
    )
  }
}
