import Glibc
import Model
import Store
import TestSupport
import Text

/// What is told when a change is not saved, or not as it should be, for `docs/fel.md`: each case is
/// made with a small store and two users, Anna and Bo.
struct SavingScreens {
  private let folder = TemporaryFolder()
  private let path: String

  init() { path = folder.write(SmallStore.json, to: "uppföljning.json") }

  private struct FixedClock: Clock {
    func now() -> Int { 1_779_264_000 }
    func wait(milliseconds: Int) {}
  }

  private func open(_ user: String, isReadOnly: Bool = false) throws -> StoreWriter {
    let system = StoreSystem(
      files: StoreSystem.real.files,
      clock: FixedClock(),
      randomName: StoreSystem.real.randomName,
      user: user,
      process: 4711
    )
    return try StoreWriter(path, isReadOnly: isReadOnly, system)
  }

  /// The screen of a case; nil if there is none of that name.
  func screen(named name: String) throws -> [String]? {
    let diagnostics = try refused(name) ?? disturbed(name) ?? broken(name)
    let printer = DiagnosticPrinter(language: .swedish, width: 80)
    return diagnostics?.map { printer.text($0, in: nil) }.joined().split(separator: "\n")
      .map { String($0).replacing(folder.path + "/", with: "") }
  }

  private func fault(_ call: () throws(WriteFault) -> Void) -> [Diagnostic] {
    do throws(WriteFault) { try call() } catch { return error.diagnostics }
    return []
  }

  private func status(_ id: String, _ new: String, from old: String = "\"pågår\"") -> Operation {
    Operation(
      "ändra \(id) sätt status = \(new)",
      [RecordChange(.change, "insatser", id, [.init("status", from: old, to: "\"\(new)\"")])]
    )
  }

  /// Changes that the store refuses.
  private func refused(_ name: String) throws -> [Diagnostic]? {
    let (anna, bo) = (try open("anna"), try open("bo"))
    switch name {
    case "skrivskyddad":
      return try open("bo", isReadOnly: true).obstacle.map { [$0.diagnostic] }
    case "låst":
      let lock = folder.path + "/.uppföljning.lås"
      let files = StoreSystem.real.files
      let file = try files.open(lock, .updating(mode: 0o600))
      _ = try files.lock(file)
      _ = try files.write(Array("4711 2026-05-20T08:00:00Z anna\n".utf8)[...], to: file, at: 0)
      return fault { () throws(WriteFault) in _ = try bo.commit(status("I-1", "pausad")) }
    case "krock":
      _ = try anna.commit(status("I-1", "genomförd"))
      return fault { () throws(WriteFault) in _ = try bo.commit(status("I-1", "pausad")) }
    case "finns":
      let new = Operation("lägg till …", [RecordChange(.add, "insatser", "I-1", [])])
      return fault { () throws(WriteFault) in _ = try bo.commit(new) }
    case "borta":
      return fault { () throws(WriteFault) in _ = try bo.commit(status("I-7", "pausad")) }
    case "passar-inte":
      return fault { () throws(WriteFault) in _ = try bo.commit(status("I-1", "snart")) }
    case "ingen-ändring":
      let new = Operation("lägg till …", [RecordChange(.add, "prylar", "P-1", [])])
      return fault { () throws(WriteFault) in _ = try bo.commit(new) }
    case "inget-att-ångra":
      return fault { () throws(WriteFault) in _ = try bo.undo() }
    case "inget-att-göra-om":
      return fault { () throws(WriteFault) in _ = try bo.redo() }
    default: return nil
    }
  }

  /// What a writer finds when something has come between.
  private func disturbed(_ name: String) throws -> [Diagnostic]? {
    let history = "uppföljning.historik.jsonl"
    let old = folder.read("uppföljning.json") ?? ""
    let (anna, bo) = (try open("anna"), try open("bo"))
    _ = try anna.commit(status("I-1", "genomförd"))
    let lines = folder.read(history) ?? ""
    switch name {
    case "skadad-historik":
      _ = try anna.commit(status("I-2", "genomförd"))
      let text = (folder.read(history) ?? "").replacing(
        "genomförd\"]}}",
        with: "pausad\"]}}",
        maxReplacements: 1
      )
      folder.write(text, to: history)
      return fault { () throws(WriteFault) in _ = try bo.commit(status("I-2", "pausad")) }
    case "avhuggen-historik": folder.write(lines + "{\"nummer\": 2, \"tid", to: history)
    case "avbruten": folder.write(old, to: "uppföljning.json")
    case "utifrån":
      let text = folder.read("uppföljning.json") ?? ""
      folder.write(text.replacing("Hembesök", with: "Besök"), to: "uppföljning.json")
    default: return nil
    }
    let writer = try open("bo")
    _ = try writer.commit(status("I-2", "pausad"))
    return writer.takeNotices().map(\.diagnostic)
  }

  /// What is told when the disk fails; that it then does is for the tests of the store.
  private func broken(_ name: String) -> [Diagnostic]? {
    switch name {
    case "inte-sparad": WriteFault.notSaved(ENOSPC).diagnostics
    case "osäkert": WriteFault.uncertain(EIO).diagnostics
    case "bara-i-historiken": WriteFault.savedInHistoryOnly(EACCES).diagnostics
    case "nätverksenhet": [StoreNotice.networkDrive.diagnostic]
    default: nil
    }
  }
}
