package import Text

extension Messages {
  static let store: [Message] = [
    cannotRead, notAFile, emptyFolder, storeTooLarge, notAStore, duplicateID, jsonSyntax,
    jsonUnexpectedEnd, jsonDuplicateKey, jsonEncoding, jsonText, jsonNumber, jsonLimit, jsonShape,
    jsonTrailing, dangling, unknownValue, wrongType, newerVersion, badOwnField,
    cannotWrite, outputExists, outputNotAllowed,
  ]

  package static let cannotRead = Message(
    "F0601",
    Bilingual("butiken »{0}« kan inte läsas: {1}", "the store »{0}« cannot be read: {1}"),
    way: Bilingual(
      "kontrollera sökvägen, eller ange en annan med --store",
      "check the path, or give another with --store"
    )
  )

  package static let notAFile = Message(
    "F0602",
    Bilingual("»{0}« är varken en fil eller en mapp", "»{0}« is neither a file nor a folder"),
    way: Bilingual(
      "ange en JSON-fil eller en mapp med --store",
      "give a JSON file or a folder with --store"
    )
  )

  package static let emptyFolder = Message(
    "F0603",
    Bilingual("mappen »{0}« har ingen .json-fil", "the folder »{0}« has no .json file"),
    way: Bilingual(
      "lägg uppföljningens filer i mappen, eller ange en annan med --store",
      "put the follow-up's files there, or give another with --store"
    )
  )

  package static let storeTooLarge = Message(
    "F0604",
    Bilingual("butiken »{0}« är större än 4 GiB", "the store »{0}« is larger than 4 GiB"),
    way: Bilingual("dela den i flera butiker", "split it into several stores")
  )

  package static let notAStore = Message(
    "F0605",
    Bilingual("»{0}« är ingen följ-butik", "»{0}« is not a följ store"),
    way: Bilingual(
      "filen ska vara ett JSON-objekt som börjar {\"format\": \"följ\", \"version\": 1 …",
      "the file must be a JSON object that starts {\"format\": \"följ\", \"version\": 1 …"
    )
  )

  package static let duplicateID = Message(
    "F0606",
    Bilingual(
      "id »{0}« finns två gånger i {1}, först i {2}",
      "id »{0}« stands twice in {1}, first at {2}"
    ),
    way: Bilingual(
      "ge den ena posten ett annat id; stora och små bokstäver räknas som samma",
      "give one of the records another id; capitals and small letters count as the same"
    )
  )

  package static let jsonSyntax = Message(
    "F0611",
    Bilingual("här är filen inte giltig JSON", "the file is not valid JSON here"),
    way: Bilingual(
      "se efter om ett komma, kolon, citattecken eller en parentes saknas eller är för mycket",
      "see whether a comma, colon, bracket or quote is missing or too many"
    )
  )

  package static let jsonUnexpectedEnd = Message(
    "F0612",
    Bilingual("filen slutar mitt i ett värde", "the file ends inside a value"),
    way: Bilingual(
      "filen kan vara avhuggen: hämta den på nytt, eller stäng det som står öppet",
      "the file may be cut off: fetch it again, or close what is open"
    )
  )

  package static let jsonDuplicateKey = Message(
    "F0613",
    Bilingual("samma nyckel två gånger i en post", "the same key twice in a record"),
    way: Bilingual("ta bort den ena", "remove one of them")
  )

  package static let jsonEncoding = Message(
    "F0614",
    Bilingual("filen är inte UTF-8", "the file is not UTF-8"),
    way: Bilingual("spara den på nytt som UTF-8", "save it again as UTF-8")
  )

  package static let jsonText = Message(
    "F0615",
    Bilingual(
      "en text har ett tecken eller en \\-följd som JSON inte tillåter",
      "a text has a character or an escape that JSON does not allow"
    ),
    way: Bilingual(
      "skriv \\n för ny rad, \\t för tabb, \\\\ för \\ och \\\" för citattecken",
      "write \\n for a new line, \\t for a tab, \\\\ for \\ and \\\" for a quote"
    )
  )

  package static let jsonNumber = Message(
    "F0616",
    Bilingual("ett tal är fel skrivet", "a number is wrongly written"),
    way: Bilingual(
      "skriv 12, -3 eller 12.5: punkt som decimaltecken och inga nollor först",
      "write 12, -3 or 12.5: a point for decimals and no leading zeros"
    )
  )

  package static let jsonLimit = Message(
    "F0617",
    Bilingual("filen har för många nivåer eller är för stor", "the file is too deep or too large"),
    way: Bilingual(
      "en butik har högst 256 nivåer av hakparenteser och 4 GiB",
      "a store has at most 256 levels of brackets and 4 GiB"
    )
  )

