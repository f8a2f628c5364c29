import Glibc
import Model
import Store
import Testing
import Text

@Suite("What may stand at the path of a store")
struct StoreFileTests {
  let folder = StoreFolder()
  let empty = "{\"format\": \"följ\", \"version\": 1}"

  @Test("a path that leads nowhere is refused with the system's reason")
  func missing() throws {
    let diagnostic = try fault(at: folder.path("saknas.json"))
    #expect(diagnostic.message.code == "F0601")
    #expect(diagnostic.facts.map(\.swedish) == [folder.path("saknas.json"), "den finns inte"])
    try folder.write("x".utf8)
    let inside = try fault(at: folder.path("butik.json/x"))
    #expect(inside.facts[1].swedish == "en del av sökvägen är ingen mapp")
    symlink("ring", folder.path("ring"))
    #expect(try fault(at: folder.path("ring")).facts[1].swedish == "länkarna går i ring")
    symlink("ingenstans", folder.path("lös"))
    #expect(try fault(at: folder.path("lös")).facts[1].swedish == "den finns inte")
    #expect(try fault(at: "").message.code == "F0601")
    #expect(
      try fault(at: String(repeating: "x", count: 5000)).facts[1].swedish == "namnet är för långt"
    )
  }

  @Test("a file that may not be read is refused", .enabled(if: geteuid() != 0))
  func unreadable() throws {
    let path = try folder.write(empty.utf8)
    chmod(path, 0)
    #expect(try fault(at: path).facts[1].swedish == "du har inte rätt till den")
  }

  @Test("pipes, devices and sockets are refused at once")
  func notFiles() throws {
    mkfifo(folder.path("rör"), 0o600)
    for path in [folder.path("rör"), "/dev/null", "/dev/zero"] {
      let diagnostic = try fault(at: path)
      #expect(diagnostic.message.code == "F0602")
      #expect(diagnostic.facts[0].swedish == path)
    }
    // In a folder too, where only the name says that it is a store.
    mkfifo(folder.path("rör.json"), 0o600)
    #expect(try fault(at: folder.path()).message.code == "F0602")
  }

  @Test("a folder without .json is refused, and hidden files and other names do not count")
  func emptyFolder() throws {
    #expect(try fault(at: folder.path()).message.code == "F0603")
    for name in [".dold.json", "butik.json~", "butik.historik.jsonl", "json", "läs mig.txt"] {
      try folder.write("skräp".utf8, name)
    }
    let diagnostic = try fault(at: folder.path())
    #expect(diagnostic.message.code == "F0603")
    #expect(diagnostic.facts[0].swedish == folder.path())
  }

  @Test("a symbolic link is followed")
  func link() throws {
    try folder.write(empty.utf8)
    symlink("butik.json", folder.path("länk"))
    #expect(try StoreFiles.read(folder.path("länk")).files[0].path == folder.path("länk"))
  }

  @Test("a mark at the start and CRLF are read, and the file stays as it is")
  func windowsFiles() throws {
    let text =
      "\u{FEFF}{\r\n\"format\": \"följ\",\r\n\"mål\": [\r\n{\"id\": \"A\", \"år\": \"x\"}\r\n]}\r\n"
    try folder.write(text.utf8)
    let snapshot = try StoreFiles.read(folder.path("butik.json"))
    #expect(snapshot.remarks == ["wrongType mål.år 0 4:19"])
    #expect(try folder.bytes() == Array(text.utf8))
  }

  @Test("a file larger than can be read is refused without being read")
  func tooLarge() throws {
    for size in [0xFFFF_FFF1, 1 << 33] {
      let path = try folder.write("{".utf8)
      try #require(truncate(path, off_t(size)) == 0)
      let start = ContinuousClock.now
      #expect(try fault(at: path).message.code == "F0604")
      #expect(ContinuousClock.now - start < .seconds(1))
    }
    // Two gibibytes of nothing: read as far as the first byte that is wrong.
    try folder.write("{\"format\": ".utf8)
    try #require(truncate(folder.path("butik.json"), 1 << 31 + 1) == 0)
    let diagnostic = try fault(at: folder.path("butik.json"))
    #expect(diagnostic.message.code == "F0611")
  }
}

@Suite("A folder of files as one store")
struct StoreFolderTests {
  let folder = StoreFolder()

  @Test("records stand in the order of the files' names, and refer to each other")
  func order() throws {
    try folder.write(store("mål", "{\"id\": \"3\", \"område\": \"o\"}").utf8, "å.json")
    try folder.write(store("mål", "{\"id\": \"2\", \"område\": \"O\"}").utf8, "b 10.json")
    try folder.write(store("mål", "{\"id\": \"1\", \"område\": \"o\"}").utf8, "B 9.json")
    try folder.write(store("områden", "{\"id\": \"o\"}").utf8, "ö.json")
    for path in [folder.path(), folder.path() + "/"] {
      let snapshot = try StoreFiles.read(path)
      #expect(
        snapshot.files.map(\.path) == ["B 9", "b 10", "å", "ö"].map { folder.path("\($0).json") }
      )
      #expect((0..<3).map { snapshot.words(.objectives, $0, "id") } == ["1", "2", "3"])
      #expect((0..<3).map { snapshot.words(.objectives, $0, "område") } == ["0 o", "? O", "0 o"])
      let finding = try #require(snapshot.findings.first)
      #expect(snapshot.place(of: finding.offset).path == folder.path("b 10.json"))
      #expect(snapshot.place(of: finding.offset).line == 5)
    }
  }

  @Test("the file that is broken is named")
  func broken() throws {
    try folder.write(store("mål").utf8, "a.json")
    try folder.write("{\"format\": \"följ\",\n]".utf8, "b.json")
    try folder.write(store("mål").utf8, "c.json")
    #expect(
      try fault(at: folder.path()).place == .file(path: folder.path("b.json"), line: 2, column: 1)
    )
    try folder.write("{\"mål\": []}".utf8, "b.json")
    #expect(
      try fault(at: folder.path()).place == .file(path: folder.path("b.json"), line: 1, column: 1)
    )
    try folder.write([], "b.json")
    #expect(try fault(at: folder.path()).message.code == "F0612")
  }

  @Test("own fields may be declared in each file, but not differently")
  func ownFields() throws {
    func text(_ id: String, _ type: String) -> String {
      "{\"format\": \"följ\",\n\"fält\": [\n{\"mängd\": \"mål\", \"namn\": \"vikt\", "
        + "\"typ\": \"\(type)\"}],\n"
        + "\"mål\": [{\"id\": \"\(id)\", \"egna\": {\"vikt\": 3}}]}"
    }
    try folder.write(text("A", "int").utf8, "a.json")
    try folder.write(text("B", "int").utf8, "b.json")
    var snapshot = try StoreFiles.read(folder.path())
    #expect(snapshot.remarks == [])
    #expect((0..<2).map { snapshot.words(.objectives, $0, "vikt") } == ["3.0 plus", "3.0 plus"])
    try folder.write(text("B", "text").utf8, "b.json")
    snapshot = try StoreFiles.read(folder.path())
    #expect(snapshot.remarks == ["badOwnField fält -1 3:1"])
    #expect((0..<2).map { snapshot.words(.objectives, $0, "vikt") } == ["3.0 plus", "3.0 plus"])
  }
}
