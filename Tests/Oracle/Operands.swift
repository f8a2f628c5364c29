/// Kinds and values of operands.
extension Evaluator {
  /// The kind of an operand, nil for a literal, which takes the kind of its neighbour.
  func kind(of operand: Operand, _ set: String) -> Kind? {
    switch operand {
    case .literal: return nil
    case .path(let path), .at(let path, _): return pathKind(path, set)
    case .call(let function, let arguments): return kind(of: function, arguments, set)
    case .choice(_, let first, let second):
      return kind(of: first, set) ?? kind(of: second, set) ?? literalKind(first)
    case .arithmetic: return .number(.plain)
    case .measure(.of(.least, let inner)), .measure(.of(.greatest, let inner)):
      return kind(of: inner, set)
    case .measure: return .number(.plain)
    }
  }

  private func kind(of function: Function, _ arguments: [Operand], _ set: String) -> Kind? {
    switch function {
    case .length, .year, .month, .quarter, .tertial, .days, .round: return .number(.plain)
    case .upper, .lower: return .text
    case .date: return .time
    case .first, .last: return arguments.first.flatMap { kind(of: $0, set) }?.single
    case .coalesce:
      let kinds = arguments.compactMap { kind(of: $0, set) }
      return kinds.first ?? arguments.first.flatMap(literalKind)
    }
  }

  /// The value of an operand; a literal is read as the kind given.
  func value(_ operand: Operand, _ subject: Subject, as kind: Kind = .text) throws -> Value {
    switch operand {
    case .literal(let literal): return try view.value(of: literal, kind)
    case .path(let path): return value(of: path, subject)
    case .at(let path, let moment):
      guard case .record(let record) = subject else { return .empty }
      let then = view.at(try view.day(moment))
      return then.exists(record) ? then.value(record, path) : .empty
    case .call(let function, let arguments):
      return try call(function, arguments, subject, kind)
    case .choice(let condition, let first, let second):
      let own = self.kind(of: operand, subject.set) ?? kind
      return try value(holds(condition, subject) ? first : second, subject, as: own)
    case .arithmetic(let left, let sign, let right):
      let number = Kind.number(.plain)
      return calculate(
        try value(left, subject, as: number),
        sign,
        try value(right, subject, as: number)
      )
    case .measure(let measure):
      guard case .group(let group) = subject else { throw OracleError("a measure of no group") }
      return try value(of: measure, group)
    }
  }

  private func value(of path: Path, _ subject: Subject) -> Value {
    switch subject {
    case .record(let record): return view.value(record, path)
    case .group(let group):
      return group.paths.firstIndex(of: path).map { group.keys[$0] } ?? .empty
    }
  }

  private func calculate(_ left: Value, _ sign: Arithmetic, _ right: Value) -> Value {
    guard case .number(let first) = left, case .number(let second) = right else { return .empty }
    switch sign {
    case .add: return .number(first + second)
    case .subtract: return .number(first - second)
    case .multiply: return .number(first * second)
    case .divide: return second == 0 ? .empty : .number(first / second)
    }
  }

  private func call(
    _ function: Function,
    _ arguments: [Operand],
    _ subject: Subject,
    _ wanted: Kind
  ) throws -> Value {
    let own: Kind
    switch function {
    case .year, .month, .quarter, .tertial, .days: own = .time
    case .round: own = .number(.plain)
    case .coalesce: own = kind(of: function, arguments, subject.set) ?? wanted
    default: own = .text
    }
    let values = try arguments.enumerated().map { index, argument in
      let kind = function == .round && index == 1 ? .number(.plain) : own
      return try value(argument, subject, as: kind)
    }
    let isList = arguments.first.flatMap { self.kind(of: $0, subject.set) }?.isList ?? false
    return apply(function, values, isList: isList)
  }

  private func apply(_ function: Function, _ values: [Value], isList: Bool) -> Value {
    let first = values.first ?? .empty
    switch (function, first) {
    case (.length, .empty): return isList ? .number(0) : .empty
    case (.length, .text(let text)): return .number(Double(text.raw.count))
    case (.length, let list): return .number(Double(list.items.count))
    case (.coalesce, _): return first.isEmpty ? values.last ?? .empty : first
    case (.first, let list): return list.items.first ?? .empty
    case (.last, let list): return list.items.last ?? .empty
    case (.days, .time(let from)):
      guard case .time(let to)? = values.last else { return .empty }
      return .number(Double(to.last - from.last))
    case (.round, .number(let number)):
      guard case .number(let digits)? = values.last, values.count == 2 else {
        return .number(number.rounded(.toNearestOrAwayFromZero))
      }
      return .number(rounded(number, Int(digits)))
    case (.upper, .text(let text)): return .text(Text(text.raw.uppercased()))
    case (.lower, .text(let text)): return .text(Text(text.raw.lowercased()))
    case (.date, .text(let text)): return Span(stored: text.raw).map(Value.time) ?? .empty
    case (_, .time(let span)): return part(function, span)
    default: return .empty
    }
  }

  /// The year, month, quarter or tertial that an interval lies within.
  private func part(_ function: Function, _ span: Span) -> Value {
    let from = Days.date(span.first)
    let to = Days.date(span.last)
    guard from.year == to.year else { return .empty }
    let size: Int
    switch function {
    case .year: return .number(Double(from.year))
    case .month: size = 1
    case .quarter: size = 3
    case .tertial: size = 4
    default: return .empty
    }
    let number = (from.month - 1) / size
    return (to.month - 1) / size == number ? .number(Double(number + 1)) : .empty
  }
}

/// Rounds to some decimals, halves away from zero.
func rounded(_ number: Double, _ digits: Int) -> Double {
  var factor = 1.0
  for _ in 0..<abs(digits) { factor *= 10 }
  return digits < 0
    ? (number / factor).rounded(.toNearestOrAwayFromZero) * factor
    : (number * factor).rounded(.toNearestOrAwayFromZero) / factor
}

/// The kind of a path from a set, a list if any step is one.
func pathKind(_ path: Path, _ set: String) -> Kind? {
  var current = set
  var isList = false
  for (index, field) in path.enumerated() {
    guard let kind = SchemaIndex.shared.kind(current, field) else { return nil }
    isList = isList || kind.isList
    if index == path.count - 1 { return isList ? .list(kind.single) : kind }
    guard case .reference(let next) = kind.single else { return nil }
    current = next
  }
  return nil
}

/// The kind that a literal has where nothing beside it tells.
func literalKind(_ operand: Operand) -> Kind? {
  guard case .literal(let literal) = operand else { return nil }
  switch literal {
  case .text: return .text
  case .number: return .number(.plain)
  case .period: return .time
  case .occasion: return .reference("tillfällen")
  }
}
