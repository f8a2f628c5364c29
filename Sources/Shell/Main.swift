import ArgumentParser
import Exchange
import Glibc
import Model
import Query
import Store
import Text

/// The program: reads the command line, opens the store, and lets the session run.
@main
struct Main {
  /// The version of the program.
  nonisolated static let version = "0.1.0"

  static func main() {
    // A full disk is told by write, not by a signal that kills.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    var program = Main(Array(CommandLine.arguments.dropFirst()))
    exit(program.run())
  }

  private let arguments: [String]
  private let streams = StandardStreams()
  private var language = Options.language

  init(_ arguments: [String]) { self.arguments = arguments }

  private mutating func run() -> Int32 {
    do {
      let options = try Options.parse(arguments)
      // What looks like --lang may have been an argument of the script.
      language = Environment.language(options.lang)
      if options.version { return answer("folj \(Main.version)\n") }
      return try run(options)
    } catch let fault as UsageFault {
      return refuse(fault.text)
    } catch {
      let message = HelpText(language).localised(Options.fullMessage(for: error))
      if Options.exitCode(for: error).isSuccess { return answer(message + "\n") }
      return refuse(Visible.lines(message))
    }
  }

  private func answer(_ text: String) -> Int32 {
    do throws(StreamFault) {
      try streams.write(Array(text.utf8))
      return 0
    } catch {
      guard let diagnostic = error.diagnostic else { return 0 }
      streams.say(DiagnosticPrinter(language: language).text(diagnostic, in: nil))
      return 4
    }
  }

  private func refuse(_ text: String) -> Int32 {
    streams.say(text + "\n")
    return 2
  }

  // MARK: Running

  private func run(_ options: Options) throws -> Int32 {
    let settings = try settings(options)
    let today = try today(options)
    let definitions = try definitions(options)
    guard let (path, isExample) = store(options) else {
      throw UsageFault(
        Bilingual(
          "Ingen butik: ange en med --store, eller lägg uppföljning.json i mappen.",
          "No store: name one with --store, or put uppföljning.json in the folder."
        )[language]
      )
    }
    let snapshot: Snapshot
    do throws(StoreFault) {
      snapshot = try StoreFiles.read(path)
    } catch {
      let printer = DiagnosticPrinter(language: language, usesColour: settings.coloursMessages)
      streams.say(printer.text(error.diagnostic, in: nil))
      return 4
    }
    let session = Session(snapshot, today: today, settings, streams, definitions)
    let isShell = options.script == nil && options.statements.isEmpty && isatty(STDIN_FILENO) == 1
    let history =
      options.noHistory ? nil : LineHistory.standardPath { Environment.variable($0) }
    if !settings.isQuiet {
      let isFirst = history.map { access($0, F_OK) != 0 } ?? false
      Greeting(session, language)
        .opened(path, isExample: isExample, isShell: isShell, isFirst: isFirst)
    }
    if isShell { return code(Repl(session).run(history: history)) }
    return code(session.deliver(after: batch(session, options)))
  }

  private func batch(_ session: Session, _ options: Options) -> Session.Outcome {
    var result = Session.Outcome.done
    for text in options.statements {
      let outcome = session.run(Source(name: "-c", text: text), from: .user)
      result = result.followed(by: outcome)
      if !session.goesOn(after: outcome) { return result }
    }
    guard options.script != nil || options.statements.isEmpty else { return result }
    return result.followed(by: script(session, options))
  }

  private func script(_ session: Session, _ options: Options) -> Session.Outcome {
    let path = options.script
    do throws(ScriptFile.Fault) {
      if let path, path != "-" {
        return session.run(
          try ScriptFile.read(path),
          path,
          options.arguments,
          folder: Session.folder(of: path)
        )
      }
      let text = try ScriptFile.readStandardInput()
      session.definitions.define(arguments: options.arguments)
      return session.run(Source(name: "stdin", text: text), from: .script(folder: nil))
    } catch {
      session.report([error.diagnostic(path ?? "stdin", at: nil)], nil)
      return .failed
    }
  }

  private func code(_ outcome: Session.Outcome) -> Int32 {
    switch outcome {
    case .done, .quit, .outputClosed: 0
    case .failed: 1
    case .assertionFailed: 3
    case .outputFailed: 4
    case .interrupted: 130
    }
  }

  // MARK: Settings

  private func settings(_ options: Options) throws -> Session.Settings {
    if let lang = options.lang, Language(rawValue: lang) == nil {
      throw UsageFault(
        Bilingual("--lang tar sv eller en.", "--lang takes sv or en.")[language]
      )
    }
    if let width = options.width, width < 20 {
      throw UsageFault(
        Bilingual("--width måste vara minst 20.", "--width must be at least 20.")[language]
      )
    }
    let name = options.format ?? "table"
    guard let format = OutputFormat.named(name) else {
      throw UsageFault(
        Bilingual(
          "Okänt format »\(name)«; välj \(OutputFormat.names).",
          "Unknown format »\(name)«; choose \(OutputFormat.names)."
        ).map(Visible.text)[language]
      )
    }
    var settings = Session.Settings(format: format)
    settings.language = language
    settings.width = options.width ?? Environment.terminalWidth()
    settings.coloursAnswers =
      options.output == nil && Environment.usesColour(options.color, on: STDOUT_FILENO)
    settings.coloursMessages = Environment.usesColour(options.color, on: STDERR_FILENO)
    settings.isQuiet = options.quiet
    settings.keepsGoing = options.keepGoing
    settings.onlyChecks = options.check
    settings.output = options.output
    settings.replaces = options.replace
    settings.writableFolders = options.allowWrite
    return settings
  }

  private func today(_ options: Options) throws -> Day {
    guard let text = options.today else { return Environment.today() }
    guard let day = Day(text) else {
      throw UsageFault(
        Bilingual(
          "--today tar en dag som 2026-04-30, inte »\(text)«.",
          "--today takes a day such as 2026-04-30, not »\(text)«."
        ).map(Visible.text)[language]
      )
    }
    return day
  }

  private func definitions(_ options: Options) throws -> Definitions {
    var definitions = Definitions()
    for assignment in options.variables {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw UsageFault(
          Bilingual(
            "--set tar namn=värde, inte »\(assignment)«.",
            "--set takes name=value, not »\(assignment)«."
          ).map(Visible.text)[language]
        )
      }
      definitions.define(variable: String(parts[0]), text: String(parts[1]))
    }
    return definitions
  }

  private func store(_ options: Options) -> (path: String, isExample: Bool)? {
    options.store.map { ($0, false) } ?? Environment.defaultStore()
  }
}

/// The command line was wrong.
nonisolated struct UsageFault: Error {
  let text: String

  init(_ text: String) { self.text = text }
}
