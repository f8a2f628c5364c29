/// Numbers as people read them: decimal comma and thin grouping in Swedish.
package enum Numbers {
  /// The blank between groups of three digits: narrow, and no line is broken at it.
  package static let groupSeparator: Character = "\u{202F}"

  /// Writes a number for a person, with at most `decimals` decimals.
  package static func text(_ value: Double, decimals: Int, _ language: Language) -> String {
    guard value.isFinite else { return "–" }
    let rounded = round(value, decimals: decimals)
    let plain = exact(abs(rounded))
    let parts = plain.split(separator: ".", maxSplits: 1)
    var result = rounded < 0 ? "−" : ""
    result += grouped(String(parts.first ?? "0"), language)
    if parts.count == 2 {
      result += language == .swedish ? "," : "."
      result += parts[1].prefix(max(0, decimals))
    }
    return result
  }

  /// Rounds to a number of decimals; halves go away from zero.
  package static func round(_ value: Double, decimals: Int) -> Double {
    guard value.isFinite, abs(decimals) <= 15 else { return value }
    var scale = 1.0
    for _ in 0..<abs(decimals) { scale *= 10 }
    // Decimal halves such as 2,675 lie a hair below in binary; a few ulps bring them back.
    func away(_ x: Double) -> Double {
      let nudged = x + (x < 0 ? -1 : 1) * x.magnitude.ulp * 2
      return nudged.rounded(.toNearestOrAwayFromZero)
    }
    let result = decimals >= 0 ? away(value * scale) / scale : away(value / scale) * scale
    return result.isFinite ? result : value
  }

  /// Writes a number in plain digits with a decimal point, so that it reads back the same.
  package static func exact(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return value.description
  }

  private static func grouped(_ digits: String, _ language: Language) -> String {
    // Four digits stand together, as in 2026; language rules allow it for amounts too.
    guard digits.count > 4, digits.allSatisfy(\.isNumber) else { return digits }
    var result = ""
    for (k, digit) in digits.enumerated() {
      if k > 0, (digits.count - k).isMultiple(of: 3) {
        result.append(language == .swedish ? groupSeparator : ",")
      }
      result.append(digit)
    }
    return result
  }
}
