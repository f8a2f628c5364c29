import Model
import Text

/// The word that is being typed, and the tokens before it in its statement.
struct TypedWord {
  /// The tokens of the statement before the word, and an end token where the word begins.
  let before: [Token]
  /// The text up to the cursor.
  let source: Source
  /// Where the word begins.
  let start: Int
  /// The word as it is meant: without quotes.
  let word: String
  private let needle: Needle

  /// Takes the word that ends at the end of `source`; an empty one if a blank stands there.
  init(_ source: Source) {
    let cursor = source.bytes.count
    let tokens = TypedWord.statement(source, cursor)
    let last = tokens.dropLast().last
    let kinds: [Token.Kind] = [.word, .number, .text]
    let isTyping = last.map { $0.span.end == cursor && kinds.contains($0.kind) } ?? false
    let kept = isTyping ? tokens.dropLast(2) : tokens.dropLast()
    self.source = source
    start = isTyping ? last?.span.start ?? cursor : cursor
    word = isTyping ? last?.text ?? "" : ""
    before = Array(kept) + [Token(kind: .end, text: "", span: Span(start, start))]
    needle = Needle(word)
  }

  /// The tokens of the statement that the text ends in, an end token last.
  private static func statement(_ source: Source, _ cursor: Int) -> [Token] {
    let all = Lexer.tokens(source).tokens
    let empty = [Token(kind: .end, text: "", span: Span(cursor, cursor))]
    guard let tokens = Splitter.statements(all).last else { return empty }
    guard let end = all.dropLast().last, !end.isSymbol(.semicolon) else { return empty }
    if tokens.contains(where: { $0.span == end.span }) { return tokens }
    // After a line end, a statement that cannot go on has ended.
    guard case .newline = end.kind, Splitter.continues(tokens[max(0, tokens.count - 2)]) else {
      return empty
    }
    return tokens
  }

  /// The language of the keywords typed so far, if they tell.
  var usesEnglish: Bool? {
    for token in before where token.kind == .word {
      if let row = TypedWord.spellings.first(where: { $0.word.matches(token) }) {
        return row.isEnglish
      }
    }
    return nil
  }

  private static let spellings: [(word: Spelling, isEnglish: Bool)] = Keyword.allCases.flatMap {
    $0.row.english.map { (Spelling($0), true) } + $0.row.swedish.map { (Spelling($0), false) }
  }

  /// Tells whether the statement begins with a keyword.
  func begins(with keyword: Keyword) -> Bool { Parser(before).isAt(keyword) }
}

// MARK: - What fits

extension TypedWord {
  /// How well a proposal must fit.
  enum Fit: CaseIterable {
    /// It begins like the word; a value may begin so at any of its words.
    case beginning
    /// Another word for it begins so.
    case otherName
    /// It has the letters of the word, in order.
    case guess
  }

  /// The proposals that fit, in their order; guesses with the best first.
  func fitting(_ words: [Proposals.Word], _ fit: Fit) -> [Proposals.Word] {
    var seen: Set<String> = []
    let fitting: [Proposals.Word]
    switch fit {
    case .beginning: fitting = words.filter(begins)
    case .otherName:
      fitting = words.filter { word in
        !needle.bytes.isEmpty
          && word.otherNames.contains {
            NameTable.hasWord(needle.folding.fold($0), startingWith: needle.bytes)
          }
      }
    case .guess: fitting = guesses(words)
    }
    return fitting.filter { seen.insert($0.text).inserted }
  }

  private func begins(_ word: Proposals.Word) -> Bool {
    let bare = folded(word.text)
    if bare.starts(with: needle.bytes) { return true }
    guard word.isValue else { return false }
    return ([bare] + [word.note].compactMap { $0.map(folded) }).contains {
      NameTable.hasWord($0, startingWith: needle.bytes)
    }
  }

  private func folded(_ text: String) -> [UInt8] {
    needle.folding.fold(text.utf8.filter { $0 != UInt8(ascii: "\"") })
  }

  /// At most so many guesses are worth looking at.
  private static let guessLimit = 20

  private func guesses(_ words: [Proposals.Word]) -> [Proposals.Word] {
    guard needle.bytes.count > 1 else { return [] }
    let scored = words.compactMap { word in
      let notes = word.isValue ? [word.note].compactMap { $0 } : []
      let names = [word.text] + notes
      return names.compactMap { TypedWord.gaps(needle.bytes, in: folded($0)) }.min().map {
        (word: word, score: $0)
      }
    }
    let best = scored.enumerated().sorted { a, b in
      (a.element.score, a.offset) < (b.element.score, b.offset)
    }
    return best.prefix(TypedWord.guessLimit).map { _, entry in
      var word = entry.word
      word.isGuess = true
      return word
    }
  }

  /// How far apart the bytes of `needle` stand in `text` at the least, in order; nil if they do
  /// not.
  ///
  /// What stands at the beginning, and in a short text, counts as a little nearer.
  static func gaps(_ needle: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = needle.first, text.count >= needle.count else { return nil }
    var best: Int?
    for start in 0...(text.count - needle.count) where text[start] == first {
      var place = start + 1
      for byte in needle.dropFirst() {
        while place < text.count, text[place] != byte { place += 1 }
        place += 1
        if place > text.count { return best }
      }
      let score = 16 * (place - start - needle.count) + min(start, 8) + min(text.count / 4, 7)
      best = min(best ?? score, score)
    }
    return best
  }
}
