import Model
import Store
import Testing
import Text

@Suite("Ids that stand twice")
struct DuplicateIDTests {
  static let pairs = [
    ("A", "A"), ("A-1", "a-1"), ("frånvaro", "Frånvaro"), ("ÅÄÖ", "åäö"), ("É", "é"),
    ("år", "a\u{30A}r"), ("ÅR", "a\u{30A}r"), ("\\u0041", "A"), ("ЖИ", "жи"), ("Ω", "ω"),
    ("Straße", "STRASSE"), ("Œuvre", "œuvre"), ("Ÿ", "ÿ"), ("×", "×"), ("µ", "μ"),
  ]

  @Test("they are refused with both places", arguments: pairs)
  func refused(_ first: String, _ second: String) throws {
    let marked = MarkedText(
      "{\"format\": \"följ\",\n\"mål\": [\n◂{\"text\": \"å\", \"id\": \"\(first)\"},\n"
        + "{\"id\": \"annat\"}, ▸{\"id\": \"\(second)\"}\n]}"
    )
    let folder = StoreFolder()
    let path = try folder.write(marked.bytes)
    let diagnostic = try fault(at: path)
    #expect(diagnostic.message.code == "F0606")
    let (place, other) = try (#require(marked.place), #require(marked.other))
    #expect(diagnostic.place == .file(path: path, line: place.line, column: place.column))
    #expect(
      diagnostic.facts.map(\.swedish)[1...] == ["mål", "\(path):\(other.line):\(other.column)"]
    )
  }

  @Test(
    "ids that only look alike are two",
    arguments: [
      ("e", "é"), ("a", "å"), ("×", "÷"), ("@", "`"), ("[", "{"), ("1", "\\u0011"), ("A ", "A"),
      ("ø", "ö"), ("_", "\\u007f"), ("ä", "æ"),
    ]
  )
  func apart(_ first: String, _ second: String) throws {
    let snapshot = try read(store("mål", "{\"id\": \"\(first)\"}", "{\"id\": \"\(second)\"}"))
    #expect(snapshot[.objectives].count == 2)
  }

  @Test("the same id in two sets is no fault, nor are records without one")
  func harmless() throws {
    let snapshot = try read(
      "{\"format\": \"följ\", \"mål\": [{\"id\": \"A\"}, {}, {\"text\": \"x\"}, {\"id\": \"\"}],"
        + "\"organ\": [{\"id\": \"A\"}]}"
    )
    #expect(snapshot[.objectives].count == 4)
  }

  @Test("they are found across the files of a folder, and each file is named")
  func acrossFiles() throws {
    let folder = StoreFolder()
    try folder.write(store("mål", "{\"id\": \"B\"}", "{\"id\": \"A\"}").utf8, "april.json")
    try folder.write(store("mål", "{\"id\": \"a\"}").utf8, "delår.json")
    let diagnostic = try fault(at: folder.path())
    #expect(diagnostic.message.code == "F0606")
    #expect(diagnostic.place == .file(path: folder.path("delår.json"), line: 5, column: 1))
    #expect(diagnostic.facts[2].swedish == folder.path("april.json") + ":6:1")
  }

  @Test("they are found in a file that is mapped, whose bytes are gone when the fault is told")
  func largeFile() throws {
    let records = (0..<30_000).map { "{\"id\": \"M-\($0)\", \"text\": \"fyller ut filen\"}" }
    let text = store("mål", (records + ["{\"id\": \"m-7\"}"]).joined(separator: ",\n"))
    #expect(text.utf8.count > 1 << 20)
    let folder = StoreFolder()
    let path = try folder.write(text.utf8)
    let diagnostic = try fault(at: path)
    #expect(diagnostic.place == .file(path: path, line: 30_005, column: 1))
    #expect(diagnostic.facts.map(\.swedish) == ["m-7", "mål", path + ":12:1"])
  }

  @Test("ids made to fall in one place of a table do not slow the reader down")
  func hostileIDs() throws {
    // Ids that differ only in one bit of each byte, and ids of other scripts.
    let count = 1 << 13
    var records: [String] = []
    for k in 0..<count {
      let id = (0..<13).map { k >> $0 & 1 == 0 ? "[" : "{" }.joined()
      records.append("{\"id\": \"\(id)\"}")
      records.append("{\"id\": \"жњ \(k)\"}")
    }
    let text = store("mål", records.joined(separator: ",\n"))
    let start = ContinuousClock.now
    #expect(try read(text)[.objectives].count == count * 2)
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}
