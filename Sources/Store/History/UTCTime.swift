import Text

/// Times of the history: UTC, so that no table of time zones is needed.
enum UTCTime {
  /// The time so many seconds after the beginning of 1970: `2026-11-24T10:12:33Z`.
  static func text(_ seconds: Int) -> String {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let first = rest < 0 ? (days - 1, rest + 86_400) : (days, rest)
    let clock = [first.1 / 3600, first.1 / 60 % 60, first.1 % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(Day(number: Int32(clamping: first.0)).text)T\(clock)Z"
  }
}
