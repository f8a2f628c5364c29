import Glibc
package import Model

/// A store that is open for reading and, if nothing is in the way, for changes.
///
///     let store = try StoreWriter("uppföljning.json")
///     store.snapshot                                 // what questions run on
///     store.obstacle?.diagnostic                     // why it cannot be changed, if it cannot
///     let done = try store.commit(operation)         // saved when this returns; done.snapshot
///     try store.undo(1)                              // and redo, by number of statements
///     try store.log(20); try store.history(of: "insatser", "I-2026-014")
///     try store.newID(for: .measures, year: 2026)
///     store.takeNotices()                            // to be told after each call
///
/// An operation says of each field what it was and what it becomes: where another program has
/// changed other fields meanwhile both changes hold, and where it has changed the same the
/// operation is refused (`WriteFault.conflicts`). Each call works on the store as
/// it is on the disk, so that the snapshot after it may hold what others have done too.
package final class StoreWriter {
  /// What a change has come to.
  package struct Done: Sendable {
    /// The store after it.
    package let snapshot: Snapshot
    /// What stands in the history; none if nothing differed.
    package let entries: [HistoryEntry]
  }

  /// The store, with all that has been saved by this program.
  package var snapshot: Snapshot { loaded.snapshot }
  /// Why the store cannot be changed; nil if it can, as far as is known before it is tried.
  package internal(set) var obstacle: Obstacle?
  /// Is told who holds the lock when that has been waited for for half a second.
  package var waiting: (LockHolder?) -> Void = { _ in }

  let system: StoreSystem
  let place: StorePlace
  var loaded: LoadedStore
  /// The history, and which file it was read from; nil until it is needed.
  var history: History?
  var historyFile: FileStatus?
  /// The files that are known to be as the history says.
  var verified: [String: FileStatus] = [:]
  private var notices: [StoreNotice] = []
  private var hasLookedAtDrive = false

  /// Opens the store at a path; nothing is written before the first change.
  package convenience init(
    _ path: String,
    isExample: Bool = false,
    isReadOnly: Bool = false
  ) throws(StoreFault) {
    try self.init(path, isExample: isExample, isReadOnly: isReadOnly, .real)
  }

  /// Opens the store at a path of a system.
  package init(
    _ path: String,
    isExample: Bool = false,
    isReadOnly: Bool = false,
    _ system: StoreSystem
  ) throws(StoreFault) {
    self.system = system
    place = try StorePlace(path, system.files)
    loaded = try LoadedStore(place, system.files)
    obstacle = isExample ? .example : isReadOnly ? .readOnly : foundObstacle()
  }

  /// The notices since the last call, to be told to the user.
  package func takeNotices() -> [StoreNotice] {
    defer { notices = [] }
    return notices
  }

  func notice(_ notice: StoreNotice) {
    if !notices.contains(notice) { notices.append(notice) }
  }

  // MARK: Changes

  /// Does an operation: all of it or nothing.
  package func commit(_ operation: Operation) throws(WriteFault) -> Done {
    try locked { () throws(WriteFault) in
      var draft = StoreDraft(loaded.snapshot, names: loaded.files.map(\.name))
      let changes = try apply(operation.changes.map { StoreChange($0) }, to: &draft)
      guard !changes.isEmpty else { return Done(snapshot: snapshot, entries: []) }
      try check(changes, in: draft)
      return try save([NewEntry(kind: .edit, operation.statement, changes)], draft)
    }
  }

  /// The store as an operation would make it, for a draft or a preview; nothing is saved.
  package func draft(_ operation: Operation, on base: Snapshot) throws(WriteFault) -> Snapshot {
    var draft = StoreDraft(base, names: loaded.files.map(\.name))
    let changes = try apply(operation.changes.map { StoreChange($0) }, to: &draft)
    try check(changes, in: draft)
    return try parsed(draft).snapshot
  }

  /// Applies changes to a draft, each checked against what is there.
  func apply(
    _ asked: [StoreChange],
    to draft: inout StoreDraft
  ) throws(WriteFault) -> [StoreChange] {
    var changes: [StoreChange] = []
    do throws(StoreDraft.Fault) {
      for change in asked {
        if let done = try draft.apply(change, .checked) { changes.append(done) }
      }
    } catch {
      throw .unfit(error.words)
    }
    guard draft.conflicts.isEmpty else { throw .conflicts(draft.conflicts.map(told)) }
    return changes
  }

  /// Adds to a conflict who caused it.
  private func told(_ conflict: Conflict) -> Conflict {
    var told = conflict
    let entry = history?.entries.last { entry in
      entry.changes.contains { done in
        done.change.section == conflict.section && done.change.id == conflict.id
          && (conflict.field == nil || done.change.fields.contains { $0.field == conflict.field })
      }
    }
    (told.who, told.time) = (entry?.who, entry?.time)
    return told
  }

  /// Checks that what was changed has values of its kind, and leads somewhere.
  private func check(_ changes: [StoreChange], in draft: StoreDraft) throws(WriteFault) {
    let after = try parsed(draft).snapshot
    for finding in after.findings where finding.row >= 0 {
      let set = after.schema[finding.set]
      let id = after.heap.string(after[finding.set].ids[finding.row])
      let isNew = changes.contains { done in
        done.change.section == set.name && done.change.id == id && done.change.kind != .remove
          && done.change.fields.contains {
            $0.field == finding.field || $0.field == "egna." + finding.field
          }
      }
      if isNew { throw .misfit(section: set.name, id: id, field: finding.field) }
    }
  }

  // MARK: Under the lock

  /// Does something while no other program writes, on the store as it then is.
  func locked<Result>(
    _ body: () throws(WriteFault) -> Result
  ) throws(WriteFault) -> Result {
    if let obstacle { throw .obstacle(obstacle) }
    let lock: StoreLock
    do throws(StoreLock.Fault) {
      let first = (path: loaded.files[0].path, status: loaded.statuses[0])
      lock = try StoreLock(place, like: first, system, waiting: waiting)
    } catch {
      switch error {
      case .held(let holder): throw .locked(holder)
      case .unreliable: throw .obstacle(.lock)
      case .system(let error): throw .notSaved(error.code)
      }
    }
    defer { lock.release() }
    lookAtDrive()
    try refresh()
    return try body()
  }

  private func lookAtDrive() {
    guard !hasLookedAtDrive else { return }
    hasLookedAtDrive = true
    // CIFS, SMB2, NFS and what a program of the user serves (statfs(2)).
    let network: [UInt32] = [0xFF53_4D42, 0xFE53_4D42, 0x6969, 0x6573_5546]
    if let kind = try? system.files.kind(of: place.folder), network.contains(kind) {
      notice(.networkDrive)
    }
  }
}

extension StoreDraft.Fault {
  /// What cannot be changed.
  var words: String {
    switch self {
    case .section(let section): section
    case .field(let section, let field): "\(section).\(field)"
    case .value(let section, let id, let field): "\(section) \(id): \(field)"
    }
  }
}
