import Testing

/// Every way for a question to be wrong, with its code and the very word that is blamed.
@Suite("What is wrong with a question")
struct ErrorsTests {
  static let names: [(text: String, fault: String)] = [
    ("visa id, nonsens från insatser", "F0102 1:10 »nonsens«"),
    ("visa id, kostnad9 från insatser", "F0102 1:10 »kostnad9«"),
    ("visa id from insatser where färg = 1", "F0102 1:29 »färg«"),
    ("visa id från insatser där område.nonsens = x", "F0102 1:34 »nonsens«"),
    ("visa id från insatser där område.namn.id = x", "F0103 1:34 »namn«"),
    ("visa id från insatser där titel.x = 1", "F0103 1:27 »titel«"),
    ("antal ting per status", "F0101 1:7 »ting«"), ("visa \"I-99\"", "F0109 1:6 »\"I-99\"«"),
    ("antal insatser per nonsens", "F0102 1:20 »nonsens«"),
    ("antal insatser per område mot nonsens", "F0102 1:31 »nonsens«"),
    ("visa id från insatser sortera på nonsens", "F0102 1:34 »nonsens«"),
    ("visa id från insatser högst 3 per nonsens", "F0102 1:35 »nonsens«"),
    ("ändringar sedan april 2026 där nonsens = 1", "F0102 1:32 »nonsens«"),
    ("jämför delår 2025 med april 2026 per nonsens", "F0102 1:38 »nonsens«"),
    ("visa id från insatser där finns(lägen där nonsens = 1)", "F0102 1:43 »nonsens«"),
    ("visa id från insatser där finns(titel)", "F0106 1:33 »titel«"),
    ("visa id från insatser där finns(1)", "F0106 1:33 »1«"),
    ("visa id från insatser där bogus(titel) = 1", "F0104 1:27 »bogus«"),
    ("visa id från insatser där belopp/2 > 1", "F0108 1:27 »belopp/2«"),
    ("visa id från insatser där framsteg-2 > 1", "F0108 1:27 »framsteg-2«"),
    ("visa id, a, b från insatser", "F0102 1:10 »a«, F0102 1:13 »b«"),
    ("beskriv ting", "F0101 1:9 »ting«"), ("antal insatser där år = $x", "F0105 1:25 »$x«"),
  ]

  static let values: [(text: String, fault: String)] = [
    ("visa id från insatser där status = xyzzy", "F0201 1:36 »xyzzy«"),
    ("visa id från insatser där status = \"\"", "F0201 1:36 »\"\"«"),
    ("visa id från insatser där status = 7", "F0201 1:36 »7«"),
    ("visa id från insatser där status = p", "F0203 1:36 »p«"),
    ("antal insatser där status i (pågår, pa)", "F0203 1:37 »pa«"),
    ("antal insatser där område = xyzzy", "F0202 1:29 »xyzzy«"),
    ("antal insatser där område != xyzzy", "F0202 1:30 »xyzzy«"),
    ("visa id från insatser där framsteg = hej", "F0204 1:38 »hej«"),
    ("visa id från insatser där framsteg > \"många\"", "F0204 1:38 »\"många\"«"),
    ("visa id från insatser där slut = rektor", "F0204 1:34 »rektor«"),
    ("visa id från insatser där tyst = kanske", "F0204 1:34 »kanske«"),
    ("visa id från insatser där slut < 2025-02-29", "F0206 1:34 »2025-02-29«"),
    ("visa id från insatser där slut < 2026-13-01", "F0206 1:34 »2026-13-01«"),
    ("visa id från insatser där slut < april 0000", "F0206 1:34 »april 0000«"),
    ("visa id från insatser där slut = datum(\"2025-02-29\")", "F0206 1:40 »\"2025-02-29\"«"),
    ("visa id från insatser där framsteg > 3 tkr", "F0205 1:38 »3 tkr«"),
    ("visa id från insatser där belopp > 3%", "F0205 1:36 »3%«"),
    ("visa id från insatser där år > 3 dagar", "F0205 1:32 »3 dagar«"),
    ("visa id från insatser där slut < idag - 1,5 dagar", "F0204 1:41 »1,5 dagar«"),
    ("visa slut + 1,3 månader från insatser", "F0204 1:13 »1,3 månader«"),
    ("visa 30 dagar från insatser", "F0204 1:6 »30 dagar«"),
    ("visa id från insatser läget delår 2031", "F0207 1:29 »delår 2031«"),
    ("visa id från insatser läget nonsens", "F0209 1:29 »nonsens«"),
    ("visa id från insatser läget 2026-02-30", "F0206 1:29 »2026-02-30«"),
    ("visa id från insatser där status var xyzzy", "F0201 1:38 »xyzzy«"),
    ("visa id från insatser där status ändrad till xyzzy", "F0201 1:46 »xyzzy«"),
    ("visa id från insatser där status ändrad sedan delår 2031", "F0207 1:47 »delår 2031«"),
    ("visa id från lägen där tillfälle = delår 2031", "F0207 1:36 »delår 2031«"),
    ("visa id från insatser där år i (2026, x, y)", "F0204 1:39 »x«, F0204 1:42 »y«"),
  ]

