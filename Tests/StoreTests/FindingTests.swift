import Model
import Store
import Testing
import Text

@Suite("What the reader remarks on")
struct FindingTests {
  /// The remarks on a store, each at the mark in its text.
  func check(_ marked: String, _ remark: String) throws -> Snapshot {
    let text = MarkedText(marked)
    let place = try #require(text.place)
    let snapshot = try read(text.bytes)
    #expect(snapshot.remarks == ["\(remark) \(place.line):\(place.column)"])
    return snapshot
  }

  @Test(
    "a reference to what does not exist, where it stands",
    arguments: [
      (store("mål", "{\"id\": \"A\"}", "{\"id\": \"B\", \"område\": \"▸borta\"}"), "mål.område 1"),
      (store("mål", "{\"id\": \"A\", \"område\": \"▸b\\u00f6rta\"}"), "mål.område 0"),
      (store("mål", "{\"id\": \"A\", \"område\": \"▸bo\u{308}rta\"}"), "mål.område 0"),
      (
        store(
          "mål",
          "{}",
          "{\"indikatorer\": []}",
          "{\"id\": \"A\", \"indikatorer\": [\n\"▸x\"]}",
          "{}"
        ),
        "mål.indikatorer 2"
      ),
      (
        store("insatser", "{\"id\": \"A\"}", "{\"id\": \"B\", \"del_av\": \"▸a\"}"),
        "insatser.del_av 1"
      ),
    ]
  )
  func dangling(_ text: String, _ subject: String) throws {
    _ = try check(text, "dangling \(subject)")
  }

  @Test("a value that is unknown is kept, and the others of the list too")
  func unknownValue() throws {
    let snapshot = try check(
      store(
        "insatser",
        "{\"id\": \"A\", \"status\": \"pågår\"}, "
          + "{\"id\": \"B\", \"verksamhet\": [\"alla\", \"▸rymden\"]}"
      ),
      "unknownValue insatser.verksamhet 1"
    )
    #expect(snapshot.words(.measures, 1, "verksamhet") == "[\"alla\", \"? rymden\"]")
    #expect(snapshot.words(.measures, 0, "status") == "pågår")
    _ = try check(
      store("insatser", "{\"status\": \"▸Pågår\"}"),
      "unknownValue insatser.status 0"
    )
  }

  static let wrong = [
    ("mål.år", "\"år\": ▸\"2026\""), ("mål.år", "\"år\": ▸2026.5"), ("mål.år", "\"år\": ▸[2026]"),
    ("mål.år", "\"år\": ▸1e400"), ("mål.text", "\"text\": ▸12"), ("mål.text", "\"text\": ▸{}"),
    ("mål.mätbart", "\"mätbart\": ▸\"ja\""), ("mål.mätbart", "\"mätbart\": ▸1"),
    ("mål.senast", "\"senast\": \"▸våren\""), ("mål.senast", "\"senast\": ▸2026"),
    ("mål.senast", "\"senast\": \"▸2026-02-30\""), ("mål.område", "\"område\": ▸[\"a\"]"),
    ("mål.målgrupp", "\"målgrupp\": ▸\"elever\""), ("mål.målgrupp", "\"målgrupp\": [\"a\", ▸null]"),
    ("mål.egna", "\"egna\": ▸[]"), ("mål.egna", "\"egna\": ▸\"x\""),
  ]

  @Test("a value of the wrong type counts as empty, and the rest is read", arguments: wrong)
  func wrongType(_ subject: String, _ entry: String) throws {
    let snapshot = try check(
      store("mål", "{\"id\": \"A\", \(entry), \"bedömning\": \"delvis\"}", "{\"år\": 7}"),
      "wrongType \(subject) 0"
    )
    #expect(snapshot.words(.objectives, 0, "bedömning") == "delvis")
    #expect(snapshot.words(.objectives, 1, "år") == "7.0 plus")
    #expect(try snapshot.values == read(CanonicalWriter.bytes(of: snapshot)).values)
  }

  @Test("a newer version is read as far as it goes, and an odd one is remarked on")
  func version() throws {
    func text(_ version: String) -> String {
      "{\"format\": \"följ\",\n\"version\": \(version), \"mål\": [{\"id\": \"A\"}]}"
    }
    for newer in ["2", "1.5", "1e300"] {
      #expect(try check(text("▸" + newer), "newerVersion version -1")[.objectives].count == 1)
    }
    for odd in ["0", "-1", "\"1\"", "[]"] {
      #expect(try check(text("▸" + odd), "wrongType version -1")[.objectives].count == 1)
    }
    for good in ["1", "1.0", "null"] { #expect(try read(text(good)).remarks == []) }
  }

  @Test("places of many findings are told in one pass, on lines long and short")
  func manyFindings() throws {
    let records = (0..<4000).map { "{\"år\": \"å\($0)\"}" }
    for separator in [",", ",\n"] {
      let text = "{\"format\":\"följ\",\"mål\":[" + records.joined(separator: separator) + "]}"
      let snapshot = try read(text)
      let offsets = Array(snapshot.findings.map(\.offset).reversed())
      let start = ContinuousClock.now
      let places = snapshot.places(of: offsets)
      #expect(ContinuousClock.now - start < .seconds(2))
      for k in stride(from: 0, to: 4000, by: 371) {
        #expect(places[k] == snapshot.place(of: offsets[k]))
      }
    }
  }

  @Test("a store without fault has none")
  func none() throws {
    let text = store(
      "mål",
      "{\"id\": \"A\", \"text\": \"\", \"år\": null, \"målgrupp\": [], \"x\": {\"y\": [1]}}"
    )
    #expect(try read(text).remarks == [])
  }
}
