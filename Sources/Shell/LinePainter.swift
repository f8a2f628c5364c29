/// Draws over the line that libedit has drawn, and below it: colours, a hint, rows.
///
/// libedit knows nothing of this. The cursor is back in its place afterwards, and what lies
/// outside the text is erased before libedit draws again.
nonisolated struct LinePainter: Equatable {
  /// Where the text begins, where the cursor is, and where the text ends.
  struct Frame: Equatable {
    var start: ScreenSpot
    var cursor: ScreenSpot
    var end: ScreenSpot
  }

  /// The frame of a line on a screen of some width.
  static func frame(
    _ line: EditedLine,
    promptCells: Int,
    width: Int,
    cells: (Unicode.Scalar) -> Int
  ) -> Frame {
    func spot(_ place: Int) -> ScreenSpot {
      line.spot(of: place, promptCells: promptCells, width: width, cells: cells)
    }
    return Frame(start: spot(0), cursor: spot(line.cursor), end: spot(line.scalars.count))
  }

  let frame: Frame
  let width: Int
  let usesColour: Bool
  private var output = ""
  private var at: ScreenSpot

  /// Begins with the cursor where libedit has left it.
  init(_ frame: Frame, width: Int, usesColour: Bool) {
    (self.frame, self.width, self.usesColour) = (frame, width, usesColour)
    at = frame.cursor
  }

  /// Draws the coloured text, the hint and the rows.
  ///
  /// - Parameters:
  ///   - line: The text that is on the screen.
  ///   - parts: Its coloured parts.
  ///   - hint: What is shown faintly after it.
  ///   - rows: What is shown below it.
  ///   - cells: How many cells a character takes.
  /// - Returns: What is to be written to the terminal.
  mutating func paint(
    _ line: EditedLine,
    _ parts: [StyledPart],
    hint: String,
    rows: [MenuRow],
    cells: (Unicode.Scalar) -> Int
  ) -> String {
    output = Self.hidesCursor
    if usesColour { text(line, parts, cells) }
    if !hint.isEmpty || !rows.isEmpty { go(to: frame.end) }
    if !hint.isEmpty { output += "\u{1B}[2m\(hint)\u{1B}[m" }
    for row in rows {
      // From the last row of the screen this moves the whole picture up.
      output += "\r\n"
      at.row += 1
      output += row.isSelected && usesColour ? "\u{1B}[7m\(row.text)\u{1B}[m" : row.text
    }
    if at != frame.cursor || !hint.isEmpty || !rows.isEmpty { go(to: frame.cursor) }
    return output + Self.showsCursor
  }

  /// Returns what erases the hint and the rows.
  mutating func erase() -> String {
    output = ""
    go(to: frame.end)
    output += "\u{1B}[J"
    go(to: frame.cursor)
    return output
  }

  private static let hidesCursor = "\u{1B}[?25l"
  private static let showsCursor = "\u{1B}[?25h"

  /// Moves relatively: the picture may have moved up.
  private mutating func go(to spot: ScreenSpot) {
    let rows = spot.row - at.row
    if rows != 0 { output += "\u{1B}[\(abs(rows))\(rows < 0 ? "A" : "B")" }
    output += "\r" + (spot.column > 0 ? "\u{1B}[\(spot.column)C" : "")
    at = spot
  }

  private mutating func text(
    _ line: EditedLine,
    _ parts: [StyledPart],
    _ cells: (Unicode.Scalar) -> Int
  ) {
    go(to: frame.start)
    var parts = parts[...]
    var style: TextStyle?
    var (byte, column, isFull) = (0, frame.start.column, false)
    for scalar in line.scalars {
      while let part = parts.first, part.range.upperBound <= byte { parts.removeFirst() }
      let next = parts.first.flatMap { $0.range.contains(byte) ? $0.style : nil }
      if next != style { output += "\u{1B}[\(next.map(LineColours.code) ?? "")m" }
      (style, byte) = (next, byte + UTF8.width(scalar))
      if scalar == "\n" {
        // A full row has already gone on in the next, though the terminal waits with it.
        output += isFull ? "\r\n\r\n" : "\r\n"
        (column, isFull) = (0, false)
        continue
      }
      output.unicodeScalars.append(scalar)
      let size = cells(scalar)
      // A mark joins with the character before it, wherever that stands.
      guard size > 0 else { continue }
      column = isFull || column + size > width ? size : column + size
      isFull = column >= width
    }
    if style != nil { output += "\u{1B}[m" }
    if isFull { output += "\r\n" }
    at = frame.end
  }
}

/// The colours of the line: of the sixteen that every terminal has, and only such as can be read
/// on a dark and on a light ground.
nonisolated enum LineColours {
  /// The parameters of SGR for a style.
  static func code(_ style: TextStyle) -> String {
    switch style {
    case .keyword: "1"
    case .function: "1;36"
    case .name: "36"
    case .value, .text: "32"
    case .number, .variable: "35"
    case .comment: "3"
    case .wrong: "4;31"
    case .unclosed: "31"
    }
  }
}
