import Chance

/// A store that questions are asked of, with what the oracle has read from it.
package struct OracleStore {
  /// The store as JSON text.
  package let json: String
  /// The day of the questions, `yyyy-mm-dd`.
  package let today: String
  let store: Store
  let day: Int

  /// Reads a store.
  package init(json: String, today: String = "2026-09-15") throws {
    guard let span = Span(stored: today) else { throw OracleError("no day: \(today)") }
    self.json = json
    self.today = today
    day = span.first
    store = try Store(json: json)
  }

  /// The answer to a well-formed question as JSON text.
  package func answer(to question: String) throws -> String {
    let parsed = try Parser.question(question, store: store, today: day)
    return encode(try Answerer(store: store, today: day).answer(parsed))
  }
}

/// A random question with the answer that the contract asks for.
package struct OracleCase: Sendable {
  /// The store as JSON text.
  package var storeJSON: String
  /// The day on which the question is asked, `yyyy-mm-dd`.
  package var today: String
  /// The question.
  package var question: String
  /// The answer: a JSON array of objects, keys in order.
  package var expected: String
  /// False if the contract does not fix the order of the rows.
  package var ordered: Bool
  /// What `OracleGenerator.nextCase(_:seed:)` makes the case from.
  package var seed: UInt64
  /// The part of the language, named as in the contract's cases.
  package var name: String
}

/// Makes random stores and questions, the same for the same seed.
package struct OracleGenerator {
  private var dice: Dice
  private let variesToday: Bool

  /// Starts from a seed; if `today` varies, each case has its own, else it is 2026-09-15.
  package init(seed: UInt64, variesToday: Bool = false) {
    dice = Dice(seed: seed)
    self.variesToday = variesToday
  }

  /// A random sound store.
  package mutating func nextStore() -> OracleStore {
    while true {
      let json = StoreMaker.json(seed: dice.next())
      let days = ["2026-08-31", "2026-10-31", "2026-12-31", "2027-01-30", "2028-02-29"]
      let today = variesToday ? dice.pick(days, or: "") : "2026-09-15"
      if let store = try? OracleStore(json: json, today: today) { return store }
    }
  }

  /// The next seed for what is made of one.
  package mutating func nextSeed() -> UInt64 { dice.next() }

  /// A random question about a store.
  package mutating func nextCase(_ store: OracleStore) -> OracleCase {
    while true {
      if let found = OracleGenerator.nextCase(store, seed: dice.next()) { return found }
    }
  }

  /// A random question alone, whatever its answer.
  package mutating func nextQuestion(_ store: OracleStore) -> String {
    var maker = QuestionMaker(seed: dice.next(), store: store.store, today: store.day)
    let name = maker.dice.pick(QuestionClass.allCases, or: .text)
    return Printer.text(maker.question(name), seed: maker.dice.next())
  }

  /// The question of a seed, nil if the seed makes none that has one right answer.
  package static func nextCase(_ store: OracleStore, seed: UInt64) -> OracleCase? {
    var maker = QuestionMaker(seed: seed, store: store.store, today: store.day)
    let name = maker.dice.pick(QuestionClass.allCases, or: .text)
    // An empty answer tells little: most of them are given up for another question.
    for attempt in 0..<3 {
      let question = maker.question(name)
      let answerer = Answerer(store: store.store, today: store.day)
      guard let rows = try? answerer.answer(question) else { return nil }
      if isPoor(rows), attempt < 2, maker.dice.percent(75) { continue }
      if answerer.hasTies, question.limit != nil { return nil }
      return OracleCase(
        storeJSON: store.json,
        today: store.today,
        question: Printer.text(question, seed: maker.dice.next()),
        expected: encode(rows),
        ordered: !answerer.hasTies,
        seed: seed,
        name: name.rawValue
      )
    }
    return nil
  }

  /// True for no rows and for a count of nothing.
  private static func isPoor(_ rows: [Row]) -> Bool {
    guard let row = rows.first, rows.count == 1, row.count == 1 else { return rows.isEmpty }
    if case .number(0) = row[0].value { return true }
    return false
  }
}
