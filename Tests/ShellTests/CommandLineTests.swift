import Glibc
import Testing
import TestSupport

// Where statements come from, in which order they run, and with which code the program ends.

@Suite("The command line", .serialized)
struct CommandLineTests {
  private let folj = Batch()

  // MARK: The ways in

  @Test(
    "one sentence means the same in Swedish, English, mixed, without marks and in capitals",
    arguments: [
      Batch.card,
      "show measures where area = kompetens and status = ongoing",
      "visa insatser where område = kompetens and status = pågår",
      "show insatser där area = Kompetensförsörjning och status = ongoing",
      "visa insatser dar omrade = kompetens och status = pagar",
      "VISA INSATSER DÄR OMRÅDE = KOMPETENS OCH STATUS = PÅGÅR",
    ]
  )
  func spellings(sentence: String) throws {
    #expect(try folj.run(["--format", "ids", "-c", sentence]).lines == Batch.cardIDs)
  }

  @Test("-c, a file, a pipe and the redirected standard input answer with the same rows")
  func sources() throws {
    let option = try folj.run(["-f", "csv", "-c", Batch.card])
    #expect(option.code == 0)
    #expect(option.lines.count == 3)
    #expect(try folj.script(Batch.card + "\n", options: ["-f", "csv"]).output == option.output)
    let piped = try folj.run(["-f", "csv"], input: .text(Batch.card))
    #expect(piped.output == option.output)
    let shell = try folj.shell("printf '%s' '\(Batch.card)' > fil; folj -f csv < fil")
    #expect(shell.output.replacing("\r", with: "") == option.output.replacing("\r", with: ""))
    let dash = try folj.run(["-f", "csv", "-"], input: .text(Batch.card))
    #expect(dash.output == option.output)
    let process = try folj.shell("cat fil | folj -f csv /dev/stdin")
    #expect(process.output == option.output)
  }

  @Test("-c can be repeated, holds several statements, and comes before a script")
  func repeated() throws {
    let run = try folj.run([
      "-f", "ids", "-c", "visa I-1; visa I-2", "-c", "låt de = insatser där status = planerad",
      "-c", "visa de",
    ])
    #expect(run.lines == ["I-1", "I-2", "I-3"])
    let path = folj.folder.write("visa de\n", to: "de.folj")
    let both = try folj.run(["-f", "ids", "-c", "låt de = insatser där slut saknas", path])
    #expect(both.lines == ["I-2", "I-4", "I-5"])
  }

  @Test("a script has its arguments as $1, $2 and $*, and options after its name are its own")
  func arguments() throws {
    let text = "visa insatser där område = $1 och status = $2\n"
    let run = try folj.script(text, ["kompetens", "pågår"], options: ["-f", "ids"])
    #expect(run.lines == Batch.cardIDs)
    let all = try folj.script(
      "visa insatser där status i ($*)\n",
      ["planerad", "genomförd"],
      options: ["-f", "ids"]
    )
    #expect(all.lines == ["I-3", "I-4"], "\(all.error)")
    let dashed = try folj.script(
      "visa insatser där titel = $1\n",
      ["--format", "--lang", "en"],
      options: ["-f", "ids"]
    )
    #expect(dashed.code == 0 && dashed.output.isEmpty, "\(dashed.error)")
    let missing = try folj.script("visa insatser där område = $1\n")
    #expect(missing.code == 1)
    #expect(missing.error.contains("$1"))
  }

  @Test("an argument is a value, never a piece of the language")
  func argumentIsValue() throws {
    let run = try folj.script(
      "visa insatser där titel = $1\n",
      ["x eller id saknas inte"],
      options: ["-f", "ids"]
    )
    #expect(run.code == 0 && run.output.isEmpty)
  }

  @Test("the system runs a script by its first line")
  func firstLine() throws {
    let text = "#!/usr/bin/env folj\nvisa insatser där status = $1 som ids\n"
    folj.folder.write(text, to: "status.folj", mode: 0o755)
    mkdir(folj.folder.path + "/bin", 0o755)
    symlink(Program.path, folj.folder.path + "/bin/folj")
    let run = try Run(
      folj.folder.path + "/status.folj",
      ["pågår"],
      environment: folj.environment.merging([
        "PATH": folj.folder.path + "/bin:/usr/bin:/bin", "FOLJ_STORE": folj.store,
      ]) { $1 }
    )
    #expect(run.code == 0, "\(run.error)")
    #expect(run.lines == ["I-1", "I-2", "I-5"])
  }

  @Test("a byte order mark, carriage returns, comments and empty lines are no part of a script")
  func windows() throws {
    let text = "\u{FEFF}# rubrik\r\n\r\nvisa insatser -- alla\r\n  där status = planerad\r\n"
    #expect(try folj.script(text, options: ["-f", "ids"]).lines == ["I-3"])
    #expect(try folj.run(["-f", "ids"], input: .text(text)).lines == ["I-3"])
    let empty = try folj.script("\u{FEFF}\r\n# inget\r\n")
    #expect(empty.code == 0 && empty.output.isEmpty)
  }

  @Test("lines are joined until the statement is finished, and the last needs no end")
  func joined() throws {
    let text = "visa insatser där\nstatus = planerad\nvisa områden där id = kompetens"
    #expect(try folj.run(["-f", "ids"], input: .text(text)).lines == ["I-3", "kompetens"])
  }

  @Test("a text that ends too early is an error with its place")
  func unfinished() throws {
    let run = try folj.run([], input: .text("antal insatser\nvisa insatser där slut ="))
    #expect(run.code == 1)
    #expect(run.error.contains("F0004") && run.error.contains("stdin:2:25"), "\(run.error)")
  }

  // MARK: Errors and exit codes

