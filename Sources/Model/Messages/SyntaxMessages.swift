package import Text

extension Messages {
  static let syntax: [Message] = [
    unknownCharacter, unclosedQuote, badEscape, unexpectedEnd, unexpectedWord,
    unclosedParenthesis, missingComparison, emptyList, listTooLong, tooDeep, statementTooLong,
    invalidUTF8, tooManySigns, listNeedsParentheses, missingComma, foreignSign, severalWords,
    onlyEmptyAfterIs,
  ]

  package static let unknownCharacter = Message(
    "F0001",
    Bilingual("tecknet »{0}« hör inte till språket", "»{0}« is not part of the language"),
    reason: Bilingual("passar inte här", "does not fit here"),
    example: Bilingual(
      "antal insatser där titel ~ @skola",
      "count measures where title ~ @skola"
    ),
    way: Bilingual(
      "ta bort det, eller skriv texten inom citattecken",
      "remove it, or put the text in quotes"
    )
  )

  package static let unclosedQuote = Message(
    "F0002",
    Bilingual("citattecknet stängs aldrig", "the quote is never closed"),
    reason: Bilingual("öppnas här", "opened here"),
    example: Bilingual(
      "antal insatser där titel ~ \"förskola",
      "count measures where title ~ \"förskola"
    ),
    way: Bilingual("sätt ett citattecken där texten slutar", "put a quote where the text ends")
  )

  package static let badEscape = Message(
    "F0003",
    Bilingual("»{0}« betyder inget i en text", "»{0}« means nothing in a text"),
    reason: Bilingual("okänd följd", "unknown escape"),
    example: Bilingual(
      "antal insatser där titel = \"a\\qb\"",
      "count measures where title = \"a\\qb\""
    ),
    way: Bilingual(
      "skriv \\\\ för ett omvänt snedstreck; \\n, \\t, \\\" och \\u{…} finns",
      "write \\\\ for a backslash; there are \\n, \\t, \\\" and \\u{…}"
    )
  )

  package static let unexpectedEnd = Message(
    "F0004",
    Bilingual("satsen slutar för tidigt", "the statement ends too early"),
    reason: Bilingual("här väntas {0}", "{0} is expected here"),
    example: Bilingual(
      "antal insatser där",
      "count measures where"
    ),
    way: Bilingual(
      "skriv färdigt, till exempel på nästa rad",
      "finish it, on the next line perhaps"
    )
  )

  package static let unexpectedWord = Message(
    "F0005",
    Bilingual("»{0}« passar inte här", "»{0}« does not fit here"),
    example: Bilingual(
      "antal insatser vart status = pågår",
      "count measures whre status = ongoing"
    ),
    way: Bilingual("här väntas {1}", "here is expected {1}")
  )

  package static let unclosedParenthesis = Message(
    "F0006",
    Bilingual("parentesen stängs aldrig", "the parenthesis is never closed"),
    reason: Bilingual("öppnas här", "opened here"),
    example: Bilingual(
      "antal insatser där (status = pågår",
      "count measures where (status = ongoing"
    ),
    way: Bilingual("sätt en ) där den ska sluta", "put a ) where it should end")
  )

  package static let missingComparison = Message(
    "F0007",
    Bilingual(
      "mellan »{0}« och »{1}« saknas en jämförelse",
      "a comparison is missing between »{0}« and »{1}«"
    ),
    reason: Bilingual("här väntas =", "= is expected here"),
    example: Bilingual(
      "antal insatser där titel \"skola\"",
      "count measures where title \"skola\""
    ),
    way: Bilingual("skriv {0} = {1}, eller {0} ~ {1}", "write {0} = {1}, or {0} ~ {1}")
  )

  package static let emptyList = Message(
    "F0008",
    Bilingual("listan är tom", "the list is empty"),
    reason: Bilingual("inga värden", "no values"),
    example: Bilingual(
      "antal insatser där status i ()",
      "count measures where status in ()"
    ),
    way: Bilingual(
      "skriv minst ett värde; för tomma fält: »saknas«",
      "write at least one value; for empty fields: »missing«"
    )
  )

