import Query
import Testing
import Text

@testable import Exchange

@Test func showIt() throws {
  for (q, a) in try HostileAnswers.all()
  where ["visa insatser", "antal insatser per ansvarig mot område", "ändringar sedan 2026-11-24"]
    .contains(q) || q.contains("count,") || q.contains("rubrik")
  {
    for f in [OutputFormat.table, .list, .markdown] {
      print("──", q); print(written(a, f, width: 80), terminator: "")
    }
  }
  for q in [
    "visa insatser",
    "visa id, titel, område, status, bedömning, målgrupp, år, belopp, framsteg, slut från insatser",
    "antal insatser per område mot status", "antal insatser per ansvarig",
    "antal insatser per målgrupp", "visa insatser där område = frånvaro och status = pausad",
  ] {
    for w in [80, 50, nil] {
      print("── \(w ?? 0)", q); print(try written(q, .table, width: w), terminator: "")
    }
    for f in [OutputFormat.list, .csv, .tsv, .markdown, .ids] {
      print("──", f.name, q); print(try written(q, f, width: 50), terminator: "")
    }
    print(try written(q, .table, width: 80, language: .english, usesColour: true))
  }
}
