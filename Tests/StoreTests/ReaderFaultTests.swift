import Model
import Store
import Testing
import Text

@Suite("Stores that cannot be read")
struct ReaderFaultTests {
  /// The start of a store; what follows is on its second line.
  static let start = "{\"format\": \"följ\", \"år\": \"åäö\",\n"

  static let syntax = [
    start + "\"mål\" ▸[]}",
    start + "▸mål: []}",
    start + "▸'mål': []}",
    start + "\"mål\": []▸,}",
    start + "\"mål\": [{\"id\": \"A\"}▸,]}",
    start + "\"mål\": [{\"id\": \"A\"▸,}]}",
    start + "\"mål\": [{\"id\": \"A\"} ▸{\"id\": \"B\"}]}",
    start + "\"mål\": [{\"id\": \"A\" ▸\"text\": \"B\"}]}",
    start + "\"mål\": [{\"id\": \"A\", \"mätbart\": ▸sant}]}",
    start + "\"mål\": [{\"id\": \"A\", \"mätbart\": ▸True}]}",
    start + "\"mål\": ◂[▸}",
    start + "\"mål\": [◂{\"id\": \"Å\"▸]}",
    start + "\"mål\": [{\"id\": ▸å}]}",
    start + "\"mål\": [▸// en kommentar\n]}",
  ]

  static let ends = [
    "▸", " \n\t▸", "\u{FEFF}▸",
    "◂{\"format\": \"följ\",\n▸",
    start + "\"mål\": [◂{\"id\": \"Å\"▸",
    start + "\"mål\": [{\"id\": ◂\"Å▸",
    start + "\"mål\": [{\"id\": ◂\"Å\\▸",
    start + "\"mål\": [{\"mätbart\": tru▸".replacing("[{", with: "[◂{"),
  ]

  static let texts = [
    start + "\"mål\": [{\"id\": \"å▸\\x\"}]}",
    start + "\"mål\": [{\"id\": \"å▸\\u12g4\"}]}",
    start + "\"mål\": [{\"id\": \"å▸\\ud83d\"}]}",
    start + "\"mål\": [{\"id\": \"å▸\\ude00\\ud83d\"}]}",
    start + "\"mål\": [{\"id\": \"å▸\nrad\"}]}",
    start + "\"mål\": [{\"id\": \"å▸\trad\"}]}",
    start + "\"mål\": [{\"id\": \"å▸\u{0}\"}]}",
  ]

  static let numbers = [
    start + "\"mål\": [{\"år\": ▸02026}]}",
    start + "\"mål\": [{\"år\": ▸+1}]}",
    start + "\"mål\": [{\"år\": ▸.5}]}",
    start + "\"mål\": [{\"år\": 1.▸}]}",
    start + "\"mål\": [{\"år\": 12▸kr}]}",
    start + "\"mål\": [{\"år\": -▸Infinity}]}",
    start + "\"mål\": [{\"år\": 0▸x7EA}]}",
  ]

  static let keys = [
    start + "◂\"mål\": [], ▸\"mål\": []}",
    start + "◂\"x\": 1, ▸\"x\": 2}",
    start + "\"mål\": [{◂\"id\": \"A\", ▸\"id\": \"B\"}]}",
    start + "\"mål\": [{◂\"år\": 1,\n\"text\": \"å\", ▸\"\\u00e5r\": 2}]}",
    start + "\"mål\": [{◂\"x\": 1, ▸\"x\": 2}]}",
    start + "\"mål\": [{\"x\": [{◂\"y\": 1, ▸\"y\": 2}]}]}",
    start + "\"mål\": [{\"egna\": {◂\"y\": 1, ▸\"y\": 2}}]}",
    // The same key in two normal forms.
    start + "\"mål\": [{◂\"år\": 1, ▸\"a\u{30A}r\": 2}]}",
    start + "\"mål\": [{◂\"a\u{30A}r\": 1, ▸\"år\": 2}]}",
    start + "◂\"mål\": [], ▸\"ma\u{30A}l\": []}",
    start + "\"fält\": [{\"mängd\": \"mål\", \"namn\": \"röd\", \"typ\": \"int\"}],\n"
      + "\"mål\": [{\"egna\": {◂\"röd\": 1, ▸\"ro\u{308}d\": 2}}]}",
  ]

  static let shapes = [
    start + "\"mål\": ▸{}}", start + "\"mål\": ▸\"M\"}", start + "\"mål\": ▸1}",
    start + "\"mål\": [{\"id\": \"A\"}, ▸[]]}", start + "\"mål\": [▸null]}",
    start + "\"mål\": [▸\"A\"]}",
  ]

