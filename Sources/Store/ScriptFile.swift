import Glibc
import Text

/// Reads script files: strict UTF-8, plain files only, at most 64 MiB.
package enum ScriptFile {
  /// Why a script cannot be read.
  package enum Fault: Error {
    /// The system's reason.
    case system(Int32)
    /// It is a folder, a device or a pipe.
    case notAFile
    /// It is larger than a script can be.
    case tooLarge
    /// It is not UTF-8 at this line and byte.
    case invalidUTF8(line: Int, byte: Int)
  }

  private static let maximumSize = 64 << 20

  /// Gives the text of the script at `path`.
  package static func read(_ path: String) throws(Fault) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    // `folj <(…)` and /dev/stdin are pipes, which are read to their end.
    guard [S_IFREG, S_IFIFO].contains(status.st_mode & S_IFMT) else { throw .notAFile }
    _ = fcntl(descriptor, F_SETFL, 0)
    return try text(try bytes(descriptor))
  }

  /// Gives the text on standard input.
  package static func readStandardInput() throws(Fault) -> String {
    try text(try bytes(STDIN_FILENO))
  }

  private static func bytes(_ descriptor: Int32) throws(Fault) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw errno == EISDIR ? .notAFile : .system(errno) }
      if count == 0 { return all }
      all.append(contentsOf: buffer[..<count])
      guard all.count <= maximumSize else { throw .tooLarge }
    }
  }

  /// Checks that bytes are UTF-8 and gives them as text; the fault names the first bad byte.
  package static func text(_ bytes: [UInt8]) throws(Fault) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let repaired = String(decoding: bytes, as: UTF8.self).utf8
    let good = zip(bytes, repaired).prefix { $0 == $1 }.count
    let line = bytes[..<good].count { $0 == 0x0A } + 1
    let start = bytes[..<good].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    throw .invalidUTF8(line: line, byte: good - start + 1)
  }
}
