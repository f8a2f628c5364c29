import Glibc
import Model
import Query
import Store
import Text

extension Session {
  /// The most scripts that may run each other.
  private static let maximumDepth = 50

  /// Runs a saved question, a script file or a report that is shipped, whichever has the name.
  func run(_ name: Name, _ arguments: [String], _ source: Source, _ origin: Origin) -> Outcome {
    guard depth < Session.maximumDepth else {
      report([Diagnostic(Messages.runTooDeep, at: name.span)], source)
      return .failed
    }
    if let saved = SavedQuestions(workspace.snapshot).named(name.text) {
      return run(saved.text, "frågan »\(saved.name)«", arguments, folder: nil)
    }
    if let report = Environment.report(name.text) {
      return run(file: report, name, arguments, source)
    }
    var path = name.text
    if case .script(let folder) = origin {
      // A script reads only what lies beneath its own folder.
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard let folder, !path.hasPrefix("/"), !parts.contains(".."),
        RealPath.lies(folder + "/" + path, beneath: folder + "/")
      else {
        let facts = [Bilingual(same: name.text)]
        report([Diagnostic(Messages.runOutside, facts, at: name.span)], source)
        return .failed
      }
      path = folder + "/" + path
    }
    return run(file: path, name, arguments, source)
  }

  private func run(
    file path: String,
    _ name: Name,
    _ arguments: [String],
    _ source: Source
  ) -> Outcome {
    do throws(ScriptFile.Fault) {
      return run(try ScriptFile.read(path), path, arguments, folder: Session.folder(of: path))
    } catch {
      report([error.diagnostic(name.text, at: name.span)], source)
      return .failed
    }
  }

  /// The folder that a file lies in.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Runs a script's text with its own `$1`, `$2` …; what it names stays its own.
  func run(
    _ text: String,
    _ path: String,
    _ arguments: [String],
    folder: String?
  ) -> Outcome {
    let outer = definitions
    definitions.define(arguments: arguments)
    depth += 1
    defer {
      definitions = outer
      depth -= 1
    }
    let outcome = run(Source(name: path, text: text), from: .script(folder: folder))
    return outcome == .quit ? .done : outcome
  }
}

extension Session {
  /// Shows the numbered examples, or says one of them and runs it.
  func example(_ number: Name?, _ source: Source, _ origin: Origin) -> Outcome {
    guard let number else { return write(Topics(workspace, layout).examples()) }
    let examples = StatementRule.examples
    guard let place = Int(number.text), examples.indices.contains(place - 1) else {
      let facts = [Bilingual(same: number.text), Bilingual(same: String(examples.count))]
      report([Diagnostic(Messages.unknownExample, facts, at: number.span)], source)
      return .failed
    }
    let text = examples[place - 1][settings.language]
    if !settings.isQuiet { streams.say(text + "\n") }
    return run(Source(name: source.name, text: text), from: origin)
  }
}

extension ScriptFile.Fault {
  /// The fault as a diagnostic about the name of the file.
  func diagnostic(_ name: String, at span: Span?) -> Diagnostic {
    let file = Bilingual(same: name)
    let place = span.map { Diagnostic.Place.source($0) } ?? .none
    switch self {
    case .system(let code):
      return Diagnostic(Messages.cannotRunFile, [file, SystemErrors.wording(code)], place: place)
    case .notAFile:
      return Diagnostic(
        Messages.cannotRunFile,
        [file, Bilingual("det är ingen fil", "it is no file")],
        place: place
      )
    case .tooLarge:
      return Diagnostic(
        Messages.cannotRunFile,
        [file, Bilingual("den är för stor", "it is too large")],
        place: place
      )
    case .invalidUTF8(let line, let byte):
      let facts = [file, Bilingual(same: String(line)), Bilingual(same: String(byte))]
      return Diagnostic(
        Messages.invalidUTF8,
        facts,
        place: .file(path: name, line: line, column: byte)
      )
    }
  }
}
