import Model
import Text

/// Where a record's values come from: document, section, case, and the report's own word.
struct Sources {
  let workspace: Workspace
  private let question: ResolvedQuestion

  init(_ workspace: Workspace, _ question: ResolvedQuestion) {
    (self.workspace, self.question) = (workspace, question)
  }

  private var snapshot: Snapshot { workspace.snapshot }
  private var schema: Schema { workspace.snapshot.schema }
  private var view: View { workspace.view(nil) }
  private var texts: ValueText { ValueText(snapshot) }

  /// Gives one row for each thing that is said of a record, with where it is said.
  func answer(_ row: Int, _ field: Int?) -> Answer {
    var answer = Answer(
      columns: ["uppgift", "värde", "rapportens ord", "källa", "ärende"].map {
        Answer.Column($0, .text)
      },
      rows: [],
      snapshot: snapshot,
      question: question,
      day: workspace.today
    )
    let set = question.set
    let own = field.map { schema.field(set, $0) }
    if own?.isReported ?? true, set == .measures {
      answer.rows += reports(of: row, own?.name ?? "status")
    }
    if own.map({ !$0.isReported }) ?? true { answer.rows.insert(record(row, own), at: 0) }
    if field == nil { answer.rows += related(row) }
    (answer.total, answer.matched) = (answer.rows.count, answer.rows.count)
    return answer
  }

  private func record(_ row: Int, _ field: Field?) -> [Value] {
    let set = question.set
    let id = snapshot.heap.string(snapshot.id(set, Int32(row)))
    guard let field, let number = schema[set].number(of: field.name) else {
      let name: Value = .text(snapshot.name(set, Int32(row)))
      return [.string(id), name, .empty, text(set, row, "källa"), caseText(set, row)]
    }
    let value = texts.plain(view.column(set, number).value(row), ValueKind(field.type))
    return [
      .string("\(id) \(field.name)"), .string(value.swedish), .empty, text(set, row, "källa"),
      caseText(set, row),
    ]
  }

  private func reports(of measure: Int, _ field: String) -> [[Value]] {
    let number = schema.number(.reports, field)
    let kind = ValueKind(schema.field(.reports, number).type)
    return workspace.timeline.reports(of: measure, upTo: workspace.today).map { report, _ in
      let row = Int(report)
      let occasion = view.column(.reports, schema.number(.reports, "tillfälle")).value(row)
      let when = texts.plain(occasion, .reference(.occasions)).swedish
      let value = texts.plain(view.column(.reports, number).value(row), kind).swedish
      let rows = View.references(
        view.column(.reports, schema.number(.reports, "tillfälle")),
        row
      )
      return [
        .string("\(field) \(when)"), .string(value), text(.reports, row, "statusord"),
        text(.reports, row, "källa"),
        rows.first.map { caseText(.occasions, Int($0)) } ?? .empty,
      ]
    }
  }

  /// The effects, decisions and documents that the record has.
  private func related(_ row: Int) -> [[Value]] {
    [SetID.effects, .decisions, .documents].flatMap { set -> [[Value]] in
      guard let field = schema[question.set].number(of: schema[set].name) else { return [] }
      return View.references(view.column(question.set, field), row).filter { $0 >= 0 }.map {
        other in
        let id = snapshot.heap.string(snapshot.id(set, other))
        return [
          .string("\(schema[set].singular) \(id)"), .text(snapshot.name(set, other)), .empty,
          text(set, Int(other), "källa"), caseText(set, Int(other)),
        ]
      }
    }
  }

  private func text(_ set: SetID, _ row: Int, _ field: String) -> Value {
    guard let number = schema[set].number(of: field) else { return .empty }
    return view.column(set, number).value(row)
  }

  /// The case that a record belongs to, by its register number.
  private func caseText(_ set: SetID, _ row: Int) -> Value {
    guard let number = schema[set].number(of: "ärende"),
      case .reference(let target) = view.column(set, number).value(row)
    else { return .empty }
    return .text(snapshot.id(.cases, target))
  }
}
