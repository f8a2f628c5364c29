import Model
import Text

/// A value that has been looked up as the kind that was expected.
enum Constant {
  case text(String)
  case number(Double)
  case bool(Bool)
  case period(Period)
  case codes(Set<Int32>)
  case rows(Set<Int32>)

  /// The value, for a column or an argument.
  var value: Value {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .bool(let bool): .bool(bool)
    case .period(let period): .period(period)
    case .codes(let codes): codes.first.map { .code($0) } ?? .empty
    case .rows(let rows): rows.min().map { .reference($0) } ?? .empty
    }
  }

  /// The test that a value equals this one.
  var equals: Test {
    switch self {
    case .text(let text): .text(TextTest(.equals, [Needle(text)]))
    case .number(let number): .number(.equal, number)
    case .bool(let bool): .bool(bool)
    case .period(let period): .period(.equal, period)
    case .codes(let codes): .codes(codes)
    case .rows(let rows): .rows(rows)
    }
  }

  /// The test that a value stands in an order to this one; nil where there is none.
  func test(_ order: Condition.Order) -> Test? {
    switch self {
    case _ where order == .equal: equals
    case .number(let number): .number(order, number)
    case .period(let period): .period(order, period)
    case .text(let text): .order(order, Collation.key(UnicodeData.nfc(text)))
    case .bool, .codes, .rows: nil
    }
  }
}

/// What looking a value up gives.
enum Lookup {
  case value(Constant, Bilingual)
  /// The expression can be no value of the kind.
  case none
  /// Something is wrong and has been reported.
  case failed
}

extension Resolver {
  /// Gives an expression with a variable's value or a definition's argument put in its place; nil
  /// if the variable has none, which is then reported.
  mutating func effective(_ expression: Expression) -> Expression? {
    switch expression.kind {
    case .variable("*"): return expression
    case .variable(let name): return variable(name, expression.span)
    case .word(let word):
      guard let argument = parameters[Definitions.folded(word)] else { return expression }
      argumentPlaces[expression.span] = argument.span
      // What is given was put in where it was given, so it is not looked for again.
      return argument.placed(at: expression.span)
    default: return expression
    }
  }

  /// Looks an expression up as a value of a kind; `subject` is what it is compared with.
  ///
  /// Variables and arguments have been put in.
  mutating func constant(_ expression: Expression, _ kind: ValueKind, for subject: Typed?) -> Lookup
  {
    // Where so much is wrong, nothing more is looked up.
    guard !expression.isHole, diagnostics.count < Script.maximumFaults else { return .failed }
    switch kind {
    case .text: return textConstant(expression)
    case .number, .money, .percent: return numberConstant(expression, kind, subject)
    case .bool: return boolConstant(expression)
    case .period: return periodLookup(expression)
    case .code(let enumeration): return codeConstant(expression, enumeration)
    case .reference(let set): return rowConstant(expression, set)
    case .duration: return .none
    }
  }

  /// The text of a literal as it was written; nil for anything else.
  static func raw(_ expression: Expression) -> String? {
    switch expression.kind {
    case .word(let word), .text(let word): word
    case .number(_, let raw): raw
    case .quantity(_, _, let raw): raw
    case .period(let words): words.raw
    case .negative(let inner): raw(inner).map { "-" + $0 }
    default: nil
    }
  }

  private func textConstant(_ expression: Expression) -> Lookup {
    guard let text = Resolver.raw(expression) else { return .none }
    return .value(.text(text), Bilingual(same: Spelled.text(text)))
  }

  private mutating func numberConstant(
    _ expression: Expression,
    _ kind: ValueKind,
    _ subject: Typed?
  ) -> Lookup {
    switch expression.kind {
    case .number(let number, let raw): return .value(.number(number), Bilingual(same: raw))
    case .text(let text):
      guard let number = Resolver.number(text) else { return .none }
      return .value(.number(number), Bilingual(same: Numbers.exact(number)))
    case .negative(let inner):
      guard case .value(.number(let number), let text) = numberConstant(inner, kind, subject)
      else { return .none }
      return .value(.number(-number), text.map { "-\($0)" })
    case .quantity(let number, let unit, let raw):
      switch (unit, kind) {
      case (.percent, .percent): return .value(.number(number), Bilingual(same: raw))
      case (.money(let factor), .money):
        return .value(.number(number * factor), Bilingual(same: raw))
      default:
        reportUnit(raw, kind, subject, expression.span)
        return .failed
      }
    default: return .none
    }
  }

