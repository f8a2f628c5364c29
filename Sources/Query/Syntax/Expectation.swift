import Text

/// What could stand at a place: the error text, the completion and the »goes on« test read it.
enum Expectation: Hashable, Sendable {
  case keyword(Keyword)
  case symbol(Symbol)
  /// A set, an id or a definition.
  case source
  /// The id of a record.
  case record
  /// A field of the question's set, or a path.
  case field
  /// A measure, such as `antal` or `summa(…)`.
  case measure
  /// A value of the expression that ends at the offset before.
  case value(ofWord: String?)
  case number
  case text
  case moment
  case relation
  case format
  case file
  case word
  case topic
  case condition

  /// What messages call it; nil for what a message need not list.
  var wording: Bilingual? {
    switch self {
    case .keyword(let keyword): keyword.spelling.map { "»\($0)«" }
    case .symbol(let symbol): Bilingual(same: "»\(symbol.rawValue)«")
    case .source: Bilingual("en mängd", "a set")
    case .record: Bilingual("ett id", "an id")
    case .field: Bilingual("ett fält", "a field")
    case .measure: Bilingual("ett mått", "a measure")
    case .value: Bilingual("ett värde", "a value")
    case .number: Bilingual("ett tal", "a number")
    case .text: Bilingual("en text inom citattecken", "a quoted text")
    case .moment: Bilingual("en tidpunkt", "a moment")
    case .relation: Bilingual("ett fält som leder till poster", "a field that leads to records")
    case .format: Bilingual("ett format", "a format")
    case .file: Bilingual("ett filnamn inom citattecken", "a quoted file name")
    case .word: Bilingual("ett namn", "a name")
    case .topic: nil
    case .condition: Bilingual("ett villkor", "a condition")
    }
  }

  /// Those that a message lists: a condition may begin with much, which need not all be told.
  static func listed(_ expectations: [Expectation]) -> [Expectation] {
    guard expectations.contains(.condition) else { return expectations }
    let beginnings: [Expectation] = [
      .field, .keyword(.not), .keyword(.exists), .keyword(.all),
    ]
    return expectations.filter { !beginnings.contains($0) }
  }
}
