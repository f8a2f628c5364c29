package import Model

extension StoreWriter {
  /// What has been undone or done again.
  package struct Undone: Sendable {
    /// The store after it.
    package let snapshot: Snapshot
    /// The entries that were undone or done again, in that order.
    package let entries: [HistoryEntry]
    /// Those of them that another user had made.
    package let byOthers: [HistoryEntry]
  }

  /// Undoes the last statements or transactions that are not undone, by whomever: all of them or
  /// none.
  package func undo(_ count: Int = 1) throws(WriteFault) -> Undone {
    try locked { () throws(WriteFault) in
      try turn(UndoOrder(history).undone(count)) { .undo(of: $0) }
    }
  }

  /// Does again what was undone last, as long as nothing has been changed since.
  package func redo(_ count: Int = 1) throws(WriteFault) -> Undone {
    try locked { () throws(WriteFault) in
      try turn(UndoOrder(history).redone(count)) { .redo(of: $0) }
    }
  }

  /// What `undo` would undo, newest first: to be shown before it is done.
  package func undoable(_ count: Int = 1) throws(WriteFault) -> [HistoryEntry] {
    try attempt(readHistory)
    return Array(UndoOrder(history).undone(count).map(\.entry))
  }

  /// What `redo` would do again, in order.
  package func redoable(_ count: Int = 1) throws(WriteFault) -> [HistoryEntry] {
    try attempt(readHistory)
    return Array(UndoOrder(history).redone(count).map(\.entry))
  }

  private func turn(
    _ steps: [UndoOrder.Step],
    _ kind: (Int) -> HistoryEntry.Kind
  ) throws(WriteFault) -> Undone {
    if steps.isEmpty {
      guard case .undo = kind(0) else { throw .nothingToRedo }
      throw .nothingToUndo
    }
    var draft = StoreDraft(loaded.snapshot, names: loaded.files.map(\.name))
    var new: [NewEntry] = []
    for step in steps {
      let changes = try apply(step.realised.changes.reversed().map(\.inverse), to: &draft)
      new.append(NewEntry(kind: kind(step.entry.number), step.entry.statement, changes))
    }
    let done = try save(new, draft)
    let entries = steps.map(\.entry)
    return Undone(
      snapshot: done.snapshot,
      entries: entries,
      byOthers: entries.filter { $0.who != system.user }
    )
  }

  /// The last entries of the history, newest first.
  package func log(_ count: Int) throws(WriteFault) -> [HistoryEntry] {
    try attempt(readHistory)
    return (history?.entries ?? []).suffix(count).reversed()
  }

  /// The entries that changed a record, oldest first.
  package func history(of section: String, _ id: String) throws(WriteFault) -> [HistoryEntry] {
    try attempt(readHistory)
    return (history?.entries ?? []).filter { entry in
      entry.changes.contains { $0.change.section == section && $0.change.id == id }
    }
  }
}

/// What can be undone and done again, worked out from the history alone.
struct UndoOrder {
  /// A statement, and the entry that last did or undid it.
  struct Step {
    /// The statement's own entry.
    let entry: HistoryEntry
    /// The entry whose changes are to be turned.
    let realised: HistoryEntry
  }

  private var done: [Step] = []
  private var undone: [Step] = []

  init(_ history: History?) {
    for entry in history?.entries ?? [] {
      switch entry.kind {
      case .edit:
        done.append(Step(entry: entry, realised: entry))
        undone = []
      case .undo(let number): UndoOrder.move(number, entry, from: &done, to: &undone)
      case .redo(let number): UndoOrder.move(number, entry, from: &undone, to: &done)
      case .start, .outside, .fold: break
      }
    }
  }

  private static func move(
    _ number: Int,
    _ entry: HistoryEntry,
    from: inout [Step],
    to: inout [Step]
  ) {
    guard let place = from.lastIndex(where: { $0.entry.number == number }) else { return }
    to.append(Step(entry: from.remove(at: place).entry, realised: entry))
  }

  func undone(_ count: Int) -> [Step] { done.suffix(max(count, 0)).reversed() }

  func redone(_ count: Int) -> [Step] { undone.suffix(max(count, 0)).reversed() }
}
