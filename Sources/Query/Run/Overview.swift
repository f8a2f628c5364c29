import Model
package import Text

/// What a committee wants to see of an occasion: each part is a question and its answer.
package struct Overview {
  /// A question, as it can be asked again, and the answer to it.
  package struct Part {
    /// What it is about.
    package let title: Bilingual
    /// The question.
    package let statement: Bilingual
    /// The answer.
    package let answer: Answer
  }

  /// The occasion, or the day if there is none.
  package let moment: String
  /// The day that all is of.
  package let day: Day
  /// The measures by area across status.
  package private(set) var areas: Part?
  /// What needs attention, to be counted: late, silent, without an owner.
  package private(set) var attention: [Part] = []
  /// What has changed since the occasion before; nil if there is none.
  package private(set) var changes: Part?
  /// How the measures have moved.
  package private(set) var moves: Part?
  /// The occasions to come, the next first: when they are of, and when they are dealt with.
  package private(set) var next: [Part] = []
  private let workspace: Workspace

  /// Asks the questions of an overview at a moment.
  ///
  /// Costs about ten questions.
  package init(_ workspace: Workspace, at day: Day) {
    (self.workspace, self.day) = (workspace, day)
    moment = Overview.spelled(day, workspace)
    areas = part(
      Bilingual("insatser", "measures"),
      "antal insatser per område mot status läget #",
      "count measures by area across status as of #"
    )
    attention = Overview.attention.compactMap { part($0.title, $0.swedish, $0.english) }
    moves = part(
      Bilingual("rörelse", "movement"),
      "antal insatser per förändring läget #",
      "count measures by movement as of #"
    )
    if let before = Occasions(workspace.snapshot).days(upTo: day).last(where: { $0 < day }) {
      let since = Overview.spelled(before, workspace)
      changes = part(
        Bilingual("ändringar", "changes"),
        "ändringar sedan \(since) till #",
        "changes since \(since) to #"
      )
    }
    let meeting = coming(Bilingual("nästa möte", "next meeting"), "behandlas", "heard")
    let occasion = coming(Bilingual("nästa uppföljning", "next occasion"), "per", "as_of")
    next = [meeting, occasion].compactMap { $0 }
  }

  /// The first occasion with a later day in a field; the statement shows it, or all occasions.
  private func coming(_ title: Bilingual, _ field: String, _ english: String) -> Part? {
    let found = part(
      title,
      "visa id, \(field) från tillfällen där \(field) > \(day.text) sortera på \(field) högst 1",
      "show id, \(english) from occasions where \(english) > \(day.text) sort by \(english) limit 1"
    )
    guard let found else { return nil }
    guard case .text(let id)? = found.answer.rows.first?.first else {
      let all = Bilingual("visa tillfällen", "show occasions")
      return Part(title: title, statement: all, answer: found.answer)
    }
    let name = Spelled.text(workspace.snapshot.heap.string(id))
    let card = Bilingual("vy \(name)", "view \(name)")
    return Part(title: title, statement: card, answer: found.answer)
  }

  /// What is counted, and asked for again: each says what must be done.
  private static let attention: [(title: Bilingual, swedish: String, english: String)] = [
    (
      Bilingual("försenade", "late"),
      "visa insatser där försenad = ja läget #", "show measures where late = yes as of #"
    ),
    (
      Bilingual("kanske försenade", "perhaps late"),
      "visa insatser där försenad = kanske läget #", "show measures where late = maybe as of #"
    ),
    (
      Bilingual("tysta", "silent"),
      "visa insatser där tyst = ja läget #", "show measures where silent = yes as of #"
    ),
    (
      Bilingual("utan ansvarig", "without owner"),
      "visa insatser där ansvarig saknas läget #",
      "show measures where responsible missing as of #"
    ),
    (
      Bilingual("utan slut", "without end"),
      "visa insatser där slut saknas läget #", "show measures where end missing as of #"
    ),
  ]

  /// The day as a question names it: an occasion by its id if it has one that means the day.
  private static func spelled(_ day: Day, _ workspace: Workspace) -> String {
    let snapshot = workspace.snapshot
    for row in Occasions(snapshot).rows(on: day) {
      let id = Spelled.text(snapshot.heap.string(snapshot.id(.occasions, row)))
      let question = ask("antal insatser läget \(id)", workspace)
      if question?.moment == day { return id }
    }
    return day.text
  }

  private func part(_ title: Bilingual, _ swedish: String, _ english: String) -> Part? {
    let statement = Bilingual(swedish, english).map { $0.replacing("#", with: moment) }
    guard let question = Overview.ask(statement.swedish, workspace) else { return nil }
    let plan = Planner(workspace).plan(question)
    return Part(title: title, statement: statement, answer: Executor(workspace).answer(plan))
  }

  /// Reads a question as if it had been typed.
  private static func ask(_ text: String, _ workspace: Workspace) -> ResolvedQuestion? {
    let source = Source(name: "", text: text)
    var definitions = Definitions()
    guard let part = Script(source).parts.first,
      case .success(.answer(let plan)) = part.action(in: workspace, source, &definitions)
    else { return nil }
    return plan.question
  }
}
