internal import Glibc

// What a key makes of the line, as steps for libedit.

extension LineEditor {
  /// After so many milliseconds without a key, something is prepared.
  private static let restTime: Int32 = 50

  /// Waits for a byte, a signal or a pause and adds what follows to `steps`; false at the end.
  func waitForInput() -> Bool {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&waiting, 2, decoder.patience ?? (isPrepared ? -1 : Self.restTime))
    if count < 0 { return errno == EINTR }
    if count == 0 {
      guard decoder.patience != nil else {
        isPrepared = !assistant.prepare()
        return true
      }
      decoder.pause().forEach(handle)
    } else if let number = signals.next() {
      handle(signal: number)
    } else if waiting[0].revents != 0 {
      // One byte at a time: what is typed ahead stays with the terminal, where a pager or a
      // question from the program finds it.
      var byte: UInt8 = 0
      let size = read(STDIN_FILENO, &byte, 1)
      if size < 0 { return errno == EINTR || errno == EAGAIN }
      if size == 0 { return false }
      decoder.feed(byte).forEach(handle)
    }
    return true
  }

  private func handle(_ event: InputEvent) {
    if overlayTakes(event) { return }
    // A hint is taken only as it was seen.
    defer { hint = nil }
    switch event {
    case .scalar(let scalar): type(scalar)
    case .paste(let text):
      steps += insertion(of: TypedText.cleaned(text))
    case .key(let key): press(key)
    case .escape, .ignored: break
    case .invalid:
      guard !hasSaidNotUTF8 else { break }
      hasSaidNotUTF8 = true
      steps += saying(wording.notUTF8)
    }
  }

  /// Typed letters go to libedit, which draws them with less; what may join with the character
  /// before, and blanks of other kinds, take the way of a paste.
  private func type(_ scalar: Unicode.Scalar) {
    let isMark = scalar.properties.canonicalCombiningClass != .notReordered
    let text = TypedText.cleaned(String(scalar))
    if !isMark, text.unicodeScalars.first == scalar, hasRoom(for: UTF8.width(scalar)) {
      steps.append(.type(scalar))
    } else {
      steps += insertion(of: text)
    }
  }

  private func press(_ key: Key) {
    switch key {
    case .enter: steps += isBurst ? insertion(of: "\n") : enter()
    case .newline: steps += insertion(of: "\n  ")
    case .tab: steps += isBurst ? insertion(of: " ") : completion()
    case .up: steps.append(.act(goUp))
    case .down: steps.append(.act(goDown))
    case .tabBack: break
    case .search: openSearch()
    case .undo: steps.append(.act(takeBack))
    case .home: steps.append(.act { self.move(to: self.line.lineStart) })
    case .end:
      steps += acceptedHint() ?? [.act { self.move(to: self.line.lineEnd) }]
    case .deleteOrEnd: steps.append(line.scalars.isEmpty ? .act(end) : .builtin(.delete))
    // libedit would cut all rows of the text; this cuts in the row of the cursor.
    case .killToEnd: cut { $0.cursor == $0.lineEnd ? $0.cursor + 1 : $0.lineEnd }
    case .killToStart: cut { $0.lineStart }
    case .left: steps.append(.builtin(.left))
    case .right: steps += acceptedHint() ?? [.builtin(.right)]
    case .wordLeft: steps.append(.builtin(.wordLeft))
    case .wordRight: steps.append(.builtin(.wordRight))
    case .backspace: steps.append(.builtin(.backspace))
    case .delete: steps.append(.builtin(.delete))
    case .killWordBack: steps.append(.builtin(.killWordBack))
    case .killWordForward: steps.append(.builtin(.killWordForward))
    case .yank: steps.append(.builtin(.yank))
    case .transpose: steps.append(.builtin(.transpose))
    case .clearScreen: steps.append(.builtin(.clearScreen))
    }
  }

  /// Cuts from the cursor to `place`, so that Ctrl-Y can bring it back.
  private func cut(to place: @escaping (EditedLine) -> Int) {
    steps += [
      .builtin(.setMark),
      .act { self.move(to: place(self.line)) },
      .builtin(.killRegion),
    ]
  }

  /// Whether a paste without marks is coming in: more bytes already wait.
  ///
  /// In it, Enter and TAB are text. What is typed ahead may look the same; it is then one text too,
  /// and nothing of it is run before the user has seen it.
  var isBurst: Bool {
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 && count > 0
  }
}

// MARK: - Signals

extension LineEditor {
  private func handle(signal number: Int32) {
    if number != SIGWINCH, number != SIGCONT { overlay = .none }
    switch number {
    case SIGINT:
      decoder.reset()
      steps = [.builtin(.moveToEnd), .act(interrupt)]
    case SIGWINCH:
      // The terminal has moved what was drawn; drawing the line anew erases all of it.
      forgetPaint()
      steps.append(.act(resize))
    case SIGTSTP: steps += belowLine { self.suspend() }
    case SIGCONT: steps.append(.act(goOn))
    default: steps = [.builtin(.moveToEnd), .act { self.leave(number) }]
    }
  }

  private func interrupt() -> Reply {
    write("^C\r\n")
    return .finish(.interrupted)
  }

  private func end() -> Reply {
    write("\r\n")
    return .finish(.end)
  }

  /// Dies of the signal as if it had not been caught, but with the terminal as it was.
  private func leave(_ number: Int32) -> Reply {
    write("\r\n")
    restoreTerminal()
    signals.restore()
    raise(number)
    // The program has a handler of its own for it and lives: that is the end of the input.
    return .finish(.end)
  }

  /// Draws the line in the new width.
  ///
  /// The terminal has by now moved the rows that it had wrapped itself.
  private func resize() -> Reply {
    let row = line.row(promptCells: promptCells, width: screenSize.columns, cells: cells)
    write((row > 0 ? "\u{1B}[\(row)A" : "") + "\r\u{1B}[J")
    redraw()
    return .done
  }

  private func goOn() -> Reply {
    resume()
    write("\r\u{1B}[J")
    redraw()
    return .done
  }

  /// The size of the screen, as the terminal says now.
  var screenSize: (rows: Int, columns: Int) {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    guard isKnown, size.ws_row > 0, size.ws_col > 1 else { return (24, 80) }
    return (Int(size.ws_row), Int(size.ws_col))
  }
}
