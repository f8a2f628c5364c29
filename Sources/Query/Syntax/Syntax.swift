package import Text

/// A name as it was written.
package struct Name: Sendable {
  /// The word.
  package var text: String
  /// Where it stands.
  package var span: Span

  init(_ text: String, _ span: Span) { (self.text, self.span) = (text, span) }
  init(_ token: Token) { (text, span) = (token.text, token.span) }
}

/// The comparison signs, and the words that do the same work.
enum Comparison: String, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessEqual = "<="
  case greater = ">"
  case greaterEqual = ">="
  case contains = "~"
  case notContains = "!~"
  case startsWith, endsWith, matches, overlaps

  /// The comparison with its sides exchanged; nil where that has no meaning.
  var flipped: Comparison? {
    switch self {
    case .equal, .notEqual, .overlaps: self
    case .less: .greater
    case .lessEqual: .greaterEqual
    case .greater: .less
    case .greaterEqual: .lessEqual
    case .contains, .notContains, .startsWith, .endsWith, .matches: nil
    }
  }

  /// Whether it asks for an order.
  var isOrder: Bool {
    switch self {
    case .less, .lessEqual, .greater, .greaterEqual: true
    default: false
    }
  }

  /// Whether it looks into a text.
  var isTextual: Bool {
    switch self {
    case .contains, .notContains, .startsWith, .endsWith, .matches: true
    default: false
    }
  }

  /// How it is written.
  var spelling: Bilingual {
    switch self {
    case .startsWith: Keyword.startsWith.spelling
    case .endsWith: Keyword.endsWith.spelling
    case .matches: Keyword.matches.spelling
    case .overlaps: Keyword.overlaps.spelling
    default: Bilingual(same: rawValue)
    }
  }
}

/// The arithmetic signs.
enum Arithmetic: String, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
}

/// A time in words: `april 2026`, `våren 2026`, `i år`.
struct PeriodWords: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case month(Int), quarter(Int), tertial(Int), half(Int), occasion(String)
    /// A year, counted from this one.
    case relativeYear(Int)
  }
  var kind: Kind
  var year: Int
  /// How it was written.
  var raw: String
}

/// The units that a number can have.
enum Unit: Equatable, Sendable {
  case percent
  /// Kronor for one of the unit.
  case money(Double)
  case days(Int)
  case months(Int)

  /// Whether it is a length of time.
  var isTime: Bool {
    switch self {
    case .days, .months: true
    case .percent, .money: false
    }
  }
}

/// An expression as it was written: a condition or something to compare.
///
/// It may have holes.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case hole
    /// A bare word: a path, or a value where one is expected.
    case word(String)
    case text(String)
    case number(Double, raw: String)
    case quantity(Double, Unit, raw: String)
    case period(PeriodWords)
    case variable(String)
    case negative(Expression)
    case arithmetic(Expression, Arithmetic, Expression)
    case call(Name, [Expression])
    /// `count(insatser where …)`, in an `assert`.
    case countOf(Name, Expression?)
    case at(Expression, moment: Expression)
    case comparison(Expression, Comparison, Expression)
    case isIn(Expression, [Expression])
    case between(Expression, Expression, Expression)
    case isEmpty(Expression)
    case was(Expression, value: Expression, at: Expression?)
    case changed(Expression, Change)
    case exists(Expression, Expression?)
    case all(Expression, Expression)
    case not(Expression)
    case and([Expression])
    case or([Expression])
  }

  /// What `changed` asks for.
  struct Change: Sendable {
    var from: Expression?
    var to: Expression?
    var after: Expression?
    var until: Expression?
    /// Whether `until` itself is left out, as with `before`.
    var isBefore = false
  }

  let kind: Kind
  let span: Span
  /// How many expressions stand inside each other here: what goes through them goes as deep.
  let height: Int
  /// How many expressions there are here, each as often as it is used.
  let weight: Int

  init(_ kind: Kind, _ span: Span) {
    (self.kind, self.span) = (kind, span)
    let parts = kind.parts
    height = 1 + (parts.map(\.height).max() ?? 0)
    weight = parts.reduce(1) { min(Int.max / 2, $0 + $1.weight) }
  }

  /// Whether something is missing here that has been reported.
  var isHole: Bool { if case .hole = kind { true } else { false } }

  /// The same value where a name of it is used: what is wrong with it is told there.
  func placed(at span: Span) -> Expression {
    switch kind {
    case .negative(let inner): Expression(.negative(inner.placed(at: span)), span)
    case .arithmetic(let left, let sign, let right):
      Expression(.arithmetic(left.placed(at: span), sign, right.placed(at: span)), span)
    default: Expression(kind, span)
    }
  }
}

