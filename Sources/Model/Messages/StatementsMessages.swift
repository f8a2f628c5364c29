package import Text

extension Messages {
  static let statements: [Message] = [
    unknownStatement, definitionHasClauses, definitionsTooDeep, wrongDefinitionArguments,
    nameTaken, unknownTopic, cannotRunFile, runTooDeep, runOutside, assertionFailed, notAValue,
    clauseAlone, uncountedSet, unknownExample, nothingToDraw, notANumberToDraw,
  ]

  package static let unknownStatement = Message(
    "F0401",
    Bilingual("okänd sats »{0}«", "unknown statement »{0}«"),
    reason: Bilingual("ingen sats börjar så", "no statement starts so"),
    example: Bilingual(
      "visar insatser",
      "shows measures"
    ),
    way: Bilingual(
      "börja med visa, antal, låt …; `hjälp` visar alla",
      "start with show, count, let …; `help` shows all"
    )
  )

  package static let definitionHasClauses = Message(
    "F0402",
    Bilingual("en definition kan inte ha »{0}«", "a definition cannot have »{0}«"),
    reason: Bilingual("bara där … går", "only where … can stand here"),
    example: Bilingual(
      "låt sena = insatser där slut < idag per område",
      "let late = measures where end < today by area"
    ),
    way: Bilingual(
      "ställ frågan om definitionen: antal sena per område",
      "ask the question of the definition: count late by area"
    )
  )

  package static let definitionsTooDeep = Message(
    "F0403",
    Bilingual("mer än 50 definitioner i varandra", "more than 50 definitions in each other"),
    reason: Bilingual("för djupt", "too deep"),
    way: Bilingual("bygg på en tidigare definition", "build on an earlier definition")
  )

  package static let wrongDefinitionArguments = Message(
    "F0404",
    Bilingual("»{0}« tar {1} argument, inte {2}", "»{0}« takes {1} arguments, not {2}"),
    reason: Bilingual("fel antal", "wrong number"),
    example: Bilingual(
      "låt inom(o) = insatser där område = o; antal inom",
      "let within(o) = measures where area = o; count within"
    ),
    way: Bilingual("skriv {3}", "write {3}")
  )

  package static let nameTaken = Message(
    "F0405",
    Bilingual("»{0}« är namnet på en mängd", "»{0}« is the name of a set"),
    reason: Bilingual("upptaget", "taken"),
    example: Bilingual(
      "låt insatser = organ",
      "let measures = bodies"
    ),
    way: Bilingual("välj ett annat namn", "choose another name")
  )

  package static let unknownTopic = Message(
    "F0406",
    Bilingual("det finns ingen hjälp om »{0}«", "there is no help on »{0}«"),
    reason: Bilingual("okänt", "unknown"),
    example: Bilingual(
      "hjälp fråvaro",
      "help fråvaro"
    ),
    way: Bilingual("skriv `hjälp` för en översikt", "write `help` for an overview")
  )

  package static let cannotRunFile = Message(
    "F0407",
    Bilingual("»{0}« kan inte köras: {1}", "»{0}« cannot be run: {1}"),
    reason: Bilingual("skriptet som skulle köras", "the script to run"),
    example: Bilingual(
      "kör \"saknas.folj\"",
      "run \"saknas.folj\""
    ),
    way: Bilingual("kontrollera namnet och mappen", "check the name and the folder")
  )

  package static let runTooDeep = Message(
    "F0408",
    Bilingual("skript kör varandra i mer än 50 led", "scripts run each other too deep"),
    reason: Bilingual("mer än 50", "more than 50"),
    way: Bilingual(
      "se efter om ett skript kör sig självt",
      "see whether a script runs itself"
    )
  )

  package static let runOutside = Message(
    "F0409",
    Bilingual(
      "»{0}« ligger utanför skriptets mapp",
      "»{0}« is outside the script's folder"
    ),
    reason: Bilingual("får inte läsas härifrån", "may not be read from here"),
    way: Bilingual(
      "lägg filen i samma mapp som skriptet",
      "put the file in the script's folder"
    )
  )

  package static let assertionFailed = Message(
    "F0410",
    Bilingual("kravet håller inte: {0}", "the assertion does not hold: {0}"),
    reason: Bilingual("{1}", "{1}"),
    example: Bilingual(
      "kräv antal(insatser där ansvarig saknas) = 0 annars \"insatser utan ansvarig\"",
      "assert count(measures where responsible missing) = 0 else \"nobody responsible\""
    ),
    way: Bilingual(
      "visa posterna med samma villkor för att se vilka",
      "show the records to see which"
    )
  )

  package static let notAValue = Message(
    "F0411",
    Bilingual("»{0}« är inget värde", "»{0}« is not a value"),
    reason: Bilingual("här väntas ett värde", "a value is expected here"),
    example: Bilingual(
      "låt x = (status = pågår)",
      "let x = (status = ongoing)"
    ),
    way: Bilingual(
      "skriv ett tal, en text, en dag eller en period",
      "write a number, a text, a day or a period"
    )
  )

  package static let clauseAlone = Message(
    "F0413",
    Bilingual("ingen sats börjar med »{0}«", "no statement starts with »{0}«"),
    reason: Bilingual("hör till en fråga", "belongs to a question"),
    example: Bilingual(
      "där status = pågår",
      "where status = ongoing"
    ),
    way: Bilingual(
      "dra in raden, så hör den till frågan ovanför; annars börja med visa eller antal",
      "indent the line to continue the question above; otherwise start with show or count"
    )
  )

  package static let uncountedSet = Message(
    "F0414",
    Bilingual("»{0}« är en mängd, inte ett antal", "»{0}« is a set, not a number"),
    reason: Bilingual("här väntas ett antal", "a count is expected here"),
    example: Bilingual(
      "kräv insatser = 0",
      "assert measures = 0"
    ),
    way: Bilingual(
      "skriv antal({0}), eller antal({0} där …)",
      "write count({0}), or count({0} where …)"
    )
  )

  package static let unknownExample = Message(
    "F0415",
    Bilingual("det finns inget exempel {0}", "there is no example {0}"),
    reason: Bilingual("exemplen är 1–{1}", "the examples are 1–{1}"),
    example: Bilingual("exempel 99", "example 99"),
    way: Bilingual("`exempel` visar dem", "`examples` shows them")
  )

  package static let nothingToDraw = Message(
    "F0416",
    Bilingual("svaret har inget att rita", "the answer has nothing to draw"),
    reason: Bilingual("ger varken tal eller tider", "gives neither numbers nor times"),
    example: Bilingual(
      "diagram ändringar sedan delår 2025",
      "chart changes since interim 2025"
    ),
    way: Bilingual(
      "räkna, som diagram antal {0} per …, eller visa poster som har tider",
      "count, as in chart count {0} by …, or show records that have times"
    )
  )

  package static let notANumberToDraw = Message(
    "F0417",
    Bilingual("»{0}« är inget tal att rita", "»{0}« is not a number to draw"),
    reason: Bilingual("en stapel är ett tal", "a bar is a number"),
    example: Bilingual(
      "diagram visa område, max(slut) från insatser per område",
      "chart show area, max(end) from measures by area"
    ),
    way: Bilingual(
      "rita antal, summa, medel eller andel; utan diagram visas värdet i en tabell",
      "draw count, sum, avg or share; without chart the value is shown in a table"
    )
  )
}
