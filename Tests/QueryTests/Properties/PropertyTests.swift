import Foundation
import Oracle
import TestSupport
import Testing

/// What must hold between the answers to questions that say the same in other words.
///
/// No oracle is needed for these; each part runs a hundred random cases or more of every law.
@Suite("Laws of the language")
struct PropertyTests {
  /// The cases that each part tries of every law.
  private static let casesOfAPart = 100

  @Test("part", arguments: Campaign.parts)
  func holds(part: Int) throws {
    var generator = OracleGenerator(seed: Campaign.seed(part, 1))
    let store = generator.nextStore()
    let tested = try TestStore(store)
    var seed = Campaign.seed(part, 1)
    var left = PropertyTests.casesOfAPart
    while left > 0 {
      seed &+= 0x2545_F491_4F6C_DD1D
      guard let pieces = OracleGenerator.pieces(store, seed: seed) else { continue }
      let law = Law(store: tested, json: store.json, pieces: pieces)
      try law.notEqual()
      try law.partition()
      try law.deMorgan()
      try law.distribution()
      try law.list()
      try law.between()
      left -= 1
    }
  }

  /// One case: pieces, and the answers that are made from them.
  struct Law {
    let store: TestStore
    let json: String
    let pieces: OraclePieces

    /// The ids of the records that a condition leaves.
    func ids(_ condition: String) throws -> String {
      try store.json("visa id från \(pieces.set) där \(condition)")
    }

    /// The number of records that a condition leaves.
    func count(_ condition: String?) throws -> Int {
      let question = "antal \(pieces.set)" + (condition.map { " där \($0)" } ?? "")
      return Int(try store.json(question).filter(\.isNumber)) ?? -1
    }

    /// Records an issue unless two conditions leave the same records.
    func same(_ first: String, _ second: String) throws {
      let (a, b) = (try ids(first), try ids(second))
      if a != b { report("\(first)\n\(second)\n\(a)\n\(b)") }
    }

    func report(_ text: String) {
      Issue.record(Comment(rawValue: "\(pieces.set): \(text)\n\(json)"))
    }
  }
}

extension PropertyTests.Law {
  /// `a != b` is not (`a = b`).
  func notEqual() throws {
    let (path, value) = (pieces.path, pieces.values[0])
    try same("(\(path) != \(value))", "inte (\(path) = \(value))")
  }

  /// A condition and its negation part the set.
  func partition() throws {
    let condition = "(\(pieces.conditions[0]))"
    let all = try count(nil)
    let (holds, fails) = (try count(condition), try count("inte \(condition)"))
    if holds + fails != all { report("\(condition): \(holds) + \(fails) of \(all)") }
    #expect(try count("\(condition) och inte \(condition)") == 0)
  }

  /// De Morgan, and what is denied twice.
  func deMorgan() throws {
    let (a, b) = ("(\(pieces.conditions[0]))", "(\(pieces.conditions[1]))")
    try same("inte (\(a) och \(b))", "inte \(a) eller inte \(b)")
    try same("inte (\(a) eller \(b))", "inte \(a) och inte \(b)")
    try same("inte inte \(a)", a)
  }

  /// `och` and `eller`: in any order, in any groups, one inside the other.
  func distribution() throws {
    let parts = pieces.conditions.map { "(\($0))" }
    let (a, b, c) = (parts[0], parts[1], parts[2])
    try same("\(a) och (\(b) eller \(c))", "\(a) och \(b) eller \(c) och \(a)")
  }

  /// `i` is a chain of `eller`.
  func list() throws {
    let (path, values) = (pieces.path, pieces.values)
    let chain = values.map { "(\(path) = \($0))" }.joined(separator: " eller ")
    try same("\(path) i (\(values.joined(separator: ", ")))", chain)
    try same("\(path) inte i (\(values.reversed().joined(separator: ",")))", "inte (\(chain))")
  }

  /// `mellan` is two tests.
  func between() throws {
    guard pieces.isOrdered else { return }
    let (path, low, high) = (pieces.path, pieces.values[0], pieces.values[1])
    let tests = "(\(path) >= \(low)) och (\(path) <= \(high))"
    try same("(\(path) mellan \(low) och \(high))", tests)
    try same("(\(path) mellan \(low) och \(high)) och \(path) saknas", "id saknas")
  }
}
