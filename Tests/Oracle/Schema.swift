/// The unit a number is written in.
enum NumberUnit: Sendable { case plain, percent, money }

/// What a field or an operand holds.
indirect enum Kind: Equatable, Sendable {
  case text
  case number(NumberUnit)
  case bool
  case time
  case enumeration([String])
  case reference(String)
  case list(Kind)

  /// The kind of one value of a list, or the kind itself.
  var single: Kind {
    if case .list(let kind) = self { return kind.single }
    return self
  }

  /// True for a list.
  var isList: Bool {
    if case .list = self { return true }
    return false
  }
}

/// One set of the model.
struct SetInfo: Sendable {
  /// The Swedish name in the plural.
  var name: String
  /// Other names that the model gives: English and aliases.
  var aliases: [String]
  /// The field that names a record, where it has one.
  var nameField: String?
  /// Stored fields in the order of the model.
  var fields: [(name: String, kind: Kind)]
  /// Computed fields.
  var derived: [(name: String, kind: Kind)] = []
}

/// The fifteen sets, written by hand from the model.
enum Schema {
  static let school = [
    "förskola", "grundskola", "fritidshem", "anpassad grundskola", "elevhälsa", "alla",
  ]
  static let status = ["planerad", "pågår", "genomförd", "pausad", "avbruten"]
  static let grade = ["grön", "gul", "röd", "ej bedömd"]
  static let occasionTypes = ["april", "delår", "årsbokslut", "övrig"]

  /// The words for the five states that a report or a user may write instead.
  static let statusSynonyms: [(word: String, state: String)] = [
    ("planeras", "planerad"), ("planerat", "planerad"), ("ska", "planerad"),
    ("ej påbörjad", "planerad"),
    ("påbörjad", "pågår"), ("fortsätter", "pågår"), ("fortgår", "pågår"),
    ("genomförs", "pågår"), ("införs", "pågår"), ("tas fram", "pågår"),
    ("genomfört", "genomförd"), ("klar", "genomförd"), ("avslutad", "genomförd"),
    ("slutförd", "genomförd"), ("vilande", "pausad"), ("pausas", "pausad"),
    ("avförd", "avbruten"), ("inställd", "avbruten"), ("avslutad i förtid", "avbruten"),
  ]

  private static let plain = Kind.number(.plain)
  private static func choice(_ words: String) -> Kind {
    .enumeration(words.split(separator: "|").map(String.init))
  }
  private static func many(_ set: String) -> Kind { .list(.reference(set)) }
  private static func one(_ set: String) -> Kind { .reference(set) }

  static let sets: [SetInfo] = [
    organ, directions, areas, goals, measures, occasions, reports, effects, needs, indicators,
    outcomes, cases, decisions, documents, terms,
  ]

  private static let organ = SetInfo(
    name: "organ",
    aliases: ["bodies", "nämnder"],
    nameField: "namn",
    fields: [
      ("id", .text), ("namn", .text),
      ("typ", choice("fullmäktige|styrelse|nämnd|utskott|förvaltning")),
      ("överordnad", one("organ")), ("kommun", .text),
    ]
  )

  private static let directions = SetInfo(
    name: "inriktningar",
    aliases: ["directions"],
    nameField: "text",
    fields: [
      ("id", .text), ("år", plain), ("nummer", plain), ("text", .text), ("organ", one("organ")),
      ("beslut", one("beslut")), ("områden", many("områden")),
    ],
    derived: [("täckt", .bool)]
  )

  private static let areas = SetInfo(
    name: "områden",
    aliases: ["areas"],
    nameField: "namn",
    fields: [
      ("id", .text), ("namn", .text), ("år", .list(plain)), ("ordning", plain),
      ("verksamhet", .list(.enumeration(school))), ("citat", .text),
      ("föregångare", many("områden")),
    ],
    derived: [("antal_insatser", plain), ("andel_genomförda", .number(.percent))]
  )

