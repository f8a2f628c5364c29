package import Model
package import Text

/// The kinds of value that a field or a computation gives.
package enum ValueKind: Sendable {
  case text
  case number
  case money
  case percent
  case bool
  /// A day or a time.
  case period
  case code(Enumeration)
  case reference(SetID)
  /// A number of days or months, as in `idag - 30 dagar`.
  case duration

  init(_ type: FieldType) {
    switch type {
    case .text: self = .text
    case .integer, .number: self = .number
    case .money: self = .money
    case .percent: self = .percent
    case .bool: self = .bool
    case .day, .time: self = .period
    case .enumeration(let enumeration): self = .code(enumeration)
    case .reference(let set): self = .reference(set)
    }
  }

  /// Whether it can be calculated with.
  package var isNumeric: Bool {
    switch self {
    case .number, .money, .percent: true
    default: false
    }
  }

  /// Whether values of both kinds can be compared.
  func isComparable(with other: ValueKind) -> Bool {
    switch (self, other) {
    case (.text, .text), (.bool, .bool), (.period, .period): true
    case (.code(let a), .code(let b)): a === b
    case (.reference(let a), .reference(let b)): a == b
    default: isNumeric && other.isNumeric
    }
  }

  /// Whether values have an order that `<` can ask for.
  var isOrdered: Bool {
    switch self {
    case .text, .number, .money, .percent, .period: true
    case .bool, .code, .reference, .duration: false
    }
  }

  /// What messages call a value of the kind.
  var wording: Bilingual {
    switch self {
    case .text: Bilingual("en text", "a text")
    case .number: Bilingual("ett tal", "a number")
    case .money: Bilingual("ett belopp", "an amount")
    case .percent: Bilingual("ett procenttal", "a percentage")
    case .bool: Bilingual("ja eller nej", "yes or no")
    case .period: Bilingual("en dag eller en period", "a day or a period")
    case .code: Bilingual("ett av fältets värden", "one of the field's values")
    case .reference: Bilingual("en post", "a record")
    case .duration: Bilingual("en tidslängd", "a length of time")
    }
  }

  /// A value of the kind, as messages show it.
  var sample: String {
    switch self {
    case .text: "\"text\""
    case .number: "12"
    case .money: "250 tkr"
    case .percent: "50%"
    case .bool: "ja"
    case .period: "2026-04-30"
    case .code(let enumeration): enumeration.names[0]
    case .reference: "ett id"
    case .duration: "30 dagar"
    }
  }
}

/// A way from a record to a value: through references to a field.
package struct Path: Equatable, Sendable {
  /// One step.
  package struct Hop: Equatable, Sendable {
    /// The set whose field it is.
    package var set: SetID
    /// The field.
    package var field: Int
  }

  /// The steps; the last gives the value.
  package var hops: [Hop]
  /// The moment that `at` names.
  package var moment: Day?

  /// The set that the path starts in.
  package var start: SetID { hops[0].set }
}

/// Something that has a value for each record or group; every name is a number.
package indirect enum Operand: Sendable {
  case constant(Value)
  case path(Path)
  case negative(Operand)
  case arithmetic(Operand, Op, Operand)
  /// A day or time moved by days and months.
  case shifted(Operand, days: Int, months: Int)
  case call(Function, [Operand])
  case conditional(Condition, Operand, Operand)
  /// The value of a group's key.
  case key(Int)
  /// The value of a group's measure.
  case measure(Int)

  /// The signs of calculation.
  package enum Op: Sendable { case plus, minus, times, divide }
}

/// An operand with its type and its text.
package struct Typed: Sendable {
  /// What gives the value.
  package var operand: Operand
  /// The kind of value.
  package var kind: ValueKind
  /// Whether it gives several.
  package var isList = false
  /// How it is written.
  package var text: Bilingual
  /// Where it stands.
  var span: Span
}

/// Something that holds for a record or a group, or does not.
///
/// There is no third.
package indirect enum Condition: Sendable {
  case constant(Bool)
  case not(Condition)
  case all([Condition])
  case any([Condition])
  /// Some value passes the test.
  case test(Operand, Test)
  /// Some value of the first stands in the relation to some value of the second.
  case related(Operand, Order, Operand)
  /// Some record that the path leads to fulfils the condition.
  case exists(Path, Condition)
  /// Some report up to now carries a value of the field of `insatser` that passes the test.
  case reported(field: Int, Test)
  /// The reported field changed.
  case changed(Changed)

  /// The relations between two values.
  package enum Order: Sendable { case equal, less, lessEqual, greater, greaterEqual, overlaps }

  /// A change that is looked for: from a value, to a value, in steps after one day and up to
  /// another.
  package struct Changed: Sendable {
    /// The field of `insatser`.
    package var field: Int
    /// The test of the value before the step.
    package var from: Test?
    /// The test of the value after the step.
    package var to: Test?
    /// Steps after this day count.
    package var after: Day?
    /// Steps up to this day count; nil is now.
    package var until: Day?
  }
}

