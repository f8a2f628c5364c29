package import Text
import Model

/// A question in plain words: what it asks and how it is run.
package struct Explanation {
  /// One line: what it is about, and what is said.
  package struct Line {
    /// What the line is about.
    package let label: Bilingual
    /// What is said.
    package let text: Bilingual
  }

  private let plan: Plan
  private let workspace: Workspace

  /// Explains a plan.
  package init(_ plan: Plan, _ workspace: Workspace) {
    (self.plan, self.workspace) = (plan, workspace)
  }

  private var question: ResolvedQuestion { plan.question }

  /// The explanation, line by line.
  ///
  /// Costs as much as running the conditions.
  package var lines: [Line] {
    var lines = [shape, source]
    lines += conditions
    if !question.keys.isEmpty {
      lines.append(line("grupper", "groups", list(question.keys.map(\.text))))
    }
    if let across = question.across { lines.append(line("mot", "across", across.text)) }
    if let having = question.havingText { lines.append(line("med", "having", having)) }
    if !question.columns.isEmpty {
      let columns = question.columns.map { column in
        let text = column.value.text
        return column.key == text.swedish ? text : text.map { "\($0) (»\(column.key)«)" }
      }
      lines.append(line("kolumner", "columns", list(columns)))
    }
    lines.append(order)
    if let limit = question.limit {
      let by = question.limitBy?.text
      lines.append(
        line(
          "högst",
          "limit",
          Bilingual(
            "\(limit) rader" + (by.map { " för varje \($0.swedish)" } ?? ""),
            "\(limit) rows" + (by.map { " for each \($0.english)" } ?? "")
          )
        )
      )
    }
    lines.append(state)
    return lines
  }

  private func line(_ swedish: String, _ english: String, _ text: Bilingual) -> Line {
    Line(label: Bilingual(swedish, english), text: text)
  }

  private func list(_ texts: [Bilingual]) -> Bilingual {
    Bilingual(
      texts.map(\.swedish).joined(separator: ", "),
      texts.map(\.english).joined(separator: ", ")
    )
  }

  private var shape: Line {
    let text: Bilingual =
      switch question.shape {
      case .records: Bilingual("en rad för varje post", "one row for each record")
      case .groups where question.keys.isEmpty && question.across == nil:
        Bilingual("en rad för alla poster", "one row for all records")
      case .groups: Bilingual("en rad för varje grupp", "one row for each group")
      case .changes(let from, let to):
        Bilingual(
          "en rad för varje ändring mellan \(from.text) och \(to.text)",
          "one row for each change between \(from.text) and \(to.text)"
        )
      case .comparison(let first, let second):
        Bilingual(
          "grupperna \(first.text) och \(second.text), sida vid sida",
          "the groups at \(first.text) and \(second.text), side by side"
        )
      case .sources: Bilingual("en rad för varje uppgift", "one row for each thing said")
      case .hits(let pattern):
        Bilingual(
          "en rad för varje text med \(pattern.said)",
          "one row for each text with \(pattern.said)"
        )
      }
    return line("svaret", "answer", text)
  }

  private var source: Line {
    if case .hits(let pattern) = question.shape, pattern.set == nil {
      return line("källa", "source", Bilingual("alla mängder", "all sets"))
    }
    let set = workspace.snapshot.schema[question.set]
    let view = workspace.view(question.moment)
    let count = view.exists(question.set)?.count ?? workspace.snapshot[question.set].count
    return line(
      "källa",
      "source",
      Bilingual("\(set.name), \(count) poster", "\(set.english), \(count) records")
    )
  }

  private var conditions: [Line] {
    let view = workspace.view(question.moment)
    let evaluator = Evaluator(view)
    var rows = RowSet(workspace.snapshot[question.set].count, all: true)
    if let exists = view.exists(question.set) { rows.formIntersection(exists) }
    return plan.conditions.enumerated().map { place, step in
      let conjunct = question.conjuncts[step.conjunct]
      let before = rows.count
      rows.formIntersection(evaluator.select(conjunct.condition, in: question.set))
      let counts = "\(before) → \(rows.count)"
      return Line(
        label: Bilingual("villkor \(place + 1)", "condition \(place + 1)"),
        text: conjunct.text.map { "\($0)   [\(counts)]" }
      )
    }
  }

  private var order: Line {
    if case .hits = question.shape {
      return line("ordning", "order", Bilingual("bästa träffen först", "the best hit first"))
    }
    let isGrouped = !question.keys.isEmpty
    guard !question.order.isEmpty else {
      return line(
        "ordning",
        "order",
        isGrouped
          ? Bilingual("gruppernas", "that of the groups")
          : Bilingual("butikens", "that of the store")
      )
    }
    let keys = question.order.map { key in
      let word = (key.isDescending ? Keyword.descending : .ascending).spelling
      return Bilingual(
        "\(key.value.text.swedish) \(word.swedish)",
        "\(key.value.text.english) \(word.english)"
      )
    }
    return line("ordning", "order", list(keys))
  }

  private var state: Line {
    guard let moment = question.moment else {
      return line(
        "läget",
        "state",
        Bilingual("nu, \(workspace.today.text)", "now, \(workspace.today.text)")
      )
    }
    let written = question.momentText ?? Bilingual(same: moment.text)
    return line("läget", "state", written.map { "\($0) (\(moment.text))" })
  }
}
