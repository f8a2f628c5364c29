internal import Glibc

/// Reads texts from a file, a pipe or a terminal that cannot move its cursor.
package final class PlainReader: LineReader {
  /// Where in the input there are bytes that are not UTF-8; both numbers begin at 1.
  package struct InvalidText: Equatable, Sendable {
    /// The line of the input.
    package var line: Int
    /// The byte within the line.
    package var byte: Int
  }

  /// A text that has not been finished by then is handed over as it is.
  private static let limitBytes = 1 << 20

  private let assistant: any LineAssistant
  private let history: LineHistory?
  private let reportInvalid: (InvalidText) -> Void
  private let isTerminal = isatty(STDIN_FILENO) == 1
  private let signals: TerminalSignals?

  private var buffer: ArraySlice<UInt8> = []
  private var lineNumber = 0

  /// Reads standard input.
  ///
  /// - Parameters:
  ///   - assistant: Says when a text is finished.
  ///   - history: Where `remember` keeps texts.
  ///   - reportInvalid: Called for a line that is not UTF-8; `readLine` then gives up the text
  ///     that the line belongs to and returns `interrupted`.
  package init(
    assistant: any LineAssistant,
    history: LineHistory? = nil,
    reportInvalid: @escaping (InvalidText) -> Void
  ) {
    self.assistant = assistant
    self.history = history
    self.reportInvalid = reportInvalid
    // A pipe is to be stopped by Ctrl-C; only a user at a terminal wants to go on.
    signals = isTerminal ? TerminalSignals([SIGINT]) : nil
  }

  /// Reads lines until they make a finished text.
  package func readLine(prompt: String) -> LineEvent {
    signals?.install()
    defer { signals?.restore() }
    ask(Prompt.visible(prompt))
    var text = ""
    while true {
      switch nextLine() {
      case .line(let line):
        text += text.isEmpty ? line : "\n" + line
        let isBlank = text.allSatisfy(\.isWhitespace)
        if isBlank || text.utf8.count > Self.limitBytes || assistant.isFinished(text) {
          return .line(text)
        }
        ask("  ")
      case .interrupted:
        return .interrupted
      case .end:
        // What is left is no finished text: the program says so.
        return text.isEmpty ? .end : .line(text)
      }
    }
  }

  /// Keeps `statement` in the history, if there is one.
  package func remember(_ statement: String) {
    history?.remember(statement)
  }

  private func ask(_ prompt: String) {
    if isTerminal { write(prompt) }
  }

  /// Prompts go to standard error, so that standard output holds answers only.
  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}

// MARK: - Lines

extension PlainReader {
  private func nextLine() -> LineEvent {
    var bytes: [UInt8] = []
    while bytes.count <= Self.limitBytes {
      if buffer.isEmpty, let event = fill() {
        if event == .interrupted || bytes.isEmpty { return event }
        break
      }
      let part = buffer.prefix { $0 != UInt8(ascii: "\n") }
      bytes += part
      let isWhole = part.count < buffer.count
      buffer = buffer.dropFirst(part.count + (isWhole ? 1 : 0))
      if isWhole { break }
    }
    return decode(bytes)
  }

  /// Waits for bytes; returns what came instead of them, if anything did.
  private func fill() -> LineEvent? {
    while true {
      if let signals, isInterrupted(signals) {
        write("\n")
        return .interrupted
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return .end }
      buffer = chunk[..<count]
      return nil
    }
  }

  /// Waits at the terminal; true if Ctrl-C came before a line.
  private func isInterrupted(_ signals: TerminalSignals) -> Bool {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&waiting, 2, -1) < 0, errno == EINTR {}
    return signals.next() != nil
  }

  private func decode(_ bytes: [UInt8]) -> LineEvent {
    lineNumber += 1
    var bytes = bytes[...]
    // Files from Windows: a mark at the beginning, a carriage return at the end of each line.
    if lineNumber == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let byte = bytes.startIndex + Self.validCount(bytes) + 1
      reportInvalid(InvalidText(line: lineNumber, byte: byte))
      return .interrupted
    }
    return .line(text)
  }

  /// How many bytes there are before the first that is not UTF-8.
  private static func validCount(_ bytes: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var count = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { count += scalar.count }
    return count
  }
}
