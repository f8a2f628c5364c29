/// The values that random stores are made of.
enum Domain {
  static let areas = [
    ("tidiga", "Tidiga insatser"), ("särskilt", "Särskilt stöd"),
    ("frånvaro", "Elever med hög frånvaro"), ("arbetsmiljö", "Förbättra arbetsmiljön"),
    ("kompetens", "Kompetensförsörjning"), ("stöd", "Stödprocesser: digitalisering"),
    ("rektor", "Rektors pedagogiska ledarskap"), ("läsa", "Läsa, skriva, räkna"),
    ("trygghet", "Trygghet och studiero"), ("öppenhet", "Öppenhet och dialog"),
  ]
  /// Id, name, type, parent and municipality.
  static let organ: [[String?]] = [
    ["KF", "Kommunfullmäktige", "fullmäktige", nil, "1489"],
    ["BUN", "Barn- och ungdomsnämnden", "nämnd", "KF", "1489"],
    ["ÄN", "Äldrenämnden", "nämnd", "KF", nil],
    ["BUF", "Utbildningsförvaltningen", "förvaltning", "BUN", "0180"],
  ]
  static let cases = [
    (2024, 9, "BUN"), (2024, 10, "BUN"), (2025, 129, "BUN"), (2026, 7, "ÄN"), (2026, 88, "BUN"),
  ]
  static let decisions = [
    ("BUN", 2024, 9), ("BUN", 2024, 101), ("BUN", 2025, 12), ("KF", 2025, 40), ("BUN", 2026, 7),
    ("ÄN", 2026, 31),
  ]
  static let indicators = [
    "Behörighet till gymnasiet", "Närvaro i årskurs 9", "Personalomsättning",
    "Legitimerade lärare", "Trygghet enligt enkät",
  ]
  static let types =
    "kompetenshöjande|kartläggning|rutin|översyn|workshop|resurs|rekrytering|samverkan|"
    + "digitalisering|kommunikation|organisation|uppföljning|lokal|övrig"
  static let roles = [
    "rektor", "Rektor", "verksamhetschef", "administrativ chef", "kvalitetschef", "HR-chef",
    "förstelärare", "Ångström-samordnare", "elevhälsochef", "utvecklingsledare", "ämneslärare",
    "idéledare",
    "ideledare", "",
  ]
  static let school = [
    "förskola", "grundskola", "fritidshem", "anpassad grundskola", "elevhälsa",
  ]
  static let targets = [
    "rektorer", "lärare", "barnskötare", "förskollärare", "elever", "vårdnadshavare",
    "specialpedagoger", "elevhälsoteam",
  ]
  static let units = [
    "Åbyskolan", "Ängskolan", "Östra skolan", "Norra skolan", "Zetaskolan", "Ekskolan",
  ]
  static let money: [Double] = [
    0, 1, 999, 1000, 250_000, 250_001, 249_999, 1_200_000, 300, 50_000, 2_500_000,
  ]
  static let percents: [Double] = [0, 1, 10, 25, 49, 50, 51, 75, 99, 100]

  static let words =
    ("vår var stöd rutin kartläggning workshop lärare åtgärd ärende övergång skola frånvaro "
    + "närvaro plan analys utbildning matematik språk digital blankett automatik ledarskap team "
    + "möte hembesök familj säker trygg café idé cafe Östra Norra Ängskolan Åbyskolan 2026 25% "
    + "(pilot) steg-2 steg-10 årskurs-9 zon ål ärlig öppen \"citat\" och\\eller steg-007")
    .split(separator: " ").map(String.init)

  static let edges =
    ("2026-09-15 2026-09-14 2026-09-16 2026-09 2026-Q3 2026-HT 2026 2024-02-29 2024-02 2028-02-29 "
    + "2025-02-28 2026-04-30 2026-05-01 2026-04 2026-12-31 2027-01-01 2025-12-31 2026-01-01 "
    + "2026-06-30 2026-07-01 2026-VT 2026-T1 2026-T2 2026-Q2 2025 2024-12-31 "
    + "2026-04-01/2026-05-31 2026-08-01/2026-09-15 2026-09-15/2027-01-31 2026-01-01/2026-06-30 "
    + "2026-04-01/2026-04-30 2026-07-01/2026-12-31 2025-01-01/2025-12-31 2026-05-01/2026-08-31")
    .split(separator: " ").map(String.init)
}