  package static let jsonShape = Message(
    "F0618",
    Bilingual("här väntas ett annat slag av värde", "another kind of value is expected here"),
    way: Bilingual(
      "en mängd är en lista [ … ] av poster { … }",
      "a set is a list [ … ] of records { … }"
    )
  )

  package static let jsonTrailing = Message(
    "F0619",
    Bilingual("det står mer efter butikens slut", "there is more after the end of the store"),
    way: Bilingual("ta bort det som följer på sista }", "remove what follows the last }")
  )

  package static let dangling = Message(
    "F0621",
    Bilingual("{0}: id som inte finns i butiken", "{0}: an id that the store does not have"),
    way: Bilingual(
      "rätta id:t eller lägg till posten; frågor räknar värdet som ifyllt men utan post",
      "correct the id or add the record; questions count the value as filled in, without a record"
    )
  )

  package static let unknownValue = Message(
    "F0622",
    Bilingual("{0}: värde som fältet inte har", "{0}: a value that the field does not have"),
    way: Bilingual(
      "rätta värdet; `beskriv` visar vilka som finns",
      "correct it; `describe` shows those that exist"
    )
  )

  package static let wrongType = Message(
    "F0623",
    Bilingual(
      "{0}: värde av fel slag, räknas som tomt",
      "{0}: a value of the wrong kind, taken as empty"
    ),
    way: Bilingual(
      "rätta värdet; `beskriv` visar fältets typ",
      "correct it; `describe` shows the field's type"
    )
  )

  package static let newerVersion = Message(
    "F0624",
    Bilingual(
      "butiken har en nyare version än programmet känner",
      "the store has a newer version than this program knows"
    ),
    way: Bilingual(
      "den läses så långt det går; uppdatera programmet för att vara säker",
      "it is read as far as possible; update the program to be sure"
    )
  )

  package static let badOwnField = Message(
    "F0625",
    Bilingual("ett eget fält är fel deklarerat", "an own field is wrongly declared"),
    way: Bilingual(
      "ge mängd, ledigt namn, hjälp och typ: text, int, number, money, percent, bool, day, time",
      "give mängd, a free namn, hjälp and typ: text, int, number, money, percent, bool, day, time"
    )
  )

  package static let cannotWrite = Message(
    "F0701",
    Bilingual("det går inte att skriva till »{0}«: {1}", "cannot write to »{0}«: {1}"),
    way: Bilingual(
      "se efter plats och rättigheter; inget halvt svar har lämnats kvar i filen",
      "check space and rights; no half answer has been left in the file"
    )
  )

  package static let outputExists = Message(
    "F0702",
    Bilingual("filen »{0}« finns redan", "the file »{0}« exists already"),
    way: Bilingual(
      "välj ett annat namn, eller skriv över den med --replace",
      "choose another name, or overwrite it with --replace"
    )
  )

  package static let outputNotAllowed = Message(
    "F0703",
    Bilingual("ett skript får inte skriva till »{0}«", "a script may not write to »{0}«"),
    reason: Bilingual("utanför tillåtna mappar", "outside the allowed folders"),
    way: Bilingual(
      "ge mappen med --allow-write när skriptet startas",
      "give the folder with --allow-write when the script is started"
    )
  )

  /// Gives the message for a fault in a JSON text.
  package static func json(_ kind: JSONFault.Kind) -> Message {
    switch kind {
    case .unexpectedByte, .mismatchedBracket, .missingComma, .trailingComma, .missingColon,
      .keyExpected, .invalidLiteral:
      jsonSyntax
    case .unexpectedEnd, .emptyDocument: jsonUnexpectedEnd
    case .duplicateKey: jsonDuplicateKey
    case .invalidUTF8, .utf16, .utf32: jsonEncoding
    case .invalidEscape, .loneSurrogate, .controlCharacter: jsonText
    case .invalidNumber, .leadingZero: jsonNumber
    case .depthLimit, .sizeLimit: jsonLimit
    case .trailingContent: jsonTrailing
    case .notAnObject, .notAnArray, .notAString, .notANumber, .notABoolean, .notNull: jsonShape
    }
  }

  /// Gives the message for a finding.
  package static func finding(_ kind: Finding.Kind) -> Message {
    switch kind {
    case .dangling: dangling
    case .unknownValue: unknownValue
    case .wrongType: wrongType
    case .newerVersion: newerVersion
    case .badOwnField: badOwnField
    }
  }
}
