import Chance
import Foundation

/// Makes sound random stores: small domains so that equality hits, values on the edges.
struct StoreMaker {
  private var dice: Dice
  private var sets: [String: [Json]] = [:]
  /// Two lägen of one insats at one occasion in some stores.
  private let repeatsReports: Bool
  /// April is reported as of another day than the 30th in some stores.
  private let aprilDay: String
  /// An occasion lies ahead in some stores; nothing is reported of it yet.
  private let plansAhead: Bool

  init(seed: UInt64) {
    dice = Dice(seed: seed)
    repeatsReports = dice.percent(10)
    aprilDay = dice.percent(12) ? "05-02" : "04-30"
    plansAhead = dice.percent(20)
  }

  /// A store as JSON text, one record a line.
  static func json(seed: UInt64) -> String {
    var maker = StoreMaker(seed: seed)
    maker.addFixedSets()
    maker.addPlans()
    let isSmall = maker.dice.percent(15)
    let count = maker.dice.percent(3) ? 0 : maker.dice.among(isSmall ? 1...8 : 9...40)
    for number in 1...max(count, 1) where number <= count { maker.addMeasure(number) }
    maker.addNeeds()
    return maker.text()
  }

  private func text() -> String {
    var lines = ["{", "\"format\": \"följ\",", "\"version\": 1"]
    for set in Schema.sets {
      guard let records = sets[set.name], !records.isEmpty else { continue }
      lines[lines.count - 1] += ","
      lines.append("\(quotedJson(set.name)): [")
      lines.append(records.map(writeJson).joined(separator: ",\n"))
      lines.append("]")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  private mutating func add(_ set: String, _ fields: [(String, Json?)]) {
    var members: [Member] = []
    for (key, value) in fields {
      if let value {
        members.append(Member(key, value))
      } else if dice.percent(2) {
        members.append(Member(key, .null))
      }
    }
    sets[set, default: []].append(.object(members))
  }

  private func ids(_ set: String) -> [String] {
    (sets[set] ?? []).compactMap { $0.value("id")?.string }
  }

  // MARK: Values

  private mutating func one(_ set: String, _ chance: Int) -> Json? {
    let found = dice.maybe(chance) { [ids = ids(set)] dice in dice.pick(ids) }
    return found.flatMap { $0 }.map(Json.text)
  }

  private mutating func some(_ items: [String], _ most: Int, _ chance: Int) -> Json? {
    guard dice.percent(chance) else { return dice.percent(2) ? .list([]) : nil }
    return .list(dice.sample(items, dice.among(1...most)).map(Json.text))
  }

  private mutating func choice(_ words: String, _ chance: Int) -> Json? {
    dice.maybe(chance) { dice in
      .text(dice.pick(words.split(separator: "|").map(String.init), or: ""))
    }
  }

  private mutating func number(_ values: [Double], _ chance: Int) -> Json? {
    dice.maybe(chance) { dice in .number(dice.pick(values, or: 0)) }
  }

  private mutating func flag(_ chance: Int) -> Json? {
    dice.maybe(chance) { dice in .bool(dice.percent(50)) }
  }

  private mutating func words(_ count: ClosedRange<Int>, _ chance: Int = 100) -> Json? {
    guard dice.percent(chance) else { return nil }
    let text = (0..<dice.among(count)).map { _ in dice.pick(Domain.words, or: "") }
      .joined(separator: " ")
    switch dice.below(25) {
    case 0: return .text(text.decomposedStringWithCanonicalMapping)
    case 1: return .text(text.uppercased())
    default: return .text(text)
    }
  }

  private mutating func day() -> String {
    if dice.percent(50) { return dice.pick(Domain.edges.filter { $0.count == 10 }, or: "") }
    return Days.text(Days.number(2024, 1, 1) + dice.below(1460))
  }

  private mutating func time() -> String {
    if dice.percent(50) { return dice.pick(Domain.edges, or: "") }
    let number = Days.number(2024, 1, 1) + dice.below(1460)
    let date = Days.date(number)
    switch dice.below(100) {
    case ..<55: return Days.text(number)
    case ..<70: return "\(date.year)-\(padded(date.month, 2))"
    case ..<78: return "\(date.year)"
    case ..<84: return "\(date.year)-Q\((date.month - 1) / 3 + 1)"
    case ..<88: return "\(date.year)-T\((date.month - 1) / 4 + 1)"
    case ..<94: return "\(date.year)-\(date.month < 7 ? "VT" : "HT")"
    default: return "\(Days.text(number))/\(Days.text(number + dice.among(40...50)))"
    }
  }

  private mutating func dayField(_ chance: Int) -> Json? {
    dice.percent(chance) ? .text(day()) : nil
  }

  private mutating func timeField(_ chance: Int) -> Json? {
    dice.percent(chance) ? .text(time()) : nil
  }
}

/// Sets that hardly vary.
extension StoreMaker {
  private mutating func addFixedSets() {
    for row in Domain.organ {
      let fields = ["id", "namn", "typ", "överordnad", "kommun"]
      add("organ", zip(fields, row).map { ($0, $1.map(Json.text)) })
    }
    for (index, area) in Domain.areas.enumerated() {
      add(
        "områden",
        [
          ("id", .text(area.0)), ("namn", .text(area.1)),
          ("år", years()),
          ("ordning", dice.maybe(90) { _ in .number(Double(index + 1)) }),
          ("verksamhet", some(Domain.school + ["alla"], 2, 60)), ("citat", words(3...5, 30)),
          ("föregångare", dice.maybe(20) { _ in .list([.text("tidiga")]) }),
        ]
      )
    }
    for (year, number, organ) in Domain.cases {
      add(
        "ärenden",
        [
          ("id", .text("\(year).\(number) \(organ)")), ("rubrik", words(2...3)),
          ("organ", .text(organ)), ("år", .number(Double(year))),
        ]
      )
    }
    addOccasions()
    add(
      "begrepp",
      [
        ("id", .text("OSB")), ("utläst", .text("Organisation Skola och Barn")),
        ("synonymer", .list([.text("osb"), .text("skolorganisation")])),
      ]
    )
    add("begrepp", [("id", .text("EHT")), ("utläst", .text("Elevhälsoteam"))])
  }

  private mutating func years() -> Json? {
    guard dice.percent(90) else { return nil }
    return .list(dice.sample([2024, 2025, 2026], dice.among(1...2)).map(Json.number))
  }

  private mutating func addOccasions() {
    let types = [("april", aprilDay), ("delår", "08-31"), ("årsbokslut", "12-31")]
    let last = plansAhead ? "2026-12-31" : "2026-08-31"
    for year in 2024...2026 {
      for (type, day) in types where "\(year)-\(day)" <= last {
        add(
          "tillfällen",
          [
            ("id", .text("\(type)-\(year)")), ("år", .number(Double(year))), ("typ", .text(type)),
            ("per", .text("\(year)-\(day)")), ("daterad", dayField(60)), ("organ", .text("BUN")),
            ("ärende", one("ärenden", 50)), ("låst", flag(70)),
          ]
        )
      }
    }
  }

  private mutating func addPlans() {
    for (organ, year, paragraph) in Domain.decisions {
      add(
        "beslut",
        [
          ("id", .text("\(organ)-\(year)-\(paragraph)")), ("organ", .text(organ)),
          ("datum", .text(Days.text(Days.number(year, 1, 1) + dice.below(365)))),
          ("paragraf", .number(Double(paragraph))),
          ("art", choice("förslag|beslut|delegation", 100)), ("lydelse", words(3...7, 60)),
          ("ärende", one("ärenden", 80)),
          ("verkställighet", choice("ej påbörjad|pågår|verkställd|återkallad|okänd", 70)),
          ("verkställd", timeField(40)),
        ]
      )
    }
    for year in 2025...2026 {
      for number in 1...5 {
        add(
          "inriktningar",
          [
            ("id", .text("IR-\(year)-\(number)")), ("år", .number(Double(year))),
            ("nummer", .number(Double(number))), ("text", words(4...8)),
            ("organ", dice.maybe(80) { _ in .text("BUN") }), ("beslut", one("beslut", 50)),
            ("områden", some(ids("områden"), 3, 70)),
          ]
        )
      }
    }
    addIndicators()
    addGoals()
    addDocuments()
  }

  private mutating func addIndicators() {
    for (index, name) in Domain.indicators.enumerated() {
      let id = "N\(15400 + index)"
      add(
        "indikatorer",
        [
          ("id", .text(id)), ("namn", .text(name)), ("enhet", choice("%|antal|kr", 80)),
          ("bättre", choice("högre|lägre|neutral", 90)), ("område", one("områden", 80)),
        ]
      )
      for year in 2023...2025 {
        for sex in ["T", "K", "M"] where dice.percent(75) {
          add(
            "utfall",
            [
              ("id", .text("U-\(id)-\(year)-\(sex)")), ("indikator", .text(id)),
              ("period", .text("\(year)")),
              ("kön", sex == "T" && dice.percent(20) ? nil : .text(sex)),
              ("värde", number([0, 0.5, 12.25, 33.3, 80, 99.9, -3], 85)),
              ("målvärde", number([50, 80.5], 40)), ("hämtad", dayField(60)),
            ]
          )
        }
      }
    }
  }

  private mutating func addGoals() {
    for number in 1...12 {
      add(
        "mål",
        [
          ("id", .text("M-\(number)")), ("text", words(3...6)), ("område", one("områden", 90)),
          ("år", self.number([2025, 2026], 100)), ("senast", timeField(70)),
          ("målgrupp", some(Domain.targets, 2, 60)), ("mätbart", flag(80)),
          ("indikatorer", some(ids("indikatorer"), 2, 50)),
          ("bedömning", choice("uppnås|delvis|uppnås ej|ej bedömd", 60)),
        ]
      )
    }
  }

  private mutating func addDocuments() {
    for number in 1...11 {
      add(
        "handlingar",
        [
          ("id", .text("H-\(number)")), ("titel", words(2...3)),
          ("typ", choice("tjänsteskrivelse|bilaga|rapport|handlingsplan", 100)),
          ("daterad", dayField(70)), ("ärende", one("ärenden", 80)),
          ("avser", one("tillfällen", 60)), ("textkvalitet", choice("ren|ocr", 50)),
        ]
      )
    }
  }
}

/// Insatser with their lägen and effekter.
extension StoreMaker {
  private mutating func addMeasure(_ number: Int) {
    let year = dice.pick([2024, 2025, 2026, 2026], or: 2026)
    let id = "I-\(year)-\(number)"
    let known = sets["insatser"] ?? []
    let earlier = ids("insatser").filter { $0 < "I-\(year)" }
    let status = dice.pick(Schema.status, or: "")
    let twin = dice.percent(3) ? dice.pick(known)?.value("titel") : nil
    add(
      "insatser",
      [
        ("id", .text(id)), ("titel", twin ?? words(2...5)), ("beskrivning", words(5...24, 80)),
        ("område", one("områden", 100)), ("år", .number(Double(year))),
        ("mål", some(ids("mål"), 2, 50)), ("inriktningar", some(ids("inriktningar"), 2, 30)),
        ("typ", choice(Domain.types, 80)), ("status", .text(status)),
        ("bedömning", choice("grön|gul|röd|ej bedömd", 60)),
        ("säkerhet", choice("beslutad|planerad|villkorad|eventuell", 40)),
        ("ansvarig", dice.maybe(75) { .text($0.pick(Domain.roles, or: "")) }),
        ("part", some(["polisen", "socialtjänsten", "regionen"], 2, 20)),
        ("verksamhet", some(Domain.school, 3, 80)), ("målgrupp", some(Domain.targets, 2, 70)),
        ("enhet", some(Domain.units, 2, 40)), ("årskurs", choice("1|2|7-9|10|F-3", 30)),
        ("nivå", choice("förvaltning|huvudman|enhet", 50)), ("start", timeField(70)),
        ("slut", timeField(80)),
        ("tidplan", choice("våren|löpande|HT 2026", 30)),
        ("införd", dayField(45)), ("framsteg", percentage(60)),
        ("belopp", self.number(Domain.money, 50)),
        ("finansiering", choice("statsbidrag|egen budget", 20)),
        ("omfattning", self.number(Domain.percents, 40)),
        ("fortsättning_av", dice.percent(35) ? dice.pick(earlier).map(Json.text) : nil),
        ("del_av", one("insatser", 10)), ("beslut", some(ids("beslut"), 2, 20)),
        ("handlingar", some(ids("handlingar"), 2, 30)),
        ("källa", dice.maybe(40) { .text($0.pick(["BUN 2025 § 12", "plan s. 4", ""], or: "")) }),
      ]
    )
    addReports(of: id, year: year, status)
    if dice.percent(30) { addEffect(of: id) }
  }

  private mutating func percentage(_ chance: Int) -> Json? {
    guard dice.percent(chance) else { return nil }
    return dice.percent(70) ? number(Domain.percents, 100) : .number(Double(dice.below(101)))
  }

  private mutating func addReports(of id: String, year: Int, _ first: String) {
    var state = first
    for occasion in ids("tillfällen") where occasion.suffix(4) >= "\(year)" {
      guard dice.percent(45), occasion != "årsbokslut-2026" else { continue }
      for _ in 0...(repeatsReports && dice.percent(20) ? 1 : 0) {
        if dice.percent(60) { state = dice.pick(Schema.status, or: "") }
        add(
          "lägen",
          [
            ("id", .text("L-\((sets["lägen"] ?? []).count + 1)")), ("insats", .text(id)),
            ("tillfälle", .text(occasion)), ("status", dice.percent(90) ? .text(state) : nil),
            ("statusord", choice("fortgår|klart|påbörjat", 30)),
            ("bedömning", choice("grön|gul|röd|ej bedömd", 60)),
            ("framsteg", number(Domain.percents, 50)), ("avvikelse", words(2...4, 20)),
            ("kommentar", words(3...11, 60)),
          ]
        )
      }
    }
  }

  private mutating func addEffect(of id: String) {
    let least = dice.maybe(50) { $0.among(1...49) }
    let most = least.map { $0 + dice.below(10) }
    add(
      "effekter",
      [
        ("id", .text("E-\((sets["effekter"] ?? []).count + 1)")), ("text", words(3...7)),
        ("insats", .text(id)), ("tillfälle", one("tillfällen", 100)),
        ("art", choice("kvalitativ|kvantitativ", 100)),
        ("riktning", choice("ökar|minskar|oförändrad", 60)),
        ("antal_min", least.map { .number(Double($0)) }),
        ("antal_max", most.map { .number(Double($0)) }),
      ]
    )
  }

  private mutating func addNeeds() {
    for number in 1...11 {
      add(
        "behov",
        [
          ("id", .text("B-\(number)")), ("text", words(3...7)), ("område", one("områden", 90)),
          ("tillfälle", one("tillfällen", 70)), ("art", choice("behov|utmaning|risk", 100)),
          ("status", choice("identifierat|omhändertaget|avvisat", 90)),
          ("insatser", ids("insatser").isEmpty ? nil : some(ids("insatser"), 2, 50)),
        ]
      )
    }
  }
}
