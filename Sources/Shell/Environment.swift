import Glibc
import Text

/// What the process is told by its environment and its clock.
nonisolated enum Environment {
  /// Gives an environment variable; an empty one counts as unset.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Finds the language among arguments that have not been parsed yet.
  static func language(_ arguments: [String]) -> Language {
    var given: String?
    for (k, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", k + 1 < arguments.count { given = arguments[k + 1] }
      if argument.hasPrefix("--lang=") { given = String(argument.dropFirst(7)) }
    }
    return language(given)
  }

  /// Decides the language: `--lang`, else the locale, else Swedish.
  static func language(_ given: String?) -> Language {
    if let given { return Language(rawValue: given) ?? .swedish }
    let locale = variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? ""
    return locale.hasPrefix("en") ? .english : .swedish
  }

  /// Today's date here.
  static func today() -> Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
      ?? Day(number: 0)
  }

  /// Decides about colour on a stream (`design/shell.md`, section 1).
  static func usesColour(_ choice: ColourChoice, on descriptor: Int32) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      if variable("NO_COLOR") != nil {
        false
      } else if variable("FORCE_COLOR") != nil {
        true
      } else {
        isatty(descriptor) == 1 && variable("TERM") != nil && variable("TERM") != "dumb"
      }
    }
  }

  /// The cells of a line of the terminal that answers go to; nil if it is none.
  static func terminalWidth() -> Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }

  /// The store that is opened when none is named, and whether it is the example.
  static func defaultStore() -> (path: String, isExample: Bool)? {
    if let path = variable("FOLJ_STORE") { return (path, false) }
    if access("uppföljning.json", F_OK) == 0 { return ("uppföljning.json", false) }
    return exampleStore().map { ($0, true) }
  }

  /// The example that is shipped.
  private static func exampleStore() -> String? {
    shipped(["/share/folj/alingsås.json", "/examples/alingsås.json"])
  }

  /// The report of that name that is shipped, if the name is a plain word.
  static func report(_ name: String) -> String? {
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "-" }) else { return nil }
    return shipped(["/share/folj/rapporter/\(name).folj", "/scripts/rapporter/\(name).folj"])
  }

  /// The folder of the reports that are shipped.
  static func reportFolder() -> String? {
    shipped(["/share/folj/rapporter", "/scripts/rapporter"])
  }

  /// Finds a file beside the installed program, or in the folders above it.
  private static func shipped(_ places: [String]) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    var path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    while let slash = path.lastIndex(of: "/") {
      path = String(path[..<slash])
      for place in places where access(path + place, R_OK) == 0 { return path + place }
    }
    return nil
  }
}
