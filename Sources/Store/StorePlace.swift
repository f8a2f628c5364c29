import Glibc
import Text

/// Where a store lies: its files, and beside them its history and its lock.
///
/// A store that is one file, `NAME.json`, has `NAME.historik.jsonl` and `.NAME.lås` in the same
/// folder; one that is a folder has `historik.jsonl` and `.lås` in it. A link is followed once, so
/// that it stays a link.
struct StorePlace {
  /// One file of the store.
  struct File {
    /// What the history calls it: its name in a store that is a folder.
    let name: String
    /// The path for messages, as it was given or found.
    let shown: String
    /// The path without links.
    let path: String
  }

  /// The path as it was given.
  let given: String
  /// Whether the store is a folder.
  let isFolder: Bool
  /// The folder that holds the store's files.
  let folder: String
  /// The history's path.
  let history: String
  /// The lock's path.
  let lock: String
  /// How the temporary files of the store's writers begin.
  let temporaryPrefix: String
  private let real: String

  /// What the history calls the file of a store that is one.
  static let onlyFile = "butik"

  init(_ path: String, _ files: any FileSystem) throws(StoreFault) {
    given = path
    do throws(SystemError) {
      real = try files.realPath(path)
      let status = try files.status(real)
      guard status.kind != .other else { throw SystemError(ENODEV) }
      isFolder = status.kind == .folder
    } catch {
      throw error.code == ENODEV ? .notAFile(path) : .system(path, error.code)
    }
    if isFolder {
      folder = real
      (history, lock) = (StorePlace.join(real, "historik.jsonl"), StorePlace.join(real, ".lås"))
      temporaryPrefix = ".folj-"
    } else {
      let slash = real.lastIndex(of: "/") ?? real.startIndex
      let name = String(real[slash...].dropFirst())
      let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
      folder = slash == real.startIndex ? "/" : String(real[..<slash])
      history = StorePlace.join(folder, stem + ".historik.jsonl")
      lock = StorePlace.join(folder, "." + stem + ".lås")
      temporaryPrefix = ".\(stem).folj-"
    }
  }

  /// The store's files, in order.
  func files(_ system: any FileSystem) throws(StoreFault) -> [File] {
    guard isFolder else {
      return [File(name: StorePlace.onlyFile, shown: given, path: real)]
    }
    let names: [String]
    do throws(SystemError) {
      names = try system.names(in: real)
    } catch {
      throw .system(given, error.code)
    }
    let own = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    guard !own.isEmpty else { throw .emptyFolder(given) }
    return own.sorted { Collation.precedes(Collation.key($0), Collation.key($1)) }.map { name in
      File(
        name: name,
        shown: StorePlace.join(given, name),
        path: StorePlace.join(real, name)
      )
    }
  }

  /// The path of something in a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
