package import Text

extension Messages {
  static let values: [Message] = [
    unknownEnumValue, unknownRecord, ambiguousValue, wrongValue, unitDoesNotFit, noSuchDay,
    unknownOccasion, noOccasionYet, notAMoment, cannotOrder, cannotLookInto, cannotCompare,
    listOperation, notANumber, cannotOverlap, noHistory, notACondition, wrongArgumentCount,
    wrongArgument, literalFirst, conditionAsValue, fieldAsValue, valueWithoutField,
    cannotShift,
  ]

  package static let unknownEnumValue = Message(
    "F0201",
    Bilingual("{1} har inget värde »{0}«", "{1} has no value »{0}«"),
    reason: Bilingual("okänt värde", "unknown value"),
    example: Bilingual(
      "antal insatser där status = pågåår",
      "count measures where status = ongooing"
    ),
    way: Bilingual("välj bland fältets värden", "choose among the field's values")
  )

  package static let unknownRecord = Message(
    "F0202",
    Bilingual("ingen av {1} heter »{0}«", "none of {1} is called »{0}«"),
    reason: Bilingual(
      "varken id, namn eller början på ett",
      "neither an id, a name nor the start of one"
    ),
    example: Bilingual(
      "antal insatser där område = kompetensförsörjningen",
      "count measures where area = kompetensförsörjningen"
    ),
    way: Bilingual("sök med {2} ~ \"…\"", "look with {2} ~ \"…\"")
  )

  package static let ambiguousValue = Message(
    "F0203",
    Bilingual("»{0}« kan betyda flera saker", "»{0}« can mean several things"),
    reason: Bilingual("passar på fler än en", "fits more than one"),
    example: Bilingual(
      "antal insatser där område = kompetensf",
      "count measures where area = kompetensf"
    ),
    way: Bilingual("skriv mer av namnet, eller ett id", "write more of the name, or an id")
  )

  package static let wrongValue = Message(
    "F0204",
    Bilingual("»{0}« är inte {1}", "»{0}« is not {1}"),
    reason: Bilingual("här väntas {1}", "{1} is expected here"),
    example: Bilingual(
      "antal insatser där år = tvåtusen",
      "count measures where year = twothousand"
    ),
    way: Bilingual("{2} tar {1}, till exempel {3}", "{2} takes {1}, such as {3}")
  )

  package static let unitDoesNotFit = Message(
    "F0205",
    Bilingual("enheten i »{0}« passar inte {1}", "the unit of »{0}« does not fit {1}"),
    reason: Bilingual("fel enhet", "wrong unit"),
    example: Bilingual(
      "antal insatser där framsteg > 3 tkr",
      "count measures where progress > 3 tkr"
    ),
    way: Bilingual(
      "{1} tar {2}: skriv till exempel {3}, eller talet utan enhet",
      "{1} takes {2}: write for instance {3}, or the number without a unit"
    )
  )

  package static let noSuchDay = Message(
    "F0206",
    Bilingual("»{0}« finns inte i kalendern", "»{0}« is not in the calendar"),
    reason: Bilingual("ingen sådan dag", "no such day"),
    example: Bilingual(
      "antal insatser där slut < 2026-02-30",
      "count measures where end < 2026-02-30"
    ),
    way: Bilingual(
      "skriv år-månad-dag, till exempel 2026-04-30",
      "write year-month-day, such as 2026-04-30"
    )
  )

  package static let unknownOccasion = Message(
    "F0207",
    Bilingual("tillfället »{0}« finns inte i butiken", "the store has no occasion »{0}«"),
    reason: Bilingual("inget sådant tillfälle", "no such occasion"),
    example: Bilingual(
      "antal insatser läget delår 2031",
      "count measures as of interim 2031"
    ),
    way: Bilingual("`visa tillfällen` visar dem", "`show occasions` shows them")
  )

