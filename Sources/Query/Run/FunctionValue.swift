import Model
import Text

/// What the functions give.
///
/// A function of an empty value is empty; that the length of an empty list is 0 follows from its
/// type and is the resolver's business.
struct FunctionValue {
  let function: Function
  let heap: TextHeap

  init(_ function: Function, _ heap: TextHeap) { (self.function, self.heap) = (function, heap) }

  /// Gives the result for the arguments' values.
  func value(_ arguments: [Value]) -> Value {
    let first = arguments.first ?? .empty
    switch function {
    case .length: return length(first)
    case .year, .month, .quarter, .tertial: return part(first)
    case .days: return days(first, arguments[1])
    case .round: return round(first, arguments[1])
    case .upper: return text(first).map { .string(UnicodeData.nfc($0.uppercased())) } ?? .empty
    case .lower: return text(first).map { .string(UnicodeData.nfc($0.lowercased())) } ?? .empty
    case .first: return first.elements.first ?? .empty
    case .last: return first.elements.last ?? .empty
    case .coalesce: return first.isEmpty ? arguments[1] : first
    case .date:
      guard let text = text(first), let period = Period(text) else { return .empty }
      return .period(period)
    case .if: return .empty
    }
  }

  private func text(_ value: Value) -> String? {
    switch value {
    case .text(let ref): heap.string(ref)
    case .string(let string) where !string.isEmpty: string
    default: nil
    }
  }

  private func length(_ value: Value) -> Value {
    if case .some(let values) = value { return .number(Double(values.count)) }
    return text(value).map { .number(Double($0.unicodeScalars.count)) } ?? .empty
  }

  /// Known only if the time lies within one year, month, quarter or tertial.
  private func part(_ value: Value) -> Value {
    guard case .period(let period) = value else { return .empty }
    let (a, b) = (period.first.components, period.last.components)
    guard a.year == b.year else { return .empty }
    let (from, to): (Int, Int)
    switch function {
    case .year: return .number(Double(a.year))
    case .month: (from, to) = (a.month, b.month)
    case .quarter: (from, to) = ((a.month + 2) / 3, (b.month + 2) / 3)
    default: (from, to) = ((a.month + 3) / 4, (b.month + 3) / 4)
    }
    return from == to ? .number(Double(from)) : .empty
  }

  private func days(_ a: Value, _ b: Value) -> Value {
    guard case .period(let from) = a, case .period(let to) = b else { return .empty }
    return .number(Double(Int(to.last.number) - Int(from.last.number)))
  }

  private func round(_ value: Value, _ decimals: Value) -> Value {
    guard case .number(let number) = value, case .number(let places) = decimals,
      abs(places) <= 15
    else { return .empty }
    return .number(Numbers.round(number, decimals: Int(places)) + 0)
  }
}
