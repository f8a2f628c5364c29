import Model
import TestSupport
import Testing
import Text

@testable import Query

/// What is proposed at the end of a text, or where `|` stands in it.
struct Proposed {
  private let store: TestStore
  private var definitions = Definitions()

  init(_ prelude: String = "") throws {
    store = try TestStore(Proposed.json)
    let source = Source(name: "", text: prelude)
    for part in Script(source).parts {
      _ = part.action(in: store.workspace, source, &definitions)
    }
  }

  func words(
    _ text: String,
    _ language: Language = .swedish,
    _ outside: Proposals.Outside = .init()
  ) -> [Proposals.Word] {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let proposals = Proposals(store.workspace, definitions, language, outside)
    let found = proposals.at(parts[0].utf8.count, in: parts.joined())
    return found.words
  }

  /// The texts with their counts, as in `pågår 2`.
  func list(_ text: String, _ language: Language = .swedish) -> [String] {
    words(text, language).map { word in word.text + (word.count.map { " \($0)" } ?? "") }
  }

  static let json = """
    {"format": "följ", "version": 1,
    "områden": [{"id": "kompetens", "namn": "Kompetensförsörjning"},
    {"id": "frånvaro", "namn": "Elever med hög frånvaro"}, {"id": "hälsa", "namn": "Elevhälsa"}],
    "insatser": [
    {"id": "I-1", "titel": "Karriärlärare", "område": "kompetens", "år": 2026, "status": "pågår",
    "ansvarig": "rektor", "verksamhet": ["grundskola", "grundskola", "förskola"],
    "införd": "2025-01-01"},
    {"id": "I-2", "titel": "Hembesök", "område": "frånvaro", "år": 2026, "status": "pågår",
    "ansvarig": "Rektor", "del_av": "I-1", "införd": "2025-01-01"},
    {"id": "I-3", "titel": "Kartläggning", "område": "frånvaro", "år": 2025, "status": "planerad",
    "ansvarig": "HR-chef", "införd": "2026-05-05"},
    {"id": "I-4", "titel": "Mentorer", "område": "kompetens", "år": 2026, "status": "genomförd",
    "ansvarig": "biträdande rektor", "verksamhet": ["grundskola"], "införd": "2026-05-05"}],
    "tillfällen": [{"id": "april-2026", "år": 2026, "typ": "april", "per": "2026-04-30"}],
    "lägen": [
    {"id": "L-1", "insats": "I-1", "tillfälle": "april-2026", "status": "planerad"},
    {"id": "L-2", "insats": "I-2", "tillfälle": "april-2026", "status": "pågår"}],
    "frågor": [{"namn": "sena", "fråga": "visa insatser", "beskrivning": "Det som är sent."},
    {"namn": "mitt läge", "fråga": "visa insatser"}]}
    """
}

