import Model
import Query
import Text

extension OutputFormat {
  /// One id a line: those of the records, or the first key of each group.
  static let ids = OutputFormat(
    name: "ids",
    doc: Bilingual("Ett id per rad.", "One id a line."),
    isForPeople: false
  ) { answer, _ in
    let column = answer.columns.firstIndex { $0.key == "id" } ?? 0
    let texts = ValueText(answer.snapshot)
    var output: [UInt8] = []
    for row in answer.rows where row.indices.contains(column) {
      for value in row[column].elements {
        output.append(contentsOf: texts.key(value, answer.columns[column].kind).utf8)
        output.append(0x0A)
      }
    }
    return output
  }
}
