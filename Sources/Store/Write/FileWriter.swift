import Glibc

/// Writes files so that they are whole after a power cut, or not there.
struct FileWriter {
  let files: any FileSystem

  /// Writes all bytes at an offset; short writes go on where they ended.
  func write(_ bytes: [UInt8], to file: Int32, at offset: Int) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let count = try files.write(bytes[start...], to: file, at: offset + start)
      guard count > 0 else { throw SystemError(EIO) }
      start += count
    }
  }

  /// Makes a new file with the rights of another one, and makes sure that it is on the disk.
  func make(
    _ path: String,
    _ bytes: [UInt8],
    like old: (path: String, status: FileStatus)
  ) throws(SystemError) {
    let file = try files.open(path, .creating(mode: 0o600))
    do throws(SystemError) {
      try files.copyRights(of: old.path, old.status, to: file)
      try write(bytes, to: file, at: 0)
      try files.sync(file)
    } catch {
      try? files.close(file)
      try? files.remove(path)
      throw error
    }
    do throws(SystemError) {
      try files.close(file)
    } catch {
      try? files.remove(path)
      throw error
    }
  }

  /// Makes sure that names are on the disk; some network drives cannot promise that.
  ///
  /// - Returns: Whether it is promised.
  @discardableResult
  func syncFolder(_ folder: String) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try files.syncFolder(folder)
      return true
    } catch {
      guard [EINVAL, ENOTSUP, ENOSYS].contains(error.code) else { throw error }
      return false
    }
  }
}
