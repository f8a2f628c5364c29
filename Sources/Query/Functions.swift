package import Text

/// The functions, one row each: names, parameters, what help says, an example with its result.
package enum Function: String, CaseIterable, Sendable {
  case length, year, month, quarter, tertial, days, round, upper, lower, first, last
  case `if`, coalesce, date

  /// What a function takes.
  enum Parameter: Sendable {
    case any, list, textOrList, period, number, text, condition
    /// Of the same type as the first value.
    case same
  }

  /// What a function is called and takes.
  struct Row {
    let names: [String]
    let parameters: [Parameter]
    let doc: Bilingual
    let example: String
  }

  var row: Row {
    switch self {
    case .length:
      Row(
        names: ["längd", "length"],
        parameters: [.textOrList],
        doc: Bilingual("Antal tecken, eller antal värden.", "Characters, or values of a list."),
        example: "längd(titel)"
      )
    case .year: part("år", "year", Bilingual("Årtalet.", "The year."))
    case .month: part("månad", "month", Bilingual("Månaden, 1–12.", "The month, 1–12."))
    case .quarter: part("kvartal", "quarter", Bilingual("Kvartalet, 1–4.", "The quarter, 1–4."))
    case .tertial: part("tertial", "tertial", Bilingual("Tertialet, 1–3.", "The tertial, 1–3."))
    case .days:
      Row(
        names: ["dagar", "days"],
        parameters: [.period, .period],
        doc: Bilingual(
          "Dagar från den första till den andra; en tid räknas som sin sista dag.",
          "Days from the first to the second; a time counts as its last day."
        ),
        example: "dagar(slut, idag)"
      )
    case .round:
      Row(
        names: ["avrunda", "round"],
        parameters: [.number, .number],
        doc: Bilingual("Avrundar till så många decimaler.", "Rounds to so many decimals."),
        example: "avrunda(framsteg / 3, 1)"
      )
    case .upper:
      Row(
        names: ["versaler", "upper"],
        parameters: [.text],
        doc: Bilingual("Med stora bokstäver.", "In capitals."),
        example: "versaler(ansvarig)"
      )
    case .lower:
      Row(
        names: ["gemener", "lower"],
        parameters: [.text],
        doc: Bilingual("Med små bokstäver.", "In small letters."),
        example: "gemener(ansvarig)"
      )
    case .first:
      Row(
        names: ["första", "first"],
        parameters: [.list],
        doc: Bilingual("Listans första värde.", "The first of a list."),
        example: "första(målgrupp)"
      )
    case .last:
      Row(
        names: ["sista", "last"],
        parameters: [.list],
        doc: Bilingual("Listans sista värde.", "The last of a list."),
        example: "sista(målgrupp)"
      )
    case .if:
      Row(
        names: ["om", "if"],
        parameters: [.condition, .any, .same],
        doc: Bilingual(
          "Det ena om villkoret håller, annars det andra.",
          "One if it holds, else the other."
        ),
        example: "om(slut < idag, \"sen\", \"i tid\")"
      )
    case .coalesce:
      Row(
        names: ["ersätt tom", "coalesce"],
        parameters: [.any, .same],
        doc: Bilingual(
          "Det första, eller det andra om det är tomt.",
          "The first, or the second if it is empty."
        ),
        example: "ersätt tom(ansvarig, \"ingen\")"
      )
    case .date:
      Row(
        names: ["datum", "date"],
        parameters: [.text],
        doc: Bilingual("Dagen som en text anger.", "The day that a text gives."),
        example: "datum(\"2026-04-30\")"
      )
    }
  }

  private func part(_ swedish: String, _ english: String, _ doc: Bilingual) -> Row {
    Row(names: [swedish, english], parameters: [.period], doc: doc, example: "\(swedish)(slut)")
  }

  /// The names, the Swedish one first.
  package var names: [String] { row.names }

  /// What help says.
  package var doc: Bilingual { row.doc }

  /// A use of it.
  package var example: String { row.example }

  /// Finds a function by its name.
  static func named(_ name: String) -> Function? {
    let needle = Needle(name)
    return allCases.first { $0.names.contains(where: needle.equals) }
  }

  /// Tells whether two words are the name of a function.
  static func hasTwoWords(_ first: Token, _ second: Token) -> Bool {
    twoWords.contains { $0[0].matches(first) && $0[1].matches(second) }
  }

  private static let twoWords: [[Spelling]] = allCases.flatMap(\.names)
    .map { $0.split(separator: " ").map { Spelling(String($0)) } }.filter { $0.count == 2 }
}

/// The measures over a group's records, one row each.
package enum Aggregate: String, CaseIterable, Sendable {
  case count, distinct, sum, average, median, min, max, share

  /// The names, the Swedish one first.
  package var names: [String] {
    switch self {
    case .count: Keyword.count.row.swedish + Keyword.count.row.english
    case .distinct: ["unika", "distinct"]
    case .sum: ["summa", "sum"]
    case .average: ["medel", "avg"]
    case .median: ["median"]
    case .min: ["min"]
    case .max: ["max"]
    case .share: ["andel", "share"]
    }
  }

  /// What help says.
  package var doc: Bilingual {
    switch self {
    case .count:
      Bilingual(
        "Antal poster, eller poster med fältet ifyllt.",
        "Records, or records with the field filled in."
      )
    case .distinct: Bilingual("Antal olika värden.", "The number of different values.")
    case .sum: Bilingual("Summan.", "The sum.")
    case .average: Bilingual("Medelvärdet.", "The mean.")
    case .median: Bilingual("Medianen.", "The median.")
    case .min: Bilingual("Det minsta, eller tidigaste.", "The least, or earliest.")
    case .max: Bilingual("Det största, eller senaste.", "The greatest, or latest.")
    case .share:
      Bilingual("Procent av gruppens poster.", "Percent of the group's records.")
    }
  }

  /// A use of it.
  package var example: String {
    switch self {
    case .count: "antal(ansvarig)"
    case .distinct: "unika(ansvarig)"
    case .share: "andel(status = genomförd)"
    case .min, .max: "\(names[0])(slut)"
    case .sum: "summa(belopp)"
    case .average, .median: "\(names[0])(framsteg)"
    }
  }

  /// Finds a measure by its name.
  static func named(_ name: String) -> Aggregate? {
    let needle = Needle(name)
    return allCases.first { $0.names.contains(where: needle.equals) }
  }
}
