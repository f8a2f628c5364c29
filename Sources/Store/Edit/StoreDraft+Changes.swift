import Model
import Text

extension StoreDraft {
  /// Makes a change, and gives it as the history keeps it; nil if it changes nothing.
  ///
  /// Where it is refused because of what others have done, that is added to `conflicts`.
  mutating func apply(_ change: StoreChange, _ care: Care) throws(Fault) -> StoreChange? {
    let asked = change.change
    guard let kind = SectionKind(asked.section, snapshot.schema) else {
      throw .section(asked.section)
    }
    for file in snapshot.files.indices where !kind.isSound(in: snapshot, file: file) {
      throw .section(asked.section)
    }
    for field in asked.fields {
      guard kind.has(field.field) else { throw .field(section: asked.section, field.field) }
      guard StoreDraft.isJSON(field.new) else {
        throw .value(section: asked.section, id: asked.id, field: field.field)
      }
    }
    let place = place(kind, asked.id)
    switch (asked.kind, place) {
    case (.add, nil): return add(change, kind)
    case (.change, let place?): return alter(change, kind, place, care)
    case (.remove, let place?): return remove(change, kind, place, care)
    case (.add, let place?) where care == .repeated: return alter(change, kind, place, care)
    case (.change, nil), (.remove, nil), (.add, _):
      if care == .checked { conflicts.append(Conflict(asked)) }
      return nil
    }
  }

  /// Whether a value is JSON; nil stands for no value.
  private static func isJSON(_ value: String?) -> Bool {
    guard let value else { return true }
    return Array(value.utf8).withUnsafeBytes { bytes in
      do throws(JSONFault) {
        try JSONReader.validate(bytes)
        return true
      } catch {
        return false
      }
    }
  }

  /// A value on one line, or nil for null.
  private static func line(_ value: String?) -> String? {
    guard let value else { return nil }
    var output: [UInt8] = []
    Array(value.utf8).withUnsafeBytes { KeptJSON.append($0, to: &output) }
    let line = String(decoding: output, as: UTF8.self)
    return line == "null" ? nil : line
  }

  private mutating func add(_ change: StoreChange, _ kind: SectionKind) -> StoreChange {
    let asked = change.change
    var record = kind.new(asked.id)
    var fields: [RecordChange.FieldChange] = []
    for field in asked.fields {
      guard let new = StoreDraft.line(field.new) else { continue }
      record.setValue(field.field, to: new, order: kind.order, own: kind.own)
      fields.append(.init(field.field, from: nil, to: new))
    }
    let text = change.textAfter.map { Array($0.utf8) } ?? record.bytes
    let file = names.firstIndex(of: change.file) ?? fileForNew(kind)
    let isMade = insert(kind, (asked.id, text), file: file, before: change.following)
    var done = StoreChange(
      RecordChange(.add, asked.section, asked.id, fields),
      file: names[file]
    )
    done.following = change.following
    done.textAfter = change.textAfter
    done.section = isMade ? .made : .kept
    return done
  }

  private mutating func alter(
    _ change: StoreChange,
    _ kind: SectionKind,
    _ place: Place,
    _ care: Care
  ) -> StoreChange? {
    let asked = change.change
    let before = text(kind, asked.id, place)
    guard var record = RecordText(before) else { return nil }
    let fields = alter(&record, asked, kind, care)
    guard !fields.isEmpty else { return nil }
    // What was undone comes back as it stood, to the byte, if nobody has been there since.
    let isUntouched = change.textBefore.map { $0.utf8.elementsEqual(before) } ?? false
    let exact = isUntouched ? change.textAfter.map { Array($0.utf8) } : nil
    let after = exact ?? record.bytes
    replace(kind, asked.id, place, by: after)
    var done = StoreChange(
      RecordChange(.change, asked.section, asked.id, fields),
      file: names[place.file]
    )
    if exact != nil || fields.contains(where: { RecordText.ownName($0.field) != nil }) {
      done.textBefore = String(decoding: before, as: UTF8.self)
      done.textAfter = String(decoding: after, as: UTF8.self)
    }
    return done
  }

  /// Sets the fields of a record and gives those that differ: none where one of them is refused.
  private mutating func alter(
    _ record: inout RecordText,
    _ asked: RecordChange,
    _ kind: SectionKind,
    _ care: Care
  ) -> [RecordChange.FieldChange] {
    var fields: [RecordChange.FieldChange] = []
    var isRefused = false
    for field in asked.fields {
      let now = record.value(field.field)
      let new = StoreDraft.line(field.new)
      let isAsBefore = RecordText.isSame(now, field.old) || RecordText.isSame(now, new)
      if care == .checked, !isAsBefore {
        conflicts.append(
          Conflict(asked, field: field.field, base: field.old, mine: new, theirs: now)
        )
        isRefused = true
      } else if now != new {
        record.setValue(field.field, to: new, order: kind.order, own: kind.own)
        fields.append(.init(field.field, from: now, to: new))
      }
    }
    return isRefused ? [] : fields
  }

  private mutating func remove(
    _ change: StoreChange,
    _ kind: SectionKind,
    _ place: Place,
    _ care: Care
  ) -> StoreChange? {
    let asked = change.change
    let before = text(kind, asked.id, place)
    guard let record = RecordText(before) else { return nil }
    if care == .checked {
      let found = conflicts(asked, record, kind)
      conflicts += found
      if !found.isEmpty { return nil }
    }
    let fields = filled(record, kind).map {
      RecordChange.FieldChange($0, from: record.value($0), to: nil)
    }
    let following = following(kind, asked.id, place)
    let isDropped = remove(kind, asked.id, place, dropping: change.section == .dropped)
    var done = StoreChange(
      RecordChange(.remove, asked.section, asked.id, fields),
      file: names[place.file]
    )
    done.following = following
    done.textBefore = String(decoding: before, as: UTF8.self)
    done.section = isDropped ? .dropped : .kept
    return done
  }

  /// What others have changed of a record that is to go.
  private func conflicts(
    _ asked: RecordChange,
    _ record: RecordText,
    _ kind: SectionKind
  ) -> [Conflict] {
    let known = Dictionary(asked.fields.map { ($0.field, $0.old) }) { first, _ in first }
    // Own fields may be left out of what is told of a removal, since they go with the record.
    let names = Set(known.keys).union(filled(record, kind).filter(kind.order.contains))
    return names.sorted().compactMap { field in
      let (now, base) = (record.value(field), known[field] ?? nil)
      if RecordText.isSame(now, base) || SectionKind.isIdentity(field, kind) { return nil }
      return Conflict(asked, field: field, base: base, theirs: now)
    }
  }

  /// The fields of a record that are filled in.
  private func filled(_ record: RecordText, _ kind: SectionKind) -> [String] {
    (kind.order + kind.own.map { "egna." + $0 }).filter { field in
      !SectionKind.isIdentity(field, kind) && !RecordText.isSame(record.value(field), nil)
    }
  }
}

extension SectionKind {
  /// Whether a field is the item's own name, which is not told among what changes.
  static func isIdentity(_ field: String, _ kind: SectionKind) -> Bool {
    switch kind {
    case .set: field == "id"
    case .questions: field == "namn"
    case .ownFields: field == "mängd" || field == "namn"
    }
  }
}