  package static let listTooLong = Message(
    "F0009",
    Bilingual("listan har fler än 10 000 värden", "the list has more than 10,000 values"),
    reason: Bilingual("börjar här", "starts here"),
    way: Bilingual("dela frågan i flera", "split the question")
  )

  package static let tooDeep = Message(
    "F0010",
    Bilingual("mer än 256 nivåer i varandra", "more than 256 levels in each other"),
    reason: Bilingual("här blir det för djupt", "too deep here"),
    way: Bilingual("skriv om frågan med färre nivåer", "write it with fewer levels")
  )

  package static let statementTooLong = Message(
    "F0011",
    Bilingual("satsen är längre än 1 MiB", "the statement is longer than 1 MiB"),
    reason: Bilingual("börjar här", "starts here"),
    way: Bilingual("dela den i flera", "split it")
  )

  package static let invalidUTF8 = Message(
    "F0012",
    Bilingual("»{0}« är inte UTF-8 (rad {1}, byte {2})", "»{0}« is not UTF-8 (line {1}, byte {2})"),
    way: Bilingual("spara filen på nytt som UTF-8", "save the file again as UTF-8")
  )

  package static let tooManySigns = Message(
    "F0013",
    Bilingual("mer än 500 räknetecken i en sats", "more than 500 arithmetic signs in a statement"),
    reason: Bilingual("här blir det för många", "too many here"),
    way: Bilingual("räkna ihop talen först", "add up the numbers first")
  )

  package static let listNeedsParentheses = Message(
    "F0014",
    Bilingual("listan saknar parenteser", "the list lacks parentheses"),
    reason: Bilingual("ska stå inom ( och )", "must stand within ( and )"),
    example: Bilingual(
      "antal insatser där status inte i pågår, planerad",
      "count measures where status not in ongoing, planned"
    ),
    way: Bilingual("skriv {0} i ({1})", "write {0} in ({1})")
  )

  package static let missingComma = Message(
    "F0015",
    Bilingual(
      "mellan »{0}« och »{1}« saknas ett komma",
      "a comma is missing between »{0}« and »{1}«"
    ),
    reason: Bilingual("nästa kolumn börjar här", "the next column starts here"),
    example: Bilingual(
      "visa id titel från insatser",
      "show id title from measures"
    ),
    way: Bilingual("skriv {0}, {1}", "write {0}, {1}")
  )

  package static let foreignSign = Message(
    "F0016",
    Bilingual("»{0}« är inget jämförelsetecken", "»{0}« is no sign of comparison"),
    reason: Bilingual("skrivs på annat sätt här", "written in another way here"),
    example: Bilingual(
      "antal insatser där status == pågår",
      "count measures where status == ongoing"
    ),
    way: Bilingual(
      "tecknen är =, !=, <, <=, >, >=, ~ och !~",
      "the signs are =, !=, <, <=, >, >=, ~ and !~"
    )
  )

  package static let severalWords = Message(
    "F0017",
    Bilingual("»{0}« är flera ord", "»{0}« is several words"),
    reason: Bilingual("behöver citattecken", "needs quotes"),
    example: Bilingual(
      "antal insatser där titel = Höjd elevpeng",
      "count measures where title = Höjd elevpeng"
    ),
    way: Bilingual("skriv \"{0}\"", "write \"{0}\"")
  )

  package static let onlyEmptyAfterIs = Message(
    "F0018",
    Bilingual("efter »är« kan bara »tom« eller »inte tom« stå", "only »empty« can follow »is«"),
    reason: Bilingual("ett värde jämförs med ett tecken", "a value is compared with a sign"),
    example: Bilingual(
      "antal insatser där status är inte pågår",
      "count measures where status is not ongoing"
    ),
    way: Bilingual("skriv {0} {1} {2}", "write {0} {1} {2}")
  )
}
