import Text

/// The sentence of a hit, with the words found between » and «.
struct SearchExcerpt {
  private typealias Mark = (place: Range<Int>, word: Int, level: SearchLevel)

  private let text: UnsafeBufferPointer<UInt8>
  private let marks: [Mark]
  private let sentence: Range<Int>
  /// How many sought words the sentence has, and how well: what the best of several is chosen by.
  let worth: (words: Int, level: SearchLevel)

  /// The letters that are shown of a longer sentence.
  private static let length = 120

  /// Picks the sentence with most of the sought words; nil if the text has none of them.
  init?(
    _ text: UnsafeBufferPointer<UInt8>,
    _ marks: [(place: Range<Int>, word: Int, level: SearchLevel)]
  ) {
    self.text = text
    var best: (sentence: Range<Int>, marks: ArraySlice<Mark>, worth: (Int, SearchLevel))?
    var rest = marks[...]
    for sentence in Sentences(text) where !rest.isEmpty {
      let own = rest.prefix { $0.place.lowerBound < sentence.upperBound }
      rest = rest.dropFirst(own.count)
      guard let level = own.map(\.level).min() else { continue }
      let worth = (Set(own.map(\.word)).count, level)
      if let best, !SearchExcerpt.isBetter(worth, than: best.worth) { continue }
      best = (sentence, own, worth)
    }
    guard let best else { return nil }
    (sentence, self.marks, worth) = (best.sentence, Array(best.marks), best.worth)
  }

  /// Tells whether more sought words, or the same better, are found.
  static func isBetter(_ a: (Int, SearchLevel), than b: (Int, SearchLevel)) -> Bool {
    a.0 != b.0 ? a.0 > b.0 : a.1 < b.1
  }

  /// The sentence, or the part of it around the words found.
  var shown: String {
    let window = self.window
    var result = window.lowerBound > sentence.lowerBound ? "…" : ""
    var offset = window.lowerBound
    for mark in marks {
      let place = mark.place.clamped(to: window)
      guard place.lowerBound >= offset, !place.isEmpty else { continue }
      result += plain(offset..<place.lowerBound) + "»" + plain(place) + "«"
      offset = place.upperBound
    }
    result += plain(offset..<window.upperBound)
    return window.upperBound < sentence.upperBound ? result + "…" : result
  }

  /// Quotes of the text itself must not look like marks, and a line stays one line.
  private func plain(_ range: Range<Int>) -> String {
    var result = ""
    for scalar in String(decoding: text[range], as: UTF8.self).unicodeScalars {
      switch scalar {
      case "»", "«": result.unicodeScalars.append("”")
      case "\u{9}"..."\u{D}": result.unicodeScalars.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: The part that is shown

  private var window: Range<Int> {
    let anchor = self.anchor
    let room = Self.length - letters(anchor)
    guard room > 0 else {
      return anchor.lowerBound..<forward(from: anchor.lowerBound, by: Self.length)
    }
    var start = backward(from: anchor.lowerBound, by: room / 2)
    let end = forward(from: anchor.upperBound, by: room - letters(start..<anchor.lowerBound))
    if end == sentence.upperBound {
      start = backward(from: anchor.lowerBound, by: room - letters(anchor.upperBound..<end))
    }
    return wordStart(start, before: anchor.lowerBound)..<wordEnd(end, after: anchor.upperBound)
  }

  /// The best word found, with the first of each of the others where they are near enough.
  private var anchor: Range<Int> {
    guard let best = marks.min(by: { $0.level < $1.level }) else { return sentence }
    var anchor = best.place
    var seen: Set = [best.word]
    for mark in marks where seen.insert(mark.word).inserted {
      let wider = Range(
        uncheckedBounds: (
          min(anchor.lowerBound, mark.place.lowerBound),
          max(anchor.upperBound, mark.place.upperBound)
        )
      )
      if letters(wider) <= Self.length { anchor = wider }
    }
    return anchor
  }

  private func isLetterStart(_ offset: Int) -> Bool {
    offset == text.count || text[offset] & 0xC0 != 0x80
  }

  private func letters(_ range: Range<Int>) -> Int { text[range].count { $0 & 0xC0 != 0x80 } }

  private func forward(from offset: Int, by count: Int) -> Int {
    var (offset, rest) = (offset, count)
    while offset < sentence.upperBound, rest > 0 {
      repeat { offset += 1 } while !isLetterStart(offset)
      rest -= 1
    }
    return offset
  }

  private func backward(from offset: Int, by count: Int) -> Int {
    var (offset, rest) = (offset, count)
    while offset > sentence.lowerBound, rest > 0 {
      repeat { offset -= 1 } while !isLetterStart(offset)
      rest -= 1
    }
    return offset
  }

  /// A cut word is left out whole, if there are whole words beside it.
  private func wordStart(_ start: Int, before anchor: Int) -> Int {
    guard start > sentence.lowerBound, text[start - 1] != 0x20 else { return start }
    return text[start..<anchor].firstIndex(of: 0x20).map { $0 + 1 } ?? start
  }

  private func wordEnd(_ end: Int, after anchor: Int) -> Int {
    guard end < sentence.upperBound, text[end] != 0x20 else { return end }
    return text[anchor..<end].lastIndex(of: 0x20) ?? end
  }
}

/// Cuts a text into sentences: at line ends, at semicolons, and after a stop before a blank.
private struct Sentences: Sequence, IteratorProtocol {
  private let text: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Gives the next sentence without blanks around it, or nil at the end.
  mutating func next() -> Range<Int>? {
    while offset < text.count, isBlank(offset) || text[offset] == UInt8(ascii: ";") { offset += 1 }
    guard offset < text.count else { return nil }
    let start = offset
    while offset < text.count, !isBreak(offset) {
      offset += 1
      if isEnd(offset) { break }
    }
    var end = offset
    while end > start, isBlank(end - 1) { end -= 1 }
    return start..<end
  }

  private func isBlank(_ offset: Int) -> Bool { text[offset] == 0x20 || text[offset] &- 9 < 5 }

  private func isBreak(_ offset: Int) -> Bool {
    [0x0A, 0x0D, UInt8(ascii: ";")].contains(text[offset])
  }

  /// Tells whether a sentence has ended before `offset`: an abbreviation goes on in lower case.
  private func isEnd(_ offset: Int) -> Bool {
    guard offset < text.count, isBlank(offset) else { return false }
    switch text[offset - 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "."): break
    default: return false
    }
    guard let next = text[offset...].firstIndex(where: { $0 != 0x20 }) else { return true }
    let isLowerCase = text[next] &- 0x61 < 26
    let isLowerCaseWithMark = text[next] == 0xC3 && next + 1 < text.count && text[next + 1] >= 0xA0
    return !isLowerCase && !isLowerCaseWithMark
  }
}
