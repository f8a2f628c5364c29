import Text

/// The reference of sets and fields, `docs/fält.md`: Swedish, with the English names beside.
package struct FieldReference {
  private let schema: Schema

  /// Gives the page for a model.
  package static func page(_ schema: Schema = .followUp) -> String {
    let reference = FieldReference(schema: schema)
    let sets = schema.sets.map(reference.section)
    return ([opening, reference.overview, FieldReference.types] + sets).joined(separator: "\n")
  }

  private static let opening = """
    # Mängder och fält

    <!-- Skapad ur Sources/Model/Schema. Ändra där, och kör testerna med RECORD=1. -->

    Allt som en butik innehåller. Varje mängd och fält svarar på sina svenska och engelska namn, i
    frågor på båda språken; i butiken står alltid det svenska. *Every set and field answers to its
    Swedish and its English names; the store has the Swedish one.*

    Formen för filen som helhet står i [schema.json](schema.json) (JSON Schema 2020-12).

    """

  private var overview: String {
    let rows = schema.sets.map { set in
      [link(set.name), set.singular, set.english, list(set.aliases), set.doc.swedish]
    }
    return "## Mängderna\n\n"
      + table(["mängd", "en post", "English", "andra namn", "vad det är"], rows)
  }

  private static let types = """
    ## Typerna

    | typ | type | så skrivs den i butiken |
    | --- | --- | --- |
    | text | text | `"…"`, i Unicode NFC |
    | heltal | integer | `2026` |
    | tal | number | `12.5`, med punkt |
    | kronor | kronor | `250000` |
    | procent | percent | `75` |
    | ja/nej | yes/no | `true`, `false` |
    | dag | day | `"2026-04-30"` |
    | tid | time | en dag, `"2026-04"`, `"2026"`, `"2026-Q2"`, `"2026-T1"`, `"2026-VT"`, \
    `"2026-HT"` eller `"2026-07-01/2026-12-31"` |
    | värde | value | ett av fältets värden, på svenska |
    | → mängd | → set | id för en post i mängden |
    | […] | […] | flera värden: `["…", "…"]` |

    Ett fält som saknas, är `null` eller är en tom text är ett tomt värde. Under `egna` har en post
    kommunens egna fält, som deklareras i butikens `fält`. *A key that is missing, \
    `null` or an empty
    text is an empty value. Under `egna` a record has the municipality's own fields, declared in the
    store's `fält`.*

    """

  // MARK: One set

  private func section(_ set: SetSchema) -> String {
    let article = set.isCommonGender ? "en" : "ett"
    var names = "\(article) *\(set.singular)*, \(set.definite) · English: *\(set.english)*, "
    names += "*\(set.englishSingular)*"
    if !set.aliases.isEmpty { names += " · även: \(list(set.aliases))" }
    let goesBy =
      set.nameField.map { "Postens namn är dess `\($0)`." } ?? "Posterna går under sina id."
    let shown = list(set.defaults)
    let fields = table(
      ["fält", "English", "typ", "", "vad det är", "what it is"],
      set.fields.map(row)
    )
    return """
      ## \(set.name)

      \(names)

      \(set.doc.swedish) *\(set.doc.english)* \(goesBy) Säger frågan inget annat visas
      \(shown).

      \(fields)\(values(set))
      """
  }

  private func row(_ field: Field) -> [String] {
    [
      "`\(field.name)`", ([field.english] + field.aliases).map { "`\($0)`" }.joined(separator: " "),
      typeName(field), mark(field), field.doc.swedish, field.doc.english,
    ]
  }

  private func mark(_ field: Field) -> String {
    switch field.origin {
    case .stored, .own:
      [field.isRequired ? "krävs" : nil, field.isReported ? "redovisas" : nil]
        .compactMap(\.self).joined(separator: ", ")
    case .derived: "beräknas"
    case .reverse(let set, let number):
      "pekas ut av `\(schema[set].name).\(schema.field(set, number).name)`"
    }
  }

  private func typeName(_ field: Field) -> String {
    let word =
      switch field.type {
      case .text: "text"
      case .integer: "heltal"
      case .number: "tal"
      case .money: "kronor"
      case .percent: "procent"
      case .bool: "ja/nej"
      case .day: "dag"
      case .time: "tid"
      case .enumeration: "värde"
      case .reference(let set): "→ " + link(schema[set].name)
      }
    return field.isList ? "[\(word)]" : word
  }

  /// The values of the set's enumerations, each with its English name and its synonyms.
  private func values(_ set: SetSchema) -> String {
    let lines = set.fields.compactMap { field -> String? in
      guard case .enumeration(let enumeration) = field.type else { return nil }
      let values = enumeration.cases.map { value in
        let synonyms =
          value.synonyms.isEmpty ? "" : "; även \(value.synonyms.joined(separator: ", "))"
        return "**\(value.name)** (\(value.english)\(synonyms))"
      }
      return "- `\(field.name)`: " + values.joined(separator: " · ")
    }
    return lines.isEmpty ? "" : "\nVärden:\n\n" + lines.joined(separator: "\n") + "\n"
  }

  // MARK: Markdown

  private func link(_ set: String) -> String { "[\(set)](#\(set))" }

  private func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    let lines = [header, header.map { _ in "---" }] + rows
    return lines.map { cells in
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }.joined()
  }
}
