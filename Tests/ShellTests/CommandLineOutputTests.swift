import Glibc
import Testing
import TestSupport

// Where answers go, in which form, and what is never left half done.

@Suite("What the command line writes", .serialized)
struct CommandLineOutputTests {
  private let folj = Batch()
  private var ut: String { folj.folder.path + "/ut.csv" }

  // MARK: Formats

  @Test(
    "every format answers, on standard output only",
    arguments: [
      ("table", "Karriärlärare"), ("list", "Karriärlärare"), ("csv", "I-1,Karriärlärare"),
      ("tsv", "I-1\tKarriärlärare"), ("json", #"{"id":"I-1","titel":"Karriärlärare""#),
      ("jsonl", #"{"id":"I-1","titel":"Karriärlärare""#), ("markdown", "| Karriärlärare"),
      ("ids", "I-1\nI-5\n"), ("CSV", "I-1,Karriärlärare"),
    ]
  )
  func formats(name: String, part: String) throws {
    for way in [["--format", name, "-c", Batch.card], ["-c", "\(Batch.card) som \(name)"]] {
      let run = try folj.run(way)
      #expect(run.code == 0 && run.error.isEmpty, "\(run.error)")
      let text = run.output.replacing(": ", with: ":").replacing(", ", with: ",")
      #expect(text.contains(part) || run.output.contains(part), "\(run.output)")
    }
  }

  @Test("an unknown format is a wrong option, or an error with its place; both name the formats")
  func unknownFormat() throws {
    let option = try folj.run(["--format", "exel", "-c", Batch.card])
    #expect(option.code == 2 && option.output.isEmpty)
    #expect(option.error.contains("»exel«") && option.error.contains("markdown"))
    let clause = try folj.run(["-c", "antal insatser som exel"])
    #expect(clause.code == 1 && clause.output.isEmpty)
    #expect(clause.error.contains("-c:1:20"), "\(clause.error)")
  }

  // MARK: --output

  @Test("--output holds all answers, and nothing else is written")
  func output() throws {
    let run = try folj.run(["-o", ut, "-f", "ids", "-c", "visa I-1", "-c", "visa I-2; visa I-3"])
    #expect(run.code == 0 && run.output.isEmpty && run.error.isEmpty, "\(run.error)")
    #expect(folj.folder.read("ut.csv") == "I-1\nI-2\nI-3\n")
    #expect(folj.folder.names == ["butik", "ut.csv"])
  }

  @Test("a file that exists is left alone without --replace, and keeps its rights with it")
  func replace() throws {
    folj.folder.write("gammalt", to: "ut.csv", mode: 0o640)
    let refused = try folj.run(["-o", ut, "-f", "ids", "-c", "visa I-1"])
    #expect(refused.code == 4 && refused.error.contains("--replace"))
    #expect(folj.folder.read("ut.csv") == "gammalt")
    let replaced = try folj.run(["-o", ut, "--replace", "-f", "ids", "-c", "visa I-1"])
    #expect(replaced.code == 0)
    #expect(folj.folder.read("ut.csv") == "I-1\n")
    var status = stat()
    #expect(stat(ut, &status) == 0 && status.st_mode & 0o777 == 0o640)
  }

  @Test("--output writes nothing when a statement fails, and what worked with --keep-going")
  func notHalf() throws {
    let text = "visa I-1\nvisa fel\nvisa I-2\n"
    let run = try folj.run(["-o", ut, "-f", "ids"], input: .text(text))
    #expect(run.code == 1)
    #expect(folj.folder.names == ["butik"])
    let rest = try folj.run(["-o", ut, "-f", "ids", "--keep-going"], input: .text(text))
    #expect(rest.code == 1)
    #expect(folj.folder.read("ut.csv") == "I-1\nI-2\n")
  }

  @Test("an answer that does not fit on the disk leaves no file", arguments: [true, false])
  func fullDisk(isOption: Bool) throws {
    let text = isOption ? "-o \(ut) -c 'visa insatser'" : "-c 'visa insatser till \"\(ut)\"'"
    // The shell's limit on file sizes stands in for a disk that is full.
    let run = try folj.shell("ulimit -f 0; folj \(text)")
    #expect(run.code != 0 && run.error.contains("disken är full"), "\(run.error)")
    #expect(folj.folder.names == ["butik"])
  }

  @Test("--output takes a device as it is")
  func device() throws {
    let run = try folj.shell("folj -o /dev/stdout -f ids -c 'visa I-1; visa I-2' | cat")
    #expect(run.output == "I-1\nI-2\n", "\(run.error)")
    // Through links in the test's own folder: tests may run as root, and devices are everybody's.
    let (null, full) = (folj.folder.path + "/null", folj.folder.path + "/full")
    symlink("/dev/null", null)
    symlink("/dev/full", full)
    for options in [[], ["--replace"]] {
      #expect(try folj.run(["-o", null] + options + ["-c", "visa I-1"]).code == 0)
    }
    var status = stat()
    #expect(lstat(null, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    let told = try folj.run(["-o", full, "-c", "visa I-1"])
    #expect(told.code == 4 && told.error.contains("disken är full"))
  }

  // MARK: till "fil"

  @Test("the user writes wherever he may with »till«")
  func into() throws {
    let run = try folj.run(["-f", "ids", "-c", "visa I-1 till \"\(ut)\""])
    #expect(run.code == 0 && run.output.isEmpty, "\(run.error)")
    #expect(run.error.contains("Svaret står i"))
    #expect(folj.folder.read("ut.csv") == "I-1\n")
    let again = try folj.run(["-f", "ids", "-c", "visa I-2 till \"\(ut)\""])
    #expect(again.code == 1 && again.error.contains("F0702"))
    #expect(folj.folder.read("ut.csv") == "I-1\n")
    let replaced = try folj.run(["--quiet", "--replace", "-c", "visa I-2 som ids till \"\(ut)\""])
    #expect(replaced.code == 0 && replaced.error.isEmpty)
    #expect(folj.folder.read("ut.csv") == "I-2\n")
  }

  @Test("a script writes nothing without --allow-write, neither from a file nor from a pipe")
  func scriptRefused() throws {
    let text = "visa insatser till \"\(ut)\"\n"
    for run in [try folj.script(text), try folj.run([], input: .text(text))] {
      #expect(run.code == 1 && run.error.contains("F0703"), "\(run.error)")
    }
    #expect(!folj.folder.names.contains("ut.csv"))
  }

  @Test("a script that -c runs is a script")
  func scriptFromOption() throws {
    let path = folj.folder.write("visa insatser till \"\(ut)\"\n", to: "skript.folj")
    let run = try folj.run(["-c", "kör \"\(path)\""])
    #expect(run.code == 1 && run.error.contains("F0703"), "\(run.error)")
  }

  @Test("a script writes beneath the folder of --allow-write")
  func scriptAllowed() throws {
    mkdir(folj.folder.path + "/rapporter", 0o755)
    mkdir(folj.folder.path + "/rapporter/2026", 0o755)
    let options = ["--allow-write", folj.folder.path + "/rapporter", "-f", "ids"]
    for name in ["rapporter/a.txt", "rapporter/2026/b.txt", "rapporter/2026/../c.txt"] {
      let run = try folj.script(
        "visa I-1 till \"\(folj.folder.path)/\(name)\"\n",
        options: options
      )
      #expect(run.code == 0, "\(run.error)")
      #expect(folj.folder.read(name) == "I-1\n")
    }
    let run = try folj.run(
      options,
      input: .text("visa I-2 till \"\(folj.folder.path)/rapporter/d.txt\"")
    )
    #expect(run.code == 0 && folj.folder.read("rapporter/d.txt") == "I-2\n")
  }

  @Test(
    "a script cannot leave the folder: not by a path, »..« or a link",
    arguments: ["ut.txt", "rapporter/../ut.txt", "rapporter-2/ut.txt", "rapporter/mapp/ut.txt"]
  )
  func scriptOutside(name: String) throws {
    mkdir(folj.folder.path + "/rapporter", 0o755)
    mkdir(folj.folder.path + "/rapporter-2", 0o755)
    symlink("../rapporter-2", folj.folder.path + "/rapporter/mapp")
    let options = ["--allow-write", folj.folder.path + "/rapporter", "--replace"]
    let run = try folj.script("visa I-1 till \"\(folj.folder.path)/\(name)\"\n", options: options)
    #expect(run.code == 1 && run.error.contains("F0703"), "\(run.error)")
    #expect(folj.folder.read(name) == nil)
  }

  @Test("a script does not write through a link in the folder", arguments: [true, false])
  func scriptLink(replaces: Bool) throws {
    mkdir(folj.folder.path + "/rapporter", 0o755)
    folj.folder.write("viktigt", to: "utanför.txt")
    symlink("../utanför.txt", folj.folder.path + "/rapporter/länk")
    symlink("../saknas.txt", folj.folder.path + "/rapporter/lös")
    let options =
      ["--allow-write", folj.folder.path + "/rapporter"] + (replaces ? ["--replace"] : [])
    for name in ["länk", "lös"] {
      let path = "\(folj.folder.path)/rapporter/\(name)"
      let run = try folj.script("visa I-1 som ids till \"\(path)\"\n", options: options)
      #expect(run.code == (replaces ? 0 : 1), "\(run.error)")
    }
    #expect(folj.folder.read("utanför.txt") == "viktigt")
    #expect(folj.folder.read("saknas.txt") == nil)
  }

  // MARK: Closed and full streams

  @Test("a reader that has gone ends the program quietly")
  func closedPipe() throws {
    let closed = try folj.run(["-c", "visa insatser"], sink: .closed)
    #expect(closed.code == 0 && closed.error.isEmpty, "\(closed.error)")
    let help = try folj.bare(["--help"], sink: .closed)
    #expect(help.code == 0 && help.error.isEmpty)
    let script = String(repeating: "visa insatser\n", count: 2000)
    folj.folder.write(script, to: "många.folj")
    let head = try folj.shell("(folj många.folj; echo KOD $? >&2) | head -1")
    #expect(head.error == "KOD 0\n", "\(head.error)")
  }

  @Test(
    "a standard output that takes nothing is told of, and ends with non-zero",
    arguments: [["-c", "visa insatser"], ["--help"], ["--version"], ["-c", "hjälp"]]
  )
  func fullOutput(arguments: [String]) throws {
    let run = try folj.run(arguments, sink: .file("/dev/full"))
    #expect(run.code == 4)
    #expect(run.error.contains("F0701") && run.error.contains("disken är full"), "\(run.error)")
    let closed = try folj.shell("folj \(arguments.map { "'\($0)'" }.joined(separator: " ")) >&-")
    #expect(closed.code == 4 && !closed.error.isEmpty)
  }

  @Test("standard error may be closed")
  func closedError() throws {
    let run = try folj.shell("folj -c 'visa fel' 2>&-; echo KOD $?")
    #expect(run.output == "KOD 1\n")
  }
}
