import Chance

/// Random conditions.
extension QuestionMaker {
  /// A condition of so many comparisons at most.
  mutating func condition(_ size: Int) -> Condition {
    guard size > 1 else {
      let inner = comparison()
      return dice.percent(10) ? .not(inner) : inner
    }
    let first = dice.among(1...(size - 1))
    let left = condition(first)
    let right = condition(size - first)
    let both: Condition = dice.percent(50) ? .and(left, right) : .or(left, right)
    return dice.percent(12) ? .not(both) : both
  }

  /// A single comparison on a random path.
  mutating func comparison() -> Condition {
    if nesting < 2, dice.percent(6), let found = relation() { return found }
    if dice.percent(5), let found = fieldComparison() { return found }
    return comparison(where: { _ in true }) ?? .empty(.path(["id"]), negated: true)
  }

  /// A comparison on a path whose kind passes.
  mutating func comparison(where passes: (Kind) -> Bool) -> Condition? {
    guard let path = path(where: passes) else { return nil }
    return comparison(path)
  }

  /// A comparison on a path.
  mutating func comparison(_ path: Path) -> Condition? {
    guard let kind = pathKind(path, set) else { return nil }
    let value = value(path)
    return comparison(.path(path), kind, value, values: values(path))
  }

  /// A comparison of an operand that has this value among others.
  mutating func comparison(
    _ operand: Operand,
    _ kind: Kind,
    _ value: Value,
    values: [Value]
  ) -> Condition {
    if dice.percent(8) || namesNothing(kind) {
      return .empty(operand, negated: dice.percent(50))
    }
    if dice.percent(15) { return list(operand, kind, values) }
    switch kind.single {
    case .text: return textComparison(operand, kind, value)
    case .number, .time: return orderComparison(operand, kind, value)
    case .reference: return referenceComparison(operand, kind, value)
    case .bool, .enumeration, .list: return equality(operand, kind, value)
    }
  }

  /// True for references to a set without records, which no value can name.
  private func namesNothing(_ kind: Kind) -> Bool {
    guard case .reference(let set) = kind.single else { return false }
    return store.all(set).isEmpty
  }

  private mutating func equality(_ operand: Operand, _ kind: Kind, _ value: Value) -> Condition {
    let literal = Operand.literal(literal(value, kind))
    return .compare(operand, dice.percent(70) ? .equal : .notEqual, literal)
  }

  private mutating func list(_ operand: Operand, _ kind: Kind, _ values: [Value]) -> Condition {
    var literals: [Operand] = []
    for _ in 0..<dice.among(1...3) {
      literals.append(.literal(literal(dice.pick(values, or: .empty), kind)))
    }
    if kind.single == .bool { return equality(operand, kind, values.first ?? .empty) }
    return .within(operand, literals, negated: dice.percent(25))
  }

  private mutating func textComparison(
    _ operand: Operand,
    _ kind: Kind,
    _ value: Value
  ) -> Condition {
    var text = Text("ingen alls")
    if case .text(let known) = value { text = known }
    let form = dice.below(100)
    if form < 25 { return equality(operand, kind, value) }
    if form < 50, !kind.isList {
      let high = Text(dice.percent(50) ? text.raw : piece(text, atStart: true))
      let needle = Operand.literal(.text(high))
      if form < 30 {
        let low = Operand.literal(.text(Text(piece(text, atStart: true))))
        return .between(operand, low, needle)
      }
      let signs: [Comparison] = [.less, .lessOrEqual, .greater, .greaterOrEqual]
      return .compare(operand, dice.pick(signs, or: .less), needle)
    }
    return textTest(operand, text)
  }

  private mutating func textTest(_ operand: Operand, _ text: Text) -> Condition {
    switch dice.below(6) {
    case 0: return .text(operand, .startsWith, typed(piece(text, atStart: true)), negated: false)
    case 1: return .text(operand, .endsWith, typed(piece(text, atEnd: true)), negated: false)
    case 2: return .text(operand, .matches, glob(text), negated: false)
    case 3: return .text(operand, .contains, typed(piece(text)), negated: true)
    default: return .text(operand, .contains, typed(piece(text)), negated: false)
    }
  }

