import Testing
import Text

@testable import Query

@Suite("Definitions: named sets, parameters, variables, a script's arguments")
struct DefinitionsTests {
  /// What the last of some statements gives.
  private func last(_ text: String, arguments: [String] = []) throws -> String {
    let answers = try Conversation(arguments: arguments).say(text)
    return answers.split(separator: "; ").last.map(String.init) ?? ""
  }

  static let counts: [(text: String, answer: String)] = [
    ("låt x = insatser där år = 2026\nantal x", "2"),
    ("let x = measures where year = 2026\ncount X", "2"),
    ("låt x = insatser\nantal x där år = 2026", "2"),
    ("låt x = insatser där år = 2026\nlåt y = x där status = pågår\nantal y", "1"),
    ("låt x = insatser där år = 2026\nlåt y = x\nantal y", "2"),
    ("låt f(o) = insatser där område = o\nantal f(kompetens)", "2"),
    ("låt f(o) = insatser där område = o\nantal f(\"Hög frånvaro\")", "1"),
    ("låt f(o, å) = insatser där område = o och år = å\nantal f(kompetens, 2025)", "1"),
    ("låt f(o) = insatser där område = o\nlåt g(å) = f(kompetens) där år = å\nantal g(2026)", "1"),
    ("låt f(o) = insatser där område = o\nlåt g(o) = f(o)\nantal g(kompetens)", "2"),
    ("låt f(n) = insatser där år = n\nlåt g(n) = f(n + 1)\nantal g(2025)", "2"),
    ("låt f(n) = insatser där år > n\nantal f(2020 + 5)", "3"),
    ("låt f(t) = insatser där titel ~ t\nantal f(kö)", "1"),
    ("låt f(d) = insatser där slut < d\nantal f(idag)", "3"),
    ("låt f(m) = insatser där status vid m = pågår\nantal f(april 2026)", "1"),
    ("låt f(x) = insatser där status i (x, pausad)\nantal f(pågår)", "2"),
    ("låt å = 2026\nantal insatser där år = $å", "2"),
    ("låt å = 2026\nantal insatser där år = $Å", "2"),
    ("låt d = idag - 30 dagar\nantal insatser där slut > $d", "1"),
    ("låt n = 2020 + 5\nantal insatser där år > $n", "3"),
    ("låt n = 2000\nlåt m = $n + 26\nlåt n = 0\nantal insatser där år = $m", "2"),
    ("låt n = 1\nlåt m = -$n\nlåt n = 5\nantal insatser där belopp = $m", "1"),
    ("låt s = pågår\nantal insatser där status = $s", "1"),
    ("låt b = 250 tkr\nantal insatser där belopp >= $b", "1"),
    ("låt o = kompetens\nlåt f(x) = insatser där område = x\nantal f($o)", "2"),
    // What a definition saw when it was made does not change.
    ("låt å = 2026\nlåt x = insatser där år = $å\nlåt å = 2025\nantal x", "2"),
    ("låt x = insatser där år = 2026\nlåt y = x\nlåt x = mål\nantal y", "2"),
    ("låt x = insatser där år = 2026\nlåt x = x där status = pågår\nantal x", "1"),
    // A word is a word, even where it is spelled like a parameter.
    ("låt f(pågår) = insatser där status = pågår\nantal f(pågår)", "1"),
    ("låt f(o) = insatser där område = o\nantal f(kompetens)", "2"),
  ]

  @Test("a name stands for what it was given", arguments: counts)
  func stands(text: String, answer: String) throws {
    #expect(try last(text) == "[{\"antal\":\(answer)}]")
  }

