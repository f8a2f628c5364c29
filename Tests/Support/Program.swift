import Glibc

/// The program that the terminal tests drive: the one place that says which.
public enum Program {
  /// The executable: `$FOLJ_BINARY`, or the one that was built beside the tests.
  public static var path: String {
    if let path = getenv("FOLJ_BINARY") { return String(cString: path) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(decoding: buffer.prefix(max(count, 0)).map(UInt8.init), as: UTF8.self)
    return tests.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/folj"
  }

  /// What the program shows when it waits for a line.
  public static let prompt = "följ>"
}

/// A new folder under /tmp, removed with everything in it when the last reference goes.
public final class TemporaryFolder {
  public let path: String

  public init() {
    var template = Array("/tmp/folj-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? ""
    precondition(!path.isEmpty, "no temporary folder")
  }

  deinit {
    Self.removeAll(path)
  }

  /// Removes a file, or a folder and what is in it; a symbolic link is not followed.
  private static func removeAll(_ path: String) {
    guard remove(path) != 0, let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { removeAll(path + "/" + name) }
    }
    closedir(folder)
    remove(path)
  }
}
