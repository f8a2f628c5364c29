import Model
import Testing
import Text

/// The model as the contract states it, written down here a second time.
@Suite("The model of the contract")
struct ModelContractTests {
  /// A set a line: name (singular · English; other names): fields, where * means required.
  static let sets = """
    organ (organ · bodies; nämnder): *id text, *namn text, typ {fullmäktige, styrelse, nämnd, \
    utskott, förvaltning}, överordnad → organ, kommun text
    inriktningar (inriktning · directions): *id text, *år int, nummer int, *text text, \
    organ → organ, beslut → beslut, områden [→ områden]
    områden (område · areas): *id text, *namn text, år [int], ordning int, verksamhet [{förskola, \
    grundskola, fritidshem, anpassad grundskola, elevhälsa, alla}], citat text, \
    föregångare [→ områden]
    mål (mål · objectives; goals, goal): *id text, *text text, område → områden, år int, \
    senast time, målgrupp [text], mätbart bool, indikatorer [→ indikatorer], \
    bedömning {uppnås, delvis, uppnås ej, ej bedömd}
    insatser (insats · measures; åtgärder, aktiviteter, uppdrag): *id text, *titel text, \
    beskrivning text, *område → områden, *år int, mål [→ mål], inriktningar [→ inriktningar], \
    typ {kompetenshöjande, kartläggning, rutin, översyn, workshop, resurs, rekrytering, \
    samverkan, digitalisering, kommunikation, organisation, uppföljning, lokal, övrig}, \
    *status {planerad, pågår, genomförd, pausad, avbruten}, \
    bedömning {grön, gul, röd, ej bedömd}, \
    säkerhet {beslutad, planerad, villkorad, eventuell}, ansvarig text, part [text], \
    verksamhet [{förskola, grundskola, fritidshem, anpassad grundskola, elevhälsa, alla}], \
    målgrupp [text], enhet [text], årskurs text, nivå {förvaltning, huvudman, enhet}, start time, \
    slut time, tidplan text, införd day, framsteg percent, belopp money, finansiering text, \
    omfattning percent, fortsättning_av → insatser, del_av → insatser, beslut [→ beslut], \
    handlingar [→ handlingar], källa text
    tillfällen (tillfälle · occasions): *id text, *år int, *typ {april, delår, årsbokslut, övrig}, \
    *per day, daterad day, behandlas day, organ → organ, ärende → ärenden, låst bool
    lägen (läge · reports; lägesrapporter): *id text, *insats → insatser, \
    *tillfälle → tillfällen, status {planerad, pågår, genomförd, pausad, avbruten}, \
    statusord text, bedömning {grön, gul, röd, ej bedömd}, framsteg percent, avvikelse text, \
    prognos text, kommentar text, källa text
    effekter (effekt · effects): *id text, *text text, insats → insatser, \
    tillfälle → tillfällen, art {kvalitativ, kvantitativ}, riktning {ökar, minskar, oförändrad}, \
    antal_min int, antal_max int, enhet text, källa text
    behov (behov · needs): *id text, *text text, område → områden, tillfälle → tillfällen, \
    art {behov, utmaning, risk}, status {identifierat, omhändertaget, avvisat}, \
    insatser [→ insatser], källa text
    indikatorer (indikator · indicators; nyckeltal): *id text, *namn text, enhet text, \
    bättre {högre, lägre, neutral}, källa text, område → områden
    utfall (utfall · outcomes; mätvärden): *id text, *indikator → indikatorer, *period time, \
    kön {T, K, M}, värde number, målvärde number, prognos number, hämtad day, källa text
    ärenden (ärende · cases): *id text, *rubrik text, organ → organ, år int
    beslut (beslut · decisions): *id text, organ → organ, *datum day, *paragraf int, \
    art {förslag, beslut, delegation}, lydelse text, ärende → ärenden, \
    verkställighet {ej påbörjad, pågår, verkställd, återkallad, okänd}, verkställd time
    handlingar (handling · documents): *id text, *titel text, typ {tjänsteskrivelse, \
    protokollsutdrag, bilaga, rapport, handlingsplan, styrdokument}, daterad day, \
    ärende → ärenden, avser → tillfällen, textkvalitet {ren, ocr}
    begrepp (begrepp · terms): *id text, *utläst text, synonymer [text]
    """

