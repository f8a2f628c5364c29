import Testing

@testable import Exchange

@Suite("List")
struct ListTests {
  @Test("gives each field a line, the whole text, and »saknas« for what is missing")
  func fifty() throws {
    #expect(
      try written("visa insatser där id != \"I-2\"", .list, width: 50) == """
        id:       I-1
        titel:    Kartläggning av frånvaro i årskurs 7–9,
                  skola för skola, med rektorer
        område:   Hög frånvaro
        status:   pågår
        ansvarig: rektor
        slut:     2026-06-30

        id:       I-10
        titel:    Rutin | "steg 1",
                  steg␉2
        område:   Kompetensförsörjning
        status:   planerad
        ansvarig: ålderschef
        slut:     saknas

        2 av 3 insatser, 67 %. Läget 2026-11-24.

        """
    )
  }

  @Test("gives a long heading its own line")
  func heading() throws {
    #expect(
      try written(
        #"visa id, slut som "när den ska vara klar" från insatser högst 1"#,
        .list,
        width: 40
      )
        == """
        id:          I-1
        när den ska vara klar:
                     2026-06-30

        3 insatser. Visar 1 av 3 insatser. Läget
        2026-11-24.

        """
    )
  }
}

@Suite("Markdown")
struct MarkdownTests {
  @Test("is a table for GitHub with the sentence below")
  func table() throws {
    #expect(
      try written("visa id, titel, belopp, slut från insatser där område = kompetens", .markdown)
        == """
        | id | titel | belopp | slut |
        | --- | --- | ---: | --- |
        | I-2 | Handledning | 1234,5\u{A0}kr | 2026-01-01/2026-06-30 |
        | I-10 | Rutin \\| "steg 1",␊steg␉2 | 12\u{202F}345\u{202F}678\u{A0}kr | saknas |

        2 av 3 insatser, 67 %. Läget 2026-11-24.

        """
    )
  }

  @Test("an empty answer is paragraphs, escaped")
  func empty() throws {
    #expect(
      try written(#"visa insatser där titel = "<b>|*""#, .markdown) == #"""
        Inga insatser. Läget 2026-11-24.

        3 insatser → 0 där titel = "\<b>\|\*"

        Värden som finns där: Kartläggning av frånvaro i årskurs 7–9, skola för skola, med \#
        rektorer 1 · Handledning 1 · Rutin \| "steg 1",␊steg␉2 1

        """#
    )
  }

  @Test(
    "escapes what means something, anywhere or first",
    arguments: [
      ("a|b", #"a\|b"#), ("`x`", #"\`x\`"#), ("<b>", #"\<b>"#), ("[x](y)", #"\[x](y)"#),
      (#"\"#, #"\\"#), ("*a* _b_ ~c~", #"\*a\* \_b\_ \~c\~"#), ("ålder_status", "ålder_status"),
      ("&amp;", #"\&amp;"#), ("$x$", #"\$x\$"#), ("- a - b", #"\- a - b"#), ("# a", ##"\# a"##),
      ("+1", #"\+1"#), ("=1", #"\=1"#), ("> a > b", #"\> a > b"#), ("−5", "−5"), ("", ""),
    ]
  )
  func escaped(text: String, escaped: String) {
    #expect(Markdown.escaped(text) == escaped)
  }
}
