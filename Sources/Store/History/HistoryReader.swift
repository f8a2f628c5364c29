import Glibc
import Model

/// Reads histories from the disk.
enum HistoryReader {
  /// Reads the whole history at a path; nil if there is none.
  static func read(_ path: String, _ files: any FileSystem) throws(SystemError) -> History? {
    guard let bytes = try bytes(path, files) else { return nil }
    return bytes.withBytes { History($0) }
  }

  private static func bytes(
    _ path: String,
    _ files: any FileSystem
  ) throws(SystemError) -> FileBytes? {
    do throws(SystemError) {
      return try files.contents(of: path)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  /// Reads as much of the end of a history as is needed to know what the files lack: to the line
  /// before the last one that tells of files.
  ///
  /// Nil if there is no history.
  static func readEnd(_ path: String, _ files: any FileSystem) throws(SystemError) -> History? {
    try bytes(path, files).map { $0.withBytes(end) }
  }

  private static func end(_ bytes: UnsafeRawBufferPointer) -> History {
    var length = 1 << 16
    while true {
      let start = max(0, bytes.count - length)
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      guard start > 0 else { return History(rest) }
      // The first line is cut, unless by chance it is not.
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let whole = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
        let history = History(whole, isWhole: false)
        if history.damage != nil || history.entries.count(where: { !$0.files.isEmpty }) >= 2 {
          return history
        }
      }
      length *= 4
    }
  }
}
