import Chance

/// Pieces of questions about one set, from which a test puts questions together.
package struct OraclePieces: Sendable {
  /// The set.
  package let set: String
  /// Conditions, to stand in parentheses.
  package let conditions: [String]
  /// A path with one value or several.
  package let path: String
  /// Values that the path may have.
  package let values: [String]
  /// True if the values have an order that `<` and `between` can ask for.
  package let isOrdered: Bool
  /// A path with one value.
  package let single: String
}

extension OracleGenerator {
  /// The pieces of a seed, nil if the seed makes none.
  package static func pieces(_ store: OracleStore, seed: UInt64) -> OraclePieces? {
    var maker = QuestionMaker(seed: seed, store: store.store, today: store.day)
    maker.chooseSet()
    let set = maker.set
    var conditions: [String] = []
    for _ in 0..<3 {
      let condition = maker.condition(maker.dice.among(1...3))
      conditions.append(Printer.text(condition, of: set, seed: maker.dice.next()))
    }
    guard let path = maker.path(where: { _ in true }), let kind = pathKind(path, set),
      let single = maker.path(where: { !$0.isList })
    else { return nil }
    if case .reference(let target) = kind.single, store.store.all(target).isEmpty { return nil }
    var values: [String] = []
    for _ in 0..<3 {
      let literal = maker.literal(maker.value(path), kind)
      values.append(Printer.text(.literal(literal), of: set, seed: maker.dice.next()))
    }
    return OraclePieces(
      set: set,
      conditions: conditions,
      path: Printer.text(.path(path), of: set, seed: maker.dice.next()),
      values: values,
      isOrdered: isOrdered(kind),
      single: Printer.text(.path(single), of: set, seed: maker.dice.next())
    )
  }

  private static func isOrdered(_ kind: Kind) -> Bool {
    switch kind {
    case .text, .number, .time: true
    default: false
    }
  }
}
