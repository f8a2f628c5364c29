import Exchange
import Foundation
import Oracle
import TestSupport
import Text

/// How many random cases a suite runs and from which seed: fixed, unless the environment says.
enum Campaign {
  /// The seed that all others are made from: `FOLJ_SEED`, or always the same.
  static let seed: UInt64 = number("FOLJ_SEED") ?? 20_261_124

  /// The number of cases that the oracle answers: `FOLJ_CASES`, or 20 000.
  static let cases = Int(number("FOLJ_CASES") ?? 20_000)

  /// The parts that a suite is cut into, so that they can run side by side.
  static let parts = 0..<20

  /// The number of cases in a part.
  static func cases(in part: Int, of total: Int = cases) -> Int {
    total * (part + 1) / parts.count - total * part / parts.count
  }

  /// The seed of a part of a suite.
  static func seed(_ part: Int, _ suite: UInt64 = 0) -> UInt64 {
    (seed &+ suite &* 0x1_0000) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(part)
  }

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
  }
}

extension OracleGenerator {
  /// Random pieces of questions about a store.
  mutating func pieces(_ count: Int, of store: OracleStore) -> [OraclePieces] {
    var found: [OraclePieces] = []
    while found.count < count {
      if let pieces = OracleGenerator.pieces(store, seed: nextSeed()) { found.append(pieces) }
    }
    return found
  }
}

extension TestStore {
  /// Reads a store of the oracle.
  convenience init(_ store: OracleStore) throws {
    try self.init(store.json, today: store.today)
  }

  /// Gives the answer to a question in JSON.
  func json(_ question: String) throws -> String {
    guard let format = OutputFormat.named("json") else { throw Fault.question("json", []) }
    let layout = OutputFormat.Layout(language: .swedish)
    return String(decoding: format.write(try answer(question), layout), as: UTF8.self)
  }
}
