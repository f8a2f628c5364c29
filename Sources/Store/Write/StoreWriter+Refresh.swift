import Glibc
import Model

extension StoreWriter {
  /// What stands in the way of changes before any is tried.
  func foundObstacle() -> Obstacle? {
    if let damage = loaded.damage { return .history(path: place.history, line: damage.line) }
    if loaded.snapshot.findings.contains(where: { $0.kind == .newerVersion }) {
      return .newerVersion
    }
    do throws(SystemError) {
      for file in loaded.files { try system.files.checkWritable(file.path) }
      try system.files.checkWritable(place.folder)
    } catch {
      return .system(error.code)
    }
    for (file, status) in zip(loaded.files, loaded.statuses) where hasOtherNames(file, status) {
      return .links
    }
    return nil
  }

  /// Whether a file has other names than its own and those of its generations.
  private func hasOtherNames(_ file: StorePlace.File, _ status: FileStatus) -> Bool {
    guard status.links > 1 else { return false }
    let own = generations(of: file).filter { generation in
      (try? system.files.status(generation.path))?.isSameFile(as: status) == true
    }
    return status.links > 1 + own.count
  }

  /// Makes calls that leave everything as it was if they fail.
  func attempt<Result>(
    _ calls: () throws(SystemError) -> Result
  ) throws(WriteFault) -> Result {
    do throws(SystemError) {
      return try calls()
    } catch {
      throw .notSaved(error.code)
    }
  }

  /// Takes in what others have written since, and mends what a writer that was cut off has left.
  func refresh() throws(WriteFault) {
    let known = history?.entries.count
    try attempt(readHistory)
    let isStale = try attempt { () throws(SystemError) in try loaded.isStale(system.files) }
    if isStale || known != nil && known != history?.entries.count { try reload() }
    if let obstacle = foundObstacle() { throw .obstacle(obstacle) }
    if let damage = history?.damage {
      obstacle = .history(path: place.history, line: damage.line)
      throw .obstacle(.history(path: place.history, line: damage.line))
    }
    sweep()
    try recover()
    try noteOutside()
  }

  private func reload() throws(WriteFault) {
    verified = [:]
    do throws(StoreFault) {
      loaded = try LoadedStore(place, system.files, history: history)
    } catch {
      throw .store(error)
    }
  }

  /// Reads the history, or what others have added to it.
  func readHistory() throws(SystemError) {
    do throws(SystemError) {
      let status = try system.files.status(place.history)
      if let known = history, historyFile?.isSameFile(as: status) == true,
        status.size >= known.size
      {
        guard status.size > known.size else { return }
        try readMore(status.size - known.size)
      } else {
        history = try HistoryReader.read(place.history, system.files)
      }
      historyFile = status
    } catch {
      guard error.code == ENOENT else { throw error }
      (history, historyFile) = (History(), nil)
    }
  }

  private func readMore(_ count: Int) throws(SystemError) {
    let file = try system.files.open(place.history, .reading)
    defer { try? system.files.close(file) }
    var bytes: [UInt8] = []
    while bytes.count < count {
      let start = (history?.size ?? 0) + bytes.count
      let more = try system.files.read(file, at: start, count - bytes.count)
      if more.isEmpty { break }
      bytes += more
    }
    history?.take(bytes[...])
  }

  /// Removes what writers that were cut off have left; the lock says that none is at work.
  private func sweep() {
    for name in (try? system.files.names(in: place.folder)) ?? []
    where name.hasPrefix(place.temporaryPrefix) {
      try? system.files.remove(StorePlace.join(place.folder, name))
    }
  }

  /// Writes the files whose writer was cut off between the history and the file.
  private func recover() throws(WriteFault) {
    guard let history else { return }
    for (k, file) in loaded.files.enumerated() where loaded.behind.contains(k) {
      let marks = history.marks(of: file.name)
      guard marks.count == 2, loaded.changes[file.name] != marks[0].mark.change else { continue }
      let bytes = Array(loaded.snapshot.heap.raw(loaded.snapshot.files[k].range))
      try attempt { () throws(SystemError) in
        let name = temporaryName()
        try writer.make(name, bytes, like: (file.path, loaded.statuses[k]))
        try system.files.rename(name, to: file.path)
        try writer.syncFolder(place.folder)
        try loaded.noteWritten(k, marks[0].mark.change, system.files)
      }
      notice(.recovered)
    }
  }

  /// Notes in the history what another program has written to the files.
  private func noteOutside() throws(WriteFault) {
    guard let known = history, !known.entries.isEmpty else { return }
    var found: [HistoryEntry.FileMark] = []
    for (k, file) in loaded.files.enumerated() where verified[file.name] != loaded.statuses[k] {
      let mark = try attempt { () throws(SystemError) in try self.mark(k) }
      if known.marks(of: file.name).first?.mark == mark {
        verified[file.name] = loaded.statuses[k]
      } else {
        found.append(mark)
      }
    }
    guard !found.isEmpty else { return }
    try append([NewEntry(kind: .outside, "", [])], marks: found)
    for mark in found {
      let k = loaded.files.firstIndex { $0.name == mark.name }
      verified[mark.name] = k.map { loaded.statuses[$0] }
    }
    notice(.outside(found.map { $0.name == StorePlace.onlyFile ? place.given : $0.name }))
  }

  /// How a file is on the disk.
  func mark(_ k: Int) throws(SystemError) -> HistoryEntry.FileMark {
    let file = loaded.files[k]
    let sum = try system.files.contents(of: file.path).withBytes(Checksum.fingerprint)
    return HistoryEntry.FileMark(name: file.name, change: loaded.changes[file.name] ?? 0, sum: sum)
  }
}
