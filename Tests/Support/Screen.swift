/// A small terminal: the codes that libedit and the program use under `TERM=xterm`.
public struct Screen {
  /// The row and the column of the cursor, counted from 0.
  public private(set) var row = 0
  public private(set) var column = 0
  /// How often the bell has sounded.
  public private(set) var bells = 0

  private var cells: [[String]]
  private var width: Int
  // After a character in the last column the cursor stays there until the next one comes.
  private var wrapsNext = false
  private var pending: [UInt8] = []

  public init(rows: Int, columns: Int) {
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    width = columns
  }

  /// The rows, without blanks at their ends.
  public var rows: [String] {
    cells.map { cells in
      let text = cells.joined()
      return String(text.dropLast(text.reversed().prefix { $0 == " " }.count))
    }
  }

  /// The rows with line feeds between.
  public var text: String { rows.joined(separator: "\n") }

  /// The row that the cursor is in.
  public var cursorRow: String { rows[row] }

  /// Cuts or fills the rows; a terminal that flows text anew is not imitated.
  public mutating func resize(rows: Int, columns: Int) {
    let surplus = max(row - rows + 1, 0)
    cells.removeFirst(surplus)
    row -= surplus
    width = columns
    cells = (0..<rows).map { number in
      let old = number < cells.count ? cells[number] : []
      return Array((old + Array(repeating: " ", count: columns)).prefix(columns))
    }
    column = min(column, columns - 1)
    wrapsNext = false
  }

  /// Draws what a program writes.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    var rest = (pending + bytes)[...]
    while let length = Self.unitLength(rest) {
      obey(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    pending = Array(rest)
  }

  /// How long the first character or control sequence is; nil if it has not come whole.
  private static func unitLength(_ slice: ArraySlice<UInt8>) -> Int? {
    // No unit is longer: a report that never ends must not be searched for its end again and again.
    let bytes = Array(slice.prefix(256))
    guard let first = bytes.first else { return nil }
    guard first == 0x1B else {
      let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      return bytes.count >= length ? length : nil
    }
    guard bytes.count >= 2 else { return nil }
    switch bytes[1] {
    case UInt8(ascii: "["):
      return bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
    case UInt8(ascii: "]"): return bytes.firstIndex(of: 0x07).map { $0 + 1 }
    case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count >= 3 ? 3 : nil
    default: return 2
    }
  }

  private mutating func obey(_ unit: [UInt8]) {
    switch unit[0] {
    case 0x07: bells += 1
    case 0x08: move(column: column - 1)
    case 0x0A: lineFeed()
    case 0x0D: move(column: 0)
    case 0x1B: if unit[1] == UInt8(ascii: "[") { control(unit) }
    case 0..<0x20: break
    default: put(String(decoding: unit, as: UTF8.self))
    }
  }

  private mutating func control(_ unit: [UInt8]) {
    let parameters = String(decoding: unit.dropFirst(2).dropLast(), as: UTF8.self)
    guard parameters.first != "?" else { return }
    let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(first, 1)
    switch unit[unit.count - 1] {
    case UInt8(ascii: "A"): move(row: row - count)
    case UInt8(ascii: "B"): move(row: row + count)
    case UInt8(ascii: "C"): move(column: column + count)
    case UInt8(ascii: "D"): move(column: column - count)
    case UInt8(ascii: "G"): move(column: count - 1)
    case UInt8(ascii: "H"):
      move(row: count - 1)
      move(column: max(numbers.count > 1 ? numbers[1] : 1, 1) - 1)
    case UInt8(ascii: "J"): eraseDisplay(first)
    case UInt8(ascii: "K"): eraseLine(first)
    case UInt8(ascii: "@"):
      cells[row].insert(contentsOf: blanks(min(count, width - column)), at: column)
      cells[row].removeLast(cells[row].count - width)
    case UInt8(ascii: "P"):
      let removed = min(count, width - column)
      cells[row].removeSubrange(column..<column + removed)
      cells[row] += blanks(removed)
    default: break
    }
  }

  private func blanks(_ count: Int) -> [String] { Array(repeating: " ", count: count) }

  private mutating func move(row: Int? = nil, column: Int? = nil) {
    if let row { self.row = min(max(row, 0), cells.count - 1) }
    if let column { self.column = min(max(column, 0), width - 1) }
    wrapsNext = false
  }

  private mutating func lineFeed() {
    wrapsNext = false
    guard row == cells.count - 1 else { return row += 1 }
    cells.removeFirst()
    cells.append(blanks(width))
  }

  private mutating func eraseDisplay(_ part: Int) {
    guard part == 0 else {
      cells = cells.map { _ in blanks(width) }
      return
    }
    eraseLine(0)
    for below in (row + 1)..<max(cells.count, row + 1) { cells[below] = blanks(width) }
  }

  private mutating func eraseLine(_ part: Int) {
    let range = part == 0 ? column..<width : part == 1 ? 0..<(column + 1) : 0..<width
    cells[row].replaceSubrange(range, with: blanks(range.count))
  }

  private mutating func put(_ text: String) {
    guard let scalar = text.unicodeScalars.first else { return }
    let size = Self.size(scalar)
    guard size > 0 else { return cells[row][max(column - 1, 0)] += text }
    if wrapsNext || column + size > width {
      lineFeed()
      column = 0
    }
    cells[row][column] = text
    // The second half of a wide character.
    if size == 2 { cells[row][column + 1] = "" }
    wrapsNext = column + size == width
    column = min(column + size, width - 1)
  }

  private static func size(_ scalar: Unicode.Scalar) -> Int {
    if scalar.properties.canonicalCombiningClass != .notReordered { return 0 }
    switch scalar.value {
    case 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F300...0x1FAFF:
      return 2
    default: return 1
    }
  }
}
