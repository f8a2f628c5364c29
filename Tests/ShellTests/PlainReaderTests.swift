import Testing
import TestSupport

@MainActor
@Suite("Reading from a pipe", .serialized)
struct PlainReaderTests {
  private func output(_ script: String) throws -> String {
    let script = script.replacing("folj", with: Program.path) + "; echo SLUT"
    let session = try Session(script: script)
    #expect(session.pty.wait(for: "SLUT"))
    return session.pty.screen.text.split(separator: "\n").dropLast().joined(separator: "\n")
  }

  @Test("no prompt; lines are joined until the text is finished")
  func joining() throws {
    #expect(try output(#"printf 'visa\nvisa där\nslut\n' | folj"#) == "<visa>\n<visa där¶slut>")
  }

  @Test("a text that is never finished is handed over, and the last line needs no end")
  func unfinished() throws {
    #expect(try output(#"printf 'visa där\nslut =' | folj"#) == "<visa där¶slut =>")
  }

  @Test("a byte order mark and carriage returns are taken away")
  func windows() throws {
    #expect(try output(#"printf '\357\273\277visa\r\nantal\r\n' | folj"#) == "<visa>\n<antal>")
  }

  @Test("bytes that are not UTF-8 are reported with their place, and the text is given up")
  func invalid() throws {
    let text = try output(#"printf 'visa\nx där\n\303\245\345 y\nantal\n' | folj"#)
    #expect(text == "<visa>\nogiltig UTF-8 på rad 3, byte 3\n<antal>")
  }
}
