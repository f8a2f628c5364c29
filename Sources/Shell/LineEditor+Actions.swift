internal import Glibc

// What is done to the line, with the line at hand.

extension LineEditor {
  /// Runs a finished text; otherwise begins a new row.
  ///
  /// It is indented, since libedit shows no prompt there.
  func enter() -> [Step] {
    let line = self.line
    guard line.isBlank || assistant.isFinished(line.text) else { return insertion(of: "\n  ") }
    outcome = .line(rules.normalise(line.text))
    return [.builtin(.newline)]
  }

  func move(to place: Int) -> Reply {
    moveCursor(to: place)
    return .refresh
  }

  // MARK: Inserting

  /// Inserts `text` at the cursor if there is room for the whole of it.
  func insertion(of text: String) -> [Step] {
    guard !text.isEmpty else { return [] }
    guard hasRoom(for: text.utf8.count) else { return refusal() }
    return [
      .act {
        self.insert(text)
        return .refresh
      }
    ]
  }

  private func insert(_ text: String) {
    let line = self.line
    // A mark joins with the character before the cursor.
    let isMark = text.unicodeScalars.first?.properties.canonicalCombiningClass != .notReordered
    let start = isMark ? max(line.cursor - 1, 0) : line.cursor
    let joined = line.textBeforeCursor.unicodeScalars.dropFirst(start)
    replace(from: start, with: rules.normalise(String(joined) + text))
  }

  /// Says that the text is too long.
  ///
  /// A paste without marks has by then come in part: the line is cleared and the rest thrown away,
  /// for half a text must not be run.
  private func refusal() -> [Step] {
    beep()
    let isPaste = isBurst
    if isPaste { discardInput() }
    let clear = Step.act {
      self.moveCursor(to: self.line.scalars.count)
      self.replace(from: 0, with: "")
      return .refresh
    }
    return (isPaste ? [clear] : []) + saying(wording.tooLong)
  }

  private func discardInput() {
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var buffer = [UInt8](repeating: 0, count: 4096)
    while poll(&waiting, 1, 200) > 0, read(STDIN_FILENO, &buffer, buffer.count) > 0 {}
  }

  // MARK: Up and Down

  func goUp() -> Reply {
    if let place = line.cursorAbove { return move(to: place) }
    return recallOlder()
  }

  func goDown() -> Reply {
    let line = self.line
    if let place = line.cursorBelow { return move(to: place) }
    return show(recall.newer(than: line))
  }

  /// Recalls this session's texts first, then earlier ones.
  func recallOlder() -> Reply { show(older(among: history.entries)) }

  private func older(among entries: @autoclosure () -> [String]) -> EditedLine? {
    let line = self.line
    if !recall.isUnderWay(at: line) { recall = HistoryRecall(entries()) }
    return recall.older(than: line)
  }

  /// Shows another text in place of the line; beeps if there is none.
  func show(_ recalled: EditedLine?) -> Reply {
    guard let recalled else {
      beep()
      return .done
    }
    moveCursor(to: line.scalars.count)
    replace(from: 0, with: recalled.text)
    return move(to: recalled.cursor)
  }

  // MARK: Completion

  /// Inserts what is sure, and opens a menu if there are several candidates.
  func completion() -> [Step] {
    let line = self.line
    let completion = assistant.complete(line.text, cursor: line.textBeforeCursor.utf8.count)
    let step = CompletionStep(completion, line: line, fold: rules.fold)
    var result = step.insertion.map(steps) ?? []
    if step.lists {
      result += [
        .act {
          self.openMenu(completion)
          // Where no row is left below the line, the candidates are listed above it.
          guard !self.hasRoomBelow else { return .done }
          self.overlay = .none
          self.steps = self.belowLine { self.list(completion.candidates) } + self.steps
          return .done
        }
      ]
    }
    if result.isEmpty { beep() }
    return result
  }

  /// Puts a candidate in place of what has been typed of it.
  func steps(for insertion: CompletionStep.Insertion) -> [Step] {
    guard hasRoom(for: insertion.text.utf8.count) else { return refusal() }
    return [
      .act {
        self.replace(from: insertion.start, with: self.rules.normalise(insertion.text))
        return .refresh
      }
    ]
  }

  private func list(_ candidates: [Candidate]) {
    let items = candidates.map { candidate in
      rules.visible(candidate.note.map { "\(candidate.text) \($0)" } ?? candidate.text)
    }
    let (height, width) = screenSize
    let rows = CandidateColumns.rows(items, width: width, cells: rules.width)
    // The fresh prompt and the row above it stay in view.
    let room = max(height - 3, 1)
    guard rows.count > room else { return write("\r\n" + lines(rows)) }
    // Counting what is left out is exact only if each row holds one item.
    let shown = CandidateColumns.rows(Array(items.prefix(room)), width: width, cells: rules.width)
    write("\r\n" + lines(shown + [wording.more(items.count - room)]))
  }

  private func lines(_ rows: [String]) -> String {
    rows.map { $0 + "\r\n" }.joined()
  }

  // MARK: Below the line

  /// Shows a sentence under the line, then the line again.
  func saying(_ sentence: String) -> [Step] {
    belowLine { self.write("\r\n" + self.lines([sentence])) }
  }

  /// Does `body` with the cursor after the text, then draws the line anew below what it wrote.
  func belowLine(_ body: @escaping () -> Void) -> [Step] {
    var place = 0
    return [
      .act {
        place = self.line.cursor
        return .done
      },
      .builtin(.moveToEnd),
      .act {
        body()
        self.moveCursor(to: place)
        self.redraw()
        return .done
      },
    ]
  }
}
