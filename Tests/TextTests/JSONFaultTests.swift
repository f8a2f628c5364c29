import Testing

@testable import Text

/// A document that is not valid, and what must be said of it.
struct BadText: CustomTestStringConvertible, Sendable {
  var text: String
  var kind: JSONFault.Kind
  var offset: Int
  var related: Int?

  init(_ text: String, _ kind: JSONFault.Kind, _ offset: Int, _ related: Int? = nil) {
    self.text = text
    self.kind = kind
    self.offset = offset
    self.related = related
  }

  var testDescription: String { text.debugDescription }
}

@Suite("JSON faults")
struct JSONFaultTests {
  static let structure: [BadText] = [
    BadText("", .emptyDocument, 0),
    BadText(" \t\r\n", .emptyDocument, 4),
    BadText("\u{FEFF}", .emptyDocument, 3),
    BadText("\u{FEFF}\n", .emptyDocument, 4),
    BadText("\u{FEFF}\u{FEFF}1", .unexpectedByte, 3),
    BadText("[", .unexpectedEnd, 1, 0),
    BadText("{", .unexpectedEnd, 1, 0),
    BadText(" [1", .unexpectedEnd, 3, 1),
    BadText("[1,", .unexpectedEnd, 3, 0),
    BadText("[1, ", .unexpectedEnd, 4, 0),
    BadText("[[1]", .unexpectedEnd, 4, 0),
    BadText("[1,[2", .unexpectedEnd, 5, 3),
    BadText(#"{"a""#, .unexpectedEnd, 4, 0),
    BadText(#"{"a":"#, .unexpectedEnd, 5, 0),
    BadText(#"{"a":1"#, .unexpectedEnd, 6, 0),
    BadText(#"{"a":1,"#, .unexpectedEnd, 7, 0),
    BadText(#"{"a":{"b":1}"#, .unexpectedEnd, 12, 0),
    BadText("]", .unexpectedByte, 0),
    BadText("}", .unexpectedByte, 0),
    BadText("[1}", .mismatchedBracket, 2, 0),
    BadText("[}", .mismatchedBracket, 1, 0),
    BadText("[[1}]", .mismatchedBracket, 3, 1),
    BadText(#"{"a":1]"#, .mismatchedBracket, 6, 0),
    BadText(#"{"a":]"#, .mismatchedBracket, 5, 0),
    BadText(#"{"a":}"#, .unexpectedByte, 5),
    BadText("[1,]", .trailingComma, 2),
    BadText("[1 , ]", .trailingComma, 3),
    BadText(#"{"a":1,}"#, .trailingComma, 6),
    BadText("{\"a\":1 ,\n}", .trailingComma, 7),
    BadText("[,]", .unexpectedByte, 1),
    BadText("[,1]", .unexpectedByte, 1),
    BadText("[1,,2]", .unexpectedByte, 3),
    BadText("[1 2]", .missingComma, 3),
    BadText("[1 true]", .missingComma, 3),
    BadText(#"["a" "b"]"#, .missingComma, 5),
    BadText("[[][]]", .missingComma, 3),
    BadText("[{}{}]", .missingComma, 3),
    BadText(#"{"a":1 "b":2}"#, .missingComma, 7),
    BadText(#"{"a":"x""b":2}"#, .missingComma, 8),
    BadText("[1:2]", .unexpectedByte, 2),
    BadText("[1;2]", .unexpectedByte, 2),
    BadText(#"{"a" 1}"#, .missingColon, 5),
    BadText(#"{"a"}"#, .missingColon, 4),
    BadText(#"{"a",1}"#, .missingColon, 4),
    BadText(#"{"a"=1}"#, .missingColon, 4),
    BadText(#"{"a"::1}"#, .unexpectedByte, 5),
    BadText("{a:1}", .keyExpected, 1),
    BadText("{1:1}", .keyExpected, 1),
    BadText("{'a':1}", .keyExpected, 1),
    BadText("{,}", .keyExpected, 1),
    BadText(#"{"a":1,,"b":2}"#, .keyExpected, 7),
    BadText("{null:1}", .keyExpected, 1),
    BadText("{[]:1}", .keyExpected, 1),
    BadText("{]", .keyExpected, 1),
    BadText("['a']", .unexpectedByte, 1),
    BadText("[1] // slut", .trailingContent, 4),
    BadText("[1/**/]", .unexpectedByte, 2),
    BadText("# text\n[]", .unexpectedByte, 0),
    BadText("[]]", .trailingContent, 2),
    BadText("{}{}", .trailingContent, 2),
    BadText("1 2", .trailingContent, 2),
    BadText("null,", .trailingContent, 4),
    BadText("\"a\"\u{0C}", .trailingContent, 3),
    BadText("[1]\0", .trailingContent, 3),
    BadText("[1, \0 2]", .unexpectedByte, 4),
    BadText("\u{0B}1", .unexpectedByte, 0),
    BadText("[\u{A0}1]", .unexpectedByte, 1),
    BadText("[\u{2028}1]", .unexpectedByte, 1),
    BadText("[1\u{FEFF}]", .unexpectedByte, 2),
    BadText("å", .unexpectedByte, 0),
    BadText("<xml/>", .unexpectedByte, 0),
  ]

  static let words: [BadText] = [
    BadText("tru", .unexpectedEnd, 3),
    BadText("[nul", .unexpectedEnd, 4, 0),
    BadText("nul]", .invalidLiteral, 0),
    BadText("[True]", .invalidLiteral, 1),
    BadText("[truE]", .invalidLiteral, 1),
    BadText("[falsk]", .invalidLiteral, 1),
    BadText("[nulls]", .invalidLiteral, 1),
    BadText("[NaN]", .invalidLiteral, 1),
    BadText("[Infinity]", .invalidLiteral, 1),
    BadText("undefined", .invalidLiteral, 0),
    BadText("[true1]", .invalidLiteral, 1),
    BadText("truetrue", .invalidLiteral, 0),
    BadText("true[", .trailingContent, 4),
  ]

  static let numbers: [BadText] = [
    BadText("-", .unexpectedEnd, 1),
    BadText("[-", .unexpectedEnd, 2, 0),
    BadText("[-]", .invalidNumber, 2),
    BadText("[--1]", .invalidNumber, 2),
    BadText("[+1]", .invalidNumber, 1),
    BadText("[.5]", .invalidNumber, 1),
    BadText("[-.5]", .invalidNumber, 2),
    BadText("[1.]", .invalidNumber, 3),
    BadText("1.", .unexpectedEnd, 2),
    BadText("[1.e2]", .invalidNumber, 3),
    BadText("[1e]", .invalidNumber, 3),
    BadText("[1e+]", .invalidNumber, 4),
    BadText("1E-", .unexpectedEnd, 3),
    BadText("[1e2.5]", .invalidNumber, 4),
    BadText("[1.2.3]", .invalidNumber, 4),
    BadText("[1e2e3]", .invalidNumber, 4),
    BadText("[01]", .leadingZero, 1),
    BadText("[-012]", .leadingZero, 2),
    BadText("[00]", .leadingZero, 1),
    BadText("[0x1F]", .invalidNumber, 2),
    BadText("[1_000]", .invalidNumber, 2),
    BadText("[12kr]", .invalidNumber, 3),
    BadText("[1-2]", .invalidNumber, 2),
    BadText("2024-01-31", .invalidNumber, 4),
    BadText("[-Infinity]", .invalidNumber, 2),
    BadText("[1,5 kr]", .missingComma, 5),
    BadText("[１]", .unexpectedByte, 1),
  ]

  static let strings: [BadText] = [
    BadText("\"", .unexpectedEnd, 1, 0),
    BadText("[\"a", .unexpectedEnd, 3, 1),
    BadText("{\"nyckel", .unexpectedEnd, 8, 1),
    BadText(#""a\"#, .unexpectedEnd, 3, 0),
    BadText(#""a\""#, .unexpectedEnd, 4, 0),
    BadText(#""\u"#, .unexpectedEnd, 3, 0),
    BadText(#""\u00e"#, .unexpectedEnd, 6, 0),
    BadText(#""\ud83d"#, .unexpectedEnd, 7, 0),
    BadText(#""\ud83d\"#, .unexpectedEnd, 8, 0),
    BadText(#""\ud83d\u"#, .unexpectedEnd, 9, 0),
    BadText(#""\x41""#, .invalidEscape, 1),
    BadText(#""ab\a""#, .invalidEscape, 3),
    BadText(#""\'""#, .invalidEscape, 1),
    BadText(#""\U0041""#, .invalidEscape, 1),
    BadText(#""\0""#, .invalidEscape, 1),
    BadText("\"\\\n\"", .invalidEscape, 1),
    BadText(#""\å""#, .invalidEscape, 1),
    BadText(#""\u12""#, .invalidEscape, 1),
    BadText(#""\u12g4""#, .invalidEscape, 1),
    BadText(#""\u{41}""#, .invalidEscape, 1),
    BadText(#""\u+123""#, .invalidEscape, 1),
    BadText(#""\ud83d\u12""#, .invalidEscape, 7),
    BadText(#""x\ud83d""#, .loneSurrogate, 2),
    BadText(#""\ud83d \ude00""#, .loneSurrogate, 1),
    BadText(#""\ud83d\n""#, .loneSurrogate, 1),
    BadText(#""\ud83d\u0041""#, .loneSurrogate, 1),
    BadText(#""\ud83d\ud83d\ude00""#, .loneSurrogate, 1),
    BadText(#""\ude00""#, .loneSurrogate, 1),
    BadText(#""\ude00\ud83d""#, .loneSurrogate, 1),
    BadText(#""\udc00\udc00""#, .loneSurrogate, 1),
    BadText(#""\udbff\ue000""#, .loneSurrogate, 1),
    BadText(#"{"\uDFFF":1}"#, .loneSurrogate, 2),
    BadText("\"a\nb\"", .controlCharacter, 2),
    BadText("\"a\tb\"", .controlCharacter, 2),
    BadText("[\"\u{0}\"]", .controlCharacter, 2),
    BadText("\"en rad som är längre\u{1F}\"", .controlCharacter, 23),
    BadText("{\"a\rb\":1}", .controlCharacter, 3),
  ]

  static let keys: [BadText] = [
    BadText(#"{"a":1,"a":1}"#, .duplicateKey, 7, 1),
    BadText(#"{"a":1,"b":2,"a":3}"#, .duplicateKey, 13, 1),
    BadText(#"{"":1,"":2}"#, .duplicateKey, 6, 1),
    BadText(#"{"a":1,"\u0061":2}"#, .duplicateKey, 7, 1),
    BadText(#"{"\u0061":1,"a":2}"#, .duplicateKey, 12, 1),
    BadText(#"{"\/":1,"\u002F":2}"#, .duplicateKey, 8, 1),
    BadText(#"{"å":1,"\u00e5":2}"#, .duplicateKey, 8, 1),
    BadText(#"{"\ud83d\ude00":1,"😀":2}"#, .duplicateKey, 18, 1),
    BadText(#"[{"a":{"b":1,"b":2}}]"#, .duplicateKey, 13, 7),
    BadText(#"{"a":{"b":1},"a":2}"#, .duplicateKey, 13, 1),
    BadText(#"{"a":[{"a":1},{"a":1,"a":2}]}"#, .duplicateKey, 21, 15),
    BadText(#"{"ansvarig roll":1,"ansvarig roll":2}"#, .duplicateKey, 19, 1),
  ]

  @Test("a fault is named and placed", arguments: structure + words + numbers + strings + keys)
  func namedAndPlaced(_ bad: BadText) {
    let wanted = JSONFault(kind: bad.kind, offset: bad.offset, related: bad.related)
    #expect(fault(bad.text) == wanted)
  }

  @Test("a fault far into a text has the same name, in its place")
  func farIntoTheText() {
    let filler = #""en sträng om mer än sextio byte, med å, ä och ö, så att blocken räcker", "#
    for bad in Self.strings {
      let text = "[" + filler + bad.text
      let shift = filler.utf8.count + 1
      let isAtEnd = bad.kind == .unexpectedEnd
      let wanted = JSONFault(
        kind: bad.kind,
        offset: bad.offset + shift,
        related: bad.related.map { $0 + shift }
      )
      #expect(fault(text + (isAtEnd ? "" : ", " + filler + "1]")) == wanted, "\(bad.text)")
    }
  }

  static let badBytes: [([UInt8], JSONFault.Kind, Int)] = [
    ([0x80], .invalidUTF8, 1),
    ([0xBF], .invalidUTF8, 1),
    ([0xC3], .invalidUTF8, 1),
    ([0xC3, 0x41], .invalidUTF8, 1),
    ([0xC3, 0xC3, 0xA5], .invalidUTF8, 1),
    ([0xC3, 0xA5, 0xA5], .invalidUTF8, 3),
    ([0xC0, 0x80], .invalidUTF8, 1),
    ([0xC1, 0xBF], .invalidUTF8, 1),
    ([0xCE], .invalidUTF8, 1),
    ([0xE0, 0x80, 0x80], .invalidUTF8, 1),
    ([0xE0, 0x9F, 0xBF], .invalidUTF8, 1),
    ([0xE2, 0x82], .invalidUTF8, 1),
    ([0xE2, 0x82, 0x41], .invalidUTF8, 1),
    ([0xE2, 0x28, 0xA1], .invalidUTF8, 1),
    ([0xED, 0xA0, 0x80], .invalidUTF8, 1),
    ([0xED, 0xBF, 0xBF], .invalidUTF8, 1),
    ([0xF0, 0x80, 0x80, 0x80], .invalidUTF8, 1),
    ([0xF0, 0x8F, 0xBF, 0xBF], .invalidUTF8, 1),
    ([0xF0, 0x9F, 0x98], .invalidUTF8, 1),
    ([0xF4, 0x90, 0x80, 0x80], .invalidUTF8, 1),
    ([0xF5, 0x80, 0x80, 0x80], .invalidUTF8, 1),
    ([0xF8, 0x88, 0x80, 0x80, 0x80], .invalidUTF8, 1),
    ([0xFE], .invalidUTF8, 1),
    ([0xFF], .invalidUTF8, 1),
  ]

  @Test("bytes that are not UTF-8 are found wherever they stand", arguments: badBytes)
  func notUTF8(_ bytes: [UInt8], _ kind: JSONFault.Kind, _ offset: Int) {
    for before in 0..<40 {
      for after in [0, 1, 7, 40] {
        let text = [0x22] + Array(repeating: 0x61, count: before) + bytes
        let whole = text + Array(repeating: 0x62, count: after) + [0x22]
        #expect(fault(whole) == JSONFault(kind: kind, offset: before + offset))
      }
    }
    #expect(fault([0x20, 0x20, 0x20, 0x20] + bytes)?.kind != nil)
  }

  @Test("bytes that are not UTF-8 are named outside strings too")
  func notUTF8OutsideStrings() {
    #expect(fault([0x5B, 0x31, 0xFF, 0x5D]) == JSONFault(kind: .invalidUTF8, offset: 2))
    #expect(fault([0x5B, 0xE5, 0x5D]) == JSONFault(kind: .invalidUTF8, offset: 1))
    #expect(fault([0x31, 0x20, 0xE5]) == JSONFault(kind: .invalidUTF8, offset: 2))
    #expect(fault([0x7B, 0xE5, 0x7D]) == JSONFault(kind: .invalidUTF8, offset: 1))
  }

  @Test("UTF-16 and UTF-32 are named, with and without a mark")
  func otherEncodings() {
    for text in ["[]", "{\"å\": 1}", "\"ö\"", "12", " [1]", "null", "\"\""] {
      let units = Array(text.utf16)
      let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
      let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] as [UInt8] }
      for form in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
        #expect(fault(form) == JSONFault(kind: .utf16, offset: 0), "\(text) \(form)")
      }
      let wide = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8), 0, 0] as [UInt8] }
      let wideBig = units.flatMap { [0, 0, UInt8($0 >> 8), UInt8($0 & 0xFF)] as [UInt8] }
      for form in [wide, wideBig, [0xFF, 0xFE, 0, 0] + wide, [0, 0, 0xFE, 0xFF] + wideBig] {
        #expect(fault(form) == JSONFault(kind: .utf32, offset: 0), "\(text) \(form)")
      }
    }
    #expect(fault([0]) == JSONFault(kind: .unexpectedByte, offset: 0))
    #expect(fault([0xFF]) == JSONFault(kind: .invalidUTF8, offset: 0))
  }

  @Test("the depth limit counts open brackets")
  func depth() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: 0x5B, count: depth) + Array(repeating: 0x5D, count: depth)
    }
    #expect(fault(nested(256)) == nil)
    #expect(fault(nested(257)) == JSONFault(kind: .depthLimit, offset: 256))
    #expect(fault(nested(100_000)) == JSONFault(kind: .depthLimit, offset: 256))
    #expect(fault(nested(100_000), depth: 100_000) == nil)
    #expect(fault(nested(1), depth: 0) == JSONFault(kind: .depthLimit, offset: 0))
    #expect(fault(Array("1".utf8), depth: 0) == nil)
    let objects = String(repeating: #"{"a":"#, count: 257)
    #expect(fault(objects) == JSONFault(kind: .depthLimit, offset: 1280))
    let flat = Array("[".utf8) + Array(repeatElement(nested(255) + [0x2C], count: 20).joined())
    #expect(fault(flat + Array("1]".utf8)) == nil)
  }

  @Test("the size limit comes before everything else")
  func size() {
    Array("[1, 2]".utf8).withUnsafeBytes { bytes in
      var small = JSONReader(bytes, maximumSize: 5)
      #expect(throws: JSONFault(kind: .sizeLimit, offset: 5)) { try small.peek() }
      #expect(throws: JSONFault(kind: .sizeLimit, offset: 5)) { try small.skipValue() }
      #expect(throws: JSONFault(kind: .sizeLimit, offset: 5)) { try small.beginArray() }
      var right = JSONReader(bytes, maximumSize: 6)
      #expect(throws: Never.self) { try right.skipValue() }
    }
  }

  @Test("keys are compared in objects of every size")
  func manyKeys() {
    for count in [2, 47, 48, 49, 50, 127, 128, 129, 1000, 5000] {
      let keys = (0..<count).map { #""nyckel \#($0)":0"# }
      let start = "{" + keys.joined(separator: ",")
      #expect(fault(start + "}") == nil)
      let offset = start.utf8.count + 1
      for (place, twin) in [(0, #""nyckel 0""#), (count - 1, #""nyckel\u0020\#(count - 1)""#)] {
        let first = 1 + keys[..<place].reduce(0) { $0 + $1.utf8.count + 1 }
        let wanted = JSONFault(kind: .duplicateKey, offset: offset, related: first)
        #expect(fault(start + ",\(twin):1}") == wanted, "\(count) \(twin)")
      }
    }
  }

  @Test("a large object does not hide the keys of the objects around it")
  func nestedLargeObjects() {
    let large = "{" + (0..<200).map { #""k\#($0)":0"# }.joined(separator: ",") + "}"
    let start = #"{"k1":\#(large),"k2":{"k1":\#(large),"k3":0},"k4":0"#
    #expect(fault(start + "}") == nil)
    let offset = start.utf8.count + 1
    #expect(
      fault(start + #","k1":0}"#) == JSONFault(kind: .duplicateKey, offset: offset, related: 1)
    )
    let outer = large.dropLast() + #","x":\#(large),"y":\#(large)"#
    #expect(fault(outer + "}") == nil)
    #expect(
      fault(outer + #","k0":0}"#)
        == JSONFault(kind: .duplicateKey, offset: outer.utf8.count + 1, related: 1)
    )
    let inner = large.dropLast() + #","k7":\#(large)}"#
    #expect(fault(String(inner))?.kind == .duplicateKey)
  }

  @Test("keys of every length are told apart, up to the last byte of the text")
  func keyLengths() {
    for length in 0..<40 {
      let key = String(repeating: "k", count: length)
      #expect(fault(#"{"\#(key)":1,"\#(key)k":2,"\#(key)l":3}"#) == nil)
      #expect(fault(#"{"\#(key)":1,"\#(key)""#)?.kind == .duplicateKey)
      let other = String(repeating: "k", count: max(length - 1, 0)) + "x"
      #expect(fault(#"{"\#(key)":1,"\#(other)":1}"#) == nil)
    }
  }
}
