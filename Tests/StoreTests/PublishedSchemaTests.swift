import Model
import Store
import Testing
import Text

@Suite("The published schema")
struct PublishedSchemaTests {
  let schema: JSONValue

  init() throws { schema = try JSONValue(Array(StoreSchema.text().utf8)) }

  func failures(_ bytes: some Sequence<UInt8>) throws -> [SchemaValidator.Failure] {
    try SchemaValidator.failures(of: JSONValue(Array(bytes)), by: schema)
  }

  @Test("the example validates, but for the day that its source leaves open")
  func example() throws {
    let snapshot = try StoreFiles.read(ExampleStoreTests.path)
    let failures = try failures(snapshot.heap.raw(snapshot.files[0].range))
    #expect(failures.map(\.path) == [["beslut", "3"]])
    #expect(failures.map(\.keyword) == ["required"])
    #expect(failures.first?.value["datum"] == nil)
  }

  @Test("what has a finding does not validate, and what has none does", arguments: 0..<40)
  func findings(_ seed: UInt64) throws {
    var generator = StoreGenerator(seed: seed)
    let text = StoreGenerator.canonical(generator.store())
    let snapshot = try read(text)
    let found = snapshot.findings.filter { finding in
      // A number too large for the reader is a number still.
      let isHuge = snapshot.heap.raw(finding.offset..<finding.offset + 2).elementsEqual("1e".utf8)
      // Nor does it know the store's own fields, of which the generator makes »tal«.
      return finding.kind != .dangling && finding.field != "tal" && !isHuge
    }
    let expected = Set(
      found.map { finding in
        finding.row < 0
          ? [finding.field]
          : [snapshot.schema[finding.set].name, String(finding.row), finding.field]
      }
    )
    // A required value that is missing or "" is for the follow-up to fill in, not for the reader.
    let failed = try failures(text.utf8).filter {
      $0.keyword != "required" && $0.value != .text("")
    }
    let difference = expected.symmetricDifference(failed.map { Array($0.path.prefix(3)) })
    #expect(difference.isEmpty)
  }

  @Test(
    "days and times have the reader's form",
    arguments: [
      "2026-04-30", "2026-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10",
      "2026-1-1",
      "0000-01-01", "9999-12-31", "2026", "26", "0000", "2026-04", "2026-00", "2026-13", "2026-Q1",
      "2026-q4", "2026-Q5", "2026-Q0", "2026-T3", "2026-T4", "2026-VT", "2026-ht", "2026-XT",
      "2026-01-01/2026-12-31", "2026-01-01/", "2026-01/2026-02", "våren", "2026-04-30 ", "２０２６",
      "",
    ]
  )
  func times(_ text: String) throws {
    for (field, set) in [("senast", "mål"), ("daterad", "handlingar")] {
      let json = store(set, "{\"\(field)\": \"\(text)\"}")
      let isRead = try read(json).findings.isEmpty
      let isValid = try failures(json.utf8).allSatisfy { $0.keyword == "required" }
      // Only the reader knows the leap years.
      #expect(isRead == isValid || text == "2026-02-29", "\(field)")
    }
  }

  @Test("own fields are declared as the schema says", arguments: OwnFieldTests.bad)
  func ownFields(_ declaration: String) throws {
    let text = "{\"format\": \"följ\", \"version\": 1, \"fält\": [\(declaration)]}"
    // What name is taken, a schema cannot tell.
    let isTaken = ["text", "due", "target_group", "Område", "insatser", "tyst"].contains {
      declaration.contains("\"namn\": \"\($0)\"")
    }
    #expect(try failures(text.utf8).isEmpty == isTaken)
  }

  @Test("a store must be told from other JSON", arguments: ReaderFaultTests.notStores)
  func notStores(_ marked: String) throws {
    #expect(try !failures(MarkedText(marked).bytes).isEmpty)
  }
}