  private static let goals = SetInfo(
    name: "mål",
    aliases: ["objectives", "goals"],
    nameField: "text",
    fields: [
      ("id", .text), ("text", .text), ("område", one("områden")), ("år", plain),
      ("senast", .time), ("målgrupp", .list(.text)), ("mätbart", .bool),
      ("indikatorer", many("indikatorer")),
      ("bedömning", choice("uppnås|delvis|uppnås ej|ej bedömd")),
    ]
  )

  private static let measureTypes = choice(
    "kompetenshöjande|kartläggning|rutin|översyn|workshop|resurs|rekrytering|samverkan|"
      + "digitalisering|kommunikation|organisation|uppföljning|lokal|övrig"
  )

  private static let measures = SetInfo(
    name: "insatser",
    aliases: ["measures", "åtgärder", "aktiviteter", "uppdrag"],
    nameField: "titel",
    fields: [
      ("id", .text), ("titel", .text), ("beskrivning", .text), ("område", one("områden")),
      ("år", plain), ("mål", many("mål")), ("inriktningar", many("inriktningar")),
      ("typ", measureTypes), ("status", .enumeration(status)), ("bedömning", .enumeration(grade)),
      ("säkerhet", choice("beslutad|planerad|villkorad|eventuell")), ("ansvarig", .text),
      ("part", .list(.text)), ("verksamhet", .list(.enumeration(school))),
      ("målgrupp", .list(.text)), ("enhet", .list(.text)), ("årskurs", .text),
      ("nivå", choice("förvaltning|huvudman|enhet")), ("start", .time), ("slut", .time),
      ("tidplan", .text), ("införd", .time), ("framsteg", .number(.percent)),
      ("belopp", .number(.money)), ("finansiering", .text), ("omfattning", .number(.percent)),
      ("fortsättning_av", one("insatser")), ("del_av", one("insatser")), ("beslut", many("beslut")),
      ("handlingar", many("handlingar")), ("källa", .text),
    ],
    derived: [
      ("senaste", one("lägen")), ("förra", one("lägen")),
      ("förändring", choice("ny|framåt|bakåt|oförändrad|återupptagen|tyst")),
      ("försenad", choice("nej|kanske|ja")), ("tyst", .bool), ("ålder_status", plain),
      ("fullständighet", .number(.percent)), ("fortsätter", .bool),
    ]
  )

  private static let occasions = SetInfo(
    name: "tillfällen",
    aliases: ["occasions"],
    nameField: nil,
    fields: [
      ("id", .text), ("år", plain), ("typ", .enumeration(occasionTypes)), ("per", .time),
      ("daterad", .time), ("behandlas", .time), ("organ", one("organ")),
      ("ärende", one("ärenden")), ("låst", .bool),
    ]
  )

  private static let reports = SetInfo(
    name: "lägen",
    aliases: ["reports", "lägesrapporter"],
    nameField: nil,
    fields: [
      ("id", .text), ("insats", one("insatser")), ("tillfälle", one("tillfällen")),
      ("status", .enumeration(status)), ("statusord", .text), ("bedömning", .enumeration(grade)),
      ("framsteg", .number(.percent)), ("avvikelse", .text), ("prognos", .text),
      ("kommentar", .text), ("källa", .text),
    ]
  )

  private static let effects = SetInfo(
    name: "effekter",
    aliases: ["effects"],
    nameField: "text",
    fields: [
      ("id", .text), ("text", .text), ("insats", one("insatser")),
      ("tillfälle", one("tillfällen")), ("art", choice("kvalitativ|kvantitativ")),
      ("riktning", choice("ökar|minskar|oförändrad")), ("antal_min", plain),
      ("antal_max", plain), ("enhet", .text), ("källa", .text),
    ]
  )

  private static let needs = SetInfo(
    name: "behov",
    aliases: ["needs"],
    nameField: "text",
    fields: [
      ("id", .text), ("text", .text), ("område", one("områden")),
      ("tillfälle", one("tillfällen")), ("art", choice("behov|utmaning|risk")),
      ("status", choice("identifierat|omhändertaget|avvisat")), ("insatser", many("insatser")),
      ("källa", .text),
    ]
  )

