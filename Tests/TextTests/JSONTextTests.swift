import Chance
import Foundation
import Testing

@testable import Text

@Suite("JSON text")
struct JSONTextTests {
  @Test("escapes are decoded")
  func decode() throws {
    let cases: [(String, String)] = [
      (#""""#, ""), (#""a\"\\\/b""#, "a\"\\/b"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
      (#""\u0041\u00e5\u20AC""#, "Aå€"), (#""\ud83d\ude00!""#, "😀!"),
      (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""\u0000""#, "\0"), (#""\\u0041""#, #"\u0041"#),
      (#""åäö\u0301""#, "åäö\u{301}"), (#""\uffff\ud800\udc00""#, "\u{FFFF}\u{10000}"),
    ]
    for (text, wanted) in cases {
      #expect(try decoded(Array(text.utf8)) == Array(wanted.utf8), "\(text)")
    }
  }

  @Test("a slice that is not of these bytes gives something and no trap")
  func foreignSlices() {
    Array(#"\u12 \ud83d \"#.utf8).withUnsafeBytes { bytes in
      for (offset, length) in [
        (0, 13), (-5, 3), (0, 99), (50, 2), (3, -1), (.max, .max), (.min, .min),
      ] {
        let slice = JSONSlice(offset: offset, length: length, isEscaped: true)
        #expect(JSONText.decode(slice, in: bytes).count <= bytes.count)
        _ = JSONText.number(slice, in: bytes)
        _ = JSONText.integer(slice, in: bytes)
        _ = JSONText.position(of: offset, in: bytes)
      }
    }
  }

  @Test("strings are written in one form")
  func writeStrings() {
    let cases: [(String, String)] = [
      ("", #""""#), ("a\"b\\c/d", #""a\"b\\c/d""#), ("\n\t\r\u{8}\u{C}", #""\n\t\r\b\f""#),
      ("\0\u{1}\u{F}\u{10}\u{1F} \u{7F}", "\"\\u0000\\u0001\\u000f\\u0010\\u001f \u{7F}\""),
      ("åäö–😀\u{2028}", "\"åäö–😀\u{2028}\""),
      (
        "en lång rad utan något särskilt\noch en till\"",
        #""en lång rad utan något särskilt\noch en till\"""#
      ),
    ]
    for (text, wanted) in cases {
      #expect(written(text.utf8) == Array(wanted.utf8))
      #expect(written(Array(text.utf8)) == Array(wanted.utf8))
      #expect(written(text.utf8.lazy.map { $0 }) == Array(wanted.utf8))
    }
    var output = Array("[".utf8)
    JSONText.write("a".utf8, to: &output)
    #expect(output == Array("[\"a\"".utf8))
  }

  @Test("what is written reads back as it was")
  func roundTrip() throws {
    var random = Dice(seed: 7)
    let special: [Unicode.Scalar] = [
      "\"", "\\", "\0", "\n", "\u{1F}", "å", "Ö", "\u{301}", "–", "😀",
    ]
    for _ in 0..<2000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text.append(special.randomElement(using: &random) ?? "å")
        case 1:
          text.append(Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) ?? "\u{FFFD}")
        default: text.append(Unicode.Scalar(UInt8.random(in: 0x20..<0x7F, using: &random)))
        }
      }
      let bytes = Array(String(text).utf8)
      let output = written(bytes)
      #expect(try decoded(output) == bytes)
      // Another reader agrees.
      let value = try JSONSerialization.jsonObject(with: Data(output), options: .fragmentsAllowed)
      #expect((value as? String).map { Array($0.utf8) } == bytes)
      // The form is one: what was decoded is written as it was.
      #expect(written(try decoded(output)) == output)
    }
  }

  @Test("numbers have their values")
  func numbers() throws {
    let cases: [(String, Double)] = [
      ("0", 0), ("1", 1), ("-12.5", -12.5), ("0.1", 0.1), ("1e3", 1000), ("1E-3", 0.001),
      ("123456789012345678", 123_456_789_012_345_680), ("1e22", 1e22), ("1e23", 1e23),
      ("9007199254740993", 9_007_199_254_740_992), ("0.000", 0), ("0e99999999999999999999", 0),
      ("9007199254740992.99999999999999999", 9_007_199_254_740_992),
      ("5e-324", .leastNonzeroMagnitude),
      ("2.4703282292062327e-324", 0), ("2.4703282292062328e-324", .leastNonzeroMagnitude),
      ("1.7976931348623157e308", .greatestFiniteMagnitude), ("1.7976931348623159e308", .infinity),
      ("-1e400", -.infinity), ("1e-400", 0), ("0.0000000000000000000000001e25", 1),
      ("100000000000000000000000000e-26", 1),
      ("2.2250738585072011e-308", .leastNormalMagnitude.nextDown),
    ]
    for (text, wanted) in cases {
      #expect(try number(text) == wanted, "\(text)")
    }
    #expect(try number("-0").sign == .minus)
    #expect(try number("-0.0e5").sign == .minus)
  }

  @Test("numbers are rounded as the C library rounds them")
  func numbersAgainstLibrary() throws {
    var random = Dice(seed: 11)
    for _ in 0..<20_000 {
      let digits = Int.random(in: 1...25, using: &random)
      var text = Bool.random(using: &random) ? "-" : ""
      text += String(Int.random(in: 1...9, using: &random))
      for _ in 0..<digits { text += String(Int.random(in: 0...9, using: &random)) }
      if Bool.random(using: &random) {
        text += ".0" + String(UInt32.random(in: 0...(.max), using: &random))
      }
      if Bool.random(using: &random) {
        text += "e" + String(Int.random(in: -330...310, using: &random))
      }
      #expect(try number(text).bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }
  }

  @Test("a tie is broken by a digit however far away")
  func ties() throws {
    // Half-way between 1 and the next number, exactly.
    let half = "1.00000000000000011102230246251565404236316680908203125"
    #expect(try number(half) == 1)
    #expect(try number(half + String(repeating: "0", count: 5000)) == 1)
    #expect(try number(half + String(repeating: "0", count: 5000) + "1") == 1.0.nextUp)
    #expect(try number(half + String(repeating: "0", count: 5000) + "1e0") == 1.0.nextUp)
  }

  @Test("numbers are written in their shortest form")
  func writeNumbers() {
    let cases: [(Double, String)] = [
      (0, "0"), (-0.0, "-0"), (1, "1"), (-42, "-42"), (0.1, "0.1"), (-2.5, "-2.5"),
      (999_999_999_999_999, "999999999999999"), (1e15, "1000000000000000"), (1e16, "1e16"),
      (1e100, "1e100"), (1.5e-7, "1.5e-7"), (.leastNonzeroMagnitude, "5e-324"), (1e-5, "1e-5"),
      (0.0001, "0.0001"),
      (.greatestFiniteMagnitude, "1.7976931348623157e308"), (1.25e20, "1.25e20"),
      (.infinity, "1e999"), (-.infinity, "-1e999"), (.nan, "null"),
      (9_007_199_254_740_992, "9007199254740992"),
    ]
    for (number, wanted) in cases { #expect(written(number) == wanted) }
  }

  @Test("a written number reads back as the same one")
  func numberRoundTrip() throws {
    var random = Dice(seed: 13)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(try number(written(value)).bitPattern == value.bitPattern)
      let small = Double(Int32(truncatingIfNeeded: random.next())) / 100
      #expect(try number(written(small)).bitPattern == small.bitPattern)
    }
  }

  @Test("whole numbers are read and written exactly")
  func integers() throws {
    func integer(_ text: String) throws -> Int? {
      try read(text) { reader, bytes in JSONText.integer(try reader.number(), in: bytes) }
    }
    for value in [0, 1, -1, 2026, .max, .min] {
      var output: [UInt8] = []
      JSONText.write(value, to: &output)
      #expect(String(decoding: output, as: UTF8.self) == String(value))
      #expect(try integer(String(value)) == value)
    }
    for text in [
      "9223372036854775808", "-9223372036854775809", "1.0", "1e2", "99999999999999999999",
    ] {
      #expect(try integer(text) == nil)
    }
    #expect(try integer("-0") == 0)
  }

  @Test("a place is a line and a column of scalars")
  func positions() {
    let text = "\u{FEFF}ab\nåä\r\nc\rd\n\n😀x"
    let wanted: [Unicode.Scalar: (Int, Int)] = [
      "a": (1, 1), "b": (1, 2), "å": (2, 1), "ä": (2, 2), "c": (3, 1), "d": (4, 1), "😀": (6, 1),
      "x": (6, 2),
    ]
    Array(text.utf8).withUnsafeBytes { bytes in
      var offset = 0
      for scalar in text.unicodeScalars {
        for inside in 0..<UTF8.width(scalar) {
          let place = JSONText.position(of: offset + inside, in: bytes)
          if let (line, column) = wanted[scalar] {
            #expect(place.line == line && place.column == column, "\(scalar)")
          }
        }
        offset += UTF8.width(scalar)
      }
      let end = JSONText.position(of: 999, in: bytes)
      #expect(end.line == 6 && end.column == 3)
      let before = JSONText.position(of: -1, in: bytes)
      #expect(before.line == 1 && before.column == 1)
      let lineFeed = JSONText.position(of: 11, in: bytes)
      #expect(lineFeed.line == 2 && lineFeed.column == 4)
    }
    let none = JSONText.position(of: 0, in: UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(none.line == 1 && none.column == 1)
  }

  @Test("places in a long text are those of a plain count")
  func positionsOfLongText() {
    var random = Dice(seed: 17)
    let pieces = ["a", "å", "–", "\n", "\r\n", "\r", "en längre bit text som fyller flera block "]
    for _ in 0..<40 {
      let text = (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      Array(text.utf8).withUnsafeBytes { bytes in
        var line = 1
        var column = 1
        var offset = 0
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
          let place = JSONText.position(of: offset, in: bytes)
          #expect(place.line == line && place.column == column)
          offset += UTF8.width(scalar)
          column += 1
          let isPair = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
          if scalar == "\n" || scalar == "\r", !isPair {
            line += 1
            column = 1
          }
        }
      }
    }
  }

  @Test("known keys are recognised, escaped or not")
  func knownKeys() throws {
    for (text, key, isEqual) in [
      (#""id""#, "id" as StaticString, true), (#""\u0069d""#, "id", true), (#""ID""#, "id", false),
      (#""""#, "", true), (#""""#, "x", false), (#""år""#, "år", true), (#""idx""#, "id", false),
    ] {
      try read(text) { reader, bytes in
        let slice = try reader.string()
        #expect(JSONText.isEqual(slice, key, in: bytes) == isEqual)
      }
    }
  }
}
