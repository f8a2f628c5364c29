import Chance
import Foundation

/// The words of the language in their spellings; blanks part the words of a phrase.
enum Word: String, CaseIterable {
  case show = "visa|show"
  case count = "antal|count"
  case changes = "ändringar|changes"
  case compare = "jämför|compare"
  case from = "från|from"
  case since = "sedan|since"
  case to = "till|to"
  case with = "med|with"
  case whereWord = "där|where"
  case by = "per|by"
  case across = "mot|across"
  case having = "med|having"
  case sort = "sortera på|sort by"
  case ascending = "stigande|asc"
  case descending = "fallande|desc"
  case limit = "högst|limit"
  case asOf = "läget|läget vid|läget per|as of"
  case asWord = "som|as"
  case or = "eller|or"
  case and = "och|and"
  case not = "inte|not"
  case contains = "~|innehåller|contains"
  case startsWith = "börjar med|starts with"
  case endsWith = "slutar med|ends with"
  case matches = "liknar|matches"
  case inWord = "i|in"
  case between = "mellan|between"
  case isWord = "är|is"
  case empty = "tom|tomt|tomma|empty"
  case missing = "saknas|missing"
  case overlaps = "överlappar|overlaps"
  case was = "var|was"
  case changed = "ändrad|ändrat|changed"
  case at = "vid|at"
  case exists = "finns|exists"
  case all = "alla|all"
  case today = "idag|today"
  case yesterday = "igår|yesterday"
  case tomorrow = "imorgon|tomorrow"
  case latest = "senaste|latest"
  case previous = "förra|previous"
  case thisYear = "i år|this year"
  case lastYear = "förra året|last year"
  case day = "dag|dagar|day|days"
  case week = "vecka|veckor|week|weeks"
  case month = "månad|månader|month|months"
  case year = "år|year|years"
  case share = "andel|share"
  case choice = "om|if"

  /// The spellings.
  var spellings: [String] { rawValue.split(separator: "|").map(String.init) }

  /// Yes and no, which are written without quotes.
  static let truths: Set<String> = [
    "ja", "nej", "sant", "falskt", "yes", "no", "true", "false",
  ]

  /// All single words of all phrases, small and without marks.
  static let reserved: Set<String> = {
    let others =
      "desc asc totalt kr tkr mnkr ersätt tom delår årsbokslut bokslut våren hösten ja nej sant "
      + "falskt yes no true false find sök let save run set kör låt spara"
    let words =
      allCases.flatMap(\.spellings) + [others] + monthNames
      + Function.allCases.map(\.rawValue) + MeasureName.allCases.map(\.rawValue)
    return Set(words.flatMap { $0.split(separator: " ") }.map { Text(String($0)).folded })
  }()
}

/// Spells words at random as people might.
struct Speller {
  var dice: Dice

  /// A word in one of its spellings.
  mutating func spell(_ word: Word) -> String {
    if word == .contains, dice.percent(50) { return "~" }
    let text = dice.pick(word.spellings, or: "")
    let keepsMarks = word == .isWord || word == .year || word == .thisYear
    return mangled(text, dropsMarks: !keepsMarks)
  }

  /// A function or a measure in one of its spellings.
  mutating func spell(name: String) -> String {
    let english = [
      "längd": "length", "år": "year", "månad": "month", "kvartal": "quarter",
      "tertial": "tertial", "dagar": "days", "avrunda": "round", "versaler": "upper",
      "gemener": "lower", "första": "first", "sista": "last", "ersätt tom": "coalesce",
      "datum": "date", "antal": "count", "unika": "distinct", "summa": "sum", "medel": "avg",
    ]
    let text = dice.percent(50) ? english[name] ?? name : name
    return mangled(text, dropsMarks: name != "år")
  }

  /// The name of a set: its own, an alias or the English one.
  mutating func spell(set: String) -> String {
    let info = Schema.sets.first { $0.name == set }
    let names = [set, set, set] + (info?.aliases ?? [])
    return mangled(dice.pick(names, or: set), dropsMarks: true)
  }

  /// A chain of fields of a set.
  mutating func spell(path: Path, of set: String) -> String {
    var current = set
    var parts: [String] = []
    for field in path {
      parts.append(mangled(field, dropsMarks: isPlainlyUnique(field, in: current)))
      if case .reference(let next)? = SchemaIndex.shared.kind(current, field)?.single {
        current = next
      }
    }
    return parts.joined(separator: ".")
  }

  /// True if the name is the only field of the set, and no word, without its marks.
  private func isPlainlyUnique(_ field: String, in set: String) -> Bool {
    let folded = Text(field).folded
    let isUnique = SchemaIndex.shared.plain[set]?.contains(folded) ?? false
    return isUnique && !Word.reserved.contains(folded)
  }

  /// A text in random case, its marks perhaps dropped.
  mutating func mangled(_ text: String, dropsMarks: Bool) -> String {
    var result = text
    if dropsMarks, dice.percent(12) { result = withoutMarks(result) }
    switch dice.below(20) {
    case 0: return result.uppercased()
    case 1: return result.prefix(1).uppercased() + result.dropFirst()
    default: return result
    }
  }

  /// A blank of some kind.
  mutating func blank() -> String {
    switch dice.below(60) {
    case 0: return "  "
    case 1: return "\t"
    case 2: return "\u{a0}"
    default: return " "
    }
  }

  /// Space around a sign that needs none.
  mutating func loose() -> String { dice.percent(80) ? " " : dice.percent(80) ? "" : "  " }

  /// A text in quotes.
  mutating func quoted(_ text: String) -> String {
    let special = text.contains { "\"'\\”“»«\n\t".contains($0) }
    guard !special else {
      let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: "\\n").replacing("\t", with: "\\t")
      return "\"\(escaped)\""
    }
    switch dice.below(5) {
    case 0: return "'\(text)'"
    case 1: return "”\(text)”"
    case 2: return "»\(text)«"
    default: return "\"\(text)\""
    }
  }

  /// A text as a value: bare where that is possible, else quoted.
  mutating func value(_ text: String) -> String {
    if Word.truths.contains(text) { return mangled(text, dropsMarks: false) }
    return dice.percent(60) && canBeBare(text) ? text : quoted(text)
  }

  /// True if a value needs no quotes.
  private func canBeBare(_ text: String) -> Bool {
    let signs = Array(text)
    guard let first = signs.first, let last = signs.last, isNameSign(first), isNameSign(last) else {
      return false
    }
    for (place, sign) in signs.enumerated() where !isNameSign(sign) {
      guard "-./:".contains(sign), isNameSign(signs[place - 1]) else { return false }
    }
    let folded = Text(text).folded
    let parts = folded.split { "-./:".contains($0) }.map(String.init)
    return !Word.reserved.contains(folded) && !parts.contains { Word.reserved.contains($0) }
      && (wholeNumber(text) != nil || signs.contains { $0.isLetter })
  }

  private func isNameSign(_ sign: Character) -> Bool {
    sign.isLetter || (sign.isASCII && sign.isNumber) || sign == "_"
  }
}

/// A text without its marks.
func withoutMarks(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars where !isMark(scalar) {
    result.append(scalar)
  }
  return String(result)
}
