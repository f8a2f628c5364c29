package import Text

extension Messages {
  static let questions: [Message] = [
    repeatedClause, noColumns, badLimit, measureOutside, notGrouped, measureNeedsNumbers,
    measureOfList, cannotSortList, acrossNeedsMeasure, havingNeedsGroups, limitByList,
    measureInMeasure, clauseNotHere, repeatedHeading, searchNeedsSet, nothingToFind,
  ]

  package static let repeatedClause = Message(
    "F0301",
    Bilingual("»{0}« står två gånger", "»{0}« stands twice"),
    reason: Bilingual("den andra gången", "the second time"),
    example: Bilingual(
      "antal insatser där status = pågår där år = 2026",
      "count measures where status = ongoing where year = 2026"
    ),
    way: Bilingual(
      "skriv den en gång: villkor fogas ihop med »och«, fält med komma",
      "write it once: conditions are joined by »and«, fields by commas"
    )
  )

  package static let noColumns = Message(
    "F0302",
    Bilingual("inga kolumner före »från«", "no columns before »from«"),
    reason: Bilingual("här väntas ett fält", "a field is expected here"),
    example: Bilingual(
      "visa från insatser",
      "show from measures"
    ),
    way: Bilingual(
      "skriv visa id, titel från …, eller visa … utan från",
      "write show id, title from …, or show … without from"
    )
  )

  package static let badLimit = Message(
    "F0303",
    Bilingual("»högst« tar ett antal rader", "»limit« takes a number of rows"),
    reason: Bilingual("här väntas ett helt tal", "a whole number is expected here"),
    example: Bilingual(
      "visa insatser högst 2,5",
      "show measures limit 2,5"
    ),
    way: Bilingual("skriv till exempel högst 10", "write for instance limit 10")
  )

  package static let measureOutside = Message(
    "F0304",
    Bilingual("»{0}« är ett mått, inte ett fält", "»{0}« is a measure, not a field"),
    reason: Bilingual("gäller en grupp, inte en post", "is of a group, not of a record"),
    example: Bilingual(
      "antal insatser per område där antal > 3",
      "count measures by area where count > 3"
    ),
    way: Bilingual(
      "gruppera med per …, så kan mått vara kolumner och stå efter »med« och »sortera på«",
      "group with by …, and measures can be columns and follow »having« and »sort by«"
    )
  )

  package static let notGrouped = Message(
    "F0305",
    Bilingual("{0} är varken grupperat eller ett mått", "{0} is neither grouped nor a measure"),
    reason: Bilingual("har flera värden i en grupp", "has several values in a group"),
    example: Bilingual(
      "visa område, titel, antal från insatser per område",
      "show area, title, count from measures by area"
    ),
    way: Bilingual(
      "lägg till {0} efter »per«, eller räkna: antal({0}), unika({0})",
      "add {0} after »by«, or count: count({0}), distinct({0})"
    )
  )

  package static let measureNeedsNumbers = Message(
    "F0306",
    Bilingual("{0} kan inte räknas av {1}", "{0} cannot be taken of {1}"),
    reason: Bilingual("{2}", "{2}"),
    example: Bilingual(
      "visa summa(titel) från insatser",
      "show sum(title) from measures"
    ),
    way: Bilingual(
      "summa, medel och median tar tal; min och max också tider; antal och unika tar allt",
      "sum, avg and median take numbers; min and max times too; count and distinct take all"
    )
  )

  package static let measureOfList = Message(
    "F0307",
    Bilingual("{0} kan inte räknas av en lista", "{0} cannot be taken of a list"),
    reason: Bilingual("{1} har flera värden", "{1} has several values"),
    example: Bilingual(
      "visa max(område.år) från insatser",
      "show max(area.year) from measures"
    ),
    way: Bilingual("antal({1}) och unika({1}) går", "count({1}) and distinct({1}) work")
  )

