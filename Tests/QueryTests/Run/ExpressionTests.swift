import Testing

/// The small store's five insatser, and what each expression gives for them, in order.
@Suite("Expressions")
struct ExpressionTests {
  static let functions: [(expression: String, values: String)] = [
    ("längd(titel)", "[24,22,13,20,null]"),
    ("längd(målgrupp)", "[3,1,0,0,0]"),
    ("length(verksamhet)", "[0,0,0,2,0]"),
    (#"längd("åé")"#, "[2,2,2,2,2]"),
    ("år(slut)", "[2026,2026,2026,null,2024]"),
    ("year(start)", "[2026,2026,null,null,null]"),
    ("månad(slut)", "[null,6,9,null,null]"),
    ("month(start)", "[1,2,null,null,null]"),
    ("kvartal(slut)", "[null,2,3,null,null]"),
    ("quarter(start)", "[1,1,null,null,null]"),
    ("tertial(slut)", "[null,2,3,null,null]"),
    ("år(idag)", "[2026,2026,2026,2026,2026]"),
    ("dagar(slut, idag)", "[-107,77,1,null,623]"),
    ("days(start, slut)", "[355,149,null,null,null]"),
    ("dagar(idag, 2026-09-16)", "[1,1,1,1,1]"),
    ("avrunda(belopp, 0)", "[250000,1235,-1,null,null]"),
    ("avrunda(belopp / 3, 2)", "[83333.33,411.5,-0.33,null,null]"),
    ("round(framsteg / 3, -1)", "[10,30,0,null,null]"),
    ("avrunda(2.5, 0)", "[3,3,3,3,3]"),
    ("avrunda(-2.5, 0)", "[-3,-3,-3,-3,-3]"),
    ("avrunda(1.005, 2)", "[1.01,1.01,1.01,1.01,1.01]"),
    ("avrunda(belopp, 400)", "[null,null,null,null,null]"),
    (
      "avrunda(belopp * 1000000000000 * 1000000000000, 15)",
      "[2.5e29,1.2345e27,-1e24,null,null]"
    ),
    ("versaler(ansvarig)", #"["REKTOR",null,"REKTOR","SKOLCHEF",null]"#),
    (#"upper("åäöß")"#, #"["ÅÄÖSS","ÅÄÖSS","ÅÄÖSS","ÅÄÖSS","ÅÄÖSS"]"#),
    (
      "lower(titel)",
      #"["kartläggning av frånvaro","handledning för lärare","åtgärder i kö","#
        + #""atgarder utan marken",null]"#
    ),
    (#"gemener("ÅÄÖ")"#, #"["åäö","åäö","åäö","åäö","åäö"]"#),
    ("första(målgrupp)", #"["elever","lärare",null,null,null]"#),
    ("sista(målgrupp)", #"["Elever","lärare",null,null,null]"#),
    ("first(verksamhet)", #"[null,null,null,"grundskola",null]"#),
    ("last(lägen.status)", #"["pågår","genomförd","planerad",null,null]"#),
    (#"om(år = 2026, "nu", "sen")"#, #"["nu","nu","sen","sen","sen"]"#),
    ("if(slut < idag, slut, start)", #"["2026-01-10","2026-06-30","2026-09-14",null,"2024"]"#),
    ("om(belopp > 0, belopp, 0)", "[250000,1234.5,0,0,0]"),
    ("om(status = pågår, 1, belopp)", "[1,1234.5,-1,null,null]"),
    (#"ersätt tom(ansvarig, "ingen")"#, #"["rektor","ingen","Rektor","skolchef","ingen"]"#),
    ("coalesce(belopp, 0)", "[250000,1234.5,-1,0,0]"),
    ("ersätt tom(slut, 2026-01-01)", #"["2026-HT","2026-06-30","2026-09-14","2026-01-01","2024"]"#),
    (
      "ersätt tom(målgrupp, alla)",
      #"[["elever","vårdnadshavare","Elever"],["lärare"],["alla"],["alla"],["alla"]]"#
    ),
    (
      #"datum("2026-04-30")"#,
      #"["2026-04-30","2026-04-30","2026-04-30","2026-04-30","2026-04-30"]"#
    ),
    (#"date("2026-Q2")"#, #"["2026-Q2","2026-Q2","2026-Q2","2026-Q2","2026-Q2"]"#),
    ("datum(titel)", "[null,null,null,null,null]"),
  ]

  @Test("functions", arguments: functions)
  func isWorkedOut(expression: String, values: String) throws {
    #expect(try ExpressionTests.values(expression) == values)
  }

  static let arithmetic: [(expression: String, values: String)] = [
    ("belopp + 1", "[250001,1235.5,0,null,null]"),
    ("belopp - framsteg", "[249960,1134.5,-1,null,null]"),
    ("framsteg * 2", "[80,200,0,null,null]"),
    ("belopp / 0", "[null,null,null,null,null]"),
    ("belopp / år", "[123.39585389930899,0.6093287265547878,-0.0004938271604938272,null,null]"),
    ("-belopp", "[-250000,-1234.5,1,null,null]"),
    ("- - belopp", "[250000,1234.5,-1,null,null]"),
    ("1 + 2 * 3", "[7,7,7,7,7]"),
    ("(1 + 2) * 3", "[9,9,9,9,9]"),
    ("10 - 2 - 3", "[5,5,5,5,5]"),
    ("100 / 10 / 5", "[2,2,2,2,2]"),
    ("start + 1 månad", #"["2026-02-10","2026-03-01",null,null,null]"#),
    (
      "slut + 1 dag",
      #"["2026-07-02/2027-01-01","2026-07-01","2026-09-15",null,"2024-01-02/2025-01-01"]"#
    ),
    ("start + 1,5 år", #"["2027-07-10","2027-08-01",null,null,null]"#),
    ("-(framsteg - framsteg)", "[0,0,0,null,null]"),
    ("avrunda(belopp * 0.1, 0)", "[25000,123,0,null,null]"),
    ("start - 2 veckor", #"["2025-12-27","2026-01-18",null,null,null]"#),
    ("start + 1 år", #"["2027-01-10","2027-02-01",null,null,null]"#),
    ("idag - 30 dagar", #"["2026-08-16","2026-08-16","2026-08-16","2026-08-16","2026-08-16"]"#),
    ("2024-02-29 + 1 år", #"["2025-02-28","2025-02-28","2025-02-28","2025-02-28","2025-02-28"]"#),
    (
      "2026-01-31 + 1 månad",
      #"["2026-02-28","2026-02-28","2026-02-28","2026-02-28","2026-02-28"]"#
    ),
    ("start + 9999999 dagar", "[null,null,null,null,null]"),
    ("idag + 1 dag", #"["2026-09-16","2026-09-16","2026-09-16","2026-09-16","2026-09-16"]"#),
  ]

  @Test("arithmetic", arguments: arithmetic)
  func isCalculated(expression: String, values: String) throws {
    #expect(try ExpressionTests.values(expression) == values)
  }

  static let paths: [(expression: String, values: String)] = [
    ("senaste.status", #"["pågår","genomförd","planerad",null,null]"#),
    ("förra.status", #"["planerad","pågår",null,null,null]"#),
    ("lägen.id", #"[["L1","L2"],["L3","L4"],["L5"],["L6"],null]"#),
    ("lägen.framsteg", "[[40],null,null,null,null]"),
    ("lägen.tillfälle.typ", #"[["april","delår"],["april","delår"],["april"],["delår"],null]"#),
    (
      "område.namn",
      #"["Hög frånvaro","Kompetensförsörjning","Kompetensförsörjning","Särskilt stöd",null]"#
    ),
    ("område.insatser.id", #"[["I-1"],["I-2","I-9"],["I-2","I-9"],["I-10"],null]"#),
    ("fortsättning_av.titel", #"[null,null,null,"ÅTGÄRDER i kö",null]"#),
    ("fortsättning_av.område.namn", #"[null,null,null,"Kompetensförsörjning",null]"#),
    ("status vid april 2026", #"["planerad","pågår","planerad",null,null]"#),
    ("status at delår 2026", #"["pågår","genomförd","planerad",null,null]"#),
    ("framsteg vid senaste", "[40,null,null,null,null]"),
    ("status vid 2020", "[null,null,null,null,null]"),
    ("bedömning", #"["gul","grön",null,null,"okänd"]"#),
    ("område", #"["frånvaro","kompetens","kompetens","stöd","saknas"]"#),
    (
      "titel",
      #"["Kartläggning av frånvaro","Handledning för lärare","ÅTGÄRDER i kö","#
        + #""atgarder utan marken",null]"#
    ),
    ("försenad", #"["kanske","nej","ja","nej","nej"]"#),
    ("längd(område.namn)", "[12,20,20,13,null]"),
  ]

  @Test("fields, paths, moments", arguments: paths)
  func isFollowed(expression: String, values: String) throws {
    #expect(try ExpressionTests.values(expression) == values)
  }

  @Test("an expression is headed by its text, with the parentheses that it needs")
  func isHeaded() throws {
    let expressions = [
      "(år + 1) * 2", "år + 1 * 2", "år - (1 - 2)", "-(år + 1)", "år / (2 * 3)", "år / 2 * 3",
      "år * -2", "avrunda(belopp / 3, 1)", "ersätt tom(ansvarig, \"x\")",
    ]
    let columns = expressions.joined(separator: ", ")
    let answer = try Conversation().say("visa \(columns) från insatser högst 1")
    for text in expressions.map({ $0.replacing("\"x\"", with: "x") }) {
      #expect(answer.contains("\"\(text)\":"))
    }
  }

  private static func values(_ expression: String) throws -> String {
    let answer = try Conversation().say("visa \(expression) som \"x\" från insatser")
    return answer.replacing("{\"x\":", with: "").replacing("}", with: "")
  }
}
