/// Numbers as people read them: decimal comma and thin grouping in Swedish.
package enum Numbers {
  /// The blank between groups of three digits: narrow, and no line is broken at it.
  package static let groupSeparator: Character = "\u{202F}"

  /// Writes a number for a person, with at most `decimals` decimals.
  package static func text(_ value: Double, decimals: Int, _ language: Language) -> String {
    guard value.isFinite else { return "–" }
    let rounded = round(value, decimals: decimals)
    let (whole, fraction) = digits(rounded.magnitude)
    var result = rounded < 0 ? "−" : ""
    result += grouped(whole, language)
    let shown = fraction.prefix(max(0, decimals))
    if !shown.isEmpty { result += (language == .swedish ? "," : ".") + shown }
    return result
  }

  /// Takes the shortest form of a number apart, without the power of ten that large and small
  /// numbers have.
  private static func digits(_ value: Double) -> (whole: String, fraction: String) {
    let parts = value.description.split(separator: "e")
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let mantissa = (parts.first ?? "0").split(separator: ".")
    var whole = String(mantissa.first ?? "0")
    var fraction = mantissa.count == 2 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    for _ in 0..<max(exponent, 0) {
      whole += fraction.isEmpty ? "0" : String(fraction.removeFirst())
    }
    for _ in 0..<max(-exponent, 0) { fraction = String(whole.popLast() ?? "0") + fraction }
    return (whole.isEmpty ? "0" : whole, fraction)
  }

  /// Rounds to a number of decimals; halves go away from zero.
  package static func round(_ value: Double, decimals: Int) -> Double {
    guard value.isFinite, abs(decimals) <= 15 else { return value }
    var scale = 1.0
    for _ in 0..<abs(decimals) { scale *= 10 }
    let scaled = decimals >= 0 ? value * scale : value / scale
    // From here on a number has no decimals that could be rounded.
    guard scaled.magnitude < 0x1p52 else { return value }
    // Decimal halves such as 2,675 lie a hair below in binary; a few ulps bring them back.
    let nudged = scaled + (scaled < 0 ? -1 : 1) * scaled.magnitude.ulp * 2
    let whole = nudged.rounded(.toNearestOrAwayFromZero)
    return decimals >= 0 ? whole / scale : whole * scale
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
