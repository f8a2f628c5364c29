import Model
import Query
import Text

extension OutputFormat {
  /// A table as GitHub writes it, with the sentence below.
  static let markdown = OutputFormat(
    name: "markdown",
    doc: Bilingual(
      "En tabell i Markdown med meningen under.",
      "A Markdown table with the sentence below."
    ),
    isForPeople: true
  ) { answer, layout in
    let readable = ReadableAnswer(answer, layout.language)
    var unwrapped = layout
    unwrapped.width = nil
    var output = OutputLines(unwrapped)
    if !answer.rows.isEmpty {
      output.add(Markdown.row(readable.headings))
      output.add(Markdown.rule(readable))
      for row in answer.rows {
        let missing = Wording.missing[layout.language]
        output.add(Markdown.row(row.enumerated().map { readable.cell($1, $0) ?? missing }))
      }
      output.add("")
    }
    output.add(readable.remarks.map(Markdown.escaped).joined(separator: "\n\n"))
    return output.bytes
  }
}

/// Text that Markdown shows as it is.
enum Markdown {
  /// Gives a row of a table.
  static func row(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |"
  }

  /// Gives the line below the headings, with numbers to the right.
  fileprivate static func rule(_ readable: ReadableAnswer) -> String {
    let marks = readable.headings.indices.map { readable.isNumeric($0) ? "---:" : "---" }
    return "| " + marks.joined(separator: " | ") + " |"
  }

  /// Escapes the signs that mean something, anywhere or first in a text.
  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    let scalars = text.unicodeScalars
    for (place, scalar) in zip(scalars.indices, scalars) {
      if special.contains(scalar) || (previous == nil && leading.contains(scalar)) {
        result.unicodeScalars.append("\\")
      } else if scalar == "_" {
        // Within a word, as in ålder_status, it is a letter like others.
        let next = scalars[scalars.index(after: place)...].first
        let isInside = [previous, next].allSatisfy { $0?.properties.isAlphabetic == true }
        if !isInside { result.unicodeScalars.append("\\") }
      }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return result
  }

  private static let special: Set<Unicode.Scalar> = ["\\", "`", "|", "<", "[", "*", "~", "&", "$"]
  private static let leading: Set<Unicode.Scalar> = ["#", "+", "-", "=", ">", "@"]
}
