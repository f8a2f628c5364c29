/// A search through all earlier texts, which shows what matches while the needle is typed.
nonisolated struct LineSearch {
  /// What is looked for.
  private(set) var needle: String
  /// The texts that match, the newest first.
  private(set) var matches: [String] = []
  /// The one of them that is chosen.
  private(set) var selection = 0

  private let entries: [(text: String, folded: String)]
  private let fold: (String) -> String

  /// Looks for `needle` among `entries`, the oldest first; of equal texts only the newest is kept.
  init(_ entries: [String], needle: String, fold: @escaping (String) -> String) {
    var seen: Set<String> = []
    self.entries = entries.reversed().filter { seen.insert($0).inserted }.map { ($0, fold($0)) }
    self.fold = fold
    self.needle = needle
    find()
  }

  /// The match that is chosen.
  var chosen: String? { matches.isEmpty ? nil : matches[selection] }

  /// Chooses the next older match; says whether there is one.
  mutating func older() -> Bool {
    guard selection + 1 < matches.count else { return false }
    selection += 1
    return true
  }

  /// Chooses the next newer match; says whether there is one.
  mutating func newer() -> Bool {
    guard selection > 0 else { return false }
    selection -= 1
    return true
  }

  /// Adds to what is looked for.
  mutating func type(_ text: String) {
    needle += text
    find()
  }

  /// Takes the last character away.
  mutating func erase() {
    needle = String(needle.dropLast())
    find()
  }

  /// Takes everything away.
  mutating func clear() {
    needle = ""
    find()
  }

  /// The choice stays on the text that it was on, if that still matches.
  private mutating func find() {
    let before = chosen
    let folded = fold(needle)
    matches = entries.filter { folded.isEmpty || $0.folded.contains(folded) }.map(\.text)
    selection = before.flatMap { matches.firstIndex(of: $0) } ?? 0
  }
}
