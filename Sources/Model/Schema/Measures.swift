import Text

extension SetSchema {
  static let measures = SetSchema(
    .measures,
    Names(
      name: "insatser",
      singular: "insats",
      definite: "insatserna",
      english: "measures",
      englishSingular: "measure",
      aliases: ["åtgärder", "aktiviteter", "uppdrag"]
    ),
    name: "titel",
    defaults: ["id", "titel", "område", "status", "ansvarig", "slut"],
    doc: Bilingual(
      "Det som förvaltningen gör för att följa en inriktning, år efter år.",
      "What the administration does to follow a direction, year after year."
    ),
    fields: [
      .id("Insatsens id, till exempel I-2026-014.", "The measure's id, such as I-2026-014."),
      .required("titel", "title", .text, "Kort namn på insatsen.", "A short name."),
      .field("beskrivning", "description", .text, "Vad insatsen går ut på.", "What it is about."),
      .required(
        "område",
        "area",
        .reference(.areas),
        "Området som insatsen hör till.",
        "The area it belongs to."
      ),
      .required("år", "year", .integer, "Året som insatsen gäller.", "The year it is for."),
      .list(
        "mål",
        "objectives",
        .reference(.objectives),
        "Målen som insatsen ska nå.",
        "The objectives it works towards.",
        aliases: ["goals"]
      ),
      .list(
        "inriktningar",
        "directions",
        .reference(.directions),
        "De politiska inriktningar som insatsen svarar mot.",
        "The directions it answers."
      ),
      .field("typ", "type", .enumeration(.measureKind), "Slag av insats.", "The kind of measure."),
      .reported(
        "status",
        "status",
        .enumeration(.status),
        "Läget: planerad, pågår, genomförd …",
        "How it stands: planned, ongoing, done …",
        isRequired: true
      ),
      .reported(
        "bedömning",
        "assessment",
        .enumeration(.assessment),
        "Trafikljuset.",
        "The traffic light."
      ),
      .field(
        "säkerhet",
        "certainty",
        .enumeration(.certainty),
        "Hur säkert det är att den blir av.",
        "How certain it is to happen."
      ),
      .field(
        "ansvarig",
        "responsible",
        .text,
        "Rollen som ansvarar, aldrig en person.",
        "The role that is responsible, never a person.",
        aliases: ["owner"]
      ),
      .list("part", "partners", .text, "Andra som medverkar.", "Others that take part."),
      .list(
        "verksamhet",
        "services",
        .enumeration(.service),
        "Verksamheterna som berörs.",
        "The services concerned."
      ),
      .list(
        "målgrupp",
        "target_groups",
        .text,
        "Vilka insatsen riktar sig till.",
        "Whom it is for.",
        aliases: ["target_group"]
      ),
      .list("enhet", "units", .text, "Skolor och andra enheter.", "Schools and other units."),
      .field("årskurs", "grades", .text, "Årskurserna, till exempel 7-9.", "Grades, such as 7-9."),
      .field("nivå", "level", .enumeration(.level), "Var insatsen leds.", "Where it is led."),
      .field("start", "start", .time, "När den börjar.", "When it starts."),
      .field("slut", "end", .time, "När den ska vara klar.", "When it shall be done."),
      .field(
        "tidplan",
        "schedule",
        .text,
        "Tiden med rapportens egna ord.",
        "The time in the report's own words."
      ),
      .field(
        "införd",
        "introduced",
        .day,
        "Dagen då den togs upp.",
        "The day it was introduced."
      ),
      .reported("framsteg", "progress", .percent, "Hur långt den kommit.", "How far it has come."),
      .field("belopp", "amount", .money, "Avsatta kronor.", "Kronor set aside."),
      .field(
        "finansiering",
        "funding",
        .text,
        "Var pengarna kommer ifrån.",
        "Where money comes from."
      ),
      .field("omfattning", "extent", .percent, "Andel av en tjänst.", "Share of a position."),
      .field(
        "fortsättning_av",
        "continues_from",
        .reference(.measures),
        "Insatsen som den fortsätter.",
        "The measure that it continues."
      ),
      .field(
        "del_av",
        "part_of",
        .reference(.measures),
        "Insatsen som den är en del av.",
        "The measure that it is a part of."
      ),
      .list(
        "beslut",
        "decisions",
        .reference(.decisions),
        "Besluten bakom.",
        "The decisions behind."
      ),
      .list(
        "handlingar",
        "documents",
        .reference(.documents),
        "Handlingarna om den.",
        "The documents about it."
      ),
      .field("källa", "source", .text, "Dokument och avsnitt.", "Document and section."),
    ] + derivedOfMeasures
  )

  private static let derivedOfMeasures: [Field] = [
    .derived(
      "senaste",
      "latest",
      .reference(.reports),
      .latestReport,
      "Det senaste läget.",
      "The latest report."
    ),
    .derived(
      "förra",
      "previous",
      .reference(.reports),
      .previousReport,
      "Läget före det senaste.",
      "The report before the latest."
    ),
    .derived(
      "förändring",
      "movement",
      .enumeration(.movement),
      .movement,
      "Vad som hänt mellan de två senaste lägena.",
      "What happened between the latest two reports."
    ),
    .derived(
      "försenad",
      "late",
      .enumeration(.lateness),
      .lateness,
      "Om slutet har passerat; kanske medan slutets tid pågår.",
      "Whether the end has passed; maybe while its time goes on."
    ),
    .derived(
      "tyst",
      "silent",
      .bool,
      .isSilent,
      "Redovisad tidigare, inte nu, och aldrig avslutad.",
      "Reported before, not now, and never closed."
    ),
    .derived(
      "ålder_status",
      "status_age",
      .integer,
      .statusAge,
      "Antal tillfällen i rad med samma status.",
      "Occasions in a row with the same status."
    ),
    .derived(
      "fullständighet",
      "completeness",
      .percent,
      .completeness,
      "Andel ifyllt av ansvarig, slut, målgrupp, effekt och källa.",
      "Share filled in of responsible, end, target group, effect and source."
    ),
    .derived(
      "fortsätter",
      "continues",
      .bool,
      .continues,
      "En annan insats fortsätter den.",
      "Another measure continues it."
    ),
  ]
}
