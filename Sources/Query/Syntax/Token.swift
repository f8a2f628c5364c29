import Text

/// The smallest pieces of a text.
struct Token: Sendable {
  /// The kinds of piece.
  enum Kind: Equatable, Sendable {
    /// A name, a bare value or a keyword; what it is depends on the place.
    case word
    /// A quoted text, without its quotes and escapes.
    case text
    /// Digits, with decimals perhaps.
    case number
    /// `$name`; the text is without `$`.
    case variable
    case symbol(Symbol)
    /// A line end; the number of blanks that the next line starts with. Its text is `#` if the
    /// line that it ends is a comment alone.
    case newline(indent: Int)
    /// `\` at the end of a line.
    case backslash
    /// Something that the lexer has reported.
    case invalid
    /// The end of the text.
    case end
  }

  var kind: Kind
  var text: String
  var span: Span
  /// The text folded by its own rule: what a keyword or a name is compared with.
  var folded = ""
  /// Whether the text has only ASCII, so that it also stands for names with marks.
  var isPlain = true
  /// The keywords that the word starts.
  var keywords: [Keyword] = []

  /// Tells whether the token is a certain symbol.
  func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }
}

/// The signs of the language.
enum Symbol: String, CaseIterable, Sendable {
  case open = "(", close = ")", comma = ",", semicolon = ";"
  case notEqual = "!=", notContains = "!~", lessEqual = "<=", greaterEqual = ">="
  case equal = "=", less = "<", greater = ">", contains = "~"
  case plus = "+", minus = "-", times = "*", divide = "/", percent = "%"

  /// Whether a line that ends with the sign goes on to the next.
  var continuesLine: Bool { self != .close && self != .semicolon && self != .percent }
}
