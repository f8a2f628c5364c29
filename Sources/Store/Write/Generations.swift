import Glibc
import Model

/// Older versions of the store's files, kept beside them: `NAME.json.~16~` is the file as it was
/// when its last change was number 16.
extension StoreWriter {
  /// One generation of a file.
  struct Generation {
    let number: Int
    let path: String
  }

  /// So many are kept.
  private static let kept = 3

  /// The generations of a file, oldest first.
  func generations(of file: StorePlace.File) -> [Generation] {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    let names = (try? system.files.names(in: place.folder)) ?? []
    return names.compactMap { other -> Generation? in
      guard other.hasPrefix(name + ".~"), other.hasSuffix("~") else { return nil }
      let digits = other.dropFirst(name.count + 2).dropLast()
      guard let number = Int(digits), String(number) == digits else { return nil }
      return Generation(number: number, path: StorePlace.join(place.folder, other))
    }.sorted { $0.number < $1.number }
  }

  /// Keeps a file under another name before a new one takes its place.
  func keepGeneration(of file: StorePlace.File, _ number: Int) throws(SystemError) {
    let older = generations(of: file)
    let path = file.path + ".~\(number)~"
    if older.contains(where: { $0.path == path }) { try system.files.remove(path) }
    do throws(SystemError) {
      try system.files.link(file.path, to: path)
    } catch {
      // Not every drive has links; the history holds what a generation would.
      guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(error.code) else { throw error }
      return
    }
    let others = older.filter { $0.number != number }
    for generation in others.dropLast(StoreWriter.kept - 1) {
      try? system.files.remove(generation.path)
    }
  }
}
