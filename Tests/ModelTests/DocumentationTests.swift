import Glibc
import Model
import Testing

@Suite("The generated documents")
struct DocumentationTests {
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  @Test(
    "they are those of the model; RECORD=1 writes them anew",
    arguments: [
      ("docs/fält.md", FieldReference.page()), ("docs/schema.json", StoreSchema.text()),
    ]
  )
  func fresh(_ path: String, _ wanted: String) throws {
    let path = Self.root + "/" + path
    let found = TextFile.read(path)
    if found != wanted, getenv("RECORD") != nil { try TextFile.write(wanted, path) }
    #expect(found == wanted, "stale: run the tests with RECORD=1")
  }

  @Test("the reference tells of every set, field, value and synonym")
  func complete() {
    let page = FieldReference.page()
    for set in Schema.followUp.sets {
      #expect(page.contains("## \(set.name)\n"))
      for field in set.fields {
        #expect(
          page.contains("| `\(field.name)` | `\(field.english)`"),
          "\(set.name).\(field.name)"
        )
        guard case .enumeration(let list) = field.type else { continue }
        for value in list.cases {
          #expect(page.contains("**\(value.name)** (\(value.english)"))
          for synonym in value.synonyms { #expect(page.contains(synonym)) }
        }
      }
    }
  }
}

/// Whole files as text.
enum TextFile {
  static func read(_ path: String) -> String {
    guard let file = fopen(path, "rb") else { return "" }
    defer { fclose(file) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      all += buffer[..<count]
    }
    return String(decoding: all, as: UTF8.self)
  }

  static func write(_ text: String, _ path: String) throws {
    let file = try #require(fopen(path, "wb"))
    defer { fclose(file) }
    try #require(fputs(text, file) >= 0)
  }
}
