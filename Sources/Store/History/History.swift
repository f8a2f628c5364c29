import Model

/// A store's history as far as it is whole.
struct History {
  /// Where a history is damaged.
  struct Damage: Equatable {
    /// The line, from 1.
    let line: Int
  }

  /// The entries, oldest first.
  private(set) var entries: [HistoryEntry] = []
  /// The length in bytes of the whole lines.
  private(set) var size = 0
  /// The bytes after the last whole line: what a writer that was cut off has left.
  private(set) var tail = 0
  /// Whether the last whole line lacks its line end.
  private(set) var lacksLineEnd = false
  /// The first line that is neither whole nor such a tail.
  private(set) var damage: Damage?
  /// The sum of the last line.
  private(set) var sum = ""
  /// The lines that were read, some of which may stand before what was taken in.
  private var lines = 0

  /// The number of the last entry; −1 if there is none.
  var last: Int { entries.last?.number ?? -1 }

  /// No history yet.
  init() {}

  /// Takes in the bytes of a history, or of its end.
  init(_ bytes: some Collection<UInt8>, isWhole: Bool = true) {
    take(Array(bytes)[...], isWhole: isWhole)
  }

  /// Takes in the bytes after those that have been taken in.
  mutating func take(_ bytes: ArraySlice<UInt8>, isWhole: Bool = true) {
    tail = 0
    var rest = bytes
    if lacksLineEnd, rest.first == UInt8(ascii: "\n") {
      rest = rest.dropFirst()
      size += 1
      lacksLineEnd = false
    }
    var isFollowed = isWhole || !entries.isEmpty
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      let line = rest[..<(end ?? rest.endIndex)]
      guard let (entry, sum) = HistoryEntry.read(line), !isFollowed || follows(entry) else {
        return stop(at: rest, line)
      }
      entries.append(entry)
      self.sum = sum
      isFollowed = true
      lines += 1
      lacksLineEnd = end == nil
      size += line.count + (end == nil ? 0 : 1)
      rest = end.map { rest[($0 + 1)...] } ?? []
    }
  }

  private func follows(_ entry: HistoryEntry) -> Bool {
    guard let before = entries.last else { return entry.kind == .start }
    return entry.number > before.number && entry.previous == sum
  }

  /// Tells the tail that a writer has left when it was cut off from damage: a tail has no line end,
  /// or holds what no line can hold.
  private mutating func stop(at rest: ArraySlice<UInt8>, _ line: ArraySlice<UInt8>) {
    let isLast = !rest.dropFirst(line.count).contains(UInt8(ascii: "{"))
    let isCut = line.count == rest.count || rest.contains(0)
    if isLast, isCut {
      tail = rest.count
    } else {
      damage = Damage(line: lines + 1)
    }
  }

  /// Adds an entry that has been written.
  mutating func add(_ entry: HistoryEntry, sum: String, size: Int) {
    entries.append(entry)
    (self.sum, self.size) = (sum, size)
    lines += 1
    (tail, lacksLineEnd) = (0, false)
  }
}

// MARK: - What the files lack

extension History {
  /// Gives the last two lines that say how a file was, the later one first, with their places.
  func marks(of file: String) -> [(place: Int, mark: HistoryEntry.FileMark)] {
    var found: [(Int, HistoryEntry.FileMark)] = []
    for place in entries.indices.reversed() {
      guard let mark = entries[place].files.first(where: { $0.name == file }) else { continue }
      found.append((place, mark))
      if found.count == 2 { break }
    }
    return found
  }

  /// The place of the line that a file is as after; nil if the history does not know the file.
  ///
  /// A writer that was cut off has written the last line but not the file: it is then as the line
  /// before says. A file that is as no line says has been written by another program, on top of
  /// what the last line says.
  func place(of file: String, change: Int) -> Int? {
    let marks = marks(of: file)
    return (marks.first { $0.mark.change == change } ?? marks.first)?.place
  }

  /// Whether the last line tells of all these files as they are: then nothing is missing in them.
  func isUpToDate(_ files: [String: Int]) -> Bool {
    guard damage == nil, let entry = entries.last, entry.files.count == files.count else {
      return false
    }
    return entry.files.allSatisfy { files[$0.name] == $0.change }
  }

  /// The changes that are in the history but not in the files, oldest first.
  func pending(_ files: [String: Int]) -> [StoreChange] {
    let places = files.compactMapValues { $0 }.reduce(into: [String: Int]()) { places, file in
      places[file.key] = place(of: file.key, change: file.value)
    }
    guard let first = places.values.min() else { return [] }
    return entries.indices[first...].flatMap { place in
      entries[place].changes.filter { change in places[change.file].map { $0 < place } ?? false }
    }
  }
}
