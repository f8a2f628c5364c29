import Foundation
import Oracle
import TestSupport
import Testing
import Text

@testable import Query

/// What must hold between the answers to questions that say the same in other words.
///
/// No oracle is needed for these. What the contract promises is tried on every case, and the rest
/// on each tenth.
@Suite("Laws of the language")
struct PropertyTests {
  private static let casesOfAStore = 50

  @Test("part", arguments: Campaign.parts)
  func holds(part: Int) throws {
    var generator = OracleGenerator(seed: Campaign.seed(part, 1))
    var left = Campaign.cases(in: part)
    while left > 0 {
      let store = generator.nextStore()
      let tested = try TestStore(store)
      for (number, pieces) in generator.pieces(min(left, Self.casesOfAStore), of: store)
        .enumerated()
      {
        let law = Law(store: tested, json: store.json, pieces: pieces)
        try law.notEqual()
        try law.partition()
        try law.deMorgan()
        guard number.isMultiple(of: 10) else { continue }
        try law.denial()
        try law.distribution()
        try law.list()
        try law.between()
      }
      left -= Self.casesOfAStore
    }
  }

  /// One case: pieces, and the answers that are made from them.
  struct Law {
    let store: TestStore
    let json: String
    let pieces: OraclePieces

    /// The records that a condition leaves, and how many there are.
    func records(_ condition: String) throws -> (rows: [Int], total: Int) {
      let plan = try store.plan("antal \(pieces.set) där \(condition)")
      let (rows, _, total) = Executor(store.workspace).selection(plan)
      return (rows, total)
    }

    /// Records an issue unless two conditions leave the same records.
    func same(_ first: String, _ second: String) throws {
      let (a, b) = (try records(first).rows, try records(second).rows)
      if a != b { report("\(first)\n\(second)\n\(a)\n\(b)") }
    }

    func report(_ text: String) {
      let seed = "FOLJ_SEED=\(Campaign.seed)"
      Issue.record(Comment(rawValue: "\(seed)\n\(pieces.set): \(text)\n\(json)"))
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
    let (holds, fails) = (try records(condition), try records("inte \(condition)"))
    let all = Set(holds.rows).union(fails.rows)
    if all.count != holds.total || holds.rows.count + fails.rows.count != holds.total {
      report("\(condition): \(holds.rows) + \(fails.rows) of \(holds.total)")
    }
  }

  /// De Morgan.
  func deMorgan() throws {
    let (a, b) = ("(\(pieces.conditions[0]))", "(\(pieces.conditions[1]))")
    try same("inte (\(a) och \(b))", "inte \(a) eller inte \(b)")
    try same("inte (\(a) eller \(b))", "inte \(a) och inte \(b)")
  }

  /// What is denied twice holds, and nothing both holds and does not.
  func denial() throws {
    let a = "(\(pieces.conditions[0]))"
    try same("inte inte \(a)", a)
    try same("\(a) och inte \(a)", "id saknas")
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
