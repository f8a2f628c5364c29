import Glibc
import Model
import Store
import TestSupport
import Testing
import Text

/// A folder of store files made for a test.
struct StoreFolder {
  private let folder = TemporaryFolder()

  /// The path of the folder, or of something in it.
  func path(_ name: String = "") -> String { name.isEmpty ? folder.path : folder.path + "/" + name }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, _ name: String = "butik.json") throws -> String {
    let file = try #require(fopen(path(name), "wb"))
    defer { fclose(file) }
    let all = Array(bytes)
    try #require(fwrite(all, 1, all.count, file) == all.count)
    return path(name)
  }

  /// Reads what was written.
  func bytes(_ name: String = "butik.json") throws -> [UInt8] {
    let file = try #require(fopen(path(name), "rb"))
    defer { fclose(file) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      all += buffer[..<count]
    }
    return all
  }
}

/// Reads a store from its bytes.
func read(_ bytes: some Sequence<UInt8>) throws -> Snapshot {
  let folder = StoreFolder()
  let path = try folder.write(bytes)
  return try withExtendedLifetime(folder) { try StoreFiles.read(path) }
}

/// Reads a store from its text.
func read(_ json: String) throws -> Snapshot { try read(Array(json.utf8)) }

/// The fault of a store that cannot be read.
func fault(_ bytes: some Sequence<UInt8>) throws -> Diagnostic {
  let folder = StoreFolder()
  let path = try folder.write(bytes)
  return try withExtendedLifetime(folder) { try fault(at: path) }
}

/// The fault of what stands at a path.
func fault(at path: String) throws -> Diagnostic {
  do throws(StoreFault) {
    _ = try StoreFiles.read(path)
  } catch {
    return error.diagnostic
  }
  throw NoFault()
}

struct NoFault: Error {}

/// The first line where two texts differ, for a message that can be read; nil if they are equal.
func difference(_ a: String, _ b: String) -> String? {
  guard a != b || !a.utf8.elementsEqual(b.utf8) else { return nil }
  let (a, b) = (a.split(separator: "\n"), b.split(separator: "\n"))
  let line = zip(a, b).prefix { $0.utf8.elementsEqual($1.utf8) }.count
  return "\(line < a.count ? a[line] : "(ends)")\n\(line < b.count ? b[line] : "(ends)")"
}

/// A store with records in one set.
func store(_ set: String, _ records: String...) -> String {
  let lines = records.isEmpty ? "[]" : "[\n\(records.joined(separator: ",\n"))\n]"
  return "{\n\"format\": \"följ\",\n\"version\": 1,\n\"\(set)\": \(lines)\n}\n"
}

extension Snapshot {
  /// All values of the stored fields, in words that do not depend on how the file is laid out.
  var values: [String] {
    schema.sets.flatMap { set in
      set.fields.indices.flatMap { field -> [String] in
        guard let column = self[set.id].columns[field] else { return [] }
        return (0..<column.count).map { row in
          "\(set.name) \(row) \(set.fields[field].name): "
            + words(column.value(row), set.fields[field].type)
        }
      }
    }
  }

  private func words(_ value: Value, _ type: FieldType) -> String {
    switch (value, type) {
    case (.empty, _): "–"
    case (.number(let number), _): "\(number) \(number.sign)"
    case (.bool(let bool), _): "\(bool)"
    case (.period(let period), _): "\(period.text) \(period.form)"
    case (.text(let text), _): heap.string(text)
    case (.string(let text), _): text
    case (.code(let code), .enumeration(let list)) where code >= 0: list.names[Int(code)]
    case (.code(let code), _): "? " + heap.string(foreignText(code))
    case (.reference(let row), .reference(let set)):
      (row < 0 ? "? " : "\(row) ") + heap.string(id(set, row))
    case (.reference(let row), _): "? \(row)"
    case (.some(let values), _): "\(values.map { words($0, type) })"
    }
  }

  /// What the reader remarked on: kind, subject, row, line and column.
  var remarks: [String] {
    zip(findings, places(of: findings.map(\.offset))).map { finding, place in
      "\(finding.kind) \(finding.subject(in: schema)) \(finding.row) \(place.line):\(place.column)"
    }
  }

  /// The value of a field, in words.
  func words(_ set: SetID, _ row: Int, _ field: String) -> String {
    let number = schema.number(set, field)
    guard let column = self[set].columns[number] else { return "computed" }
    return words(column.value(row), schema.field(set, number).type)
  }
}