  static let derived = """
    inriktningar: täckt bool
    områden: antal_insatser int, andel_genomförda percent
    insatser: senaste → lägen, förra → lägen, förändring {ny, framåt, bakåt, oförändrad, \
    återupptagen, tyst}, försenad {nej, kanske, ja}, tyst bool, ålder_status int, \
    fullständighet percent, fortsätter bool
    indikatorer: senaste_värde number, trend {ökar, minskar, oförändrad, data saknas}, \
    måluppfyllelse {uppnås, uppnås ej, ej bedömd}
    """

  /// By the rule: exactly one field of the set refers here, and the name is free.
  static let reverse = """
    organ: organ överordnad, inriktningar organ, tillfällen organ, ärenden organ, beslut organ
    inriktningar: insatser inriktningar
    områden: inriktningar områden, områden föregångare, mål område, insatser område, \
    behov område, indikatorer område
    mål: insatser mål
    insatser: lägen insats, effekter insats, behov insatser
    tillfällen: lägen tillfälle, effekter tillfälle, behov tillfälle, handlingar avser
    indikatorer: mål indikatorer, utfall indikator
    ärenden: tillfällen ärende, beslut ärende, handlingar ärende
    beslut: inriktningar beslut, insatser beslut
    handlingar: insatser handlingar
    """

  static let statusSynonyms = """
    planerad: planeras, planerat, ska, ej påbörjad
    pågår: påbörjad, fortsätter, fortgår, genomförs, införs, tas fram
    genomförd: genomfört, klar, avslutad, slutförd
    pausad: vilande, pausas
    avbruten: avförd, inställd, avslutad i förtid
    """

  let schema = Schema.followUp

  func typeName(_ field: Field) -> String {
    let word =
      switch field.type {
      case .text: "text"
      case .integer: "int"
      case .number: "number"
      case .money: "money"
      case .percent: "percent"
      case .bool: "bool"
      case .day: "day"
      case .time: "time"
      case .enumeration(let list): "{" + list.names.joined(separator: ", ") + "}"
      case .reference(let set): "→ " + schema[set].name
      }
    return field.isList ? "[\(word)]" : word
  }

  func fields(_ set: SetSchema, _ isIncluded: (Field) -> Bool) -> String {
    set.fields.filter(isIncluded)
      .map { "\($0.isRequired ? "*" : "")\($0.name) \(typeName($0))" }.joined(separator: ", ")
  }

  func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test("every set has its names, fields, types and values, in the contract's order")
  func storedFields() {
    let found = schema.sets.map { set in
      let others = set.aliases.isEmpty ? "" : "; " + set.aliases.joined(separator: ", ")
      return "\(set.name) (\(set.singular) · \(set.english)\(others)): " + fields(set, \.isStored)
    }
    #expect(found == lines(Self.sets))
  }

  @Test("the derived fields are those of the contract")
  func derivedFields() {
    let found = schema.sets.map { set in
      "\(set.name): " + fields(set) { if case .derived = $0.origin { true } else { false } }
    }
    #expect(found.filter { !$0.hasSuffix(": ") } == lines(Self.derived))
  }

  @Test("the reverse fields are those that the rule gives")
  func reverseFields() {
    let found = schema.sets.map { set in
      let names = set.fields.compactMap { field -> String? in
        guard case .reverse(let source, let number) = field.origin else { return nil }
        #expect(field.isList && typeName(field) == "[→ \(field.name)]")
        #expect(field.name == schema[source].name)
        return "\(field.name) \(schema.field(source, number).name)"
      }
      return "\(set.name): " + names.joined(separator: ", ")
    }
    #expect(found.filter { !$0.hasSuffix(": ") } == lines(Self.reverse))
  }

  @Test("words that mean a status are those of the contract")
  func synonyms() {
    let found = Enumeration.status.cases.map {
      "\($0.name): " + $0.synonyms.joined(separator: ", ")
    }
    #expect(found == lines(Self.statusSynonyms))
  }

  @Test("what a report carries is status, bedömning and framsteg, the same in lägen")
  func reported() {
    let reported = schema[.measures].fields.filter(\.isReported)
    #expect(reported.map(\.name) == ["status", "bedömning", "framsteg"])
    for field in reported {
      let same = schema.field(.reports, schema.number(.reports, field.name))
      #expect(typeName(same) == typeName(field) && same.english == field.english)
    }
  }
}
