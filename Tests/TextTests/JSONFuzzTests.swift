import Chance
import Testing

@testable import Text

@Suite("JSON with random damage")
struct JSONFuzzTests {
  static let documents: [[UInt8]] = [
    #"{"id": "A-1", "år": [2024, 2025], "text": "en å, ä och ö med – och 😀 i", "mål": null}"#,
    #"[{"a":1,"b":[true,false,null],"c":{"d":"\u00e5\ud83d\ude00\n"}},-1.5e-10,"slut"]"#,
    "\u{FEFF}{\r\n\t\"nyckel\": \"\\\\ \\\" \\/\",\r\n\t\"Nyckel\": 0.25\r\n}\r\n",
    #"{"k":{"k":{"k":[[[["en lång sträng utan något särskilt i sig, om än lång"]]]]}}}"#,
  ].map { Array($0.utf8) }

  static let tokens: [[UInt8]] = [
    "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", "1e", ".", "true", "null", "\n", "\0",
    "\\u", "\\ud800", "å", "😀", "\"k\":",
  ].map { Array($0.utf8) }

  func mutate(_ text: inout [UInt8], _ random: inout Dice) {
    let place = Int.random(in: 0...text.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0 where place < text.count: text[place] = UInt8.random(in: 0...255, using: &random)
    case 1 where place < text.count: text.remove(at: place)
    case 2 where place < text.count:
      text[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 3: text.removeSubrange(place...)
    case 4:
      let end = Int.random(in: place...text.count, using: &random)
      text.insert(contentsOf: text[place..<end], at: Int.random(in: 0...place, using: &random))
    default: text.insert(contentsOf: Self.tokens.randomElement(using: &random) ?? [], at: place)
    }
  }

  @Test("damage is found or harmless, never a crash")
  func mutations() {
    var random = Dice(seed: 1)
    var validCount = 0
    for round in 0..<20_000 {
      var text = Self.documents[round % Self.documents.count]
      for _ in 0...Int.random(in: 0..<3, using: &random) { mutate(&text, &random) }
      guard let found = fault(text) else {
        validCount += 1
        // What is valid is UTF-8.
        if String(validating: text, as: UTF8.self) == nil { Issue.record("\(text)") }
        continue
      }
      let places = 0...text.count
      if !places.contains(found.offset) || !places.contains(found.related ?? 0) {
        Issue.record("\(found) in \(text)")
      }
    }
    #expect(validCount > 500 && validCount < 15_000)
  }

  @Test("random calls on random texts never trap")
  func randomCalls() {
    var random = Dice(seed: 2)
    for round in 0..<4000 {
      var text = Self.documents[round % Self.documents.count]
      if round % 2 == 0 { mutate(&text, &random) }
      text.withUnsafeBytes { bytes in
        var reader = JSONReader(bytes, maximumDepth: 6)
        for _ in 0..<30 {
          if let slice = try? call(Int.random(in: 0..<10, using: &random), &reader) {
            _ = JSONText.decode(slice, in: bytes)
            _ = JSONText.number(slice, in: bytes)
          }
        }
        if reader.offset > bytes.count { Issue.record("\(text)") }
      }
    }
  }

  func call(_ choice: Int, _ reader: inout JSONReader) throws -> JSONSlice? {
    switch choice {
    case 0: try reader.beginObject()
    case 1: try reader.beginArray()
    case 2: return try reader.nextKey()
    case 3: _ = try reader.nextElement()
    case 4: return try reader.string()
    case 5: return try reader.number()
    case 6: _ = try reader.bool()
    case 7: try reader.null()
    case 8: return try reader.skipValue()
    default: try reader.finish()
    }
    return nil
  }

  @Test("random bytes in a string are accepted exactly if they are UTF-8 without controls")
  func randomStrings() {
    var random = Dice(seed: 3)
    let bytes: [UInt8] = [0x41, 0x80, 0xBF, 0xC3, 0xA5, 0xC2, 0xCC, 0xE2, 0xED, 0xF0, 0x9F, 0x62]
    for _ in 0..<10_000 {
      let length = Int.random(in: 0..<40, using: &random)
      var content = Array(repeating: 0x61 as UInt8, count: length)
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0...content.count, using: &random)
        let count = Int.random(in: 1...4, using: &random)
        content.insert(
          contentsOf: (0..<count).map { _ in bytes.randomElement(using: &random) ?? 0 },
          at: place
        )
      }
      let isValid = String(validating: content, as: UTF8.self) != nil
      if (fault([0x22] + content + [0x22]) == nil) != isValid { Issue.record("\(content)") }
    }
  }
}
