/// The text being edited and the cursor in it, counted in Unicode scalars as libedit does.
nonisolated struct EditedLine: Equatable, Sendable {
  var scalars: [Unicode.Scalar]
  var cursor: Int

  /// Creates a line with the cursor at `cursor`, or at the end.
  init(_ text: String, cursor: Int? = nil) {
    scalars = Array(text.unicodeScalars)
    self.cursor = min(cursor ?? scalars.count, scalars.count)
  }

  var text: String { Self.string(scalars[...]) }

  var textBeforeCursor: String { Self.string(scalars[..<cursor]) }

  /// Whether there is nothing but white space.
  var isBlank: Bool { scalars.allSatisfy(\.properties.isWhitespace) }

  /// Where the row of text that holds the cursor begins.
  var lineStart: Int {
    scalars[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  /// Where the row of text that holds the cursor ends: at a line feed or at the end.
  var lineEnd: Int {
    scalars[cursor...].firstIndex(of: "\n") ?? scalars.count
  }

  /// The place one row of text up, in the same column if the row is that long; nil on the first.
  var cursorAbove: Int? {
    let start = lineStart
    guard start > 0 else { return nil }
    let above = scalars[..<(start - 1)].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return min(above + cursor - start, start - 1)
  }

  /// The place one row of text down; nil on the last.
  var cursorBelow: Int? {
    let end = lineEnd
    guard end < scalars.count else { return nil }
    let below = end + 1
    let belowEnd = scalars[below...].firstIndex(of: "\n") ?? scalars.count
    return min(below + cursor - lineStart, belowEnd)
  }

  /// The place of a UTF-8 offset, or nil if it is outside the text or inside a character.
  func place(ofUTF8 offset: Int) -> Int? {
    var bytes = 0
    for (place, scalar) in scalars.enumerated() {
      if bytes >= offset { return bytes == offset ? place : nil }
      bytes += UTF8.width(scalar)
    }
    return bytes == offset ? scalars.count : nil
  }

  /// The row on the screen where the cursor is drawn, counted from the row of the prompt.
  func row(promptCells: Int, width: Int, cells: (Unicode.Scalar) -> Int) -> Int {
    spot(of: cursor, promptCells: promptCells, width: width, cells: cells).row
  }

  /// Where on the screen a place in the text is drawn, counted from the row of the prompt.
  ///
  /// The same rules as libedit's: a row that is full goes on in the next, and a wide character that
  /// does not fit moves there whole.
  func spot(
    of place: Int,
    promptCells: Int,
    width: Int,
    cells: (Unicode.Scalar) -> Int
  ) -> ScreenSpot {
    var row = promptCells / max(width, 1)
    var column = promptCells % max(width, 1)
    for scalar in scalars[..<place] {
      let size = scalar == "\n" ? 0 : cells(scalar)
      if scalar == "\n" || column + size > width {
        row += 1
        column = 0
      }
      column += size
      if column >= width {
        row += 1
        column = 0
      }
    }
    return ScreenSpot(row: row, column: column)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// A place on the screen, counted from the row of the prompt and the left edge.
nonisolated struct ScreenSpot: Equatable, Sendable {
  var row: Int
  var column: Int
}

/// Makes typed and pasted text fit to be edited.
nonisolated enum TypedText {
  /// Returns `text` with one kind of line end and one kind of blank, and without what is invisible.
  ///
  /// Texts from word processors and web pages carry no-break spaces, soft hyphens and direction
  /// marks; a question that holds them looks right and finds nothing.
  static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      defer { followsReturn = scalar == "\r" }
      switch scalar {
      case "\n" where followsReturn: continue
      case "\n", "\r", "\u{2028}", "\u{2029}": result.append("\n")
      case "\t", "\u{A0}", "\u{2007}", "\u{202F}": result.append(" ")
      // The joiners are parts of emoji.
      case "\u{200C}", "\u{200D}": result.append(scalar)
      default: if !isInvisible(scalar) { result.append(scalar) }
      }
    }
    return String(result)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .control || category == .format
  }
}

/// A prompt with marked parts that take no room on the screen.
nonisolated enum Prompt {
  /// The character before and after such a part.
  static let marker: Unicode.Scalar = "\u{1}"

  /// Returns the part of `prompt` that is seen.
  static func visible(_ prompt: String) -> String {
    let parts = prompt.unicodeScalars.split(separator: marker, omittingEmptySubsequences: false)
    let seen = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }
    return seen.map { String($0.element) }.joined()
  }
}
