/// What was read where a value may stand: an operand, or a word that its neighbour decides on.
enum Unit {
  case operand(Operand)
  case raw(Raw)
}

/// A typed value before its kind is known.
struct Raw {
  var text: String
  var quoted = false
  var number: Double?
  var spelling = NumberSpelling.plain
  var moment: Moment?
  var path: Path?
}

/// Operands.
extension Parser {
  /// An operand where no neighbour tells its kind: a path if it can be one.
  func operand(_ unit: Unit) throws -> Operand {
    switch unit {
    case .operand(let operand): return operand
    case .raw(let raw):
      if let path = raw.path { return .path(path) }
      if let number = raw.number { return .literal(.number(number, raw.spelling)) }
      if case .period(let period)? = raw.moment { return .literal(.period(period)) }
      return .literal(.text(Text(raw.text)))
    }
  }

  /// An operand beside one of a kind: a value if it can be one, otherwise a path.
  func settled(_ unit: Unit, _ kind: Kind) throws -> Operand {
    guard case .raw(let raw) = unit else { return try operand(unit) }
    if let literal = literal(raw, kind), (try? view.value(of: literal, kind)) != nil {
      return .literal(literal)
    }
    guard let path = raw.path else { throw OracleError("no value: \(raw.text)") }
    return .path(path)
  }

  private func literal(_ raw: Raw, _ kind: Kind) -> Literal? {
    switch kind.single {
    case .number:
      let spaced = raw.text.filter { !$0.isWhitespace }.replacing(",", with: ".")
      let number = raw.number ?? (raw.quoted ? Double(spaced) : nil)
      return number.map { .number($0, raw.spelling) }
    case .time:
      if case .period(let period)? = raw.moment { return .period(period) }
      return Span(stored: raw.text) == nil ? nil : .period(.stored(raw.text))
    case .reference("tillfällen"):
      if let moment = raw.moment, !raw.quoted, view.occasionRecord(moment) != nil {
        return .occasion(moment)
      }
      return .text(Text(raw.text))
    default: return .text(Text(raw.text))
    }
  }

  /// A whole operand with arithmetic.
  mutating func wholeOperand() throws -> Operand { try operand(try unit()) }

  /// An operand with arithmetic, a lone word left open.
  mutating func unit() throws -> Unit {
    var left = try product()
    while next.form == .sign, next.text == "+" || next.text == "-" {
      let sign = next.text == "+" ? Arithmetic.add : .subtract
      place += 1
      left = .operand(.arithmetic(try operand(left), sign, try operand(try product())))
    }
    return left
  }

  private mutating func product() throws -> Unit {
    var left = try primary()
    while next.form == .sign, next.text == "*" || next.text == "/" {
      let sign = next.text == "*" ? Arithmetic.multiply : .divide
      place += 1
      left = .operand(.arithmetic(try operand(left), sign, try operand(try primary())))
    }
    return left
  }

  private mutating func primary() throws -> Unit {
    if takeSign("(") {
      let inner = try unit()
      try expectSign(")")
      return inner
    }
    if takeSign("-") {
      guard var raw = number() else { throw error("a number") }
      raw.number = raw.number.map { -$0 }
      return .raw(raw)
    }
    if next.form == .quoted {
      defer { place += 1 }
      return .raw(Raw(text: next.text, quoted: true))
    }
    guard next.form == .word else { throw error("a value") }
    if token(1).form == .sign, token(1).text == "(", let call = try call() {
      return .operand(call)
    }
    if take("ersatt tom") { return .operand(.call(.coalesce, try arguments(nil))) }
    if let raw = number() { return .raw(raw) }
    return try word()
  }

  /// A word: a period, a field, a measure or a value.
  private mutating func word() throws -> Unit {
    if inGroups, take("count", "antal") { return .operand(.measure(.countAll)) }
    let text = next.text
    if readsAt, let path = resolved(text), ["at", "vid"].contains(token(1).folded) {
      place += 2
      return .operand(.at(path, try moment()))
    }
    let start = place
    if let moment = try? moment() {
      let words = tokens[start..<place].map(\.text).joined(separator: " ")
      return .raw(Raw(text: words, moment: moment, path: resolved(text)))
    }
    place = start + 1
    return .raw(Raw(text: text, path: resolved(text)))
  }

  /// A number with its unit.
  private mutating func number() -> Raw? {
    guard next.form == .word, let number = Double(next.text), next.text.first?.isNumber == true
    else { return nil }
    var raw = Raw(text: next.text, number: number)
    if wholeNumber(next.text)?.description.count == 4 {
      raw.moment = .period(.stored(next.text))
    }
    place += 1
    let units: [(String, NumberSpelling, Double)] = [
      ("kr", .kr, 1), ("tkr", .tkr, 1000), ("mnkr", .mnkr, 1_000_000),
    ]
    if takeSign("%") { raw.spelling = .percent }
    for (unit, spelling, factor) in units where take(unit) {
      raw.spelling = spelling
      raw.number = number * factor
    }
    return raw
  }
}
