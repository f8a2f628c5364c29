import Testing

@testable import Shell

@Suite("Edited line")
struct EditedLineTests {
  @Test("Up and Down keep the column, and stop at the end of a shorter row")
  func verticalMoves() {
    let text = "först\nen längre rad\nslut"
    #expect(EditedLine(text, cursor: 3).cursorAbove == nil)
    #expect(EditedLine(text, cursor: 3).cursorBelow == 9)
    #expect(EditedLine(text, cursor: 19).cursorAbove == 5)
    #expect(EditedLine(text, cursor: 19).cursorBelow == 24)
    #expect(EditedLine(text, cursor: 22).cursorBelow == nil)
    #expect(EditedLine("a\n", cursor: 2).cursorAbove == 0)
    #expect(EditedLine("\n\n", cursor: 1).cursorBelow == 2)
  }

  @Test("a row begins after a line feed and ends before one")
  func rows() {
    let line = EditedLine("ett\ntvå\ntre", cursor: 5)
    #expect(line.lineStart == 4 && line.lineEnd == 7)
    #expect(EditedLine("ett\n", cursor: 4).lineStart == 4)
    #expect(EditedLine("ett\n", cursor: 3).lineEnd == 3)
  }

  @Test("a UTF-8 offset is a place only between characters")
  func offsets() {
    let line = EditedLine("aå😀")
    #expect([0, 1, 3, 7].map { line.place(ofUTF8: $0) } == [0, 1, 2, 3])
    #expect([-1, 2, 4, 8].allSatisfy { line.place(ofUTF8: $0) == nil })
  }

  @Test("the row on the screen counts wraps, line feeds and wide characters")
  func screenRows() {
    func row(_ text: String, prompt: Int = 2, width: Int = 10) -> Int {
      EditedLine(text).row(promptCells: prompt, width: width) { $0.value > 0x2E80 ? 2 : 1 }
    }
    #expect(row("1234567") == 0)
    #expect(row("12345678") == 1)
    #expect(row("1\n2\n3") == 2)
    // A full row and then a line feed: libedit leaves an empty row between.
    #expect(row("12345678\n1") == 2)
    #expect(row("1234567世") == 1)
    #expect(row("", prompt: 25) == 2)
    #expect(EditedLine("12345678", cursor: 2).row(promptCells: 2, width: 10) { _ in 1 } == 0)
  }
}

@Suite("Typed text")
struct TypedTextTests {
  @Test(
    "one kind of line end, one kind of blank, nothing invisible",
    arguments: [
      ("a\r\nb\rc\nd\u{2028}e", "a\nb\nc\nd\ne"), ("a\r\r\n\nb", "a\n\n\nb"),
      ("a\tb\u{A0}c\u{202F}d", "a b c d"), ("a\u{0}\u{1B}[31mb\u{7F}\u{85}", "a[31mb"),
      ("på\u{AD}går\u{200B}\u{202E}\u{FEFF}", "pågår"), ("👩\u{200D}🏫", "👩\u{200D}🏫"),
    ]
  )
  func cleaned(text: String, expected: String) {
    #expect(Array(TypedText.cleaned(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("what stands between marks in a prompt is not seen")
  func prompts() {
    #expect(Prompt.visible("följ> ") == "följ> ")
    #expect(Prompt.visible("\u{1}\u{1B}[2m\u{1}följ>\u{1}\u{1B}[m\u{1} ") == "följ> ")
  }
}
