internal import Glibc

/// The history file on disk, shared by every session of the user.
///
/// Each write appends one line under a lock, so that sessions never erase each other's lines.
nonisolated struct HistoryFile: Sendable {
  /// What was read: the lines, and whether the file has grown enough to be pruned.
  struct Contents {
    var records: [HistoryRecord] = []
    var isLong = false
  }

  /// A file with more lines is pruned.
  static let longLines = 4000
  /// No more than this is read; what is older is forgotten.
  private static let readLimitBytes = 8 << 20

  /// Where the file is.
  let path: String

  /// Reads the file; nil if that cannot be done, and nothing if there is no file yet.
  func read() -> Contents? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return errno == ENOENT ? Contents() : nil }
    defer { close(descriptor) }
    return Self.contents(of: descriptor)
  }

  /// Adds one record; says whether that was done.
  func append(_ record: HistoryRecord) -> Bool {
    makeFolder()
    guard let descriptor = openLocked() else { return false }
    defer { close(descriptor) }
    // A session that was killed while it wrote has left half a line: begin on a new one.
    let prefix = Self.endsInsideLine(descriptor) ? "\n" : ""
    return Self.write("\(prefix)\(record.line)\n", to: descriptor)
  }

  /// Keeps the newest `count` records and no damaged line; says whether that was done.
  func prune(keeping count: Int) -> Bool {
    guard let descriptor = openLocked() else { return false }
    defer { close(descriptor) }
    guard let contents = Self.contents(of: descriptor) else { return false }
    // Another session may have pruned meanwhile.
    guard contents.isLong else { return true }
    let temporary = path + ".new"
    // The lock is held, so a file with this name is left from a session that was killed.
    unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let copy = open(temporary, flags, 0o600)
    guard copy >= 0 else { return false }
    let text = contents.records.suffix(count).map { $0.line + "\n" }.joined()
    let isWritten = Self.write(text, to: copy) && fsync(copy) == 0
    close(copy)
    guard isWritten, rename(temporary, path) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }

  /// Makes the folders that are missing, for the user only.
  private func makeFolder() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }

  /// Opens the file for reading and appending, with an exclusive lock on it.
  private func openLocked() -> Int32? {
    // O_NONBLOCK: if the path is a pipe, opening it must not wait for a reader.
    let flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    for _ in 0..<10 {
      let descriptor = open(path, flags, 0o600)
      guard descriptor >= 0 else { return nil }
      if isRegular(descriptor), lock(descriptor) {
        // While this session waited, another may have pruned: the lock is then on the old file.
        if isCurrent(descriptor) { return descriptor }
        close(descriptor)
        continue
      }
      close(descriptor)
      return nil
    }
    return nil
  }

  /// Waits at most half a second: a session must not hang on another that has stopped.
  private func lock(_ descriptor: Int32) -> Bool {
    for _ in 0..<100 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      usleep(5000)
    }
    return false
  }

  private func isRegular(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    if status.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
    return true
  }

  private func isCurrent(_ descriptor: Int32) -> Bool {
    var opened = stat()
    var named = stat()
    return fstat(descriptor, &opened) == 0 && lstat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}

// MARK: - Bytes

nonisolated extension HistoryFile {
  private static func contents(of descriptor: Int32) -> Contents? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let start = max(0, Int(status.st_size) - readLimitBytes)
    guard let bytes = read(descriptor, from: start) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    // If the beginning was left out, the first line may be the end of one.
    let records = lines.dropFirst(start > 0 ? 1 : 0).compactMap(HistoryRecord.init(line:))
    return Contents(records: records, isLong: start > 0 || lines.count > longLines)
  }

  private static func read(_ descriptor: Int32, from start: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptor, &buffer, buffer.count, start + bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      // The second limit: the file may grow while it is read.
      if count == 0 || bytes.count > readLimitBytes { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func endsInsideLine(_ descriptor: Int32) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != UInt8(ascii: "\n")
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
