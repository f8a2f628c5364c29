import Testing

@testable import Shell

@Suite("Candidates in columns")
struct CandidateColumnsTests {
  private func rows(_ items: [String], width: Int) -> [String] {
    CandidateColumns.rows(items, width: width) { $0.count }
  }

  @Test("the columns are filled downwards and are as few rows as fit")
  func columns() {
    #expect(rows(["ett", "två", "tre", "fyra"], width: 40) == ["ett  två  tre  fyra"])
    #expect(rows(["ett", "två", "tre", "fyra"], width: 13) == ["ett  tre", "två  fyra"])
    #expect(rows(["ett", "två", "tre"], width: 4) == ["ett", "två", "tre"])
    #expect(rows(["a", "bbbb", "c"], width: 8) == ["a     c", "bbbb"])
    #expect(rows([], width: 10).isEmpty)
  }

  @Test("what is wider than the screen is cut and says so")
  func cut() {
    #expect(rows(["Östlyckeskolan", "Ö"], width: 8) == ["Östlyc…", "Ö"])
    #expect(rows(["abc"], width: 1) == ["…"])
  }

  @Test("no row is wider than the screen", arguments: 2...60)
  func width(width: Int) {
    let items = (1...30).map { String(repeating: "å", count: $0 * 7 % 19 + 1) }
    let rows = rows(items, width: width)
    #expect(rows.allSatisfy { $0.count < width })
    if width > 20 { #expect(items.allSatisfy { item in rows.contains { $0.contains(item) } }) }
  }
}

@Suite("What TAB inserts")
struct CompletionStepTests {
  private func step(_ typed: String, _ texts: [String], start: Int = 0) -> CompletionStep {
    let candidates = texts.map { Candidate(text: $0) }
    return CompletionStep(
      Completion(start: start, candidates: candidates),
      line: EditedLine(typed),
      fold: { folded($0) }
    )
  }

  private func folded(_ text: String) -> String {
    String(text.lowercased().map { $0 == "å" || $0 == "ä" ? "a" : $0 })
  }

  @Test("a sole candidate, with a blank unless one follows")
  func soleCandidate() {
    #expect(step("x = på", ["pågår"], start: 4).insertion == .init(start: 4, text: "pågår "))
    let line = EditedLine("på x", cursor: 2)
    let completion = Completion(start: 0, candidates: [Candidate(text: "pågår")])
    let step = CompletionStep(completion, line: line, fold: folded)
    #expect(step.insertion == .init(start: 0, text: "pågår") && !step.lists)
  }

  @Test("what all share, if it goes on from what is typed in any case and without marks")
  func commonPrefix() {
    #expect(step("PA", ["pågår", "påbörjad"]).insertion == nil)
    #expect(step("P", ["pågår", "påbörjad"]).insertion == .init(start: 0, text: "på"))
    #expect(step("pag", ["pågår", "pågående"]).insertion == .init(start: 0, text: "pågå"))
    #expect(step("på", ["pågår", "påbörjad"]).lists)
  }

  @Test("a tie between å and ä inserts nothing and deletes nothing")
  func tie() {
    let step = step("p", ["pågår", "pärm"])
    #expect(step.insertion == nil && step.lists)
  }

  @Test("a character is never cut in two")
  func wholeCharacters() {
    #expect(Shell.commonPrefix(of: ["👩\u{200D}🏫a", "👩\u{200D}🏭b"]) == "")
    #expect(Shell.commonPrefix(of: ["pa\u{30A}x", "påy"]) == "på")
    #expect(Shell.commonPrefix(of: []) == "")
  }

  @Test("no candidates, or a start that is no place in the text, do nothing")
  func nothing() {
    #expect(step("på", []) == step("på", ["x"], start: 9))
    #expect(step("på", ["x"], start: 2).insertion == nil)
    #expect(!step("på", ["x", "y"], start: 2).lists)
  }
}

@Suite("Recall")
struct HistoryRecallTests {
  @Test("texts that contain what stood before the cursor, and back to the line with its cursor")
  func contains() {
    var recall = HistoryRecall(["visa ett", "antal", "visa två", "visa två"])
    let draft = EditedLine("visa!", cursor: 4)
    let two = recall.older(than: draft)
    #expect(two == EditedLine("visa två"))
    let one = two.flatMap { recall.older(than: $0) }
    #expect(one == EditedLine("visa ett"))
    #expect(one.flatMap { recall.older(than: $0) } == nil)
    #expect(one.flatMap { recall.newer(than: $0) } == two)
    #expect(two.flatMap { recall.newer(than: $0) } == draft)
    #expect(recall.newer(than: draft) == nil)
  }

  @Test("a recalled text that has been changed is a line of its own")
  func changed() {
    var recall = HistoryRecall(["visa ett", "antal"])
    _ = recall.older(than: EditedLine(""))
    #expect(recall.newer(than: EditedLine("antal!")) == nil)
    #expect(recall.older(than: EditedLine("visa")) == EditedLine("visa ett"))
  }

  @Test("without history there is nothing to recall")
  func empty() {
    var recall = HistoryRecall([])
    #expect(recall.older(than: EditedLine("x")) == nil)
    #expect(recall.newer(than: EditedLine("x")) == nil)
  }
}
