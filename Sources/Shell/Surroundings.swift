import Exchange
import Glibc
import Query
import Text

/// What completion proposes that is not in the store: formats, reports and files.
struct Surroundings {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// All of it.
  var outside: Proposals.Outside {
    var outside = Proposals.Outside()
    outside.formats = OutputFormat.all.map {
      Proposals.Word(text: $0.name, note: $0.doc[language])
    }
    outside.reports = reports
    outside.files = { path, isScript in Surroundings.files(path, isScript) }
    return outside
  }

  /// The reports that are shipped, by name.
  private var reports: [Proposals.Word] {
    guard let folder = Environment.reportFolder() else { return [] }
    let note = Bilingual("rapport", "report")[language]
    return Surroundings.entries(folder + "/").compactMap { entry in
      guard entry.name.hasSuffix(".folj") else { return nil }
      return Proposals.Word(text: String(entry.name.dropLast(5)), note: note)
    }
  }

  /// So many files are proposed at the most.
  private static let limit = 200

  /// The files and folders whose path begins with `path`; of files perhaps only scripts.
  private static func files(_ path: String, _ isScript: Bool) -> [Proposals.Word] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let start = String(path.dropFirst(folder.count))
    let entries = entries(folder.isEmpty ? "./" : folder).filter { entry in
      let isHidden = entry.name.hasPrefix(".") && !start.hasPrefix(".")
      return !isHidden && (entry.isFolder || !isScript || entry.name.hasSuffix(".folj"))
    }
    return entries.prefix(limit).map { entry in
      Proposals.Word(
        path: folder + entry.name + (entry.isFolder ? "/" : ""),
        isFolder: entry.isFolder
      )
    }
  }

  /// What is in a folder, in order; names that could not be shown as they are left out.
  private static func entries(_ folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard let name = String(validating: bytes, as: UTF8.self), name != ".", name != "..",
        Visible.text(name) == name
      else { continue }
      entries.append((name, isFolder(folder + name)))
    }
    return entries.sorted { $0.name < $1.name }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
