/// How a scanned text is spelt: marks are lost, and å, ä, ö come out as é, 6 or 0.
package enum ScannedSpelling {
  /// Gives the letters of a word as they are compared: case is disregarded and marks are kept.
  package static func letters(_ word: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    Folding.byCase.fold(word).withUnsafeBufferPointer { Array(ScalarReader($0)) }
  }

  /// Tells whether the letters from `start` on can be the scanned form of `meant`, which is folded
  /// by `folding`.
  package static func matches(
    _ meant: [UInt32],
    in letters: [UInt32],
    from start: Int,
    _ folding: Folding
  ) -> Bool {
    guard letters.count - start >= meant.count else { return false }
    return meant.indices.allSatisfy { canBe(letters[start + $0], meant[$0], folding) }
  }

  private static func canBe(_ read: UInt32, _ meant: UInt32, _ folding: Folding) -> Bool {
    if read == meant { return true }
    switch (read, Unicode.Scalar(meant)) {
    case (0x36, "o"), (0x30, "o"), (0x36, "ö"), (0x30, "ö"): return true
    case (0xE9, "å"), (0xE9, "ä"), (0xE9, "ö"): return true
    case (0xE9, "a"), (0xE9, "o"): if folding == .byCaseAndMarks { return true }
    default: break
    }
    return switch folding {
    case .byCase: meant >= 0x80 && read == bare(meant)
    case .byCaseAndMarks: read >= 0x80 && bare(read) == meant
    }
  }

  private static func bare(_ scalar: UInt32) -> UInt32 {
    let folded = UnicodeData.folded(scalar, strippingMarks: true)
    return folded.count == 1 ? folded[0] : scalar
  }
}
