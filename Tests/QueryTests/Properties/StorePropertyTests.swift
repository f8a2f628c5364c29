import Exchange
import Foundation
import Glibc
import Model
import Oracle
import Store
import TestSupport
import Testing
import Text

@testable import Query

/// What must hold however the store is written, and whenever it is asked.
@Suite("Laws of stores and orders")
struct StorePropertyTests {
  private static let casesOfAStore = 50

  private struct Sections {
    var sets: [(name: String, records: [String])] = []

    /// Reads the sets of a store, each record as JSON.
    init(_ json: String) throws {
      let all = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
      for (name, value) in all.sorted(by: { $0.key < $1.key }) {
        guard let records = value as? [Any] else { continue }
        sets.append((name, try records.map(Sections.text)))
      }
    }

    private static func text(_ record: Any) throws -> String {
      String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
    }

    var json: String {
      let parts = sets.map { "\"\($0.name)\": [\n\($0.records.joined(separator: ",\n"))\n]" }
      return "{\"format\": \"följ\", \"version\": 1,\n\(parts.joined(separator: ",\n"))\n}\n"
    }
  }

  @Test("part", arguments: Campaign.parts)
  func holds(part: Int) throws {
    var generator = OracleGenerator(seed: Campaign.seed(part, 2))
    var left = Campaign.cases(in: part)
    while left > 0 {
      let store = generator.nextStore()
      let pieces = generator.pieces(min(left, Self.casesOfAStore), of: store)
      try limit(store, pieces)
      try permutation(store, pieces)
      try folder(store, pieces, at: Double(left % 19 + 1) / 20)
      let few = Array(pieces.prefix(5))
      try order(store, few)
      try repetition(store, few)
      left -= pieces.count
    }
  }

  private func rows(_ json: String) -> [String] {
    json.split(separator: "\n").map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
      .filter { $0 != "[" && $0 != "]" && $0 != "[]" }
  }

  /// A limit leaves the first of the same order.
  private func limit(_ store: OracleStore, _ pieces: [OraclePieces]) throws {
    let tested = try TestStore(store)
    for (number, piece) in pieces.enumerated() {
      let question =
        "visa id, \(piece.single) som \"x\" från \(piece.set) där \(piece.conditions[0])"
        + " sortera på \(piece.single)" + (number.isMultiple(of: 2) ? " fallande" : "")
      let all = rows(try tested.json(question))
      let some = rows(try tested.json("\(question) högst \(number % 7)"))
      if some != Array(all.prefix(number % 7)) { Issue.record("\(question)\n\(store.json)") }
    }
  }

  /// An order moves rows and nothing else, once and for all.
  private func order(_ store: OracleStore, _ pieces: [OraclePieces]) throws {
    let tested = try TestStore(store)
    for piece in pieces {
      let question = "visa id från \(piece.set) där \(piece.conditions[0])"
      let sorted = rows(try tested.json("\(question) sortera på \(piece.single)"))
      let again = rows(try tested.json("\(question) sortera på \(piece.single), \(piece.single)"))
      let plain = rows(try tested.json(question))
      if sorted != again || sorted.sorted() != plain.sorted() {
        Issue.record("\(question) sortera på \(piece.single)\n\(store.json)")
      }
    }
  }

  /// Records in another order give the same answers.
  private func permutation(_ store: OracleStore, _ pieces: [OraclePieces]) throws {
    let tested = try TestStore(store)
    var sections = try Sections(store.json)
    // Of two reports at one occasion, and of two outcomes of a day, the later in the store holds.
    for k in sections.sets.indices where !["lägen", "utfall"].contains(sections.sets[k].name) {
      sections.sets[k].records.reverse()
    }
    let turned = try TestStore(sections.json, today: store.today)
    for piece in pieces {
      let question =
        "visa id, \(piece.single) som \"x\" från \(piece.set) där \(piece.conditions[0])"
        + " sortera på \(piece.single), id"
      let (a, b) = (try tested.json(question), try turned.json(question))
      if a != b { Issue.record("\(question)\n\(a)\n\(b)\n\(store.json)") }
    }
  }

  /// A folder of stores is their union.
  private func folder(_ store: OracleStore, _ pieces: [OraclePieces], at place: Double) throws {
    let sections = try Sections(store.json)
    let whole = try TestStore(sections.json, today: store.today)
    let folder = TemporaryFolder()
    for (name, isFirst) in [("a", true), ("b", false)] {
      var half = sections
      for k in half.sets.indices {
        let records = half.sets[k].records
        let middle = Int(Double(records.count) * place)
        half.sets[k].records = Array(isFirst ? records[..<middle] : records[middle...])
      }
      try half.json.write(toFile: "\(folder.path)/\(name).json", atomically: false, encoding: .utf8)
    }
    let day = try #require(Day(store.today))
    let both = Workspace(try StoreFiles.read(folder.path), today: day)
    for piece in pieces {
      let question =
        "visa id, \(piece.path) som \"x\" från \(piece.set) där \(piece.conditions[0])"
      let answer = try StorePropertyTests.json(question, both)
      if try whole.json(question) != answer { Issue.record("\(question)\n\(store.json)") }
    }
  }

  /// The same question gives the same bytes.
  private func repetition(_ store: OracleStore, _ pieces: [OraclePieces]) throws {
    let (first, second) = (try TestStore(store), try TestStore(store))
    for piece in pieces {
      let question = "antal \(piece.set) där \(piece.conditions[0]) per \(piece.path)"
      let answer = try first.json(question)
      #expect(try first.json(question) == answer && second.json(question) == answer)
    }
  }

  private static func json(_ question: String, _ workspace: Workspace) throws -> String {
    let source = Source(name: "", text: question)
    var definitions = Definitions()
    guard let format = OutputFormat.named("json"),
      case .success(.answer(let plan))? =
        Script(source).parts.first?.action(in: workspace, source, &definitions)
    else { return "no answer" }
    let answer = Executor(workspace).answer(plan)
    return String(
      decoding: format.write(answer, OutputFormat.Layout(language: .swedish)),
      as: UTF8.self
    )
  }
}
