import Glibc
import Model
package import Query
import Store
import Text

/// A small store made for a test, and the answers to questions about it.
package final class TestStore {
  /// The store and the day that »idag« means.
  package let workspace: Workspace

  /// Why a test store has no answer.
  package enum Fault: Error {
    /// The file could not be written or read.
    case store(String)
    /// The question is wrong, with the codes of what is wrong.
    case question(String, [String])
  }

  /// Reads a store from its JSON.
  package init(_ json: String, today: String = "2026-11-24") throws {
    guard let day = Day(today) else { throw Fault.store("no day: \(today)") }
    let snapshot = try TestStore.read(json)
    workspace = Workspace(snapshot, today: day)
  }

  /// Makes a store of the sets' records, each written in JSON.
  package convenience init(
    sets: [(name: String, records: [String])],
    today: String = "2026-11-24"
  ) throws {
    let sections = sets.map { "\"\($0.name)\": [\n\($0.records.joined(separator: ",\n"))\n]" }
    let all = ["\"format\": \"följ\"", "\"version\": 1"] + sections
    try self.init("{\n\(all.joined(separator: ",\n"))\n}\n", today: today)
  }

  /// Answers one question.
  package func answer(_ question: String) throws -> Answer {
    Executor(workspace).answer(try plan(question))
  }

  /// Reads one question and looks up its names.
  package func plan(_ question: String) throws -> Plan {
    let source = Source(name: "", text: question)
    var definitions = Definitions()
    guard let part = Script(source).parts.first else { throw Fault.question(question, []) }
    switch part.action(in: workspace, source, &definitions) {
    case .success(.answer(let plan)): return plan
    case .success: throw Fault.question(question, [])
    case .failure(let faults):
      throw Fault.question(question, faults.diagnostics.map(\.message.code))
    }
  }

  /// Writes a text as a JSON string.
  package static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.write(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func read(_ json: String) throws -> Snapshot {
    var template = Array("/tmp/folj-test-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    let path = String(
      decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
      as: UTF8.self
    )
    guard descriptor >= 0 else { throw Fault.store("no temporary file") }
    defer {
      close(descriptor)
      unlink(path)
    }
    let bytes = Array(json.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw Fault.store("cannot write \(path)")
    }
    do {
      return try StoreFiles.read(path)
    } catch {
      throw Fault.store("\(error)")
    }
  }
}