  static let trailing = [
    start + "\"mål\": []}▸}", start + "\"mål\": []}\n▸{}", start + "\"mål\": []}\n▸,",
  ]

  static let notStores = [
    "▸{}", "▸[]", "▸[1, 2]", "▸\"följ\"", "▸null", "▸12", "▸{\"format\": \"annat\"}",
    "▸{\"format\": [\"följ\"]}", "▸{\"mål\": []}", "▸{\"type\": \"FeatureCollection\"}",
  ]

  static let cases: [(code: String, text: String)] =
    syntax.map { ("F0611", $0) } + ends.map { ("F0612", $0) } + keys.map { ("F0613", $0) }
    + texts.map { ("F0615", $0) } + numbers.map { ("F0616", $0) } + shapes.map { ("F0618", $0) }
    + trailing.map { ("F0619", $0) } + notStores.map { ("F0605", $0) }

  @Test("a fault is named, with file, line and column", arguments: cases)
  func placed(_ code: String, _ text: String) throws {
    let marked = MarkedText(text)
    let folder = StoreFolder()
    let path = try folder.write(marked.bytes)
    let diagnostic = try fault(at: path)
    let (line, column) = try #require(marked.place)
    #expect(diagnostic.message.code == code)
    #expect(diagnostic.place == .file(path: path, line: line, column: column))
    let wanted = marked.other.map { Diagnostic.Tip.seeAlso(line: $0.line, column: $0.column) }
    #expect(diagnostic.tips == wanted.map { [$0] } ?? [])
    #expect(try folder.bytes() == marked.bytes)
  }

  /// One line of more than a mebibyte.
  static let filler =
    Array("\"fyll\": \"".utf8)
    + (0..<(1 << 18)).flatMap { _ in [0x61, 0x62, 0xC3, 0xA5] as [UInt8] }
    + Array("\",\n".utf8)

  @Test(
    "the same faults are found in files that are mapped",
    arguments: cases.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
  )
  func placedInLargeFiles(_ code: String, _ text: String) throws {
    guard text.hasPrefix(Self.start) else { return }
    let marked = MarkedText(text)
    let first = Array(Self.start.utf8)
    let bytes = first + Self.filler + marked.bytes.dropFirst(first.count)
    let diagnostic = try fault(bytes)
    let (line, column) = try #require(marked.place)
    #expect(diagnostic.message.code == code)
    guard case .file(_, line + 1, column) = diagnostic.place else {
      Issue.record("\(diagnostic.place)")
      return
    }
  }

  @Test("bytes that are not UTF-8 are named with their place")
  func encodings() throws {
    let head = Array(Self.start.utf8)
    for bad in [[0xE5], [0xC3], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80]] as [[UInt8]] {
      let text = head + Array("\"mål\": [{\"id\": \"å".utf8) + bad + Array("\"}]}".utf8)
      let diagnostic = try fault(text)
      #expect(diagnostic.message.code == "F0614")
      guard case .file(_, 2, 18) = diagnostic.place else {
        Issue.record("\(bad) \(diagnostic.place)")
        return
      }
    }
    let text = "{\"format\": \"följ\"}"
    let units = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
    let wide = text.unicodeScalars.flatMap { [UInt8($0.value), 0, 0, 0] as [UInt8] }
    for form in [units, [0xFF, 0xFE] + units, wide] {
      let diagnostic = try fault(form)
      #expect(diagnostic.message.code == "F0614")
      guard case .file(_, 1, 1) = diagnostic.place else {
        Issue.record("\(diagnostic.place)")
        return
      }
    }
    // Latin-1 as Windows writes it.
    #expect(try fault(Array("{\"format\": \"f".utf8) + [0xF6, 0x6C, 0x6A]).message.code == "F0614")
  }

  @Test("too many levels are refused at the first bracket too many")
  func depth() throws {
    for open in ["[", "{\"a\":"] {
      let text = Self.start + "\"x\": " + String(repeating: open, count: 1_000_000)
      let diagnostic = try fault(text.utf8)
      #expect(diagnostic.message.code == "F0617")
      guard case .file(_, 2, 6 + 255 * open.count) = diagnostic.place else {
        Issue.record("\(diagnostic.place)")
        return
      }
    }
    let deep = String(repeating: "[", count: 255) + String(repeating: "]", count: 255)
    #expect(throws: Never.self) { try read(Self.start + "\"x\": \(deep)}") }
  }
}
