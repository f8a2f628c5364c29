import Text

/// Swedish for the few words that argument-parser writes itself.
struct HelpText {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// Gives help or a message in the user's language, examples first.
  func localised(_ text: String) -> String {
    var result = text
    if text.contains("USAGE:") { result = examples + "\n" + result + "\n" + exitCodes }
    guard language == .swedish else { return result }
    for (english, swedish) in Self.words {
      result = result.replacing(english, with: swedish)
    }
    return result
  }

  private var examples: String {
    Bilingual(
      """
      folj – frågor om hur politiska inriktningar följs upp

        folj                                   skalet på butiken i mappen
        folj -c 'visa insatser där status = pågår'
        folj april.folj 2026 Östlyckeskolan    ett skript med argument
        echo 'antal insatser per status' | folj --format csv

      """,
      """
      folj – questions about how political directions are followed up

        folj                                   the shell on the folder's store
        folj -c 'show measures where status = ongoing'
        folj april.folj 2026 Östlyckeskolan    a script with arguments
        echo 'count measures by status' | folj --format csv

      """
    )[language]
  }

  private var exitCodes: String {
    Bilingual(
      """
      SLUTKODER: 0 klart (också ett tomt svar) · 1 en sats gick fel · 2 fel användning ·
        3 ett krav höll inte · 4 butiken eller utdata gick inte att läsa eller skriva · 130 avbruten
      """,
      """
      EXIT CODES: 0 done (also with an empty answer) · 1 a statement failed · 2 wrong usage ·
        3 an assert did not hold · 4 the store or the output failed · 130 interrupted
      """
    )[language]
  }

  private static let words = [
    ("USAGE:", "ANVÄNDNING:"), ("ARGUMENTS:", "ARGUMENT:"), ("OPTIONS:", "VAL:"),
    ("Show help information.", "Visa den här hjälpen."), ("(default: ", "(annars "),
    ("(values: ", "(värden: "), ("default: ", "annars "), ("Please provide one of", "Välj"),
    ("' or '", "' eller '"), ("Error: ", "Fel: "), ("Unknown option", "Okänt val"),
    ("Did you mean", "Menade du"), ("Missing value for", "Värde saknas för"),
    ("Usage: ", "Användning: "), ("for more information.", "visar mer."), ("See '", "'"),
    ("Unexpected argument", "Oväntat argument"), ("The value", "Värdet"),
    ("is invalid for", "passar inte"), ("Help:  ", "Hjälp:  "),
  ]
}
