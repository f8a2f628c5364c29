import Glibc
import Shell
import Testing
import TestSupport

/// The program at its prompt, in an environment of its own.
@MainActor
final class Session {
  let pty: Pty
  let folder: TemporaryFolder

  /// Starts the program on a small store of the test's own, so that nothing depends on the machine.
  ///
  /// - Parameters:
  ///   - variables: What is added to the environment.
  ///   - folder: Where the store, the home and the history are.
  ///   - rows: The height of the window.
  ///   - columns: The width of the window.
  ///   - script: Shell commands to run instead; `folj` in them is the program with its options.
  /// - Throws: `Pty.Failure` if the program cannot be started.
  init(
    _ variables: [String: String] = [:],
    folder: TemporaryFolder = TemporaryFolder(),
    rows: Int = 24,
    columns: Int = 80,
    script: String? = nil
  ) throws {
    self.folder = folder
    let store = folder.write(SmallStore.json, to: "uppföljning.json")
    var environment = [
      "TERM": "xterm", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder.path,
      "NO_COLOR": "1",
      "XDG_STATE_HOME": folder.path + "/state", "XDG_CONFIG_HOME": folder.path + "/config",
      "XDG_CACHE_HOME": folder.path + "/cache",
    ]
    environment.merge(variables) { $1 }
    let lines = environment.map { "\($0)=\($1)" }
    let options = ["--quiet", "--store", store, "--today", "2026-11-24"]
    let command = ([Program.path] + options).joined(separator: " ")
    let (path, arguments) =
      script.map { ("/bin/sh", ["-c", $0.replacing("folj", with: command)]) }
      ?? (Program.path, options)
    pty = try Pty(path, arguments, environment: lines, rows: rows, columns: columns)
  }

  /// What the program has kept, the oldest first: what arrived, whole, whatever it answered.
  var kept: [String] {
    LineHistory(path: folder.path + "/state/folj/history").entries
  }

  /// Waits for an empty prompt.
  func isAsking() -> Bool {
    pty.wait { self.pty.screen.cursorRow == Program.prompt }
  }

  /// Waits for a prompt with `text` after it, and the cursor at `column` of the text if given.
  func shows(_ text: String, cursor column: Int? = nil, seconds: Double = 20) -> Bool {
    let prompt = Program.prompt + " "
    return pty.wait(seconds: seconds) {
      self.pty.screen.cursorRow == prompt + text
        && (column.map { prompt.count + $0 == self.pty.screen.column } ?? true)
    }
  }

  func type(_ text: String) { pty.send(text) }

  /// Types `text` and, once it is seen, Enter.
  func run(_ text: String) -> Bool {
    guard isAsking() else { return false }
    type(text)
    guard shows(text) else { return false }
    let count = kept.count
    type("\r")
    return pty.wait { self.kept.count > count } && isAsking()
  }

  func hasKept(_ texts: [String]) -> Bool { pty.wait { self.kept == texts } }

  func paste(_ text: String) { type("\u{1B}[200~" + text + "\u{1B}[201~") }
}
