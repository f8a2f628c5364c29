/// A message that the program can give, in both languages: its words and nothing else.
///
/// `{0}`, `{1}` … in a text stand for the facts of the diagnostic that uses the message.
package struct Message: Equatable, Hashable, Sendable {
  /// The stable code, `F0102`, that help explains.
  package let code: String
  /// What is wrong, in one sentence without full stop.
  package let title: Bilingual
  /// The reason, shown beside the underlined part.
  package let reason: Bilingual?
  /// Statements that show the message on the example store; nil where it takes more than that.
  package let example: Bilingual?
  /// The way forward that always holds.
  package let way: Bilingual

  /// Makes a message.
  package init(
    _ code: String,
    _ title: Bilingual,
    reason: Bilingual? = nil,
    example: Bilingual? = nil,
    way: Bilingual
  ) {
    (self.code, self.title, self.reason, self.way) = (code, title, reason, way)
    self.example = example
  }
}

/// One thing that went wrong, as facts: which message, where, and what would be right.
package struct Diagnostic: Sendable {
  /// Where something is wrong.
  package enum Place: Equatable, Sendable {
    /// A part of the source text.
    case source(Span)
    /// A place in a data file.
    case file(path: String, line: Int, column: Int)
    /// Nowhere in particular.
    case none
  }

  /// What would be right.
  package enum Tip: Equatable, Sendable {
    /// These names are near the one that was written.
    case nearest([String])
    /// These are the names that fit here.
    case allowed([String])
    /// These records or values are meant by the same word.
    case candidates([String])
    /// Another place that belongs to the fault.
    case seeAlso(line: Int, column: Int)
    /// The definition that the fault stands in.
    case inside(String)
  }

  /// The message.
  package var message: Message
  /// What fills the places of the message: `{0}`, `{1}` and on.
  package var facts: [Bilingual]
  /// Where it is.
  package var place: Place
  /// What would be right, if it is known.
  package var tips: [Tip]

  /// Makes a diagnostic about a part of the source.
  package init(_ message: Message, _ facts: [Bilingual] = [], at span: Span, tips: [Tip] = []) {
    (self.message, self.facts, self.place, self.tips) = (message, facts, .source(span), tips)
  }

  /// Makes a diagnostic about another place, or none.
  package init(_ message: Message, _ facts: [Bilingual], place: Place, tips: [Tip] = []) {
    (self.message, self.facts, self.place, self.tips) = (message, facts, place, tips)
  }

  /// The part of the source that is wrong, if it is in the source.
  package var span: Span? {
    if case .source(let span) = place { span } else { nil }
  }
}

extension Bilingual: ExpressibleByStringInterpolation {
  /// Makes a text that is the same in both languages: a name, a number.
  package init(stringLiteral value: String) { self.init(value, value) }

  /// Makes a text that is the same in both languages: a name, a number.
  package init(same value: String) { self.init(value, value) }

  /// Gives the text with `{0}`, `{1}` … filled in; the facts themselves are never filled.
  package func filled(with facts: [Bilingual], _ language: Language) -> String {
    var result = ""
    var rest = self[language][...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      if let close = rest.firstIndex(of: "}"),
        let number = Int(rest[rest.index(after: open)..<close]), facts.indices.contains(number)
      {
        result += facts[number][language]
        rest = rest[rest.index(after: close)...]
      } else {
        result.append("{")
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
