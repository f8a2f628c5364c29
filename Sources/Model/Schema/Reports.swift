import Text

extension SetSchema {
  static let occasions = SetSchema(
    .occasions,
    Names(
      name: "tillfällen",
      singular: "tillfälle",
      definite: "tillfällena",
      english: "occasions",
      englishSingular: "occasion",
      isCommonGender: false
    ),
    name: nil,
    defaults: ["id", "år", "typ", "per", "behandlas"],
    doc: Bilingual("När det följs upp: april, delår, årsbokslut.", "When it is followed up."),
    fields: [
      .id("Tillfällets id, till exempel april-2026.", "The occasion's id, such as april-2026."),
      .required("år", "year", .integer, "Året.", "The year."),
      .required("typ", "type", .enumeration(.occasionKind), "Slag av tillfälle.", "The kind."),
      .required("per", "as_of", .day, "Dagen som läget avser.", "The day it stands for."),
      .field("daterad", "dated", .day, "När skrivelsen är daterad.", "When the memo is dated."),
      .field("behandlas", "heard", .day, "När nämnden behandlar den.", "When it is heard."),
      .field("organ", "body", .reference(.bodies), "Nämnden.", "The committee."),
      .field("ärende", "case", .reference(.cases), "Ärendet.", "The case."),
      .field("låst", "locked", .bool, "Om lägena är låsta.", "Whether its reports are locked."),
    ]
  )

  static let reports = SetSchema(
    .reports,
    Names(
      name: "lägen",
      singular: "läge",
      definite: "lägena",
      english: "reports",
      englishSingular: "report",
      isCommonGender: false,
      aliases: ["lägesrapporter"]
    ),
    name: nil,
    defaults: ["id", "insats", "tillfälle", "status", "statusord", "kommentar"],
    doc: Bilingual(
      "Vad som sades om en insats vid ett tillfälle.",
      "What was said of a measure at an occasion."
    ),
    fields: [
      .id("Lägets id.", "The report's id."),
      .required("insats", "measure", .reference(.measures), "Insatsen.", "The measure."),
      .required("tillfälle", "occasion", .reference(.occasions), "Tillfället.", "The occasion."),
      .field("status", "status", .enumeration(.status), "Läget.", "How it stands."),
      .field(
        "statusord",
        "status_word",
        .text,
        "Rapportens eget ord.",
        "The report's own word."
      ),
      .field(
        "bedömning",
        "assessment",
        .enumeration(.assessment),
        "Trafikljuset.",
        "The traffic light."
      ),
      .field("framsteg", "progress", .percent, "Hur långt den kommit.", "How far it has come."),
      .field("avvikelse", "deviation", .text, "Vad som avviker.", "What deviates."),
      .field("prognos", "forecast", .text, "Hur det väntas gå.", "How it is expected to go."),
      .field("kommentar", "comment", .text, "Rapportens kommentar.", "The report's comment."),
      .field("källa", "source", .text, "Dokument och avsnitt.", "Document and section."),
    ]
  )

  static let effects = SetSchema(
    .effects,
    Names(
      name: "effekter",
      singular: "effekt",
      definite: "effekterna",
      english: "effects",
      englishSingular: "effect"
    ),
    name: "text",
    defaults: ["id", "text", "insats", "tillfälle", "antal_min", "antal_max"],
    doc: Bilingual("Vad insatserna har lett till.", "What the measures have led to."),
    fields: [
      .id("Effektens id.", "The effect's id."),
      .required("text", "text", .text, "Vad som har hänt.", "What has happened."),
      .field("insats", "measure", .reference(.measures), "Insatsen.", "The measure."),
      .field(
        "tillfälle",
        "occasion",
        .reference(.occasions),
        "När det sades.",
        "When it was said."
      ),
      .field("art", "kind", .enumeration(.effectKind), "Slag av effekt.", "The kind of effect."),
      .field("riktning", "trend", .enumeration(.direction), "Åt vilket håll.", "Which way."),
      .field("antal_min", "count_min", .integer, "Minst så många.", "At least so many."),
      .field("antal_max", "count_max", .integer, "Högst så många.", "At most so many."),
      .field("enhet", "unit", .text, "Vad som räknas.", "What is counted."),
      .field("källa", "source", .text, "Dokument och avsnitt.", "Document and section."),
    ]
  )

  static let needs = SetSchema(
    .needs,
    Names(
      name: "behov",
      singular: "behov",
      definite: "behoven",
      english: "needs",
      englishSingular: "need",
      isCommonGender: false
    ),
    name: "text",
    defaults: ["id", "text", "område", "art", "status"],
    doc: Bilingual("Behov, utmaningar och risker som setts.", "Needs, challenges and risks seen."),
    fields: [
      .id("Behovets id.", "The need's id."),
      .required("text", "text", .text, "Vad som behövs.", "What is needed."),
      .field("område", "area", .reference(.areas), "Området.", "The area."),
      .field(
        "tillfälle",
        "occasion",
        .reference(.occasions),
        "När det sades.",
        "When it was said."
      ),
      .field("art", "kind", .enumeration(.needKind), "Behov, utmaning, risk.", "The kind."),
      .field("status", "status", .enumeration(.needStatus), "Vad som gjorts.", "What was done."),
      .list(
        "insatser",
        "measures",
        .reference(.measures),
        "Insatser som möter det.",
        "The measures that meet it."
      ),
      .field("källa", "source", .text, "Dokument och avsnitt.", "Document and section."),
    ]
  )
}
