/// Bars on one scale, with negative ones to the left of a line at zero.
struct BarScale {
  /// The cells to the left and to the right of zero.
  private let left: Int
  private let right: Int
  /// The cells of the largest magnitude.
  private let cells: Double
  private let largest: Double

  /// Finds a scale on which the values find room in so many cells.
  init(_ values: [Double], room: Int) {
    let (low, high) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    largest = max(-low, high)
    guard room > 1, largest > 0 else {
      (left, right, cells) = (0, 0, 0)
      return
    }
    // The share of each side; no sum of the two, which may be beyond all numbers.
    let (below, above) = (-low / largest, high / largest)
    let room = low < 0 ? room - 1 : room
    let cut = (Double(room) * below / (below + above)).rounded()
    left = low < 0 ? max(1, min(Int(cut), high > 0 ? room - 1 : room)) : 0
    right = room - left
    let most = [below > 0 ? Double(left) / below : nil, above > 0 ? Double(right) / above : nil]
    cells = most.compactMap { $0 }.min() ?? 0
  }

  /// Gives the bar of a value; what is not 0 is seen.
  func bar(_ value: Double) -> String {
    guard cells > 0 else { return "" }
    let length = value.magnitude / largest * cells
    guard left > 0 else { return BarScale.eighths(length, value > 0, right) }
    guard value < 0 else {
      return Canvas.blanks(left) + "│" + BarScale.eighths(length, value > 0, right)
    }
    // There is no sign for the right eighths of a cell, only for its right half.
    let halves = max(1, min(2 * left, Int((2 * length).rounded())))
    let bar = (halves.isMultiple(of: 2) ? "" : "▐") + String(repeating: "█", count: halves / 2)
    return Canvas.blanks(left - (halves + 1) / 2) + bar + "│"
  }

  private static func eighths(_ length: Double, _ isSeen: Bool, _ room: Int) -> String {
    let count = max(isSeen ? 1 : 0, min(8 * room, Int((8 * length).rounded())))
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][count % 8]
    return String(repeating: "█", count: count / 8) + part
  }

  /// Divides so many cells among parts that are not negative: in proportion, the largest
  /// remainders first, and one for each part that is not 0 while they last.
  static func cells(_ parts: [Double], in count: Int) -> [Int] {
    let largest = parts.max() ?? 0
    guard largest > 0, count > 0 else { return parts.map { _ in 0 } }
    let shares = parts.map { $0 / largest }
    let sum = shares.reduce(0, +)
    let exact = shares.map { $0 / sum * Double(count) }
    var cells = exact.map { Int($0) }
    let order = parts.indices.sorted {
      (exact[$1] - exact[$1].rounded(.down), $0) < (exact[$0] - exact[$0].rounded(.down), $1)
    }
    for k in order.prefix(count - cells.reduce(0, +)) { cells[k] += 1 }
    for k in parts.indices where parts[k] > 0 && cells[k] == 0 {
      guard let widest = cells.indices.max(by: { cells[$0] < cells[$1] }), cells[widest] > 1
      else { break }
      cells[widest] -= 1
      cells[k] = 1
    }
    return cells
  }
}
