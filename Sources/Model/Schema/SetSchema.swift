package import Text

/// The fifteen sets, in schema order.
package enum SetID: Int, CaseIterable, Sendable {
  case bodies, directions, areas, objectives, measures, occasions, reports, effects, needs
  case indicators, outcomes, cases, decisions, documents, terms
}

/// One set of records: its names and its fields.
package struct SetSchema: Sendable {
  /// Which set it is.
  package let id: SetID
  /// The Swedish name, which is also the key in the store.
  package let name: String
  /// One record of the set, in Swedish.
  package let singular: String
  /// The definite plural, in Swedish, for sentences: »insatserna«.
  package let definite: String
  /// The English name.
  package let english: String
  /// One record of the set, in English.
  package let englishSingular: String
  /// Whether »en« is the article, else »ett«.
  package let isCommonGender: Bool
  /// Other names.
  package let aliases: [String]
  /// The field that names a record for people; records without one go by their id.
  package let nameField: String?
  /// The columns of an answer that names none.
  package let defaults: [String]
  /// What the set is, for help.
  package let doc: Bilingual
  /// The stored fields as declared, then reverse references, derived and own fields.
  package internal(set) var fields: [Field]

  init(
    _ id: SetID,
    _ names: Names,
    name nameField: String?,
    defaults: [String],
    doc: Bilingual,
    fields: [Field]
  ) {
    self.id = id
    (name, singular, definite) = (names.name, names.singular, names.definite)
    (english, englishSingular) = (names.english, names.englishSingular)
    (isCommonGender, aliases) = (names.isCommonGender, names.aliases)
    (self.nameField, self.defaults) = (nameField, defaults)
    (self.doc, self.fields) = (doc, fields)
  }

  /// The names of a set, as declared.
  struct Names: Sendable {
    var name: String
    var singular: String
    var definite: String
    var english: String
    var englishSingular: String
    var isCommonGender = true
    var aliases: [String] = []
  }

  /// All names that the set answers to, the Swedish one first.
  package var names: [String] { [name, english, singular, englishSingular] + aliases }

  /// Gives the number of a field by its Swedish name.
  package func number(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

  /// The number of the field that names a record, if it has one.
  package var nameFieldNumber: Int? { nameField.flatMap(number(of:)) }
}
