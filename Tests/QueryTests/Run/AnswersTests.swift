import Testing

/// Questions about the small store with their answers, each table a part of the language.
@Suite("Answers")
struct AnswersTests {
  /// The ids of the records that a condition leaves.
  private func ids(_ question: String) throws -> String {
    try Conversation().say(question).replacing("{\"id\":", with: "").replacing("}", with: "")
      .replacing("\"", with: "")
  }

  static let conditions: [(condition: String, ids: String)] = [
    ("status = pågår", "[I-1]"), ("status = pagar", "[I-1]"), ("STATUS = PÅGÅR", "[I-1]"),
    ("status = påbörjad", "[I-1]"), ("status = \"tas fram\"", "[I-1]"), ("status = klar", "[I-2]"),
    ("status = avförd", "[I-11]"), ("status = \"avslutad i förtid\"", "[I-11]"),
    ("status = ongoing", "[I-1]"), ("status != pågår", "[I-2,I-9,I-10,I-11]"),
    ("inte (status = pågår)", "[I-2,I-9,I-10,I-11]"), ("status i (pågår, pausad)", "[I-1,I-10]"),
    ("status inte i (pågår, pausad)", "[I-2,I-9,I-11]"), ("status ~ å", "[I-1]"),
    ("bedömning = gul", "[I-1]"), ("bedömning saknas", "[I-9,I-10]"),
    ("bedömning != gul", "[I-2,I-9,I-10,I-11]"), ("bedömning är inte tom", "[I-1,I-2,I-11]"),
    ("område = kompetens", "[I-2,I-9]"), ("område = Kompetensförsörjning", "[I-2,I-9]"),
    ("område = komp", "[I-2,I-9]"), ("område = \"hög f\"", "[I-1]"), ("område = franvaro", "[I-1]"),
    ("område ~ förs", "[I-2,I-9]"), ("område.namn börjar med hög", "[I-1]"),
    ("område != kompetens", "[I-1,I-10,I-11]"), ("område saknas", "[]"),
    ("område.verksamhet = förskola", "[I-2,I-9]"), ("fortsättning_av = I-9", "[I-10]"),
    ("fortsättning_av.område = kompetens", "[I-10]"), ("område = fortsättning_av.område", "[]"),
    ("titel ~ atgarder", "[I-9,I-10]"), ("titel ~ åtgärder", "[I-9]"),
    ("titel ~ ÅTGÄRDER", "[I-9]"),
    ("titel !~ r", "[I-11]"), ("titel börjar med K", "[I-1]"), ("titel slutar med kö", "[I-9]"),
    ("titel liknar \"*utan*\"", "[I-10]"), ("titel liknar \"?TG*\"", "[I-9,I-10]"),
    ("titel = \"åtgärder i kö\"", "[I-9]"), ("titel saknas", "[I-11]"), ("titel = \"\"", "[]"),
    ("titel < b", "[I-10]"), ("titel >= kartläggning", "[I-1,I-9]"),
    ("ansvarig = rektor", "[I-1,I-9]"),
    ("ansvarig mellan a och s", "[I-1,I-9]"), ("årskurs = \"7-9\"", "[I-9]"),
    ("målgrupp = elever", "[I-1]"), ("målgrupp != elever", "[I-2,I-9,I-10,I-11]"),
    ("målgrupp ~ är", "[I-2]"), ("målgrupp är tom", "[I-9,I-10,I-11]"),
    ("målgrupp i (lärare, elever)", "[I-1,I-2]"), ("längd(målgrupp) = 3", "[I-1]"),
    ("framsteg = 40", "[I-1]"), ("framsteg > 40%", "[I-2]"), ("framsteg <= 40", "[I-1,I-9]"),
    ("framsteg mellan 1 och 100", "[I-1,I-2]"), ("framsteg saknas", "[I-10,I-11]"),
    ("belopp >= 250 tkr", "[I-1]"), ("belopp = 1234,5", "[I-2]"), ("belopp < 0", "[I-9]"),
    ("belopp = \"1 234,5\"", "[I-2]"), ("belopp = 0,25 mnkr", "[I-1]"),
    ("belopp i (-1, 250 tkr)", "[I-1,I-9]"),
    ("belopp > framsteg", "[I-1,I-2]"), ("framsteg + 60 = 100", "[I-1]"),
    ("100 = framsteg", "[I-2]"),
    ("belopp / 0 = 1", "[]"), ("inte belopp / 0 = 1", "[I-1,I-2,I-9,I-10,I-11]"),
    ("slut = 2026", "[I-1,I-2,I-9]"), ("slut = \"2026-HT\"", "[I-1,I-9]"),
    ("slut = hösten 2026", "[I-1,I-9]"),
    ("slut < idag", "[I-2,I-9,I-11]"), ("slut <= 2026-09-14", "[I-2,I-9,I-11]"),
    ("slut > 2025", "[I-1,I-2,I-9]"),
    ("slut >= juli 2026", "[I-1,I-9]"), ("slut överlappar september 2026", "[I-1,I-9]"),
    ("slut mellan 2026 och 2026", "[I-1,I-2,I-9]"), ("slut i (2024, juni 2026)", "[I-2,I-11]"),
    ("slut = i år", "[I-1,I-2,I-9]"), ("slut = förra året", "[]"), ("start < slut", "[I-1,I-2]"),
    ("idag < slut", "[]"), ("slut = Q2 2026", "[I-2]"), ("slut = T2 2026", "[I-2]"),
    ("start = januari 2026 eller start = feb 2026", "[I-1,I-2]"),
    ("försenad = ja", "[I-9]"), ("försenad i (ja, kanske)", "[I-1,I-9]"), ("tyst = ja", "[I-9]"),
    ("tyst", "F0217 1:27 »tyst«"), ("fortsätter = sant", "[I-9]"),
    ("förändring = framåt", "[I-1,I-2]"),
    ("finns(lägen)", "[I-1,I-2,I-9,I-10]"), ("finns(lägen där status = pågår)", "[I-1,I-2]"),
    ("inte finns(lägen)", "[I-11]"), ("alla(lägen där status = planerad)", "[I-9,I-11]"),
    ("alla(lägen där status saknas)", "[I-10,I-11]"), ("finns(effekter)", "[I-1]"),
    ("finns(område)", "[I-1,I-2,I-9,I-10]"),
    ("finns(område.insatser där år = 2025)", "[I-2,I-9,I-10]"),
    ("lägen.status = pågår", "[I-1,I-2]"), ("senaste.status = genomförd", "[I-2]"),
    ("status var pågår", "[I-1,I-2]"), ("status var pågår vid april 2026", "[I-2]"),
    ("status vid april 2026 = planerad", "[I-1,I-9]"),
    ("status vid april 2026 saknas", "[I-10,I-11]"),
    ("status ändrad", "[I-1,I-2,I-9]"), ("status ändrad från planerad", "[I-1]"),
    ("status ändrad till genomförd", "[I-2]"), ("status ändrad sedan april 2026", "[I-1,I-2]"),
    ("status ändrad mellan delår 2025 och april 2026", "[I-1,I-2,I-9]"),
    ("status ändrad före april 2026", "[]"), ("framsteg ändrad", "[I-1]"),
    ("status var = 1", "F0005 1:38 »=«"),
    ("(status = pågår eller status = pausad) och år = 2025", "[I-10]"),
    ("status = pågår eller status = pausad och år = 2025", "[I-1,I-10]"),
    ("inte status = pågår och år = 2026", "[I-2]"), ("inte inte status = pågår", "[I-1]"),
  ]

