import Text

/// A text broken into lines by terminal cells.
///
/// Lines end at blanks, in a long word after a slash or a hyphen, otherwise where they are full.
struct Wrapping {
  /// The lines, none wider than asked for.
  private(set) var lines: [String] = []
  /// Whether text was left out, which `…` then tells at the end of the last line.
  private(set) var isCut = false

  /// Breaks `text`, which must be visible already, into at most `limit` lines.
  init(_ text: String, width: Int, limit: Int = .max) {
    if Visible.width(text) <= width {
      lines = [text]
      return
    }
    var rest = text[...]
    repeat {
      let (line, next) = Wrapping.split(rest, width)
      lines.append(Wrapping.trimmed(line))
      rest = next
    } while !rest.isEmpty && lines.count < limit
    guard !rest.isEmpty, let last = lines.popLast() else { return }
    isCut = true
    lines.append(Wrapping.shortened(last, width))
  }

  /// Gives what fits on the first line, and what follows it.
  private static func split(_ text: Substring, _ width: Int) -> (Substring, Substring) {
    var (used, at) = (0, text.startIndex)
    var blank: (end: Substring.Index, next: Substring.Index)?
    var (slash, hyphen): (Substring.Index?, Substring.Index?)
    while at < text.endIndex {
      let (character, next) = (text[at], text.index(after: at))
      if character == " " {
        let end = blank?.next == at ? blank?.end : at
        if let end, end > text.startIndex { blank = (end, next) }
        used += 1
      } else {
        used += Visible.width(character)
        if used > width, at > text.startIndex {
          let end = blank?.end ?? slash ?? hyphen ?? at
          return (text[..<end], text[(blank?.next ?? end)...])
        }
        if character == "/" { slash = next }
        if character == "-" { hyphen = next }
      }
      at = next
    }
    return (text, "")
  }

  /// Gives the cells of the longest part that is kept together if lines end at these ASCII signs.
  static func longestPart(_ text: String, between signs: [UInt8]) -> Int {
    var (longest, start) = (0, text.startIndex)
    for place in text.utf8.indices where signs.contains(text.utf8[place]) {
      let next = text.utf8.index(after: place)
      let end = text.utf8[place] == UInt8(ascii: " ") ? place : next
      longest = max(longest, Visible.width(String(text[start..<end])))
      start = next
    }
    return max(longest, Visible.width(String(text[start...])))
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  private static func shortened(_ line: String, _ width: Int) -> String {
    var line = line[...]
    while !line.isEmpty, Visible.width(String(line)) > width - 1 { line.removeLast() }
    return trimmed(line) + "…"
  }
}
