import Text
package import Model

/// What a search looks for: the words of the sought text, folded and stemmed.
package struct SearchPattern: Sendable {
  /// One of the words.
  struct Word: Sendable {
    /// The word as it was typed.
    let text: String
    /// The word, folded.
    let folded: [UInt8]
    /// Its stem, which is its own beginning.
    let stem: [UInt8]
    /// The letters of the stem, for texts that are scanned.
    let letters: [UInt32]
    /// Whether digits make it a number or a code, which has no other forms.
    let isCode: Bool

    /// Whether longer words that begin with it are meant too.
    var isBeginning: Bool { !isCode && letters.count >= 3 }
    /// Whether it can be told apart inside a compound.
    var isPart: Bool { !isCode && letters.count >= 4 }

    init(_ text: String, _ folding: Folding, _ stemmer: Stemmer) {
      self.text = text
      folded = folding.fold(text)
      isCode = folded.contains { $0 &- 0x30 < 10 }
      stem = isCode ? folded : stemmer.stem(folded)
      letters = stem.withUnsafeBufferPointer { Array(ScalarReader($0)) }
    }
  }

  /// The text as it was typed.
  let text: String
  /// How both sides are folded.
  let folding: Folding
  /// The words, each once; all must stand in a text.
  let words: [Word]
  /// The set that is searched; nil is all.
  package let set: SetID?
  /// Whether a record with several hits counts once.
  var givesRecords = false

  init(_ text: String, in set: SetID?) {
    let bytes = UnicodeData.nfc(Array(text.utf8))
    let folding = Folding(needle: bytes)
    let stemmer = Stemmer()
    let words = bytes.withUnsafeBufferPointer { bytes in
      WordReader(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    var seen: Set<[UInt8]> = []
    self.words = words.map { Word($0, folding, stemmer) }
      .filter { seen.insert($0.folded).inserted }
    (self.text, self.folding, self.set) = (text, folding, set)
  }

  /// The text in the quotes that sentences use, shortened if it is long.
  package var said: String {
    let start = text.prefix(60)
    return start.endIndex == text.endIndex ? "»\(text)«" : "»\(start)…«"
  }
}

extension Resolver {
  /// Resolves what a search looks for.
  mutating func find(
    _ text: Expression,
    _ question: Question,
    _ resolved: inout ResolvedQuestion
  ) {
    if let path = question.limit?.path {
      report(Messages.clauseNotHere, [Keyword.by.spelling], at: path.span)
    }
    resolved.limit = question.limit?.count
    var value: Expression? = text
    if case .variable(let name) = text.kind { value = variable(name, text.span) }
    guard let value else { return }
    let raw = Resolver.raw(value) ?? source.text(text.span)
    let pattern = SearchPattern(raw, in: question.origin == nil ? nil : resolved.set)
    if pattern.words.isEmpty {
      report(Messages.nothingToFind, [Bilingual(same: raw)], at: text.span)
    }
    resolved.shape = .hits(pattern)
  }
}
