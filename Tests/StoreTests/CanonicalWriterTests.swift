import Chance
import Model
import Store
import Testing
import Text

@Suite("The canonical layout")
struct CanonicalWriterTests {
  func written(_ snapshot: Snapshot) -> String {
    String(decoding: CanonicalWriter.bytes(of: snapshot), as: UTF8.self)
  }

  @Test("a file that is canonical comes out byte for byte", arguments: 0..<60)
  func canonicalStays(_ seed: UInt64) throws {
    var generator = StoreGenerator(seed: seed)
    let text = StoreGenerator.canonical(generator.store())
    #expect(try difference(written(read(text)), text) == nil)
  }

  @Test("any other layout becomes the canonical one, with the same values", arguments: 0..<60)
  func otherLayouts(_ seed: UInt64) throws {
    var generator = StoreGenerator(seed: seed)
    let entries = generator.store()
    let text = StoreGenerator.canonical(entries)
    var random = Dice(seed: seed &+ 1000)
    let values = try read(text).values
    for _ in 0..<3 {
      let mark = random.percent(30) ? "\u{FEFF}" : ""
      let loose = mark + " " + LooseJSON.object(entries).loose(&random) + "\n"
      let snapshot = try read(loose)
      #expect(difference(written(snapshot), text) == nil)
      #expect(snapshot.values == values)
    }
  }

  @Test("keys that stand for nothing are left out, and sets that are empty are not")
  func emptyValues() throws {
    let snapshot = try read(
      #"{"mål": [{"text": null, "målgrupp": [], "id": "M"}], "utfall": null, "format": "följ"}"#
    )
    let wanted = """
      {
      "format": "följ",
      "version": 1,
      "mål": [
      {"id": "M"}
      ],
      "utfall": []
      }

      """
    #expect(written(snapshot) == wanted)
  }

  @Test("what the columns cannot hold stands as it stood")
  func keptValues() throws {
    let text = store(
      "mål",
      #"{"id": "M", "text": "", "år": 1e3, "målgrupp": ["", "a"], "mätbart": "ja", "x": 12.50}"#
    )
    #expect(try written(read(text)) == text)
  }

  @Test("other sections have one object a line too")
  func sections() throws {
    let text =
      "{\n\"format\": \"följ\",\n\"version\": 1,\n\"mål\": [],\n\"frågor\": [\n"
      + "{\"namn\": \"sena\", \"fråga\": \"visa mål\"},\n{\"namn\": \"x\", \"y\": [1, {}]}\n],\n"
      + "\"blandat\": [{}, 1],\n\"tomt\": []\n}\n"
    #expect(try written(read(text)) == text)
    #expect(try written(read(text.replacing("\n", with: " "))) == text)
  }

  @Test("a period's form is its own, and letters become capitals")
  func periods() throws {
    let snapshot = try read(store("mål", #"{"id": "M", "senast": "2026-q2"}"#))
    #expect(written(snapshot).contains(#""senast": "2026-Q2""#))
  }

  @Test("each file of a folder keeps what is its own")
  func folder() throws {
    let folder = StoreFolder()
    let a =
      "{\n\"format\": \"följ\",\n\"version\": 1,\n\"mål\": [\n{\"id\": \"A\", \"x\": 1},\n"
      + "{\"id\": \"B\"}\n],\n\"övrigt\": 1\n}\n"
    let b =
      "{\n\"format\": \"följ\",\n\"version\": 2,\n\"fält\": [],\n\"mål\": [\n"
      + "{\"id\": \"C\", \"x\": 2}\n],\n\"begrepp\": []\n}\n"
    try folder.write(a.utf8, "a.json")
    try folder.write(b.utf8, "b.json")
    let snapshot = try StoreFiles.read(folder.path())
    #expect(CanonicalWriter.bytes(of: snapshot, file: 0) == Array(a.utf8))
    #expect(CanonicalWriter.bytes(of: snapshot, file: 1) == Array(b.utf8))
  }
}
