import Testing

@testable import Text

@Suite("JSON reader")
struct JSONReaderTests {
  static let valid: [String] = [
    "1", " 1 ", "0", "-0", "-0.0", "0.5", "10", "1e5", "1E+5", "1e-5", "-1.25e+10", "0e0", "0e1",
    "1e0005", "123456789012345678901234567890", "1e999", "-1e-999", "\u{FEFF}[]", "\u{FEFF} 1",
    "true", "false", "null", " null\n", "\r\n\t []", "\"\"", "\"a\"", "[]", "[ ]", "{}", "{\n}",
    "[1]", "[1,2]", "[ 1 , 2 ]", "[[],[]]", "[[[[]]]]", "[{}]", "[null, true, false, \"\", 0]",
    #"{"a":1}"#, #"{ "a" : 1 , "b" : [ ] }"#, #"{"":1}"#, #"{"a":{"a":{"a":{}}}}"#,
    #"[{"a":1},{"a":1}]"#, #"{"a":1,"A":2,"á":3,"a ":4}"#, #""\"\\\/\b\f\n\r\t""#,
    #""\u0000\u001f\u007F""#, #""\u00e5\u00C4""#, #""\ud83d\ude00""#, #""\uDBFF\uDFFF""#,
    #""\uFFFF\uFFFE""#, #""\ue000\ud7ff""#, "\"åäö ÅÄÖ é ü\"", "\"€ – ’ \u{2028}\"", "\"😀🇸🇪\"",
    "\"\u{7F}\u{80}\u{FFFF}\u{10FFFF}\"", "\"e\u{301}\"", "\"Привет, κόσμε, 你好\"",
    "\"//\"", "\"a'b\"", #"{"\u0061":1,"b":2}"#, #"["\\"]"#, #"["\\\""]"#,
    #"{"å":1,"ä":2,"ö":3,"a\u030a":4}"#,
  ]

