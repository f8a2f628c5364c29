import Foundation

/// A text of the store or of a question, with the forms that comparisons need, made once.
final class Text {
  /// The text in NFC, as it is shown.
  let raw: String

  init(_ raw: String) { self.raw = raw.precomposedStringWithCanonicalMapping }

  /// The scalars in lower case, marks kept.
  private(set) lazy var lower: [UInt32] = raw.lowercased().precomposedStringWithCanonicalMapping
    .unicodeScalars.map(\.value)

  /// The scalars in lower case, marks dropped.
  private(set) lazy var bare: [UInt32] = raw.lowercased().decomposedStringWithCanonicalMapping
    .unicodeScalars.filter { !isMark($0) }.map(\.value)

  /// The form without case and marks as a string.
  private(set) lazy var folded: String = string(of: bare)

  /// The form without case but with its marks, as a string.
  private(set) lazy var caseless: String = string(of: lower)

  /// True if every letter is an ASCII letter, so that the text as a needle disregards marks.
  private(set) lazy var isPlain: Bool = !raw.unicodeScalars.contains {
    $0.value >= 128 && $0.properties.isAlphabetic
  }

  /// What Swedish order compares: signs, then numbers by value, then letters.
  private(set) lazy var order: [Int] = orderKey(of: raw)

  /// What the text meant the last time it was looked up, in the one store it is asked of.
  var meaning: (kind: Kind, value: Value)?

  /// The marks of the letters, which decide between texts that are otherwise equal.
  private(set) lazy var marks: [Int] = markKey(of: raw)
}

/// True for a combining mark.
func isMark(_ scalar: Unicode.Scalar) -> Bool {
  (0x300...0x36F).contains(scalar.value)
}

/// The string of some scalar values.
func string(of scalars: [UInt32]) -> String {
  var result = String.UnicodeScalarView()
  for value in scalars {
    if let scalar = Unicode.Scalar(value) { result.append(scalar) }
  }
  return String(result)
}

/// The key of Swedish order: `0 sign`, `1 digits…` or `2 letter` for each part of the text.
private func orderKey(of raw: String) -> [Int] {
  var key: [Int] = []
  var digits: [Int] = []
  func closeNumber(_ open: Bool) {
    guard open else { return }
    let significant = Array(digits.drop { $0 == 0 })
    key += [1, significant.count] + significant
    digits = []
  }
  let lower = raw.lowercased().precomposedStringWithCanonicalMapping
  var inNumber = false
  for scalar in lower.unicodeScalars {
    if let digit = asciiDigit(scalar) {
      digits.append(digit)
      inNumber = true
      continue
    }
    closeNumber(inNumber)
    inNumber = false
    if scalar.properties.isAlphabetic {
      key += [2, letterRank(scalar)]
    } else if !isMark(scalar) {
      key += [0, Int(scalar.value)]
    }
  }
  closeNumber(inNumber)
  return key
}

/// The value of an ASCII digit.
private func asciiDigit(_ scalar: Unicode.Scalar) -> Int? {
  (48...57).contains(scalar.value) ? Int(scalar.value) - 48 : nil
}

/// The place of a lower-case letter in the Swedish alphabet, marks other than å ä ö dropped.
private func letterRank(_ scalar: Unicode.Scalar) -> Int {
  switch scalar {
  case "å": return 200
  case "ä": return 201
  case "ö": return 202
  default:
    let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
    let base = parts.first ?? scalar
    return base.isASCII ? Int(base.value) : 1000 + Int(base.value)
  }
}

/// The marks, letter by letter, that Swedish order disregards at first.
private func markKey(of raw: String) -> [Int] {
  let lower = raw.lowercased().precomposedStringWithCanonicalMapping
  return lower.unicodeScalars.map { scalar in
    if "åäö".unicodeScalars.contains(scalar) { return 0 }
    let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
    return parts.filter(isMark).reduce(0) { $0 * 1024 + Int($1.value) }
  }
}

/// Compares two lists of numbers part by part; a shorter list comes before its continuation.
func compareLists(_ left: [Int], _ right: [Int]) -> Int {
  for place in 0..<min(left.count, right.count) where left[place] != right[place] {
    return left[place] < right[place] ? -1 : 1
  }
  return left.count == right.count ? 0 : left.count < right.count ? -1 : 1
}

/// Swedish order: -1, 0 or 1.
func compareTexts(_ left: Text, _ right: Text) -> Int {
  let first = compareLists(left.order, right.order)
  return first != 0 ? first : compareLists(left.marks, right.marks)
}

/// The tests of text against a needle.
enum TextTest: CaseIterable { case contains, startsWith, endsWith, matches }

/// Smart folding: true if the hay stands in this relation to the needle.
func smartTest(_ test: TextTest, _ hay: Text, _ needle: Text) -> Bool {
  let plain = needle.isPlain
  let small = plain ? needle.bare : needle.lower
  let large = plain ? hay.bare : hay.lower
  switch test {
  case .contains: return place(of: small, in: large) != nil
  case .startsWith: return large.starts(with: small)
  case .endsWith: return large.reversed().starts(with: small.reversed())
  case .matches: return globMatches(large, small)
  }
}

/// Smart folding: true if the hay equals what was typed.
func smartEqual(_ hay: Text, _ needle: Text) -> Bool {
  needle.isPlain ? hay.bare == needle.bare : hay.lower == needle.lower
}

/// The first place where the small list stands in the large one.
func place(of small: [UInt32], in large: [UInt32]) -> Int? {
  guard let first = small.first else { return 0 }
  guard small.count <= large.count else { return nil }
  for start in 0...(large.count - small.count) where large[start] == first {
    if large[start..<(start + small.count)].elementsEqual(small) { return start }
  }
  return nil
}

/// Matches a whole text with a pattern of `*` (anything) and `?` (one character).
func globMatches(_ text: [UInt32], _ pattern: [UInt32]) -> Bool {
  let star: UInt32 = 42
  let question: UInt32 = 63
  // reached[i]: the pattern so far matches the first i characters.
  var reached = [Bool](repeating: false, count: text.count + 1)
  reached[0] = true
  for sign in pattern {
    var next = [Bool](repeating: false, count: text.count + 1)
    if sign == star { next[0] = reached[0] }
    for index in text.indices {
      if sign == star {
        next[index + 1] = reached[index + 1] || next[index]
      } else if sign == question || sign == text[index] {
        next[index + 1] = reached[index]
      }
    }
    reached = next
  }
  return reached[text.count]
}
