/// The one printer of messages: code, title, place, the line with the faulty part underlined, the
/// reason and the way forward.
package struct DiagnosticPrinter: Sendable {
  /// The language of the words.
  package var language: Language
  /// The width that excerpts of long lines are cut to.
  package var width: Int
  /// Whether colour helps; everything is readable without it.
  package var usesColour: Bool

  /// Makes a printer.
  package init(language: Language, width: Int = 80, usesColour: Bool = false) {
    (self.language, self.width, self.usesColour) = (language, max(40, width), usesColour)
  }

  /// Gives a diagnostic as lines of text, each ended by a line feed.
  package func text(_ diagnostic: Diagnostic, in source: Source?) -> String {
    let message = diagnostic.message
    let title = message.title.filled(with: diagnostic.facts, language)
    let word = language == .swedish ? "fel" : "error"
    var lines = [painted("\(word) \(message.code): ", "1;31") + painted(visible(title), "1")]
    switch diagnostic.place {
    case .source(let span):
      if let source { lines += excerpt(diagnostic, span, source) }
    case .file(let path, let line, let column):
      lines.append(" \(visible(path)):\(line):\(column)")
    case .none: break
    }
    lines += ways(diagnostic)
    return lines.joined(separator: "\n") + "\n"
  }

  private func excerpt(_ diagnostic: Diagnostic, _ span: Span, _ source: Source) -> [String] {
    let (line, column) = source.position(of: span.start)
    let whole = source.span(ofLine: line)
    let before = source.text(Span(whole.start, min(span.start, whole.end)))
    let part = source.text(
      Span(min(span.start, whole.end), min(max(span.end, span.start), whole.end))
    )
    let after = source.text(Span(min(max(span.end, span.start), whole.end), whole.end))
    let cut = Excerpt(before: before, part: part, after: after, width: width - 8)
    let number = String(line)
    let margin = String(repeating: " ", count: number.count)
    let reason = diagnostic.message.reason?.filled(with: diagnostic.facts, language) ?? ""
    let carets = painted(String(repeating: "^", count: cut.partWidth), "31")
    let underline = String(repeating: " ", count: cut.beforeWidth) + carets
    return [
      " \(visible(source.name)):\(line):\(column)",
      "\(number) | \(cut.text)",
      "\(margin) | \(underline)\(reason.isEmpty ? "" : " " + visible(reason))",
    ]
  }

  private func ways(_ diagnostic: Diagnostic) -> [String] {
    var lines = diagnostic.tips.map { wording($0, diagnostic) }
    let hasName = diagnostic.tips.contains { if case .nearest = $0 { true } else { false } }
    if !hasName {
      let way = diagnostic.message.way.filled(with: diagnostic.facts, language)
      lines.append((language == .swedish ? "gör så: " : "try: ") + way)
    }
    return lines.flatMap { wrapped(visible($0)) }
  }

  /// Breaks a line between words where it is wider than the screen; the rest is indented.
  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, Visible.width(line) + 1 + Visible.width(String(word)) > width {
        lines.append(line)
        line = " "
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }

  private func wording(_ tip: Diagnostic.Tip, _ diagnostic: Diagnostic) -> String {
    let isSwedish = language == .swedish
    switch tip {
    case .nearest(let names):
      let list = names.map { "»\($0)«" }.joined(separator: isSwedish ? " eller " : " or ")
      return isSwedish ? "tips: menade du \(list)?" : "tip: did you mean \(list)?"
    case .allowed(let names):
      return (isSwedish ? "här passar: " : "here fits: ") + Self.list(names, language)
    case .candidates(let names):
      return (isSwedish ? "det kan vara: " : "it may be: ") + Self.list(names, language)
    case .seeAlso(let line, let column):
      return isSwedish
        ? "se också rad \(line), kolumn \(column)" : "see also line \(line), column \(column)"
    case .inside(let name): return isSwedish ? "i definitionen »\(name)«" : "inside »\(name)«"
    }
  }

  /// Gives at most eight names, and how many more there are.
  package static func list(_ names: [String], _ language: Language) -> String {
    let shown = names.prefix(8).joined(separator: " · ")
    guard names.count > 8 else { return shown }
    let more = names.count - 8
    return shown + (language == .swedish ? " · och \(more) till" : " · and \(more) more")
  }

  private func visible(_ text: String) -> String { Visible.text(text) }

  private func painted(_ text: String, _ colour: String) -> String {
    usesColour ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }
}

/// One line of source, made visible and cut so that the faulty part is seen.
private struct Excerpt {
  var text: String
  var beforeWidth: Int
  var partWidth: Int

  init(before: String, part: String, after: String, width: Int) {
    let part = Excerpt.prefix(Visible.text(part), max(8, width * 2 / 3))
    let room = max(8, width - Visible.width(part))
    let before = Excerpt.suffix(Visible.text(before), room * 2 / 3)
    let after = Excerpt.prefix(Visible.text(after), max(4, room - Visible.width(before)))
    text = before + part + after
    beforeWidth = Visible.width(before)
    partWidth = max(1, Visible.width(part))
  }

  // Only as much as can be shown is looked at: a line may be a megabyte.

  /// The start of a text, with a mark where it is cut to so many cells.
  private static func prefix(_ text: String, _ width: Int) -> String {
    var (cells, cut) = (0, text.startIndex)
    for index in text.indices {
      cells += Visible.width(text[index])
      guard cells <= width else { return text[..<cut] + "…" }
      if cells < width { cut = text.index(after: index) }
    }
    return text
  }

  /// The end of a text, with a mark where it is cut to so many cells.
  private static func suffix(_ text: String, _ width: Int) -> String {
    var (cells, cut) = (0, text.endIndex)
    for index in text.indices.reversed() {
      cells += Visible.width(text[index])
      guard cells <= width else { return "…" + text[cut...] }
      if cells < width { cut = index }
    }
    return text
  }
}
