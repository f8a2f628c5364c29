import Text

/// The follow-up model: the only list of sets and fields that the program has.
package struct Schema: Sendable {
  /// The sets, in schema order, so that `SetID.rawValue` is the place.
  package private(set) var sets: [SetSchema]

  /// The model as declared, without own fields.
  package static let followUp = Schema([
    .bodies, .directions, .areas, .objectives, .measures, .occasions, .reports, .effects, .needs,
    .indicators, .outcomes, .cases, .decisions, .documents, .terms,
  ])

  private init(_ declared: [SetSchema]) {
    sets = declared
    for k in sets.indices { sets[k].fields = Schema.withoutDerived(declared[k].fields) }
    for target in declared { addReverseFields(to: target.id) }
    for k in sets.indices { sets[k].fields += Schema.derived(declared[k].fields) }
  }

  /// Gives a set.
  package subscript(_ id: SetID) -> SetSchema { sets[id.rawValue] }

  /// Gives a field.
  package func field(_ set: SetID, _ number: Int) -> Field { self[set].fields[number] }

  /// Gives the number of a field that the model is known to have.
  package func number(_ set: SetID, _ name: String) -> Int {
    guard let number = self[set].number(of: name) else {
      preconditionFailure("the schema has no field \(self[set].name).\(name)")
    }
    return number
  }

  /// Adds a municipality's own field; it answers to its name alone.
  package mutating func add(_ field: Field, to set: SetID) {
    sets[set.rawValue].fields.append(field)
  }

  private static func isDerived(_ field: Field) -> Bool {
    if case .derived = field.origin { true } else { false }
  }

  private static func withoutDerived(_ fields: [Field]) -> [Field] {
    fields.filter { !isDerived($0) }
  }

  private static func derived(_ fields: [Field]) -> [Field] { fields.filter(isDerived) }

  /// A reverse field exists where exactly one field of a set refers here and the name is free
  /// (`fine-print.md`, Relations).
  private mutating func addReverseFields(to target: SetID) {
    let taken = Set(sets[target.rawValue].fields.map(\.name))
    for source in sets where !taken.contains(source.name) {
      let referring = source.fields.indices.filter {
        guard case .stored = source.fields[$0].origin,
          case .reference(let set) = source.fields[$0].type
        else { return false }
        return set == target
      }
      guard referring.count == 1 else { continue }
      let aliases = source.aliases.filter { !taken.contains($0) }
      let field = Field(
        source.name,
        source.english,
        .reference(source.id),
        Bilingual(
          "\(source.name.capitalizedFirst) som hör hit.",
          "The \(source.english) that refer here."
        ),
        aliases: aliases,
        isList: true,
        origin: .reverse(set: source.id, field: referring[0])
      )
      sets[target.rawValue].fields.append(field)
    }
  }
}

extension String {
  /// The text with its first letter as a capital.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