extension Expression.Kind {
  /// The expressions that stand directly inside.
  var parts: [Expression] {
    switch self {
    case .hole, .word, .text, .number, .quantity, .period, .variable: []
    case .negative(let inner), .isEmpty(let inner), .not(let inner): [inner]
    case .arithmetic(let left, _, let right), .comparison(let left, _, let right): [left, right]
    case .at(let inner, let moment): [inner, moment]
    case .call(_, let arguments): arguments
    case .countOf(_, let condition): [condition].compactMap { $0 }
    case .isIn(let left, let values): [left] + values
    case .between(let value, let low, let high): [value, low, high]
    case .was(let field, let value, let moment): [field, value] + [moment].compactMap { $0 }
    case .changed(let field, let change):
      [field] + [change.from, change.to, change.after, change.until].compactMap { $0 }
    case .exists(let path, let condition): [path] + [condition].compactMap { $0 }
    case .all(let path, let condition): [path, condition]
    case .and(let parts), .or(let parts): parts
    }
  }
}

/// A question as it was written.
///
/// It may have holes.
struct Question: Sendable {
  /// What is asked for.
  enum Verb: Sendable {
    case show
    case count
    case changes(since: Expression, to: Expression?)
    case compare(Expression, Expression)
    case find(Expression)
  }

  /// A column and the heading given to it.
  struct Column: Sendable {
    var expression: Expression
    var heading: Name?
  }

  /// One key of an order.
  struct SortKey: Sendable {
    var expression: Expression
    var isDescending = false
  }

  /// How many rows, and in which groups.
  struct Limit: Sendable {
    var count: Int
    var path: Expression?
  }

  /// What the records come from: a set, an id or a definition with arguments.
  struct Origin: Sendable {
    var name: Name
    /// Whether the name can only be an id.
    var isQuoted = false
    /// Whether the name is that of a variable, whose value is the name.
    var isVariable = false
    var arguments: [Expression]?
  }

  var verb: Verb
  var columns: [Column] = []
  var origin: Origin?
  var condition: Expression?
  var groups: [Expression] = []
  var across: Expression?
  var having: Expression?
  var order: [SortKey] = []
  var limit: Limit?
  var moment: Expression?
  var format: Name?
  var file: Name?
  var span: Span
  /// The clauses that have been read, with their places.
  var clauses: [Keyword: Span] = [:]

  /// The clauses that cannot stand in the question.
  var refused: Set<Keyword> {
    switch verb {
    case .show, .count: [.for]
    case .changes: [.across, .having, .sort]
    case .compare: [.across, .asOf]
    case .find where origin == nil: [.where, .by, .across, .having, .sort, .for]
    case .find: [.by, .across, .having, .sort, .for]
    }
  }
}

/// A statement as it was written.
///
/// It may have holes.
struct Statement: Sendable {
  indirect enum Kind: Sendable {
    case question(Question)
    case letSet(Name, parameters: [Name], Question)
    case letValue(Name, Expression)
    case run(Name, arguments: [Expression])
    case assert(Expression, message: Name?)
    case explain(Question)
    case chart(Question)
    case overview(Expression?)
    case view(Name)
    case source(Name, field: Name?)
    case describe(Name?)
    case help(Name?)
    case example(number: Name?)
    case quit
    /// Nothing that could be read.
    case hole
  }

  var kind: Kind
  var span: Span

  /// The keywords that statements start with.
  static let starters: [Keyword] = StatementRule.all.map(\.keyword)
}
