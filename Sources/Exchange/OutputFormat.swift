package import Query
package import Text

/// A form that an answer can be written in.
package struct OutputFormat: Sendable {
  /// The name that `--format` and `som` take.
  package let name: String
  /// What it is, for help.
  package let doc: Bilingual
  /// Whether it is for people: with a sentence, and with nothing that could control the terminal.
  ///
  /// The others are exact and complete.
  package let isForPeople: Bool
  /// Writes an answer as UTF-8.
  package let write: @Sendable (Answer, Layout) -> [UInt8]

  /// How an answer is laid out for people.
  package struct Layout: Sendable {
    /// The language of what is added.
    package var language: Language
    /// The cells of a line; nil cuts nothing.
    package var width: Int?
    /// Whether colour may be added.
    package var usesColour: Bool

    /// Makes a layout.
    package init(language: Language, width: Int? = nil, usesColour: Bool = false) {
      (self.language, self.width, self.usesColour) = (language, width, usesColour)
    }
  }

  /// The formats, in the order that help lists them.
  package static let all: [OutputFormat] = [
    table, list, json, jsonl, csv, tsv, markdown, ids,
  ]

  /// Finds a format by its name, in any case.
  package static func named(_ name: String) -> OutputFormat? {
    let needle = Needle(name)
    return all.first { needle.equals($0.name) }
  }
}
