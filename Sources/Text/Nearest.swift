/// Finds the names that a misspelt word probably stands for.
package enum Nearest {
  /// Gives the names within a third of the word's length, nearest first, at most `limit`.
  package static func names(to word: String, among names: [String], limit: Int = 3) -> [String] {
    let folded = scalars(word)
    guard folded.count <= 64 else { return [] }
    let allowed = max(1, folded.count / 3)
    var seen: Set<String> = []
    var ranked: [(name: String, distance: Int)] = []
    for name in names where seen.insert(name).inserted {
      let other = scalars(name)
      guard other.count <= 64, abs(other.count - folded.count) <= allowed else { continue }
      let distance = distance(folded, other)
      if distance <= allowed { ranked.append((name, distance)) }
    }
    return ranked.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .prefix(limit).map(\.element.name)
  }

  private static func scalars(_ text: String) -> [Unicode.Scalar] {
    Array(String(decoding: Folding.byCaseAndMarks.fold(text), as: UTF8.self).unicodeScalars)
  }

  /// Counts insertions, deletions, replacements and swaps of neighbours (Damerau, restricted).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var rows = [Array(0...b.count)]
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], rows[i - 2][j - 2] + 1)
        }
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
