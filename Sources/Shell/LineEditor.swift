internal import CEdit
internal import Glibc

/// Edits lines on a terminal.
///
/// libedit draws the line and does what editing needs; this class reads the keyboard itself and
/// gives libedit private codes only, so that no binding, `.editrc` or terminal description can get
/// between. `notes/terminal.md` tells what libedit does wrong and why the code is as it is.
package final class LineEditor: LineReader {
  /// Why lines cannot be edited here.
  package enum Refusal: Error, Equatable {
    /// Standard input or output is not a terminal.
    case noTerminal
    /// The terminal cannot move its cursor: `TERM` is `dumb` or not set.
    case plainTerminal
    /// The system has no UTF-8 locale. libedit would then drop å, ä and ö without a word.
    case noUTF8Locale
    /// The system gave no memory or no pipe.
    case noResources
  }

  /// The longest text that can be edited.
  package static let limitBytes = 16 << 10

  /// The editor that is reading a line, for libedit's calls back.
  private static var active: LineEditor?

  let assistant: any LineAssistant
  let history: LineHistory
  let rules: LineRules
  let wording: LineWording
  let signals: TerminalSignals

  var decoder = InputDecoder()
  var recall = HistoryRecall([])
  /// What libedit is still to be told.
  var steps: [Step] = []
  /// How the reading ended.
  var outcome = LineEvent.end
  var hasSaidNotUTF8 = false
  var promptCells = 0
  /// What lies below the line.
  var overlay = Overlay.none
  /// What is drawn over libedit's picture; nil if nothing is.
  var painter: LinePainter?
  /// Whether something is drawn beside the text.
  var hasDrawnOutside = false
  /// The hint that is shown after the line.
  var hint: String?
  var undo = LineUndo()
  /// Whether the assistant has nothing more to prepare.
  var isPrepared = false
  let usesColour: Bool
  private let handle: OpaquePointer
  private var terminalState = termios()

  /// Prepares the terminal for editing.
  ///
  /// - Throws: `Refusal` if that cannot be done; the caller says why and uses `PlainReader`.
  package init(
    assistant: any LineAssistant,
    history: LineHistory,
    rules: LineRules,
    wording: LineWording,
    usesColour: Bool
  ) throws(Refusal) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !terminal.isEmpty, terminal != "dumb" else { throw .plainTerminal }
    guard Self.useUTF8() else { throw .noUTF8Locale }
    let caught = [SIGINT, SIGWINCH, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT]
    guard let signals = TerminalSignals(caught), let handle = Self.open(terminal) else {
      throw .noResources
    }
    self.assistant = assistant
    self.history = history
    self.rules = rules
    self.wording = wording
    self.usesColour = usesColour
    self.signals = signals
    self.handle = handle
    configure()
  }

  isolated deinit {
    // Otherwise libedit throws away what has been typed ahead.
    cedit_set_int(handle, EL_EDITMODE, 0)
    el_end(handle)
  }

  /// Shows `prompt` and lets the user edit a text until it is run, given up or ended.
  package func readLine(prompt: String) -> LineEvent {
    recall = HistoryRecall(history.entries)
    steps = []
    outcome = .end
    hasSaidNotUTF8 = false
    overlay = .none
    undo = LineUndo()
    isPrepared = false
    promptCells = rules.width(Prompt.visible(prompt))
    promptText = wide(prompt)
    tcgetattr(STDIN_FILENO, &terminalState)
    Self.active = self
    signals.install()
    // Before the prompt is seen, or what is typed at once would be echoed over it.
    resume()
    var count: Int32 = 0
    el_wgets(handle, &count)
    restoreTerminal()
    signals.restore()
    Self.active = nil
    return outcome
  }

  /// Keeps `statement` for recall.
  package func remember(_ statement: String) {
    history.remember(statement)
  }
}

// MARK: - Starting

extension LineEditor {
  /// libedit sorts letters by the locale, once, in `el_init`: it must be a UTF-8 one by then.
  private static func useUTF8() -> Bool {
    // Only LC_CTYPE: LC_NUMERIC would change how C writes numbers.
    let names: [String] = ["", "C.UTF-8", "C.utf8", "sv_SE.UTF-8", "en_US.UTF-8"]
    return names.contains { name in
      setlocale(LC_CTYPE, name) != nil && String(cString: nl_langinfo(codeset)) == "UTF-8"
    }
  }