  package static let noOccasionYet = Message(
    "F0208",
    Bilingual("det finns inget tillfälle för »{0}«", "there is no occasion for »{0}«"),
    reason: Bilingual("inget tillfälle till och med idag", "no occasion up to today"),
    way: Bilingual(
      "skriv en dag i stället, till exempel 2026-04-30",
      "write a day instead, such as 2026-04-30"
    )
  )

  package static let notAMoment = Message(
    "F0209",
    Bilingual("»{0}« är ingen tidpunkt", "»{0}« is not a moment"),
    reason: Bilingual("här väntas en tidpunkt", "a moment is expected here"),
    example: Bilingual(
      "antal insatser läget kompetens",
      "count measures as of kompetens"
    ),
    way: Bilingual(
      "skriv ett tillfälle (april 2026, senaste), en dag (2026-04-30) eller en period (2026-Q1)",
      "write an occasion (april 2026, latest), a day (2026-04-30) or a period (2026-Q1)"
    )
  )

  package static let cannotOrder = Message(
    "F0210",
    Bilingual("{0} har ingen ordning", "{0} has no order"),
    reason: Bilingual(
      "bara tal, dagar, tider och text är större eller mindre",
      "only numbers, days, times and texts are greater or less"
    ),
    example: Bilingual(
      "antal insatser där status > pågår",
      "count measures where status > ongoing"
    ),
    way: Bilingual("använd =, != eller i (…)", "use =, != or in (…)")
  )

  package static let cannotLookInto = Message(
    "F0211",
    Bilingual("{0} är ingen text att söka i", "{0} is no text to look into"),
    reason: Bilingual("bara text, namn och värden i ord", "only texts, names and values in words"),
    example: Bilingual(
      "antal insatser där slut ~ 2026",
      "count measures where end ~ 2026"
    ),
    way: Bilingual("använd =, < eller mellan … och …", "use =, < or between … and …")
  )

  package static let cannotCompare = Message(
    "F0212",
    Bilingual("{0} och {1} kan inte jämföras", "{0} and {1} cannot be compared"),
    reason: Bilingual("{2}, inte {3}", "{2}, not {3}"),
    example: Bilingual(
      "antal insatser där slut = titel",
      "count measures where end = title"
    ),
    way: Bilingual("jämför med något av samma slag", "compare with something of the same kind")
  )

  package static let listOperation = Message(
    "F0213",
    Bilingual("{0} har flera värden", "{0} has several values"),
    reason: Bilingual("går inte med en lista", "not possible with a list"),
    example: Bilingual(
      "antal insatser där målgrupp < barn",
      "count measures where target_group < barn"
    ),
    way: Bilingual(
      "använd =, ~, i (…) eller saknas; antal({0}) och längd({0}) räknar",
      "use =, ~, in (…) or missing; count({0}) and length({0}) count"
    )
  )

  package static let notANumber = Message(
    "F0214",
    Bilingual("{0} är inget tal", "{0} is not a number"),
    reason: Bilingual("går inte att räkna med", "cannot be calculated with"),
    example: Bilingual(
      "visa ansvarig + 1 från insatser",
      "show responsible + 1 from measures"
    ),
    way: Bilingual(
      "räkna med tal, procent och belopp; dagar med »+ 30 dagar«",
      "calculate with numbers, percent and amounts; days with »+ 30 days«"
    )
  )

  package static let cannotOverlap = Message(
    "F0215",
    Bilingual("{0} är ingen tid", "{0} is not a time"),
    reason: Bilingual("bara tider överlappar", "only times overlap"),
    example: Bilingual(
      "antal insatser där titel överlappar 2026",
      "count measures where title overlaps 2026"
    ),
    way: Bilingual("välj ett fält som start eller slut", "choose a field such as start or end")
  )

