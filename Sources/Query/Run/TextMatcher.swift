import Model
import Text

extension TextTest {
  /// Tells whether a text passes.
  func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var matcher = TextMatcher(self)
    return matcher.holds(text)
  }

  /// Tells whether a text passes.
  func holds(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { holds($0) }
  }
}

/// Runs one text test over many texts, with one buffer for the folded forms.
struct TextMatcher {
  private let test: TextTest
  private let sets: (byCase: Set<[UInt8]>, byMarks: Set<[UInt8]>)?
  private var buffer: [UInt8] = []

  init(_ test: TextTest) {
    self.test = test
    // A long list is looked up; a short one is gone through.
    sets =
      test.byCase.count + test.byMarks.count > 4 && test.mode == .equals
      ? (Set(test.byCase), Set(test.byMarks)) : nil
  }

  /// Tells whether a text passes.
  mutating func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if !test.byCase.isEmpty, holds(text, .byCase, test.byCase, sets?.byCase) { return true }
    return !test.byMarks.isEmpty && holds(text, .byCaseAndMarks, test.byMarks, sets?.byMarks)
  }

  private mutating func holds(
    _ text: UnsafeBufferPointer<UInt8>,
    _ folding: Folding,
    _ needles: [[UInt8]],
    _ set: Set<[UInt8]>?
  ) -> Bool {
    buffer.removeAll(keepingCapacity: true)
    folding.append(text, to: &buffer)
    if let set { return set.contains(buffer) }
    return needles.contains { needle in
      switch test.mode {
      case .equals: buffer == needle
      case .starts: buffer.starts(with: needle)
      case .ends: buffer.count >= needle.count && buffer.suffix(needle.count).elementsEqual(needle)
      case .matches: Needle.matchesGlob(needle, buffer)
      case .contains:
        buffer.withUnsafeBufferPointer { text in
          needle.withUnsafeBufferPointer { Needle.find($0, in: text) }
        }
      }
    }
  }
}
