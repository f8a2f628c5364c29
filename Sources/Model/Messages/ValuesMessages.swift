package import Text

extension Messages {
  static let values: [Message] = [
    unknownEnumValue, unknownRecord, ambiguousValue, wrongValue, unitDoesNotFit, noSuchDay,
    unknownOccasion, noOccasionYet, notAMoment, cannotOrder, cannotLookInto, cannotCompare,
    listOperation, notANumber, cannotOverlap, noHistory, notACondition, wrongArgumentCount,
    wrongArgument, literalFirst, conditionAsValue,
  ]

  package static let unknownEnumValue = Message(
    "F0201", Bilingual("{1} har inget värde »{0}«", "{1} has no value »{0}«"),
    reason: Bilingual("okänt värde", "unknown value"),
    way: Bilingual("välj bland fältets värden", "choose among the field's values"))

  package static let unknownRecord = Message(
    "F0202", Bilingual("ingen av {1} heter »{0}«", "none of {1} is called »{0}«"),
    reason: Bilingual(
      "varken id, namn eller början på ett", "neither an id, a name nor the start of one"),
    way: Bilingual("sök med {2} ~ \"…\"", "look with {2} ~ \"…\""))

  package static let ambiguousValue = Message(
    "F0203", Bilingual("»{0}« kan betyda flera saker", "»{0}« can mean several things"),
    reason: Bilingual("passar på fler än en", "fits more than one"),
    way: Bilingual("skriv mer av namnet, eller ett id", "write more of the name, or an id"))

  package static let wrongValue = Message(
    "F0204", Bilingual("»{0}« är inte {1}", "»{0}« is not {1}"),
    reason: Bilingual("här väntas {1}", "{1} is expected here"),
    way: Bilingual("{2} tar {1}, till exempel {3}", "{2} takes {1}, such as {3}"))

  package static let unitDoesNotFit = Message(
    "F0205", Bilingual("enheten i »{0}« passar inte {1}", "the unit of »{0}« does not fit {1}"),
    reason: Bilingual("fel enhet", "wrong unit"),
    way: Bilingual(
      "skriv talet utan enhet, eller med fältets egen", "write it without a unit, or with the field's"))

  package static let noSuchDay = Message(
    "F0206", Bilingual("»{0}« finns inte i kalendern", "»{0}« is not in the calendar"),
    reason: Bilingual("ingen sådan dag", "no such day"),
    way: Bilingual(
      "skriv år-månad-dag, till exempel 2026-04-30", "write year-month-day, such as 2026-04-30"))

  package static let unknownOccasion = Message(
    "F0207", Bilingual("tillfället »{0}« finns inte i butiken", "the store has no occasion »{0}«"),
    reason: Bilingual("inget sådant tillfälle", "no such occasion"),
    way: Bilingual("`visa tillfällen` visar dem", "`show occasions` shows them"))

  package static let noOccasionYet = Message(
    "F0208", Bilingual("det finns inget tillfälle för »{0}«", "there is no occasion for »{0}«"),
    reason: Bilingual("inget tillfälle till och med idag", "no occasion up to today"),
    way: Bilingual(
      "skriv en dag i stället, till exempel 2026-04-30", "write a day instead, such as 2026-04-30"))

  package static let notAMoment = Message(
    "F0209", Bilingual("»{0}« är ingen tidpunkt", "»{0}« is not a moment"),
    reason: Bilingual("här väntas en tidpunkt", "a moment is expected here"),
    way: Bilingual(
      "skriv ett tillfälle (april 2026, senaste), en dag (2026-04-30, idag) eller en period (2026-Q1)",
      "write an occasion (april 2026, latest), a day (2026-04-30, today) or a period (2026-Q1)"))

  package static let cannotOrder = Message(
    "F0210", Bilingual("{0} har ingen ordning att jämföra med {1}", "{0} has no order for {1}"),
    reason: Bilingual(
      "tal, dagar, tider och text kan ordnas", "numbers, days, times and texts can be ordered"),
    way: Bilingual("använd = , != eller i (…)", "use = , != or in (…)"))

  package static let cannotLookInto = Message(
    "F0211", Bilingual("{0} är ingen text att söka i", "{0} is no text to look into"),
    reason: Bilingual("bara text, namn och värden i ord", "only texts, names and values in words"),
    way: Bilingual("använd =, < eller mellan", "use =, < or between"))

  package static let cannotCompare = Message(
    "F0212", Bilingual("{0} och {1} kan inte jämföras", "{0} and {1} cannot be compared"),
    reason: Bilingual("av olika slag", "of different kinds"),
    way: Bilingual("jämför fält av samma slag", "compare fields of the same kind"))

  package static let listOperation = Message(
    "F0213", Bilingual("{0} har flera värden", "{0} has several values"),
    reason: Bilingual("går inte med en lista", "not possible with a list"),
    way: Bilingual(
      "använd =, ~, i (…) eller saknas; antal({0}) och längd({0}) räknar",
      "use =, ~, in (…) or missing; count({0}) and length({0}) count"))

  package static let notANumber = Message(
    "F0214", Bilingual("{0} är inget tal", "{0} is not a number"),
    reason: Bilingual("går inte att räkna med", "cannot be calculated with"),
    way: Bilingual(
      "räkna med tal, procent och belopp; dagar med »+ 30 dagar«",
      "calculate with numbers, percent and amounts; days with »+ 30 days«"))

  package static let cannotOverlap = Message(
    "F0215", Bilingual("{0} är ingen tid", "{0} is not a time"),
    reason: Bilingual("bara tider överlappar", "only times overlap"),
    way: Bilingual("välj ett fält som start eller slut", "choose a field such as start or end"))

  package static let noHistory = Message(
    "F0216", Bilingual("{0} har ingen historia", "{0} has no history"),
    reason: Bilingual(
      "bara det som lägena redovisar har historia", "only what reports carry has a history"),
    way: Bilingual("välj {1} på insatser", "choose {1} of measures"))

  package static let notACondition = Message(
    "F0217", Bilingual("»{0}« är inget villkor", "»{0}« is not a condition"),
    reason: Bilingual("inget att jämföra med", "nothing to compare with"),
    way: Bilingual("skriv till exempel {0} = … eller {0} saknas", "write {0} = … or {0} missing"))

  package static let wrongArgumentCount = Message(
    "F0218", Bilingual("{0} tar {1}, inte {2}", "{0} takes {1}, not {2}"),
    reason: Bilingual("fel antal", "wrong number"),
    way: Bilingual("skriv till exempel {3}", "write for instance {3}"))

  package static let wrongArgument = Message(
    "F0219", Bilingual("{0} kan inte ta {1}", "{0} cannot take {1}"),
    reason: Bilingual("av fel slag", "of the wrong kind"),
    way: Bilingual("skriv till exempel {2}", "write for instance {2}"))

  package static let literalFirst = Message(
    "F0220",
    Bilingual("två värden jämförs, inget fält", "two values are compared, and no field"),
    reason: Bilingual("här väntas ett fält", "a field is expected here"),
    way: Bilingual("sätt ett fält på ena sidan", "put a field on one side"))

  package static let conditionAsValue = Message(
    "F0221", Bilingual("ett villkor är inget värde", "a condition is not a value"),
    reason: Bilingual("här väntas ett fält eller ett värde", "a field or a value is expected here"),
    way: Bilingual(
      "använd om(villkor, värde, annat värde)", "use if(condition, value, other value)"))
}
