/// A field, or a chain of fields through references, by their Swedish names.
typealias Path = [String]

/// How a number is spelled; the value itself is in percent or kronor.
enum NumberSpelling { case plain, percent, kr, tkr, mnkr }

/// What a question writes as a value.
enum Literal {
  /// A text, a name, a word for yes or no or for a value of an enumeration.
  case text(Text)
  case number(Double, NumberSpelling)
  case period(Period)
  /// An occasion where a record is expected: `senaste`, `delår 2026`.
  case occasion(Moment)
}

/// The six comparisons.
enum Comparison: String, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// The four kinds of arithmetic.
enum Arithmetic: String, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

/// The functions of the language, by their Swedish names.
enum Function: String, CaseIterable {
  case length = "längd"
  case year = "år"
  case month = "månad"
  case quarter = "kvartal"
  case tertial = "tertial"
  case days = "dagar"
  case round = "avrunda"
  case upper = "versaler"
  case lower = "gemener"
  case first = "första"
  case last = "sista"
  case coalesce = "ersätt tom"
  case date = "datum"
}

/// The measures that take an operand, by their Swedish names.
enum MeasureName: String, CaseIterable {
  case count = "antal"
  case distinct = "unika"
  case sum = "summa"
  case mean = "medel"
  case median = "median"
  case least = "min"
  case greatest = "max"
}

/// What is worked out from the records of a group.
indirect enum Measure {
  case countAll
  case of(MeasureName, Operand)
  case share(Condition)
}

/// Anything that has a value for a record or a group.
indirect enum Operand {
  case literal(Literal)
  case path(Path)
  case at(Path, Moment)
  case call(Function, [Operand])
  /// `om(condition, a, b)`.
  case choice(Condition, Operand, Operand)
  case arithmetic(Operand, Arithmetic, Operand)
  case measure(Measure)
}

/// When a change may have happened.
enum Window {
  case any
  case since(Moment)
  case between(Moment, Moment)
}

/// A condition on a record or a group.
indirect enum Condition {
  case or(Condition, Condition)
  case and(Condition, Condition)
  case not(Condition)
  case compare(Operand, Comparison, Operand)
  case text(Operand, TextTest, Text, negated: Bool)
  case within(Operand, [Operand], negated: Bool)
  case between(Operand, Operand, Operand)
  case empty(Operand, negated: Bool)
  case overlaps(Operand, Operand)
  case was(Path, Operand, at: Moment?)
  case changed(Path, from: Operand?, to: Operand?, Window)
  case exists(Path, Condition?)
  case all(Path, Condition)
}

/// A column of an answer.
struct Column {
  var operand: Operand
  var heading: String?
}

/// A key to sort by.
struct SortKey {
  var operand: Operand
  var descending = false
}

/// The form of a question.
enum QuestionForm {
  /// `visa … från …`.
  case show
  /// `antal …`.
  case count
  case changes(since: Moment, to: Moment?)
  case compare(Moment, Moment)
}

/// A question of the language.
struct Question {
  var form = QuestionForm.show
  var set = "insatser"
  var columns: [Column] = []
  var condition: Condition?
  var groups: [Path] = []
  var across: Path?
  var having: Condition?
  var sort: [SortKey] = []
  var limit: Int?
  var limitBy: Path?
  var asOf: Moment?

  /// True if the answer has a row for each group instead of each record.
  var isGrouped: Bool {
    if case .count = form { return true }
    if !groups.isEmpty { return true }
    return columns.contains { $0.operand.hasMeasure }
  }
}

extension Operand {
  /// True if a measure stands in it.
  var hasMeasure: Bool {
    switch self {
    case .measure: return true
    case .arithmetic(let left, _, let right): return left.hasMeasure || right.hasMeasure
    case .call(_, let arguments): return arguments.contains { $0.hasMeasure }
    case .choice(_, let first, let second): return first.hasMeasure || second.hasMeasure
    default: return false
    }
  }
}
