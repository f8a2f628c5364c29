import Glibc

/// Paths with every link followed, to tell what lies beneath what.
package enum RealPath {
  /// Gives the path without links, `.` and `..`; nil, with `errno`, if there is nothing there.
  static func of(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Tells whether what is at `path` lies beneath `folder`; also true of what is not there.
  package static func lies(_ path: String, beneath folder: String) -> Bool {
    guard let path = of(path) else { return true }
    guard let folder = of(folder) else { return false }
    return path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}