  @Test("of conditions", arguments: conditions)
  func selects(condition: String, ids: String) throws {
    #expect(try self.ids("visa id från insatser där \(condition)") == ids)
  }

  static let orders: [(clauses: String, ids: String)] = [
    ("", "[I-1,I-2,I-9,I-10,I-11]"), ("sortera på id", "[I-1,I-2,I-9,I-10,I-11]"),
    ("sort by id desc", "[I-11,I-10,I-9,I-2,I-1]"), ("sortera på titel", "[I-10,I-2,I-1,I-9,I-11]"),
    ("sortera på titel fallande", "[I-9,I-1,I-2,I-10,I-11]"),
    ("sortera på belopp", "[I-9,I-2,I-1,I-10,I-11]"),
    ("sortera på belopp fallande", "[I-1,I-2,I-9,I-10,I-11]"),
    ("sortera på slut", "[I-11,I-2,I-1,I-9,I-10]"),
    ("sortera på status", "[I-9,I-1,I-2,I-10,I-11]"),
    ("sortera på område", "[I-1,I-2,I-9,I-10,I-11]"),
    ("sortera på område fallande", "[I-11,I-10,I-2,I-9,I-1]"),
    ("sortera på år, id fallande", "[I-10,I-9,I-2,I-1,I-11]"),
    ("sortera på tyst fallande, id", "[I-9,I-1,I-2,I-10,I-11]"),
    ("sortera på längd(titel)", "[I-9,I-10,I-2,I-1,I-11]"),
    ("sortera på senaste.tillfälle", "[I-9,I-1,I-2,I-10,I-11]"),
    ("högst 2", "[I-1,I-2]"), ("högst 0", "[]"), ("högst 99", "[I-1,I-2,I-9,I-10,I-11]"),
    ("högst 1 per år", "[I-1,I-9,I-11]"),
    ("högst 1 per område.verksamhet", "F0312 1:35 »område.verksamhet«"),
    ("sortera på år högst 1 per år", "[I-9,I-1,I-11]"), ("högst 1 per ansvarig", "[I-1,I-2,I-10]"),
    ("läget april 2026", "[I-1,I-2,I-9]"), ("as of 2026-05-01", "[I-1,I-2,I-9,I-10]"),
    ("läget vid 2025", "[I-9]"), ("läget per delår 2026 där status = pågår", "[I-1]"),
    ("läget 2020", "[]"), ("läget 2030 där status = pågår", "[I-1]"),
    ("där finns(lägen där status = pågår) läget april 2026", "[I-2]"),
    ("läget april 2026 där senaste.status = pågår", "[I-2]"),
    ("läget april 2026 där tyst = ja", "[]"),
    ("läget bokslut 2026 där tyst = ja", "[I-1,I-9,I-10]"),
  ]

  @Test("in an order, limited, at a moment", arguments: orders)
  func isOrdered(clauses: String, ids: String) throws {
    #expect(try self.ids("visa id från insatser \(clauses)") == ids)
  }
}
