import Glibc
import Testing
import TestSupport

@testable import Shell

@MainActor
@Suite("History")
struct LineHistoryTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.path + "/state/folj/history" }

  private func open() -> LineHistory { LineHistory(path: path, now: { 1_764_000_000 }) }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func contents() -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ text: String) {
    mkdir(folder.path + "/state", 0o700)
    mkdir(folder.path + "/state/folj", 0o700)
    guard let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  @Test("one object a line, for the user's eyes only")
  func file() {
    open().remember("område = \"på\\går\"\n  slut \n")
    #expect(contents() == #"{"t":1764000000,"q":"område = \"på\\går\"\n  slut"}"# + "\n")
    #expect(mode(path) == 0o600)
    #expect(mode(folder.path + "/state/folj") == 0o700)
    #expect(open().entries == ["område = \"på\\går\"\n  slut"])
  }

  @Test("a text that begins with a blank, is empty or holds an identity number is not kept")
  func privateTexts() {
    let history = open()
    for text in [" hemlig", "\nhemlig", "", "visa 19850709-9805", "visa 850709-9805"] {
      history.remember(text)
    }
    #expect(history.entries.isEmpty && contents().isEmpty)
    write(#"{"t":1,"q":"visa 850709-9805"}"# + "\n")
    #expect(open().entries.isEmpty)
  }

  @Test("damaged lines are skipped, repeated ones read once, unknown members passed over")
  func damagedLines() {
    write(
      """
      {"t":1,"q":"ett"}
      {"t":1,"q":"ett"}
      {"t":1,"q":"halv
      {"t":1}
      _HiStOrY_V2_
      {"q":"tv\\u00e5 \\ud83d\\ude00","t":2,"store":"x","n":[1]}
      { "q" : "två \\ud83d\\ude00", "t" : 2, "result":"3 rader", "ok":true }\r
      {"t":3,"q":"\\ud83d"}
      {"t":3,"q":"\\u12"}
      {"t":3,"q":"tre"} x
      {"t":3,"q":"tre"
      """
    )
    #expect(open().entries == ["ett", "två 😀"])
    open().remember("fyra")
    #expect(open().entries == ["ett", "två 😀", "fyra"])
  }

  @Test("the newest thousand are kept in memory, and a long file is pruned")
  func pruning() {
    write((1...4001).map { "{\"t\":1,\"q\":\"visa \($0)\"}\n" }.joined())
    let history = open()
    #expect(history.isAvailable)
    #expect(history.entries.count == 1000 && history.entries.last == "visa 4001")
    #expect(contents().split(separator: "\n").count == 1000)
    #expect(mode(path) == 0o600)
    history.remember("ny")
    #expect(history.entries.count == 1000)
    #expect(open().entries.last == "ny")
    #expect(mode(path + ".new") == 0)
  }

  @Test("sessions do not lose each other's lines, even while one prunes")
  func sharing() {
    write((1...4001).map { "{\"t\":1,\"q\":\"visa \($0)\"}\n" }.joined())
    let first = HistoryFile(path: path)
    let second = open()
    second.remember("från två")
    #expect(first.append(HistoryRecord(time: 1, text: "från ett")))
    #expect(open().entries.suffix(2) == ["från två", "från ett"])
    #expect(second.entries.last == "från två")
  }

  @Test("a file that others may read is closed to them")
  func openFile() {
    write("")
    chmod(path, 0o644)
    open().remember("visa")
    #expect(mode(path) == 0o600)
  }

  @Test("what cannot be written disturbs nothing", arguments: ["folder", "link", "pipe", "none"])
  func unwritable(kind: String) {
    write("")
    unlink(path)
    switch kind {
    case "folder": mkdir(path, 0o700)
    case "link": symlink("/dev/null", path)
    case "pipe": mkfifo(path, 0o600)
    default: break
    }
    let history = kind == "none" ? LineHistory(path: nil) : open()
    history.remember("visa")
    #expect(history.entries == ["visa"] && !history.isAvailable)
  }

  @Test("a lock that is never released holds nobody up for long")
  func lock() {
    write("")
    let descriptor = Glibc.open(path, O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    let history = open()
    history.remember("visa")
    #expect(history.entries == ["visa"] && !history.isAvailable)
  }

  @Test("the place follows the XDG rules")
  func standardPath() {
    func path(_ variables: [String: String]) -> String? {
      LineHistory.standardPath { variables[$0] }
    }
    #expect(path(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/folj/history")
    #expect(path(["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/folj/history")
    #expect(path(["XDG_STATE_HOME": "", "HOME": "/h"]) == "/h/.local/state/folj/history")
    #expect(path([:]) == nil)
  }
}

@Suite("Identity numbers")
struct IdentityNumberTests {
  @Test(
    "found in each way of writing",
    arguments: [
      "850709-9805", "19850709-9805", "8507099805", "198507099805", "850709+9805", "850709–9805",
      "850709 9805", "visa \"850709-9805\".", "x850709-9805y", "20000229-0005", "850769-9802",
    ]
  )
  func found(text: String) {
    #expect(IdentityNumber.occurs(in: text))
  }

  @Test(
    "not seen where there is none",
    arguments: [
      "", "850709-9806", "851309-9807", "850732-9806", "20010229-0004", "556036-0793",
      "1850709-9805",
      "850709-98051", "850709-980", "850709--9805", "2026-09-15", "0730-123456", "850700-9804",
      "850792-9803", "12850709-9805",
    ]
  )
  func absent(text: String) {
    #expect(!IdentityNumber.occurs(in: text))
  }
}
