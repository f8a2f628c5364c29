import Model
import Text

/// What makes two values the same group: texts that differ at most in case, equal times.
enum KeyValue: Hashable {
  case empty
  case number(Double)
  case bool(Bool)
  case period(Period)
  case code(Int32)
  case text([UInt8])

  init(_ value: Value, _ snapshot: Snapshot) {
    switch value {
    case .empty, .some: self = .empty
    case .number(let number): self = .number(number)
    case .bool(let bool): self = .bool(bool)
    case .period(let period): self = .period(period)
    case .code(let code), .reference(let code): self = .code(code)
    case .text(let ref):
      self = ref.isEmpty ? .empty : .text(Folding.byCase.fold(snapshot.heap.bytes(ref)))
    case .string(let text): self = text.isEmpty ? .empty : .text(Folding.byCase.fold(text))
    }
  }
}

/// Records put together by the values of keys.
///
/// A record with several values of a key is in a group for each of them, once.
struct Grouping {
  /// The values of each key, for every group, as the first record writes them.
  private(set) var keys: [[Value]]
  /// The rows of each group, in order.
  private(set) var members: [[Int]]
  /// The groups in the order of their keys.
  let order: [Int]

  init(_ evaluator: Evaluator, _ keys: [Typed], _ rows: [Int], in set: SetID) {
    let coded = keys.map { KeyCodes(evaluator.prepare($0.operand, in: set), rows, evaluator) }
    var groups: [[Int32]: Int] = [:]
    var members: [[Int]] = []
    var values = [[Value]](repeating: [], count: keys.count)
    if keys.isEmpty { members = [rows] }
    for (place, row) in rows.enumerated() where !keys.isEmpty {
      for combination in Grouping.combinations(coded, place) {
        if let group = groups[combination] {
          members[group].append(row)
        } else {
          groups[combination] = members.count
          members.append([row])
          for k in coded.indices { values[k].append(coded[k].value(combination[k], place)) }
        }
      }
    }
    self.members = members
    self.keys = values
    let sorter = Sorter(evaluator.view.workspace)
    let sortKeys = zip(self.keys, keys).map { sorter.keys($0, $1.kind) }
    order = Sorter.order(members.count, by: sortKeys)
  }

  /// The combinations of one record's values, one of each key.
  private static func combinations(_ coded: [KeyCodes], _ place: Int) -> [[Int32]] {
    var result: [[Int32]] = [[]]
    for key in coded {
      let codes = key.codes(place)
      if codes.count == 1, let code = codes.first {
        for k in result.indices { result[k].append(code) }
      } else {
        result = result.flatMap { start in codes.map { start + [$0] } }
      }
    }
    return result
  }
}

/// The values of one key as small numbers, in the order that they are met.
struct KeyCodes {
  private var offsets: [Int32] = [0]
  private var numbers: [Int32] = []
  private var values: [Value] = []

  init(_ prepared: Prepared, _ rows: [Int], _ evaluator: Evaluator) {
    let snapshot = evaluator.view.snapshot
    var known: [KeyValue: Int32] = [:]
    for row in rows {
      let elements = prepared.value(row).elements
      let start = numbers.count
      for element in elements.isEmpty ? [.empty] : elements {
        let next = Int32(known.count)
        let code = known[KeyValue(element, snapshot), default: next]
        if code == next { known[KeyValue(element, snapshot)] = code }
        guard !numbers[start...].contains(code) else { continue }
        numbers.append(code)
        values.append(element)
      }
      offsets.append(Int32(numbers.count))
    }
  }

  /// The value that one record has for a number, as it is written there.
  func value(_ code: Int32, _ place: Int) -> Value {
    for k in Int(offsets[place])..<Int(offsets[place + 1]) where numbers[k] == code {
      return values[k]
    }
    return .empty
  }

  /// The numbers of one record's values.
  func codes(_ place: Int) -> ArraySlice<Int32> {
    numbers[Int(offsets[place])..<Int(offsets[place + 1])]
  }
}
