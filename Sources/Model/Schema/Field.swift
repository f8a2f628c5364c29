package import Text

/// What the values of a field are.
package enum FieldType: Sendable {
  case text
  case integer
  case number
  /// Kronor.
  case money
  case percent
  case bool
  case day
  /// A day or an interval.
  case time
  case enumeration(Enumeration)
  /// A record of another set, by id.
  case reference(SetID)
}

/// A computed field: how it follows from the stored ones is code in Query.
package enum Derivation: String, CaseIterable, Sendable {
  case latestReport, previousReport, movement, lateness, isSilent, statusAge, completeness
  case continues, measureCount, shareDone, isAnswered, latestValue, trend, fulfilment
}

/// One field of a set: everything that the program knows of it stands here.
package struct Field: Sendable {
  /// Where the values come from.
  package enum Origin: Sendable {
    /// They stand in the store.
    case stored
    /// The records of another set that refer to this one through the numbered field.
    case reverse(set: SetID, field: Int)
    /// They are computed.
    case derived(Derivation)
    /// They stand in the store, under `egna`: a field of the municipality's own.
    case own
  }

  /// The Swedish name, which is also the key in the store.
  package let name: String
  /// The English name.
  package let english: String
  /// Other names.
  package let aliases: [String]
  /// The type of one value.
  package let type: FieldType
  /// Whether the field holds several values.
  package let isList: Bool
  /// Whether a sound record has the field filled in.
  package let isRequired: Bool
  /// Whether the follow-up reports carry the field, so that it has a history.
  package let isReported: Bool
  /// Where the values come from.
  package let origin: Origin
  /// What the field says, for help.
  package let doc: Bilingual

  /// Makes a field; used by the declarations of the sets.
  package init(
    _ name: String,
    _ english: String,
    _ type: FieldType,
    _ doc: Bilingual,
    aliases: [String] = [],
    isList: Bool = false,
    isRequired: Bool = false,
    isReported: Bool = false,
    origin: Origin = .stored
  ) {
    (self.name, self.english, self.aliases, self.type) = (name, english, aliases, type)
    (self.isList, self.isRequired, self.isReported) = (isList, isRequired, isReported)
    (self.origin, self.doc) = (origin, doc)
  }

  /// All names that the field answers to, the Swedish one first.
  package var names: [String] { [name, english] + aliases }

  /// Whether the field stands in the store's records (own fields included).
  package var isStored: Bool {
    switch origin {
    case .stored, .own: true
    case .reverse, .derived: false
    }
  }
}

// Short forms for the declarations: a field is one line.
extension Field {
  static func field(
    _ name: String,
    _ english: String,
    _ type: FieldType,
    _ swedish: String,
    _ doc: String,
    aliases: [String] = []
  ) -> Field {
    Field(name, english, type, Bilingual(swedish, doc), aliases: aliases)
  }

  static func required(
    _ name: String,
    _ english: String,
    _ type: FieldType,
    _ swedish: String,
    _ doc: String,
    aliases: [String] = []
  ) -> Field {
    Field(name, english, type, Bilingual(swedish, doc), aliases: aliases, isRequired: true)
  }

  static func list(
    _ name: String,
    _ english: String,
    _ type: FieldType,
    _ swedish: String,
    _ doc: String,
    aliases: [String] = []
  ) -> Field {
    Field(name, english, type, Bilingual(swedish, doc), aliases: aliases, isList: true)
  }

  static func reported(
    _ name: String,
    _ english: String,
    _ type: FieldType,
    _ swedish: String,
    _ doc: String,
    isRequired: Bool = false
  ) -> Field {
    Field(
      name,
      english,
      type,
      Bilingual(swedish, doc),
      isRequired: isRequired,
      isReported: true
    )
  }

  static func derived(
    _ name: String,
    _ english: String,
    _ type: FieldType,
    _ rule: Derivation,
    _ swedish: String,
    _ doc: String,
    aliases: [String] = []
  ) -> Field {
    Field(
      name,
      english,
      type,
      Bilingual(swedish, doc),
      aliases: aliases,
      origin: .derived(rule)
    )
  }

  static func id(_ swedish: String, _ doc: String) -> Field {
    required("id", "id", .text, swedish, doc)
  }
}