  static let types: [(text: String, fault: String)] = [
    ("visa id från insatser där område överlappar 2026", "F0215 1:27 »område«"),
    ("visa id från insatser där status > pågår", "F0210 1:27 »status«"),
    ("visa id från insatser där område < kompetens", "F0210 1:27 »område«"),
    ("visa id från insatser där tyst > nej", "F0210 1:27 »tyst«"),
    ("visa id från insatser där verksamhet > förskola", "F0210 1:27 »verksamhet«"),
    ("visa id från insatser där målgrupp <= lärare", "F0213 1:27 »målgrupp«"),
    ("visa id från insatser där målgrupp mellan lärare och rektorer", "F0213 1:27 »målgrupp«"),
    ("visa id från insatser där målgrupp + 1 > 2", "F0213 1:27 »målgrupp«"),
    ("visa id från insatser där titel + 1 > 2", "F0214 1:27 »titel«"),
    ("visa id från insatser där -titel = 2", "F0214 1:28 »titel«"),
    ("visa id från insatser där år ~ 2", "F0211 1:27 »år«"),
    ("visa id från insatser där år = titel", "F0212 1:32 »titel«"),
    ("visa id från insatser där slut = år", "F0212 1:34 »år«"),
    ("visa id från insatser där år", "F0217 1:27 »år«"),
    ("visa id från insatser där 1 = 1", "F0220 1:27 »1 = 1«"),
    ("visa id från insatser där titel var x", "F0216 1:27 »titel«"),
    ("visa titel vid april 2026 från insatser", "F0216 1:6 »titel«"),
    ("visa id från insatser där (år = 1) + 1 = 2", "F0221 1:27 »(år = 1)«"),
    ("visa id från insatser där längd() = 1", "F0218 1:27 »längd()«"),
    ("visa id från insatser där längd(år) = 1", "F0219 1:33 »år«"),
    ("visa id från insatser där år(titel) = 1", "F0219 1:30 »titel«"),
    ("visa om(år > 1, titel, år) från insatser", "F0212 1:24 »år«"),
  ]

