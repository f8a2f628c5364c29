import Foundation
import Store
import TestSupport
import Text

@testable import Shell

/// A small store that is not as it should be, made for a page of the documentation, and the screen
/// that it gives.
@MainActor
struct TranscriptStore {
  private let folder = TemporaryFolder()

  private var path: String { folder.path + "/uppföljning.json" }

  /// Opens a store with such a content, asks the questions of a transcript, and gives the screen.
  func screen(of content: [UInt8], _ transcript: Transcript) throws -> [String] {
    try write(content, to: path)
    return try screen(at: path, transcript)
  }

  private func screen(at path: String, _ transcript: Transcript) throws -> [String] {
    let shell: TranscriptShell
    do {
      shell = try TranscriptShell(.swedish, store: path)
    } catch let fault as StoreFault {
      let printer = DiagnosticPrinter(language: .swedish, width: 80)
      return shown(printer.text(fault.diagnostic, in: nil))
    }
    var result = transcript
    result.head = shell.opened(path)
    return shell.run(result).lines.map(withoutFolder)
  }

  private func write(_ content: [UInt8], to path: String) throws {
    try Data(content).write(to: URL(filePath: path))
  }

  private func shown(_ text: String) -> [String] {
    text.split(separator: "\n").map { withoutFolder(String($0)) }
  }

  /// The reader sees file names as if the folder were the one that the program was started in.
  private func withoutFolder(_ line: String) -> String {
    line.replacing(folder.path + "/", with: "")
  }
}

// MARK: - Cases that no page can write out

extension TranscriptStore {
  /// Gives the screen of a case that has a name; nil if there is none of that name.
  func screen(named name: String) throws -> [String]? {
    let none = Transcript([], from: 1)
    switch name {
    case "saknas": return try screen(at: path, none)
    case "enhet": return try screen(at: "/dev/null", none)
    case "tom-mapp":
      try FileManager.default.createDirectory(
        atPath: folder.path + "/uppföljning",
        withIntermediateDirectories: true
      )
      return try screen(at: folder.path + "/uppföljning", none)
    case "stor":
      try write([], to: path)
      // A file with a hole: five GiB that take no room.
      truncate(path, 5 << 30)
      return try screen(at: path, none)
    case "latin-1-butik":
      let text = "{\"format\": \"f\u{F6}lj\", \"version\": 1}"
      return try screen(of: text.unicodeScalars.map { UInt8($0.value) }, none)
    case "djup-butik":
      let text =
        "{\"format\": \"följ\", \"version\": 1, \"x\": " + String(repeating: "[", count: 300)
      return try screen(of: Array(text.utf8), none)
    default: return try statement(named: name)
    }
  }

  /// The screen of a statement that is too long to print.
  private func statement(named name: String) throws -> [String]? {
    switch name {
    case "lång-lista":
      let values = (1...10_001).map { "I-\($0)" }.joined(separator: ", ")
      return try run("visa insatser där id i (\(values))")
    case "djup":
      return try run("visa insatser där " + nested("år = 2026"))
    case "räknetecken":
      let sum = String(repeating: "1 + ", count: 501) + "1"
      return try run("visa områden där ordning < \(sum)")
    case "lång-sats":
      return try run("visa insatser där titel ~ \"" + String(repeating: "a", count: 1 << 20) + "\"")
    case "definitioner":
      let next = (1...50).map { "; låt d\($0) = d\($0 - 1) där år = 2026" }.joined()
      return try run("låt d0 = insatser där år = 2026" + next)
    case "latin-1":
      let script = folder.path + "/april.folj"
      let text = "# \u{C5}rets uppf\u{F6}ljning\nantal insatser\n"
      try write(text.unicodeScalars.map { UInt8($0.value) }, to: script)
      return try run("kör \"\(script)\"")
    default: return try SavingScreens().screen(named: name)
    }
  }

  private func nested(_ text: String) -> String {
    String(repeating: "(", count: 300) + text + String(repeating: ")", count: 300)
  }

  private func run(_ text: String) throws -> [String] {
    try TranscriptShell(.swedish).run(text).map(withoutFolder)
  }
}
