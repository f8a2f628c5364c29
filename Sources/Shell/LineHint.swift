/// What the user may be about to type: the rest of the newest text that begins like the line.
nonisolated enum LineHint {
  /// Returns what follows `text` in the newest of `entries` that begins with it, the oldest first.
  ///
  /// A text whose rest has several lines is passed over: not all of it could be seen.
  static func rest(of text: String, in entries: [String]) -> String? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    let typed = Array(text.utf8)
    for entry in entries.reversed() where entry.utf8.count > typed.count {
      guard entry.utf8.starts(with: typed) else { continue }
      let rest = String(decoding: entry.utf8.dropFirst(typed.count), as: UTF8.self)
      // A letter of the entry must not be cut from its marks.
      guard !rest.contains("\n"), text + rest == entry, isWhole(rest) else { continue }
      return rest
    }
    return nil
  }

  private static func isWhole(_ rest: String) -> Bool {
    rest.unicodeScalars.first?.properties.canonicalCombiningClass == .notReordered
  }
}
