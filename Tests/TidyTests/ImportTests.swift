import Testing

@Suite("Imports")
struct ImportTests {
  /// The project's modules, and which of them each may import.
  static let graph: [String: Set<String>] = [
    "Text": [],
    "Model": ["Text"],
    "Query": ["Text", "Model"],
    "Store": ["Text", "Model"],
    "Exchange": ["Text", "Model", "Query"],
    "Shell": ["Text", "Model", "Query", "Store", "Exchange"],
  ]

  @Test("a module imports only those below it", arguments: SourceFile.sources)
  func modules(file: SourceFile) {
    let module = String(file.target.dropFirst("Sources/".count))
    let allowed = Self.graph[module] ?? []
    for (line, name) in file.imports where !allowed.contains(name) {
      #expect(Self.isAllowed(name, in: file), "\(file):\(line): \(module) imports \(name)")
    }
  }

  /// The modules from outside, and the few places that may use them.
  private static func isAllowed(_ name: String, in file: SourceFile) -> Bool {
    switch name {
    case "Glibc":
      return ["Sources/Text", "Sources/Store", "Sources/Shell"].contains(file.target)
        || file.base == "SystemErrors.swift"
    case "CSystem": return file.name.hasPrefix("Sources/Store/System/")
    case "CUTF8Proc": return file.name == "Sources/Text/UnicodeData.swift"
    case "CStemmer": return file.name == "Sources/Text/Stemmer.swift"
    case "CEdit": return file.name.hasPrefix("Sources/Shell/LineEditor")
    case "ArgumentParser": return file.target == "Sources/Shell"
    default: return false
    }
  }

  @Test("only the store and the line history open files for writing", arguments: SourceFile.sources)
  func writing(file: SourceFile) {
    guard file.target != "Sources/Store", file.base != "HistoryFile.swift" else { return }
    let words = [
      "O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND", "rename", "unlink", "fopen", "mkdir",
      "mkstemp", "mkdtemp", "truncate", "ftruncate",
    ]
    for (number, line) in file.code.enumerated() {
      let found = line.split { !($0.isLetter || $0 == "_") }.first { words.contains(String($0)) }
      #expect(found == nil, "\(file):\(number + 1): \(found ?? "")")
    }
  }
}

extension SourceFile {
  /// The imported modules, with their lines.
  var imports: [(line: Int, name: String)] {
    code.enumerated().compactMap { number, line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count, place <= 2 else {
        return nil
      }
      return (number + 1, String(words[place + 1]))
    }
  }
}
