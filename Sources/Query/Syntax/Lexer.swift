import Model
import Text

/// Cuts a source text into tokens.
///
/// It never fails: what it cannot read becomes an invalid token and a diagnostic.
struct Lexer {
  private let source: Source
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0
  /// Whether the line has a comment and nothing else.
  private var isCommentLine = false
  private var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Where a quote was opened that is never closed.
  private(set) var unclosedQuote: Span?

  init(_ source: Source) {
    self.source = source
    bytes = source.bytes
  }

  /// Gives the tokens of a text, an end token last.
  static func tokens(_ source: Source) -> Result {
    var lexer = Lexer(source)
    while lexer.offset < lexer.bytes.count { lexer.next() }
    lexer.add(.end, lexer.bytes.count, "")
    return Result(
      tokens: lexer.tokens,
      diagnostics: lexer.diagnostics,
      unclosedQuote: lexer.unclosedQuote
    )
  }

  /// What the lexer gives.
  struct Result {
    var tokens: [Token]
    var diagnostics: [Diagnostic]
    var unclosedQuote: Span?
  }

  private mutating func next() {
    let start = offset
    switch bytes[offset] {
    case 0x20, 0x09: offset += 1
    case 0x0A: newline()
    case UInt8(ascii: "#"): skipLine()
    case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"): skipLine()
    case UInt8(ascii: "\\"): backslash()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(closers: [[bytes[offset]]], opener: 1)
    case UInt8(ascii: "$"): variable()
    default:
      if let quote = quote() {
        quoted(closers: quote.closers, opener: quote.length)
      } else if isWordScalar(at: offset) {
        word()
      } else if !symbol() {
        let length = scalarLength(at: offset)
        offset += length
        report(Messages.unknownCharacter, start)
        add(.invalid, start, source.text(Span(start, offset)))
      }
    }
  }

  private mutating func add(_ kind: Token.Kind, _ start: Int, _ text: String) {
    tokens.append(Token(kind: kind, text: text, span: Span(start, offset)))
  }

  private mutating func report(_ message: Message, _ start: Int) {
    let text = source.text(Span(start, offset))
    diagnostics.append(
      Diagnostic(message, [Bilingual(same: text)], at: Span(start, offset))
    )
  }

  private func peek(_ distance: Int) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  private mutating func skipLine() {
    isCommentLine = tokens.last.map { if case .newline = $0.kind { true } else { false } } ?? true
    while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
  }

  private mutating func newline() {
    let start = offset
    offset += 1
    var indent = 0
    while let byte = peek(indent), byte == 0x20 || byte == 0x09 { indent += 1 }
    let text = isCommentLine ? "#" : ""
    isCommentLine = false
    tokens.append(
      Token(kind: .newline(indent: indent), text: text, span: Span(start, offset))
    )
  }

  private mutating func backslash() {
    let start = offset
    offset += 1
    var ahead = 0
    while let byte = peek(ahead), byte == 0x20 || byte == 0x09 { ahead += 1 }
    if peek(ahead) == 0x0A || peek(ahead) == nil {
      add(.backslash, start, "")
    } else {
      report(Messages.unknownCharacter, start)
      add(.invalid, start, "\\")
    }
  }
}

// MARK: - Words and numbers

extension Lexer {
  private func scalarLength(at place: Int) -> Int {
    let first = bytes[place]
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    return min(length, bytes.count - place)
  }

