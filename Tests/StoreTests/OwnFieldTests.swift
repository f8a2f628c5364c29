import Model
import Store
import Testing
import Text

@Suite("A municipality's own fields")
struct OwnFieldTests {
  func text(_ declarations: String, _ egna: String...) -> String {
    let records = egna.enumerated().map { "{\"id\": \"\($0)\", \"egna\": \($1)}" }
    return "{\"format\": \"följ\",\n\"fält\": [\n\(declarations)\n],\n\"mål\": [\n"
      + records.joined(separator: ",\n") + "\n]}"
  }

  func declaration(_ name: String, _ type: String, _ set: String = "mål") -> String {
    "{\"mängd\": \"\(set)\", \"namn\": \"\(name)\", \"typ\": \"\(type)\", \"hjälp\": \"Hjälp.\"}"
  }

  static let types = [
    ("text", "\"åäö\"", "åäö"), ("int", "12", "12.0 plus"), ("number", "1.5", "1.5 plus"),
    ("money", "-3", "-3.0 minus"), ("percent", "40", "40.0 plus"), ("bool", "false", "false"),
    ("day", "\"2026-04-30\"", "2026-04-30 day"), ("time", "\"2026-Q2\"", "2026-Q2 quarter"),
  ]

  @Test("each type can be declared, single and as a list", arguments: types)
  func everyType(_ type: String, _ value: String, _ words: String) throws {
    let single = try read(
      text(declaration("eget", type), "{}", "{\"eget\": \(value)}", "{\"annat\": 1}")
    )
    #expect(single.remarks == [])
    #expect((0..<3).map { single.words(.objectives, $0, "eget") } == ["–", words, "–"])
    let list = try read(
      text(declaration("eget", "[\(type)]"), "{\"eget\": [\(value), \(value)]}", "{\"eget\": []}")
    )
    #expect(list.remarks == [])
    #expect((0..<2).map { list.words(.objectives, $0, "eget") } == ["\([words, words])", "–"])
    let field = list.schema.field(.objectives, list.schema.number(.objectives, "eget"))
    #expect(field.isList && field.isStored && field.doc.swedish == "Hjälp.")
  }

  @Test("a value of another type counts as empty", arguments: types)
  func wrongValue(_ type: String, _ value: String, _ words: String) throws {
    let marked = MarkedText(
      text(declaration("eget", type), "{\"eget\": ▸{\"a\": 1}}", "{\"eget\": \(value)}")
    )
    let snapshot = try read(marked.bytes)
    let place = try #require(marked.place)
    #expect(snapshot.remarks == ["wrongType mål.eget 0 \(place.line):\(place.column)"])
    #expect((0..<2).map { snapshot.words(.objectives, $0, "eget") } == ["–", words])
    #expect(try read(CanonicalWriter.bytes(of: snapshot)).values == snapshot.values)
  }

  static let bad = [
    "{\"mängd\": \"mal\", \"namn\": \"eget\", \"typ\": \"int\"}",
    "{\"namn\": \"eget\", \"typ\": \"int\"}", "{\"mängd\": \"mål\", \"typ\": \"int\"}",
    "{\"mängd\": \"mål\", \"namn\": \"eget\"}",
    "{\"mängd\": \"mål\", \"namn\": \"eget\", \"typ\": \"heltal\"}",
    "{\"mängd\": \"mål\", \"namn\": \"eget\", \"typ\": \"[int\"}",
    "{\"mängd\": \"mål\", \"namn\": \"eget\", \"typ\": [\"int\"]}",
    "{\"mängd\": \"mål\", \"namn\": \"\", \"typ\": \"int\"}",
    "{\"mängd\": \"mål\", \"namn\": \"två ord\", \"typ\": \"int\"}",
    "{\"mängd\": \"mål\", \"namn\": \"2027\", \"typ\": \"int\"}",
    "{\"mängd\": \"mål\", \"namn\": \"a-b\", \"typ\": \"int\"}",
    // Taken: a field, its English name, an alias, another case, a reverse and a derived field.
    "{\"mängd\": \"mål\", \"namn\": \"text\", \"typ\": \"int\"}",
    "{\"mängd\": \"mål\", \"namn\": \"due\", \"typ\": \"int\"}",
    "{\"mängd\": \"mål\", \"namn\": \"target_group\", \"typ\": \"int\"}",
    "{\"mängd\": \"mål\", \"namn\": \"Område\", \"typ\": \"int\"}",
    "{\"mängd\": \"mål\", \"namn\": \"insatser\", \"typ\": \"int\"}",
    "{\"mängd\": \"insatser\", \"namn\": \"tyst\", \"typ\": \"int\"}",
    "12", "null", "[]", "{}",
  ]

  @Test("a declaration that cannot be used is remarked on, and the others hold", arguments: bad)
  func badDeclaration(_ bad: String) throws {
    let snapshot = try read(
      text(bad + ",\n" + declaration("gott", "int"), "{\"gott\": 1, \"eget\": 2}")
    )
    #expect(snapshot.remarks == ["badOwnField fält -1 3:1"])
    #expect(snapshot.words(.objectives, 0, "gott") == "1.0 plus")
  }

  @Test("a fält section that is no list is remarked on")
  func badSection() throws {
    for section in ["{}", "1", "\"x\""] {
      let snapshot = try read("{\"format\": \"följ\",\n\"fält\": \(section)}")
      #expect(snapshot.remarks == ["badOwnField fält -1 2:9"])
    }
    #expect(try read("{\"format\": \"följ\", \"fält\": null}").remarks == [])
  }

  @Test("fields may be declared after the records, and for several sets")
  func order() throws {
    let snapshot = try read(
      "{\"mål\": [{\"id\": \"A\"}, {\"id\": \"B\", \"egna\": {\"ett\": \"x\", \"två\": [1, 2]}}],"
        + "\"organ\": [{\"id\": \"N\", \"egna\": {\"ett\": true}}], \"format\": \"följ\", "
        + "\"fält\": ["
        + "\(declaration("ett", "text")), \(declaration("två", "[int]")),"
        + "\(declaration("ett", "bool", "organ"))]}"
    )
    #expect(snapshot.remarks == [])
    #expect(snapshot.words(.objectives, 1, "ett") == "x")
    #expect(snapshot.words(.objectives, 1, "två") == "[\"1.0 plus\", \"2.0 plus\"]")
    #expect(snapshot.words(.objectives, 0, "två") == "–")
    #expect(snapshot.words(.bodies, 0, "ett") == "true")
  }
}
