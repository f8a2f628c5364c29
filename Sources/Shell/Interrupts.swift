import Glibc

/// Ctrl-C while a question runs: noted by the signal handler, looked at between the stages.
nonisolated enum Interrupts {
  // A signal handler may only touch memory that is there already.
  nonisolated(unsafe) private static let flag: UnsafeMutablePointer<sig_atomic_t> = {
    let pointer = UnsafeMutablePointer<sig_atomic_t>.allocate(capacity: 1)
    pointer.initialize(to: 0)
    return pointer
  }()

  /// From now on Ctrl-C stops the question and not the program.
  static func catchInterrupts() {
    clear()
    signal(SIGINT) { _ in Interrupts.flag.pointee = 1 }
  }

  /// Whether Ctrl-C was pressed since the last `clear`.
  static var wasInterrupted: Bool { flag.pointee != 0 }

  /// Forgets a Ctrl-C.
  static func clear() { flag.pointee = 0 }
}
