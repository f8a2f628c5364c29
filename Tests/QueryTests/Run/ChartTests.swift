import Testing

@testable import Query

@Suite("What a chart draws")
struct ChartTests {
  @Test(
    "the answer to the question, with the columns that the picture needs",
    arguments: [
      (
        "antal insatser per år",
        #"bars [{"år":2025,"antal":2},{"år":2026,"antal":2},{"år":2027,"antal":1}]"#
      ),
      // A bar must say which group it is of.
      ("visa antal från insatser per år där år = 2025", #"bars [{"år":2025,"antal":2}]"#),
      (
        "visa titel, framsteg från I-1",
        #"bars [{"titel":"Kartläggning av frånvaro","framsteg":40}]"#
      ),
      (
        "visa I-2",
        #"spans(times: 2) [{"id":"I-2","titel":"Handledning för lärare","start":"2026-02-01","#
          + #""slut":"2026-06-30"}]"#
      ),
      (
        "visa ansvarig, slut från I-1",
        #"spans(times: 2) [{"ansvarig":"rektor","start":"2026-01-10","slut":"2026-HT"}]"#
      ),
      ("visa april-2026", #"spans(times: 1) [{"id":"april-2026","per":"2026-04-30"}]"#),
      ("visa U1", #"series [{"indikator":"N1","kön":null,"period":"2025","värde":12}]"#),
    ]
  )
  func draws(question: String, drawn: String) throws {
    #expect(try Conversation().say("diagram " + question) == drawn)
  }

  @Test(
    "nothing where there are neither numbers nor times",
    arguments: [
      ("visa organ", "F0416 1:1 »diagram visa organ«"),
      ("sök frånvaro", "F0416 1:1 »diagram sök frånvaro«"),
      ("visa år från insatser per år", "F0416 1:1 »diagram visa år från insatser per år«"),
      ("visa max(slut) från insatser", "F0417 1:14 »max(slut)«"),
      ("jämför 2025 med 2026 för min(slut)", "F0417 1:34 »min(slut)«"),
      ("antal insatser per omrde", "F0102 1:28 »omrde«"),
    ]
  )
  func refuses(question: String, fault: String) throws {
    #expect(try Conversation().say("diagram " + question) == fault)
  }

  @Test(
    "an overview is of the moment, of the latest occasion, or of today",
    arguments: [
      ("översikt", "overview 2026-08-31"), ("översikt april 2026", "overview 2026-04-30"),
      ("overview previous", "overview 2026-04-30"), ("översikt 2026-05", "overview 2026-05-31"),
      ("översikt delår 2031", "F0207 1:10 »delår 2031«"),
    ]
  )
  func overview(statement: String, overview: String) throws {
    #expect(try Conversation().say(statement) == overview)
  }
}
