import Glibc
import TestSupport

/// The program without a terminal, on a small store in a folder of its own.
struct Batch {
  let folder = TemporaryFolder()
  /// The path of the store.
  let store: String

  /// The questions of the contract's card, in every way that they may be written.
  static let card = "visa insatser där område = kompetens och status = pågår"
  /// What `card` answers, as ids.
  static let cardIDs = ["I-1", "I-5"]

  init(store json: String = SmallStore.json) {
    store = folder.write(json, to: "butik/små.json")
  }

  /// An environment that holds nothing of the machine's.
  var environment: [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8",
      "XDG_STATE_HOME": folder.path + "/state", "XDG_CONFIG_HOME": folder.path + "/config",
      "XDG_CACHE_HOME": folder.path + "/cache",
    ]
  }

  /// Runs the program on the store.
  func run(
    _ arguments: [String],
    input: Run.Input = .nothing,
    sink: Run.Sink = .collected,
    variables: [String: String] = [:]
  ) throws -> Run {
    try bare(
      ["--store", store, "--today", "2026-11-24"] + arguments,
      input: input,
      sink: sink,
      variables: variables
    )
  }

  /// Runs the program with no options but these.
  func bare(
    _ arguments: [String],
    input: Run.Input = .nothing,
    sink: Run.Sink = .collected,
    variables: [String: String] = [:]
  ) throws -> Run {
    try Run(
      Program.path,
      arguments,
      environment: environment.merging(variables) { $1 },
      input: input,
      sink: sink
    )
  }

  /// Runs shell commands in the folder; `folj` in them is the program on the store.
  func shell(_ script: String) throws -> Run {
    let command = "\(Program.path) --quiet --store \(store) --today 2026-11-24"
    let text = "cd \(folder.path) && " + script.replacing("folj ", with: command + " ")
    return try Run("/bin/sh", ["-c", text], environment: environment)
  }

  /// Runs a script file with arguments.
  func script(
    _ text: String,
    _ arguments: [String] = [],
    options: [String] = []
  ) throws -> Run {
    let path = folder.write(text, to: "skript.folj")
    return try run(options + [path] + arguments)
  }
}
