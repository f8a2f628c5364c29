/// Order and sameness of values.
enum Order {
  /// -1, 0 or 1 for two values of one kind; empty comes last.
  static func compare(_ left: Value, _ right: Value) -> Int {
    switch (left, right) {
    case (.empty, .empty): return 0
    case (.empty, _): return 1
    case (_, .empty): return -1
    case (.number(let first), .number(let second)): return sign(first, second)
    case (.bool(let first), .bool(let second)): return sign(first ? 1 : 0, second ? 1 : 0)
    case (.time(let first), .time(let second)):
      return compareLists([first.first, first.last], [second.first, second.last])
    case (.choice(let first, _), .choice(let second, _)): return sign(first, second)
    case (.text(let first), .text(let second)): return compareTexts(first, second)
    case (.record(let first), .record(let second)): return compareRecords(first, second)
    default: return 0
    }
  }

  /// Occasions by day, other records by name.
  private static func compareRecords(_ left: Record, _ right: Record) -> Int {
    if left.set == "tillfällen" {
      let order = compare(left.stored("per"), right.stored("per"))
      if order != 0 { return order }
    }
    return compareTexts(left.name, right.name)
  }

  private static func sign<T: Comparable>(_ left: T, _ right: T) -> Int {
    left < right ? -1 : left > right ? 1 : 0
  }

  /// The same for values that are one value to a group: case and the way of writing disregarded.
  static func identity(_ value: Value) -> String {
    switch value {
    case .empty: return "-"
    case .text(let text): return "t" + text.caseless
    case .number(let number): return "n" + numberText(number)
    case .bool(let flag): return flag ? "b1" : "b0"
    case .time(let span): return "d\(span.first)/\(span.last)"
    case .choice(let place, _): return "c\(place)"
    case .record(let record): return "r\(record.set)#\(record.index)"
    case .list(let items): return "l" + items.map(identity).joined(separator: ",")
    }
  }

  /// The items of a value, each once, or the empty value alone.
  static func distinct(_ value: Value) -> [Value] {
    let items = value.items
    guard items.count > 1 else { return items.isEmpty ? [.empty] : items }
    var seen: Set<String> = []
    return items.filter { seen.insert(identity($0)).inserted }
  }

  /// Sorts by some keys; equal elements keep their order, empty values come last.
  static func sorted<T>(
    _ elements: [T],
    descending: [Bool],
    keys: (T) throws -> [Value]
  ) rethrows -> [T] {
    let keyed = try elements.enumerated().map { ($0.offset, $0.element, try keys($0.element)) }
    return keyed.sorted { left, right in
      for (place, down) in descending.enumerated() {
        let first = left.2[place]
        let second = right.2[place]
        let order = compare(first, second)
        if order == 0 { continue }
        let turned = down && !first.isEmpty && !second.isEmpty
        return turned ? order > 0 : order < 0
      }
      return left.0 < right.0
    }.map(\.1)
  }
}
