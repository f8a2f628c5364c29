import TestSupport
import Testing

@testable import Shell

@Suite("The rows of a menu")
struct MenuLayoutTests {
  private func rows(
    _ candidates: [Candidate],
    selection: Int? = nil,
    height: Int = 9,
    width: Int = 40
  ) -> [String] {
    let layout = MenuLayout(width: width, cells: { $0.count }, more: { "… och \($0) till" })
    let rows = layout.rows(candidates, selection: selection, height: height)
    #expect(rows.filter(\.isSelected).count <= 1)
    #expect(rows.allSatisfy { $0.isSelected == $0.text.hasPrefix("> ") })
    return rows.map(\.text)
  }

  private let states = [
    Candidate(text: "pågår", note: "i gång", count: 14), Candidate(text: "planerad", count: 9),
    Candidate(text: "pausad", count: 0),
  ]

  @Test("text, count and note stand in columns, and the choice is marked")
  func columns() {
    #expect(rows(states) == ["  pågår     14  i gång", "  planerad   9", "  pausad     0"])
    #expect(rows(states, selection: 1)[1] == "> planerad   9")
    #expect(rows([Candidate(text: "a", note: "b")]) == ["  a  b"])
    #expect(rows([]).isEmpty && rows(states, height: 0).isEmpty)
  }

  @Test("on a narrow screen the note goes first, and what is left is cut")
  func narrow() {
    #expect(rows(states, width: 20)[0] == "  pågår     14")
    for width in 2...60 { #expect(rows(states, width: width).allSatisfy { $0.count < width }) }
  }

  @Test(
    "if not all fit, the page of the choice is shown and the rest is counted",
    arguments: [
      (nil, ["  0", "  1", "  2", "  … och 4 till"]), (2, ["  0", "  1", "> 2", "  … och 4 till"]),
      (3, ["> 3", "  4", "  5", "  … och 4 till"]), (6, ["  4", "  5", "> 6", "  … och 4 till"]),
    ] as [(Int?, [String])]
  )
  func pages(selection: Int?, expected: [String]) {
    let candidates = (0..<7).map { Candidate(text: String($0)) }
    #expect(rows(candidates, selection: selection, height: 4) == expected)
    #expect(rows(candidates, selection: selection, height: 1).count == 1)
  }

  @Test("the choice goes round in both directions")
  func choice() {
    var menu = LineMenu(Completion(start: 0, candidates: states))
    #expect(menu.chosen == nil)
    let down = (0..<4).map { _ in
      menu.next()
      return menu.selection
    }
    #expect(down == [0, 1, 2, 0])
    menu.previous()
    #expect(menu.selection == 2 && menu.chosen?.text == "pausad")
    var other = LineMenu(Completion(start: 0, candidates: states))
    other.previous()
    #expect(other.selection == 2)
    var empty = LineMenu(Completion(start: 0, candidates: []))
    empty.next()
    #expect(empty.chosen == nil)
  }

  @Test("a guess is shown and never inserted, and of a part of the candidates no beginning is")
  func guesses() {
    func step(_ candidates: [Candidate], isCut: Bool = false) -> CompletionStep {
      let completion = Completion(start: 0, candidates: candidates, isCut: isCut)
      return CompletionStep(completion, line: EditedLine("p"), fold: { $0 })
    }
    let guess = step([Candidate(text: "planerad", isGuess: true)])
    #expect(guess.lists && guess.insertion == nil)
    let common = [Candidate(text: "pla"), Candidate(text: "plb")]
    #expect(step(common).insertion == .init(start: 0, text: "pl"))
    #expect(step(common, isCut: true).insertion == nil)
  }
}

@Suite("The search in the history")
struct LineSearchTests {
  private func search(_ needle: String = "") -> LineSearch {
    let entries = ["visa insatser", "antal mål", "visa mål", "visa insatser", "hjälp"]
    return LineSearch(entries, needle: needle, fold: { $0.lowercased() })
  }

  @Test("the newest match first, each text once, in any case")
  func matches() {
    #expect(search().matches == ["hjälp", "visa insatser", "visa mål", "antal mål"])
    #expect(search("MÅL").matches == ["visa mål", "antal mål"])
    #expect(search("x").chosen == nil && search("x").matches.isEmpty)
  }

  @Test("older and newer stop at the ends")
  func walk() {
    var search = search("visa")
    #expect(search.chosen == "visa insatser")
    #expect(search.older() && search.chosen == "visa mål")
    #expect(!search.older() && search.chosen == "visa mål")
    #expect(search.newer() && !search.newer())
  }

