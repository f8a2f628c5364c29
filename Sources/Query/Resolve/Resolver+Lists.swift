import Model
import Text

// Conditions on one of several values, and on what lies between two.
extension Resolver {
  /// Resolves `status i (pågår, planerad)`.
  mutating func isIn(
    _ left: Expression,
    _ values: [Expression],
    in set: SetID
  ) -> ConditionText? {
    guard let subject = operand(left, in: set), !values.isEmpty else { return nil }
    var tests: [Constant] = []
    var fields: [Condition] = []
    var texts: [Bilingual] = []
    var isSound = true
    for value in expanded(values) {
      guard let value = effective(value) else {
        isSound = false
        continue
      }
      switch constant(value, subject.kind, for: subject) {
      case .value(let constant, let text):
        tests.append(constant)
        texts.append(text)
      case .failed: isSound = false
      case .none:
        if let part = compareFields(subject, .equal, .equal, value, in: set) {
          fields.append(part.condition)
          texts.append(Bilingual(same: source.text(value.span)))
        } else {
          isSound = false
        }
      }
    }
    guard isSound else { return nil }
    let combined = tests.isEmpty ? [] : [Condition.test(subject.operand, .any(tests))]
    return ConditionText(.any(combined + fields), Resolver.list(texts, of: subject), subject)
  }

  private static func list(_ texts: [Bilingual], of subject: Typed) -> Bilingual {
    let swedish = texts.map(\.swedish).joined(separator: ", ")
    let english = texts.map(\.english).joined(separator: ", ")
    return Bilingual(
      "\(subject.text.swedish) i (\(swedish))",
      "\(subject.text.english) in (\(english))"
    )
  }

  /// `$*` stands for all the script's arguments.
  private func expanded(_ values: [Expression]) -> [Expression] {
    values.flatMap { value in
      guard case .variable("*") = value.kind else { return [value] }
      return definitions.arguments.map { $0.placed(at: value.span) }
    }
  }

  /// Resolves `år mellan 2025 och 2026`.
  mutating func between(
    _ left: Expression,
    _ low: Expression,
    _ high: Expression,
    in set: SetID
  ) -> ConditionText? {
    guard let subject = operand(left, in: set) else { return nil }
    let from = compare(subject, .greaterEqual, low, in: set)
    let to = from == nil && subject.isList ? nil : compare(subject, .lessEqual, high, in: set)
    guard let from, let to else { return nil }
    func tail(_ text: String) -> String {
      text.split(separator: "= ", maxSplits: 1).last.map(String.init) ?? text
    }
    let text = Bilingual(
      "\(subject.text.swedish) mellan \(tail(from.text.swedish)) och \(tail(to.text.swedish))",
      "\(subject.text.english) between \(tail(from.text.english)) and \(tail(to.text.english))"
    )
    return ConditionText(.all([from.condition, to.condition]), text, subject)
  }
}

extension Test {
  /// The test that a value equals one of several of the same kind.
  static func any(_ constants: [Constant]) -> Test {
    var (texts, numbers, periods): ([Needle], Set<Double>, [Period]) = ([], [], [])
    var (codes, rows): (Set<Int32>, Set<Int32>) = ([], [])
    var bools: Set<Bool> = []
    for constant in constants {
      switch constant {
      case .text(let text): texts.append(Needle(text))
      case .number(let number): numbers.insert(number)
      case .period(let period): periods.append(period)
      case .codes(let some): codes.formUnion(some)
      case .rows(let some): rows.formUnion(some)
      case .bool(let bool): bools.insert(bool)
      }
    }
    if !texts.isEmpty { return .text(TextTest(.equals, texts)) }
    if !numbers.isEmpty { return .numbers(numbers) }
    if !periods.isEmpty { return .periods(periods) }
    if !codes.isEmpty { return .codes(codes) }
    if !rows.isEmpty { return .rows(rows) }
    return bools.count == 2 ? .filled : .bool(bools.contains(true))
  }
}
