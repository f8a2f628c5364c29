import ArgumentParser
import Exchange
import Glibc
import Text

/// The command line (`design/shell.md`, section 1): the only list of options.
struct Options: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "folj")

  /// The language of help and messages, decided before anything is parsed.
  static let language = Environment.language(CommandLine.arguments)

  private static func help(_ swedish: String, _ english: String) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: Bilingual(swedish, english)[language])
  }

  private static func help(_ swedish: String, _ english: String, _ value: String) -> ArgumentHelp {
    ArgumentHelp(Bilingual(swedish, english)[language], valueName: value)
  }

  @Argument(
    help: help("En skriptfil; utan den startar skalet.", "A script file; without one, the shell.")
  )
  var script: String?

  @Argument(
    parsing: .captureForPassthrough,
    help: help("Skriptets argument: $1, $2 … och $*.", "The script's arguments: $1, $2 … and $*.")
  )
  var arguments: [String] = []

  @Option(
    name: .customShort("c"),
    parsing: .unconditionalSingleValue,
    help: help("Satser att köra; kan upprepas.", "Statements to run; can be repeated.", "text")
  )
  var statements: [String] = []

  @Option(
    name: .shortAndLong,
    help: help("Butiken: en JSON-fil eller en mapp.", "The store: a JSON file or a folder.", "path")
  )
  var store: String?

  @Option(
    name: .shortAndLong,
    help: help(
      "Svarets format: \(OutputFormat.names).",
      "The answer's format: \(OutputFormat.names).",
      "format"
    )
  )
  var format: String?

  @Option(
    name: .shortAndLong,
    help: help("Skriv svaret till en fil.", "Write the answer to a file.", "file")
  )
  var output: String?

  @Flag(help: help("Skriv över filen om den finns.", "Overwrite the file if it exists."))
  var replace = false

  @Option(
    parsing: .unconditionalSingleValue,
    help: help(
      "En mapp som ett skript får skriva filer i.",
      "A folder that a script may write files in.",
      "folder"
    )
  )
  var allowWrite: [String] = []

  @Option(
    name: .customLong("set"),
    parsing: .unconditionalSingleValue,
    help: help("En variabel, som $namn.", "A variable, as $name.", "name=value")
  )
  var variables: [String] = []

  @Flag(
    help: help(
      "Läs och kontrollera utan att köra.",
      "Read and check without running anything."
    )
  )
  var check = false

  @Flag(
    help: help(
      "Fortsätt efter en sats som gått fel.",
      "Go on after a statement that failed."
    )
  )
  var keepGoing = false

  @Flag(help: help("Ändra ingenting i butiken.", "Change nothing in the store."))
  var readOnly = false

  @Option(
    help: help(
      "Dagen som »idag« betyder, som 2026-04-30.",
      "The day that »today« means.",
      "date"
    )
  )
  var today: String?

  @Option(help: help("Skärmens bredd i tecken.", "The width of the screen.", "n"))
  var width: Int?

  @Option(
    help: help("Färg: auto, always eller never.", "Colour: auto, always or never.", "when")
  )
  var color: ColourChoice = .auto

  @Flag(help: help("Visa svar utan bläddrare.", "Show answers without a pager."))
  var noPager = false

  @Flag(
    help: help("Visa bara svar och fel.", "Show nothing but answers and errors.")
  )
  var quiet = false

  @Flag(help: help("Svara ja på frågor.", "Answer yes to questions."))
  var yes = false

  @Flag(help: help("Spara ingen radhistorik.", "Keep no line history."))
  var noHistory = false

  @Flag(help: help("Läs inga inställningar.", "Read no settings."))
  var noConfig = false

  @Option(help: help("Språk: sv eller en.", "Language: sv or en.", "sv|en"))
  var lang: String?

  @Flag(help: help("Visa versionen.", "Show the version."))
  var version = false
}

/// When colour is used.
nonisolated enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

extension OutputFormat {
  /// The names of all formats, for help and messages.
  nonisolated static var names: String { all.map(\.name).joined(separator: ", ") }
}
