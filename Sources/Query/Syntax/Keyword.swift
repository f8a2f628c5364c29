package import Text

/// The words of the language, each with its spellings in both languages.
///
/// This table is the only list of keywords: parser, completion, help and messages read it.
package enum Keyword: String, CaseIterable, Sendable {
  case show, count, changes, compare, find
  case from, since, to, with, `where`, by, across, having, sort, ascending, descending
  case limit, asOf, `for`, `as`, into
  case or, and, not, `in`, contains, startsWith, endsWith, matches, between, `is`, empty, missing
  case overlaps, was, at, changed, before, after, exists, all
  case `let`, run, assert, `else`, explain, chart, overview, view, source, describe, help
  case example
  case quit

  /// The spellings of a keyword; the first of each language is the one that is shown.
  struct Row {
    let swedish: [String]
    let english: [String]
    /// Whether a line that ends with the word goes on to the next.
    var continuesLine = false
  }

  var row: Row {
    switch self {
    case .show: Row(swedish: ["visa"], english: ["show"], continuesLine: true)
    case .count: Row(swedish: ["antal"], english: ["count"])
    case .changes: Row(swedish: ["ändringar"], english: ["changes"])
    case .compare: Row(swedish: ["jämför"], english: ["compare"], continuesLine: true)
    case .find: Row(swedish: ["sök"], english: ["find"], continuesLine: true)
    case .from: Row(swedish: ["från"], english: ["from"], continuesLine: true)
    case .since: Row(swedish: ["sedan"], english: ["since"], continuesLine: true)
    case .to: Row(swedish: ["till"], english: ["to"], continuesLine: true)
    case .with: Row(swedish: ["med"], english: ["with"], continuesLine: true)
    case .where: Row(swedish: ["där"], english: ["where"], continuesLine: true)
    case .by: Row(swedish: ["per"], english: ["by"], continuesLine: true)
    case .across: Row(swedish: ["mot"], english: ["across"], continuesLine: true)
    case .having: Row(swedish: ["med"], english: ["having"], continuesLine: true)
    case .sort: Row(swedish: ["sortera på"], english: ["sort by"], continuesLine: true)
    case .ascending: Row(swedish: ["stigande"], english: ["asc"])
    case .descending: Row(swedish: ["fallande"], english: ["desc"])
    case .limit: Row(swedish: ["högst"], english: ["limit"], continuesLine: true)
    case .asOf:
      Row(
        swedish: ["läget", "läget vid", "läget per"],
        english: ["as of"],
        continuesLine: true
      )
    case .for: Row(swedish: ["för"], english: ["for"], continuesLine: true)
    case .as: Row(swedish: ["som"], english: ["as"], continuesLine: true)
    case .into: Row(swedish: ["till"], english: ["into"], continuesLine: true)
    case .or: Row(swedish: ["eller"], english: ["or"], continuesLine: true)
    case .and: Row(swedish: ["och"], english: ["and"], continuesLine: true)
    case .not: Row(swedish: ["inte"], english: ["not"], continuesLine: true)
    case .in: Row(swedish: ["i"], english: ["in"], continuesLine: true)
    case .contains: Row(swedish: ["innehåller"], english: ["contains"], continuesLine: true)
    case .startsWith: Row(swedish: ["börjar med"], english: ["starts with"], continuesLine: true)
    case .endsWith: Row(swedish: ["slutar med"], english: ["ends with"], continuesLine: true)
    case .matches: Row(swedish: ["liknar"], english: ["matches"], continuesLine: true)
    case .between: Row(swedish: ["mellan"], english: ["between"], continuesLine: true)
    case .is: Row(swedish: ["är"], english: ["is"], continuesLine: true)
    case .empty: Row(swedish: ["tom", "tomt", "tomma"], english: ["empty"])
    case .missing: Row(swedish: ["saknas"], english: ["missing"])
    case .overlaps: Row(swedish: ["överlappar"], english: ["overlaps"], continuesLine: true)
    case .was: Row(swedish: ["var"], english: ["was"], continuesLine: true)
    case .at: Row(swedish: ["vid"], english: ["at"], continuesLine: true)
    case .changed: Row(swedish: ["ändrad", "ändrat", "ändrade"], english: ["changed"])
    case .before: Row(swedish: ["före"], english: ["before"], continuesLine: true)
    case .after: Row(swedish: ["efter"], english: ["after"], continuesLine: true)
    case .exists: Row(swedish: ["finns"], english: ["exists"])
    case .all: Row(swedish: ["alla"], english: ["all"], continuesLine: true)
    case .let: Row(swedish: ["låt"], english: ["let"], continuesLine: true)
    case .run: Row(swedish: ["kör"], english: ["run"], continuesLine: true)
    case .assert: Row(swedish: ["kräv"], english: ["assert"], continuesLine: true)
    case .else: Row(swedish: ["annars"], english: ["else"], continuesLine: true)
    case .explain: Row(swedish: ["förklara"], english: ["explain"], continuesLine: true)
    case .chart: Row(swedish: ["diagram"], english: ["chart"], continuesLine: true)
    case .overview: Row(swedish: ["översikt"], english: ["overview"])
    case .view: Row(swedish: ["vy"], english: ["view"])
    case .source: Row(swedish: ["källa"], english: ["source"], continuesLine: true)
    case .describe: Row(swedish: ["beskriv"], english: ["describe"])
    case .help: Row(swedish: ["hjälp"], english: ["help"])
    case .example: Row(swedish: ["exempel"], english: ["example", "examples"])
    case .quit: Row(swedish: ["avsluta"], english: ["quit", "exit"])
    }
  }

  /// The spelling that is shown.
  package var spelling: Bilingual { Bilingual(row.swedish[0], row.english[0]) }

  /// Every spelling.
  package var spellings: [String] { row.swedish + row.english }

  /// Tells whether a typed word, or two, is the keyword.
  package func isNamed(_ needle: Needle) -> Bool {
    spellings.contains { spelling in
      needle.equals(spelling)
        || spelling.split(separator: " ").first.map { needle.equals(String($0)) } == true
    }
  }

  /// Every spelling, as words; longer ones first, so that they are tried first.
  var phrases: [[Spelling]] { Keyword.phrases[self] ?? [] }

  private static let phrases: [Keyword: [[Spelling]]] = Dictionary(
    uniqueKeysWithValues: allCases.map { keyword in
      let spellings = keyword.row.swedish + keyword.row.english
      let phrases = spellings.map { $0.split(separator: " ").map { Spelling(String($0)) } }
      return (keyword, phrases.sorted { $0.count > $1.count })
    }
  )

  /// The keywords that a word starts; found once for each word of a text.
  static func started(by token: Token) -> [Keyword] { firstWords.find(token) ?? [] }

  /// Tells whether a word at the end of a line carries a statement on to the next.
  static func carriesOn(_ token: Token) -> Bool { lastWords.find(token) != nil }

  private static let firstWords = WordTable(
    allCases.flatMap { keyword in keyword.phrases.map { ($0[0], keyword) } }
  )

  private static let lastWords = WordTable(
    allCases.filter(\.row.continuesLine).flatMap { keyword in
      keyword.phrases.map { ($0[$0.count - 1], keyword) }
    }
  )
}

