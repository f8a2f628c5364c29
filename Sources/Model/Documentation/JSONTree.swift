import Text

/// A JSON value that is written for people: short values on one line, long ones on several.
indirect enum JSONTree {
  case text(String)
  case integer(Int)
  case bool(Bool)
  case null
  case list([JSONTree])
  case object([(key: String, value: JSONTree)])

  /// The widest line that holds a whole list or object.
  private static let width = 96

  /// The value as text, where lines after the first start with a margin.
  func text(margin: String = "") -> String {
    let line = line
    guard margin.count + line.count > JSONTree.width else { return line }
    let inner = margin + "  "
    switch self {
    case .list(let items):
      return JSONTree.lines("[", items.map { $0.text(margin: inner) }, "]", margin, inner)
    case .object(let entries):
      let parts = entries.map { JSONTree.quoted($0.key) + ": " + $0.value.text(margin: inner) }
      return JSONTree.lines("{", parts, "}", margin, inner)
    default: return line
    }
  }

  private var line: String {
    switch self {
    case .text(let text): JSONTree.quoted(text)
    case .integer(let number): String(number)
    case .bool(let bool): bool ? "true" : "false"
    case .null: "null"
    case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .object(let entries):
      "{" + entries.map { JSONTree.quoted($0.key) + ": " + $0.value.line }.joined(separator: ", ")
        + "}"
    }
  }

  private static func lines(
    _ open: String,
    _ parts: [String],
    _ close: String,
    _ margin: String,
    _ inner: String
  ) -> String {
    open + "\n" + inner + parts.joined(separator: ",\n" + inner) + "\n" + margin + close
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.write(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(arrayLiteral items: JSONTree...) { self = .list(items) }
  init(dictionaryLiteral entries: (String, JSONTree)...) {
    self = .object(entries.map { (key: $0.0, value: $0.1) })
  }
}
