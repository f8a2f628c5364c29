import Text

extension SetSchema {
  static let bodies = SetSchema(
    .bodies,
    Names(
      name: "organ",
      singular: "organ",
      definite: "organen",
      english: "bodies",
      englishSingular: "body",
      isCommonGender: false,
      aliases: ["nämnder"]
    ),
    name: "namn",
    defaults: ["id", "namn", "typ", "överordnad"],
    doc: Bilingual("Nämnder, utskott och förvaltningar.", "Committees and administrations."),
    fields: [
      .id("Kort beteckning, till exempel BUN.", "A short code, such as BUN."),
      .required("namn", "name", .text, "Organets namn.", "The name."),
      .field("typ", "type", .enumeration(.bodyKind), "Slag av organ.", "The kind of body."),
      .field(
        "överordnad",
        "parent",
        .reference(.bodies),
        "Organet ovanför.",
        "The body above it."
      ),
      .field("kommun", "municipality", .text, "Kommunkod, fyra siffror.", "Municipality code."),
    ]
  )

  static let directions = SetSchema(
    .directions,
    Names(
      name: "inriktningar",
      singular: "inriktning",
      definite: "inriktningarna",
      english: "directions",
      englishSingular: "direction"
    ),
    name: "text",
    defaults: ["id", "år", "nummer", "text", "områden"],
    doc: Bilingual(
      "Det som nämnden politiskt vill, i budgeten för ett år.",
      "What the committee wants politically, in the budget for a year."
    ),
    fields: [
      .id("Inriktningens id.", "The direction's id."),
      .required("år", "year", .integer, "Budgetåret.", "The budget year."),
      .field("nummer", "number", .integer, "Ordning i budgeten.", "Its place in the budget."),
      .required("text", "text", .text, "Vad nämnden vill.", "What the committee wants."),
      .field("organ", "body", .reference(.bodies), "Nämnden.", "The committee."),
      .field("beslut", "decision", .reference(.decisions), "Beslutet.", "The decision."),
      .list(
        "områden",
        "areas",
        .reference(.areas),
        "Områdena där den följs upp.",
        "The areas where it is followed up."
      ),
      .derived(
        "täckt",
        "answered",
        .bool,
        .isAnswered,
        "Någon insats svarar mot den.",
        "Some measure answers it."
      ),
    ]
  )

  static let areas = SetSchema(
    .areas,
    Names(
      name: "områden",
      singular: "område",
      definite: "områdena",
      english: "areas",
      englishSingular: "area",
      isCommonGender: false
    ),
    name: "namn",
    defaults: ["id", "namn", "år", "ordning"],
    doc: Bilingual("Rubrikerna som uppföljningen har.", "The headings of the follow-up."),
    fields: [
      .id("Kortnamn, till exempel kompetens.", "A short name, such as kompetens."),
      .required("namn", "name", .text, "Områdets namn.", "The area's name."),
      .list(
        "år",
        "years",
        .integer,
        "Åren som det används.",
        "The years it is used.",
        aliases: ["year"]
      ),
      .field("ordning", "order", .integer, "Plats i rapporten.", "Its place in the report."),
      .list(
        "verksamhet",
        "services",
        .enumeration(.service),
        "Verksamheterna som berörs.",
        "The services concerned."
      ),
      .field("citat", "quote", .text, "Inriktningens ord om området.", "The direction's words."),
      .list(
        "föregångare",
        "predecessors",
        .reference(.areas),
        "Tidigare års områden som det följer på.",
        "The areas of earlier years that it follows."
      ),
      .derived(
        "antal_insatser",
        "measure_count",
        .integer,
        .measureCount,
        "Antal insatser i området.",
        "The number of measures in the area."
      ),
      .derived(
        "andel_genomförda",
        "share_done",
        .percent,
        .shareDone,
        "Andel av insatserna som är genomförda.",
        "The share of measures that are done."
      ),
    ]
  )

  static let objectives = SetSchema(
    .objectives,
    Names(
      name: "mål",
      singular: "mål",
      definite: "målen",
      english: "objectives",
      englishSingular: "objective",
      isCommonGender: false,
      aliases: ["goals", "goal"]
    ),
    name: "text",
    defaults: ["id", "text", "område", "senast", "bedömning"],
    doc: Bilingual("Det som insatserna ska leda till.", "What the measures shall lead to."),
    fields: [
      .id("Målets id.", "The objective's id."),
      .required("text", "text", .text, "Vad som ska nås.", "What shall be reached."),
      .field("område", "area", .reference(.areas), "Området.", "The area."),
      .field("år", "year", .integer, "Året.", "The year."),
      .field("senast", "due", .time, "När det senast ska vara nått.", "When it is due."),
      .list(
        "målgrupp",
        "target_groups",
        .text,
        "Vilka det gäller.",
        "Whom it concerns.",
        aliases: ["target_group"]
      ),
      .field("mätbart", "measurable", .bool, "Om det går att mäta.", "Whether it can be measured."),
      .list(
        "indikatorer",
        "indicators",
        .reference(.indicators),
        "Det som mäter målet.",
        "What measures the objective."
      ),
      .field(
        "bedömning",
        "assessment",
        .enumeration(.objectiveAssessment),
        "Om det nås.",
        "Whether it is met."
      ),
    ]
  )
}
