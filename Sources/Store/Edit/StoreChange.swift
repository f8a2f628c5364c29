package import Model

/// A change of one record as the history keeps it: with what is needed to take it back exactly.
package struct StoreChange: Equatable, Sendable {
  /// What became of the key at the top of the file that holds the record.
  package enum SectionFate: Equatable, Sendable { case kept, made, dropped }

  /// What became of the record.
  package var change: RecordChange
  /// The file, by its name in the history.
  package var file: String
  /// The record that stands after it; nil for the last one.
  ///
  /// Of a change, it says nothing.
  package var following: String?
  /// The record's text before, where the fields do not tell it all.
  package var textBefore: String?
  /// The record's text after, where the fields do not tell it all.
  package var textAfter: String?
  /// What became of the section.
  package var section = SectionFate.kept

  /// A change as a statement asks for it.
  init(_ change: RecordChange, file: String = "") { (self.change, self.file) = (change, file) }

  /// The change that takes this one back.
  var inverse: StoreChange {
    let kind: RecordChange.Kind =
      switch change.kind {
      case .add: .remove
      case .remove: .add
      case .change: .change
      }
    let fields = change.fields.map { RecordChange.FieldChange($0.field, from: $0.new, to: $0.old) }
    var inverse = StoreChange(
      RecordChange(kind, change.section, change.id, fields),
      file: file
    )
    inverse.following = following
    (inverse.textBefore, inverse.textAfter) = (textAfter, textBefore)
    if section == .made { inverse.section = .dropped }
    if section == .dropped { inverse.section = .made }
    return inverse
  }
}

/// A field that others have changed meanwhile, so that a change of it is refused.
package struct Conflict: Equatable, Sendable {
  /// The key of the store that holds the record.
  package let section: String
  /// The record.
  package let id: String
  /// Whether the change was to add a record that is there already.
  package let isThere: Bool
  /// The field; nil where the record itself has come, or gone.
  package let field: String?
  /// The value that the change was based on; nil is empty.
  package let base: String?
  /// The value that it would set.
  package let mine: String?
  /// The value that is there now.
  package let theirs: String?
  /// Who changed it last, and when, if the history knows.
  package var by: (who: String, time: String)? { who.map { ($0, time ?? "") } }
  var who: String?
  var time: String?

  init(
    _ change: RecordChange,
    field: String? = nil,
    base: String? = nil,
    mine: String? = nil,
    theirs: String? = nil
  ) {
    isThere = change.kind == .add
    (section, id, self.field) = (change.section, change.id, field)
    (self.base, self.mine, self.theirs) = (base, mine, theirs)
  }
}
