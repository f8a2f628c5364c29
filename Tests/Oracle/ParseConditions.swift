/// Conditions.
extension Parser {
  /// A condition, from the loosest operator inwards.
  mutating func condition() throws -> Condition {
    var left = try conjunction()
    while take("or", "eller") { left = .or(left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws -> Condition {
    var left = try negation()
    while take("and", "och") { left = .and(left, try negation()) }
    return left
  }

  private mutating func negation() throws -> Condition {
    if take("not", "inte") { return .not(try negation()) }
    if next.form == .sign, next.text == "(" {
      // A parenthesis holds a condition, or else the beginning of an operand.
      let start = place
      place += 1
      if let inner = try? condition(), takeSign(")"), !goesOn { return inner }
      place = start
    }
    return try comparison()
  }

  /// True if the piece carries an operand on.
  private var goesOn: Bool {
    if next.form == .sign { return !["(", ")", ","].contains(next.text) }
    return ["in", "i", "between", "mellan", "is"].contains(next.folded)
  }

  private mutating func comparison() throws -> Condition {
    if take("exists", "finns") {
      return try relation { path, inner in .exists(path, inner) }
    }
    if token(1).text == "(", take("all", "alla") {
      return try relation { path, inner in inner.map { .all(path, $0) } ?? .exists(path, nil) }
    }
    let left = try self.unit()
    for comparison in ["<=", ">=", "!=", "=", "<", ">"] where takeSign(comparison) {
      guard let sign = Comparison(rawValue: comparison) else { break }
      let right = try unit()
      let (first, second) = try pair(left, right)
      return .compare(first, sign, second)
    }
    return try wordComparison(left)
  }

  private mutating func wordComparison(_ left: Unit) throws -> Condition {
    let operand = try self.operand(left)
    if takeSign("!~") { return .text(operand, .contains, try needle(), negated: true) }
    if takeSign("~") || take("contains", "innehaller") {
      return .text(operand, .contains, try needle(), negated: false)
    }
    if take("starts with", "borjar med") {
      return .text(operand, .startsWith, try needle(), negated: false)
    }
    if take("ends with", "slutar med") {
      return .text(operand, .endsWith, try needle(), negated: false)
    }
    if take("matches", "liknar") {
      return .text(operand, .matches, try needle(), negated: false)
    }
    if take("not in", "inte in", "not i", "inte i") { return try list(operand, negated: true) }
    if take("in", "i") { return try list(operand, negated: false) }
    if take("between", "mellan") {
      let low = try self.value(beside: operand)
      guard take("and", "och") else { throw error("and") }
      return .between(operand, low, try value(beside: operand))
    }
    if take("overlaps", "overlappar") { return .overlaps(operand, try value(beside: operand)) }
    if take("missing", "saknas") { return .empty(operand, negated: false) }
    if take("is", "ar") {
      let negated = take("not", "inte")
      guard take("empty", "tom", "tomt", "tomma") else { throw error("empty") }
      return .empty(operand, negated: negated)
    }
    return try historyComparison(operand)
  }

  private mutating func historyComparison(_ operand: Operand) throws -> Condition {
    guard case .path(let path) = operand else { throw error("a comparison") }
    readsAt = false
    defer { readsAt = true }
    if take("was", "var") {
      let value = try self.value(beside: operand)
      return .was(path, value, at: take("at", "vid") ? try self.moment() : nil)
    }
    guard take("changed", "andrad", "andrat") else { throw error("a comparison") }
    let from = take("from", "fran") ? try value(beside: operand) : nil
    let to = take("to", "till") ? try value(beside: operand) : nil
    var window = Window.any
    if take("since", "sedan") {
      window = .since(try moment())
    } else if take("between", "mellan") {
      let start = try moment()
      guard take("and", "och") else { throw error("and") }
      window = .between(start, try moment())
    }
    return .changed(path, from: from, to: to, window)
  }

  private mutating func needle() throws -> Text {
    defer { place += 1 }
    guard next.form == .word || next.form == .quoted else { throw error("a text") }
    return Text(next.text)
  }

  private mutating func list(_ operand: Operand, negated: Bool) throws -> Condition {
    try expectSign("(")
    var values: [Operand] = []
    repeat { values.append(try value(beside: operand)) } while takeSign(",")
    try expectSign(")")
    return .within(operand, values, negated: negated)
  }

  private mutating func relation(
    _ make: (Path, Condition?) -> Condition
  ) throws -> Condition {
    try expectSign("(")
    let path = try self.path()
    var inner: Condition?
    if take("where", "dar") {
      let outer = set
      guard case .reference(let target)? = pathKind(path, set)?.single else {
        throw error("a relation")
      }
      set = target
      defer { set = outer }
      inner = try self.condition()
    }
    try expectSign(")")
    return make(path, inner)
  }

  private mutating func value(beside operand: Operand) throws -> Operand {
    let unit = try self.unit()
    return try settled(unit, Evaluator(view).kind(of: operand, set) ?? .text)
  }

  /// Both sides of a comparison, each read as the kind of the other.
  private func pair(_ left: Unit, _ right: Unit) throws -> (Operand, Operand) {
    let evaluator = Evaluator(view)
    if let first = try? operand(left), !first.isLiteral {
      let kind = evaluator.kind(of: first, set) ?? .text
      return (first, try settled(right, inGroups ? kind.single : kind))
    }
    let second = try operand(right)
    return (try settled(left, evaluator.kind(of: second, set) ?? .text), second)
  }
}