  private static let codeset = nl_item(CODESET)

  /// Opens libedit.
  ///
  /// A terminal that the database does not know is taken for an xterm, as terminals
  /// that are newer than the database are; libedit would print two lines and use a typewriter.
  private static func open(_ terminal: String) -> OpaquePointer? {
    guard cedit_knows_terminal(terminal) == 0 else { return cedit_open("folj") }
    setenv("TERM", "xterm", 1)
    defer { setenv("TERM", terminal, 1) }
    return cedit_open("folj")
  }

  private func configure() {
    cedit_set_int(handle, EL_SIGNAL, 0)
    cedit_editor(handle, permanentWide("emacs"))
    cedit_prompt(handle, { _ in promptPointer }, wchar_t(bitPattern: Prompt.marker.value))
    cedit_getc(handle, readKey)
    cedit_plain_input(handle)
    let name = permanentWide("folj-act")
    cedit_addfn(handle, name, name, actOnKey)
    bind(actionCode, to: "folj-act")
    for command in Builtin.allCases { bind(command.code, to: command.rawValue) }
  }

  private func bind(_ code: wchar_t, to command: String) {
    cedit_bind(handle, [code, 0], wide(command))
  }
}

// MARK: - What libedit holds

extension LineEditor {
  /// The text and the cursor.
  var line: EditedLine {
    guard let line = el_wline(handle)?.pointee else { return EditedLine("") }
    var text = String.UnicodeScalarView()
    for value in UnsafeBufferPointer(start: line.buffer, count: line.lastchar - line.buffer) {
      text.append(Unicode.Scalar(UInt32(bitPattern: value)) ?? "\u{FFFD}")
    }
    return EditedLine(String(text), cursor: line.cursor - line.buffer)
  }

  /// Says whether the text may grow by so many bytes.
  ///
  /// It is asked for every letter, so it makes no copy of the text.
  func hasRoom(for bytes: Int) -> Bool {
    guard let line = el_wline(handle)?.pointee else { return false }
    let values = UnsafeBufferPointer(start: line.buffer, count: line.lastchar - line.buffer)
    // Four bytes a scalar at the most: only a long text has to be measured.
    guard values.count * 4 + bytes > Self.limitBytes else { return true }
    var used = bytes
    for value in values { used += value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }
    return used <= Self.limitBytes
  }

  /// Moves the cursor to a place in the text.
  func moveCursor(to place: Int) {
    // Once with 0 to learn where it is.
    let distance = Int32(clamping: place) - el_cursor(handle, 0)
    if distance != 0 { el_cursor(handle, distance) }
  }

  /// Puts `text` in place of what stands from `start` to the cursor.
  func replace(from start: Int, with text: String) {
    el_deletestr(handle, el_cursor(handle, 0) - Int32(clamping: start))
    if !text.isEmpty { el_winsertstr(handle, wide(text)) }
  }

  /// Draws the prompt and the text anew from where the cursor is, at the left of an empty row.
  func redraw() {
    el_resize(handle)
    cedit_refresh(handle)
  }

  /// Counts the cells that libedit takes a character to fill.
  func cells(_ scalar: Unicode.Scalar) -> Int {
    max(Int(cedit_cells(wchar_t(bitPattern: scalar.value))), 0)
  }