  private mutating func referenceComparison(
    _ operand: Operand,
    _ kind: Kind,
    _ value: Value
  ) -> Condition {
    guard dice.percent(25), case .record(let record) = value else {
      return equality(operand, kind, value)
    }
    return textTest(operand, record.name)
  }

  private mutating func orderComparison(
    _ operand: Operand,
    _ kind: Kind,
    _ value: Value
  ) -> Condition {
    let literal = Operand.literal(self.literal(value, kind))
    if kind.isList { return .compare(operand, dice.percent(70) ? .equal : .notEqual, literal) }
    let isTime = kind.single == .time
    if isTime, dice.percent(15) { return .overlaps(operand, literal) }
    if dice.percent(18) {
      return .between(operand, literal, .literal(self.literal(value, kind)))
    }
    let sign = dice.pick(Comparison.allCases, or: .equal)
    if dice.percent(6), !isTime { return .compare(literal, sign, operand) }
    if dice.percent(4), isTime { return .compare(.literal(.period(dayWord())), sign, operand) }
    return .compare(operand, sign, literal)
  }

  /// A field compared with a field or with arithmetic.
  mutating func fieldComparison() -> Condition? {
    let isSingleNumber: (Kind) -> Bool = {
      if case .number = $0 { return true }
      return false
    }
    switch dice.below(5) {
    case 0, 1:
      guard let left = path(where: { $0 == .time }), let right = path(where: { $0 == .time }) else {
        return nil
      }
      return .compare(.path(left), dice.pick(Comparison.allCases, or: .less), .path(right))
    case 2:
      guard let left = path(where: isSingleNumber), let right = path(where: isSingleNumber) else {
        return nil
      }
      return .compare(.path(left), dice.pick(Comparison.allCases, or: .less), .path(right))
    case 3:
      guard let left = wholeNumberPath() else { return nil }
      let sum = Operand.arithmetic(.path(left), dice.pick(Arithmetic.allCases, or: .add), addend())
      let sign = dice.pick(Comparison.allCases, or: .less)
      return .compare(sum, sign, addend())
    default: return sameKindComparison()
    }
  }

  /// A number of days, years or kronor: no decimals, so that arithmetic is exact.
  mutating func wholeNumberPath() -> Path? {
    let rough: Set<String> = [
      "värde", "målvärde", "prognos", "senaste_värde", "andel_genomförda", "fullständighet",
    ]
    let found = path(where: {
      if case .number = $0 { return true }
      return false
    })
    guard let found, let last = found.last, !rough.contains(last) else { return nil }
    return found
  }

  private mutating func addend() -> Operand {
    if dice.percent(50), let path = wholeNumberPath() { return .path(path) }
    return .literal(.number(dice.pick([0, 1, 2, 4, 10, 100], or: 1), .plain))
  }

  /// Two fields of one enumeration or that refer to one set.
  private mutating func sameKindComparison() -> Condition? {
    let isNamed: (Kind) -> Bool = { kind in
      switch kind {
      case .enumeration, .reference: return true
      default: return false
      }
    }
    guard let left = path(where: isNamed), let kind = pathKind(left, set) else { return nil }
    guard let right = path(where: { $0 == kind }), right != left else { return nil }
    // A bare word is a value if it can be one; these fields must not be.
    let word = Literal.text(Text(right.joined(separator: ".")))
    guard right.count > 1, (try? view.value(of: word, kind)) == nil else { return nil }
    return .compare(.path(left), dice.percent(60) ? .equal : .notEqual, .path(right))
  }

  /// `exists` or `all` of a field with several references.
  mutating func relation() -> Condition? {
    let isRelation: (Kind) -> Bool = { kind in
      if case .list(.reference) = kind { return true }
      return false
    }
    let fields = (SchemaIndex.shared.order[set] ?? []).filter {
      SchemaIndex.shared.kind(set, $0).map(isRelation) ?? false
    }
    guard let field = dice.pick(fields),
      case .reference(let target)? = SchemaIndex.shared.kind(set, field)?.single
    else { return nil }
    if dice.percent(20) { return .exists([field], nil) }
    let outer = set
    set = target
    nesting += 1
    let inner = condition(dice.percent(75) ? 1 : 2)
    set = outer
    nesting -= 1
    return dice.percent(75) ? .exists([field], inner) : .all([field], inner)
  }
}
