import Text

/// A closed list of values, in declared order.
package final class Enumeration: Sendable {
  /// One value: its name as stored, its English name, and words that mean the same.
  package struct Case: Sendable {
    /// The name as stored.
    package let name: String
    /// The English name.
    package let english: String
    /// Other words for the value, matched whole.
    package let synonyms: [String]

    init(_ name: String, _ english: String, _ synonyms: [String] = []) {
      (self.name, self.english, self.synonyms) = (name, english, synonyms)
    }
  }

  /// What messages call the list.
  package let name: String
  /// The values, in declared order.
  package let cases: [Case]
  private let utf8Names: [[UInt8]]

  init(_ name: String, _ cases: [Case]) {
    (self.name, self.cases) = (name, cases)
    utf8Names = cases.map { Array($0.name.utf8) }
  }

  /// Gives the place of a value by its exact name.
  package func code(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    utf8Names.firstIndex { $0.count == name.count && $0.elementsEqual(name) }
  }

  /// The names of all values.
  package var names: [String] { cases.map(\.name) }
}

extension Enumeration {
  static let bodyKind = Enumeration(
    "typ",
    [
      .init("fullmäktige", "council"), .init("styrelse", "executive"),
      .init("nämnd", "committee"), .init("utskott", "subcommittee"),
      .init("förvaltning", "administration"),
    ]
  )

  static let service = Enumeration(
    "verksamhet",
    [
      .init("förskola", "preschool"), .init("grundskola", "compulsory school"),
      .init("fritidshem", "after-school"), .init("anpassad grundskola", "adapted school"),
      .init("elevhälsa", "pupil health"), .init("alla", "all"),
    ]
  )

  static let objectiveAssessment = Enumeration(
    "bedömning",
    [
      .init("uppnås", "met"), .init("delvis", "partly"), .init("uppnås ej", "not met"),
      .init("ej bedömd", "not assessed"),
    ]
  )

  static let measureKind = Enumeration(
    "typ",
    [
      .init("kompetenshöjande", "training"), .init("kartläggning", "mapping"),
      .init("rutin", "routine"), .init("översyn", "review"), .init("workshop", "workshop"),
      .init("resurs", "resource"), .init("rekrytering", "recruitment"),
      .init("samverkan", "cooperation"), .init("digitalisering", "digitalisation"),
      .init("kommunikation", "communication"), .init("organisation", "organisation"),
      .init("uppföljning", "follow-up"), .init("lokal", "premises"), .init("övrig", "other"),
    ]
  )

  /// The five states of a measure, in the order planned, ongoing, done, paused, stopped.
  package static let status = Enumeration(
    "status",
    [
      .init("planerad", "planned", ["planeras", "planerat", "ska", "ej påbörjad"]),
      .init(
        "pågår",
        "ongoing",
        ["påbörjad", "fortsätter", "fortgår", "genomförs", "införs", "tas fram"]
      ),
      .init("genomförd", "done", ["genomfört", "klar", "avslutad", "slutförd"]),
      .init("pausad", "paused", ["vilande", "pausas"]),
      .init("avbruten", "cancelled", ["avförd", "inställd", "avslutad i förtid"]),
    ]
  )

  static let assessment = Enumeration(
    "bedömning",
    [
      .init("grön", "green"), .init("gul", "yellow"), .init("röd", "red"),
      .init("ej bedömd", "not assessed"),
    ]
  )

  static let certainty = Enumeration(
    "säkerhet",
    [
      .init("beslutad", "decided"), .init("planerad", "planned"),
      .init("villkorad", "conditional"), .init("eventuell", "possible"),
    ]
  )

  static let level = Enumeration(
    "nivå",
    [
      .init("förvaltning", "administration"), .init("huvudman", "authority"),
      .init("enhet", "unit"),
    ]
  )

  /// The kinds of follow-up occasion.
  package static let occasionKind = Enumeration(
    "typ",
    [
      .init("april", "april"), .init("delår", "interim"),
      .init("årsbokslut", "annual", ["bokslut"]),
      .init("övrig", "other"),
    ]
  )

  static let effectKind = Enumeration(
    "art",
    [.init("kvalitativ", "qualitative"), .init("kvantitativ", "quantitative")]
  )

  static let direction = Enumeration(
    "riktning",
    [.init("ökar", "rising"), .init("minskar", "falling"), .init("oförändrad", "unchanged")]
  )

  static let needKind = Enumeration(
    "art",
    [.init("behov", "need"), .init("utmaning", "challenge"), .init("risk", "risk")]
  )

  static let needStatus = Enumeration(
    "status",
    [
      .init("identifierat", "identified"), .init("omhändertaget", "handled"),
      .init("avvisat", "rejected"),
    ]
  )

  /// What is better for an indicator.
  package static let better = Enumeration(
    "bättre",
    [.init("högre", "higher"), .init("lägre", "lower"), .init("neutral", "neutral")]
  )

  /// The sexes that outcomes are divided by.
  package static let sex = Enumeration(
    "kön",
    [
      .init("T", "total", ["totalt", "alla"]), .init("K", "women", ["kvinnor", "flickor"]),
      .init("M", "men", ["män", "pojkar"]),
    ]
  )

  static let decisionKind = Enumeration(
    "art",
    [.init("förslag", "proposal"), .init("beslut", "decision"), .init("delegation", "delegation")]
  )

  static let execution = Enumeration(
    "verkställighet",
    [
      .init("ej påbörjad", "not started"), .init("pågår", "ongoing"),
      .init("verkställd", "executed"), .init("återkallad", "revoked"), .init("okänd", "unknown"),
    ]
  )

  static let documentKind = Enumeration(
    "typ",
    [
      .init("tjänsteskrivelse", "memo"), .init("protokollsutdrag", "minutes"),
      .init("bilaga", "attachment"), .init("rapport", "report"),
      .init("handlingsplan", "action plan"), .init("styrdokument", "policy"),
    ]
  )

  /// How well a document's text was read.
  package static let textQuality = Enumeration(
    "textkvalitet",
    [.init("ren", "clean"), .init("ocr", "scanned")]
  )

  /// What happened to a measure between its latest two reports.
  package static let movement = Enumeration(
    "förändring",
    [
      .init("ny", "new"), .init("framåt", "forward"), .init("bakåt", "back"),
      .init("oförändrad", "unchanged"), .init("återupptagen", "resumed"), .init("tyst", "silent"),
    ]
  )

  /// Whether a measure is late, where the time may be too vague to tell.
  package static let lateness = Enumeration(
    "försenad",
    [.init("nej", "no"), .init("kanske", "maybe"), .init("ja", "yes")]
  )

  /// Where an indicator is going.
  package static let trend = Enumeration(
    "trend",
    [
      .init("ökar", "rising"), .init("minskar", "falling"), .init("oförändrad", "unchanged"),
      .init("data saknas", "no data"),
    ]
  )

  /// Whether an indicator has reached its target.
  package static let fulfilment = Enumeration(
    "måluppfyllelse",
    [.init("uppnås", "met"), .init("uppnås ej", "not met"), .init("ej bedömd", "not assessed")]
  )
}
