import Testing

/// Groups, measures, cross tables, changes, comparisons and derived fields of the small store.
@Suite("Groups and changes")
struct GroupsTests {
  static let questions: [(question: String, answer: String)] = [
    (
      """
      visa antal(ansvarig), unika(ansvarig), unika(målgrupp), antal(målgrupp) från insatser
      """,
      #"[{"antal(ansvarig)":3,"unika(ansvarig)":2,"unika(målgrupp)":3,"antal(målgrupp)":2}]"#
    ),
    (
      "visa min(slut), max(slut), min(belopp), max(framsteg) från insatser",
      #"[{"min(slut)":"2024","max(slut)":"2026-09-14","min(belopp)":-1,"max(framsteg)":100}]"#
    ),
    (
      """
      visa median(belopp), medel(belopp), summa(belopp), andel(status = pågår) från insatser
      """,
      #"""
      [{"median(belopp)":1234.5,"medel(belopp)":83744.5,"summa(belopp)":251233.5,\#
      "andel(status = pågår)":20}]
      """#
    ),
    (
      "visa median(framsteg), medel(framsteg) från insatser",
      #"[{"median(framsteg)":40,"medel(framsteg)":46.666666666666664}]"#
    ),
    (
      "visa antal, summa(belopp), medel(belopp), median(belopp) från insatser där år = 1900",
      #"[{"antal":0,"summa(belopp)":null,"medel(belopp)":null,"median(belopp)":null}]"#
    ),
    (
      "visa min(slut), max(år), andel(år > 1), unika(år), antal(år) från insatser där år = 1900",
      #"[{"min(slut)":null,"max(år)":null,"andel(år > 1)":null,"unika(år)":0,"antal(år)":0}]"#
    ),
    (
      "visa summa((framsteg + 1) * 2) som a, summa(framsteg + 1 * 2) som b från insatser",
      #"[{"a":286,"b":146}]"#
    ),
    ("visa antal / 2 från insatser", #"[{"antal / 2":2.5}]"#),
    (
      #"visa antal * 100 / 5 som "p", år från insatser per år"#,
      #"[{"p":40,"år":2025},{"p":40,"år":2026},{"p":20,"år":2027}]"#
    ),
    ("antal insatser", #"[{"antal":5}]"#),
    (
      "antal insatser per område",
      #"""
      [{"område":"frånvaro","antal":1},\#
      {"område":"kompetens","antal":2},\#
      {"område":"stöd","antal":1},\#
      {"område":"saknas","antal":1}]
      """#
    ),
    (
      "antal insatser per målgrupp",
      #"""
      [{"målgrupp":"elever","antal":1},\#
      {"målgrupp":"lärare","antal":1},\#
      {"målgrupp":"vårdnadshavare","antal":1},\#
      {"målgrupp":null,"antal":3}]
      """#
    ),
    (
      "antal insatser per målgrupp, område",
      #"""
      [{"målgrupp":"elever","område":"frånvaro","antal":1},\#
      {"målgrupp":"lärare","område":"kompetens","antal":1},\#
      {"målgrupp":"vårdnadshavare","område":"frånvaro","antal":1},\#
      {"målgrupp":null,"område":"kompetens","antal":1},\#
      {"målgrupp":null,"område":"stöd","antal":1},\#
      {"målgrupp":null,"område":"saknas","antal":1}]
      """#
    ),
    (
      "antal insatser per område.verksamhet",
      #"[{"område.verksamhet":"förskola","antal":2},{"område.verksamhet":null,"antal":3}]"#
    ),
    (
      "antal insatser per ansvarig",
      #"""
      [{"ansvarig":"rektor","antal":2},\#
      {"ansvarig":"skolchef","antal":1},\#
      {"ansvarig":null,"antal":2}]
      """#
    ),
    ("antal insatser per tyst", #"[{"tyst":false,"antal":4},{"tyst":true,"antal":1}]"#),
    (
      "antal insatser per område högst 2",
      #"[{"område":"frånvaro","antal":1},{"område":"kompetens","antal":2}]"#
    ),
    (
      "antal insatser per år, status högst 1 per år",
      #"""
      [{"år":2025,"status":"planerad","antal":1},\#
      {"år":2026,"status":"pågår","antal":1},\#
      {"år":2027,"status":"avbruten","antal":1}]
      """#
    ),
    (
      "antal insatser per år sortera på antal fallande, år fallande",
      #"[{"år":2026,"antal":2},{"år":2025,"antal":2},{"år":2027,"antal":1}]"#
    ),
    ("antal insatser per område med antal > 1", #"[{"område":"kompetens","antal":2}]"#),
    (
      "antal insatser per område med område != kompetens",
      #"""
      [{"område":"frånvaro","antal":1},\#
      {"område":"stöd","antal":1},\#
      {"område":"saknas","antal":1}]
      """#
    ),
    (
      #"""
      visa område, summa(belopp) som "kr" från insatser per område med kr > 0 sortera på kr
      """#,
      #"[{"område":"kompetens","kr":1233.5},{"område":"frånvaro","kr":250000}]"#
    ),
    (
      "antal lägen per tillfälle",
      #"[{"tillfälle":"april-2026","antal":3},{"tillfälle":"delår-2026","antal":3}]"#
    ),
    (
      "antal insatser per status läget april 2026",
      #"[{"status":"planerad","antal":2},{"status":"pågår","antal":1}]"#
    ),
    (
      "antal insatser mot status",
      #"[{"planerad":1,"pågår":1,"genomförd":1,"pausad":1,"avbruten":1,"totalt":5}]"#
    ),
    (
      "antal insatser per område mot status",
      #"""
      [{"område":"frånvaro","planerad":0,"pågår":1,"genomförd":0,"pausad":0,"avbruten":0,\#
      "totalt":1},\#
      {"område":"kompetens","planerad":1,"pågår":0,"genomförd":1,"pausad":0,"avbruten":0,\#
      "totalt":2},\#
      {"område":"stöd","planerad":0,"pågår":0,"genomförd":0,"pausad":1,"avbruten":0,"totalt":1},\#
      {"område":"saknas","planerad":0,"pågår":0,"genomförd":0,"pausad":0,"avbruten":1,"totalt":1}]
      """#
    ),
    (
      "antal insatser per år mot målgrupp",
      #"""
      [{"år":2025,"elever":0,"lärare":0,"vårdnadshavare":0,"saknas":2,"totalt":2},\#
      {"år":2026,"elever":1,"lärare":1,"vårdnadshavare":1,"saknas":0,"totalt":2},\#
      {"år":2027,"elever":0,"lärare":0,"vårdnadshavare":0,"saknas":1,"totalt":1}]
      """#
    ),
    (
      "antal insatser per år mot bedömning",
      #"""
      [{"år":2025,"grön":0,"gul":0,"okänd":0,"saknas":2,"totalt":2},\#
      {"år":2026,"grön":1,"gul":1,"okänd":0,"saknas":0,"totalt":2},\#
      {"år":2027,"grön":0,"gul":0,"okänd":1,"saknas":0,"totalt":1}]
      """#
    ),
    (
      "visa summa(belopp), antal från insatser per år mot tyst",
      #"""
      [{"nej summa(belopp)":null,"ja summa(belopp)":-1,"totalt summa(belopp)":-1,"nej antal":1,\#
      "ja antal":1,"totalt antal":2},\#
      {"nej summa(belopp)":251234.5,"ja summa(belopp)":null,"totalt summa(belopp)":251234.5,\#
      "nej antal":2,"ja antal":0,"totalt antal":2},\#
      {"nej summa(belopp)":null,"ja summa(belopp)":null,"totalt summa(belopp)":null,\#
      "nej antal":1,"ja antal":0,"totalt antal":1}]
      """#
    ),
    (
      "antal insatser per område mot status där år = 2025",
      #"""
      [{"område":"kompetens","planerad":1,"pausad":0,"totalt":1},\#
      {"område":"stöd","planerad":0,"pausad":1,"totalt":1}]
      """#
    ),
    (
      "jämför april 2026 med delår 2026 per status",
      #"""
      [{"status":"planerad","före":2,"efter":1,"skillnad":-1},\#
      {"status":"pågår","före":1,"efter":1,"skillnad":0},\#
      {"status":"genomförd","före":0,"efter":1,"skillnad":1},\#
      {"status":null,"före":0,"efter":1,"skillnad":1}]
      """#
    ),
    (
      "jämför april 2026 med delår 2026 per område med skillnad > 0 sortera på efter",
      #"[{"område":"stöd","före":0,"efter":1,"skillnad":1}]"#
    ),
    ("jämför april 2026 med delår 2026", #"[{"före":3,"efter":4,"skillnad":1}]"#),
    (
      "jämför april 2026 med delår 2026 där status = pågår",
      #"[{"före":1,"efter":1,"skillnad":0}]"#
    ),
    (
      "jämför april 2026 med delår 2026 per status sortera på skillnad fallande, status",
      #"""
      [{"status":"genomförd","före":0,"efter":1,"skillnad":1},\#
      {"status":null,"före":0,"efter":1,"skillnad":1},\#
      {"status":"pågår","före":1,"efter":1,"skillnad":0},\#
      {"status":"planerad","före":2,"efter":1,"skillnad":-1}]
      """#
    ),
    (
      "jämför april 2026 med delår 2026 per status med efter > 0 och status != planerad",
      #"""
      [{"status":"pågår","före":1,"efter":1,"skillnad":0},\#
      {"status":"genomförd","före":0,"efter":1,"skillnad":1},\#
      {"status":null,"före":0,"efter":1,"skillnad":1}]
      """#
    ),
    (
      "jämför april 2026 med delår 2026 per status sortera på after högst 1",
      #"[{"status":"planerad","före":2,"efter":1,"skillnad":-1}]"#
    ),
    (
      "jämför delår 2025 med idag per område",
      #"""
      [{"område":"frånvaro","före":0,"efter":1,"skillnad":1},\#
      {"område":"kompetens","före":1,"efter":2,"skillnad":1},\#
      {"område":"stöd","före":0,"efter":1,"skillnad":1}]
      """#
    ),
    (
      "ändringar sedan april 2026 till delår 2026",
      #"""
      [{"insats":"I-1","ändring":"ändrad","fält":"status","från":"planerad","till":"pågår"},\#
      {"insats":"I-1","ändring":"ändrad","fält":"framsteg","från":null,"till":40},\#
      {"insats":"I-2","ändring":"ändrad","fält":"status","från":"pågår","till":"genomförd"},\#
      {"insats":"I-10","ändring":"ny","fält":null,"från":null,"till":null}]
      """#
    ),
    (
      "ändringar sedan april 2026 högst 1",
      #"""
      [{"insats":"I-1","ändring":"ändrad","fält":"status","från":"planerad","till":"pågår"}]
      """#
    ),
    (
      "ändringar sedan april 2026 läget delår 2026 där område = kompetens",
      #"""
      [{"insats":"I-2","ändring":"ändrad","fält":"status","från":"pågår","till":"genomförd"}]
      """#
    ),
    (
      "ändringar sedan delår 2025 till april 2026",
      #"""
      [{"insats":"I-1","ändring":"ny","fält":null,"från":null,"till":null},\#
      {"insats":"I-2","ändring":"ny","fält":null,"från":null,"till":null},\#
      {"insats":"I-9","ändring":"ändrad","fält":"status","från":null,"till":"planerad"}]
      """#
    ),
    ("ändringar sedan idag till idag", "[]"),
    (
      "visa id, senaste, förra, förändring, försenad från insatser",
      #"""
      [{"id":"I-1","senaste":"L2","förra":"L1","förändring":"framåt","försenad":"kanske"},\#
      {"id":"I-2","senaste":"L4","förra":"L3","förändring":"framåt","försenad":"nej"},\#
      {"id":"I-9","senaste":"L5","förra":null,"förändring":"tyst","försenad":"ja"},\#
      {"id":"I-10","senaste":"L6","förra":null,"förändring":"ny","försenad":"nej"},\#
      {"id":"I-11","senaste":null,"förra":null,"förändring":null,"försenad":"nej"}]
      """#
    ),
    (
      "visa id, tyst, ålder_status, fullständighet, fortsätter från insatser",
      #"""
      [{"id":"I-1","tyst":false,"ålder_status":1,"fullständighet":100,"fortsätter":false},\#
      {"id":"I-2","tyst":false,"ålder_status":1,"fullständighet":40,"fortsätter":false},\#
      {"id":"I-9","tyst":true,"ålder_status":1,"fullständighet":40,"fortsätter":true},\#
      {"id":"I-10","tyst":false,"ålder_status":null,"fullständighet":20,"fortsätter":false},\#
      {"id":"I-11","tyst":false,"ålder_status":null,"fullständighet":20,"fortsätter":false}]
      """#
    ),
    (
      "visa id, senaste_värde, trend, måluppfyllelse från indikatorer",
      #"""
      [{"id":"N1","senaste_värde":9,"trend":"minskar","måluppfyllelse":"uppnås"},\#
      {"id":"N2","senaste_värde":80,"trend":"data saknas","måluppfyllelse":"uppnås ej"},\#
      {"id":"N3","senaste_värde":null,"trend":"data saknas","måluppfyllelse":"ej bedömd"}]
      """#
    ),
    (
      "visa id, antal_insatser, andel_genomförda, insatser från områden",
      #"""
      [{"id":"kompetens","antal_insatser":2,"andel_genomförda":50,"insatser":["I-2","I-9"]},\#
      {"id":"frånvaro","antal_insatser":1,"andel_genomförda":0,"insatser":["I-1"]},\#
      {"id":"stöd","antal_insatser":1,"andel_genomförda":0,"insatser":["I-10"]},\#
      {"id":"tomt","antal_insatser":0,"andel_genomförda":null,"insatser":null}]
      """#
    ),
    ("visa id, täckt från inriktningar", #"[{"id":"R1","täckt":false},{"id":"R2","täckt":true}]"#),
    (
      "visa id, förändring, tyst, försenad från insatser läget bokslut 2026",
      #"""
      [{"id":"I-1","förändring":"tyst","tyst":true,"försenad":"kanske"},\#
      {"id":"I-2","förändring":"framåt","tyst":false,"försenad":"nej"},\#
      {"id":"I-9","förändring":"tyst","tyst":true,"försenad":"ja"},\#
      {"id":"I-10","förändring":"tyst","tyst":true,"försenad":"nej"}]
      """#
    ),
    (
      "visa id, status, framsteg från insatser läget delår 2026",
      #"""
      [{"id":"I-1","status":"pågår","framsteg":40},\#
      {"id":"I-2","status":"genomförd","framsteg":null},\#
      {"id":"I-9","status":"planerad","framsteg":null},\#
      {"id":"I-10","status":null,"framsteg":null}]
      """#
    ),
    (
      "visa id, antal_insatser från områden läget april 2026",
      #"""
      [{"id":"kompetens","antal_insatser":2},\#
      {"id":"frånvaro","antal_insatser":1},\#
      {"id":"stöd","antal_insatser":0},\#
      {"id":"tomt","antal_insatser":0}]
      """#
    ),
  ]

  @Test("have their answers", arguments: questions)
  func answers(question: String, answer: String) throws {
    #expect(try Conversation().say(question) == answer)
  }
}
