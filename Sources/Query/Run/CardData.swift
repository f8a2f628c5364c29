package import Model
package import Text

/// All that the store holds of one record: its fields, what refers to it, and what is missing.
package struct CardData {
  /// A field and its value; a text may have several lines.
  package struct Entry {
    /// The name of the field.
    package let label: Bilingual
    /// The value as people read it.
    package let text: Bilingual

    /// Makes an entry.
    package init(label: Bilingual, text: Bilingual) { (self.label, self.text) = (label, text) }
  }

  /// A record that belongs to the card's.
  package struct Item {
    /// Which it is, on one line: »E-03 Eleverna känner sig tryggare«.
    package var head: Bilingual
    /// Its short values, on one line; empty if there are none.
    package var detail: Bilingual = ""
    /// Its texts.
    package var entries: [Entry] = []
  }

  /// Records of one kind that belong to the card's.
  package struct Section {
    /// What they are.
    package let title: Bilingual
    /// The records.
    package let items: [Item]
    /// Those that there is no room for.
    package let leftOut: Int
  }

  /// The record's id.
  package let id: String
  /// What people call the record, if it has a name.
  package private(set) var name: String?
  /// One record of its set: »insats«.
  package let kind: Bilingual
  /// The filled fields of the store, in the order of the model.
  package private(set) var entries: [Entry] = []
  /// The computed fields.
  package private(set) var computed: [Entry] = []
  /// The records that belong to it.
  package private(set) var sections: [Section] = []
  /// The names of the empty fields.
  package private(set) var missing: [Bilingual] = []

  /// The most records of a section.
  static let maximum = 30

  /// Gathers what belongs to a record, as the store stands today.
  ///
  /// Costs the reverse columns of its set.
  package init(_ workspace: Workspace, _ set: SetID, _ row: Int32) {
    let snapshot = workspace.snapshot
    let related = Related(workspace)
    let schema = snapshot.schema[set]
    id = snapshot.heap.string(snapshot.id(set, row))
    kind = Bilingual(schema.singular, schema.englishSingular)
    for (number, field) in schema.fields.enumerated() where field.name != "id" {
      let value = related.view.column(set, number).value(Int(row))
      if field.name == schema.nameField {
        name = value.isEmpty ? nil : related.texts.plain(value, .text).swedish
        continue
      }
      if value.isEmpty {
        if field.isStored { missing.append(field.label) }
      } else if let section = related.section(field, value, of: set) {
        sections.append(section)
      } else if !field.isStored, case .reference = field.type {
        continue
      } else {
        let entry = Entry(label: field.label, text: related.text(value, ValueKind(field.type)))
        if field.isStored { entries.append(entry) } else { computed.append(entry) }
      }
    }
    sections += related.referring(to: row, of: set)
  }
}

extension Field {
  /// What the field is called.
  var label: Bilingual { Bilingual(name, english) }
}
