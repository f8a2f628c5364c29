import Testing
import TestSupport

@testable import Query

@Suite("Names of values, sets and fields")
struct NamesTests {
  private static let table = NameTable([
    entry("kompetens", "Kompetensförsörjning"), entry("frånvaro", "Hög frånvaro"),
    entry("franvaro", "Franvaro utan ring"), entry("3", "Årskurs 7–9 (»högstadiet«)"),
    entry("4", "hög frånvaro"), entry("5", "Ålder", "age"), entry("", ""),
  ])

  /// Something with an id and names, the first of which may be begun.
  private static func entry(_ id: String, _ names: String...) -> NameTable.Entry {
    NameTable.Entry(ids: [id], names: names, prefixes: [names[0]])
  }

  static let names: [(typed: String, match: NameTable.Match)] = [
    ("kompetens", .one(0)), ("KOMPETENS", .one(0)), ("kompetensförsörjning", .one(0)),
    ("kompetensforsorjning", .one(0)), ("komp", .one(0)), ("försörjning", .none),
    // An id with its marks wins over one without, and either over names.
    ("frånvaro", .one(1)), ("franvaro", .one(2)), ("FRÅNVARO", .one(1)),
    // Two names that differ only in case are two candidates.
    ("Hög frånvaro", .several([1, 4])), ("hog franvaro", .several([1, 4])),
    // A beginning stands for all that it may begin, with or without marks.
    ("från", .several([1, 4])), ("fran", .several([1, 2, 4])), ("utan", .one(2)), ("ring", .one(2)),
    // Words begin after signs of any kind.
    ("högst", .one(3)), ("9", .one(3)), ("7–9", .one(3)), ("7–9 (»hog", .one(3)),
    ("arskurs 7–9", .one(3)),
    ("ålder", .one(5)), ("age", .one(5)), ("ag", .none), ("", .none), (" ", .none),
    ("\u{301}", .none),
    ("a\u{30A}lder", .one(5)),
  ]

  @Test("id, then name, then a beginning", arguments: names)
  func finds(typed: String, match: NameTable.Match) {
    #expect(NamesTests.table.find(typed) == match)
  }

  static let questions: [(text: String, answer: String)] = [
    ("antal insatser", "5"), ("antal measures", "5"), ("antal åtgärder", "5"),
    ("antal atgarder", "5"),
    ("antal INSATS", "5"), ("antal omraden", "4"), ("antal mål", "0"), ("antal mal", "0"),
    ("antal I-1", "1"), ("antal i-1", "1"), ("antal \"2025.129 bun\"", "1"),
    ("antal insatser där AREA = kompetens", "2"), ("antal insatser där omrade = kompetens", "2"),
    ("antal insatser där owner = rektor", "2"), ("antal insatser där area.name ~ komp", "2"),
    ("antal insatser där Område.Insatser.År = 2026", "3"),
    ("antal insatser där malgrupp = elever", "1"),
    ("antal insatser där insatser.x = 1", "F0102 1:20 »insatser«"),
    ("antal insatser där .x = 1", "F0001 1:20 ».«"),
  ]

  @Test("of sets, records and fields", arguments: questions)
  func answers(text: String, answer: String) throws {
    let found = try Conversation().say(text)
    #expect(found == answer || found == "[{\"antal\":\(answer)}]", "\(found)")
  }

  @Test("a bare word is a value before it is a field, and beside a text always a text")
  func bareWords() throws {
    let store = try TestStore(sets: [
      ("områden", [#"{"id": "slut", "namn": "Slut"}"#]),
      (
        "insatser",
        [
          #"""
          {"id": "I-1", "titel": "ansvarig", "ansvarig": "x", "område": "slut", "år": 2026,
           "status": "pågår", "start": "2026-01", "slut": "2026-01", "framsteg": 5, "omfattning": 5}
          """#
        ]
      ),
    ])
    let talk = try Conversation(store)
    #expect(talk.say("antal insatser där titel = ansvarig") == #"[{"antal":1}]"#)
    #expect(talk.say("antal insatser där område = slut") == #"[{"antal":1}]"#)
    #expect(talk.say("antal insatser där start = slut") == #"[{"antal":1}]"#)
    #expect(talk.say("antal insatser där framsteg = omfattning") == #"[{"antal":1}]"#)
  }
}
