import Glibc
import Testing
import TestSupport

// Which store is opened, what is said of it, and what of the surroundings counts.

@Suite("The command line and its surroundings", .serialized)
struct CommandLineStoreTests {
  private let folj = Batch()

  // MARK: The store

  @Test("a folder of files is one store")
  func folder() throws {
    let two = TemporaryFolder()
    let parts = SmallStore.json.split(separator: #""insatser""#)
    let head = parts[0].dropLast(2)
    two.write(String(head) + "\n}\n", to: "områden.json")
    let rest = "{\"format\": \"följ\", \"version\": 1,\n\"insatser\"" + parts[1]
    two.write(rest, to: "insatser.json")
    two.write("inte JSON", to: "anteckningar.txt")
    let run = try folj.bare(["-s", two.path, "-f", "ids", "-c", Batch.card])
    #expect(run.code == 0 && run.lines == Batch.cardIDs, "\(run.error)")
  }

  @Test("a store that is not there, is empty or is no store ends with 4 and the reason")
  func unreadable() throws {
    let empty = TemporaryFolder()
    let faults = [
      ("/finns/inte.json", "finns inte"), (empty.path, "json"), ("/dev/null", ""),
      (folj.folder.write("", to: "tom.json"), ""),
      (folj.folder.write("{\"a\": 1}\n", to: "annat.json"), "annat.json:1:1"),
      (folj.folder.write("[1, 2]\n", to: "lista.json"), "lista.json:1:1"),
    ]
    for (path, words) in faults {
      let run = try folj.bare(["-s", path, "-c", "antal insatser"])
      #expect(run.code == 4 && run.output.isEmpty, "\(path): \(run.error)")
      #expect(run.error.hasPrefix("fel F06") && run.error.contains(words), "\(run.error)")
    }
  }

  @Test(
    "broken JSON is told with line and column",
    arguments: [
      (#""status": "pågår", "ansvarig""#, #""status": "pågår" "ansvarig""#, 11),
      (#""år": 2026, "status": "planerad""#, #""år": 02026, "status": "planerad""#, 13),
      (#""titel": "Mentorer""#, #""titel": "Mentorer", "titel": "Två""#, 14),
    ]
  )
  func broken(old: String, new: String, line: Int) throws {
    let text = SmallStore.json.replacing(old, with: new, maxReplacements: 1)
    let path = folj.folder.write(text, to: "trasig.json")
    let run = try folj.bare(["-s", path, "-c", "antal insatser"])
    #expect(run.code == 4 && run.output.isEmpty)
    #expect(run.error.contains("trasig.json:\(line):"), "\(run.error)")
  }

  @Test("--store, then $FOLJ_STORE, then uppföljning.json in the folder, then the example")
  func order() throws {
    let here = SmallStore.json.replacing("\"I-1\"", with: "\"H-1\"")
    folj.folder.write(here, to: "uppföljning.json")
    let other = folj.folder.write(
      SmallStore.json.replacing("\"I-1\"", with: "\"E-1\""),
      to: "env.json"
    )
    func first(_ prefix: String, _ options: String = "") throws -> Run {
      let command = "\(prefix) \(Program.path) \(options) -f ids -c 'visa insatser högst 1'"
      return try Run(
        "/bin/sh",
        ["-c", "cd \(folj.folder.path) && \(command)"],
        environment: folj.environment
      )
    }
    #expect(try first("FOLJ_STORE=\(other)", "-s \(folj.store)").lines == ["I-1"])
    #expect(try first("FOLJ_STORE=\(other)").lines == ["E-1"])
    #expect(try first("FOLJ_STORE=").lines == ["H-1"])
    unlink(folj.folder.path + "/uppföljning.json")
    let example = try first("")
    #expect(example.code == 0, "\(example.error)")
    #expect(example.error.contains("det här är exemplet"))
    #expect(try first("", "--quiet").error.isEmpty)
  }

  @Test("a store with dangling references is opened, with a remark that --quiet hides")
  func findings() throws {
    let text = SmallStore.json.replacing("\"område\": \"frånvaro\"", with: "\"område\": \"borta\"")
    let path = folj.folder.write(text, to: "lös.json")
    let run = try folj.bare(["-s", path, "-f", "ids", "-c", "visa insatser"])
    #expect(run.code == 0 && run.lines.count == 5)
    #expect(run.error.contains("lös.json:13:"), "\(run.error)")
    let quiet = try folj.bare(["-s", path, "--quiet", "-f", "ids", "-c", "visa insatser"])
    #expect(quiet.lines.count == 5 && quiet.error.isEmpty)
  }

  @Test("nothing is ever written to the store or beside it")
  func untouched() throws {
    var before = stat()
    stat(folj.store, &before)
    let statements = [
      "visa insatser", "antal insatser per status", "låt a = insatser", "visa fel",
      "visa insatser till \"\(folj.folder.path)/ut.txt\"", "kräv antal(insatser) = 0",
    ]
    for statement in statements { _ = try folj.run(["-c", statement]) }
    _ = try folj.run(["--check"], input: .text("visa insatser"))
    var after = stat()
    stat(folj.store, &after)
    #expect(before.st_mtim.tv_sec == after.st_mtim.tv_sec)
    #expect(before.st_mtim.tv_nsec == after.st_mtim.tv_nsec && before.st_ino == after.st_ino)
    #expect(folj.folder.read("butik/små.json") == SmallStore.json)
    #expect(folj.folder.names == ["butik", "ut.txt"])
  }

  // MARK: Scripts that run scripts

  @Test("a script runs those beneath its own folder, with their own arguments and names")
  func nested() throws {
    folj.folder.write("låt x = 1\nvisa insatser där status = $1\n", to: "skript/inre/b.folj")
    let text = "kör \"inre/b.folj\" planerad\nkör \"inre/b.folj\" genomförd\n"
    let path = folj.folder.write(text, to: "skript/a.folj")
    let run = try folj.run(["-f", "ids", path, "pågår"])
    #expect(run.code == 0 && run.lines == ["I-3", "I-4"], "\(run.error)")
    let leak = folj.folder.write("kör \"inre/b.folj\" planerad\nvisa $x\n", to: "skript/c.folj")
    #expect(try folj.run(["-f", "ids", leak]).code == 1)
    let fromOption = try folj.run(["-f", "ids", "-c", "kör \"\(path)\" pågår"])
    #expect(fromOption.lines == ["I-3", "I-4"])
  }

  @Test(
    "a script runs nothing outside its folder: not by a path, »..« or a link",
    arguments: ["../b.folj", "inre/../../b.folj", "länk.folj", "mapp/b.folj", "ABS"]
  )
  func outside(name: String) throws {
    let outside = folj.folder.write("visa insatser\n", to: "b.folj")
    symlink("../b.folj", folj.folder.path + "/länk.folj")
    let name = name == "ABS" ? outside : name
    let path = folj.folder.write("kör \"\(name)\"\n", to: "skript/a.folj")
    symlink("../b.folj", folj.folder.path + "/skript/länk.folj")
    symlink("..", folj.folder.path + "/skript/mapp")
    let run = try folj.run(["-f", "ids", path])
    #expect(run.code == 1 && run.output.isEmpty)
    #expect(run.error.contains("F0409"), "\(run.error)")
  }

  @Test("a pipe has no folder: it runs no files")
  func pipeRunsNothing() throws {
    let path = folj.folder.write("visa insatser\n", to: "b.folj")
    let run = try folj.run([], input: .text("kör \"\(path)\"\n"))
    #expect(run.code == 1 && run.error.contains("F0409"), "\(run.error)")
  }

  @Test("a script that runs itself is stopped, and an error inside one names its file")
  func recursion() throws {
    let path = folj.folder.write("kör \"a.folj\"\n", to: "a.folj")
    let run = try folj.run([path])
    #expect(run.code == 1 && run.error.contains("F0408"), "\(run.error)")
    folj.folder.write("\nvisa fel\n", to: "inre.folj")
    let outer = folj.folder.write("kör \"inre.folj\"\nvisa insatser\n", to: "yttre.folj")
    let inner = try folj.run([outer])
    #expect(inner.code == 1 && inner.output.isEmpty)
    #expect(inner.error.contains("inre.folj:2:6"), "\(inner.error)")
  }

  @Test("an assertion in an inner script ends the outer one with 3")
  func innerAssertion() throws {
    folj.folder.write("kräv antal(insatser) = 0 annars \"för många\"\n", to: "inre.folj")
    let outer = folj.folder.write("kör \"inre.folj\"\nvisa insatser\n", to: "yttre.folj")
    let run = try folj.run([outer])
    #expect(run.code == 3 && run.output.isEmpty && run.error.contains("för många"))
  }

  @Test("»avsluta« in a script ends that script only")
  func quit() throws {
    folj.folder.write("visa I-1\navsluta\nvisa I-2\n", to: "inre.folj")
    let outer = folj.folder.write("kör \"inre.folj\"\nvisa I-3\n", to: "yttre.folj")
    #expect(try folj.run(["-f", "ids", outer]).lines == ["I-1", "I-3"])
  }
}