  static let questions: [(text: String, fault: String)] = [
    ("visa id från insatser där år = 1 där år = 2", "F0301 1:34 »där«"),
    ("visa från insatser", "F0302 1:6 »från«"), ("visa id, från insatser", "F0302 1:10 »från«"),
    ("visa id från insatser högst 1,5", "F0303 1:29 »1,5«"),
    ("visa id från insatser högst 99999999999999999999", "F0303 1:29 »99999999999999999999«"),
    ("visa id från insatser högst många", "F0303 1:29 »många«"),
    ("visa id från insatser där antal > 3", "F0304 1:27 »antal«"),
    ("visa titel från insatser per område", "F0305 1:6 »titel«"),
    ("antal insatser per område med titel = x", "F0305 1:31 »titel«"),
    ("antal insatser per område sortera på titel", "F0305 1:38 »titel«"),
    ("antal insatser per område med finns(lägen)", "F0305 1:37 »lägen«"),
    ("antal insatser per område med finns(lägen) och antal > 1", "F0305 1:37 »lägen«"),
    ("antal insatser per område med status var pågår", "F0305 1:31 »status«"),
    ("antal insatser per område med status ändrad", "F0305 1:31 »status«"),
    ("visa status vid april 2026, antal från insatser per område", "F0305 1:6 »status«"),
    ("visa område, summa(titel) från insatser per område", "F0306 1:20 »titel«"),
    ("antal insatser per område med medel(titel) > 1", "F0306 1:37 »titel«"),
    ("visa summa(områden.år) från inriktningar", "F0307 1:12 »områden.år«"),
    ("visa id från insatser sortera på verksamhet", "F0308 1:34 »verksamhet«"),
    ("visa id från insatser sortera på lägen.status", "F0308 1:34 »lägen.status«"),
    ("visa område från insatser per område mot status", "F0310 1:42 »status«"),
    ("visa id från insatser med år > 1", "F0311 1:23 »med«"),
    ("visa id från insatser högst 1 per målgrupp", "F0312 1:35 »målgrupp«"),
    ("visa summa(antal(belopp)) från insatser", "F0313 1:12 »antal«"),
    ("ändringar sedan april 2026 mot område", "F0314 1:28 »mot«"),
    ("visa id, id från insatser", "F0315 1:10 »id«"),
    ("antal insatser per målgrupp, målgrupp", "F0315 1:30 »målgrupp«"),
    ("visa id som \"x\", år som \"x\" från insatser", "F0315 1:25 »\"x\"«"),
  ]

  static let syntax: [(text: String, fault: String)] = [
    ("visa id från insatser där år ? 1", "F0001 1:30 »?«"),
    ("visa id från insatser där titel = \"x", "F0002 1:35 »\"«"),
    ("visa id från insatser där titel = \"\\q\"", "F0003 1:36 »\\q«"),
    ("visa id från insatser där titel ~", "F0004 1:34 »«"), ("visa", "F0004 1:5 »«"),
    ("visa id från insatser år", "F0005 1:23 »år«"),
    ("visa id från insatser där (status = pågår", "F0006 1:27 »(«"),
    ("visa id från insatser där status pågår", "F0007 1:34 »pågår«"),
    ("visa id från insatser där status i ()", "F0008 1:36 »()«"),
    ("vsia insatser", "F0401 1:1 »vsia«"), ("42", "F0401 1:1 »42«"),
  ]

  @Test("names", arguments: names) func isWrongName(text: String, fault: String) throws {
    #expect(try Conversation().say(text) == fault)
  }

  @Test("values", arguments: values) func isWrongValue(text: String, fault: String) throws {
    #expect(try Conversation().say(text) == fault)
  }

  @Test("types", arguments: types) func isWrongType(text: String, fault: String) throws {
    #expect(try Conversation().say(text) == fault)
  }

  @Test("shapes", arguments: questions) func isWrongShape(text: String, fault: String) throws {
    #expect(try Conversation().say(text) == fault)
  }

  @Test("syntax", arguments: syntax) func isWrongSyntax(text: String, fault: String) throws {
    #expect(try Conversation().say(text) == fault)
  }

  @Test("all that is wrong is told at once, in the order of the places")
  func tellsAll() throws {
    let faults = try Conversation().say(
      "visa nonsens från insatser där status = xyzzy och område = hej sortera på målgrupp"
    )
    let codes = "F0102 1:6 »nonsens«, F0201 1:41 »xyzzy«, F0202 1:60 »hej«, F0308 1:75 »målgrupp«"
    #expect(faults == codes)
  }
}
