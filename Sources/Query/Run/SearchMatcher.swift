import Text

/// How well a word of a text answers to a sought word; the best first.
enum SearchLevel: Int, Comparable {
  /// The word itself.
  case exact
  /// Another form of it.
  case stem
  /// A longer word that begins with it.
  case beginning
  /// A compound with it as a later part.
  case part
  /// A word that a scanned text may have spelt so.
  case scanned

  static func < (a: SearchLevel, b: SearchLevel) -> Bool { a.rawValue < b.rawValue }
}

/// Compares the words of many texts with the sought ones, with one buffer for all of them.
struct SearchMatcher {
  private let pattern: SearchPattern
  private let stemmer = Stemmer()
  private var folded: [UInt8] = []
  /// The best level of each sought word so far; nil where it has not been seen.
  private(set) var best: [SearchLevel?]

  /// A later part of a compound has at least so many letters before it.
  private static let lettersBefore = 3

  init(_ pattern: SearchPattern) {
    self.pattern = pattern
    best = pattern.words.map { _ in nil }
  }

  /// The worst of the sought words' levels; nil if one of them is missing.
  var level: SearchLevel? {
    var worst = SearchLevel.exact
    for level in best {
      guard let level else { return nil }
      worst = max(worst, level)
    }
    return worst
  }

  /// Forgets what has been read.
  mutating func begin() {
    for k in best.indices { best[k] = nil }
  }

  /// Reads a text, or one of several that belong together.
  ///
  /// A whole text is given up at once where a sought word cannot be in it.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, isWhole: Bool, isScanned: Bool) {
    guard isScanned || mayHold(text, all: isWhole) else { return }
    for range in WordReader(text) {
      visit(UnsafeBufferPointer(rebasing: text[range]), isScanned) { matcher, k, level in
        matcher.best[k] = min(level, matcher.best[k] ?? level)
      }
    }
  }

  /// Gives the words of a text that answer to sought ones.
  mutating func marks(
    in text: UnsafeBufferPointer<UInt8>,
    isScanned: Bool
  ) -> [(place: Range<Int>, word: Int, level: SearchLevel)] {
    var marks: [(place: Range<Int>, word: Int, level: SearchLevel)] = []
    for range in WordReader(text) {
      visit(UnsafeBufferPointer(rebasing: text[range]), isScanned) { _, k, level in
        marks.append((range, k, level))
      }
    }
    return marks
  }

  private mutating func mayHold(_ text: UnsafeBufferPointer<UInt8>, all: Bool) -> Bool {
    folded.removeAll(keepingCapacity: true)
    pattern.folding.append(text, to: &folded)
    return folded.withUnsafeBufferPointer { text in
      func holds(_ word: SearchPattern.Word) -> Bool {
        word.stem.withUnsafeBufferPointer { Needle.find($0, in: text) }
      }
      return all ? pattern.words.allSatisfy(holds) : pattern.words.contains(where: holds)
    }
  }

  private mutating func visit(
    _ word: UnsafeBufferPointer<UInt8>,
    _ isScanned: Bool,
    _ body: (inout SearchMatcher, Int, SearchLevel) -> Void
  ) {
    folded.removeAll(keepingCapacity: true)
    pattern.folding.append(word, to: &folded)
    var letters: [UInt32]?
    for (k, sought) in pattern.words.enumerated() {
      if let level = level(of: sought) {
        body(&self, k, level)
      } else if isScanned {
        let scanned = letters ?? ScannedSpelling.letters(word)
        letters = scanned
        if isScannedForm(scanned, of: sought) { body(&self, k, .scanned) }
      }
    }
  }

  // MARK: One word

  private func level(of sought: SearchPattern.Word) -> SearchLevel? {
    if folded == sought.folded { return .exact }
    guard !sought.isCode else { return nil }
    if folded.starts(with: sought.stem) {
      if stemmer.stem(folded) == sought.stem { return .stem }
      return sought.isBeginning ? .beginning : nil
    }
    return sought.isPart && hasPart(sought.stem) ? .part : nil
  }

  private func hasPart(_ stem: [UInt8]) -> Bool {
    var (start, letters) = (0, 0)
    while start < folded.count, letters < Self.lettersBefore || folded[start] & 0xC0 == 0x80 {
      if folded[start] & 0xC0 != 0x80 { letters += 1 }
      start += 1
    }
    guard letters == Self.lettersBefore else { return false }
    return folded.withUnsafeBufferPointer { word in
      stem.withUnsafeBufferPointer {
        Needle.find($0, in: UnsafeBufferPointer(rebasing: word[start...]))
      }
    }
  }

  private func isScannedForm(_ letters: [UInt32], of sought: SearchPattern.Word) -> Bool {
    guard !sought.isCode, letters.contains(where: { $0 > 0x39 }) else { return false }
    func matches(from start: Int) -> Bool {
      ScannedSpelling.matches(sought.letters, in: letters, from: start, pattern.folding)
    }
    if matches(from: 0) { return sought.isBeginning || letters.count == sought.letters.count }
    let last = letters.count - sought.letters.count
    guard sought.isPart, last >= Self.lettersBefore else { return false }
    return (Self.lettersBefore...last).contains(where: matches)
  }
}
