import Query
import TestSupport

/// Answers with everything in them that has broken a table, a terminal or a spreadsheet.
enum HostileAnswers {
  static let texts = [
    "Kartläggning", "å ä ö Å Ä Ö é ü", "  blanka  före och efter  ",
    String(repeating: "Ett långt stycke text om frånvaro i årskurs nio. ", count: 12),
    String(repeating: "sammansättningsord", count: 20),
    "a/b-c/d-" + String(repeating: "x", count: 99),
    String(repeating: "日本語のテキスト", count: 9), "👨‍👩‍👧 🇸🇪 👍🏽 ❤️ 🏴 ☃ 한국어 हिन्दी क्षेत्र",
    "\u{1B}[31mröd\u{1B}[0m \u{1B}]8;;http://x.se\u{7}länk\u{1B}]8;;\u{7} \u{1B}[2J",
    "\u{9B}31m \u{85} \u{90}q \u{9D}52;c;!\u{9C} \u{7F} \u{8}\u{8} \u{0} \u{B}\u{C}",
    "\u{202E}gnirts\u{202C} \u{2066}a\u{2069} \u{200F} \u{61C} \u{206F}",
    "noll\u{200B}bredd a\u{200D}b 1\u{200D}2 #\u{FE0F} ©\u{200D} \u{FEFF}\u{2060}\u{AD}",
    "\u{34F}\u{3164}\u{115F}\u{1160}\u{FFA0}\u{17B4}\u{180E}",
    "❤\u{200D} \u{FE0F} 👩\u{200D}x \u{200D}👩 👩\u{FE0F}\u{FE0F} \u{E0041}\u{E007F} \u{E0100}",
    "\u{E000} \u{FFFE} \u{378} \u{10FFFF} \u{2028} \u{2029} \u{FFF9} \u{1D173}",
    "rad ett\nrad två\r\nrad tre\rslut\n\n", "flik\tflik\t", "\u{301}märke Z\u{300}\u{301}\u{302}",
    #"a|b "c", 'd'; \ `kod` <b>fet</b> [x](y) ![z](w) *k* _u_ ~s~ $m$ &copy; | |"#,
    "=1+1", "+46 12", "-1", "@SUM(A1)", "# rubrik", "> citat", "1. punkt", ",", "\"", ";", "–",
    "saknas",
  ]

  static let questions = [
    "visa insatser", "visa insatser högst 1", "visa insatser högst 0", "antal insatser",
    "visa id, titel, ansvarig, målgrupp, år, belopp, framsteg, slut från insatser",
    "visa målgrupp från insatser", "visa beskrivning från insatser",
    "visa slut, titel, beskrivning, område.namn, längd(titel), belopp / 3 från insatser",
    "antal insatser per ansvarig", "antal insatser per målgrupp", "antal insatser där år = 1900",
    "antal insatser per ansvarig mot område", "antal insatser per område mot status",
    "visa ansvarig, count, medel(belopp) från insatser per ansvarig mot område",
    #"visa titel som "\u{1B}[31m\u{202E}rubrik\n" från insatser"#,
    #"visa titel som "en mycket lång rubrik som måste brytas i varje format" från insatser"#,
    #"visa insatser där titel = "\u{1B}[2J\u{202E}" och ansvarig = "|""#,
    "visa insatser där område = kompetens och status = pausad",
    "ändringar sedan 2020-01-01", "ändringar sedan 2026-11-24",
    "jämför 2025-01-01 med 2026-11-24 per ansvarig", "visa områden där id = finns_inte",
    "antal insatser per år med antal > 1000", "visa tillfällen",
  ]

  /// Every question with its answer.
  static func all() throws -> [(question: String, answer: Answer)] { try made.get() }

  private static let made = Result(catching: make)

  private static func make() throws -> [(question: String, answer: Answer)] {
    let store = try store()
    return try questions.map { ($0, try store.answer($0)) }
  }

  /// The store that the answers are of.
  static func store() throws -> TestStore {
    let quoted = texts.map(TestStore.quoted)
    let areas = quoted.enumerated().map { #"{"id": "område-\#($0)", "namn": \#($1)}"# }
    let measures = quoted.enumerated().map { k, text in
      let list = quoted[max(0, k - 2)...k].joined(separator: ", ")
      let optional =
        k.isMultiple(of: 3)
        ? "" : #", "ansvarig": \#(text), "belopp": \#(k * 12_345).5, "slut": "2026-0\#(k % 9 + 1)""#
      return #"""
        {"id": "I-\#(k)", "titel": \#(text), "beskrivning": \#(text), "område": "område-\#(k)",
         "år": \#(2020 + k % 9), "status": "pågår", "målgrupp": [\#(list)]\#(optional)}
        """#
    }
    let kompetens = #"{"id": "kompetens", "namn": "Kompetensförsörjning"}"#
    let strange = #"{"id": "I-🇸🇪-\u001b-\#(String(repeating: "x", count: 300))", "titel": "id"}"#
    return try TestStore(
      sets: [("områden", areas + [kompetens]), ("insatser", measures + [strange])]
    )
  }
}
