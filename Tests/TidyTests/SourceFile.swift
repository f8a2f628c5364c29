import Foundation

/// A Swift file of the project, with its comments and texts apart from its code.
struct SourceFile: CustomStringConvertible, Sendable {
  /// A text literal, without its quotes; what it interpolates is left out.
  struct Literal {
    var text: String
    /// The line that it starts on, from 1.
    var line: Int
    /// The innermost array or dictionary literal, or subscript, that it stands in.
    var bracket: Int?
  }

  /// The path from the project's folder.
  let name: String
  /// The lines as they are.
  let lines: [String]
  /// The lines with blanks instead of comments and texts.
  let code: [String]
  let literals: [Literal]

  var description: String { name }

  /// The file's own name.
  var base: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// The folder of the target: `Sources/Query`.
  var target: String { name.split(separator: "/").prefix(2).joined(separator: "/") }

  init(_ name: String) throws {
    let text = try String(contentsOfFile: SourceFile.root + "/" + name, encoding: .utf8)
    var scanner = SourceScanner(text)
    scanner.scan()
    self.name = name
    lines = SourceFile.split(text)
    code = SourceFile.split(String(decoding: scanner.code, as: UTF8.self))
    literals = scanner.literals
  }

  private static func split(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  // MARK: The project

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().standardizedFileURL
    .path(percentEncoded: false).dropSlash

  /// The Swift files beneath a folder.
  static func all(_ folder: String) -> [SourceFile] {
    let paths = FileManager.default.enumerator(atPath: root + "/" + folder)?.allObjects ?? []
    return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
      .compactMap { try? SourceFile(folder + "/" + $0) }
  }

  static let sources = all("Sources")
  static let tests = all("Tests")
}

extension String {
  fileprivate var dropSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}

/// Tells code from comments and texts.
private struct SourceScanner {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var brackets: [Int] = []
  private(set) var code: [UInt8] = []
  private(set) var literals: [SourceFile.Literal] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    code.reserveCapacity(bytes.count)
  }

  mutating func scan() {
    while place < bytes.count { step() }
  }

  private func isAt(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  /// Takes bytes; what is not code becomes blanks, and lines stay lines.
  private mutating func take(_ count: Int, asCode: Bool = true) {
    for byte in bytes[place..<min(place + count, bytes.count)] {
      if byte == UInt8(ascii: "\n") { line += 1 }
      code.append(asCode || byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " "))
    }
    place = min(place + count, bytes.count)
  }

  private mutating func step() {
    if isAt("//") {
      while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { take(1, asCode: false) }
    } else if isAt("/*") {
      while place < bytes.count, !isAt("*/") { take(1, asCode: false) }
      take(2, asCode: false)
    } else if isAt("#\"") || isAt("\"") {
      literal()
    } else {
      if bytes[place] == UInt8(ascii: "[") { brackets.append(place) }
      if bytes[place] == UInt8(ascii: "]") { _ = brackets.popLast() }
      take(1)
    }
  }

  private mutating func literal() {
    let start = line
    let hashes = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
    let quotes = bytes[(place + hashes)...].starts(with: "\"\"\"".utf8) ? 3 : 1
    let raw = String(repeating: "#", count: hashes)
    let end = String(repeating: "\"", count: quotes) + raw
    take(hashes + quotes, asCode: false)
    var text: [UInt8] = []
    while place < bytes.count, !isAt(end) {
      if isAt("\\" + raw + "(") {
        interpolation(hashes + 2)
      } else if isAt("\\" + raw) {
        text.append(contentsOf: bytes[place..<min(place + hashes + 2, bytes.count)])
        take(hashes + 2, asCode: false)
      } else {
        text.append(bytes[place])
        take(1, asCode: false)
      }
    }
    take(end.utf8.count, asCode: false)
    let decoded = String(decoding: text, as: UTF8.self)
    literals.append(.init(text: decoded, line: start, bracket: brackets.last))
  }

  private mutating func interpolation(_ opening: Int) {
    take(opening, asCode: false)
    var depth = 1
    while place < bytes.count, depth > 0 {
      if bytes[place] == UInt8(ascii: "(") { depth += 1 }
      if bytes[place] == UInt8(ascii: ")") { depth -= 1 }
      if depth > 0 { step() } else { take(1, asCode: false) }
    }
  }
}
