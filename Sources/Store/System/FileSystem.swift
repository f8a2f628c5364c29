/// Why the system refused a call.
package struct SystemError: Error, Equatable, Sendable {
  /// The `errno`.
  package let code: Int32

  /// Makes an error.
  package init(_ code: Int32) { self.code = code }
}

/// What is known of a file or folder.
package struct FileStatus: Equatable, Sendable {
  /// What stands at a path.
  package enum Kind: Equatable, Sendable { case file, folder, other }

  /// What it is.
  package var kind: Kind
  /// The device and the number on it: the same for two names of one file.
  package var device, inode: UInt64
  /// The length in bytes.
  package var size: Int
  /// The number of names.
  package var links: Int
  /// The rights, twelve bits.
  package var mode: UInt32
  /// Who owns it.
  package var user, group: UInt32
  /// When the bytes and the facts about them were last changed, in nanoseconds: to see that a file
  /// is another one than before, never to see which one is newer.
  package var modified, changed: Int64

  /// Makes a status.
  package init(
    kind: Kind,
    device: UInt64,
    inode: UInt64,
    size: Int,
    links: Int,
    mode: UInt32,
    owner: (user: UInt32, group: UInt32),
    times: (modified: Int64, changed: Int64)
  ) {
    (self.kind, self.device, self.inode, self.size) = (kind, device, inode, size)
    (self.links, self.mode, self.user, self.group) = (links, mode, owner.user, owner.group)
    (modified, changed) = (times.modified, times.changed)
  }

  /// The status of bytes that stand in no file.
  package static let none = FileStatus(
    kind: .other,
    device: 0,
    inode: 0,
    size: 0,
    links: 0,
    mode: 0,
    owner: (0, 0),
    times: (0, 0)
  )

  /// Whether both are names of one file.
  package func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}

/// The bytes of a file at the moment it was opened; they live as long as this.
package final class FileBytes: @unchecked Sendable {
  // Immutable, which is what makes the class Sendable.
  /// The bytes, for those who keep this too; others use `withBytes`.
  package let bytes: UnsafeRawBufferPointer
  /// The file's status when it was read.
  package let status: FileStatus
  private let release: @Sendable () -> Void

  /// Takes over bytes; `release` gives them back.
  package init(
    _ bytes: UnsafeRawBufferPointer,
    _ status: FileStatus = .none,
    release: @escaping @Sendable () -> Void
  ) {
    (self.bytes, self.status, self.release) = (bytes, status, release)
  }

  /// Copies bytes.
  package convenience init(copying bytes: some Collection<UInt8>, _ status: FileStatus = .none) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    let address = UInt(bitPattern: copy.baseAddress)
    self.init(UnsafeRawBufferPointer(copy), status) {
      UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
    }
  }

  deinit { release() }

  /// Lends the bytes.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(self) { body(bytes) }
  }
}

/// How a file is opened; links at the end of the path are never followed when it is made.
package enum OpenWay: Sendable {
  /// For reading.
  case reading
  /// For reading and writing; made, with these rights, if it is not there.
  case updating(mode: UInt32)
  /// For writing; it must not be there.
  case creating(mode: UInt32)
}

/// The calls that the store makes to the system, each of which can fail.
///
/// A simulated disk stands in for the real one in tests. A call does what its name says once: what
/// is tried again, and what never may be, is decided by those who call.
package protocol FileSystem: AnyObject, Sendable {
  /// Opens a file and gives its descriptor.
  func open(_ path: String, _ way: OpenWay) throws(SystemError) -> Int32
  /// Closes a file; on a network drive an earlier write may fail here.
  func close(_ file: Int32) throws(SystemError)
  /// Reads at most so many bytes from an offset; fewer, at the end none.
  func read(_ file: Int32, at offset: Int, _ count: Int) throws(SystemError) -> [UInt8]
  /// Writes bytes at an offset and gives how many, which may be fewer.
  func write(_ bytes: ArraySlice<UInt8>, to file: Int32, at offset: Int) throws(SystemError) -> Int
  /// Cuts a file.
  func truncate(_ file: Int32, to size: Int) throws(SystemError)
  /// Makes sure that a file's bytes and all about it are on the disk.
  func sync(_ file: Int32) throws(SystemError)
  /// Makes sure that a file's bytes are on the disk.
  func syncData(_ file: Int32) throws(SystemError)
  /// Makes sure that the names in a folder are on the disk.
  func syncFolder(_ path: String) throws(SystemError)
  /// Tells what is at a path, links followed.
  func status(_ path: String) throws(SystemError) -> FileStatus
  /// Tells about an open file.
  func status(of file: Int32) throws(SystemError) -> FileStatus
  /// Gives an open file the rights, owner, group and access list of another one.
  func copyRights(of path: String, _ status: FileStatus, to file: Int32) throws(SystemError)
  /// Gives a file another name, in the place of what has it.
  func rename(_ path: String, to name: String) throws(SystemError)
  /// Gives a file a second name.
  func link(_ path: String, to name: String) throws(SystemError)
  /// Takes a name away.
  func remove(_ path: String) throws(SystemError)
  /// The names in a folder.
  func names(in folder: String) throws(SystemError) -> [String]
  /// The path without links, `.` and `..`.
  func realPath(_ path: String) throws(SystemError) -> String
  /// All bytes of a file.
  func contents(of path: String) throws(SystemError) -> FileBytes
  /// Takes the lock of an open file, which lasts until it is closed; false if another has it.
  func lock(_ file: Int32) throws(SystemError) -> Bool
  /// Tells whether the user may write to what is at a path.
  func checkWritable(_ path: String) throws(SystemError)
  /// The kind of file system that a path lies on, as `statfs` numbers them.
  func kind(of path: String) throws(SystemError) -> UInt32
}

/// What time it is.
package protocol Clock: Sendable {
  /// Seconds since the beginning of 1970, UTC.
  func now() -> Int
  /// Waits so many milliseconds.
  func wait(milliseconds: Int)
}

/// All that the store needs from outside.
package struct StoreSystem: Sendable {
  /// The disk.
  package var files: any FileSystem
  /// The clock.
  package var clock: any Clock
  /// 128 random bits, as 32 digits, for names that nobody can guess.
  package var randomName: @Sendable () -> String
  /// The login name of the user.
  package var user: String
  /// The number of the process.
  package var process: Int32

  /// Makes a system of parts.
  package init(
    files: any FileSystem,
    clock: any Clock,
    randomName: @escaping @Sendable () -> String,
    user: String,
    process: Int32
  ) {
    (self.files, self.clock, self.randomName) = (files, clock, randomName)
    (self.user, self.process) = (user, process)
  }
}
