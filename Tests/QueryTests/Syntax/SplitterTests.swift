import Testing
import Text

@testable import Query

@Suite("Splitter")
struct SplitterTests {
  /// The statements of a text, each as its words, with `|` between.
  private func statements(_ text: String) -> String {
    let lexed = Lexer.tokens(Source(name: "", text: text))
    return Splitter.statements(lexed.tokens).map { tokens in
      tokens.dropLast().map(\.text).joined(separator: " ")
    }.joined(separator: " | ")
  }

  static let texts: [(text: String, statements: String)] = [
    ("", ""), ("\n\n", ""), (";;", ""), ("a", "a"), ("a\nb", "a | b"), ("a; b ;c", "a | b | c"),
    ("a\n\n\nb\n", "a | b"), ("a # x; y\nb", "a | b"),
    // An open parenthesis, list or quote.
    ("a (\nb\n)\nc", "a ( b ) | c"), ("a i (1,\n2)\nb", "a i ( 1 , 2 ) | b"),
    ("a (b; c)", "a ( b ; c )"),
    ("a \"x\ny\" b\nc", "a x\ny b | c"), ("a »x\ny«\nc", "a x\ny | c"), ("a )\nb", "a ) | b"),
    // An operator, a comma, a sign.
    ("a =\nb\nc", "a = b | c"), ("a +\nb", "a + b"), ("a,\nb,\nc", "a , b , c"),
    ("a ~\n\nb", "a ~ b"),
    ("a <=\nb", "a <= b"), ("a -\nb", "a - b"), ("50 %\nb", "50 % | b"),
    // A word that something must follow.
    ("a där\nb", "a där b"), ("a where\nb", "a where b"), ("a per\nb", "a per b"),
    ("a och\nb", "a och b"),
    ("a eller\nb", "a eller b"), ("a inte\nb", "a inte b"), ("a sortera på\nb", "a sortera på b"),
    ("a som\nb", "a som b"), ("a börjar med\nb", "a börjar med b"), ("a i\nb", "a i b"),
    ("visa\na", "visa a"),
    ("a as of\nb", "a as of b"), ("a högst\n3", "a högst 3"), ("a saknas\nb", "a saknas | b"),
    ("a fallande\nb", "a fallande | b"), ("antal\na", "antal | a"), ("a tom\nb", "a tom | b"),
    // Help takes any word.
    ("hjälp där\na", "hjälp där | a"), ("help where\na", "help where | a"),
    ("beskriv per\na", "beskriv per | a"),
    // A backslash.
    ("a \\\nb", "a b"), ("a \\ \nb\nc", "a b | c"), ("a \\", "a"), ("a \\\n\nb", "a | b"),
    // An indented line.
    ("a\n  b\n  c\nd", "a b c | d"), ("a\n\tb", "a b"), ("a\n  b\n\n  c", "a b | c"),
    ("  a\n  b", "a b"),
    // Comments on lines of their own do not count, blank lines do.
    ("a\n  # x\n  b", "a b"), ("a\n# x\n  b", "a b"), ("a\n# x\nb", "a | b"),
    ("a,\n# x\n# y\nb", "a , b"),
    ("a (\n# x\nb)\nc", "a ( b ) | c"), ("a\n  b # x\n  c", "a b c"), ("# x\na", "a"),
    ("a\n\n# x\n  b", "a | b"),
    // A forgotten parenthesis costs one statement, not all that follow.
    ("visa a där (b\nvisa c", "visa a där ( b | visa c"),
    ("visa a där (b\nantal c\nd", "visa a där ( b | antal c | d"),
    ("visa a där (b\n  visa c", "visa a där ( b visa c"),
    ("visa a där (b\n# x\nvisa c", "visa a där ( b | visa c"),
    ("visa a där (b\nc)", "visa a där ( b c )"),
  ]

  @Test("a statement ends with its line, unless", arguments: texts)
  func splits(text: String, statements: String) { #expect(self.statements(text) == statements) }

  static let prompts: [(text: String, isUnfinished: Bool)] = [
    ("", false), ("visa insatser", false), ("visa", true), ("visa insatser där", true),
    ("visa insatser där år", false), ("visa insatser där år =", true),
    ("visa insatser där (år = 1", true),
    ("visa insatser där år i (1,", true), ("visa insatser där titel = \"a", true),
    ("visa id,", true),
    ("visa insatser \\", true), ("visa insatser där\n\n", false), ("visa (\n", false),
    ("nonsens", false),
    ("visa insatser där år = 1)", false), ("hjälp där", false), ("beskriv per", false),
    ("visa insatser;", false),
    ("visa insatser; visa", true), ("kräv antal(mål) = 1 annars", true),
    ("antal insatser per", true),
    ("låt x =", true), ("visa insatser högst", true), ("visa insatser # där", false),
    ("jämför idag med", true),
  ]

  @Test("the prompt waits for more where a text cannot end", arguments: prompts)
  func waits(text: String, isUnfinished: Bool) {
    #expect(Script(Source(name: "", text: text)).isUnfinished == isUnfinished)
  }
}
