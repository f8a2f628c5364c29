import Glibc
import Model
import Text

/// Where answers and messages go, so that tests can listen.
protocol Streams: AnyObject {
  /// Writes answers.
  func write(_ bytes: [UInt8]) throws(StreamFault)
  /// Says something beside the answers.
  func say(_ text: String)
}

/// Why an answer could not be written.
enum StreamFault: Error {
  /// The reader has gone: no reason to go on, nor to complain.
  case closed
  /// The system's reason.
  case failed(Int32)

  /// The fault as a diagnostic; nil if nobody is left to care.
  var diagnostic: Diagnostic? {
    guard case .failed(let code) = self else { return nil }
    let name = Bilingual("standard ut", "standard output")
    return Diagnostic(Messages.cannotWrite, [name, SystemErrors.wording(code)], place: .none)
  }
}

/// Standard output and standard error.
final class StandardStreams: Streams {
  func write(_ bytes: [UInt8]) throws(StreamFault) {
    try Self.write(bytes, to: STDOUT_FILENO)
  }

  func say(_ text: String) {
    // A message that cannot be shown has nowhere else to go.
    try? Self.write(Array(text.utf8), to: STDERR_FILENO)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(StreamFault) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = Glibc.poll(&poll, 1, -1)
        continue
      }
      guard count > 0 else { throw errno == EPIPE ? .closed : .failed(errno) }
      start += count
    }
  }
}
