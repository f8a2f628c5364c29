import Testing
import TestSupport

@MainActor
@Suite("Texts of several lines on a terminal", .serialized)
struct ContinuationPtyTests {
  @Test(
    "Enter goes on where the statement cannot end",
    arguments: [
      ("visa insatser där", "slut < idag"),
      ("show measures where", "end < today"),
      ("visa insatser där status =", "pågår"),
      ("visa insatser där status = pågår och", "slut saknas"),
      ("visa titel,", "slut från insatser"),
      ("visa insatser där (status = pågår", "eller status = planerad)"),
      ("visa insatser där status i (pågår,", "planerad)"),
      (#"visa insatser där titel ~ "Karriär"#, #"lärare""#),
      ("visa insatser \\", "där status = pågår"),
    ]
  )
  func goesOn(first: String, second: String) throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type(first)
    #expect(session.shows(first))
    session.type("\r")
    #expect(session.pty.wait { session.pty.screen.row == 1 && session.pty.screen.column == 2 })
    session.type(second)
    #expect(session.pty.wait { session.pty.screen.cursorRow == "  " + second })
    #expect(session.kept.isEmpty)
    session.type("\r")
    #expect(session.hasKept([first + "\n  " + second]))
    #expect(session.isAsking())
    #expect(!session.pty.screen.text.contains("fel F"), "\(session.pty.screen.text)")
  }

  @Test(
    "an empty line ends an unfinished text",
    arguments: [
      "visa insatser där", "visa insatser där (status = pågår", #"visa insatser där titel ~ "Karr"#,
    ]
  )
  func emptyLine(text: String) throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type(text)
    #expect(session.shows(text))
    session.type("\r")
    #expect(session.pty.wait { session.pty.screen.row == 1 && session.pty.screen.column == 2 })
    session.type("\r")
    #expect(session.pty.wait(for: "fel F000"))
    #expect(session.isAsking())
    #expect(session.kept == [text])
  }

  @Test(
    "Enter runs what is finished",
    arguments: ["hjälp där", "beskriv insatser", "antal insatser", "visa insatser där slut < idag"]
  )
  func finished(text: String) throws {
    let session = try Session(rows: 60)
    #expect(session.run(text))
    #expect(session.kept == [text])
  }

  @Test("Enter in the middle of a finished text runs it whole")
  func enterInside() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type("antal insatser per status\u{1}\u{1B}[C")
    #expect(session.shows("antal insatser per status", cursor: 1))
    session.type("\r")
    #expect(session.hasKept(["antal insatser per status"]))
    #expect(session.pty.wait(for: "planerad"))
  }

  @Test("Ctrl-C gives up a text of several lines whole")
  func interrupt() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type("visa insatser där")
    #expect(session.shows("visa insatser där"))
    session.type("\r")
    #expect(session.pty.wait { session.pty.screen.row == 1 && session.pty.screen.column == 2 })
    session.type("status = pågår\u{1B}[A")
    #expect(session.pty.wait { session.pty.screen.row == 0 })
    session.type("\u{3}")
    #expect(session.pty.wait(for: "  status = pågår^C\nfölj>"))
    #expect(session.run("antal insatser"))
    #expect(session.kept == ["antal insatser"])
  }

  @Test("a paste of three statements is one text, and each of them is answered")
  func pastedStatements() throws {
    let session = try Session(rows: 40)
    #expect(session.isAsking())
    session.paste("antal insatser\nantal områden\nantal insatser där slut saknas\n")
    #expect(session.pty.wait(for: "slut saknas"))
    #expect(session.kept.isEmpty)
    session.type("\r")
    #expect(session.hasKept(["antal insatser\nantal områden\nantal insatser där slut saknas"]))
    for answer in ["5 insatser.", "4 områden.", "3 av 5 insatser, 60 %."] {
      #expect(session.pty.wait(for: answer), "\(session.pty.screen.text)")
    }
  }
}
