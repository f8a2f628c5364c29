internal import Glibc

/// The write end of the pipe, for the signal handler; -1 when there is no pipe.
///
/// Unsafe only in name: it is set on the main thread before a handler that reads it is installed.
nonisolated(unsafe) private var signalPipe: Int32 = -1

/// Handles a signal.
///
/// It may run between any two instructions, on any thread: it only writes a byte.
nonisolated private func noteSignal(_ number: Int32) {
  let saved = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(signalPipe, &byte, 1)
  errno = saved
}

/// Turns signals into bytes on a pipe while a line is being read.
///
/// So they can be waited for together with the keyboard. Between lines the program's own handlers
/// are in force.
final class TerminalSignals {
  /// Readable when a signal has come.
  let descriptor: Int32

  private let numbers: [Int32]
  private var saved: [(number: Int32, action: sigaction)] = []

  /// Prepares to catch `numbers`; nil if the system gives no pipe.
  init?(_ numbers: [Int32]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    self.numbers = numbers
    descriptor = ends[0]
    signalPipe = ends[1]
  }

  isolated deinit {
    restore()
    close(descriptor)
    close(signalPipe)
    signalPipe = -1
  }

  /// Catches the signals from now on.
  func install() {
    guard saved.isEmpty else { return }
    for number in numbers {
      var old = sigaction()
      sigaction(number, nil, &old)
      // Who started the program under `nohup` wants it to survive the terminal. Ctrl-C is ours.
      if number != SIGINT, Self.isIgnored(old) { continue }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = noteSignal
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
      saved.append((number, old))
    }
  }

  /// Puts back the handlers that were there, and passes on to them what has come too late for us.
  func restore() {
    for (number, action) in saved {
      var action = action
      sigaction(number, &action, nil)
    }
    saved = []
    while let number = next() {
      if number != SIGWINCH, number != SIGCONT { raise(number) }
    }
  }

  /// Returns a signal that has come, the oldest first.
  func next() -> Int32? {
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == 1 ? Int32(byte) : nil
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
