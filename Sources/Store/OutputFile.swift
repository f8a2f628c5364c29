import Glibc
import Model
package import Text

/// A file that an answer is written to: whole or not at all.
package struct OutputFile {
  /// What may become of a file that exists.
  package enum Mode: Sendable { case create, replace }

  /// Why the file cannot be written.
  package enum Fault: Error {
    /// The system's reason.
    case system(Int32)
    /// It exists, and may not be replaced.
    case exists
    /// It lies where a script may not write.
    case notAllowed

    /// The fault as a diagnostic.
    package func diagnostic(_ path: String, place: Diagnostic.Place) -> Diagnostic {
      let name = Bilingual(same: path)
      switch self {
      case .system(let code):
        return Diagnostic(Messages.cannotWrite, [name, SystemErrors.writing(code)], place: place)
      case .exists: return Diagnostic(Messages.outputExists, [name], place: place)
      case .notAllowed: return Diagnostic(Messages.outputNotAllowed, [name], place: place)
      }
    }
  }

  private let path: String
  private let isRestricted: Bool

  /// Names a file.
  ///
  /// Where folders are given, it must lie beneath one of them.
  package init(_ path: String, within folders: [String]? = nil) throws(Fault) {
    guard let folders else {
      (self.path, isRestricted) = (path, false)
      return
    }
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { String(path[...$0]) } ?? "."
    let name = slash.map { String(path[$0...].dropFirst()) } ?? path
    guard let real = RealPath.of(parent) else { throw .system(errno) }
    let isInside = folders.contains { folder in
      guard let allowed = RealPath.of(folder) else { return false }
      return real == allowed || real.hasPrefix(allowed == "/" ? "/" : allowed + "/")
    }
    guard isInside else { throw .notAllowed }
    // The folder that was looked at is the one that is written to.
    (self.path, isRestricted) = (real == "/" ? "/" + name : real + "/" + name, true)
  }

  /// Tells whether the file may be written at all; a script takes no device for a file.
  package func check(_ mode: Mode) throws(Fault) {
    if isDevice {
      if isRestricted { throw .exists }
    } else if mode == .create, access(path, F_OK) == 0 {
      throw .exists
    }
  }

  /// Whether the path is something that a file must not take the place of: a device, a pipe.
  private var isDevice: Bool {
    var status = stat()
    return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Writes the bytes to a new file in the same folder, and gives it the name when it is whole.
  package func write(_ bytes: [UInt8], mode: Mode) throws(Fault) {
    try check(mode)
    if isDevice { return try writeThrough(bytes) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let temporary = "\(folder).folj-\(UInt64.random(in: 0 ... .max)).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(errno) }
    var isDone = false
    defer { if !isDone { unlink(temporary) } }
    try OutputFile.save(bytes, to: descriptor)
    keepMode(of: path, on: temporary)
    if mode == .create {
      // link refuses where rename would overwrite what another program just made.
      guard link(temporary, path) == 0 else { throw errno == EEXIST ? .exists : .system(errno) }
      return
    }
    guard rename(temporary, path) == 0 else { throw .system(errno) }
    isDone = true
  }

  private func keepMode(of old: String, on new: String) {
    var status = stat()
    if stat(old, &status) == 0 {
      chmod(new, status.st_mode & 0o777)
    } else {
      let mask = umask(0)
      umask(mask)
      chmod(new, 0o666 & ~mask)
    }
  }

  /// Writes to what is no file; a pipe that none reads is not waited for.
  private func writeThrough(_ bytes: [UInt8]) throws(Fault) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno) }
    _ = fcntl(descriptor, F_SETFL, 0)
    let (_, failure) = OutputFile.write(bytes, to: descriptor)
    close(descriptor)
    if failure != 0 { throw .system(failure) }
  }

  /// Writes the bytes and makes sure that they are on the disk.
  private static func save(_ bytes: [UInt8], to descriptor: Int32) throws(Fault) {
    var (_, failure) = write(bytes, to: descriptor)
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw .system(failure) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> (count: Int, failure: Int32)
  {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if count > 0 {
        start += count
      } else if count == 0 || errno != EINTR {
        return (start, count == 0 ? EIO : errno)
      }
    }
    return (start, 0)
  }
}
