import Chance

/// JSON that can be written in the canonical layout and in any other.
indirect enum LooseJSON {
  /// Something that a store keeps as it stands: a number, a word, a string with its quotes.
  case token(String)
  /// A text that may be written with escapes and decomposed letters.
  case text(String)
  case list([LooseJSON])
  case object([(key: LooseJSON, value: LooseJSON)])

  /// One line, as the canonical layout has it.
  var line: String {
    switch self {
    case .token(let text): text
    case .text(let text): LooseJSON.quoted(text)
    case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .object(let entries):
      "{" + entries.map { $0.key.line + ": " + $0.value.line }.joined(separator: ", ") + "}"
    }
  }

  /// The same with random blanks and escapes.
  ///
  /// The keys of objects that hold texts are shuffled.
  func loose(_ random: inout Dice) -> String {
    switch self {
    case .token(let text): return text
    case .text(let text): return LooseJSON.quotedLoosely(text, &random)
    case .list(let items):
      var parts: [String] = []
      for item in items { parts.append(blank(&random) + item.loose(&random) + blank(&random)) }
      return "[" + (parts.isEmpty ? blank(&random) : parts.joined(separator: ",")) + "]"
    case .object(let entries):
      var parts: [String] = []
      for (key, value) in LooseJSON.shuffled(entries, &random) {
        parts.append(
          blank(&random) + key.loose(&random) + blank(&random) + ":" + blank(&random)
            + value.loose(&random) + blank(&random)
        )
      }
      return "{" + (parts.isEmpty ? blank(&random) : parts.joined(separator: ",")) + "}"
    }
  }

  /// Known keys may stand in any order; unknown ones, which are tokens, keep theirs.
  static func shuffled(
    _ entries: [(key: LooseJSON, value: LooseJSON)],
    _ random: inout Dice
  ) -> [(key: LooseJSON, value: LooseJSON)] {
    func isToken(_ json: LooseJSON) -> Bool { if case .token = json { true } else { false } }
    var result = entries.filter { isToken($0.key) }
    for entry in entries where !isToken(entry.key) {
      result.insert(entry, at: Int.random(in: 0...result.count, using: &random))
    }
    return result
  }

  private func blank(_ random: inout Dice) -> String {
    random.any(of: ["", "", "", " ", "  ", "\n", "\r\n", "\t", "\r", " \n  "])
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\u{1}": "\\u0001"
    default: String(scalar)
    }
  }

  private static func quotedLoosely(_ text: String, _ random: inout Dice) -> String {
    var result = "\""
    let decomposes = random.percent(30)
    for scalar in text.unicodeScalars {
      for part in decomposes ? decomposed[scalar] ?? [scalar] : [scalar] {
        if random.percent(15) {
          for unit in String(part).utf16 { result += "\\u" + hexadecimal(unit, &random) }
        } else {
          result += part == "/" ? "\\/" : escaped(part)
        }
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ unit: UInt16, _ random: inout Dice) -> String {
    let digits = String(unit, radix: 16, uppercase: random.percent(50))
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static let decomposed: [Unicode.Scalar: [Unicode.Scalar]] = [
    "å": ["a", "\u{30A}"], "ä": ["a", "\u{308}"], "ö": ["o", "\u{308}"], "é": ["e", "\u{301}"],
    "Å": ["A", "\u{30A}"], "Ö": ["O", "\u{308}"],
  ]
}
