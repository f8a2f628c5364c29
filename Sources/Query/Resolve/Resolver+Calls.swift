import Model
import Text

extension Resolver {
  /// Resolves a call: a measure where measures may stand, otherwise a function.
  mutating func call(
    _ name: Name,
    _ arguments: [Expression],
    _ span: Span,
    in set: SetID
  ) -> Typed? {
    if let aggregate = Aggregate.named(name.text) {
      return measure(aggregate, name, arguments, span, in: set)
    }
    guard let function = Function.named(name.text) else {
      let names = Function.allCases.flatMap(\.names) + Aggregate.allCases.flatMap(\.names)
      let nearest = Nearest.names(to: name.text, among: names)
      report(
        Messages.unknownFunction,
        [Bilingual(same: name.text)],
        at: name.span,
        tips: nearest.isEmpty ? [] : [.nearest(nearest)]
      )
      return nil
    }
    let row = function.row
    guard arguments.count == row.parameters.count else {
      let wanted = row.parameters.count
      reportCount(row.names, wanted, arguments.count, row.example, span)
      return nil
    }
    if function == .if { return conditional(arguments, row, span, in: set) }
    return plainCall(function, arguments, span, in: set)
  }

  private mutating func reportCount(
    _ names: [String],
    _ wanted: Int,
    _ got: Int,
    _ example: String,
    _ span: Span
  ) {
    let count = Bilingual(
      "\(wanted) \(wanted == 1 ? "värde" : "värden")",
      "\(wanted) value\(wanted == 1 ? "" : "s")"
    )
    let name = Bilingual(names[0], names.last ?? names[0])
    report(
      Messages.wrongArgumentCount,
      [name, count, Bilingual(same: String(got)), Bilingual(same: example)],
      at: span
    )
  }

  private mutating func plainCall(
    _ function: Function,
    _ arguments: [Expression],
    _ span: Span,
    in set: SetID
  ) -> Typed? {
    var typed: [Typed] = []
    var isSound = true
    for (expression, parameter) in zip(arguments, function.row.parameters) {
      guard let value = argument(expression, parameter, typed.first, in: set) else {
        isSound = false
        continue
      }
      guard fits(value, parameter, typed.first) else {
        let name = Bilingual(function.names[0], function.names.last ?? function.names[0])
        let facts = [name, value.text, Bilingual(same: function.row.example), value.wording]
        report(Messages.wrongArgument, facts, at: value.span)
        isSound = false
        continue
      }
      typed.append(value)
    }
    guard isSound else { return nil }
    if function == .date, !isDate(typed[0]) { return nil }
    let (kind, isList) = result(function, typed)
    let texts = typed.map(\.text)
    var operand = Operand.call(function, typed.map(\.operand))
    if function == .length, typed[0].isList {
      // The length of an empty list is 0, where that of an empty text is empty.
      operand = .call(.coalesce, [operand, .constant(.number(0))])
    }
    return Typed(
      operand: operand,
      kind: kind,
      isList: isList,
      text: Resolver.text(function.names, texts),
      span: span
    )
  }

  static func text(_ names: [String], _ arguments: [Bilingual]) -> Bilingual {
    Bilingual(
      "\(names[0])(\(arguments.map(\.swedish).joined(separator: ", ")))",
      "\(names.last ?? names[0])(\(arguments.map(\.english).joined(separator: ", ")))"
    )
  }

  /// A literal date must be one.
  private mutating func isDate(_ typed: Typed) -> Bool {
    guard case .constant(.string(let text)) = typed.operand, Period(text) == nil else {
      return true
    }
    report(Messages.noSuchDay, [Bilingual(same: text)], at: typed.span)
    return false
  }

  private func result(_ function: Function, _ arguments: [Typed]) -> (ValueKind, Bool) {
    switch function {
    case .length, .year, .month, .quarter, .tertial, .days: (.number, false)
    case .round, .first, .last: (arguments[0].kind, false)
    case .upper, .lower: (.text, false)
    case .date: (.period, false)
    case .if, .coalesce: (arguments[0].kind, arguments.contains { $0.isList })
    }
  }

  /// Resolves one argument: a field, or a value of the kind that is expected.
  private mutating func argument(
    _ expression: Expression,
    _ parameter: Function.Parameter,
    _ first: Typed?,
    in set: SetID
  ) -> Typed? {
    guard case .word(let word) = expression.kind, groups == nil, !isPath(word, in: set) else {
      if case .same = parameter, let kind = first?.kind, isLiteral(expression, in: set) {
        return constantOperand(expression, kind, first)
      }
      return operand(expression, in: set)
    }
    switch parameter {
    case .any, .text:
      if periodConstant(word) != nil || parameters[Definitions.folded(word)] != nil { break }
      if case .any = parameter { return operand(expression, in: set) }
      return constantOperand(expression, .text, nil)
    case .same: if let kind = first?.kind { return constantOperand(expression, kind, first) }
    default: break
    }
    return operand(expression, in: set)
  }

