import Glibc

/// A store of nine records, for tests of the program: two areas with measures, and two whose names
/// differ in the marks of their letters only.
public enum SmallStore {
  /// The store as JSON, one record a line.
  public static let json = """
    {
    "format": "följ",
    "version": 1,
    "områden": [
    {"id": "kompetens", "namn": "Kompetensförsörjning", "år": [2026], "ordning": 1},
    {"id": "frånvaro", "namn": "Elever med hög frånvaro", "år": [2026], "ordning": 2},
    {"id": "ålsta", "namn": "Skolan i Ålsta", "år": [2026], "ordning": 3},
    {"id": "älsta", "namn": "Skolan i Älsta", "år": [2026], "ordning": 4}
    ],
    "insatser": [
    {"id": "I-1", "titel": "Karriärlärare", "område": "kompetens", "år": 2026, \
    "status": "pågår", "ansvarig": "rektor", "slut": "2026-12-31"},
    {"id": "I-2", "titel": "Hembesök", "område": "frånvaro", "år": 2026, "status": "pågår"},
    {"id": "I-3", "titel": "Kartläggning", "område": "frånvaro", "år": 2026, \
    "status": "planerad", "slut": "2026-06-30"},
    {"id": "I-4", "titel": "Mentorer", "område": "kompetens", "år": 2026, \
    "status": "genomförd", "ansvarig": "HR"},
    {"id": "I-5", "titel": "Introduktion", "område": "kompetens", "år": 2026, "status": "pågår"}
    ]
    }

    """
}

extension TemporaryFolder {
  /// Makes a file in the folder, and the folders on the way to it.
  ///
  /// - Returns: The path of the file.
  @discardableResult
  public func write(_ text: String, to name: String, mode: UInt32 = 0o644) -> String {
    write(Array(text.utf8), to: name, mode: mode)
  }

  /// Makes a file of bytes in the folder, and the folders on the way to it.
  ///
  /// - Returns: The path of the file.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String, mode: UInt32 = 0o644) -> String {
    let path = path + "/" + name
    var parent = self.path
    for part in name.split(separator: "/").dropLast() {
      parent += "/" + part
      mkdir(parent, 0o755)
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    precondition(descriptor >= 0, "cannot write \(path)")
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      precondition(count > 0, "cannot write \(path)")
      rest = rest.dropFirst(count)
    }
    return path
  }

  /// Reads a file in the folder; nil if there is none.
  public func read(_ name: String) -> String? {
    let descriptor = open(path + "/" + name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = Glibc.read(descriptor, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names in the folder, in order.
  public var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
