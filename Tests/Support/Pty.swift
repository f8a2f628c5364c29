public import Glibc

/// A program on a pseudo-terminal, with the screen that it draws.
///
/// Nothing here sleeps: every wait is for something to be seen, with a deadline.
public final class Pty {
  /// Why there is no terminal.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// What the program has drawn.
  public private(set) var screen: Screen
  /// Everything that the program has written.
  public private(set) var output: [UInt8] = []
  /// The process that was started; it leads its session.
  public private(set) var process: pid_t = 0

  private let master: Int32
  // Held open, so that the terminal keeps its state when the program closes it.
  private let slave: Int32
  private var status: Int32?

  /// Starts `path` as the leader of a session that has the terminal as its own.
  public init(
    _ path: String,
    _ arguments: [String] = [],
    environment: [String],
    rows: Int = 24,
    columns: Int = 80
  ) throws {
    screen = Screen(rows: rows, columns: columns)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlock: Int32 = 0
    var number: UInt32 = 0
    // TIOCSPTLCK and TIOCGPTN; unlockpt and ptsname are hidden in Swift's Glibc module.
    guard master >= 0, ioctl(master, 0x4004_5431, &unlock) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { throw Failure(description: "no pseudo-terminal: \(errno)") }
    let name = "/dev/pts/\(number)"
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    setSize(rows: rows, columns: columns)
    try spawn(path, arguments, environment, on: name)
  }

  deinit {
    if status == nil {
      kill(-process, SIGKILL)
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    close(slave)
    close(master)
  }

  private func spawn(
    _ path: String,
    _ arguments: [String],
    _ environment: [String],
    on terminal: String
  ) throws {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    // Opened by the new session's leader, it becomes the controlling terminal: 0x03 is a SIGINT.
    posix_spawn_file_actions_addopen(&files, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&files, 0, 1)
    posix_spawn_file_actions_adddup2(&files, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The tests' worker threads block signals; a program that inherits that never sees Ctrl-C.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession = 0x80
    let flags = newSession | Int(POSIX_SPAWN_SETSIGMASK) | Int(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    let error = posix_spawn(&process, path, &files, &attributes, argv, envp)
    guard error == 0 else { throw Failure(description: "cannot start \(path): \(error)") }
  }
}

// MARK: - The user's side

extension Pty {
  /// Types `text`; `"\u{3}"` is Ctrl-C.
  public func send(_ text: String) {
    send(bytes: Array(text.utf8))
  }

  /// Types bytes, and reads what the program draws meanwhile so that neither waits for the other.
  public func send(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      var ready = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&ready, 1, 5000) > 0 else { return }
      if Int32(ready.revents) & POLLIN != 0 { pump(0) }
      guard Int32(ready.revents) & POLLOUT != 0 else { continue }
      let count = rest.prefix(512).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Changes the size of the window; the kernel tells the program.
  public func resize(rows: Int, columns: Int) {
    screen.resize(rows: rows, columns: columns)
    setSize(rows: rows, columns: columns)
  }

  private func setSize(rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows),
      ws_col: UInt16(columns),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// The modes of the terminal.
  public var modes: termios {
    var modes = termios()
    tcgetattr(master, &modes)
    return modes
  }
}

// MARK: - Waiting

extension Pty {
  /// Waits until `condition` holds; says whether it came to.
  public func wait(seconds: Double = 20, until condition: () -> Bool) -> Bool {
    let end = Self.now + seconds
    while true {
      if condition() { return true }
      guard Self.now < end else {
        return false
      }
      pump(20)
    }
  }

  /// Waits until `text` is on the screen.
  public func wait(for text: String, seconds: Double = 20) -> Bool {
    wait(seconds: seconds) { self.screen.text.contains(text) }
  }

  /// Waits for the program to end and returns its exit code, or 128 and the signal; nil if it goes
  /// on.
  public func exitCode(seconds: Double = 20) -> Int32? {
    let hasEnded = wait(seconds: seconds) {
      var status: Int32 = 0
      if self.status == nil, waitpid(self.process, &status, WNOHANG) == self.process {
        self.status = status
      }
      return self.status != nil
    }
    guard hasEnded, let status else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Takes what the program has written, waiting for it at most so long.
  private func pump(_ milliseconds: Int32) {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var buffer = [UInt8](repeating: 0, count: 4096)
    var patience = milliseconds
    while poll(&ready, 1, patience) > 0 {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return }
      output += buffer[..<count]
      screen.feed(buffer[..<count])
      patience = 0
    }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
