import Glibc
import Model

/// What is to stand in the history.
struct NewEntry {
  let kind: HistoryEntry.Kind
  let statement: String
  let changes: [StoreChange]

  init(kind: HistoryEntry.Kind, _ statement: String, _ changes: [StoreChange]) {
    (self.kind, self.statement, self.changes) = (kind, statement, changes)
  }
}

extension StoreWriter {
  var writer: FileWriter { FileWriter(files: system.files) }

  /// A name that nobody can guess, for a file that is not whole yet.
  func temporaryName() -> String {
    StorePlace.join(place.folder, place.temporaryPrefix + system.randomName())
  }

  /// The files' bytes with a draft's changes, and the store read back from them.
  func parsed(
    _ draft: StoreDraft,
    change: Int? = nil
  ) throws(WriteFault) -> (snapshot: Snapshot, contents: [FileBytes]) {
    do throws(StoreFault) {
      return try draft.parsed(loaded.files, of: place.given, change: change)
    } catch {
      throw .store(error)
    }
  }

  /// Saves changes: when this returns, they survive a power cut.
  ///
  /// All that is likely to fail is done before the line in the history, which is what decides: the
  /// new files are written and synced under other names, the history is appended to and synced, and
  /// then the files get their names. What is cut off after the history is mended by the next
  /// writer, and readers count it from the line on.
  func save(
    _ new: [NewEntry],
    _ draft: StoreDraft,
    isFolding: Bool = false
  ) throws(WriteFault) -> Done {
    let numbers = nextNumbers(new.count)
    let last = numbers.upperBound - 1
    let (snapshot, contents) = try parsed(draft, change: last)
    let touched = isFolding ? draft.files.union(loaded.behind) : draft.files
    let isLarge = touched.contains { contents[$0].withBytes(\.count) > Checksum.sampledFrom }
    let writes = isFolding || !isLarge ? touched.sorted() : []
    let temporary = try prepare(writes, contents)
    let marks = writes.map { k in
      HistoryEntry.FileMark(
        name: loaded.files[k].name,
        change: last,
        sum: contents[k].withBytes(Checksum.fingerprint)
      )
    }
    let entries: [HistoryEntry]
    do throws(WriteFault) {
      entries = try append(new, marks: marks)
    } catch {
      for (_, name) in temporary { try? system.files.remove(name) }
      throw error
    }
    loaded.take(snapshot, behind: writes.isEmpty ? touched : [])
    try putInPlace(temporary, contents, last)
    return Done(snapshot: snapshot, entries: entries)
  }

  /// The numbers of the next entries: above all that the history or a file has used.
  private func nextNumbers(_ count: Int) -> Range<Int> {
    let used = max(history?.last ?? -1, loaded.changes.values.max() ?? 0)
    return used + 1..<used + 1 + count
  }

  /// Writes the new files under other names, and keeps the old ones as generations.
  private func prepare(
    _ writes: [Int],
    _ contents: [FileBytes]
  ) throws(WriteFault) -> [(file: Int, name: String)] {
    var made: [(file: Int, name: String)] = []
    do throws(SystemError) {
      for k in writes {
        let file = loaded.files[k]
        let name = temporaryName()
        try writer.make(
          name,
          contents[k].withBytes { Array($0) },
          like: (file.path, loaded.statuses[k])
        )
        made.append((k, name))
        try keepGeneration(of: file, loaded.changes[file.name] ?? 0)
      }
      return made
    } catch {
      for (_, name) in made { try? system.files.remove(name) }
      throw .notSaved(error.code)
    }
  }

  /// Gives the new files their names, and reads them back.
  private func putInPlace(
    _ temporary: [(file: Int, name: String)],
    _ contents: [FileBytes],
    _ change: Int
  ) throws(WriteFault) {
    guard !temporary.isEmpty else { return }
    do throws(SystemError) {
      for (k, name) in temporary {
        let path = loaded.files[k].path
        try system.files.rename(name, to: path)
        let written = try system.files.contents(of: path)
        let isRight = written.withBytes { bytes in contents[k].withBytes(bytes.elementsEqual) }
        guard isRight else { throw SystemError(EIO) }
        try loaded.noteWritten(k, change, system.files)
        verified[loaded.files[k].name] = loaded.statuses[k]
      }
      try writer.syncFolder(place.folder)
    } catch {
      for (_, name) in temporary { try? system.files.remove(name) }
      loaded.isDoubtful = true
      throw .savedInHistoryOnly(error.code)
    }
  }

  // MARK: The history

  /// Appends entries to the history, and makes sure that they are on the disk.
  @discardableResult
  func append(
    _ new: [NewEntry],
    marks: [HistoryEntry.FileMark]
  ) throws(WriteFault) -> [HistoryEntry] {
    var all = history ?? History()
    let isNew = all.entries.isEmpty
    if all.tail > 0 { notice(.tailDropped(bytes: all.tail)) }
    let start = all.size
    var bytes: [UInt8] = all.lacksLineEnd ? [UInt8(ascii: "\n")] : []
    func add(_ entry: HistoryEntry) {
      let (line, sum) = entry.line()
      bytes += line + [UInt8(ascii: "\n")]
      all.add(entry, sum: sum, size: start + bytes.count)
    }
    if isNew { add(try firstEntry()) }
    let first = all.entries.count
    for (k, number) in nextNumbers(new.count).enumerated() {
      let marks = k == new.count - 1 ? marks : []
      add(entry(new[k], number, previous: all.sum, marks))
    }
    try write(bytes, at: start, isNew: isNew)
    history = all
    return Array(all.entries[first...])
  }

  private func entry(
    _ new: NewEntry,
    _ number: Int,
    previous: String,
    _ marks: [HistoryEntry.FileMark]
  ) -> HistoryEntry {
    HistoryEntry(
      number: number,
      time: system.time,
      who: system.user,
      kind: new.kind,
      statement: new.statement,
      changes: new.changes,
      files: marks,
      previous: previous
    )
  }

  /// The entry that a history begins with: how the store was before.
  private func firstEntry() throws(WriteFault) -> HistoryEntry {
    let marks = try attempt { () throws(SystemError) in
      var marks: [HistoryEntry.FileMark] = []
      for k in loaded.files.indices { marks.append(try mark(k)) }
      return marks
    }
    let number = loaded.changes.values.max() ?? 0
    return entry(NewEntry(kind: .start, "", []), number, previous: "", marks)
  }

  private func write(_ bytes: [UInt8], at start: Int, isNew: Bool) throws(WriteFault) {
    let path = place.history
    let file = try attempt { () throws(SystemError) in
      try system.files.open(path, .updating(mode: 0o600))
    }
    defer { try? system.files.close(file) }
    var isSynced = true
    do throws(SystemError) {
      let status = try system.files.status(of: file)
      guard status.kind == .file else { throw SystemError(EINVAL) }
      if isNew {
        try system.files.copyRights(of: loaded.files[0].path, loaded.statuses[0], to: file)
      }
      if status.size > start { try system.files.truncate(file, to: start) }
      try writer.write(bytes, to: file, at: start)
      isSynced = false
      try system.files.syncData(file)
      if isNew { try writer.syncFolder(place.folder) }
      historyFile = try system.files.status(of: file)
    } catch {
      // Without a sync nobody can tell what is on the disk; with no trust in it, it is read anew.
      (history, historyFile) = (nil, nil)
      do throws(SystemError) {
        try system.files.truncate(file, to: start)
      } catch {
        throw .uncertain(error.code)
      }
      throw isSynced ? .notSaved(error.code) : .uncertain(error.code)
    }
  }
}
