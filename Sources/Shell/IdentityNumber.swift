/// Finds Swedish personal identity numbers and coordination numbers in a text.
nonisolated package enum IdentityNumber {
  /// Says whether `text` holds one: YYMMDD-NNNX or YYYYMMDD-NNNX, with or without the sign between,
  /// with a day that exists (or that day plus 60) and a right check digit.
  package static func occurs(in text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let run = digits(in: scalars, from: place)
      if run.isEmpty {
        place += 1
        continue
      }
      if isNumber(run) { return true }
      place += run.count
      guard run.count == 6 || run.count == 8, place < scalars.count,
        separators.contains(scalars[place])
      else { continue }
      let ending = digits(in: scalars, from: place + 1)
      if ending.count == 4, isNumber(run + ending) { return true }
    }
    return false
  }

  /// What stands between the date and the last four digits; the longer dashes come from word
  /// processors, and `+` means a hundred years or more.
  private static let separators: Set<Unicode.Scalar> = [
    "-", "+", " ", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
  ]

  private static func digits(in scalars: [Unicode.Scalar], from start: Int) -> [Int] {
    scalars[min(start, scalars.count)...]
      .prefix { ("0"..."9").contains($0) }
      .map { Int($0.value) - 48 }
  }

  private static func isNumber(_ digits: [Int]) -> Bool {
    switch digits.count {
    case 10: isDate(digits) && hasCheckDigit(digits)
    case 12: isDate(Array(digits)) && hasCheckDigit(Array(digits.dropFirst(2)))
    default: false
    }
  }

  private static func isDate(_ digits: [Int]) -> Bool {
    let yearDigits = digits.count - 8
    let year = digits.prefix(yearDigits).reduce(0) { $0 * 10 + $1 }
    if yearDigits == 4, !(1800...2199).contains(year) { return false }
    let month = digits[yearDigits] * 10 + digits[yearDigits + 1]
    let day = digits[yearDigits + 2] * 10 + digits[yearDigits + 3]
    guard (1...12).contains(month) else { return false }
    // Two digits leave the century open; 2000 was a leap year.
    let isLeap = year % 4 == 0 && (yearDigits == 2 || year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return (1...days).contains(day > 60 ? day - 60 : day)
  }

  /// Luhn's sum over the ten digits.
  private static func hasCheckDigit(_ digits: [Int]) -> Bool {
    let sum = digits.enumerated().reduce(0) { sum, digit in
      let product = digit.offset.isMultiple(of: 2) ? digit.element * 2 : digit.element
      return sum + product / 10 + product % 10
    }
    return sum.isMultiple(of: 10)
  }
}
