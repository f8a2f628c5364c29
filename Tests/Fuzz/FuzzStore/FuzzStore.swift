import Exchange
import Glibc
import Model
import Query
import Store
import Text

/// A file in memory that each input is written to.
private let file: (descriptor: CInt, path: String) = {
  var template = Array("/dev/shm/folj-fuzz-XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { fatalError("no file in memory") }
  unlink(template)
  return (descriptor, "/proc/self/fd/\(descriptor)")
}()

/// Questions that look at every kind of column, reverse and computed ones too.
private let questions = [
  "visa id, titel, område.namn, slut, målgrupp, senaste, förändring, tyst från insatser",
  "antal insatser per område mot status läget 2026", "ändringar sedan 2025-01-01",
  "visa id, antal_insatser, behov från områden sortera på namn",
  "visa id, senaste_värde, trend, måluppfyllelse från indikatorer där utfall är inte tom",
  "visa id från lägen där insats.titel ~ å och tillfälle = senaste sortera på insats",
]

/// Reads one store, as libFuzzer asks for it, and asks questions about it if it can be read.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  _ = try? JSONReader.validate(UnsafeRawBufferPointer(start: start, count: count))
  ftruncate(file.descriptor, 0)
  guard pwrite(file.descriptor, start, count, 0) == count,
    let snapshot = try? StoreFiles.read(file.path), let today = Day("2026-09-15")
  else { return 0 }
  let workspace = Workspace(snapshot, today: today)
  for question in questions {
    let source = Source(name: "", text: question)
    var definitions = Definitions()
    let action = Script(source).parts.first?.action(in: workspace, source, &definitions)
    guard case .success(.answer(let plan))? = action else { continue }
    let layout = OutputFormat.Layout(language: .swedish)
    _ = OutputFormat.named("json")?.write(Executor(workspace).answer(plan), layout)
  }
  return 0
}
