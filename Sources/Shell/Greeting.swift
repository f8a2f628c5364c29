import Model
import Query
import Text

/// What is said when a store is opened: which it is, and what is not as it should be.
struct Greeting {
  private let session: Session
  private let language: Language

  init(_ session: Session, _ language: Language) {
    (self.session, self.language) = (session, language)
  }

  /// Says what was opened.
  func opened(_ path: String, isExample: Bool, isShell: Bool) {
    if isShell {
      let snapshot = session.workspace.snapshot
      let set = snapshot.schema[.measures]
      let count = snapshot[.measures].count
      let path = path.split(separator: "/").last.map(String.init) ?? path
      session.streams.say(
        Bilingual(
          "Följ – \(count) \(set.name) i \(path). hjälp visar orden, Ctrl-D avslutar.\n",
          "Följ – \(count) \(set.english) in \(path). help shows the words, Ctrl-D ends.\n"
        ).map(Visible.lines)[language]
      )
    }
    if isExample {
      session.streams.say(
        Bilingual(
          "Ingen butik angavs: det här är exemplet, öppnat för läsning.\n",
          "No store was named: this is the example, opened for reading.\n"
        )[language]
      )
    }
    findings()
  }

  /// Says what the reader remarked on, with places; a few are enough to go on.
  private func findings() {
    let snapshot = session.workspace.snapshot
    let findings = snapshot.findings
    guard !findings.isEmpty else { return }
    let printer = DiagnosticPrinter(
      language: language,
      usesColour: session.settings.coloursMessages
    )
    for finding in findings.prefix(5) {
      let (path, line, column) = snapshot.place(of: finding.offset)
      let field = finding.subject(in: snapshot.schema)
      session.streams.say(
        printer.text(
          Diagnostic(
            Messages.finding(finding.kind),
            [Bilingual(same: field)],
            place: .file(path: path, line: line, column: column)
          ),
          in: nil
        )
      )
    }
    if findings.count > 5 { session.streams.say(Topics.moreFaults(findings.count - 5, language)) }
  }
}
