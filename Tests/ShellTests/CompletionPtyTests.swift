import Testing
import TestSupport

// These know the words of the demonstration program.

@MainActor
@Suite("Completion on a terminal", .serialized)
struct CompletionPtyTests {
  @Test("a sole candidate is inserted with a blank")
  func soleCandidate() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type("status = PL")
    #expect(session.shows("status = PL"))
    session.type("\t")
    #expect(session.shows("status = planerad", cursor: 18))
  }

  @Test("of several, what they share is inserted and all are shown below")
  func severalCandidates() throws {
    let session = try Session(columns: 40)
    #expect(session.isAsking())
    session.type("x = på y\u{1B}[D\u{1B}[D")
    #expect(session.shows("x = på y", cursor: 6))
    session.type("\t")
    #expect(session.pty.wait(for: "följ> x = på y\npågår 5  påbörjad 8\nfölj>"))
    #expect(session.shows("x = på y", cursor: 6))
  }

  @Test("a coloured prompt takes the room of what is seen of it")
  func colouredPrompt() throws {
    let prompt = "\u{1}\u{1B}[2m\u{1}följ>\u{1}\u{1B}[m\u{1} "
    let session = try Session(["DEMO_PROMPT": prompt], rows: 10, columns: 20)
    #expect(session.isAsking())
    session.type("visa insatser där slut")
    #expect(session.pty.wait(for: "följ> visa insatser\ndär slut"))
    #expect(session.pty.screen.column == 8)
    session.pty.resize(rows: 10, columns: 40)
    #expect(session.shows("visa insatser där slut", cursor: 22))
    session.type("\u{1}å")
    #expect(session.shows("åvisa insatser där slut", cursor: 1))
  }

  @Test("a tie between letters is shown and nothing is inserted")
  func tie() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type("p")
    #expect(session.shows("p"))
    session.type("\t")
    #expect(session.pty.wait(for: "påbörjad 8"))
    #expect(session.shows("p", cursor: 1))
  }

  @Test("more candidates than rows: as many as fit, and the count of the rest")
  func manyCandidates() throws {
    let session = try Session(rows: 6, columns: 20)
    #expect(session.isAsking())
    session.type("\t")
    #expect(session.pty.wait(for: "… och 4 till\nfölj>"))
    session.type("zzz")
    #expect(session.shows("zzz"))
    let bells = session.pty.screen.bells
    session.type("\t")
    #expect(session.pty.wait { session.pty.screen.bells > bells })
  }
}