/// Words with what they mean, found by how they are typed.
private struct WordTable: Sendable {
  private var withMarks: [String: [Keyword]] = [:]
  private var withoutMarks: [String: [Keyword]] = [:]

  init(_ rows: [(Spelling, Keyword)]) {
    for (word, keyword) in rows {
      WordTable.add(keyword, to: &withMarks[word.withMarks, default: []])
      WordTable.add(keyword, to: &withoutMarks[word.withoutMarks, default: []])
    }
  }

  private static func add(_ keyword: Keyword, to list: inout [Keyword]) {
    if !list.contains(keyword) { list.append(keyword) }
  }

  func find(_ token: Token) -> [Keyword]? {
    guard token.kind == .word else { return nil }
    return token.isPlain ? withoutMarks[token.folded] : withMarks[token.folded]
  }
}

/// A word that can be written with or without its marks.
struct Spelling: Sendable {
  let withMarks: String
  let withoutMarks: String

  init(_ word: String) {
    withMarks = String(decoding: Folding.byCase.fold(word), as: UTF8.self)
    withoutMarks = String(decoding: Folding.byCaseAndMarks.fold(word), as: UTF8.self)
  }

  /// Tells whether a token is this word.
  func matches(_ token: Token) -> Bool {
    token.kind == .word && token.folded == (token.isPlain ? withoutMarks : withMarks)
  }
}
