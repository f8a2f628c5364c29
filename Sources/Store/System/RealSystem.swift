import CSystem
import Glibc

extension StoreSystem {
  /// The machine that the program runs on.
  package static let real = StoreSystem(
    files: RealFiles(),
    clock: RealClock(),
    randomName: {
      let parts = [UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max)]
      return parts.map { part in
        let digits = String(part, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
      }.joined()
    },
    user: ["USER", "LOGNAME"].compactMap(environment).first { !$0.isEmpty } ?? "uid \(getuid())",
    process: getpid()
  )

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

private struct RealClock: Clock {
  func now() -> Int { time(nil) }

  func wait(milliseconds: Int) { usleep(UInt32(clamping: milliseconds * 1000)) }
}

/// The disk: the one place where the store calls the system.
final class RealFiles: FileSystem {
  func open(_ path: String, _ way: OpenWay) throws(SystemError) -> Int32 {
    // Without O_NONBLOCK, opening a pipe would wait for ever.
    let common = O_CLOEXEC | O_NONBLOCK
    return try RealFiles.check {
      switch way {
      case .reading: Glibc.open(path, O_RDONLY | common)
      case .updating(let mode): Glibc.open(path, O_RDWR | O_CREAT | O_NOFOLLOW | common, mode)
      case .creating(let mode):
        Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | common, mode)
      }
    }
  }

  func close(_ file: Int32) throws(SystemError) {
    // When close was interrupted, the descriptor is free all the same.
    if Glibc.close(file) != 0, errno != EINTR { throw SystemError(errno) }
  }

  func read(_ file: Int32, at offset: Int, _ count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try RealFiles.check { pread(file, &bytes, count, offset) }
    bytes.removeLast(count - got)
    return bytes
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: Int32, at offset: Int) throws(SystemError) -> Int
  {
    try RealFiles.check { bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, offset) } }
  }

  func truncate(_ file: Int32, to size: Int) throws(SystemError) {
    try RealFiles.check { ftruncate(file, size) }
  }

  // A sync is never tried again: after a failure the system forgets what was not written.
  func sync(_ file: Int32) throws(SystemError) {
    if fsync(file) != 0 { throw SystemError(errno) }
  }

  func syncData(_ file: Int32) throws(SystemError) {
    if fdatasync(file) != 0 { throw SystemError(errno) }
  }

  func syncFolder(_ path: String) throws(SystemError) {
    let folder = try RealFiles.check { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { Glibc.close(folder) }
    try sync(folder)
  }

  func status(_ path: String) throws(SystemError) -> FileStatus {
    var found = stat()
    try RealFiles.check { stat(path, &found) }
    return FileStatus(found)
  }

  func status(of file: Int32) throws(SystemError) -> FileStatus {
    var found = stat()
    try RealFiles.check { fstat(file, &found) }
    return FileStatus(found)
  }

  func rename(_ path: String, to name: String) throws(SystemError) {
    try RealFiles.check { Glibc.rename(path, name) }
  }

  func link(_ path: String, to name: String) throws(SystemError) {
    try RealFiles.check { Glibc.link(path, name) }
  }

  func remove(_ path: String) throws(SystemError) { try RealFiles.check { unlink(path) } }

  func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw SystemError(errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    if errno != 0 { throw SystemError(errno) }
    return names
  }

  func realPath(_ path: String) throws(SystemError) -> String {
    guard let real = RealPath.of(path) else { throw SystemError(errno) }
    return real
  }

  func lock(_ file: Int32) throws(SystemError) -> Bool {
    var region = flock(l_type: Int16(F_WRLCK), l_whence: 0, l_start: 0, l_len: 0, l_pid: 0)
    // F_OFD_SETLK, which Swift does not import: the lock is the open file's, not the process's.
    while fcntl(file, 37, &region) != 0 {
      if errno == EAGAIN || errno == EACCES { return false }
      if errno != EINTR { throw SystemError(errno) }
    }
    return true
  }

  func checkWritable(_ path: String) throws(SystemError) {
    try RealFiles.check { access(path, W_OK) }
  }

  func kind(of path: String) throws(SystemError) -> UInt32 {
    var found = statfs()
    try RealFiles.check { statfs(path, &found) }
    return UInt32(truncatingIfNeeded: found.f_type)
  }

  /// Makes a call, again if a signal came between.
  @discardableResult
  fileprivate static func check<Count: BinaryInteger>(
    _ call: () -> Count
  ) throws(SystemError) -> Count {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(errno) }
    }
  }
}

// MARK: - Rights and bytes

extension RealFiles {
  func copyRights(of path: String, _ status: FileStatus, to file: Int32) throws(SystemError) {
    let own = try self.status(of: file)
    if own.group != status.group { try RealFiles.check { fchown(file, .max, status.group) } }
    // Only root can give a file away; that the owner changes is in the nature of shared folders.
    if own.user != status.user { _ = fchown(file, status.user, .max) }
    try RealFiles.check { fchmod(file, status.mode) }
  }

  /// Files over this size are mapped: 1 MiB.
  private static let mappedFrom = 1 << 20

  func contents(of path: String) throws(SystemError) -> FileBytes {
    let file = try open(path, .reading)
    defer { Glibc.close(file) }
    let status = try status(of: file)
    guard status.kind == .file else { throw SystemError(status.kind == .folder ? EISDIR : EINVAL) }
    guard status.size <= StoreFiles.maximumSize else { throw SystemError(EFBIG) }
    if status.size >= RealFiles.mappedFrom, let mapped = RealFiles.mapped(file, status) {
      return mapped
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(status.size)
    while bytes.count < status.size {
      let more = try read(file, at: bytes.count, status.size - bytes.count)
      if more.isEmpty { break }
      bytes += more
    }
    return FileBytes(copying: bytes, status)
  }

  private static func mapped(_ file: Int32, _ status: FileStatus) -> FileBytes? {
    let size = status.size
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), address != MAP_FAILED
    else { return nil }
    let bits = UInt(bitPattern: address)
    return FileBytes(UnsafeRawBufferPointer(start: address, count: size), status) {
      munmap(UnsafeMutableRawPointer(bitPattern: bits), size)
    }
  }
}

extension FileStatus {
  fileprivate init(_ found: stat) {
    let kind = found.st_mode & S_IFMT
    func nanoseconds(_ time: timespec) -> Int64 {
      Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
    self.init(
      kind: kind == S_IFREG ? .file : kind == S_IFDIR ? .folder : .other,
      device: UInt64(found.st_dev),
      inode: UInt64(found.st_ino),
      size: Int(found.st_size),
      links: Int(found.st_nlink),
      mode: found.st_mode & 0o7777,
      owner: (found.st_uid, found.st_gid),
      times: (nanoseconds(found.st_mtim), nanoseconds(found.st_ctim))
    )
  }
}
