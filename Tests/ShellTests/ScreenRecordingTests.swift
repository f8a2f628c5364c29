import Testing
import TestSupport

/// The screens of `docs/skärmar.md`: the keys that are typed, and what is seen after them.
///
/// A line `Skriv:` holds the keys: what stands as code is typed, and a word in capitals is a key.
/// Each chapter is a session of its own.
@MainActor
@Suite("The recorded screens", .serialized)
struct ScreenRecordingTests {
  private static let name = "docs/skärmar.md"
  private static let keys = [
    "ENTER": "\r", "TAB": "\t", "ESC": "\u{1B}", "UP": "\u{1B}[A", "DOWN": "\u{1B}[B",
    "CTRL-C": "\u{3}", "CTRL-D": "\u{4}", "CTRL-R": "\u{12}",
  ]

  @Test("each screen is as it was recorded")
  func screens() throws {
    var document = try TranscriptDocument(Self.name)
    let blocks = document.blocks.filter { $0.info.first == "skärm" }
    try #require(blocks.count > 5)
    var changes: [(TranscriptDocument.Block, [String])] = []
    var session: RecordedSession?
    var heading = ""
    for block in blocks {
      if session == nil || block.heading != heading { session = try RecordedSession() }
      heading = block.heading
      let shell = try #require(session)
      for key in try keys(before: block, in: document) { shell.press(key) }
      let expected = document.text(block)
      let shown = Recording.isOn ? shell.settled() : shell.rows(expecting: expected)
      guard shown != expected else { continue }
      if Recording.isOn {
        changes.append((block, shown))
      } else {
        let difference = LineDifference(expected: expected, shown: shown)
        Issue.record("\(Self.name):\(block.lines.lowerBound)\n\(difference)")
      }
    }
    guard !changes.isEmpty else { return }
    document.replace(changes)
    try document.record()
  }

  /// Reads the keys from the nearest line above that holds some.
  private func keys(
    before block: TranscriptDocument.Block,
    in document: TranscriptDocument
  ) throws -> [String] {
    let lines = document.lines[..<block.lines.lowerBound]
    let line = try #require(lines.last { $0.hasPrefix("Skriv: ") })
    return try line.dropFirst("Skriv: ".count).matches(of: #/`([^`]+)`|[A-Z]+(-[A-Z])?/#).map {
      if let typed = $0.output.1 { return String(typed) }
      return try #require(Self.keys[String($0.output.0)], "\($0.output.0) is no key")
    }
  }
}

/// A user who starts the program for the first time, on the example.
@MainActor
private final class RecordedSession {
  let pty: Pty
  private let folder = TemporaryFolder()

  init() throws {
    let variables = [
      "TERM=xterm", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=\(folder.path)", "NO_COLOR=1",
    ]
    let options = ["--store", Project.path("examples/alingsås.json"), "--today", "2026-05-15"]
    pty = try Pty(Program.path, options, environment: variables)
    try #require(pty.wait { self.pty.screen.cursorRow == Program.prompt })
  }

  /// What is seen, without the empty rows at the end.
  private var rows: [String] {
    var rows = pty.screen.rows
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }

  /// Presses a key, or types a text, and waits for the program to show that it has come.
  func press(_ keys: String) {
    let count = pty.output.count
    pty.send(keys)
    _ = pty.wait(seconds: 2) { self.pty.output.count > count }
  }

  /// Waits for a screen; gives what is seen when it is there, or does not come.
  func rows(expecting expected: [String]) -> [String] {
    _ = pty.wait { self.rows == expected }
    return rows
  }

  /// Gives what is seen when nothing more comes.
  func settled() -> [String] {
    var (last, count) = (rows, 0)
    _ = pty.wait {
      count = self.rows == last ? count + 1 : 0
      last = self.rows
      return count == 50
    }
    return rows
  }
}
