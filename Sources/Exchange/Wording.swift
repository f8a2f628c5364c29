import Text

/// The words that the formats add to an answer's own.
enum Wording {
  /// What stands where there is no value.
  static let missing = Bilingual("saknas", "missing")
  /// What stands in a table's cell without a value: short, so that the values are seen.
  static let blank = "–"

  /// Tells how many cells of a table were cut, and how they are seen whole.
  static func cut(_ cells: Int) -> Bilingual {
    Bilingual(
      "… \(cells) \(cells == 1 ? "cell kortad" : "celler kortade"); som list visar allt",
      "… \(cells) \(cells == 1 ? "cell" : "cells") cut; as list shows all"
    )
  }

  /// Tells which columns found no room, and how they are seen.
  static func leftOut(_ headings: [String], _ language: Language) -> String {
    let names = DiagnosticPrinter.list(headings, language)
    let (count, isOne) = (headings.count, headings.count == 1)
    let text = Bilingual(
      "\(count) \(isOne ? "kolumn" : "kolumner") får inte plats: \(names). "
        + "Visa allt med som list, --format list eller färre kolumner.",
      "No room for \(count) \(isOne ? "column" : "columns"): \(names). "
        + "See all with as list, --format list or fewer columns."
    )
    return text[language]
  }

  /// Gives the English of a heading that belongs to no field; others stay as they are.
  static func heading(_ key: String, _ language: Language) -> String {
    language == .swedish ? key : english[key] ?? key
  }

  private static let english = [
    "saknas": "missing", "totalt": "total", "insats": "measure", "ändring": "change",
    "fält": "field", "från": "from", "till": "to", "före": "before", "efter": "after",
    "skillnad": "difference", "mängd": "set", "träff": "hit",
  ]
}
