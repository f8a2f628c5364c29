import Testing
import TestSupport

// Language, colour, width, help, and environments where something is missing.

@Suite("The command line and the environment", .serialized)
struct CommandLineEnvironmentTests {
  private let folj = Batch()

  // MARK: Language

  @Test(
    "the language is --lang, else the locale, else Swedish",
    arguments: [
      ([], ["LC_ALL": ""], "fel"), ([], ["LC_ALL": "C"], "fel"), ([], ["LC_ALL": "POSIX"], "fel"),
      ([], ["LC_ALL": "en_GB.UTF-8"], "error"), ([], ["LC_ALL": "sv_SE.UTF-8"], "fel"),
      ([], ["LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "sv_SE"], "error"),
      ([], ["LC_ALL": "", "LANG": "en"], "error"), ([], ["LC_ALL": "de_DE.UTF-8"], "fel"),
      (["--lang", "en"], ["LC_ALL": "sv_SE.UTF-8"], "error"),
      (["--lang=sv"], ["LC_ALL": "en_US.UTF-8"], "fel"),
    ] as [([String], [String: String], String)]
  )
  func language(options: [String], variables: [String: String], word: String) throws {
    let run = try folj.run(options + ["-c", "visa fel"], variables: variables)
    #expect(run.error.hasPrefix("\(word) F"), "\(run.error)")
  }

  @Test("what follows the name of a script does not choose the language")
  func languageOfArgument() throws {
    let run = try folj.script("visa fel\n", ["--lang", "en"])
    #expect(run.error.hasPrefix("fel F"), "\(run.error)")
  }

  @Test("answers to machines are the same in both languages")
  func machineLanguage() throws {
    let question = ["-f", "csv", "-c", "antal insatser per status"]
    #expect(try folj.run(question).output == folj.run(["--lang", "en"] + question).output)
  }

  // MARK: Colour and width

  @Test(
    "colour: --color, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal",
    arguments: [
      ([], [:], false), ([], ["FORCE_COLOR": "1"], true), ([], ["NO_COLOR": "1"], false),
      ([], ["NO_COLOR": "", "FORCE_COLOR": "1"], true),
      ([], ["NO_COLOR": "1", "FORCE_COLOR": "1"], false),
      (["--color", "always"], ["NO_COLOR": "1"], true),
      (["--color", "never"], ["FORCE_COLOR": "1"], false), (["--color=auto"], [:], false),
    ] as [([String], [String: String], Bool)]
  )
  func colour(options: [String], variables: [String: String], isColoured: Bool) throws {
    let run = try folj.run(options + ["-c", "visa fel"], variables: variables)
    #expect(run.error.contains("\u{1B}[") == isColoured)
    let exact = try folj.run(
      options + ["-f", "csv", "-c", "visa insatser"],
      variables: variables
    )
    #expect(!exact.output.contains("\u{1B}"))
  }

  @Test("--width keeps tables within it")
  func width() throws {
    let run = try folj.run(["--width", "40", "-c", "visa insatser"])
    let isNarrow = run.lines.allSatisfy { $0.count <= 40 }
    #expect(isNarrow, "\(run.output)")
    #expect(try folj.run(["-c", "visa insatser"]).lines.contains { $0.count > 60 })
  }

  // MARK: Help

  @Test("--help begins with examples, in the user's language, on standard output")
  func help() throws {
    let swedish = try folj.bare(["--help"])
    #expect(swedish.code == 0 && swedish.error.isEmpty)
    #expect(swedish.output.hasPrefix("folj – frågor"))
    let example = try #require(swedish.output.ranges(of: "folj -c 'visa insatser").first)
    let usage = try #require(swedish.output.ranges(of: "ANVÄNDNING: folj").first)
    #expect(example.lowerBound < usage.lowerBound)
    for word in ["--store", "--allow-write", "--keep-going", "--replace", "--today", "--lang"] {
      #expect(swedish.output.contains(word))
    }
    let english = try folj.bare(["--help", "--lang", "en"])
    #expect(english.output.hasPrefix("folj – questions") && english.output.contains("USAGE: folj"))
    #expect(try folj.bare(["-h"]).output == swedish.output)
  }

  @Test("--version is the name and the number, on standard output")
  func version() throws {
    let run = try folj.bare(["--version"])
    #expect(run.code == 0 && run.error.isEmpty)
    #expect(run.output.hasPrefix("folj ") && run.lines.count == 1)
  }

  @Test("an unknown option is told in the user's language, on standard error")
  func unknownOption() throws {
    let run = try folj.run(["--formatt", "csv"])
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(run.error.contains("Okänt val '--formatt'"), "\(run.error)")
    #expect(run.error.contains("--format") && run.error.contains("folj --help"), "\(run.error)")
    let english = try folj.run(["--lang", "en", "--formatt", "csv"])
    #expect(english.code == 2 && english.error.contains("Unknown option"))
  }

  // MARK: What may be missing

  @Test("no HOME, no XDG folders, no locale and no PATH are needed")
  func bareEnvironment() throws {
    let run = try Run(Program.path, ["-s", folj.store, "-f", "ids", "-c", Batch.card])
    #expect(run.code == 0 && run.lines == Batch.cardIDs && run.error.isEmpty, "\(run.error)")
    let odd = try folj.run(
      ["-f", "ids", "-c", Batch.card],
      variables: ["HOME": "relativ", "XDG_STATE_HOME": "../x", "LC_ALL": "xx_YY.UTF-8"]
    )
    #expect(odd.code == 0 && odd.lines == Batch.cardIDs && odd.error.isEmpty)
  }

  @Test("a run without a terminal leaves no history and makes no folders")
  func noTraces() throws {
    _ = try folj.run(["-c", "antal insatser"], input: .text("antal insatser\n"))
    _ = try folj.run([], input: .text("antal insatser\n"))
    #expect(folj.folder.names == ["butik"])
  }

  @Test("data cannot control the terminal, and stays exact for machines")
  func controlCharacters() throws {
    let text = SmallStore.json.replacing("Mentorer", with: #"Men\u001b[2Jtor\u202eer"#)
    let path = folj.folder.write(text, to: "styr.json")
    let shown = try folj.bare(["-s", path, "-c", "visa titel från I-4"])
    #expect(shown.code == 0)
    #expect(!shown.output.contains("\u{1B}") && !shown.output.contains("\u{202E}"))
    let exact = try folj.bare(["-s", path, "-f", "csv", "-c", "visa titel från I-4"])
    #expect(exact.output.contains("Men\u{1B}[2Jtor\u{202E}er"))
    let error = try folj.run(["-c", "visa insatser där titel = \"a\" och \"\u{1B}[2J\" = 1"])
    #expect(error.code == 1 && !error.error.contains("\u{1B}"))
    let name = try folj.run(["\u{1B}]0;x\u{7}.folj"])
    #expect(name.code == 1 && !name.error.contains("\u{1B}"))
    let option = try folj.run(["--format", "\u{1B}[2J"])
    #expect(option.code == 2 && !option.error.contains("\u{1B}"))
    let unknown = try folj.run(["--\u{1B}[2J"])
    #expect(unknown.code == 2 && !unknown.error.contains("\u{1B}"))
  }
}
