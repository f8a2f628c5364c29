package import Model
package import Text

/// A snapshot, the day that »today« means, and what has been worked out about them.
///
/// Everything kept here follows from the snapshot and the day, so it may be thrown away.
package final class Workspace {
  /// The store.
  package let snapshot: Snapshot
  /// The day that `idag` means.
  package let today: Day
  /// Tells that the question at hand should stop; asked now and then.
  package var isInterrupted: () -> Bool = { false }
  private var views: [Day?: View] = [:]
  private var names: [SetID: NameTable] = [:]
  private var enumerations: [ObjectIdentifier: NameTable] = [:]
  private var fields: [SetID: NameIndex] = [:]
  /// The names of the sets.
  private(set) lazy var setNames = NameIndex(snapshot.schema.sets.map(\.names))
  /// The reports of each measure in order of time.
  lazy var timeline = Timeline(snapshot)
  /// The place of each record in the order of names, by set.
  var nameRanks: [SetID: [Int]] = [:]
  /// The ids and names of each set, for completion.
  private var recordIndexes: [SetID: RecordIndex] = [:]

  /// Makes a workspace on a snapshot.
  package init(_ snapshot: Snapshot, today: Day) {
    (self.snapshot, self.today) = (snapshot, today)
  }

  /// The store as it stood at a moment; nil is as it stands.
  func view(_ moment: Day?) -> View {
    if let view = views[moment] { return view }
    // A script may name many moments; only a few are kept.
    if views.count >= 16 { views.removeAll() }
    let view = View(self, moment: moment)
    views[moment] = view
    return view
  }

  /// The ids and names of a set's records.
  func names(_ set: SetID) -> NameTable {
    if let table = names[set] { return table }
    let table = NameTable(snapshot, set)
    names[set] = table
    return table
  }

  /// The names of a set's fields.
  func fieldNames(_ set: SetID) -> NameIndex {
    if let index = fields[set] { return index }
    let index = NameIndex(snapshot.schema[set].fields.map(\.names))
    fields[set] = index
    return index
  }

  /// The names of an enumeration's values.
  func names(_ enumeration: Enumeration) -> NameTable {
    let key = ObjectIdentifier(enumeration)
    if let table = enumerations[key] { return table }
    let table = NameTable(enumeration)
    enumerations[key] = table
    return table
  }

  /// The ids and names of a set's records, by the words in them.
  func index(_ set: SetID) -> RecordIndex {
    extendIndex(set, by: snapshot[set].count)
    return recordIndexes[set] ?? RecordIndex(snapshot, set)
  }

  /// Takes at most so many records more into the index of a set; says whether it is whole.
  @discardableResult
  func extendIndex(_ set: SetID, by limit: Int) -> Bool {
    recordIndexes[set, default: RecordIndex(snapshot, set)].extend(by: limit)
    return recordIndexes[set]?.isWhole ?? true
  }
}
