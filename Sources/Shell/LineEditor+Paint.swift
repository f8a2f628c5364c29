internal import Glibc

// What is drawn over and below libedit's line, while nothing is typed.

extension LineEditor {
  /// What lies below the line, and takes the keys first.
  enum Overlay {
    case none
    case menu(LineMenu)
    case search(LineSearch)
  }

  /// More rows than this are not shown below the line at once.
  private static let mostRows = 12

  /// Draws colours, hint and menu, if libedit's picture is complete and no key waits.
  func paint() {
    guard painter == nil, decoder.patience == nil, !isBurst else { return }
    let line = self.line
    undo.note(line)
    let (height, width) = screenSize
    let frame = LinePainter.frame(
      line,
      promptCells: promptCells,
      width: width,
      cells: cells
    )
    // A text that does not fit is drawn by libedit alone, and not so well.
    guard frame.end.row < height, line.scalars.allSatisfy(isDrawable) else { return }
    let rows = overlayRows(height: height - frame.end.row - 1, width: width)
    let hint = hintText(line, room: width - 1 - frame.end.column)
    guard usesColour || !rows.isEmpty else { return }
    let cursor = line.textBeforeCursor.utf8.count
    let parts = usesColour ? assistant.highlight(line.text, cursor: cursor) : []
    var painter = LinePainter(frame, width: width, usesColour: usesColour)
    write(painter.paint(line, parts, hint: hint, rows: rows, cells: cells))
    hasDrawnOutside = !hint.isEmpty || !rows.isEmpty
    self.painter = painter
  }

  /// Erases what libedit does not know of, before it draws again.
  func unpaint() {
    guard var painter else { return }
    if hasDrawnOutside { write(painter.erase()) }
    forgetPaint()
  }

  /// Takes what is drawn for erased.
  func forgetPaint() {
    (painter, hasDrawnOutside, hint) = (nil, false, nil)
  }

  /// Whether there is a row for a menu below the line.
  var hasRoomBelow: Bool {
    let (height, width) = screenSize
    let line = self.line
    let end = line.spot(
      of: line.scalars.count,
      promptCells: promptCells,
      width: width,
      cells: cells
    )
    return end.row + 1 < height
  }

  /// libedit draws what cannot be printed in its own way, which takes other cells.
  private func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || isPrintable(scalar)
  }

  // MARK: The hint

  /// What is shown of the hint; `hint` is the whole of it.
  private func hintText(_ line: EditedLine, room: Int) -> String {
    guard usesColour, case .none = overlay, line.cursor == line.scalars.count, room > 1 else {
      return ""
    }
    hint = assistant.hint(for: line.text)
    return hint.map { CandidateColumns.cut(rules.visible($0), to: room, cells: rules.width) } ?? ""
  }

  // MARK: Rows

  private func overlayRows(height: Int, width: Int) -> [MenuRow] {
    let height = min(height, Self.mostRows)
    let layout = MenuLayout(width: width, cells: rules.width, more: wording.more)
    switch overlay {
    case .none: return []
    case .menu(let menu):
      let candidates = menu.completion.candidates.map(shown)
      return layout.rows(candidates, selection: menu.selection, height: height)
    case .search(let search):
      let number = search.matches.isEmpty ? 0 : search.selection + 1
      let needle = rules.visible(search.needle)
      let head = wording.search(needle, number, search.matches.count)
      let title = CandidateColumns.cut(head, to: max(width - 1, 1), cells: rules.width)
      let matches = search.matches.map { Candidate(text: shownText($0)) }
      let rows = layout.rows(matches, selection: search.selection, height: height - 1)
      return height > 0 ? [MenuRow(text: title)] + rows : []
    }
  }

  private func shown(_ candidate: Candidate) -> Candidate {
    var shown = candidate
    shown.text = rules.visible(candidate.text)
    shown.note = candidate.note.map(shownText)
    return shown
  }

  /// A text in one row.
  private func shownText(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { line in
      String(line.drop { $0 == " " })
    }
    return rules.visible(lines.joined(separator: " ↵ "))
  }
}