  /// Resolves a literal as a value of a kind.
  private mutating func constantOperand(
    _ expression: Expression,
    _ kind: ValueKind,
    _ subject: Typed?
  ) -> Typed? {
    guard let expression = effective(expression) else { return nil }
    switch constant(expression, kind, for: subject) {
    case .value(let constant, let text):
      return Typed(
        operand: .constant(constant.value),
        kind: kind,
        text: text,
        span: expression.span
      )
    case .none:
      reportNoValue(expression, kind, for: subject)
      return nil
    case .failed: return nil
    }
  }

  private func fits(_ typed: Typed, _ parameter: Function.Parameter, _ first: Typed?) -> Bool {
    switch parameter {
    case .any, .condition: return true
    case .list: return typed.isList
    case .textOrList:
      guard typed.isList else { return isText(typed) }
      return true
    case .text: return !typed.isList && isText(typed)
    case .period:
      guard case .period = typed.kind else { return false }
      return !typed.isList
    case .number: return !typed.isList && typed.kind.isNumeric
    case .same: return first?.kind.isComparable(with: typed.kind) ?? true
    }
  }

  private func isText(_ typed: Typed) -> Bool {
    if case .text = typed.kind { true } else { false }
  }

  private mutating func conditional(
    _ arguments: [Expression],
    _ row: Function.Row,
    _ span: Span,
    in set: SetID
  ) -> Typed? {
    let condition = self.condition(arguments[0], in: set)
    let first = conditionalValue(arguments[1], nil, in: set)
    let second = conditionalValue(arguments[2], first, in: set)
    guard let condition, let first, let second else { return nil }
    guard first.kind.isComparable(with: second.kind) else {
      reportCannotCompare(first, second, second.span)
      return nil
    }
    return Typed(
      operand: .conditional(condition.condition, first.operand, second.operand),
      kind: first.kind,
      isList: first.isList || second.isList,
      text: Resolver.text(row.names, [condition.text, first.text, second.text]),
      span: span
    )
  }

  private mutating func conditionalValue(
    _ expression: Expression,
    _ first: Typed?,
    in set: SetID
  ) -> Typed? {
    guard case .word(let word) = expression.kind, groups == nil, !isPath(word, in: set),
      periodConstant(word) == nil, parameters[Definitions.folded(word)] == nil
    else { return operand(expression, in: set) }
    return constantOperand(expression, first?.kind ?? .text, first)
  }

  // MARK: Measures

  private mutating func measure(
    _ aggregate: Aggregate,
    _ name: Name,
    _ arguments: [Expression],
    _ span: Span,
    in set: SetID
  ) -> Typed? {
    guard allowsMeasures, let scope = groups else {
      let message =
        groups == nil && insideMeasure ? Messages.measureInMeasure : Messages.measureOutside
      report(message, [Bilingual(same: name.text)], at: name.span)
      return nil
    }
    guard arguments.count == 1 else {
      reportCount(aggregate.names, 1, arguments.count, aggregate.example, span)
      return nil
    }
    // Inside a measure, names are those of the records again.
    groups = nil
    insideMeasure = true
    let measure = measure(aggregate, arguments[0], span, in: set)
    insideMeasure = false
    groups = scope
    return measure.flatMap { register($0, span) }
  }

  private mutating func measure(
    _ aggregate: Aggregate,
    _ argument: Expression,
    _ span: Span,
    in set: SetID
  ) -> Measure? {
    if aggregate == .share {
      guard let condition = condition(argument, in: set) else { return nil }
      return Measure(
        aggregate: .share,
        condition: condition.condition,
        kind: .percent,
        text: Resolver.text(aggregate.names, [condition.text])
      )
    }
    guard let typed = operand(argument, in: set) else { return nil }
    guard isMeasurable(typed, by: aggregate) else { return nil }
    let isCount = aggregate == .count || aggregate == .distinct
    return Measure(
      aggregate: aggregate,
      operand: typed,
      kind: isCount ? .number : typed.kind,
      text: Resolver.text(aggregate.names, [typed.text])
    )
  }

  private mutating func isMeasurable(_ typed: Typed, by aggregate: Aggregate) -> Bool {
    let isFit: Bool
    switch aggregate {
    case .count, .distinct, .share: return true
    case .sum, .average, .median: isFit = typed.kind.isNumeric
    case .min, .max:
      if case .period = typed.kind { isFit = true } else { isFit = typed.kind.isNumeric }
    }
    let name = Bilingual(aggregate.names[0], aggregate.names.last ?? aggregate.names[0])
    if !isFit {
      report(Messages.measureNeedsNumbers, [name, typed.text, typed.wording], at: typed.span)
    } else if typed.isList {
      report(Messages.measureOfList, [name, typed.text], at: typed.span)
    }
    return isFit && !typed.isList
  }
}
