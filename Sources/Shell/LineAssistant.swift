/// One proposal: what replaces the text from `Completion.start` to the cursor.
nonisolated package struct Candidate: Equatable, Sendable {
  /// What is inserted.
  package var text: String
  /// What is shown beside the text, such as a title; never inserted.
  package var note: String?
  /// Whether a blank follows the text, because it is complete as a word.
  package var addsBlank: Bool
  /// How many records have it, where that can be told.
  package var count: Int?
  /// Whether it does not begin like what is typed, so that it is only shown until it is chosen.
  package var isGuess: Bool

  /// Creates a proposal.
  package init(
    text: String,
    note: String? = nil,
    addsBlank: Bool = true,
    count: Int? = nil,
    isGuess: Bool = false
  ) {
    self.text = text
    self.note = note
    self.addsBlank = addsBlank
    self.count = count
    self.isGuess = isGuess
  }
}

/// The proposals at one place in a text.
nonisolated package struct Completion: Equatable, Sendable {
  /// The UTF-8 offset where the word that is being typed begins.
  package var start: Int
  /// The proposals, in the order in which they are listed.
  package var candidates: [Candidate]
  /// Whether there are more, so that what these share may not be shared by all.
  package var isCut: Bool

  /// Creates the proposals for the word that begins at `start`.
  package init(start: Int, candidates: [Candidate], isCut: Bool = false) {
    self.start = start
    self.candidates = candidates
    self.isCut = isCut
  }
}

/// What a part of the line is, which decides its colour.
nonisolated package enum TextStyle: CaseIterable, Sendable {
  case keyword, function, name, value, number, text, variable, comment
  /// A name that does not exist.
  case wrong
  /// A quoted text that is not closed.
  case unclosed
}

/// A part of the line with a colour.
nonisolated package struct StyledPart: Equatable, Sendable {
  /// Where it stands, in UTF-8.
  package var range: Range<Int>
  /// What it is.
  package var style: TextStyle

  /// Creates a part.
  package init(_ range: Range<Int>, _ style: TextStyle) {
    self.range = range
    self.style = style
  }
}

/// The questions that the editor asks the program; the editor knows nothing of the language.
@MainActor package protocol LineAssistant: AnyObject {
  /// Returns what can stand at `cursor`, a UTF-8 offset in `text`.
  func complete(_ text: String, cursor: Int) -> Completion
  /// Says whether Enter runs `text`; otherwise it begins a new line.
  func isFinished(_ text: String) -> Bool
  /// Returns the coloured parts of `text` in order; the word at `cursor` is still being typed.
  func highlight(_ text: String, cursor: Int) -> [StyledPart]
  /// Returns what the user may be about to type after `text`.
  func hint(for text: String) -> String?
  /// Does a little of what later questions will need, while the user rests; says whether there is
  /// more of it.
  func prepare() -> Bool
}

extension LineAssistant {
  /// Colours nothing.
  package func highlight(_: String, cursor _: Int) -> [StyledPart] { [] }
  /// Has no idea.
  package func hint(for _: String) -> String? { nil }
  /// Has nothing to prepare.
  package func prepare() -> Bool { false }
}

/// What came of reading a line.
nonisolated package enum LineEvent: Equatable, Sendable {
  /// A text to run: one line, or several with line feeds between.
  case line(String)
  /// Ctrl-C, or a text that was given up: nothing to run, ask again.
  case interrupted
  /// The end of the input.
  case end
}

/// Reads what the user wants to run, whatever the terminal is.
@MainActor package protocol LineReader: AnyObject {
  /// Shows `prompt` and waits for a text. What stands between two U+0001 in `prompt` takes no room
  /// on the screen, such as a colour; the last visible character must stand outside such marks.
  func readLine(prompt: String) -> LineEvent
  /// Keeps `statement` for recall, unless it is private.
  func remember(_ statement: String)
}

/// How the program treats text, so that the editor needs no tables of its own.
package struct LineRules {
  /// Composes letters and marks (NFC).
  package var normalise: (String) -> String
  /// Removes what does not count when a typed word is compared with a candidate: case, marks,
  /// perhaps quotes.
  package var fold: (String) -> String
  /// Makes text from the data safe to show: control characters become visible.
  package var visible: (String) -> String
  /// Counts the cells that a text takes on the screen.
  package var width: (String) -> Int

  /// Creates the rules.
  package init(
    normalise: @escaping (String) -> String,
    fold: @escaping (String) -> String,
    visible: @escaping (String) -> String,
    width: @escaping (String) -> Int
  ) {
    self.normalise = normalise
    self.fold = fold
    self.visible = visible
    self.width = width
  }
}

/// The few sentences that the editor says, in the user's language.
package struct LineWording {
  /// The text is longer than `LineEditor.limitBytes` and was not inserted.
  package var tooLong: String
  /// The terminal sent bytes that are not UTF-8, and they were dropped.
  package var notUTF8: String
  /// So many candidates more than fit on the screen.
  package var more: (Int) -> String
  /// A text is being looked for in the history, and the match shown is one of so many.
  package var search: (_ text: String, _ number: Int, _ count: Int) -> String

  /// Creates the wording.
  package init(
    tooLong: String,
    notUTF8: String,
    more: @escaping (Int) -> String,
    search: @escaping (_ text: String, _ number: Int, _ count: Int) -> String
  ) {
    self.tooLong = tooLong
    self.notUTF8 = notUTF8
    self.more = more
    self.search = search
  }
}
