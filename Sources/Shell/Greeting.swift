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

  /// Says what was opened, and at the very first start what can be done.
  func opened(_ path: String, isExample: Bool, isShell: Bool, isFirst: Bool) {
    if isShell { welcome(path, isFirst) }
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

  private func welcome(_ path: String, _ isFirst: Bool) {
    let snapshot = session.workspace.snapshot
    let set = snapshot.schema[.measures]
    let count = snapshot[.measures].count
    let path = path.split(separator: "/").last.map(String.init) ?? path
    let opened = Bilingual(
      "Följ – \(count) \(set.name) i \(path).",
      "Följ – \(count) \(set.english) in \(path)."
    ).map(Visible.lines)[language]
    let rest =
      isFirst
      ? Bilingual(
        """

        Prova: antal insatser per status – och TAB visar vad som kan stå på en plats.
        hjälp visar orden, Ctrl-C rensar raden, Ctrl-D avslutar.

        """,
        """

        Try: count measures by status – and TAB shows what can stand in a place.
        help shows the words, Ctrl-C clears the line, Ctrl-D ends.

        """
      )
      : Bilingual(" hjälp visar orden, Ctrl-D avslutar.\n", " help shows the words, Ctrl-D ends.\n")
    session.streams.say(opened + rest[language])
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
    let shown = findings.prefix(5)
    let places = snapshot.places(of: shown.map(\.offset))
    for (finding, (path, line, column)) in zip(shown, places) {
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
