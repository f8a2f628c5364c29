import Glibc
import TestSupport
import Testing

@MainActor
@Suite("Menu, hint and search on a terminal", .serialized)
struct MenuPtyTests {
  private let typed = "visa insatser där status = p"

  /// Runs statements, so that there is a history.
  private func session(
    _ variables: [String: String] = [:],
    history: [String] = [],
    rows: Int = 24,
    columns: Int = 80
  ) throws -> Session {
    let folder = TemporaryFolder()
    let records = history.map { "{\"t\":1,\"q\":\"\($0)\"}\n" }.joined()
    folder.write(records, to: "state/folj/history", mode: 0o600)
    let session = try Session(variables, folder: folder, rows: rows, columns: columns)
    #expect(session.isAsking())
    return session
  }

  private func raw(_ session: Session) -> String {
    String(decoding: session.pty.output, as: UTF8.self)
  }

  @Test(
    "a menu with counts opens below the line, also at the bottom of the screen; Escape closes it",
    arguments: [24, 8]
  )
  func menu(rows: Int) throws {
    let session = try session(rows: rows)
    for set in ["insatser", "områden", "mål"] { #expect(session.run("antal \(set)")) }
    session.type(typed)
    #expect(session.shows(typed))
    session.type("\t")
    let menu = "\(typed)\n  pågår     3\n  planerad  1\n  pausad    0"
    #expect(session.pty.wait(for: menu), "\(session.pty.screen.text)")
    #expect(session.shows(typed, cursor: typed.count))
    session.type("\u{1B}")
    #expect(session.pty.wait { !session.pty.screen.text.contains("pausad") })
    #expect(session.shows(typed, cursor: typed.count))
    session.type("å")
    #expect(session.shows(typed + "å", cursor: typed.count + 1))
  }

  @Test("arrows and TAB choose, Enter takes what is chosen and runs nothing")
  func choosing() throws {
    let session = try session()
    session.type(typed)
    #expect(session.shows(typed))
    session.type("\t")
    #expect(session.pty.wait(for: "  pausad    0"))
    session.type("\t")
    #expect(session.pty.wait(for: "> pågår     3"))
    #expect(raw(session).contains("\u{1B}[7m> pågår     3\u{1B}[m"))
    session.type("\u{1B}[B")
    #expect(session.pty.wait(for: "> planerad  1"))
    session.type("\u{1B}[Z\u{1B}[Z")
    #expect(session.pty.wait(for: "> pausad    0"))
    session.type("\u{1B}[A")
    #expect(session.pty.wait(for: "> planerad  1"))
    session.type("\r")
    let taken = "visa insatser där status = planerad"
    #expect(session.shows(taken, cursor: taken.count + 1))
    #expect(!session.pty.screen.text.contains("pausad") && session.kept.isEmpty)
    session.type("\r")
    #expect(session.hasKept([taken]))
  }

  @Test("another key closes the menu and does what it does")
  func otherKey() throws {
    let session = try session()
    session.type(typed)
    #expect(session.shows(typed))
    session.type("\t")
    #expect(session.pty.wait(for: "  pausad    0"))
    session.type("l")
    #expect(session.shows(typed + "l", cursor: typed.count + 1))
    #expect(session.pty.wait { !session.pty.screen.text.contains("pausad") })
    session.type("\t")
    #expect(session.shows("visa insatser där status = planerad"))
  }

  @Test("what all share is inserted, and the menu opens")
  func shared() throws {
    let session = try session(columns: 30)
    session.type("visa insatser där del_av = i")
    session.type("\t")
    #expect(session.pty.wait(for: "= I-"), "\(session.pty.screen.text)")
    #expect(session.pty.wait(for: "I-1  0  Karriärlärare"), "\(session.pty.screen.text)")
  }

  @Test("letters in order are a guess: shown, and inserted only when chosen")
  func guess() throws {
    let session = try session()
    session.type("visa insatser där anvrig")
    #expect(session.shows("visa insatser där anvrig"))
    session.type("\t")
    #expect(session.pty.wait(for: "  ansvarig  Rollen"), "\(session.pty.screen.text)")
    #expect(session.shows("visa insatser där anvrig", cursor: 24))
    session.type("\t")
    #expect(session.pty.wait(for: "> ansvarig"))
    session.type("\r")
    #expect(session.shows("visa insatser där ansvarig", cursor: 27))
  }

  @Test("a narrow and low screen cuts the rows and counts those left out")
  func narrow() throws {
    let session = try session(rows: 5, columns: 24)
    session.type("visa insatser där s")
    session.type("\t")
    #expect(session.pty.wait(for: " till"), "\(session.pty.screen.text)")
    #expect(session.pty.screen.rows.allSatisfy { $0.count <= 24 })
    #expect(session.pty.screen.text.contains("visa insatser där"))
  }

  @Test(
    "a hint from the history is faint, and Right or End takes it",
    arguments: ["\u{1B}[C", "\u{5}"]
  )
  func hint(key: String) throws {
    let session = try session(history: ["visa insatser där slut < idag", "antal mål"])
    session.type("visa ins")
    #expect(session.shows("visa insatser där slut < idag", cursor: 8))
    #expect(raw(session).contains("\u{1B}[2matser där slut < idag\u{1B}[m"))
    session.type("\u{1B}[D")
    #expect(session.shows("visa ins", cursor: 7))
    session.type("\u{1B}[C")
    #expect(session.shows("visa insatser där slut < idag", cursor: 8))
    session.type(key)
    #expect(session.shows("visa insatser där slut < idag", cursor: 29))
    session.type("\r")
    #expect(session.pty.wait { session.kept.count == 3 })
  }

  @Test("a hint that is not taken is no part of the text")
  func hintLeft() throws {
    let session = try session(history: ["antal insatser per status"])
    session.type("antal insatser")
    #expect(session.shows("antal insatser per status", cursor: 14))
    session.type("\r")
    #expect(session.pty.wait { session.kept.last == "antal insatser" })
    #expect(session.pty.wait(for: "följ> antal insatser\n"))
  }

  @Test("words are coloured as they are typed, and wrong names underlined")
  func colours() throws {
    let session = try session()
    session.type("visa insatser där statsu = \"x")
    #expect(session.shows("visa insatser där statsu = \"x"))
    let seen = session.pty.wait {
      let raw = self.raw(session)
      return raw.contains("\u{1B}[1mvisa\u{1B}[m \u{1B}[36minsatser\u{1B}[m \u{1B}[1mdär\u{1B}[m ")
        && raw.contains("\u{1B}[4;31mstatsu\u{1B}[m = \u{1B}[31m\"x\u{1B}[m")
    }
    #expect(seen)
  }

  @Test(
    "without colours there are none, nor a hint, and the menu has its mark",
    arguments: [["NO_COLOR": "1"], ["TERM": "vt100", "NO_COLOR": "1"]]
  )
  func noColours(variables: [String: String]) throws {
    let session = try session(variables, history: [typed + "ausad"])
    session.type(typed)
    #expect(session.shows(typed, cursor: typed.count))
    session.type("\t")
    #expect(session.pty.wait(for: "pågår     3"))
    session.type("\u{1B}[B")
    #expect(session.pty.wait(for: "> p"), "\(session.pty.screen.text)")
    let raw = raw(session)
    #expect(!raw.contains("\u{1B}[7m") && !raw.contains("\u{1B}[1m") && !raw.contains("\u{1B}[36m"))
  }

  @Test("Ctrl-R shows what matches and how many; Enter takes it and runs nothing")
  func search() throws {
    let history = ["visa insatser", "antal områden", "visa mål", "antal mål"]
    let session = try session(history: history)
    session.type("\u{12}")
    #expect(session.pty.wait(for: "följ>\n(sök »« 1/4)\n> antal mål\n  visa mål"))
    session.type("visa")
    #expect(session.pty.wait(for: "(sök »visa« 1/2)\n> visa mål\n  visa insatser"))
    session.type("\u{12}")
    #expect(session.pty.wait(for: "(sök »visa« 2/2)\n  visa mål\n> visa insatser"))
    session.type("\u{1B}[B\u{12}")
    #expect(session.pty.wait(for: "> visa insatser"))
    session.type("\r")
    #expect(session.shows("visa insatser", cursor: 13))
    #expect(!session.pty.screen.text.contains("(sök") && session.kept == history)
  }

  @Test("Escape leaves the search and the line as it was; Backspace looks for less")
  func leavingSearch() throws {
    let session = try session(history: ["visa insatser", "antal mål"])
    session.type("zz")
    #expect(session.shows("zz"))
    session.type("\u{12}")
    #expect(session.pty.wait(for: "(sök »zz« 0/0)"))
    session.type("\u{7F}\u{7F}må")
    #expect(session.pty.wait(for: "(sök »må« 1/1)\n> antal mål"))
    session.type("\u{1B}")
    #expect(session.pty.wait { !session.pty.screen.text.contains("(sök") })
    #expect(session.shows("zz", cursor: 2))
    session.type("\u{12}\u{15}v")
    #expect(session.pty.wait(for: "> visa insatser"))
    session.type("\u{3}")
    #expect(session.pty.wait(for: "följ> zz^C\nfölj>"))
  }

  @Test("Ctrl-_ takes back word by word what was typed, and a cut whole")
  func undo() throws {
    let session = try session()
    for word in ["visa", " ", "mål"] {
      for letter in word {
        session.type(String(letter))
        usleep(30_000)
      }
    }
    #expect(session.shows("visa mål"))
    session.type("\u{15}")
    #expect(session.isAsking())
    session.type("\u{1F}")
    #expect(session.shows("visa mål", cursor: 8))
    session.type("\u{1F}")
    #expect(session.pty.wait { session.pty.screen.cursorRow == "följ> visa" })
  }

  @Test("a text taller than the screen is left to itself, and arrives whole")
  func tallText() throws {
    let session = try session(rows: 6, columns: 20)
    let text = "visa insatser där " + String(repeating: "år = 2026 och ", count: 800) + "år = 2026"
    session.paste(text)
    session.type("\t\u{12}\u{1B}")
    usleep(200_000)
    session.type("\r")
    #expect(session.hasKept([text]))
  }

  @Test("the menu goes along when the window changes")
  func resize() throws {
    let session = try session()
    session.type(typed)
    #expect(session.shows(typed))
    session.type("\t")
    #expect(session.pty.wait(for: "  pausad    0"))
    session.pty.resize(rows: 20, columns: 60)
    #expect(session.pty.wait(for: "\(typed)\n  pågår     3\n  planerad  1\n  pausad    0"))
    session.type("\t\r")
    #expect(session.pty.wait(for: "pågår") && session.kept.isEmpty)
  }
}
