package import Text

extension Messages {
  static let names: [Message] = [
    unknownSet, unknownField, fieldLeadsNowhere, unknownFunction, unknownVariable, notARelation,
    unknownFormat, operatorInWord, unknownID,
  ]

  package static let unknownSet = Message(
    "F0101",
    Bilingual("okänd mängd »{0}«", "unknown set »{0}«"),
    reason: Bilingual(
      "varken mängd, id eller definition",
      "neither a set, an id nor a definition"
    ),
    example: Bilingual(
      "antal insattser",
      "count meassures"
    ),
    way: Bilingual("`beskriv` visar mängderna", "`describe` shows the sets")
  )

  package static let unknownField = Message(
    "F0102",
    Bilingual("okänt fält »{0}«", "unknown field »{0}«"),
    reason: Bilingual(
      "{1} har inget fält med det namnet",
      "{1} has no field of that name"
    ),
    example: Bilingual(
      "antal insatser där stats = pågår",
      "count measures where stats = ongoing"
    ),
    way: Bilingual("`beskriv {1}` visar fälten", "`describe {1}` shows the fields")
  )

  package static let fieldLeadsNowhere = Message(
    "F0103",
    Bilingual("»{0}« leder inte vidare", "»{0}« leads no further"),
    reason: Bilingual("ett värde, inte en post", "a value, not a record"),
    example: Bilingual(
      "visa status.namn från insatser",
      "show status.name from measures"
    ),
    way: Bilingual(
      "en punkt kan bara stå efter fält som leder till poster, som område eller insats",
      "a point can only follow fields that lead to records, such as area or measure"
    )
  )

  package static let unknownFunction = Message(
    "F0104",
    Bilingual("okänd funktion »{0}«", "unknown function »{0}«"),
    reason: Bilingual("ingen funktion heter så", "no function has that name"),
    example: Bilingual(
      "visa avrundad(ordning, 1) från områden",
      "show rounded(order, 1) from areas"
    ),
    way: Bilingual("`hjälp funktioner` visar alla", "`help functions` shows all")
  )

  package static let unknownVariable = Message(
    "F0105",
    Bilingual("variabeln ${0} har inget värde", "the variable ${0} has no value"),
    reason: Bilingual("inte satt", "not set"),
    example: Bilingual(
      "antal insatser där år = $året",
      "count measures where year = $year"
    ),
    way: Bilingual(
      "skriv först låt {0} = …, eller ge --set {0}=…; $1, $2 … är skriptets argument",
      "write let {0} = … first, or give --set {0}=…; $1, $2 … are the script's arguments"
    )
  )

  package static let notARelation = Message(
    "F0106",
    Bilingual("»{0}« leder inte till poster", "»{0}« does not lead to records"),
    reason: Bilingual("ett värde, inte poster", "a value, not records"),
    example: Bilingual(
      "antal insatser där finns(status)",
      "count measures where exists(status)"
    ),
    way: Bilingual(
      "finns() och alla() tar fält som leder till poster, till exempel insatser, lägen, effekter",
      "exists() and all() take fields that lead to records, such as measures, reports, effects"
    )
  )

  package static let unknownFormat = Message(
    "F0107",
    Bilingual("okänt format »{0}«", "unknown format »{0}«"),
    reason: Bilingual("finns inte", "does not exist"),
    example: Bilingual(
      "visa insatser som exel",
      "show measures as exel"
    ),
    way: Bilingual("välj {1}", "choose {1}")
  )

  package static let operatorInWord = Message(
    "F0108",
    Bilingual(
      "»{0}« lästes som ett enda ord",
      "»{0}« was read as one word"
    ),
    reason: Bilingual("inget fält heter så", "no field has that name"),
    example: Bilingual(
      "visa ordning-1 från områden",
      "show order-1 from areas"
    ),
    way: Bilingual(
      "skriv blanktecken runt räknetecknet: {1}",
      "write blanks around the sign: {1}"
    )
  )

  package static let unknownID = Message(
    "F0109",
    Bilingual("ingen post har id »{0}«", "no record has the id »{0}«"),
    reason: Bilingual("finns inte i butiken", "not in the store"),
    example: Bilingual(
      "visa I-2026-999",
      "show I-2026-999"
    ),
    way: Bilingual("`visa insatser` visar id i första kolumnen", "`show measures` shows ids first")
  )
}
