import Text

/// The published form of a store, `docs/schema.json`: a JSON Schema, draft 2020-12.
///
/// What validates is read without findings, but for references that lead nowhere and days that the
/// calendar does not have. What does not may still be read: a finding then says what is wrong.
package enum StoreSchema {
  /// Gives the schema of a model's stores.
  package static func text(_ schema: Schema = .followUp) -> String {
    tree(schema).text() + "\n"
  }

  private static func tree(_ schema: Schema) -> JSONTree {
    let sets = schema.sets.map { set in
      (
        key: set.name,
        value: [
          "description": .text(both(set.doc)), "type": ["array", "null"],
          "items": ["$ref": .text("#/$defs/\(set.englishSingular)")],
        ] as JSONTree
      )
    }
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "följ",
      "description": .text(
        "En butik med en kommuns uppföljning. Okända nycklar behålls. "
          + "Skapad ur Sources/Model/Schema. "
          + "/ A store with a municipality's follow-up. Unknown keys are kept."
      ),
      "type": "object",
      "required": ["format", "version"],
      "properties": .object(top(schema) + sets + [(key: "frågor", value: questions)]),
      "additionalProperties": .bool(true),
      "$defs": .object(
        schema.sets.map { (key: $0.englishSingular, value: record($0, schema)) } + shared(schema)
      ),
    ]
  }

  private static func top(_ schema: Schema) -> [(key: String, value: JSONTree)] {
    [
      (key: "format", value: ["const": "följ"]),
      (key: "version", value: ["const": .integer(1)]),
      (
        key: "ändring",
        value: [
          "description": .text(
            "Numret på den senaste ändringen, som historiken räknar. "
              + "/ The number of the last change, as the history counts."
          ),
          "type": ["integer", "null"], "minimum": .integer(0),
        ]
      ),
      (
        key: "fält",
        value: [
          "description": "Kommunens egna fält. / The municipality's own fields.",
          "type": ["array", "null"], "items": ["$ref": "#/$defs/own-field"],
        ]
      ),
    ]
  }

  private static let questions: JSONTree = [
    "description": "Sparade frågor. / Saved questions.",
    "type": ["array", "null"],
    "items": [
      "type": "object", "required": ["namn", "fråga"],
      "properties": [
        "namn": ["type": "string"], "fråga": ["type": "string"], "beskrivning": ["type": "string"],
      ],
    ],
  ]

  private static func record(_ set: SetSchema, _ schema: Schema) -> JSONTree {
    let fields = set.fields.filter { if case .stored = $0.origin { true } else { false } }
    return [
      "title": .text(set.englishSingular),
      "type": "object",
      "required": .list(fields.filter(\.isRequired).map { .text($0.name) }),
      "properties": .object(
        fields.map { (key: $0.name, value: property($0, schema)) } + [
          (key: "egna", value: ["$ref": "#/$defs/own-values"])
        ]
      ),
      "additionalProperties": .bool(true),
    ]
  }

  private static func property(_ field: Field, _ schema: Schema) -> JSONTree {
    var doc = both(field.doc)
    if case .reference(let set) = field.type { doc += " (id: \(schema[set].name))" }
    var entries: [(key: String, value: JSONTree)] = [
      (key: "title", value: .text(field.english)), (key: "description", value: .text(doc)),
    ]
    if field.isList {
      entries.append((key: "type", value: ["array", "null"]))
      entries.append((key: "items", value: .object(value(field.type, mayBeEmpty: false))))
    } else {
      entries += value(field.type, mayBeEmpty: !field.isRequired)
      if field.isRequired, isText(field.type) {
        entries.append((key: "minLength", value: .integer(1)))
      }
    }
    return .object(entries)
  }

  private static func isText(_ type: FieldType) -> Bool {
    switch type {
    case .text, .reference: true
    default: false
    }
  }

  /// What one value of a type looks like.
  ///
  /// An empty text is an empty value, and so is null, which may not stand in a list.
  private static func value(
    _ type: FieldType,
    mayBeEmpty: Bool
  ) -> [(key: String, value: JSONTree)] {
    switch type {
    case .text, .reference: [(key: "type", value: named("string", mayBeEmpty))]
    case .integer: [(key: "type", value: named("integer", mayBeEmpty))]
    case .number, .money, .percent: [(key: "type", value: named("number", mayBeEmpty))]
    case .bool: [(key: "type", value: named("boolean", mayBeEmpty))]
    case .day: [(key: "$ref", value: .text("#/$defs/day" + (mayBeEmpty ? "-or-empty" : "")))]
    case .time: [(key: "$ref", value: .text("#/$defs/time" + (mayBeEmpty ? "-or-empty" : "")))]
    case .enumeration(let enumeration):
      [
        (
          key: "enum",
          value: .list(enumeration.names.map(JSONTree.text) + (mayBeEmpty ? ["", .null] : []))
        )
      ]
    }
  }

  private static func named(_ type: String, _ mayBeEmpty: Bool) -> JSONTree {
    mayBeEmpty ? .list([.text(type), "null"]) : .text(type)
  }

  private static func shared(_ schema: Schema) -> [(key: String, value: JSONTree)] {
    let types = FieldType.ownTypes.flatMap { [$0.name, "[\($0.name)]"] }
    let own: JSONTree = [
      "type": "object", "required": ["mängd", "namn", "typ"],
      "properties": [
        "mängd": ["enum": .list(schema.sets.map { .text($0.name) })],
        "namn": [
          "description": "Ett ord som mängdens andra fält inte heter. / A word of its own.",
          "type": "string", "pattern": "^[^\\s0-9_!-/:-@\\[-^`{-~][^\\s!-/:-@\\[-^`{-~]*$",
        ],
        "typ": ["enum": .list(types.map(JSONTree.text))],
        "hjälp": ["type": "string"],
      ],
      "additionalProperties": .bool(true),
    ]
    let values: JSONTree = [
      "title": "own fields", "description": "Värden på egna fält. / Values of own fields.",
      "type": ["object", "null"],
    ]
    return [
      (key: "own-field", value: own), (key: "own-values", value: values),
      (key: "day", value: ["type": "string", "pattern": .text("^\(day)$")]),
      (
        key: "day-or-empty", value: ["type": ["string", "null"], "pattern": .text("^(\(day))?$")]
      ),
      (key: "time", value: ["type": "string", "pattern": .text("^(\(time))$")]),
      (
        key: "time-or-empty",
        value: ["type": ["string", "null"], "pattern": .text("^(\(time))?$")]
      ),
    ]
  }

  private static let year = "(?!0000)[0-9]{4}"
  private static let day =
    year + "-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    + "|02-(0[1-9]|[12][0-9]))"
  private static let time =
    "\(day)(/\(day))?|\(year)(-(0[1-9]|1[0-2]|[Qq][1-4]|[Tt][1-3]|[VvHh][Tt]))?"

  private static func both(_ doc: Bilingual) -> String { "\(doc.swedish) / \(doc.english)" }
}
