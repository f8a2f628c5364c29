/// How wide the columns of a table are, and how many of them there is room for.
struct ColumnWidths {
  /// What one column asks for, in cells.
  struct Need {
    /// All that it can make use of.
    var most: Int
    /// Enough for every word on one line, as far as that is reasonable.
    var words: Int
    /// What it must have to be of use.
    var least: Int
  }

  /// The blanks between two columns.
  static let gap = 2
  /// No column has to be wider than this.
  static let reasonable = 24

  /// Tells whether columns of these widths find room beside each other.
  static func fit(_ widths: [Int], in width: Int) -> Bool {
    widths.reduce(0, +) <= room(widths.count, width)
  }

  /// Gives the widths of the columns that there is room for, from the left.
  ///
  /// The first is always among them. The widest give way first, and the longest words are broken
  /// only if they must be.
  static func fitted(_ needs: [Need], in width: Int) -> [Int] {
    for count in stride(from: needs.count, to: 0, by: -1) {
      let kept = Array(needs.prefix(count))
      for longest in stride(from: reasonable, through: 1, by: -1) {
        let floors = kept.map { max($0.least, min($0.words, longest)) }
        if let widths = shrunk(kept, to: floors, width) { return widths }
      }
    }
    return needs.prefix(1).map { _ in width }
  }

  /// Gives widths that fill the room, none below its floor; nil if the floors do not fit.
  private static func shrunk(_ needs: [Need], to floors: [Int], _ width: Int) -> [Int]? {
    guard fit(floors, in: width) else { return nil }
    let room = room(needs.count, width)
    func widths(_ level: Int) -> [Int] {
      zip(needs, floors).map { max($1, min($0.most, level)) }
    }
    // The highest level that everything wider is lowered to.
    var (low, high) = (0, needs.map(\.most).max() ?? 0)
    while low < high {
      let middle = (low + high + 1) / 2
      if widths(middle).reduce(0, +) <= room { low = middle } else { high = middle - 1 }
    }
    var result = widths(low)
    var left = room - result.reduce(0, +)
    for k in result.indices where left > 0 && result[k] == low && result[k] < needs[k].most {
      result[k] += 1
      left -= 1
    }
    return result
  }

  private static func room(_ columns: Int, _ width: Int) -> Int { width - gap * (columns - 1) }
}