  /// Reads a number in quotes, as people write it: `1 234,5`.
  static func number(_ text: String) -> Double? {
    let plain = text.replacing("−", with: "-").filter { $0 != " " }.replacing(",", with: ".")
    guard plain.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2D }) else { return nil }
    return Double(plain)
  }

  private func boolConstant(_ expression: Expression) -> Lookup {
    guard let raw = Resolver.raw(expression) else { return .none }
    let needle = Needle(raw)
    if ["ja", "sant", "yes", "true"].contains(where: needle.equals) {
      return .value(.bool(true), Bilingual("ja", "yes"))
    }
    if ["nej", "falskt", "no", "false"].contains(where: needle.equals) {
      return .value(.bool(false), Bilingual("nej", "no"))
    }
    return .none
  }

  private mutating func codeConstant(_ expression: Expression, _ enumeration: Enumeration) -> Lookup
  {
    guard let raw = Resolver.raw(expression) else { return .none }
    switch workspace.names(enumeration).find(raw) {
    case .none: return .none
    case .one(let code):
      let name = enumeration.cases[code].name
      return .value(.codes([Int32(code)]), Bilingual(same: Spelled.text(name)))
    case .several(let codes):
      let names = codes.map { enumeration.cases[$0].name }
      reportAmbiguous(raw, names, expression.span)
      return .failed
    }
  }

  private mutating func rowConstant(_ expression: Expression, _ set: SetID) -> Lookup {
    if set == .occasions {
      switch occasions(expression) {
      case .none: break
      case let found: return found
      }
    }
    guard let raw = Resolver.raw(expression) else { return .none }
    if let row = exactRow(raw, set) {
      return .value(.rows([row]), Bilingual(same: Spelled.text(raw)))
    }
    if isQuick, snapshot[set].count > Resolver.quickLimit {
      return .value(.rows([]), Bilingual(same: raw))
    }
    switch workspace.names(set).find(raw) {
    case .none: return .none
    case .one(let row):
      let id = snapshot.heap.string(snapshot.id(set, Int32(row)))
      return .value(.rows([Int32(row)]), Bilingual(same: Spelled.text(id)))
    case .several(let rows):
      let names = rows.map { row in
        let id = snapshot.heap.string(snapshot.id(set, Int32(row)))
        let name = snapshot.heap.string(snapshot.name(set, Int32(row)))
        return id == name ? id : "\(id) (\(name))"
      }
      reportAmbiguous(raw, names, expression.span)
      return .failed
    }
  }

  /// An id as it is written in the store is found at once, however large the set is.
  private func exactRow(_ id: String, _ set: SetID) -> Int32? {
    Array(id.utf8).withUnsafeBufferPointer { snapshot[set].row(id: $0, in: snapshot.heap) }
  }

  private mutating func reportAmbiguous(_ word: String, _ names: [String], _ span: Span) {
    report(Messages.ambiguousValue, [Bilingual(same: word)], at: span, tips: [.candidates(names)])
  }

  // MARK: What is wrong

  /// Reports that an expression is no value of the kind.
  mutating func reportNoValue(_ expression: Expression, _ kind: ValueKind, for subject: Typed?) {
    let raw = Resolver.raw(expression) ?? source.text(expression.span)
    let (word, name) = (Bilingual(same: raw), subject?.text ?? kind.wording)
    switch kind {
    case .code(let enumeration):
      let nearest = Nearest.names(
        to: raw,
        among: enumeration.cases.flatMap { [$0.name] + $0.synonyms }
      )
      let tips: [Diagnostic.Tip] =
        nearest.isEmpty ? [.allowed(enumeration.names)] : [.nearest(nearest)]
      report(Messages.unknownEnumValue, [word, name], at: expression.span, tips: tips)
    case .reference(let set):
      report(
        Messages.unknownRecord,
        [word, Bilingual(same: schema[set].definite), name],
        at: expression.span,
        tips: nearestRecords(raw, set)
      )
    case .period where Resolver.looksLikeADay(raw):
      report(Messages.noSuchDay, [word], at: expression.span)
    default:
      let facts = [word, kind.wording, name, Bilingual(same: kind.sample)]
      report(Messages.wrongValue, facts, at: expression.span)
    }
  }

  private static func looksLikeADay(_ text: String) -> Bool {
    text.first?.isASCIIDigit == true && text.contains("-")
  }

  private func nearestRecords(_ word: String, _ set: SetID) -> [Diagnostic.Tip] {
    let count = snapshot[set].count
    // Looking through a large set for a misspelt name would cost more than it tells, and so would
    // looking for very many of them.
    guard count > 0, count <= 5000, !isQuick, diagnostics.count < 10 else { return [] }
    let ids = (0..<count).map { snapshot.heap.string(snapshot.id(set, Int32($0))) }
    let names = (0..<count).flatMap { row in
      let name = snapshot.heap.string(snapshot.name(set, Int32(row)))
      return [name] + name.split { !$0.isLetter }.filter { $0.count > 3 }.map(String.init)
    }
    let nearest = Nearest.names(to: word, among: ids + names)
    return nearest.isEmpty ? [.allowed(ids)] : [.nearest(nearest)]
  }
}
