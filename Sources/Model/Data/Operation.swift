/// A change of one record: what an editing statement asks for, and what the history keeps.
///
/// Values are JSON as the store writes them (`"pågår"`, `12.5`, `["a", "b"]`); nil is empty.
package struct RecordChange: Equatable, Sendable {
  /// What becomes of the record.
  package enum Kind: Equatable, Sendable { case add, change, remove }

  /// One field of the record, before and after.
  package struct FieldChange: Equatable, Sendable {
    /// The field's Swedish name; a municipality's own field stands as `egna.namn`.
    package let field: String
    /// The value before; nil is empty.
    package let old: String?
    /// The value after; nil is empty.
    package let new: String?

    /// Makes a change of a field.
    package init(_ field: String, from old: String?, to new: String?) {
      (self.field, self.old, self.new) = (field, old, new)
    }
  }

  /// What becomes of the record.
  package let kind: Kind
  /// The key of the store that holds it: a set's Swedish name, or `frågor` for saved questions.
  package let section: String
  /// The record's id; the name of a saved question.
  package let id: String
  /// The fields that differ: all that are filled in where the record is new or removed.
  package let fields: [FieldChange]

  /// Makes a change of a record.
  package init(_ kind: Kind, _ section: String, _ id: String, _ fields: [FieldChange]) {
    (self.kind, self.section, self.id, self.fields) = (kind, section, id, fields)
  }
}

/// What one statement, or one transaction, does to a store: all of it or nothing.
package struct Operation: Equatable, Sendable {
  /// The statements, as they were written.
  package let statement: String
  /// The changes, in order; a record stands at most once.
  package let changes: [RecordChange]

  /// Makes an operation.
  package init(_ statement: String, _ changes: [RecordChange]) {
    (self.statement, self.changes) = (statement, changes)
  }
}
