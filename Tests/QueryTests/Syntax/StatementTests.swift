import Testing
import Text

@testable import Query

@Suite("Questions and statements")
struct StatementTests {
  static let questions: [(text: String, tree: String)] = [
    ("visa m", "visa från m"), ("show a, b.c from m", "visa a b.c från m"),
    ("antal m", "antal från m"),
    ("visa a som \"X\", b as y, c som 2026 från m", "visa a=X b=y c=2026 från m"),
    ("visa summa(a), antal från m per b", "visa (summa! a) antal från m per b"),
    ("visa a + 1, -b från m", "visa (+ a #1) (neg b) från m"),
    ("visa a vid x från m", "visa (at a x) från m"),
    ("visa från, till från m", "visa från till från m"),
    ("visa per, antal från m", "visa per antal från m"),
    ("visa I-2026-014", "visa från I-2026-014"), ("visa \"a b\"", "visa från a b"),
    ("visa 2025.129", "visa från 2025.129"),
    ("visa $1", "visa från 1"), ("visa f(x, 3)", "visa från f(x,#3)"),
    ("visa f()", "visa från f()"),
    ("antal m per a, b.c mot d med antal > 3", "antal från m per a,b.c mot d med (> antal #3)"),
    ("visa m sortera på a fallande, b stigande, c", "visa från m ordning a↓,b↑,c↑"),
    ("visa m sort by a desc limit 3 by b", "visa från m ordning a↓ högst 3/b"),
    ("visa m högst 3 per a", "visa från m högst 3/a"),
    ("antal m högst 3 där a = 1 per b", "antal från m där (= a #1) per b högst 3"),
    ("antal m per a högst 3 per a", "antal från m per a högst 3/a"),
    ("visa m läget april 2026", "visa från m läget ⟨april 2026⟩"),
    ("visa m läget vid 2026 som csv", "visa från m läget #2026 som csv"),
    ("visa m as of latest", "visa från m läget latest"),
    ("visa m läget per idag - 1 år", "visa från m läget (- idag #1·år)"),
    ("visa m som csv till \"a.csv\"", "visa från m som csv till a.csv"),
    ("visa m into \"x\"", "visa från m till x"),
    (
      "visa m som json högst 3 där a = 1 sortera på b",
      "visa från m där (= a #1) ordning b↑ högst 3 som json"
    ),
    ("ändringar sedan a", "ändringar a"),
    ("ändringar sedan a till b där c = 1", "ändringar a till b där (= c #1)"),
    ("changes since april 2026 to latest", "ändringar ⟨april 2026⟩ till latest"),
    ("ändringar sedan a till \"fil\"", "ändringar a till fil"),
    ("jämför a med b per c där d = 1", "jämför a b där (= d #1) per c"),
    ("jämför a med b per c med efter > 1", "jämför a b per c med (> efter #1)"),
    ("SHOW M WHERE A = 1", "visa från M där (= A #1)"), ("andringar sedan a", "ändringar a"),
  ]

  static let statements: [(text: String, tree: String)] = [
    ("låt x = insatser där a = 1", "låt x() = visa från insatser där (= a #1)"),
    ("låt x = sena där a = 1", "låt x() = visa från sena där (= a #1)"),
    ("låt x = sena", "låt x = sena"),
    ("låt x(a, b) = sena", "låt x(a,b) = visa från sena"),
    ("låt x = f(1) där a = 1", "låt x() = visa från f(#1) där (= a #1)"),
    ("let x = measures", "låt x() = visa från measures"), ("låt x = 2026", "låt x = #2026"),
    ("låt x = idag - 30 dagar", "låt x = (- idag #30·dagar)"),
    ("kör \"a.folj\" 2026 \"x y\" -3", "kör a.folj #2026 \"x y\" (neg #3)"),
    ("run a $1 $*", "kör a $1 $*"), ("kräv antal(m) = 0", "kräv (= (antal! m) #0)"),
    ("assert count(m where a = 1) = 0 else \"nej\"", "kräv (= (antal! m (= a #1)) #0) annars nej"),
    ("förklara visa m", "förklara visa från m"),
    ("explain count m by a", "förklara antal från m per a"),
    ("diagram antal m per a mot b", "diagram antal från m per a mot b"),
    ("chart compare a with b", "diagram jämför a b"),
    ("översikt", "översikt –"), ("overview april 2026", "översikt ⟨april 2026⟩"),
    ("beskriv", "beskriv –"), ("beskriv insatser", "beskriv insatser"), ("hjälp", "hjälp –"),
    ("hjälp där", "hjälp där"),
    ("help sort by", "hjälp sort by"), ("hjälp F0102", "hjälp F0102"), ("avsluta", "avsluta"),
    ("exit", "avsluta"),
  ]

  static let broken: [(text: String, tree: String)] = [
    ("vsia m", "_ !F0401"), ("= 3", "_ !F0401"), ("visa", "visa !F0004"),
    ("visa där a = 1", "visa där (= a #1) !F0005"),
    ("visa m m2", "visa från m !F0005"), ("visa a, från m", "visa a _ från m !F0302"),
    ("visa från m", "visa _ från m !F0302"),
    ("visa a b från m", "visa a b från m !F0015"),
    ("visa a som från m", "visa a=från m !F0015 F0004 F0004"),
    ("visa m per", "visa från m per _ !F0004"), ("visa m högst", "visa från m !F0004"),
    ("visa m högst x där a = 1", "visa från m där (= a #1) !F0303"),
    ("visa m högst 1,5", "visa från m !F0303"),
    ("visa m där a = 1 där b = 2", "visa från m där (= b #2) !F0301"),
    ("visa m där a = där b = 2", "visa från m där (= b #2) !F0005 F0301"),
    ("visa m som", "visa från m !F0004"),
    ("visa m sortera på", "visa från m ordning _↑ !F0004"),
    ("ändringar april", "ändringar _ !F0005"),
    ("jämför a", "jämför a _ !F0004"), ("jämför a b per c", "jämför a _ per c !F0005"),
    ("förklara x", "_ !F0005"), ("diagram", "_ !F0004"), ("diagram diagram", "_ !F0005"),
    ("visa m där (a = 1 per b", "visa från m där (= a #1) !F0005"),
    ("avsluta nu", "avsluta !F0005"),
    ("låt 3 = x", "_ !F0005"), ("låt x y", "_ !F0005"), ("kör", "_ !F0004"),
    ("visa f(1", "visa från f(#1) !F0006"),
  ]

  @Test("questions", arguments: questions) func readsQuestions(text: String, tree: String) {
    #expect(Tree.read(text) == tree)
  }

  @Test("statements", arguments: statements) func readsStatements(text: String, tree: String) {
    #expect(Tree.read(text) == tree)
  }

  @Test("with holes", arguments: broken) func readsBroken(text: String, tree: String) {
    #expect(Tree.read(text) == tree)
  }
}
