import Model
import Text

/// Collects the values of one stored field while the store is read.
///
/// References are collected as ids, since a set may be read before the set it refers to.
struct ColumnBuilder {
  let field: Field
  private(set) var offsets: [Int32] = [0]
  private(set) var numbers: [Double] = []
  private(set) var bools: [Int8] = []
  private(set) var days: [Day] = []
  private(set) var periods: [Period] = []
  private(set) var codes: [Int32] = []
  private(set) var texts: [TextRef] = []
  private var records = 0

  /// Whether the values are ids of other records.
  let isReference: Bool
  /// Whether the values are whole numbers.
  let isInteger: Bool

  init(_ field: Field) {
    self.field = field
    isReference = if case .reference = field.type { true } else { false }
    isInteger = if case .integer = field.type { true } else { false }
  }

  /// Gives the record that a value, by its place among all, belongs to.
  func row(ofValue value: Int) -> Int {
    guard field.isList else { return value }
    var (low, high) = (0, records)
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) <= value { low = middle } else { high = middle }
    }
    return low
  }

  /// The number of records that have a value, empty or not.
  var recordCount: Int { records }

  /// The number of single values.
  var valueCount: Int {
    numbers.count + bools.count + days.count + periods.count + codes.count + texts.count
  }

  mutating func append(_ number: Double) { numbers.append(number) }
  mutating func append(_ bool: Bool) { bools.append(bool ? 1 : 0) }
  mutating func append(_ day: Day) { days.append(day) }
  mutating func append(_ period: Period) { periods.append(period) }
  mutating func append(code: Int32) { codes.append(code) }
  mutating func append(_ text: TextRef) { texts.append(text) }

  /// Ends a record's value; a field that got none becomes empty.
  mutating func endRecord(hasValue: Bool) {
    records += 1
    if field.isList {
      offsets.append(Int32(valueCount))
    } else if !hasValue {
      appendEmpty()
    }
  }

  private mutating func appendEmpty() {
    switch field.type {
    case .integer, .number, .money, .percent: numbers.append(.nan)
    case .bool: bools.append(-1)
    case .day: days.append(.none)
    case .time: periods.append(.none)
    case .enumeration: codes.append(-1)
    case .text, .reference: texts.append(.empty)
    }
  }

  /// Gives the column; `resolve` turns the ids of a reference into rows.
  func column(resolve: (_ ids: [TextRef], SetID) -> [Int32]) -> Column {
    let values: Column =
      switch field.type {
      case .integer, .number, .money, .percent: .numbers(numbers)
      case .bool: .bools(bools)
      case .day: .days(days)
      case .time: .periods(periods)
      case .enumeration: .codes(codes)
      case .text: .texts(texts)
      case .reference(let set): .references(resolve(texts, set))
      }
    return field.isList ? .list(offsets: offsets, values) : values
  }
}
