import Model
import Text

// Questions whose answers are drawn: what there is to draw is known before anything runs.
extension Resolver {
  /// Resolves a question to draw; reports one whose answer has nothing that can be drawn.
  mutating func chart(_ question: Question) -> Action? {
    guard let resolved = self.question(question) else { return nil }
    var drawn = resolved
    let form: Chart.Form?
    switch resolved.shape {
    case .groups:
      drawn.showKeys()
      form = bars(resolved)
    case .comparison: form = bars(resolved)
    case .records: form = records(question, &drawn)
    case .changes, .hits, .sources: form = nil
    }
    if let form {
      return .chart(Chart(form: form, plan: plan(resolved), drawn: plan(drawn)))
    }
    if diagnostics.isEmpty {
      report(
        Messages.nothingToDraw,
        [Bilingual(same: schema[resolved.set].name)],
        at: question.span
      )
    }
    return nil
  }

  /// Resolves an overview; without a moment it is of the latest occasion, or of today.
  mutating func overview(_ moment: Expression?) -> Action? {
    if let moment { return self.moment(moment).map { .overview($0) } }
    let today = workspace.today
    return .overview(Occasions(snapshot).days(upTo: today).last ?? today)
  }

  /// Every measure must be a number; without a measure there is nothing to draw.
  private mutating func bars(_ question: ResolvedQuestion) -> Chart.Form? {
    let measures = question.columns.filter(\.isMeasure)
    for column in measures where !column.value.kind.isNumeric {
      report(Messages.notANumberToDraw, [column.value.text], at: column.value.span)
    }
    return measures.isEmpty || !diagnostics.isEmpty ? nil : .bars
  }

  /// Numbers that are asked for become bars; otherwise times become spans, and outcomes series.
  private func records(_ question: Question, _ drawn: inout ResolvedQuestion) -> Chart.Form? {
    let asked = question.columns.isEmpty ? [] : drawn.columns
    if asked.contains(where: { $0.value.kind.isNumeric && !$0.value.isList }) { return .bars }
    if drawn.set == .outcomes {
      drawn.columns =
        columns(of: drawn.set, ["indikator", "kön"])
        + columns(of: drawn.set, ["period", "värde"])
      return .series
    }
    var times = columns(of: drawn.set, ["start", "slut"])
    if times.count < 2 {
      times = Array(drawn.columns.filter { $0.isTime && !$0.value.isList }.prefix(1))
    }
    let texts = asked.filter { !$0.isTime }
    let names = ["id", schema[drawn.set].nameField].compactMap { $0 }
    drawn.columns = (texts.isEmpty ? columns(of: drawn.set, names) : texts) + times
    return times.isEmpty ? nil : .spans(times: times.count)
  }

  /// The fields of a set that have these names.
  private func columns(of set: SetID, _ names: [String]) -> [ResolvedQuestion.Column] {
    names.compactMap { name in
      guard let number = schema[set].number(of: name) else { return nil }
      let path = Path(hops: [Path.Hop(set: set, field: number)])
      return ResolvedQuestion.Column(key: name, value: typed(path, Span(0, 0)))
    }
  }
}

extension ResolvedQuestion {
  /// Puts the keys that the columns leave out first among them: a bar must say what it is of.
  fileprivate mutating func showKeys() {
    let missing = keys.indices.filter { k in
      !columns.contains { if case .key(k) = $0.value.operand { true } else { false } }
    }
    let added = missing.map { k in
      var value = keys[k]
      (value.operand, value.isList) = (.key(k), false)
      return Column(key: value.text.swedish, value: value)
    }
    columns.insert(contentsOf: added, at: 0)
  }
}

extension ResolvedQuestion.Column {
  /// Whether the column is a measure of the groups, or is calculated from one.
  package var isMeasure: Bool { Resolver.isMeasure(value.operand) }

  fileprivate var isTime: Bool { if case .period = value.kind { true } else { false } }
}
