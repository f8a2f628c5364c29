import Exchange
import Model
import Query
import Store
import Text

/// The one evaluator: the shell, `-c`, scripts and pipes all enter at `run`.
final class Session {
  /// What the command line decided.
  struct Settings {
    var language = Language.swedish
    /// The format that is used when a question names none.
    var format: OutputFormat
    var width: Int?
    var coloursAnswers = false
    var coloursMessages = false
    var isQuiet = false
    var keepsGoing = false
    var onlyChecks = false
    var output: String?
    var replaces = false
    var writableFolders: [String] = []
  }

  /// How it went.
  enum Outcome: Equatable {
    case done
    case failed
    case assertionFailed
    case quit
    case interrupted
    /// Standard output cannot be written to.
    case outputFailed
    /// The reader of standard output has gone.
    case outputClosed

    /// How both went, one after the other: a failure is not forgotten.
    func followed(by next: Outcome) -> Outcome {
      switch (self, next) {
      case (.failed, .interrupted), (.failed, .outputFailed): next
      case (.assertionFailed, .interrupted), (.assertionFailed, .outputFailed): next
      case (.failed, _), (.assertionFailed, _): self
      default: next
      }
    }
  }

  /// Where statements come from, which decides what they may do.
  enum Origin: Equatable {
    /// Typed by the user: the shell and `-c`.
    case user
    /// A script file in a folder, or standard input.
    case script(folder: String?)
  }

  let workspace: Workspace
  let settings: Settings
  let streams: any Streams
  var definitions: Definitions
  /// Scripts that run each other, innermost last.
  var depth = 0
  /// What is to stand in the file that the command line named; nil before the first answer.
  private var collected: [UInt8]?
  private var hasDelivered = false

  init(
    _ snapshot: Snapshot,
    today: Day,
    _ settings: Settings,
    _ streams: any Streams,
    _ definitions: Definitions = Definitions()
  ) {
    workspace = Workspace(snapshot, today: today)
    (self.settings, self.streams, self.definitions) = (settings, streams, definitions)
  }

  /// Runs a text; stops at the first statement that fails unless it is told to keep going.
  func run(_ source: Source, from origin: Origin) -> Outcome {
    var result = Outcome.done
    for part in Script(source).parts {
      let outcome = run(part, source, origin)
      result = result.followed(by: outcome)
      if !goesOn(after: outcome) { break }
    }
    return result
  }

  /// Whether the next statement is run; a check tells of every error.
  func goesOn(after outcome: Outcome) -> Bool {
    switch outcome {
    case .done: true
    case .failed, .assertionFailed: settings.keepsGoing || settings.onlyChecks
    case .quit, .interrupted, .outputFailed, .outputClosed: false
    }
  }

  private func run(_ part: Script.Part, _ source: Source, _ origin: Origin) -> Outcome {
    switch part.action(in: workspace, source, &definitions) {
    case .failure(let faults):
      report(faults.diagnostics, source)
      return .failed
    case .success(let action):
      guard settings.onlyChecks else { return perform(action, source, origin) }
      guard let plan = action.asked else { return .done }
      return format(of: plan, source) == nil ? .failed : .done
    }
  }

  private func perform(_ action: Action, _ source: Source, _ origin: Origin) -> Outcome {
    switch action {
    case .answer(let plan): return answer(plan, source, origin)
    case .explain(let plan):
      return write(Topics.explanation(Explanation(plan, workspace).lines, layout))
    case .chart(let chart): return answer(chart.plan, drawnAs: chart, source, origin)
    case .overview(let day):
      return write(OverviewScreen.text(Overview(workspace, at: day), layout))
    case .assert(let assertion): return check(assertion, source)
    case .run(let name, let arguments): return run(name, arguments, source, origin)
    case .view(let set, let row):
      return write(Card.text(CardData(workspace, set, row), layout))
    case .describe(let set): return write(Topics(workspace, layout).describe(set))
    case .help(let topic): return help(topic, source)
    case .example(let number): return example(number, source, origin)
    case .quit: return .quit
    case .nothing: return .done
    }
  }

  // MARK: Answers

  var layout: OutputFormat.Layout {
    OutputFormat.Layout(
      language: settings.language,
      width: settings.width,
      usesColour: settings.coloursAnswers
    )
  }

  private func answer(
    _ plan: Plan,
    drawnAs chart: Chart? = nil,
    _ source: Source,
    _ origin: Origin
  ) -> Outcome {
    guard let format = format(of: plan, source) else { return .failed }
    var plan = plan
    if format.name == "ids" { plan.question.keepOnlyIDs() }
    let bytes = bytes(plan, chart, format)
    if Interrupts.wasInterrupted { return .interrupted }
    guard let file = plan.question.file else { return write(bytes) }
    return save(bytes, file, source, origin)
  }

