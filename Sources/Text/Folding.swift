/// How a text is made comparable when it is searched for or named.
///
/// The rule of the language (»smart folding«): case never matters, and a needle with only ASCII
/// letters also matches letters with marks, while a needle with å, ä, ö or é matches just those.
package enum Folding: Sendable {
  /// Case is disregarded.
  case byCase
  /// Case and marks are disregarded.
  case byCaseAndMarks

  /// Chooses the folding that a needle asks for.
  ///
  /// Signs do not matter: »7–9« has only ASCII letters too, none.
  package init(needle: some Sequence<UInt8>) {
    self = .byCaseAndMarks
    guard needle.contains(where: { $0 >= 0x80 }) else { return }
    let hasMarks = Array(needle).withUnsafeBufferPointer { bytes in
      ScalarReader(bytes).contains {
        $0 >= 0x80 && (UnicodeData.isLetter($0) || UnicodeData.isMark($0))
      }
    }
    if hasMarks { self = .byCase }
  }

  /// Gives the folded form of a text in NFC.
  package func fold(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    append(text, to: &result)
    return result
  }

  /// Gives the folded form of a text in NFC.
  package func fold(_ text: [UInt8]) -> [UInt8] {
    text.withUnsafeBufferPointer { fold($0) }
  }

  /// Gives the folded form of a text in NFC.
  package func fold(_ text: String) -> [UInt8] { fold(Array(text.utf8)) }

  /// Appends the folded form of `text`, so that one buffer can serve many texts.
  package func append(_ text: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    result.reserveCapacity(result.count + text.count)
    let table = self == .byCase ? Folding.caseTable : Folding.markTable
    for scalar in ScalarReader(text) {
      if scalar < 0x80 {
        let isCapital = scalar &- 0x41 < 26
        result.append(UInt8(truncatingIfNeeded: isCapital ? scalar | 0x20 : scalar))
      } else if Int(scalar) < table.count, table[Int(scalar)] != 0 {
        result.append(scalar: table[Int(scalar)])
      } else {
        let folded = UnicodeData.folded(scalar, strippingMarks: self == .byCaseAndMarks)
        for part in folded { result.append(scalar: part) }
      }
    }
  }

  // The Latin letters fold to one scalar each; 0 marks those that do not.
  private static let caseTable = table(strippingMarks: false)
  private static let markTable = table(strippingMarks: true)

  private static func table(strippingMarks: Bool) -> [UInt32] {
    (UInt32(0)..<0x250).map { scalar in
      let folded = UnicodeData.folded(scalar, strippingMarks: strippingMarks)
      return folded.count == 1 ? folded[0] : 0
    }
  }
}

/// A text to look for, folded once and compared with many.
package struct Needle: Sendable {
  /// The folding that the text asks for.
  package let folding: Folding
  /// The folded text.
  package let bytes: [UInt8]

  /// Folds `text` by the rule for needles.
  package init(_ text: String) {
    let nfc = UnicodeData.nfc(Array(text.utf8))
    folding = Folding(needle: nfc)
    bytes = folding.fold(nfc)
  }

  /// Tells whether the whole of `text` equals the needle.
  package func equals(_ text: String) -> Bool { folding.fold(text) == bytes }

  /// Tells whether the needle stands somewhere in already folded bytes.
  package static func find(
    _ needle: UnsafeBufferPointer<UInt8>,
    in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = needle.first else { return true }
    guard text.count >= needle.count else { return false }
    for start in 0...(text.count - needle.count) where text[start] == first {
      var k = 1
      while k < needle.count, text[start + k] == needle[k] { k += 1 }
      if k == needle.count { return true }
    }
    return false
  }

  /// Tells whether `text` matches the needle as a glob, where `*` stands for any text and `?` for
  /// one character.
  ///
  /// Takes time proportional to the product of the lengths at most.
  package static func matchesGlob(_ glob: [UInt8], _ text: [UInt8]) -> Bool {
    let pattern = Array(String(decoding: glob, as: UTF8.self).unicodeScalars)
    let text = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var (p, t) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == text[t] {
        p += 1
        t += 1
      } else if let last = star {
        p = last.pattern + 1
        t = last.text + 1
        star = (last.pattern, t)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