  private static let indicators = SetInfo(
    name: "indikatorer",
    aliases: ["indicators", "nyckeltal"],
    nameField: "namn",
    fields: [
      ("id", .text), ("namn", .text), ("enhet", .text), ("bättre", choice("högre|lägre|neutral")),
      ("källa", .text), ("område", one("områden")),
    ],
    derived: [
      ("senaste_värde", plain), ("trend", choice("ökar|minskar|oförändrad|data saknas")),
    ]
  )

  private static let outcomes = SetInfo(
    name: "utfall",
    aliases: ["outcomes", "mätvärden"],
    nameField: nil,
    fields: [
      ("id", .text), ("indikator", one("indikatorer")), ("period", .time),
      ("kön", choice("T|K|M")), ("värde", plain), ("målvärde", plain), ("prognos", plain),
      ("hämtad", .time), ("källa", .text),
    ]
  )

  private static let cases = SetInfo(
    name: "ärenden",
    aliases: ["cases"],
    nameField: "rubrik",
    fields: [("id", .text), ("rubrik", .text), ("organ", one("organ")), ("år", plain)]
  )

  private static let decisions = SetInfo(
    name: "beslut",
    aliases: ["decisions"],
    nameField: nil,
    fields: [
      ("id", .text), ("organ", one("organ")), ("datum", .time), ("paragraf", plain),
      ("art", choice("förslag|beslut|delegation")), ("lydelse", .text),
      ("ärende", one("ärenden")),
      ("verkställighet", choice("ej påbörjad|pågår|verkställd|återkallad|okänd")),
      ("verkställd", .time),
    ]
  )

  private static let documents = SetInfo(
    name: "handlingar",
    aliases: ["documents"],
    nameField: "titel",
    fields: [
      ("id", .text), ("titel", .text),
      (
        "typ",
        choice("tjänsteskrivelse|protokollsutdrag|bilaga|rapport|handlingsplan|styrdokument")
      ),
      ("daterad", .time), ("ärende", one("ärenden")), ("avser", one("tillfällen")),
      ("textkvalitet", choice("ren|ocr")),
    ]
  )

  private static let terms = SetInfo(
    name: "begrepp",
    aliases: ["terms"],
    nameField: "utläst",
    fields: [("id", .text), ("utläst", .text), ("synonymer", .list(.text))]
  )
}

/// What is worked out from the table of sets once.
struct SchemaIndex: Sendable {
  /// The kind of each field, reverse fields included, by set and field.
  var kinds: [String: [String: Kind]] = [:]
  /// The field that a reverse field turns around, by set and reverse field.
  var reverse: [String: [String: String]] = [:]
  /// The field that names a record, by set.
  var nameFields: [String: String] = [:]
  /// All fields of a set in order: stored, derived, reverse.
  var order: [String: [String]] = [:]
  /// The names that only one field of a set has without its marks, by set.
  var plain: [String: Set<String>] = [:]

  static let shared = SchemaIndex()

  init() {
    for set in Schema.sets {
      nameFields[set.name] = set.nameField
      for field in set.fields + set.derived {
        kinds[set.name, default: [:]][field.name] = field.kind
        order[set.name, default: []].append(field.name)
      }
    }
    for target in Schema.sets { addReverseFields(of: target.name) }
    for (set, fields) in order {
      let folded = fields.map { Text($0).folded }
      plain[set] = Set(folded.filter { name in folded.count { $0 == name } == 1 })
    }
  }

  /// A reverse field exists where exactly one field of a set refers here and the name is free.
  private mutating func addReverseFields(of target: String) {
    for source in Schema.sets {
      let referring = source.fields.filter { $0.kind.single == .reference(target) }
      guard referring.count == 1, kinds[target]?[source.name] == nil else { continue }
      kinds[target, default: [:]][source.name] = .list(.reference(source.name))
      reverse[target, default: [:]][source.name] = referring[0].name
      order[target, default: []].append(source.name)
    }
  }

  /// The kind of a field.
  func kind(_ set: String, _ field: String) -> Kind? { kinds[set]?[field] }
}