  @Test("a valid text has no fault", arguments: valid)
  func validText(_ text: String) {
    #expect(fault(text) == nil)
    #expect(
      fault("[\(text.drop { $0 == "\u{FEFF}" }), \"\(String(repeating: "å", count: 40))\"]") == nil
    )
  }

  @Test("every start of a valid text is valid too or ends too early", arguments: valid)
  func prefixes(_ text: String) {
    let bytes = Array(text.utf8)
    for length in 0..<bytes.count {
      guard let found = fault(Array(bytes[..<length])) else { continue }
      switch found.kind {
      case .unexpectedEnd, .emptyDocument: #expect(found.offset == length)
      case .invalidUTF8: #expect(String(validating: bytes[..<length], as: UTF8.self) == nil)
      // A byte order mark cut short.
      case .unexpectedByte: #expect(length < 3 && bytes[0] == 0xEF)
      default: Issue.record("\(text) \(length): \(found)")
      }
    }
  }

  @Test("the parts of a document are read in order")
  func pull() throws {
    let text =
      #" {"id": "A-1", "år": [2024, 2025], "mätbart": true, "slut": null, "del": {"x": -1.5}} "#
    try read(text) { reader, bytes in
      func text(_ slice: JSONSlice?) -> String? {
        slice.map { String(decoding: JSONText.decode($0, in: bytes), as: UTF8.self) }
      }
      #expect(try reader.peek() == .object)
      try reader.beginObject()
      #expect(text(try reader.nextKey()) == "id")
      #expect(try reader.peek() == .string)
      #expect(text(try reader.string()) == "A-1")
      #expect(text(try reader.nextKey()) == "år")
      #expect(try reader.peek() == .array)
      try reader.beginArray()
      #expect(try reader.nextElement())
      #expect(try reader.peek() == .number)
      #expect(JSONText.integer(try reader.number(), in: bytes) == 2024)
      #expect(try reader.nextElement())
      #expect(JSONText.number(try reader.number(), in: bytes) == 2025)
      #expect(try !reader.nextElement())
      #expect(text(try reader.nextKey()) == "mätbart")
      #expect(try reader.peek() == .true)
      #expect(try reader.bool())
      #expect(text(try reader.nextKey()) == "slut")
      #expect(try reader.peek() == .null)
      try reader.null()
      #expect(text(try reader.nextKey()) == "del")
      let part = try reader.skipValue()
      #expect(text(part) == #"{"x": -1.5}"#)
      #expect(try reader.nextKey() == nil)
      try reader.finish()
      #expect(reader.offset == bytes.count)
    }
  }

  @Test("empty containers have no items")
  func empty() throws {
    try read("[[], {}]") { reader, _ in
      try reader.beginArray()
      #expect(try reader.nextElement())
      try reader.beginArray()
      #expect(try !reader.nextElement())
      #expect(try reader.nextElement())
      try reader.beginObject()
      #expect(try reader.nextKey() == nil)
      #expect(try !reader.nextElement())
      try reader.finish()
    }
  }

  @Test("a value of another sort than the one asked for is named")
  func wrongKind() {
    func kind(_ text: String, _ ask: (inout JSONReader) throws -> Void) -> JSONFault? {
      do {
        try read(text) { reader, _ in try ask(&reader) }
        return nil
      } catch {
        return error as? JSONFault
      }
    }
    #expect(kind(" 1") { _ = try $0.string() } == JSONFault(kind: .notAString, offset: 1))
    #expect(kind(" []") { try $0.beginObject() } == JSONFault(kind: .notAnObject, offset: 1))
    #expect(kind("{}") { try $0.beginArray() } == JSONFault(kind: .notAnArray, offset: 0))
    #expect(kind("\"\"") { _ = try $0.number() } == JSONFault(kind: .notANumber, offset: 0))
    #expect(kind("null") { _ = try $0.bool() } == JSONFault(kind: .notABoolean, offset: 0))
    #expect(kind("true") { try $0.null() } == JSONFault(kind: .notNull, offset: 0))
    #expect(kind("") { _ = try $0.string() } == JSONFault(kind: .emptyDocument, offset: 0))
    #expect(kind("]") { _ = try $0.bool() } == JSONFault(kind: .unexpectedByte, offset: 0))
    #expect(kind("nope") { _ = try $0.string() } == JSONFault(kind: .notAString, offset: 0))
    #expect(kind("x") { _ = try $0.string() } == JSONFault(kind: .invalidLiteral, offset: 0))
  }

  @Test("calls in the wrong order give faults and no trap")
  func wrongOrder() {
    read("[1, 2]") { reader, _ in
      #expect(throws: JSONFault.self) { try reader.nextKey() }
      #expect(throws: JSONFault.self) { try reader.nextElement() }
      #expect(throws: Never.self) { try reader.beginArray() }
      #expect(throws: JSONFault.self) { try reader.finish() }
      #expect(throws: JSONFault.self) { try reader.nextKey() }
      #expect(throws: Never.self) { try reader.nextElement() }
      #expect(throws: JSONFault(kind: .missingComma, offset: 1)) { try reader.nextElement() }
    }
  }

  @Test("a text that ends in an open container is not finished")
  func unfinished() throws {
    try read("[1") { reader, _ in
      try reader.beginArray()
      _ = try reader.nextElement()
      _ = try reader.number()
      #expect(throws: JSONFault(kind: .unexpectedEnd, offset: 2, related: 0)) {
        try reader.finish()
      }
    }
  }

  @Test("a slice tells of escapes and of text that may not be in NFC")
  func sliceFlags() throws {
    let cases: [(String, Bool, Bool)] = [
      ("abc", false, false), ("åäö", false, false), (#"a\n"#, true, true),
      (#"\u0041"#, true, true), ("e\u{301}", false, true), ("–", false, true),
      ("😀", false, true), ("\u{2FF}", false, false), ("\u{300}", false, true), ("", false, false),
    ]
    for before in [0, 5, 14, 15, 16, 31, 40] {
      for (text, isEscaped, mayNeedNFC) in cases {
        let content = String(repeating: "x", count: before) + text
        let length = content.utf8.count
        for after in ["", String(repeating: "y", count: 20)] {
          let wanted = JSONSlice(
            offset: 1,
            length: length + after.utf8.count,
            isEscaped: isEscaped,
            mayNeedNFC: mayNeedNFC
          )
          let slice = try read("\"\(content)\(after)\"") { reader, _ in try reader.string() }
          #expect(slice == wanted)
          let whole = try read("[[\"\(content)\(after)\"]]") { reader, _ in
            try reader.skipValue()
          }
          #expect(whole.isEscaped == isEscaped && whole.mayNeedNFC == mayNeedNFC)
          #expect(whole.length == slice.length + 6)
          let key = try read("{\"\(content)\(after)\":1}") { reader, _ in
            try reader.skipValue()
          }
          #expect(key.isEscaped == isEscaped && key.mayNeedNFC == mayNeedNFC)
        }
      }
    }
  }

  @Test("a copy of the reader looks ahead")
  func lookAhead() throws {
    try read(#"{"a": {"b": 1, "c": 2}, "d": 3}"#) { reader, bytes in
      try reader.beginObject()
      _ = try reader.nextKey()
      var ahead = reader
      #expect(try ahead.skipValue().length == 16)
      #expect(try ahead.nextKey()?.offset == 25)
      try reader.beginObject()
      #expect(try reader.nextKey().map { JSONText.isEqual($0, "b", in: bytes) } == true)
    }
  }

  @Test("strings end where they end, at every place and length")
  func stringEnds() throws {
    for length in 0..<70 {
      for before in 0..<18 {
        let space = String(repeating: " ", count: before)
        let content = String("äbö€åc".prefix(length % 6)) + String(repeating: "å", count: length)
        let slice = try read(space + "\"\(content)\"") { reader, bytes in
          let slice = try reader.string()
          #expect(JSONText.decode(slice, in: bytes) == Array(content.utf8))
          try reader.finish()
          return slice
        }
        #expect(slice.offset == before + 1 && slice.length == content.utf8.count)
      }
    }
  }

  @Test("long numbers and strings are read in one pass")
  func long() throws {
    let digits = String(repeating: "9", count: 1_000_000)
    #expect(fault(digits) == nil)
    #expect(fault("[" + digits + "x]")?.offset == 1_000_001)
    #expect(fault("-0." + digits + "e-" + digits) == nil)
    #expect(try number(digits) == .infinity)
    #expect(try number("0." + digits) == 1)
    #expect(try number("1e" + digits) == .infinity)
    #expect(try number("1e-" + digits) == 0)
    #expect(try number(digits + "e-1000000") == 1)
  }
}
