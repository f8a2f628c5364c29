import Glibc
import Model
import Store
import TestSupport
import Testing
import Text

@Suite("Changes of a store")
struct StoreWriterTests {
  private let status: (String, String?, String?) = ("status", "\"pågår\"", "\"genomförd\"")

  @Test("a changed field stands in the file, in its place, and nothing else differs")
  func changes() throws {
    let store = WrittenStore()
    let writer = try store.open()
    #expect(writer.obstacle == nil)
    let done = try writer.commit(change("I-1", [status, ("slut", "\"2026-12-31\"", nil)]))
    #expect(done.snapshot.words(.measures, 0, "status") == "genomförd")
    let wanted = SmallStore.json.replacing(
      #""status": "pågår", "ansvarig": "rektor", "slut": "2026-12-31""#,
      with: #""status": "genomförd", "ansvarig": "rektor""#
    )
    #expect(difference(withoutNumber(store.text), wanted) == nil)
    #expect(store.text.contains("\"ändring\": 1,\n"))
    #expect(store.leftovers.isEmpty)
    #expect(try StoreFiles.read(store.path).values == done.snapshot.values)
  }

  @Test("the history says who did what when, from what to what")
  func history() throws {
    let store = WrittenStore()
    let writer = try store.open()
    _ = try writer.commit(change("I-1", [status]))
    #expect(store.history.count == 2)
    #expect(store.history[1].contains(#""vem": "anna", "slag": "ändring", "sats": "ändra I-1""#))
    #expect(store.history[1].contains(#""fält": {"status": ["pågår", "genomförd"]}"#))
    let entry = try #require(try writer.log(1).first)
    #expect(entry.who == "anna")
    #expect(entry.statement == "ändra I-1")
    #expect(entry.changes.map(\.change) == change("I-1", [status]).changes)
    #expect(try writer.history(of: "insatser", "I-1").map(\.number) == [1])
    #expect(try writer.history(of: "insatser", "I-2").isEmpty)
  }

  @Test("undo gives the same bytes back, and redo the others, also after a restart")
  func undo() throws {
    let store = WrittenStore()
    let operations = [
      change("I-1", [status]),
      add("I-9", [("titel", "\"Ny\""), ("område", "\"kompetens\""), ("år", "2026")]),
      add("E-1", [("text", "\"Tryggare\""), ("insats", "\"I-9\"")], in: "effekter"),
      remove(
        "I-3",
        [
          ("titel", "\"Kartläggning\""), ("område", "\"frånvaro\""), ("år", "2026"),
          ("status", "\"planerad\""), ("slut", "\"2026-06-30\""),
        ]
      ),
      add("sena", [("fråga", "\"visa insatser\"")], in: "frågor"),
    ]
    var texts = [store.text]
    for operation in operations {
      _ = try store.open().commit(operation)
      texts.append(withoutNumber(store.text))
    }
    for text in texts.dropLast().reversed() {
      _ = try store.open().undo()
      #expect(difference(withoutNumber(store.text), text) == nil)
    }
    #expect(codes { () throws(WriteFault) in try opened(store).undo() } == ["F0812"])
    _ = try store.open().redo(2)
    #expect(difference(withoutNumber(store.text), texts[2]) == nil)
    _ = try store.open().redo(3)
    #expect(difference(withoutNumber(store.text), texts[5]) == nil)
    #expect(codes { () throws(WriteFault) in try opened(store).redo() } == ["F0813"])
    _ = try store.open().undo(5)
    #expect(difference(withoutNumber(store.text), texts[0]) == nil)
    #expect(store.leftovers.isEmpty)
  }

  private func opened(_ store: WrittenStore) throws(WriteFault) -> StoreWriter {
    do { return try store.open() } catch { throw .unfit("\(error)") }
  }

  @Test("a new change ends what could be done again")
  func redoEnds() throws {
    let store = WrittenStore()
    let writer = try store.open()
    _ = try writer.commit(change("I-1", [status]))
    _ = try writer.undo()
    _ = try writer.commit(change("I-2", [status]))
    #expect(codes { () throws(WriteFault) in try writer.redo() } == ["F0813"])
  }

  @Test("undoing what another has done says so")
  func undoOfOthers() throws {
    let store = WrittenStore()
    _ = try store.open(as: "anna").commit(change("I-1", [status]))
    let writer = try store.open(as: "bo")
    #expect(try writer.undoable().map(\.who) == ["anna"])
    #expect(try writer.undo().byOthers.map(\.who) == ["anna"])
    #expect(try writer.redo().byOthers.map(\.who) == ["anna"])
  }

  @Test("two that change different fields both get their way")
  func merge() throws {
    let store = WrittenStore()
    let (anna, bo) = (try store.open(as: "anna"), try store.open(as: "bo"))
    _ = try anna.commit(change("I-1", [status]))
    let done = try bo.commit(change("I-1", [("ansvarig", "\"rektor\"", "\"HR\"")]))
    #expect(done.snapshot.words(.measures, 0, "status") == "genomförd")
    #expect(done.snapshot.words(.measures, 0, "ansvarig") == "HR")
    #expect(try anna.log(9).map(\.who) == ["bo", "anna", "anna"])
  }