  package static let cannotSortList = Message(
    "F0308",
    Bilingual("det går inte att sortera på en lista", "a list cannot be sorted by"),
    reason: Bilingual("{0} har flera värden", "{0} has several values"),
    example: Bilingual(
      "visa insatser sortera på målgrupp",
      "show measures sort by target_group"
    ),
    way: Bilingual("sortera på första({0})", "sort by first({0})")
  )

  package static let acrossNeedsMeasure = Message(
    "F0310",
    Bilingual("en korstabell behöver ett mått", "a cross table needs a measure"),
    reason: Bilingual("inget mått bland kolumnerna", "no measure among the columns"),
    example: Bilingual(
      "visa område från insatser per område mot status",
      "show area from measures by area across status"
    ),
    way: Bilingual("lägg till antal bland kolumnerna", "add count among the columns")
  )

  package static let havingNeedsGroups = Message(
    "F0311",
    Bilingual(
      "»med« gäller grupper, och här finns inga",
      "»having« is about groups, and there are none"
    ),
    reason: Bilingual("ingen gruppering", "no groups"),
    example: Bilingual(
      "visa insatser med antal > 3",
      "show measures having count > 3"
    ),
    way: Bilingual(
      "använd där för poster, eller lägg till per …",
      "use where for records, or add by …"
    )
  )

  package static let limitByList = Message(
    "F0312",
    Bilingual("högst … per går inte med en lista", "limit … by does not go with a list"),
    reason: Bilingual("{0} har flera värden", "{0} has several values"),
    example: Bilingual(
      "visa insatser högst 2 per målgrupp",
      "show measures limit 2 by target_group"
    ),
    way: Bilingual("välj ett fält med ett värde", "choose a field with one value")
  )

  package static let measureInMeasure = Message(
    "F0313",
    Bilingual("ett mått kan inte stå i ett annat", "a measure cannot stand inside another"),
    reason: Bilingual("redan inne i ett mått", "already inside a measure"),
    example: Bilingual(
      "visa max(antal) från insatser",
      "show max(count) from measures"
    ),
    way: Bilingual("räkna med måtten bredvid varandra", "calculate with the measures side by side")
  )

  package static let clauseNotHere = Message(
    "F0314",
    Bilingual("»{0}« kan inte stå i den här frågan", "»{0}« cannot stand in this question"),
    reason: Bilingual("hör inte hit", "does not belong here"),
    example: Bilingual(
      "ändringar sedan april 2025 sortera på status",
      "changes since april 2025 sort by status"
    ),
    way: Bilingual("ta bort den delen", "remove that clause")
  )

  package static let repeatedHeading = Message(
    "F0315",
    Bilingual("två kolumner heter »{0}«", "two columns are called »{0}«"),
    reason: Bilingual("upptaget", "taken"),
    example: Bilingual(
      "visa id, titel som id från insatser",
      "show id, title as id from measures"
    ),
    way: Bilingual("ge den ena en egen rubrik med som \"…\"", "give one a heading with as \"…\"")
  )

  package static let searchNeedsSet = Message(
    "F0316",
    Bilingual(
      "»{0}« gäller en mängd, och här söks i alla",
      "»{0}« is about one set, and all are searched"
    ),
    reason: Bilingual("ingen mängd att döma i", "no set to judge in"),
    example: Bilingual(
      "sök frånvaro där status = pågår",
      "find frånvaro where status = ongoing"
    ),
    way: Bilingual(
      "ange mängden: sök \"…\" i insatser där …",
      "name the set: find \"…\" in measures where …"
    )
  )

  package static let nothingToFind = Message(
    "F0317",
    Bilingual("»{0}« har inget ord att söka efter", "»{0}« holds no word to look for"),
    reason: Bilingual("varken bokstäver eller siffror", "neither letters nor digits"),
    example: Bilingual(
      "sök \"…\"",
      "find \"…\""
    ),
    way: Bilingual("skriv till exempel sök \"frånvaro\"", "write for instance find \"frånvaro\"")
  )
}