  private func scalar(at place: Int) -> UInt32? {
    guard place < bytes.count else { return nil }
    let end = place + scalarLength(at: place)
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = ScalarReader(UnsafeBufferPointer(rebasing: buffer[place..<end]))
      return reader.next()
    }
  }

  private func isWordScalar(at place: Int) -> Bool {
    guard let scalar = scalar(at: place) else { return false }
    if scalar < 0x80 {
      return scalar &- 0x30 < 10 || (scalar | 0x20) &- 0x61 < 26 || scalar == 0x5F
    }
    return UnicodeData.isLetter(scalar) || UnicodeData.isMark(scalar)
  }

  /// Gives the sign that binds two parts of a word at `place`: `-`, `.`, `/`, `:` or an en dash.
  private func joint(at place: Int) -> (length: Int, text: String)? {
    switch scalar(at: place) {
    case 0x2D: peekIsComment(place) ? nil : (1, "-")
    case 0x2E: (1, ".")
    case 0x2F: (1, "/")
    case 0x3A: (1, ":")
    case 0x2013: (3, "-")
    default: nil
    }
  }

  private func peekIsComment(_ place: Int) -> Bool {
    place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "-")
  }

  private mutating func word() {
    let start = offset
    var text = ""
    while offset < bytes.count {
      if isWordScalar(at: offset) {
        let length = scalarLength(at: offset)
        text += source.text(Span(offset, offset + length))
        offset += length
      } else if let joint = joint(at: offset), isWordScalar(at: offset + joint.length) {
        text += joint.text
        offset += joint.length
      } else {
        break
      }
    }
    if Lexer.isNumber(text) {
      number(start, text)
    } else {
      addWord(.word, start, text)
    }
  }

  private mutating func addWord(_ kind: Token.Kind, _ start: Int, _ text: String) {
    let folding = Folding(needle: text.utf8)
    var token = Token(kind: kind, text: text, span: Span(start, offset))
    token.folded = String(decoding: folding.fold(text), as: UTF8.self)
    token.isPlain = folding == .byCaseAndMarks
    token.keywords = Keyword.started(by: token)
    tokens.append(token)
  }

  private static func isNumber(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
  }

  /// A comma is a decimal comma between digits, outside parentheses and lists.
  private mutating func number(_ start: Int, _ whole: String) {
    var text = whole
    if depth == 0, !whole.contains("."), peek(0) == UInt8(ascii: ","),
      let next = peek(1), next &- 0x30 < 10
    {
      var end = offset + 1
      while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
      if !isWordScalar(at: end) {
        text += "." + source.text(Span(offset + 1, end))
        offset = end
      }
    }
    addWord(.number, start, text)
  }

  private mutating func variable() {
    let start = offset
    offset += 1
    if peek(0) == UInt8(ascii: "*") {
      offset += 1
      return add(.variable, start, "*")
    }
    while offset < bytes.count, isWordScalar(at: offset) { offset += scalarLength(at: offset) }
    let name = source.text(Span(start + 1, offset))
    if name.isEmpty {
      report(Messages.unknownCharacter, start)
      add(.invalid, start, "$")
    } else {
      addWord(.variable, start, name)
    }
  }

  private mutating func symbol() -> Bool {
    let start = offset
    if scalar(at: offset) == 0x2013 || scalar(at: offset) == 0x2212 {
      offset += 3
      add(.symbol(.minus), start, "-")
      return true
    }
    for symbol in Symbol.allCases where bytes[offset...].starts(with: symbol.rawValue.utf8) {
      offset += symbol.rawValue.utf8.count
      if symbol == .open { depth += 1 }
      if symbol == .close { depth = max(0, depth - 1) }
      add(.symbol(symbol), start, symbol.rawValue)
      return true
    }
    return false
  }
}

// MARK: - Quoted texts

extension Lexer {
  /// The quotes beside " and ': ”…”, “…”, »…«, »…», «…».
  private func quote() -> (closers: [[UInt8]], length: Int)? {
    switch scalar(at: offset) {
    case 0x201D: ([Array("”".utf8)], 3)
    case 0x201C: ([Array("”".utf8), Array("“".utf8)], 3)
    case 0x2018, 0x2019: ([Array("’".utf8)], 3)
    case 0xBB: ([Array("«".utf8), Array("»".utf8)], 2)
    case 0xAB: ([Array("»".utf8)], 2)
    default: nil
    }
  }

  private mutating func quoted(closers: [[UInt8]], opener: Int) {
    let start = offset
    offset += opener
    var text: [UInt8] = []
    while offset < bytes.count {
      if let closer = closers.first(where: { bytes[offset...].starts(with: $0) }) {
        offset += closer.count
        return addWord(.text, start, String(decoding: text, as: UTF8.self))
      }
      if bytes[offset] == UInt8(ascii: "\\") {
        escape(into: &text)
      } else {
        text.append(bytes[offset])
        offset += 1
      }
    }
    unclosedQuote = Span(start, start + opener)
    diagnostics.append(Diagnostic(Messages.unclosedQuote, at: Span(start, start + opener)))
    addWord(.text, start, String(decoding: text, as: UTF8.self))
  }

  private mutating func escape(into text: inout [UInt8]) {
    let start = offset
    offset += 1
    guard offset < bytes.count else { return }
    let letter = bytes[offset]
    offset += scalarLength(at: offset)
    switch letter {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): text.append(letter)
    case UInt8(ascii: "u"):
      if let scalar = unicodeEscape() {
        text.append(contentsOf: scalar.utf8)
      } else {
        report(Messages.badEscape, start)
      }
    default:
      // A backslash before any other sign stands for itself, quotes of other kinds included.
      if letter >= 0x80 {
        text.append(contentsOf: bytes[(start + 1)..<offset])
      } else {
        report(Messages.badEscape, start)
      }
    }
  }

  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard peek(0) == UInt8(ascii: "{") else { return nil }
    var end = offset + 1
    while end < bytes.count, end < offset + 10, bytes[end] != UInt8(ascii: "}") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
    let digits = source.text(Span(offset + 1, end))
    guard digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else { return nil }
    offset = end + 1
    return Unicode.Scalar(value)
  }
}

extension Character {
  /// Whether the character is one of 0 to 9.
  var isASCIIDigit: Bool { isASCII && isNumber }
}