  static let arguments: [(text: String, answer: String)] = [
    ("antal insatser där år = $1", #"[{"antal":2}]"#),
    ("antal insatser där område = $2", #"[{"antal":2}]"#),
    ("visa titel från $3", #"[{"titel":"Kartläggning av frånvaro"}]"#),
    ("visa id från insatser där id i ($*)", #"[{"id":"I-1"}]"#),
    ("antal insatser där år = $4", "F0105 1:25 »$4«"),
    ("kör \"x\" $1 $*", "run x [\"2026\", \"2026\", \"kompetens\", \"I-1\"]"),
  ]

  @Test("a script's arguments", arguments: arguments)
  func scriptArguments(text: String, answer: String) throws {
    #expect(try last(text, arguments: ["2026", "kompetens", "I-1"]) == answer)
  }

  @Test("a script that is called with fewer arguments does not see its caller's")
  func ownArguments() throws {
    var definitions = Definitions()
    definitions.define(arguments: ["a", "b"])
    definitions.define(arguments: ["c"])
    #expect(definitions.variable("1") != nil && definitions.variable("2") == nil)
    #expect(definitions.arguments.count == 1)
  }

  static let faults: [(text: String, fault: String)] = [
    ("antal x", "F0101 1:7 »x«"),
    ("låt insatser = mål där år = 2026", "F0405 1:5 »insatser«"),
    ("låt x = insatser där nonsens = 1", "F0102 1:22 »nonsens«"),
    ("låt x = insatser per år", "F0402 1:18 »per«"),
    ("låt x = insatser sortera på år högst 3", "F0402 1:18 »sortera på«, F0402 1:32 »högst«"),
    ("låt f(o) = insatser där område = o\nantal f", "F0404 2:7 »f«"),
    ("låt f(o) = insatser där område = o\nantal f(kompetens, 3)", "F0404 2:7 »f«"),
    ("låt f(o) = insatser där område = o\nantal f(nonsens)", "F0202 2:9 »nonsens«"),
    ("låt f(o) = insatser där nonsens = o\nantal f(1)", "F0102 2:7 »f«"),
    ("låt f(o) = insatser där område = o\nantal f($a)", "F0105 2:9 »$a«"),
    ("låt f(o) = insatser där område = o\nantal f(längd(titel))", "F0411 2:9 »längd(titel)«"),
    ("låt x = x där år = 2026", "F0101 1:9 »x«"),
    ("låt f(n) = f(n)\nantal f(1)", "F0101 2:7 »f«"),
    ("låt a = $b", "F0105 1:9 »$b«"),
    ("låt a = längd(titel)", "F0101 1:9 »längd«"),
    ("låt = 3", "F0005 1:5 »=«"), ("låt x", "F0004 1:6 »«"), ("låt x =", "F0004 1:8 »«"),
    ("låt f( = insatser", "F0005 1:8 »=«"),
    ("visa $a", "F0105 1:6 »$a«"),
    ("låt a = idag - 30 dagar\nvisa $a", "F0411 2:6 »$a«"),
  ]

  @Test("what is wrong is told where it is written or used", arguments: faults)
  func isWrong(text: String, fault: String) throws { #expect(try last(text) == fault) }

  @Test("a failed definition leaves the earlier one")
  func keepsEarlier() throws {
    let talk = try Conversation()
    #expect(talk.say("låt x = insatser där år = 2026; låt å = 1") == "ok; ok")
    #expect(talk.say("låt x = insatser där nonsens = 1") == "F0102 1:22 »nonsens«")
    #expect(talk.say("antal x") == #"[{"antal":2}]"#)
  }

  @Test("definitions stand on each other in 50 steps and not in 51")
  func depth() throws {
    let talk = try Conversation()
    #expect(talk.say("låt a1 = insatser där år = 2026") == "ok")
    for step in 2...50 { #expect(talk.say("låt a\(step) = a\(step - 1) där år > 0") == "ok") }
    #expect(talk.say("antal a50") == #"[{"antal":2}]"#)
    #expect(talk.say("låt a51 = a50 där år > 0") == "F0403 1:5 »a51«")
  }

  @Test("values that use each other twice are stopped before they grow")
  func growth() throws {
    let talk = try Conversation()
    #expect(talk.say("låt a0 = 1 + 1") == "ok")
    let answers = (1...40).map { talk.say("låt a\($0) = $a\($0 - 1) + $a\($0 - 1)") }
    #expect(answers.contains { $0.hasPrefix("F0010") })

    #expect(talk.say("låt f0(n) = insatser där år = n") == "ok")
    for step in 1...30 { _ = talk.say("låt f\(step)(n) = f\(step - 1)(n + n)") }
    #expect(talk.say("antal f30(1)").hasPrefix("F0010"))
  }

  @Test("a value from another text is blamed where it is used")
  func place() throws {
    let talk = try Conversation()
    #expect(talk.say(String(repeating: " ", count: 99) + "låt m = delår 2031 - 3 dagar") == "ok")
    #expect(talk.say("antal insatser där status vid $m = pågår") == "F0207 1:31 »$m«")
  }
}