  @Test(
    "the exit code tells what happened",
    arguments: [
      (["-c", "antal insatser"], 0), (["-c", "visa insatser där titel = saknas"], 0),
      (["-c", ""], 0), (["-c", "avsluta; visa fel"], 0), (["-c", "visa fel"], 1),
      (["-c", "visa insatser där stats = pågår"], 1), (["finns-inte.folj"], 1),
      (["--bogus"], 2), (["--format"], 2), (["--width", "3"], 2), (["--width", "bred"], 2),
      (["--today", "snart"], 2), (["--set", "namn"], 2), (["--lang", "fi"], 2),
      (["--color", "rosa"], 2), (["-c", "kräv antal(insatser) = 0"], 3),
      (["-c", "kräv antal(insatser) = 5"], 0),
    ] as [([String], Int32)]
  )
  func exitCodes(arguments: [String], code: Int32) throws {
    let run = try folj.run(arguments)
    #expect(run.code == code, "\(run.error)")
    #expect(run.error.isEmpty == (code == 0))
    if code != 0 { #expect(run.output.isEmpty) }
  }

  @Test("the first error stops, with file, line, column and the part underlined")
  func firstError() throws {
    let text = "antal insatser\nvisa insatser där stats = pågår\nantal områden\n"
    let run = try folj.script(text, options: ["-f", "csv"])
    #expect(run.code == 1)
    #expect(run.lines == ["antal", "5"])
    #expect(
      run.error.contains(
        """
         \(folj.folder.path)/skript.folj:2:19
        2 | visa insatser där stats = pågår
          |                   ^^^^^
        """
      ),
      "\(run.error)"
    )
    #expect(run.error.contains("»status«"))
    let several = try folj.run(["-f", "csv", "-c", "visa fel", "-c", "antal insatser"])
    #expect(several.code == 1 && several.output.isEmpty)
  }

  @Test("every independent error of a statement is told")
  func allErrors() throws {
    let run = try folj.run(["-c", "visa insatser där stats = pågår och omrde = kompetens"])
    #expect(run.error.contains("»status«") && run.error.contains("»område«"), "\(run.error)")
  }

  @Test("--keep-going goes on, and the exit code still tells", arguments: ["fil", "rör", "-c"])
  func keepGoing(way: String) throws {
    let lines = ["visa fel", "kräv antal(insatser) = 0", "visa I-3 som ids"]
    let text = lines.joined(separator: "\n")
    let run =
      switch way {
      case "fil": try folj.script(text, options: ["--keep-going"])
      case "rör": try folj.run(["--keep-going"], input: .text(text))
      default: try folj.run(["--keep-going"] + lines.flatMap { ["-c", $0] })
      }
    #expect(run.code == 1)
    #expect(run.lines == ["I-3"])
    #expect(run.error.contains("F0410"))
  }

  @Test("--keep-going remembers the errors of -c when a script follows")
  func keepGoingThenScript() throws {
    let path = folj.folder.write("visa I-3 som ids\n", to: "rätt.folj")
    let run = try folj.run(["--keep-going", "-c", "visa fel", path])
    #expect(run.code == 1)
    #expect(run.lines == ["I-3"])
  }

  @Test("--check tells every error, and runs nothing")
  func check() throws {
    let wrong = """
      visa insatser till "ut.csv"
      visa insatser där stats = pågår
      antal insatser per omrde
      visa insatser som exel
      """
    let run = try folj.script(wrong, options: ["--check", "--allow-write", folj.folder.path])
    #expect(run.code == 1 && run.output.isEmpty)
    for word in ["»stats«", "»omrde«", "»exel«", ":2:", ":3:", ":4:"] {
      #expect(run.error.contains(word), "\(run.error)")
    }
    let right = try folj.script(
      "kräv antal(insatser) = 0\nlåt de = insatser\nantal de till \"\(folj.folder.path)/ut.csv\"\n",
      options: ["--check"]
    )
    #expect(right.code == 0 && right.output.isEmpty && right.error.isEmpty)
    #expect(!folj.folder.names.contains("ut.csv"))
  }

  @Test("bytes that are not UTF-8 are told by line and byte, and nothing is run")
  func invalidUTF8() throws {
    let bytes = Array("antal insatser\nvisa ".utf8) + [0xC3, 0xA5, 0xE5, 0x0A]
    let path = folj.folder.write(bytes, to: "fel.folj")
    for run in [try folj.run([path]), try folj.run([], input: .bytes(bytes))] {
      #expect(run.code == 1 && run.output.isEmpty)
      #expect(run.error.contains("(rad 2, byte 8)"), "\(run.error)")
    }
  }

  // MARK: Variables and the day

  @Test("--set gives a variable, whose value is one value whatever it holds")
  func variables() throws {
    let question = "visa insatser där område = $o och status = $s som ids"
    let run = try folj.run(["--set", "o=kompetens", "--set", "s=pågår", "-c", question])
    #expect(run.lines == Batch.cardIDs, "\(run.error)")
    let equal = try folj.run(["--set", "t=a=b c", "-c", "visa insatser där titel = $t som ids"])
    #expect(equal.code == 0 && equal.output.isEmpty)
    let unknown = try folj.run(["-c", "visa insatser där titel = $t"])
    #expect(unknown.code == 1 && unknown.error.contains("$t"))
  }

  @Test("--today is the day that »idag« means")
  func today() throws {
    let question = "visa insatser där slut < idag som ids"
    #expect(try folj.run(["-c", question]).lines == ["I-3"])
    let early = try folj.bare(["-s", folj.store, "--today", "2026-01-01", "-c", question])
    #expect(early.code == 0 && early.output.isEmpty)
    let late = try folj.bare(["-s", folj.store, "--today=2027-01-01", "-c", question])
    #expect(late.lines == ["I-1", "I-3"])
  }
}
