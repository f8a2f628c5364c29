internal import Glibc

/// The texts that have been run, for recall: this session's and, before them, earlier ones.
///
/// A failure of the disk never disturbs the session: the history is then kept in memory only, and
/// `isAvailable` says so.
package final class LineHistory {
  /// How many texts are kept in memory.
  package static let limit = 1000

  /// The texts, the oldest first; this session's are the last ones.
  package private(set) var entries: [String] = []
  /// Whether texts are being kept on disk.
  package private(set) var isAvailable: Bool

  private let file: HistoryFile?
  private let now: () -> Int

  /// Reads the history at `path`; without a path nothing is kept after the session.
  ///
  /// - Parameters:
  ///   - path: The file, whose folder is made when the first text is kept.
  ///   - now: The clock, in seconds since 1970.
  package init(path: String?, now: @escaping () -> Int = { time(nil) }) {
    self.now = now
    file = path.map(HistoryFile.init(path:))
    let contents = file?.read()
    isAvailable = contents != nil
    for record in contents?.records ?? [] where Self.isKept(record.text) { add(record.text) }
    if let file, contents?.isLong == true { isAvailable = file.prune(keeping: Self.limit) }
  }

  /// Where the history is by the XDG rules, or nil if the environment names no place.
  ///
  /// - Parameter variable: Looks up a variable of the environment.
  /// - Returns: The path of the file.
  package static func standardPath(_ variable: (String) -> String?) -> String? {
    // A relative path is to be ignored, says the XDG specification.
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/folj/history"
    }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/folj/history"
  }

  /// Keeps `text`, unless it is private: begins with a blank or holds an identity number.
  ///
  /// Blanks at its end, left by a completion or a paste, are not kept.
  package func remember(_ text: String) {
    let text = String(text.prefix(text.count - text.reversed().prefix(while: \.isWhitespace).count))
    guard Self.isKept(text), entries.last != text else { return }
    add(text)
    guard let file else { return }
    isAvailable = file.append(HistoryRecord(time: now(), text: text))
  }

  /// The texts of every session, as they stand in the file now; this session's if there is none.
  package var everyones: [String] {
    guard let records = file?.read()?.records, !records.isEmpty else { return entries }
    var texts: [String] = []
    for record in records where Self.isKept(record.text) && texts.last != record.text {
      texts.append(record.text)
    }
    return texts
  }

  private func add(_ text: String) {
    guard entries.last != text else { return }
    entries.append(text)
    if entries.count > Self.limit { entries.removeFirst() }
  }

  private static func isKept(_ text: String) -> Bool {
    guard let first = text.first, !first.isWhitespace else { return false }
    return !IdentityNumber.occurs(in: text)
  }
}
