import Query
import Text

/// What help says of one way to compare: its signs and words, what it means, and a use of it.
struct ConditionHelp {
  let signs: [String]
  let words: [Keyword]
  let doc: Bilingual
  let example: Bilingual

  private init(_ signs: [String], _ words: [Keyword], _ doc: Bilingual, _ example: Bilingual) {
    (self.signs, self.words, self.doc, self.example) = (signs, words, doc, example)
  }

  /// How it is written in a language.
  func name(_ language: Language) -> String {
    (signs + words.map { $0.spelling[language] }).joined(separator: ", ")
  }

  /// Tells whether a typed word is one of its own.
  func isNamed(_ needle: Needle) -> Bool {
    signs.contains(where: needle.equals) || words.contains { $0.isNamed(needle) }
  }

  /// The ways, in the order that help lists them.
  static let all: [ConditionHelp] = values + texts + presence + history + joints

  private static let values = [
    ConditionHelp(
      ["="],
      [],
      Bilingual("Lika med; en tid ligger inom perioden.", "Equal; a time lies in the period."),
      Bilingual("slut = våren 2026", "end = spring 2026")
    ),
    ConditionHelp(
      ["!="],
      [],
      Bilingual("Inte lika med; de tomma räknas med.", "Not equal; the empty ones count too."),
      Bilingual("säkerhet != beslutad", "certainty != decided")
    ),
    ConditionHelp(
      ["<", "<=", ">", ">="],
      [],
      Bilingual("Mindre, högst, större, minst.", "Less, at most, greater, at least."),
      Bilingual("slut <= 2026-12-31", "end <= 2026-12-31")
    ),
    ConditionHelp(
      [],
      [.between],
      Bilingual("Från och med, till och med.", "From and to, both included."),
      Bilingual("slut mellan idag och 2026-12-31", "end between today and 2026-12-31")
    ),
    ConditionHelp(
      [],
      [.in],
      Bilingual("Ett av värdena.", "One of the values."),
      Bilingual("status i (planerad, pågår)", "status in (planned, ongoing)")
    ),
    ConditionHelp(
      [],
      [.overlaps],
      Bilingual("Två tider möts någonstans.", "Two times meet somewhere."),
      Bilingual("start överlappar hösten 2026", "start overlaps autumn 2026")
    ),
  ]

  private static let texts = [
    ConditionHelp(
      ["~", "!~"],
      [.contains],
      Bilingual("Texten finns i fältet; !~ finns inte.", "The field has the text; !~ has it not."),
      Bilingual("titel ~ skola", "title ~ skola")
    ),
    ConditionHelp(
      [],
      [.startsWith, .endsWith],
      Bilingual("Början eller slutet av texten.", "The start or the end of the text."),
      Bilingual("titel börjar med Höjd", "title starts with Höjd")
    ),
    ConditionHelp(
      [],
      [.matches],
      Bilingual(
        "Ett mönster: * är vad som helst, ? ett tecken.",
        "A pattern: * is anything, ? one sign."
      ),
      Bilingual("id liknar \"I-2026-0?\"", "id matches \"I-2026-0?\"")
    ),
  ]

  private static let presence = [
    ConditionHelp(
      [],
      [.missing, .is, .empty],
      Bilingual("Inget är ifyllt.", "Nothing is filled in."),
      Bilingual("ansvarig saknas", "owner missing")
    ),
    ConditionHelp(
      [],
      [.exists],
      Bilingual(
        "Något är ifyllt; med parentes: en sådan post finns.",
        "Something is filled in; with parentheses: there is such a record."
      ),
      Bilingual("finns(effekter där riktning = ökar)", "exists(effects where trend = rising)")
    ),
    ConditionHelp(
      [],
      [.all],
      Bilingual("Ingen post bryter mot villkoret.", "No record breaks the condition."),
      Bilingual("alla(lägen där status = pågår)", "all(reports where status = ongoing)")
    ),
  ]

  private static let history = [
    ConditionHelp(
      [],
      [.was, .at],
      Bilingual("Har haft värdet, när som helst eller då.", "Has had the value, ever or then."),
      Bilingual("status var pågår vid delår 2025", "status was ongoing at interim 2025")
    ),
    ConditionHelp(
      [],
      [.changed, .since, .before, .after],
      Bilingual("Har bytt värde.", "Has changed its value."),
      Bilingual(
        "status ändrad till genomförd sedan delår 2025",
        "status changed to done since interim 2025"
      )
    ),
  ]

  private static let joints = [
    ConditionHelp(
      [],
      [.and, .or, .not],
      Bilingual(
        "Fogar ihop villkor: inte före och, och före eller.",
        "Join conditions: not before and, and before or."
      ),
      Bilingual(
        "status = pågår och (slut saknas eller slut < idag)",
        "status = ongoing and (end missing or end < today)"
      )
    )
  ]
}