  package static let noHistory = Message(
    "F0216",
    Bilingual("{0} har ingen historia", "{0} has no history"),
    reason: Bilingual(
      "bara det som lägena redovisar har historia",
      "only what reports carry has a history"
    ),
    example: Bilingual(
      "antal insatser där ansvarig var rektor",
      "count measures where responsible was rektor"
    ),
    way: Bilingual("välj bland {1} på insatser", "choose among {1} of measures")
  )

  package static let notACondition = Message(
    "F0217",
    Bilingual("»{0}« är inget villkor", "»{0}« is not a condition"),
    reason: Bilingual("inget att jämföra med", "nothing to compare with"),
    example: Bilingual(
      "antal insatser där ansvarig och status = pågår",
      "count measures where responsible and status = ongoing"
    ),
    way: Bilingual("skriv till exempel {0} = … eller {0} saknas", "write {0} = … or {0} missing")
  )

  package static let wrongArgumentCount = Message(
    "F0218",
    Bilingual("{0} tar {1}, inte {2}", "{0} takes {1}, not {2}"),
    reason: Bilingual("fel antal", "wrong number"),
    example: Bilingual(
      "visa dagar(slut) från insatser",
      "show days(end) from measures"
    ),
    way: Bilingual("skriv till exempel {3}", "write for instance {3}")
  )

  package static let wrongArgument = Message(
    "F0219",
    Bilingual("{0}() går inte att använda på {1}", "{0}() cannot be used on {1}"),
    reason: Bilingual("{3}", "{3}"),
    example: Bilingual(
      "visa längd(slut) från insatser",
      "show length(end) from measures"
    ),
    way: Bilingual("skriv till exempel {2}", "write for instance {2}")
  )

  package static let literalFirst = Message(
    "F0220",
    Bilingual("två värden jämförs, inget fält", "two values are compared, and no field"),
    reason: Bilingual("här väntas ett fält", "a field is expected here"),
    example: Bilingual(
      "antal insatser där 5 < 7",
      "count measures where 5 < 7"
    ),
    way: Bilingual("sätt ett fält på ena sidan", "put a field on one side")
  )

  package static let conditionAsValue = Message(
    "F0221",
    Bilingual("ett villkor är inget värde", "a condition is not a value"),
    reason: Bilingual("här väntas ett fält eller ett värde", "a field or a value is expected here"),
    example: Bilingual(
      "visa (status = pågår) från insatser",
      "show (status = ongoing) from measures"
    ),
    way: Bilingual(
      "använd om(villkor, värde, annat värde)",
      "use if(condition, value, other value)"
    )
  )

  package static let fieldAsValue = Message(
    "F0222",
    Bilingual("»{0}« är ett annat fält", "»{0}« is another field"),
    reason: Bilingual("inget värde av {1}", "no value of {1}"),
    example: Bilingual(
      "antal insatser där status = försenad",
      "count measures where status = late"
    ),
    way: Bilingual("skriv {0} = …, eller ett värde av {1}", "write {0} = …, or a value of {1}")
  )

  package static let valueWithoutField = Message(
    "F0223",
    Bilingual("{0} står utan fält", "{0} stands without a field"),
    reason: Bilingual("vad ska vara {0}?", "what shall be {0}?"),
    example: Bilingual(
      "antal insatser där status = pågår eller planerad",
      "count measures where status = ongoing or planned"
    ),
    way: Bilingual(
      "skriv {1} = {0}, eller {1} i ({2}, {0})",
      "write {1} = {0}, or {1} in ({2}, {0})"
    )
  )

  package static let cannotShift = Message(
    "F0224",
    Bilingual("{0} är ingen tid att räkna från", "{0} is no time to count from"),
    reason: Bilingual("{1}, inte en dag", "{1}, not a day"),
    example: Bilingual(
      "antal insatser där ansvarig + 30 dagar < idag",
      "count measures where responsible + 30 days < today"
    ),
    way: Bilingual(
      "dagar, veckor, månader och år läggs till en dag eller en tid, som slut + 30 dagar",
      "days, weeks, months and years are added to a day or a time, as in end + 30 days"
    )
  )
}
