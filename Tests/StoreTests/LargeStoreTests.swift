import Model
import Store
import Testing
import Text

@Suite("Large stores")
struct LargeStoreTests {
  @Test("a file that is mapped gives what a small one gives")
  func mapped() throws {
    var generator = StoreGenerator(seed: 2026)
    var entries = generator.store()
    let small = try read(StoreGenerator.canonical(entries))
    entries.append(
      (.token("\"fyll\""), .token("\"" + String(repeating: "å ", count: 1 << 19) + "\""))
    )
    let text = StoreGenerator.canonical(entries)
    #expect(text.utf8.count > 1 << 20)
    let large = try read(text)
    #expect(large.values == small.values)
    #expect(large.remarks == small.remarks)
    #expect(CanonicalWriter.bytes(of: large) == Array(text.utf8))
  }

  @Test("a file of just one mebibyte is mapped to its last byte", arguments: -2...2)
  func boundary(_ more: Int) throws {
    let start = "{\"format\": \"följ\", \"mål\": [{\"id\": \""
    let end = "\"}]}"
    let count = 1 << 20 + more - start.utf8.count - end.utf8.count
    let snapshot = try read(start + String(repeating: "x", count: count) + end)
    #expect(snapshot.heap.bytes(snapshot[.objectives].ids[0]).count == count)
    // And where the last page ends inside a text.
    let open = try fault((start + String(repeating: "x", count: count)).utf8)
    #expect(open.message.code == "F0612")
  }

  @Test("a text of 100 MB is one value")
  func longText() throws {
    let start = Array("{\"format\": \"följ\", \"mål\": [{\"id\": \"A\", \"text\": \"".utf8)
    let text = start + [UInt8](repeating: 0x78, count: 100_000_000) + Array("\"}]}".utf8)
    let clock = ContinuousClock.now
    let snapshot = try read(text)
    guard case .texts(let texts)? = snapshot[.objectives].columns[1] else {
      Issue.record("no texts")
      return
    }
    #expect(snapshot.heap.bytes(texts[0]).count == 100_000_000)
    #expect(ContinuousClock.now - clock < .seconds(30))
  }

  @Test("a number of a million digits is read, and kept as it stands")
  func longNumber() throws {
    let digits = String(repeating: "7", count: 1_000_000)
    let text = store(
      "effekter",
      "{\"id\": \"A\", \"antal_min\": \(digits)}",
      "{\"id\": \"B\", \"antal_min\": 0.\(digits)}",
      "{\"id\": \"C\", \"antal_min\": 1e\(digits)}",
      "{\"id\": \"D\", \"antal_min\": 1e-\(digits)}"
    )
    let snapshot = try read(text)
    #expect(
      snapshot.remarks.map { $0.prefix(30) } == (0..<3).map { "wrongType effekter.antal_min \($0)" }
    )
    #expect(snapshot.words(.effects, 3, "antal_min") == "0.0 plus")
    #expect(CanonicalWriter.bytes(of: snapshot) == Array(text.utf8))
  }

  @Test("many empty texts, as an export writes them, cost little")
  func manyEmptyTexts() throws {
    let keys = ["titel", "beskrivning", "ansvarig", "årskurs", "tidplan", "finansiering", "källa"]
    let empty = keys.map { "\"\($0)\": \"\"" }.joined(separator: ", ")
    let records = (0..<3000).map { "{\"id\": \"\($0)\", \(empty)}" }
    let text = store("insatser", records.joined(separator: ",\n"))
    let snapshot = try read(text)
    #expect(snapshot.kept.pieces[SetID.measures.rawValue].count == 21_000)
    #expect(MemoryLayout<KeptText.Piece>.stride == 24)
    #expect(CanonicalWriter.bytes(of: snapshot) == Array(text.utf8))
  }

  @Test("keys that no schema has, a hundred thousand in one record")
  func manyKeys() throws {
    let keys = (0..<100_000).map { "\"x\($0)\": \($0)" }.joined(separator: ", ")
    let lists = (0..<2000).map { "{\"id\": \"\($0)\", \"målgrupp\": [\"a\"]}" }
    let text = store("mål", "{\"id\": \"A\", \(keys)}", lists.joined(separator: ",\n"))
    let clock = ContinuousClock.now
    let snapshot = try read(text)
    #expect(snapshot.kept.pieces(of: 0, in: .objectives).count == 100_000)
    #expect(snapshot.kept.pieces(of: 1, in: .objectives).isEmpty)
    #expect(CanonicalWriter.bytes(of: snapshot) == Array(text.utf8))
    #expect(ContinuousClock.now - clock < .seconds(20))
  }
}
