import Glibc
import Testing
import TestSupport

@MainActor
@Suite("The line editor on a terminal", .serialized)
struct EditorPtyTests {
  @Test(
    "å ä ö arrive whole in any locale",
    arguments: ["C", "POSIX", "xx_YY.UTF-8", "sv_SE.UTF-8"]
  )
  func swedishLetters(locale: String) throws {
    let session = try Session(["LC_ALL": locale])
    #expect(session.run(#"område = "pågår""#))
    #expect(session.kept == [#"område = "pågår""#])
  }

  @Test("a paste of three lines is one text, and runs only on Enter")
  func pasteOfLines() throws {
    let session = try Session()
    #expect(session.isAsking())
    let text = "visa insatser\r\n\tdär status = pa\u{30A}ga\u{30A}r\rsortera\u{A0}slut"
    session.paste(text)
    #expect(session.pty.wait(for: "sortera slut"))
    #expect(session.kept.isEmpty)
    session.type("\r")
    #expect(session.hasKept(["visa insatser\n där status = pågår\nsortera slut"]))
  }

  @Test("a paste without paste marks is one text too")
  func unmarkedPaste() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.paste("")
    session.type("visa insatser\rsortera slut\tfallande")
    #expect(session.pty.wait(for: "sortera slut fallande"))
    #expect(session.kept.isEmpty)
    session.type("\r")
    #expect(session.hasKept(["visa insatser\nsortera slut fallande"]))
  }

  @Test("Ctrl-C clears the line and does not end the program")
  func interrupt() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type("visa fel")
    #expect(session.shows("visa fel"))
    session.type("\u{3}")
    #expect(session.pty.wait(for: "följ> visa fel^C\nfölj>"))
    #expect(session.run("visa rätt"))
    #expect(session.kept == ["visa rätt"])
    session.type("\u{3}\u{3}")
    #expect(session.isAsking())
    #expect(session.pty.exitCode(seconds: 0.2) == nil)
  }

  @Test("Ctrl-D ends on an empty line, and deletes on another")
  func endOfInput() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type("xa\u{1}\u{4}")
    #expect(session.shows("a", cursor: 0))
    session.type("\u{4}")
    #expect(session.isAsking())
    session.type("\u{4}")
    #expect(session.pty.exitCode() == 0)
  }

  @Test("Enter goes on in a new, indented line until the text is finished")
  func continuation() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type("visa insatser där")
    #expect(session.shows("visa insatser där"))
    session.type("\r")
    #expect(session.pty.wait { session.pty.screen.row == 1 && session.pty.screen.column == 2 })
    session.type("slut < idag")
    #expect(session.pty.wait { session.pty.screen.cursorRow == "  slut < idag" })
    // Up moves inside the text; Home and End keep to its rows.
    session.type("\u{1B}[A")
    #expect(session.pty.wait { session.pty.screen.row == 0 })
    session.type("\u{1B}[H")
    #expect(session.pty.wait { session.pty.screen.column == 6 })
    session.type("\u{1B}[B\u{1B}[F")
    #expect(session.pty.wait { session.pty.screen.row == 1 && session.pty.screen.column == 13 })
    session.type("\r")
    #expect(session.hasKept(["visa insatser där\n  slut < idag"]))
  }

  @Test("Home, End, Delete and the jumps work in the forms that terminals send")
  func editingKeys() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type("ååå äää ööö")
    #expect(session.shows("ååå äää ööö", cursor: 11))
    for home in ["\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1}"] {
      session.type(home)
      #expect(session.shows("ååå äää ööö", cursor: 0))
      session.type("\u{1B}[4~")
      #expect(session.shows("ååå äää ööö", cursor: 11))
    }
    session.type("\u{1B}[1;5D")
    #expect(session.shows("ååå äää ööö", cursor: 8))
    session.type("\u{1B}[3~")
    #expect(session.shows("ååå äää öö", cursor: 8))
    session.type("\u{17}")
    #expect(session.shows("ååå öö", cursor: 4))
    session.type("\u{15}\u{1B}[F\u{19}")
    #expect(session.shows("ööååå", cursor: 6))
  }

  @Test("keys that mean nothing leave no trace")
  func unknownKeys() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type(
      "a\u{1B}[5~\u{1B}[15;2~\u{1B}[<0;10;10M\u{1B}[I\u{1B}Op\u{1B}[[A\u{1B}]11;rgb\u{7}"
    )
    session.type("\u{13}\u{16}\u{0}b")
    #expect(session.shows("ab", cursor: 2))
  }

  @Test("the Escape key alone leaves the next key as it is")
  func escape() throws {
    let session = try Session()
    #expect(session.isAsking())
    // It is alone when nothing has followed for a while, which on a busy machine is longer.
    let isAlone = (1...6).contains { attempt in
      session.type("\u{15}ab\u{1B}")
      usleep(100_000 << attempt)
      session.type("c")
      return session.shows("abc", cursor: 3, seconds: 1)
    }
    #expect(isAlone)
  }

  @Test("a line with an identity number or a leading blank is answered and not kept")
  func privateLines() throws {
    let session = try Session()
    let lines = [
      (#"antal insatser där titel = "811228-9874""#, "Inga insatser."),
      (" antal insatser", "5 insatser."),
    ]
    for (line, answer) in lines {
      #expect(session.isAsking())
      session.type(line)
      #expect(session.shows(line))
      session.type("\r")
      #expect(session.pty.wait(for: answer))
      #expect(session.isAsking())
    }
    #expect(session.run("antal områden"))
    #expect(session.kept == ["antal områden"])
    #expect(session.folder.read("state/folj/history")?.contains("9874") == false)
  }

  @Test("--no-history keeps nothing on disk, and recalls within the session")
  func noHistory() throws {
    let session = try Session(script: "folj --no-history")
    #expect(session.isAsking())
    session.type("antal insatser")
    #expect(session.shows("antal insatser"))
    session.type("\r")
    #expect(session.pty.wait(for: "5 insatser.") && session.isAsking())
    session.type("\u{1B}[A")
    #expect(session.shows("antal insatser"))
    #expect(!session.folder.names.contains("state"))
  }

  @Test("Up recalls what contains the text before the cursor, Down gives the line back")
  func recall() throws {
    let session = try Session()
    for text in ["visa insatser", "antal områden", "visa mål"] { #expect(session.run(text)) }
    session.type("visa")
    #expect(session.shows("visa"))
    session.type("\u{1B}[A")
    #expect(session.shows("visa mål"))
    session.type("\u{1B}[A")
    #expect(session.shows("visa insatser"))
    session.type("\u{1B}[B\u{1B}[B")
    #expect(session.shows("visa"))
  }

  @Test("a line longer than 1024 characters survives Up and Down")
  func longLineSurvivesRecall() throws {
    let session = try Session(rows: 40)
    #expect(session.run("visa allt"))
    let long = String(repeating: "å", count: 1500) + "slut"
    session.paste(long)
    #expect(session.pty.wait(for: "åslut"))
    session.type("\u{1B}[A\u{1B}[A\u{1B}[B\u{1B}[B\r")
    #expect(session.hasKept(["visa allt", long]))
  }

  @Test("the line is drawn anew when the window gets narrower and wider")
  func resize() throws {
    let session = try Session(rows: 10, columns: 60)
    #expect(session.isAsking())
    let text = "visa insatser där ansvarig = rektor och status = pågår"
    session.type("ett\r")
    #expect(session.hasKept(["ett"]) && session.isAsking())
    session.type(text)
    #expect(session.pty.wait { session.pty.screen.text.contains("pågår") })
    session.pty.resize(rows: 10, columns: 30)
    let narrow = "följ> visa insatser där ansvar\nig = rektor och status = pågår"
    #expect(session.pty.wait(for: narrow))
    session.pty.resize(rows: 10, columns: 100)
    #expect(session.pty.wait(for: Program.prompt + " " + text))
    session.type("!\r")
    #expect(session.hasKept(["ett", text + "!"]))
  }
}
