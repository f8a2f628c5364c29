import Text

extension SetSchema {
  static let indicators = SetSchema(
    .indicators,
    Names(
      name: "indikatorer",
      singular: "indikator",
      definite: "indikatorerna",
      english: "indicators",
      englishSingular: "indicator",
      aliases: ["nyckeltal"]
    ),
    name: "namn",
    defaults: ["id", "namn", "enhet", "område", "senaste_värde", "trend"],
    doc: Bilingual("Mått som målen följs med.", "Figures that objectives are followed by."),
    fields: [
      .id("Eget id eller Koladas.", "An id of one's own, or Kolada's."),
      .required("namn", "name", .text, "Indikatorns namn.", "The name."),
      .field("enhet", "unit", .text, "Enheten, till exempel %.", "The unit, such as %."),
      .field("bättre", "better", .enumeration(.better), "Vad som är bättre.", "What is better."),
      .field("källa", "source", .text, "Varifrån den hämtas.", "Where it comes from."),
      .field("område", "area", .reference(.areas), "Området.", "The area."),
      .derived(
        "senaste_värde",
        "latest_value",
        .number,
        .latestValue,
        "Det senaste värdet.",
        "The latest value."
      ),
      .derived(
        "trend",
        "trend",
        .enumeration(.trend),
        .trend,
        "Hur värdet rör sig.",
        "Which way the value goes."
      ),
      .derived(
        "måluppfyllelse",
        "fulfilment",
        .enumeration(.fulfilment),
        .fulfilment,
        "Om målvärdet är nått.",
        "Whether the target is reached."
      ),
    ]
  )

  static let outcomes = SetSchema(
    .outcomes,
    Names(
      name: "utfall",
      singular: "utfall",
      definite: "utfallen",
      english: "outcomes",
      englishSingular: "outcome",
      isCommonGender: false,
      aliases: ["mätvärden"]
    ),
    name: nil,
    defaults: ["id", "indikator", "period", "kön", "värde", "målvärde"],
    doc: Bilingual("Indikatorernas värden.", "The values of the indicators."),
    fields: [
      .id("Utfallets id.", "The outcome's id."),
      .required(
        "indikator",
        "indicator",
        .reference(.indicators),
        "Indikatorn.",
        "The indicator."
      ),
      .required("period", "period", .time, "Tiden som värdet avser.", "The time it is for."),
      .field("kön", "sex", .enumeration(.sex), "T, K eller M.", "T, K or M."),
      .field("värde", "value", .number, "Värdet.", "The value."),
      .field("målvärde", "target", .number, "Värdet som ska nås.", "The target."),
      .field("prognos", "forecast", .number, "Väntat värde.", "The forecast."),
      .field("hämtad", "fetched", .day, "När det hämtades.", "When it was fetched."),
      .field("källa", "source", .text, "Varifrån det är.", "Where it comes from."),
    ]
  )
}
