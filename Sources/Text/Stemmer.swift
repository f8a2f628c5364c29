import CStemmer

/// The project's one door to Snowball: the stem that the forms of a Swedish word share.
///
/// A stemmer keeps a buffer, so it serves one thread.
package final class Stemmer {
  // nil if the library lacks Swedish or memory: words are then their own stems.
  private let stemmer: OpaquePointer?

  /// Makes a stemmer for Swedish.
  package init() { stemmer = sb_stemmer_new("swedish", "UTF_8") }

  deinit { sb_stemmer_delete(stemmer) }

  /// Gives the stem of a folded word, which is always the word's own beginning.
  package func stem(_ word: [UInt8]) -> [UInt8] {
    let stem = snowball(word)
    // Snowball leaves `skolan` and `frånvaron` as they are; without n they are what it knows.
    // Shorter words, such as `innan` and `redan`, are seldom definite forms.
    let isDefinite = Stemmer.definite.contains { stem.suffix(2).elementsEqual($0) }
    let letters = stem.count { $0 & 0xC0 != 0x80 }
    return isDefinite && letters >= 6 ? snowball(stem.dropLast()) : stem
  }

  private static let definite = [Array("an".utf8), Array("on".utf8)]

  private func snowball(_ word: [UInt8]) -> [UInt8] {
    guard let stemmer, let count = Int32(exactly: word.count),
      let stem = sb_stemmer_stem(stemmer, word, count)
    else { return word }
    let length = Int(sb_stemmer_length(stemmer))
    return Array(UnsafeBufferPointer(start: stem, count: length))
  }
}