@Suite("Proposals with counts")
struct ProposalsCountTests {
  @Test(
    "values are counted under the other conditions, and those that most have come first",
    arguments: [
      ("visa insatser där status = ", "pågår 2, planerad 1, genomförd 1, pausad 0, avbruten 0"),
      ("visa insatser där status = p", "pågår 2, planerad 1, pausad 0"),
      (
        "diagram antal insatser per område där år = 2025 och status = p",
        "planerad 1, pågår 0, pausad 0"
      ),
      ("visa insatser där område = frånvaro och status = p", "planerad 1, pågår 1, pausad 0"),
      ("visa insatser där inte område = frånvaro och status = p", "pågår 1, planerad 0, pausad 0"),
      ("visa insatser där år = 2025 och status != p", "planerad 1, pågår 0, pausad 0"),
      ("visa insatser där (år = 2026 och status = p", "pågår 2, planerad 0, pausad 0"),
      ("visa insatser där år = 2026 och status i (genomförd, p", "pågår 2, planerad 0, pausad 0"),
      // The condition that is being typed holds nothing back, nor one that says nothing yet.
      ("visa insatser där år = 2025 eller status = p", "pågår 2, planerad 1, pausad 0"),
      ("visa insatser där titl = x och status = p", "pågår 2, planerad 1, pausad 0"),
      ("antal insatser läget april 2026 där status = p", "planerad 1, pågår 1, pausad 0"),
      ("visa insatser där status vid april 2026 = p", "planerad 1, pågår 1, pausad 0"),
      // What was is no number of what is.
      ("visa insatser där status var p", "planerad, pågår, pausad"),
      ("låt sena = insatser där område = frånvaro och status = pl", "planerad 1"),
      ("förklara antal insatser där status = pl", "planerad 1"),
      ("visa insatser där område = ", "kompetens 2, frånvaro 2, hälsa 0"),
      ("visa insatser där område = e", "frånvaro 2, hälsa 0"),
      ("visa insatser där område.namn = e", #""Elever med hög frånvaro" 2, Elevhälsa 0"#),
      ("visa insatser där del_av.status = p", "pågår 1, planerad 0, pausad 0"),
      // A record counts once for a value, however often it has it.
      ("visa insatser där verksamhet = f", "förskola 1, fritidshem 0"),
      ("visa områden där insatser.status = p", "pågår 2, planerad 1, pausad 0"),
      (
        "visa områden där insatser.år = 2025 och insatser.status = p",
        "planerad 1, pågår 1, pausad 0"
      ),
      // Texts that differ in case are one value; a value is meant by any of its words.
      ("visa insatser där ansvarig = ", #"rektor 2, HR-chef 1, "biträdande rektor" 1"#),
      ("visa insatser där ansvarig = re", #"rektor 2, "biträdande rektor" 1"#),
      ("visa insatser där titel = m", "Mentorer 1"),
      ("visa insatser där år = ", "2026 3, 2025 1"),
      ("visa insatser där fortsätter = ", "nej 4, ja 0"),
      ("visa områden där finns (insatser där status = p", "pågår 2, planerad 1, pausad 0"),
      (
        "visa områden där finns (insatser där år = 2025 och status = p",
        "planerad 1, pågår 0, pausad 0"
      ),
      ("kräv antal(insatser där år = 2025 och status = p", "planerad 1, pågår 0, pausad 0"),
      ("visa sena där status = p", "planerad 1, pågår 1, pausad 0"),
    ]
  )
  func counts(text: String, expected: String) throws {
    let proposed = try Proposed("låt sena = insatser där område = frånvaro")
    #expect(proposed.list(text).joined(separator: ", ") == expected)
  }

  @Test("notes: names of records, what sets and fields are, descriptions of saved questions")
  func notes() throws {
    let proposed = try Proposed()
    func notes(_ text: String) -> [String] {
      proposed.words(text).map { "\($0.text): \($0.note ?? "–")" }
    }
    #expect(notes("visa insatser där område = k") == ["kompetens: Kompetensförsörjning"])
    #expect(notes("visa insatser där ans") == ["ansvarig: Rollen som ansvarar, aldrig en person."])
    #expect(notes("kör ") == ["sena: Det som är sent.", #""mitt läge": –"#])
    #expect(notes("visa I-4") == ["I-4: Mentorer"])
    #expect(notes("källa i-3") == ["I-3: Kartläggning"])
  }
}

@Suite("Proposals in the language that is typed")
struct ProposalsLanguageTests {
  @Test(
    "the language of the keywords decides, and the other is looked in when nothing fits",
    arguments: [
      ("show measures where sta", "status, start, status_age"), ("show measures where ar", "area"),
      ("show measures where status = p", "planned 1, paused 0"),
      ("visa insatser där områ", "område"), ("visa measures wh", "where"),
      ("show measures where omrade = fran", "frånvaro 2"), ("show mea", "measures"),
      ("visa ins", "insatser"), ("count measures b", "by"),
    ]
  )
  func languages(text: String, expected: String) throws {
    #expect(try Proposed().list(text).joined(separator: ", ") == expected)
  }

  @Test(
    "synonyms are looked at when no name fits, and then the letters in order, best first",
    arguments: [
      ("visa insatser där status = kla", "genomförd 1"),
      ("visa insatser där status = gmf", "genomförd 1"),
      ("visa insatser där anvrig", "ansvarig"),
      ("visa insatser där område = kmpt", "kompetens 2"),
      ("visa aktiv", ""), ("visa insatser där zzz", ""), ("visa insatser där status = z", ""),
    ]
  )
  func otherWays(text: String, expected: String) throws {
    let words = try Proposed().words(text)
    let list = words.map { $0.text + ($0.count.map { " \($0)" } ?? "") }
    #expect(list.joined(separator: ", ") == expected)
    let isGuess = !text.hasSuffix("kla")
    #expect(words.allSatisfy { $0.isGuess == isGuess })
  }

  @Test("the letters in order: near each other, at the beginning and in a short text are best")
  func gaps() {
    func gaps(_ needle: String, _ text: String) -> Int? {
      TypedWord.gaps(Array(needle.utf8), in: Array(text.utf8))
    }
    #expect(gaps("abc", "abc") == 0)
    #expect(gaps("ac", "abc") == 16)
    #expect(gaps("ac", "xxabac") == 4 + 1)
    #expect(gaps("ca", "abc") == nil)
    #expect(gaps("", "abc") == nil)
  }

  @Test(
    "where a file is expected",
    arguments: [
      ("kör ", "script", ""), ("kör \"rapp", "script", "rapp"),
      ("visa insatser som csv till ", "file", ""),
      ("visa insatser som csv till \"ut/s", "file", "ut/s"),
    ]
  )
  func files(text: String, kind: String, path: String) throws {
    var outside = Proposals.Outside()
    outside.files = { [Proposals.Word(text: "\($0)-\($1 ? "script" : "file")")] }
    let words = try Proposed().words(text, .swedish, outside)
    #expect(words.last?.text == nil || words.contains { $0.text == "\(path)-\(kind)" })
    #expect(words.contains { $0.text.hasSuffix(kind) })
    #expect(try !Proposed().words("ändringar sedan april-2026 till ").isEmpty)
  }

  @Test("columns are proposed before a set that stands after the cursor")
  func columns() throws {
    #expect(try Proposed().list("visa tit| från insatser") == ["titel"])
    #expect(try Proposed().list("visa titel, bel| från insatser") == ["belopp"])
    #expect(try Proposed().list("visa andel(status = pl|) från insatser") == ["planerad 1"])
  }

  @Test("formats come from outside")
  func formats() throws {
    var outside = Proposals.Outside()
    outside.formats = [Proposals.Word(text: "csv"), Proposals.Word(text: "json")]
    let words = try Proposed().words("visa insatser som c", .swedish, outside)
    #expect(words.map(\.text) == ["csv"])
  }
}

@Suite("The best of many records")
struct RecordIndexTests {
  @Test("the highest counts come first, and the first of equals")
  func best() {
    let rows: [Int32] = [0, 1, 2, 3, 4]
    #expect(RecordIndex.best(rows, [1, 3, 0, 3, 2], limit: 5) == [1, 3, 4, 0, 2])
    #expect(RecordIndex.best(rows, [1, 3, 0, 3, 2], limit: 2) == [1, 3])
    #expect(RecordIndex.best(rows, [1, 3, 3, 3, 2], limit: 2) == [1, 2])
    #expect(RecordIndex.best(rows, [9000, 1, 9001, 0, 0], limit: 1) == [0])
    #expect(RecordIndex.best(rows, [0, 0, 0, 0, 0], limit: 2) == [0, 1])
    #expect(RecordIndex.best(rows, nil, limit: 3) == [0, 1, 2])
  }
}