  @Test("the second to change a field is refused, and told what is there and by whom")
  func conflict() throws {
    let store = WrittenStore()
    let (anna, bo) = (try store.open(as: "anna"), try store.open(as: "bo"))
    _ = try anna.commit(change("I-1", [status]))
    let before = store.text
    let found = fault { () throws(WriteFault) in
      try bo.commit(change("I-1", [("status", "\"pågår\"", "\"pausad\"")]))
    }
    guard case .conflicts(let conflicts) = found else {
      Issue.record("no conflict: \(String(describing: found))")
      return
    }
    #expect(conflicts.count == 1)
    #expect(conflicts[0].base == "\"pågår\"")
    #expect(conflicts[0].mine == "\"pausad\"")
    #expect(conflicts[0].theirs == "\"genomförd\"")
    #expect(conflicts[0].by?.who == "anna")
    #expect(store.text == before)
    #expect(store.history.count == 2)
    // What is there already need not be refused.
    #expect(try bo.commit(change("I-1", [status])).entries.isEmpty)
  }

  @Test("a record that another has taken away, or added, is told")
  func records() throws {
    let store = WrittenStore()
    let (anna, bo) = (try store.open(as: "anna"), try store.open(as: "bo"))
    let i5 = [
      ("titel", "\"Introduktion\""), ("område", "\"kompetens\""), ("år", "2026"),
      ("status", "\"pågår\""),
    ]
    _ = try anna.commit(remove("I-5", i5))
    #expect(codes { () throws(WriteFault) in try bo.commit(change("I-5", [status])) } == ["F0805"])
    _ = try anna.commit(add("I-6", [("titel", "\"A\"")]))
    #expect(codes { () throws(WriteFault) in try bo.commit(add("I-6", [])) } == ["F0804"])
  }

  @Test("a value that does not fit is refused before anything is written")
  func misfits() throws {
    let store = WrittenStore()
    let writer = try store.open()
    for (field, value) in [
      ("status", "\"klart\""), ("slut", "\"snart\""), ("område", "\"x\""), ("belopp", "\"1\""),
    ] {
      let old = field == "status" ? "\"pågår\"" : field == "område" ? "\"frånvaro\"" : nil
      #expect(
        codes { () throws(WriteFault) in try writer.commit(change("I-2", [(field, old, value)])) }
          == ["F0806"]
      )
    }
    for operation in [
      change("I-2", [("finns", nil, "1")]), change("I-2", [("titel", "\"Hembesök\"", "{")]),
      change("I-2", [("titel", nil, "1")], in: "prylar"),
    ] {
      #expect(codes { () throws(WriteFault) in try writer.commit(operation) } == ["F0807"])
    }
    #expect(store.text == SmallStore.json)
    #expect(store.history.isEmpty)
  }

  @Test("what another program has written is noticed and goes on")
  func outside() throws {
    let store = WrittenStore()
    let writer = try store.open()
    _ = try writer.commit(change("I-1", [status]))
    store.folder.write(store.text.replacing("Hembesök", with: "Hembesöken"), to: "butik.json")
    let done = try writer.commit(change("I-2", [status]))
    #expect(done.snapshot.words(.measures, 1, "titel") == "Hembesöken")
    #expect(writer.takeNotices() == [.outside([store.path])])
    #expect(try writer.log(9).map(\.kind) == [.edit, .outside, .edit, .start])
    #expect(writer.takeNotices().isEmpty)
    _ = try writer.undo(2)
    #expect(
      withoutNumber(store.text) == SmallStore.json.replacing("Hembesök", with: "Hembesöken")
    )
  }

  @Test("new ids follow the pattern and are never used twice")
  func newIDs() throws {
    let store = WrittenStore()
    let writer = try store.open()
    #expect(try writer.newID(for: .measures, year: 2026) == "I-6")
    #expect(try writer.newID(for: .measures, year: 2026, beside: ["I-6"]) == "I-7")
    #expect(try writer.newID(for: .effects, year: 2026) == "E-1")
    #expect(try writer.newID(for: .objectives, year: 2026) == "M-2026-1")
    _ = try writer.commit(add("I-6", [("titel", "\"A\"")]))
    _ = try writer.undo()
    #expect(try store.open().newID(for: .measures, year: 2026) == "I-7")
  }

  @Test("ids of a year go on with the year, and »april-2026« is no series")
  func newIDsOfYears() throws {
    let store = WrittenStore(
      store("insatser", #"{"id": "I-2025-014"}"#, #"{"id": "I-2025-015"}"#)
        .replacing("\n}\n", with: ",\n\"tillfällen\": [\n{\"id\": \"april-2026\"}\n]\n}\n")
    )
    let writer = try store.open()
    #expect(try writer.newID(for: .measures, year: 2025) == "I-2025-016")
    #expect(try writer.newID(for: .measures, year: 2026) == "I-2026-001")
    #expect(try writer.newID(for: .occasions, year: 2026) == "T-2026-1")
  }
}