  /// Tells whether libedit draws a character as it is.
  func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    cedit_cells(wchar_t(bitPattern: scalar.value)) >= 0
  }

  /// Sounds the bell.
  func beep() {
    el_beep(handle)
    cedit_flush()
  }

  /// Writes to the terminal, after what libedit has written.
  func write(_ text: String) {
    cedit_flush()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

// MARK: - The state of the terminal

extension LineEditor {
  static let pasteModeOn = "\u{1B}[?2004h"
  static let pasteModeOff = "\u{1B}[?2004l"

  /// Puts the terminal back as it was before the line was read.
  func restoreTerminal() {
    write(Self.pasteModeOff)
    // Not TCSADRAIN: a terminal that has stopped taking output must not hold up SIGTERM.
    tcsetattr(STDIN_FILENO, TCSANOW, &terminalState)
  }

  /// Lets the program be stopped, and takes the terminal back when it goes on.
  func suspend() {
    cedit_set_int(handle, EL_PREP_TERM, 0)
    restoreTerminal()
    signals.restore()
    raise(SIGTSTP)
    signals.install()
    resume()
  }

  /// Takes the terminal back after someone else may have changed it.
  func resume() {
    // libedit believes that its mode is still set until it has been told of the other.
    cedit_set_int(handle, EL_PREP_TERM, 0)
    cedit_set_int(handle, EL_PREP_TERM, 1)
    write(Self.pasteModeOn)
  }
}

// MARK: - Calls from libedit

/// A command of libedit's own that a private code is bound to.
enum Builtin: String, CaseIterable {
  case left = "ed-prev-char"
  case right = "ed-next-char"
  case wordLeft = "ed-prev-word"
  case wordRight = "em-next-word"
  case backspace = "em-delete-prev-char"
  case delete = "ed-delete-next-char"
  case killWordBack = "ed-delete-prev-word"
  case killWordForward = "em-delete-next-word"
  case setMark = "em-set-mark"
  case killRegion = "em-kill-region"
  case yank = "em-yank"
  case transpose = "ed-transpose-chars"
  case clearScreen = "ed-clear-screen"
  case moveToEnd = "ed-move-to-end"
  case newline = "ed-newline"

  /// A C1 control character: never typed, and within the 256 codes that libedit looks up.
  var code: wchar_t {
    wchar_t(0x80 + (Self.allCases.firstIndex(of: self) ?? 0))
  }
}

/// The code for an action of ours.
private let actionCode: wchar_t = 0x9F

/// One thing for libedit to do.
enum Step {
  case type(Unicode.Scalar)
  case builtin(Builtin)
  case act(() -> Reply)
}

/// What libedit is to do after an action.
enum Reply {
  /// Nothing: the screen is as it should be.
  case done
  /// Draw what has changed.
  case refresh
  /// Stop reading, with this outcome.
  case finish(LineEvent)
}

extension LineEditor {
  /// Waits for the user and returns the next code for libedit; nil at the end of the input.
  fileprivate func nextCode() -> wchar_t? {
    while steps.isEmpty {
      paint()
      guard waitForInput() else {
        unpaint()
        return nil
      }
    }
    unpaint()
    switch steps[0] {
    case .act: return actionCode
    case .builtin(let command):
      steps.removeFirst()
      return command.code
    case .type(let scalar):
      steps.removeFirst()
      return wchar_t(bitPattern: scalar.value)
    }
  }

  fileprivate func runAction() -> UInt8 {
    guard case .act(let action)? = steps.first else { return UInt8(CC_ERROR) }
    steps.removeFirst()
    switch action() {
    case .done: return UInt8(CC_NORM)
    case .refresh: return UInt8(CC_REFRESH)
    case .finish(let event):
      outcome = event
      return UInt8(CC_EOF)
    }
  }

  fileprivate static func nextCode() -> wchar_t? { active?.nextCode() }

  fileprivate static func runAction() -> UInt8 { active?.runAction() ?? UInt8(CC_ERROR) }
}

nonisolated private func readKey(
  _: OpaquePointer?,
  _ key: UnsafeMutablePointer<wchar_t>?
) -> Int32 {
  guard let code = MainActor.assumeIsolated({ LineEditor.nextCode() }) else { return 0 }
  key?.pointee = code
  return 1
}

nonisolated private func actOnKey(_: OpaquePointer?, _: Int32) -> UInt8 {
  MainActor.assumeIsolated { LineEditor.runAction() }
}

/// The prompt that is shown, where libedit can read it; touched on the main thread only.
nonisolated(unsafe) private var promptPointer: UnsafeMutablePointer<wchar_t>?

private var promptText: [wchar_t] = [] {
  didSet {
    promptPointer?.deallocate()
    let copy = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: promptText.count)
    _ = copy.initialize(from: promptText)
    promptPointer = copy.baseAddress
  }
}

/// The text as libedit takes it: one number a scalar, and a zero.
private func wide(_ text: String) -> [wchar_t] {
  text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
}

/// A text that is never freed, for what libedit keeps a pointer to.
private func permanentWide(_ text: String) -> UnsafePointer<wchar_t>? {
  let copy = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: text.unicodeScalars.count + 1)
  _ = copy.initialize(from: wide(text))
  return UnsafePointer(copy.baseAddress)
}
