import Glibc
import Text

/// Who holds a store's lock.
package struct LockHolder: Equatable, Sendable {
  /// The login name.
  package let who: String
  /// The number of the process.
  package let process: Int
  /// Since when, in UTC.
  package let since: String

  /// The holder on one line, for the lock's file.
  var line: String { "\(process) \(since) \(who)\n" }

  init(who: String, process: Int, since: String) {
    (self.who, self.process, self.since) = (who, process, since)
  }

  /// Reads what a holder has written of itself; nil if it has not yet.
  init?(_ bytes: [UInt8]) {
    let parts = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" }
      .split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let process = Int(parts[0]) else { return nil }
    self.init(who: String(parts[2]), process: process, since: String(parts[1]))
  }
}

/// The lock of a store's writers: on a file of its own, which is never renamed or removed.
///
/// It is the open file's and ends with the process, however that ends; so it is never broken.
struct StoreLock {
  /// Why a lock was not given.
  enum Fault: Error {
    /// Another holds it, and did not let go in time.
    case held(LockHolder?)
    /// Two can hold it at once here, as on some network drives.
    case unreliable
    /// The system's reason.
    case system(SystemError)
  }

  private let file: Int32
  private let path: String
  private let files: any FileSystem

  /// How long is waited for a lock, in milliseconds.
  static let patience = 5000
  private static let step = 25

  /// Takes the lock; `waiting` is called once if another has held it for half a second.
  init(
    _ place: StorePlace,
    like store: (path: String, status: FileStatus),
    _ system: StoreSystem,
    waiting: (LockHolder?) -> Void
  ) throws(Fault) {
    (path, files) = (place.lock, system.files)
    var waited = 0
    while true {
      let file = try StoreLock.open(place.lock, like: store, files)
      // If somebody has removed the file meanwhile, the lock is on one that nobody finds.
      if try StoreLock.take(file, files), StoreLock.isAt(place.lock, file, files) {
        self.file = file
        break
      }
      let holder = LockHolder((try? files.read(file, at: 0, 400)) ?? [])
      try? files.close(file)
      guard waited < StoreLock.patience else { throw .held(holder) }
      if waited == 500 { waiting(holder) }
      system.clock.wait(milliseconds: StoreLock.step)
      waited += StoreLock.step
    }
    do throws(Fault) {
      try test()
    } catch {
      release()
      throw error
    }
    note(LockHolder(who: system.user, process: Int(system.process), since: system.time))
  }

  private static func open(
    _ path: String,
    like store: (path: String, status: FileStatus),
    _ files: any FileSystem
  ) throws(Fault) -> Int32 {
    do throws(SystemError) {
      let file = try files.open(path, .updating(mode: 0o600))
      // Whoever may write to the store may lock it.
      if let own = try? files.status(of: file), own.mode != store.status.mode {
        try? files.copyRights(of: store.path, store.status, to: file)
      }
      return file
    } catch {
      throw .system(error)
    }
  }

  private static func take(_ file: Int32, _ files: any FileSystem) throws(Fault) -> Bool {
    do throws(SystemError) {
      return try files.lock(file)
    } catch {
      try? files.close(file)
      throw .system(error)
    }
  }

  private static func isAt(_ path: String, _ file: Int32, _ files: any FileSystem) -> Bool {
    guard let named = try? files.status(path), let own = try? files.status(of: file) else {
      return false
    }
    return named.isSameFile(as: own)
  }

  /// Whether the lock's file is still where others look for it.
  var isInPlace: Bool { StoreLock.isAt(path, file, files) }

  /// Checks that a second lock is refused, as it is not on every network drive.
  private func test() throws(Fault) {
    do throws(SystemError) {
      let second = try files.open(path, .updating(mode: 0o600))
      let isGiven = try? files.lock(second)
      try? files.close(second)
      if isGiven != false { throw SystemError(ENOLCK) }
    } catch {
      throw error.code == ENOLCK ? .unreliable : .system(error)
    }
  }

  /// Tells others who holds the lock; that they can read it matters less than the lock.
  private func note(_ holder: LockHolder) {
    try? files.truncate(file, to: 0)
    _ = try? files.write(Array(holder.line.utf8)[...], to: file, at: 0)
  }

  /// Lets go.
  func release() { try? files.close(file) }
}

extension StoreSystem {
  /// The time, as the history writes it.
  var time: String { UTCTime.text(clock.now()) }
}
