import Glibc
import Model
import Store
import TestSupport
import Testing
import Text

/// A store that is written to, in a folder of its own.
final class WrittenStore {
  let folder = TemporaryFolder()
  let path: String

  init(_ json: String = SmallStore.json, _ name: String = "butik.json") {
    path = folder.write(json, to: name)
  }

  func open(as user: String = "anna") throws -> StoreWriter {
    var system = StoreSystem.real
    system.user = user
    return try StoreWriter(path, system)
  }

  var text: String { folder.read("butik.json") ?? "" }

  var history: [String] {
    (folder.read("butik.historik.jsonl") ?? "").split(separator: "\n").map(String.init)
  }

  /// The names in the folder, without the lock, the history and older generations.
  var leftovers: [String] {
    folder.names.filter { name in
      !["butik.json", "butik.historik.jsonl", ".butik.lås"].contains(name)
        && !name.hasPrefix("butik.json.~")
    }
  }
}

/// The change of some fields of a record.
func change(
  _ id: String,
  _ fields: [(String, String?, String?)],
  in section: String = "insatser"
) -> Operation {
  let fields = fields.map { RecordChange.FieldChange($0.0, from: $0.1, to: $0.2) }
  return Operation("ändra \(id)", [RecordChange(.change, section, id, fields)])
}

/// A new record with some fields.
func add(
  _ id: String,
  _ fields: [(String, String?)],
  in section: String = "insatser"
) -> Operation {
  let fields = fields.map { RecordChange.FieldChange($0.0, from: nil, to: $0.1) }
  return Operation("lägg till \(id)", [RecordChange(.add, section, id, fields)])
}

/// The removal of a record.
func remove(
  _ id: String,
  _ fields: [(String, String?)],
  in section: String = "insatser"
) -> Operation {
  let fields = fields.map { RecordChange.FieldChange($0.0, from: $0.1, to: nil) }
  return Operation("ta bort \(id)", [RecordChange(.remove, section, id, fields)])
}

/// The text of a store without the number of its last change.
func withoutNumber(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .filter { !$0.hasPrefix("\"ändring\": ") }.joined(separator: "\n")
}

/// The fault that a call gives.
func fault<Result>(_ call: () throws(WriteFault) -> Result) -> WriteFault? {
  do throws(WriteFault) {
    _ = try call()
    return nil
  } catch {
    return error
  }
}

/// The codes of the fault that a call gives.
func codes<Result>(_ call: () throws(WriteFault) -> Result) -> [String] {
  fault(call)?.diagnostics.map(\.message.code) ?? []
}
