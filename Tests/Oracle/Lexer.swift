/// A piece of a question.
struct Token {
  enum Form { case word, quoted, sign, end }
  var form: Form
  var text: String
  /// The text in small letters without marks, for keywords and names.
  var folded: String
}

/// Cuts well-formed questions into pieces; made for tests, it reports little.
struct Lexer {
  private let signs: [Character]
  private var place = 0
  private var depth = 0
  private var tokens: [Token] = []

  init(_ text: String) { signs = Array(Text(text).raw) }

  /// The pieces of a question.
  static func tokens(_ text: String) -> [Token] {
    var lexer = Lexer(text)
    while lexer.step() {}
    lexer.tokens.append(Token(form: .end, text: "", folded: ""))
    return lexer.tokens
  }

  private func sign(_ ahead: Int = 0) -> Character? {
    place + ahead < signs.count ? signs[place + ahead] : nil
  }

  private mutating func add(_ form: Token.Form, _ text: String) {
    tokens.append(Token(form: form, text: text, folded: form == .word ? Text(text).folded : text))
  }

  private mutating func step() -> Bool {
    guard let next = sign() else { return false }
    if next.isWhitespace || next == ";" || next == "\u{a0}" {
      place += 1
    } else if next == "#" || (next == "-" && sign(1) == "-") {
      while let sign = sign(), !sign.isNewline { place += 1 }
    } else if let end = closing(next) {
      quoted(until: end)
    } else if isInner(next) {
      word()
    } else {
      symbol(next)
    }
    return true
  }

  private func closing(_ sign: Character) -> Character? {
    switch sign {
    case "\"", "'", "”": return sign
    case "“": return "”"
    case "»": return "«"
    default: return nil
    }
  }

  private mutating func quoted(until end: Character) {
    place += 1
    var text = ""
    while let next = sign(), next != end {
      place += 1
      guard next == "\\", let escaped = sign() else {
        text.append(next)
        continue
      }
      place += 1
      text.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
    }
    place += 1
    add(.quoted, text)
  }

  private func isInner(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber || sign == "_" }

  private mutating func word() {
    var text = ""
    while let next = sign() {
      if isInner(next) {
        text.append(next)
      } else if "-./:".contains(next), let after = sign(1), isInner(after) {
        text.append(next)
      } else if next == ",", depth == 0, wholeNumber(text) != nil, let after = sign(1),
        after.isNumber
      {
        text.append(".")
      } else {
        break
      }
      place += 1
    }
    add(.word, text)
  }

  private mutating func symbol(_ next: Character) {
    if next == "(" { depth += 1 }
    if next == ")" { depth -= 1 }
    let two = String(next) + (sign(1).map(String.init) ?? "")
    if ["!=", "<=", ">=", "!~"].contains(two) {
      place += 2
      add(.sign, two)
      return
    }
    place += 1
    add(.sign, next == "–" || next == "−" ? "-" : String(next))
  }
}
