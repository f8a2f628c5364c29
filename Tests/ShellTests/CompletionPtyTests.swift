import Testing
import TestSupport

@MainActor
@Suite("Completion on a terminal", .serialized)
struct CompletionPtyTests {
  @Test(
    "a sole candidate is inserted with a blank, in the language that is typed",
    arguments: [
      ("vi", "visa"), ("sho", "show"),
      ("visa ins", "visa insatser"), ("show mea", "show measures"),
      ("visa insatser d", "visa insatser där"), ("show measures wh", "show measures where"),
      ("visa measures wh", "visa measures where"),
      ("visa insatser där stat", "visa insatser där status"),
      ("show measures where resp", "show measures where responsible"),
      ("visa insatser där status = på", "visa insatser där status = pågår"),
      ("visa insatser där status = PÅ", "visa insatser där status = pågår"),
      ("visa insatser där område = kom", "visa insatser där område = kompetens"),
      ("show measures where omrade = fran", "show measures where omrade = frånvaro"),
      ("visa insatser där status = pågår oc", "visa insatser där status = pågår och"),
      ("antal insatser p", "antal insatser per"), ("count measures b", "count measures by"),
    ]
  )
  func soleCandidate(typed: String, completed: String) throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type(typed)
    #expect(session.shows(typed))
    session.type("\t")
    #expect(session.shows(completed, cursor: completed.count + 1), "\(session.pty.screen.text)")
  }

  @Test("where no language is typed, it is the user's")
  func language() throws {
    let session = try Session(["LC_ALL": "en_US.UTF-8"])
    #expect(session.isAsking())
    session.type("c")
    #expect(session.shows("c"))
    session.type("\t")
    #expect(session.pty.wait(for: "count"))
    #expect(session.shows("c", cursor: 1))
    #expect(!session.pty.screen.text.contains("antal"))
  }

  @Test("a name of several words is quoted")
  func quotedName() throws {
    let session = try Session()
    #expect(session.isAsking())
    let typed = "visa insatser där bedömning = ej"
    session.type(typed)
    #expect(session.shows(typed))
    session.type("\t")
    #expect(session.shows(#"visa insatser där bedömning = "ej bedömd""#))
  }

  @Test("of several, what they share is inserted and all are shown below")
  func severalCandidates() throws {
    let session = try Session(columns: 40)
    #expect(session.isAsking())
    session.type("visa insatser där del_av = i")
    #expect(session.shows("visa insatser där del_av = i"))
    session.type("\t")
    #expect(session.pty.wait(for: "Karriärlärare"), "\(session.pty.screen.text)")
    #expect(session.pty.wait(for: "Mentorer"))
    #expect(session.shows("visa insatser där del_av = I-", cursor: 29))
  }

  @Test(
    "a tie is shown and nothing is inserted",
    arguments: [
      ("visa insatser där sta", "status", "start"),
      ("visa insatser där status = p", "planerad", "pausad"),
      ("visa insatser där område = a", "ålsta", "älsta"),
    ]
  )
  func tie(typed: String, one: String, other: String) throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type(typed)
    #expect(session.shows(typed))
    session.type("\t")
    let isShown = session.pty.wait {
      session.pty.screen.text.contains(one) && session.pty.screen.text.contains(other)
    }
    #expect(isShown, "\(session.pty.screen.text)")
    #expect(session.shows(typed, cursor: typed.count))
  }

  @Test("inside a text, only the word at the cursor is completed")
  func insideText() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type("visa ins där slut < idag" + String(repeating: "\u{1B}[D", count: 16))
    #expect(session.shows("visa ins där slut < idag", cursor: 8))
    session.type("\t")
    #expect(session.shows("visa insatser där slut < idag", cursor: 13))
  }

  @Test("more candidates than rows: as many as fit, and the count of the rest")
  func manyCandidates() throws {
    let session = try Session(rows: 6, columns: 40)
    #expect(session.isAsking())
    session.type("visa insatser där s")
    #expect(session.shows("visa insatser där s"))
    session.type("\t")
    #expect(session.pty.wait(for: "säkerhet"), "\(session.pty.screen.text)")
    #expect(session.shows("visa insatser där s"))
    session.type("\u{15}zzz")
    #expect(session.shows("zzz"))
    let bells = session.pty.screen.bells
    session.type("\t")
    #expect(session.pty.wait { session.pty.screen.bells > bells })
    #expect(session.shows("zzz", cursor: 3))
  }
}