  @Test("the choice stays on its text while it matches")
  func typing() {
    var search = search()
    _ = search.older()
    _ = search.older()
    search.type("v")
    #expect(search.chosen == "visa mål" && search.selection == 1)
    search.type("isa m")
    #expect(search.matches == ["visa mål"])
    search.erase()
    #expect(search.needle == "visa " && search.chosen == "visa mål")
    search.clear()
    #expect(search.needle.isEmpty && search.matches.count == 4)
  }
}

@Suite("The hint")
struct LineHintTests {
  @Test(
    "the rest of the newest text that begins like the line",
    arguments: [
      ("visa", " mål"), ("visa i", "nsatser"), ("visa mål", nil), ("antal", nil), ("", nil),
      (" ", nil), ("rad", nil), ("rad två\ns", "lut"),
    ] as [(String, String?)]
  )
  func rest(text: String, expected: String?) {
    let entries = ["visa insatser", "visa mål", "rad två\nslut"]
    #expect(LineHint.rest(of: text, in: entries) == expected)
  }
}

@Suite("Undo")
struct LineUndoTests {
  @Test("a word that was typed is one change, and so is a paste or a cut")
  func words() {
    var undo = LineUndo()
    for text in ["", "v", "vi", "vis", "visa", "visa ", "visa m", "visa må", "visa måx y", ""] {
      undo.note(EditedLine(text))
    }
    let texts = sequence(first: EditedLine(""), next: { _ in undo.undo() }).map(\.text)
    #expect(texts == ["", "visa måx y", "visa må", "visa ", "visa", ""])
  }

  @Test("the cursor comes back to where it was when the text changed")
  func cursor() {
    var undo = LineUndo()
    undo.note(EditedLine("abc"))
    undo.note(EditedLine("abc", cursor: 1))
    undo.note(EditedLine("a", cursor: 1))
    #expect(undo.undo() == EditedLine("abc", cursor: 1))
    #expect(undo.undo() == nil)
  }
}

@Suite("What is painted over the line")
struct LinePainterTests {
  private static let prompt = "följ> "

  /// Draws a line as libedit does, at the bottom of a screen that has been used.
  private func drawn(_ line: EditedLine, rows: Int, width: Int) -> (Screen, LinePainter.Frame) {
    var screen = Screen(rows: rows, columns: width)
    screen.feed(Array(String(repeating: "x\r\n", count: rows).utf8))
    let frame = LinePainter.frame(
      line,
      promptCells: Self.prompt.count,
      width: width,
      cells: Self.cells
    )
    screen.feed(Array(Self.prompt.utf8))
    var at = Self.prompt.count
    for (place, scalar) in line.scalars.enumerated() {
      screen.feed(Array((scalar == "\n" ? "\r\n" : String(scalar)).utf8))
      let spot = line.spot(
        of: place + 1,
        promptCells: Self.prompt.count,
        width: width,
        cells: Self.cells
      )
      // libedit goes on in the next row at once when a row is full.
      if spot.column == 0, at > 0, scalar != "\n" { screen.feed(Array("\r\n".utf8)) }
      at = spot.column
    }
    let up = frame.end.row - frame.cursor.row
    let right = frame.cursor.column
    screen.feed(Array(((up > 0 ? "\u{1B}[\(up)A" : "") + "\r").utf8))
    if right > 0 { screen.feed(Array("\u{1B}[\(right)C".utf8)) }
    return (screen, frame)
  }

  private static func cells(_ scalar: Unicode.Scalar) -> Int { scalar == "字" ? 2 : 1 }

  @Test(
    "the text and the cursor stay where they are, and nothing is left after erasing",
    arguments: [8, 9, 13, 20, 40]
  )
  func stays(width: Int) {
    let texts = [
      "", "v", "visa insatser där slut", "rad ett\n  rad två\n\nslut", "12\n34", "1234567\n8",
      "字字字字字字字字", "åäöåäöåäöåäöåäöåäöåäöåäö",
    ]
    for text in texts {
      for cursor in 0...text.unicodeScalars.count {
        check(EditedLine(text, cursor: cursor), width: width)
      }
    }
  }

  private func check(_ line: EditedLine, width: Int) {
    let height = 40
    let (screen, frame) = drawn(line, rows: height, width: width)
    let parts =
      line.text.utf8.isEmpty ? [] : [StyledPart(0..<1, .keyword), StyledPart(1..<2, .name)]
    var painter = LinePainter(frame, width: width, usesColour: true)
    let hint = frame.end.column + 2 < width ? "h" : ""
    let rows = [MenuRow(text: "  ett"), MenuRow(text: "> två", isSelected: true)]
    var painted = screen
    painted.feed(
      Array(painter.paint(line, parts, hint: hint, rows: rows, cells: Self.cells).utf8)
    )
    let below = painted.row + frame.end.row - frame.cursor.row
    #expect(painted.column == screen.column, "\(line)")
    #expect(Array(painted.rows[(below + 1)...(below + 2)]) == ["  ett", "> två"], "\(line)")
    painted.feed(Array(painter.erase().utf8))
    #expect(painted.column == screen.column, "\(line)")
    // The picture has moved up by the rows of the menu.
    let moved = screen.row - painted.row
    #expect(Array(painted.rows.dropLast(moved)) == Array(screen.rows.dropFirst(moved)), "\(line)")
  }

  @Test("colours are of those that can be read on dark and light ground")
  func colours() {
    for style in TextStyle.allCases {
      let codes = LineColours.code(style).split(separator: ";").compactMap { Int($0) }
      #expect(!codes.isEmpty && codes.allSatisfy { [1, 3, 4, 31, 32, 35, 36].contains($0) })
    }
  }
}
