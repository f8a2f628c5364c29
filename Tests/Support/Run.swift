import Glibc

/// One run of a program without a terminal: what it was given, and what came of it.
public struct Run: Sendable {
  /// What the program reads as its standard input.
  public enum Input: Sendable {
    /// Nothing: `/dev/null`.
    case nothing
    /// A text, through a stream.
    case text(String)
    /// Bytes, through a stream.
    case bytes([UInt8])
  }

  /// Where the program's standard output goes.
  public enum Sink: Sendable {
    /// To the test.
    case collected
    /// To a stream that nobody reads from: the other end is closed before the program writes.
    case closed
    /// To a file that exists.
    case file(String)
  }

  /// The exit code, or 128 and the signal; -1 if the deadline passed.
  public let code: Int32
  /// What it wrote to standard output.
  public let outputBytes: [UInt8]
  /// What it wrote to standard error.
  public let errorBytes: [UInt8]

  /// The answers, as text.
  public var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// The messages, as text.
  public var error: String { String(decoding: errorBytes, as: UTF8.self) }
  /// The lines of the answers.
  public var lines: [String] {
    // A carriage return and a line feed are one character.
    output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropLast()
      .map(String.init)
  }

  /// Why a program could not be run.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Runs `path` to its end, at most so many seconds.
  public init(
    _ path: String,
    _ arguments: [String],
    environment: [String: String] = [:],
    input: Input = .nothing,
    sink: Sink = .collected,
    seconds: Double = 60
  ) throws {
    let input = try Channel.input(input)
    let output = try Channel.output(sink)
    let error = try Channel.output(.collected)
    let process = try Run.spawn(
      [path] + arguments,
      environment.map { "\($0)=\($1)" },
      [input.theirs, output.theirs, error.theirs]
    )
    for channel in [input, output, error] { close(channel.theirs) }
    var exchange = Exchange(input, output, error)
    exchange.run(until: Run.now + seconds)
    (outputBytes, errorBytes) = (exchange.collected[1], exchange.collected[2])
    code = Run.wait(for: process, until: Run.now + (exchange.isDone ? 10 : 0))
  }

  private static func spawn(
    _ arguments: [String],
    _ environment: [String],
    _ descriptors: [Int32]
  ) throws -> pid_t {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&files, descriptor, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The tests' worker threads block signals, and what starts the tests may ignore some.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = Int(POSIX_SPAWN_SETSIGMASK) | Int(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, arguments[0], &files, &attributes, argv, envp)
    guard error == 0 else { throw Failure(description: "cannot start \(arguments[0]): \(error)") }
    return process
  }

  /// Gives the exit code, and kills a process that does not end in time.
  private static func wait(for process: pid_t, until end: Double) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard now < end else {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        return -1
      }
      usleep(2000)
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  fileprivate static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A stream between the test and the program.
private struct Channel {
  /// The program's end.
  var theirs: Int32
  /// The test's end; -1 if there is none.
  var ours: Int32 = -1
  /// What is to be written.
  var bytes: [UInt8] = []

  static func input(_ input: Run.Input) throws -> Channel {
    switch input {
    case .nothing: return Channel(theirs: open("/dev/null", O_RDONLY | O_CLOEXEC))
    case .text(let text): return try Channel.input(.bytes(Array(text.utf8)))
    case .bytes(let bytes):
      let (reading, writing) = try pair()
      return Channel(theirs: reading, ours: writing, bytes: bytes)
    }
  }

  static func output(_ sink: Run.Sink) throws -> Channel {
    if case .file(let path) = sink { return Channel(theirs: open(path, O_WRONLY | O_CLOEXEC)) }
    let (reading, writing) = try pair()
    if case .closed = sink {
      close(reading)
      return Channel(theirs: writing)
    }
    return Channel(theirs: writing, ours: reading)
  }

  /// A connected pair, closed in every other program from the start: tests run side by side, and
  /// one that held the end of another's stream would keep it open.
  private static func pair() throws -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw Run.Failure(description: "no pair of sockets: \(errno)")
    }
    return (ends[0], ends[1])
  }
}

/// Writes and reads all streams of a run together, so that none waits for another.
private struct Exchange {
  private var channels: [Channel]
  var collected: [[UInt8]] = [[], [], []]

  init(_ channels: Channel...) {
    self.channels = channels
    for channel in channels where channel.ours >= 0 {
      _ = fcntl(channel.ours, F_SETFL, O_NONBLOCK)
    }
  }

  /// Whether the program has closed everything that the test reads.
  var isDone: Bool { channels[1].ours < 0 && channels[2].ours < 0 }

  mutating func run(until end: Double) {
    while !isDone, Run.now < end {
      var ready = channels.enumerated().map { number, channel in
        pollfd(fd: channel.ours, events: Int16(number == 0 ? POLLOUT : POLLIN), revents: 0)
      }
      guard poll(&ready, 3, 200) > 0 else { continue }
      if ready[0].revents != 0 { write() }
      for number in 1...2 where ready[number].revents != 0 { read(number) }
    }
    for number in 0..<3 { close(number) }
  }

  private mutating func write() {
    let bytes = channels[0].bytes
    // A program that ends without reading all closes its end: no signal may come of it.
    let count = bytes.withUnsafeBytes {
      send(channels[0].ours, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    if count > 0 { channels[0].bytes.removeFirst(count) }
    if channels[0].bytes.isEmpty || count < 0 && errno != EAGAIN { close(0) }
  }

  private mutating func read(_ number: Int) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(channels[number].ours, &buffer, buffer.count)
    if count > 0 {
      collected[number] += buffer[..<count]
    } else if count == 0 || errno != EAGAIN {
      close(number)
    }
  }

  private mutating func close(_ number: Int) {
    guard channels[number].ours >= 0 else { return }
    Glibc.close(channels[number].ours)
    channels[number].ours = -1
  }
}