  /// An answer in a format; only the table's place is taken by a picture.
  private func bytes(_ plan: Plan, _ chart: Chart?, _ format: OutputFormat) -> [UInt8] {
    let executor = Executor(workspace)
    guard let chart, format.name == "table" else {
      return format.write(executor.answer(plan), layout)
    }
    return Picture.text(chart, executor.answer(chart.drawn), layout)
  }

  /// The format that an answer is written in; reports a name that none has.
  private func format(of plan: Plan, _ source: Source) -> OutputFormat? {
    guard let name = plan.question.format else { return settings.format }
    if let format = OutputFormat.named(name.text) { return format }
    let facts = [Bilingual(same: name.text), Bilingual(same: OutputFormat.names)]
    let nearest = Nearest.names(to: name.text, among: OutputFormat.all.map(\.name))
    let tips: [Diagnostic.Tip] = nearest.isEmpty ? [] : [.nearest(nearest)]
    report([Diagnostic(Messages.unknownFormat, facts, at: name.span, tips: tips)], source)
    return nil
  }

  /// Writes to standard output, or keeps for the file that the command line named.
  func write(_ bytes: [UInt8]) -> Outcome {
    if let path = settings.output { return collect(bytes, path) }
    do throws(StreamFault) {
      try streams.write(bytes)
      return .done
    } catch {
      guard let diagnostic = error.diagnostic else { return .outputClosed }
      report([diagnostic], nil)
      return .outputFailed
    }
  }

  private func collect(_ bytes: [UInt8], _ path: String) -> Outcome {
    do throws(OutputFile.Fault) {
      // A file that may not be written is told of before more is asked.
      if collected == nil { try OutputFile(path).check(outputMode) }
      collected?.append(contentsOf: bytes)
      collected = collected ?? bytes
      return .done
    } catch {
      report([error.diagnostic(path, place: .none)], nil)
      return .outputFailed
    }
  }

  private var outputMode: OutputFile.Mode {
    hasDelivered || settings.replaces ? .replace : .create
  }

  /// Gives the file that the command line named all answers so far, unless it went wrong: the file
  /// is whole or as it was.
  func deliver(after outcome: Outcome) -> Outcome {
    guard let path = settings.output, let collected else { return outcome }
    guard outcome == .quit || goesOn(after: outcome) else { return outcome }
    do throws(OutputFile.Fault) {
      try OutputFile(path).write(collected, mode: outputMode)
      hasDelivered = true
      return outcome
    } catch {
      report([error.diagnostic(path, place: .none)], nil)
      return .outputFailed
    }
  }

  private func save(
    _ bytes: [UInt8],
    _ file: Name,
    _ source: Source,
    _ origin: Origin
  ) -> Outcome {
    do throws(OutputFile.Fault) {
      let isFree = origin == .user
      let target = try OutputFile(file.text, within: isFree ? nil : settings.writableFolders)
      try target.write(bytes, mode: settings.replaces ? .replace : .create)
      if !settings.isQuiet {
        streams.say(Topics.saved(file.text, settings.language))
      }
      return .done
    } catch {
      report([error.diagnostic(file.text, place: .source(file.span))], source)
      return .failed
    }
  }

  // MARK: Other statements

  private func check(_ assertion: Assertion, _ source: Source) -> Outcome {
    let (holds, counts) = Executor(workspace).holds(assertion)
    if holds { return .done }
    let said = assertion.message.map { Bilingual(same: $0) } ?? assertion.text
    let was = counts.map(String.init).joined(separator: ", ")
    let facts = [said, Bilingual("antal: \(was)", "count: \(was)")]
    report([Diagnostic(Messages.assertionFailed, facts, at: assertion.span)], source)
    return .assertionFailed
  }

  private func help(_ topic: Name?, _ source: Source) -> Outcome {
    let topics = Topics(workspace, layout)
    guard let topic else { return write(topics.overview()) }
    if let text = topics.help(topic.text) { return write(text) }
    let nearest = Nearest.names(to: topic.text, among: topics.words)
    let tips: [Diagnostic.Tip] = nearest.isEmpty ? [] : [.nearest(nearest)]
    let facts = [Bilingual(same: topic.text)]
    report([Diagnostic(Messages.unknownTopic, facts, at: topic.span, tips: tips)], source)
    return .failed
  }

  // MARK: Messages

  func report(_ diagnostics: [Diagnostic], _ source: Source?) {
    let printer = DiagnosticPrinter(
      language: settings.language,
      width: settings.width ?? 100,
      usesColour: settings.coloursMessages
    )
    // A hundred faults say no more than twenty.
    for diagnostic in diagnostics.prefix(20) { streams.say(printer.text(diagnostic, in: source)) }
    if diagnostics.count > 20 {
      streams.say(Topics.moreFaults(diagnostics.count - 20, settings.language))
    }
  }
}