/// A test of one value, with everything looked up beforehand.
package enum Test: Sendable {
  case filled
  case number(Condition.Order, Double)
  case numbers(Set<Double>)
  case bool(Bool)
  /// One of these places in the enumeration.
  case codes(Set<Int32>)
  /// One of these rows.
  case rows(Set<Int32>)
  case period(Condition.Order, Period)
  /// One of several periods.
  case periods([Period])
  case text(TextTest)
  /// In Swedish order before or after a text, by collation key.
  case order(Condition.Order, [UInt8])
}

/// A test of a text against needles.
package struct TextTest: Sendable {
  /// How the needle must stand in the text.
  package enum Mode: Sendable { case equals, contains, starts, ends, matches }

  /// How the needle must stand.
  package var mode: Mode
  /// Needles that disregard case only.
  package var byCase: [[UInt8]] = []
  /// Needles that disregard marks too.
  package var byMarks: [[UInt8]] = []

  init(_ mode: Mode, _ needles: [Needle]) {
    self.mode = mode
    for needle in needles {
      switch needle.folding {
      case .byCase: byCase.append(needle.bytes)
      case .byCaseAndMarks: byMarks.append(needle.bytes)
      }
    }
  }
}

/// A measure over a group's records.
package struct Measure: Sendable {
  /// Which.
  package var aggregate: Aggregate
  /// What it is taken of; nil for the records themselves.
  package var operand: Typed?
  /// The condition of a share.
  package var condition: Condition?
  /// The kind of its value.
  package var kind: ValueKind
  /// How it is written.
  package var text: Bilingual
}

/// A question with every name looked up.
package struct ResolvedQuestion: Sendable {
  /// What is answered.
  package enum Shape: Sendable {
    /// One row a record.
    case records
    /// One row a group; without keys there is one group, of all records.
    case groups
    /// One row a change between two days.
    case changes(from: Day, to: Day)
    /// Groups at two days.
    case comparison(Day, Day)
    /// Where a record's values come from; one field's, or all.
    case sources(row: Int, field: Int?)
    /// One row a text where the words are found.
    case hits(SearchPattern)
  }

  /// One condition among those that all must hold.
  package struct Conjunct: Sendable {
    /// The condition.
    package var condition: Condition
    /// How it is written.
    package var text: Bilingual
    /// What it tests, if it tests one thing.
    package var subject: Typed?
  }

  /// A column of the answer.
  package struct Column: Sendable {
    /// The key in JSON, and the heading.
    package var key: String
    /// What gives the values.
    package var value: Typed
  }

  /// A key of the order.
  package struct SortKey: Sendable {
    /// What is sorted by.
    package var value: Typed
    /// Whether the order is turned.
    package var isDescending: Bool
  }

  /// What a row of changes can show beside the fields of the measure.
  package enum ChangeColumn: String, CaseIterable, Sendable {
    case measure = "insats"
    case change = "ändring"
    case field = "fält"
    case from = "från"
    case to = "till"
    case commentBefore = "kommentar före"
    case commentAfter = "kommentar efter"
    case source = "källa"
  }

  /// The shape of the answer.
  package var shape: Shape
  /// The set.
  package var set: SetID
  /// What must hold.
  package var conjuncts: [Conjunct] = []
  /// The columns.
  package var columns: [Column] = []
  /// The columns of changes; nil takes the next of `columns`.
  package var changeColumns: [ChangeColumn?] = []
  /// Whether changes tell of measures that fell silent too.
  package var tellsSilence = false
  /// The keys of the groups.
  package var keys: [Typed] = []
  /// The field across.
  package var across: Typed?
  /// The measures of the groups.
  package var measures: [Measure] = []
  /// What groups must fulfil.
  package var having: Condition?
  /// How that was written.
  package var havingText: Bilingual?
  /// The order.
  package var order: [SortKey] = []
  /// How many rows.
  package var limit: Int?
  /// The groups that the limit counts in.
  package var limitBy: Typed?
  /// The moment of `as of`.
  package var moment: Day?
  /// How the moment was written.
  package var momentText: Bilingual?
  /// The name of the format.
  package var format: Name?
  /// The file.
  package var file: Name?
}

extension ResolvedQuestion {
  /// Asks for the ids alone, where the answer has a row a record.
  package mutating func keepOnlyIDs() {
    if case .hits(var pattern) = shape {
      pattern.givesRecords = true
      shape = .hits(pattern)
    }
    guard case .records = shape else { return }
    let value = Typed(
      operand: .path(Path(hops: [Path.Hop(set: set, field: 0)])),
      kind: .text,
      text: "id",
      span: Span(0, 0)
    )
    columns = [Column(key: "id", value: value)]
  }
}
