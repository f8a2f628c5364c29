import Text

extension SetSchema {
  static let cases = SetSchema(
    .cases,
    Names(
      name: "ärenden",
      singular: "ärende",
      definite: "ärendena",
      english: "cases",
      englishSingular: "case",
      isCommonGender: false
    ),
    name: "rubrik",
    defaults: ["id", "rubrik", "organ", "år"],
    doc: Bilingual("Diarieförda ärenden.", "Registered cases."),
    fields: [
      .id("Diarienumret som det skrivs.", "The register number as it is written."),
      .required("rubrik", "heading", .text, "Ärendets rubrik.", "The heading."),
      .field("organ", "body", .reference(.bodies), "Organet.", "The body."),
      .field("år", "year", .integer, "Året.", "The year."),
    ]
  )

  static let decisions = SetSchema(
    .decisions,
    Names(
      name: "beslut",
      singular: "beslut",
      definite: "besluten",
      english: "decisions",
      englishSingular: "decision",
      isCommonGender: false
    ),
    name: nil,
    defaults: ["id", "organ", "datum", "paragraf", "art", "lydelse", "verkställighet"],
    doc: Bilingual("Beslut och förslag till beslut.", "Decisions and proposals."),
    fields: [
      .id("Beslutets id.", "The decision's id."),
      .field("organ", "body", .reference(.bodies), "Organet.", "The body."),
      .required("datum", "date", .day, "Dagen.", "The day."),
      .required("paragraf", "paragraph", .integer, "Paragrafen.", "The paragraph."),
      .field("art", "kind", .enumeration(.decisionKind), "Slag av beslut.", "The kind."),
      .field("lydelse", "wording", .text, "Vad som beslutades.", "What was decided."),
      .field("ärende", "case", .reference(.cases), "Ärendet.", "The case."),
      .field(
        "verkställighet",
        "execution",
        .enumeration(.execution),
        "Om det är verkställt.",
        "Whether it has been carried out."
      ),
      .field("verkställd", "executed", .time, "När det verkställdes.", "When it was carried out."),
    ]
  )

  static let documents = SetSchema(
    .documents,
    Names(
      name: "handlingar",
      singular: "handling",
      definite: "handlingarna",
      english: "documents",
      englishSingular: "document"
    ),
    name: "titel",
    defaults: ["id", "titel", "typ", "daterad", "ärende", "avser"],
    doc: Bilingual("Skrivelser, bilagor och rapporter.", "Memos, attachments and reports."),
    fields: [
      .id("Handlingens id.", "The document's id."),
      .required("titel", "title", .text, "Titeln.", "The title."),
      .field("typ", "type", .enumeration(.documentKind), "Slag av handling.", "The kind."),
      .field("daterad", "dated", .day, "Dagen.", "The day."),
      .field("ärende", "case", .reference(.cases), "Ärendet.", "The case."),
      .field(
        "avser",
        "concerns",
        .reference(.occasions),
        "Tillfället den gäller.",
        "The occasion it is for."
      ),
      .field(
        "textkvalitet",
        "text_quality",
        .enumeration(.textQuality),
        "Ren text eller OCR.",
        "Clean text or OCR."
      ),
    ]
  )

  static let terms = SetSchema(
    .terms,
    Names(
      name: "begrepp",
      singular: "begrepp",
      definite: "begreppen",
      english: "terms",
      englishSingular: "term",
      isCommonGender: false
    ),
    name: "utläst",
    defaults: ["id", "utläst", "synonymer"],
    doc: Bilingual("Förkortningar och ord.", "Abbreviations and words."),
    fields: [
      .id("Förkortningen.", "The abbreviation."),
      .required("utläst", "meaning", .text, "Vad det står för.", "What it stands for."),
      .list("synonymer", "synonyms", .text, "Andra ord för samma sak.", "Other words for it."),
    ]
  )
}
