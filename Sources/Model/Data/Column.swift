package import Text

/// The values of one field for all records of a set, in the set's order.
package indirect enum Column: Sendable {
  /// Numbers, percent, kronor; NaN is empty.
  case numbers([Double])
  /// 0 no, 1 yes, −1 empty.
  case bools([Int8])
  /// Day numbers; `Day.none` is empty.
  case days([Day])
  /// Times; `Period.none` is empty.
  case periods([Period])
  /// Places in the enumeration; −1 is empty, −2 and down an unknown value (`Snapshot.foreign`).
  case codes([Int32])
  /// Rows of the referred set; −1 is empty, −2 and down a dangling id (`Snapshot.foreign`).
  case references([Int32])
  /// Texts; an empty one is empty.
  case texts([TextRef])
  /// Several values a record: those of record k are `offsets[k]..<offsets[k + 1]` of the inner.
  case list(offsets: [Int32], Column)

  /// The number of values (for a list, of records).
  package var count: Int {
    switch self {
    case .numbers(let values): values.count
    case .bools(let values): values.count
    case .days(let values): values.count
    case .periods(let values): values.count
    case .codes(let values), .references(let values): values.count
    case .texts(let values): values.count
    case .list(let offsets, _): offsets.count - 1
    }
  }

  /// Tells whether a record's value is empty.
  package func isEmpty(_ row: Int) -> Bool {
    switch self {
    case .numbers(let values): values[row].isNaN
    case .bools(let values): values[row] < 0
    case .days(let values): values[row] == .none
    case .periods(let values): values[row].isNone
    case .codes(let values), .references(let values): values[row] == -1
    case .texts(let values): values[row].isEmpty
    case .list(let offsets, _): offsets[row] == offsets[row + 1]
    }
  }

  /// Gives the value of a record.
  package func value(_ row: Int) -> Value {
    switch self {
    case .numbers(let values): values[row].isNaN ? .empty : .number(values[row])
    case .bools(let values): values[row] < 0 ? .empty : .bool(values[row] == 1)
    case .days(let values): values[row] == .none ? .empty : .period(Period(values[row]))
    case .periods(let values): values[row].isNone ? .empty : .period(values[row])
    case .codes(let values): values[row] == -1 ? .empty : .code(values[row])
    case .references(let values): values[row] == -1 ? .empty : .reference(values[row])
    case .texts(let values): values[row].isEmpty ? .empty : .text(values[row])
    case .list(let offsets, let inner):
      Value.list((Int(offsets[row])..<Int(offsets[row + 1])).map(inner.value))
    }
  }
}

extension Day {
  /// Stands for no day in a column.
  package static let none = Day(number: .min)
}

extension Period {
  /// Stands for no time in a column.
  package static let none = Period(first: .none, last: .none)

  /// Whether this stands for no time.
  package var isNone: Bool { first == .none }
}

/// One value, for output and for what columns cannot answer alone.
package enum Value: Sendable {
  case empty
  case number(Double)
  case bool(Bool)
  /// A day or a time.
  case period(Period)
  /// A place in the enumeration that the type tells.
  case code(Int32)
  /// A row of the set that the type tells.
  case reference(Int32)
  /// A text of the store.
  case text(TextRef)
  /// A text that was computed.
  case string(String)
  /// Two values or more, or one of a field with several; never an empty list.
  case some([Value])

  /// Makes a list, where no values at all are an empty value.
  package static func list(_ values: [Value]) -> Value { values.isEmpty ? .empty : .some(values) }

  /// Whether the value is empty.
  package var isEmpty: Bool {
    switch self {
    case .empty: true
    case .string(let text): text.isEmpty
    case .text(let text): text.isEmpty
    default: false
    }
  }

  /// The single values: none, one, or those of a list.
  package var elements: [Value] {
    switch self {
    case .some(let values): values
    case _ where isEmpty: []
    default: [self]
    }
  }
}
