import Glibc
import Shell
import Testing
import TestSupport

// What must not disturb a session: long pastes, poor terminals, signals, disks that cannot be
// written.

@MainActor
@Suite("The line editor in bad weather", .serialized)
struct EditorFaultTests {
  @Test("a paste of 20 KiB is refused whole, and nothing of it is run", arguments: [true, false])
  func longPaste(isMarked: Bool) throws {
    let session = try Session()
    #expect(session.isAsking())
    session.type("visa")
    #expect(session.shows("visa"))
    let rows = String(repeating: "å = 1 och\r", count: 2000)
    if isMarked {
      session.paste(rows)
      #expect(session.shows("visa", cursor: 4))
    } else {
      session.type(rows)
    }
    #expect(session.pty.wait(for: "Texten är för lång för raden (16 KiB)"))
    session.type("\u{3}")
    #expect(session.run("visa mål"))
    #expect(session.kept == ["visa mål"])
  }

  @Test("a text that is taller than the screen arrives whole")
  func tallPaste() throws {
    let session = try Session(rows: 8, columns: 40)
    #expect(session.isAsking())
    let rows = (1...300).map { "rad \($0) är här" }.joined(separator: "\n")
    session.paste(rows)
    #expect(session.pty.wait(for: "rad 300 är här"))
    session.type("\u{1B}[A\u{1B}[A\u{1B}[H\u{1B}[B\u{1B}[B\u{1B}[F!")
    session.pty.resize(rows: 6, columns: 20)
    session.type("\r")
    #expect(session.hasKept([rows + "!"]))
  }

  @Test("a terminal that does not send UTF-8 is told of, once")
  func notUTF8() throws {
    let session = try Session()
    #expect(session.isAsking())
    session.pty.send(bytes: [0x61, 0xE5, 0x62])
    let sentence = "Terminalen skickar inte UTF-8; tecknen togs bort."
    #expect(session.pty.wait(for: "följ> a\n\(sentence)\nfölj> ab"))
    session.pty.send(bytes: [0xE5, 0x63])
    #expect(session.shows("abc", cursor: 3))
  }

  @Test("a dumb terminal has a plain prompt and no control codes", arguments: ["dumb", ""])
  func dumbTerminal(name: String) throws {
    let session = try Session(["TERM": name])
    #expect(session.pty.wait(for: Program.prompt))
    session.type("visa insatser där\n")
    session.type("slut < idag\n")
    #expect(session.hasKept(["visa insatser där\nslut < idag"]))
    #expect(session.isAsking())
    session.type("halv")
    session.type("\u{3}")
    session.type("område = \"pågår\"\n")
    #expect(session.pty.wait { session.kept.last == "område = \"pågår\"" })
    #expect(!session.pty.output.contains(0x1B))
    session.type("\u{4}")
    #expect(session.pty.exitCode() == 0)
  }

  @Test("a terminal that the database does not know is taken for an xterm")
  func unknownTerminal() throws {
    let session = try Session(["TERM": "nyare-än-databasen"])
    #expect(session.run("visa mål"))
    #expect(session.pty.screen.rows[0] == "följ> visa mål")
  }

  @Test(
    "a signal that ends the program leaves the terminal as it was",
    arguments: [SIGTERM, SIGHUP]
  )
  func fatalSignal(number: Int32) throws {
    // The shell holds the session, or the kernel would reset the terminal at the program's end.
    let script = "sh -c 'echo PID=$$.; exec folj'; echo STATUS=$?; read line"
    let session = try Session(script: script)
    let before = session.pty.modes
    #expect(session.isAsking())
    session.type("visa må")
    #expect(session.shows("visa må"))
    #expect(session.pty.modes.c_lflag & UInt32(ICANON) == 0)
    let words = session.pty.screen.rows[0].split { $0 == "=" || $0 == "." }
    let process = try #require(words.last.flatMap { pid_t($0) })
    kill(process, number)
    #expect(session.pty.wait(for: "STATUS=\(128 + number)"))
    let after = session.pty.modes
    #expect(after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag)
    #expect(after.c_oflag == before.c_oflag)
    #expect(String(decoding: session.pty.output, as: UTF8.self).hasPasteModeOff)
  }

  @Test("Ctrl-Z stops the program with the terminal as it was, and it goes on with its line")
  func stopAndGoOn() throws {
    let session = try Session(script: "set -m; folj; echo STANNAD; fg; echo SLUT")
    let before = session.pty.modes
    #expect(session.isAsking())
    session.type("visa mål\u{1B}[D")
    #expect(session.shows("visa mål", cursor: 7))
    session.type("\u{1A}")
    #expect(session.pty.wait(for: "STANNAD"))
    #expect(session.shows("visa mål", cursor: 7))
    session.type("\u{5}!\r")
    #expect(session.hasKept(["visa mål!"]) && session.isAsking())
    session.type("\u{4}")
    #expect(session.pty.wait(for: "SLUT"))
    #expect(session.pty.exitCode() == 0)
    #expect(session.pty.modes.c_lflag == before.c_lflag)
  }

  @Test("two sessions keep each other's lines, and each recalls its own first")
  func twoSessions() throws {
    let folder = TemporaryFolder()
    let first = try Session(folder: folder)
    let second = try Session(folder: folder)
    #expect(first.run("visa ett"))
    #expect(second.run("visa två"))
    #expect(first.run("visa tre"))
    #expect(first.kept == ["visa ett", "visa två", "visa tre"])
    second.type("\u{10}")
    #expect(second.shows("visa två"))
    // Ctrl-R walks through everyone's, those of a session that is running too.
    second.type("\u{3}")
    #expect(second.isAsking())
    second.type("\u{12}")
    #expect(second.pty.wait(for: "> visa tre"))
    second.type("\u{12}\r")
    let third = try Session(folder: folder)
    #expect(third.isAsking())
    third.type("\u{10}\u{10}\u{10}")
    #expect(third.shows("visa ett"))
  }

  @Test("a session that cannot write its history goes on", arguments: ["fil", "mapp", "ingen"])
  func unwritableState(kind: String) throws {
    let folder = TemporaryFolder()
    switch kind {
    // Not permissions: the tests may run as root.
    case "fil": close(creat(folder.path + "/state", 0o600))
    case "mapp":
      for part in ["/state", "/state/folj", "/state/folj/history"] {
        mkdir(folder.path + part, 0o700)
      }
    default: break
    }
    let state = kind == "ingen" ? "/proc/self/nowhere" : folder.path + "/state"
    let session = try Session(["XDG_STATE_HOME": state], folder: folder)
    #expect(session.isAsking())
    session.type("visa mål\r")
    #expect(session.pty.wait { session.pty.screen.row > 0 } && session.isAsking())
    session.type("\u{10}")
    #expect(session.shows("visa mål"))
    session.type("\u{3}\u{4}")
    #expect(session.pty.exitCode() == 0)
  }
}

extension String {
  fileprivate var hasPasteModeOff: Bool {
    split(separator: "\u{1B}[?2004").last?.first == "l"
  }
}
