import Model
import Text

/// Works out the computed fields, each as a column like any other (`model.md`, derived fields).
struct Derived {
  let view: View

  init(_ view: View) { self.view = view }

  /// Gives the column of a computed field.
  func column(_ rule: Derivation) -> Column {
    switch rule {
    case .latestReport: .references(view.latest)
    case .previousReport: .references(previous())
    case .movement: .codes(measures(movement))
    case .lateness: .codes(lateness())
    case .isSilent: .bools(measures { isSilent($0) ? 1 : 0 })
    case .statusAge: .numbers(measures(statusAge))
    case .completeness: .numbers(completeness())
    case .continues: .bools(continues())
    case .measureCount: .numbers(areas { Double($0.count) })
    case .shareDone: .numbers(areas(shareDone))
    case .isAnswered: .bools(isAnswered())
    case .latestValue: .numbers(indicators { $0.last?.value ?? .nan })
    case .trend: .codes(indicators(trend))
    case .fulfilment: .codes(fulfilment())
    }
  }

  private func measures<Result>(_ rule: (Int) -> Result) -> [Result] {
    (0..<view.snapshot[.measures].count).map(rule)
  }

  private func codes(_ set: SetID, _ name: String) -> [Int32] {
    if case .codes(let codes) = view.column(set, view.schema.number(set, name)) {
      codes
    } else {
      []
    }
  }

  private func filled(_ set: SetID, _ name: String) -> RowSet {
    Evaluator(view).passing(.filled, view.column(set, view.schema.number(set, name)))
  }

  private func code(_ enumeration: Enumeration, _ name: String) -> Int32 {
    Int32(enumeration.names.firstIndex(of: name) ?? -1)
  }

  // MARK: Measures

  private func reports(_ measure: Int) -> [(report: Int32, day: Day)] {
    view.workspace.timeline.reports(of: measure, upTo: view.now)
  }

  private func previous() -> [Int32] {
    measures { measure in
      let all = reports(measure)
      return all.count > 1 ? all[all.count - 2].report : -1
    }
  }

  private func isClosed(_ status: Int32) -> Bool {
    status == code(.status, "genomförd") || status == code(.status, "avbruten")
  }

  /// Reported before the latest occasion, not at it, and never closed.
  private func isSilent(_ measure: Int) -> Bool {
    let all = reports(measure)
    guard let last = all.last,
      let latest = Occasions(view.snapshot).days(upTo: view.now).last, last.day < latest
    else { return false }
    let statuses = codes(.reports, "status")
    return !isClosed(codes(.measures, "status")[measure])
      && !all.contains { isClosed(statuses[Int($0.report)]) }
  }

  private func movement(_ measure: Int) -> Int32 {
    let all = reports(measure)
    guard let last = all.last else { return -1 }
    if isSilent(measure) { return code(.movement, "tyst") }
    guard all.count > 1 else { return code(.movement, "ny") }
    let statuses = codes(.reports, "status")
    let (now, before) = (statuses[Int(last.report)], statuses[Int(all[all.count - 2].report)])
    guard now >= 0, before >= 0 else { return -1 }
    if now == before { return code(.movement, "oförändrad") }
    let outside = [code(.status, "pausad"), code(.status, "avbruten")]
    if outside.contains(now) { return code(.movement, "bakåt") }
    if outside.contains(before) { return code(.movement, "återupptagen") }
    return code(.movement, now > before ? "framåt" : "bakåt")
  }

  private func lateness() -> [Int32] {
    let statuses = codes(.measures, "status")
    guard case .periods(let ends) = view.column(.measures, view.schema.number(.measures, "slut"))
    else { return [] }
    let (no, maybe, yes) = (
      code(.lateness, "nej"), code(.lateness, "kanske"), code(.lateness, "ja")
    )
    return measures { measure in
      let end = ends[measure]
      if isClosed(statuses[measure]) || end.isNone || view.now < end.first { return no }
      return view.now <= end.last ? maybe : yes
    }
  }

  private func statusAge(_ measure: Int) -> Double {
    let statuses = codes(.reports, "status")
    let all = reports(measure).map { statuses[Int($0.report)] }
    guard let last = all.last, last != -1 else { return .nan }
    return Double(all.reversed().prefix { $0 == last }.count)
  }

  private func completeness() -> [Double] {
    let parts = ["ansvarig", "slut", "målgrupp", "effekter", "källa"].map {
      filled(.measures, $0)
    }
    return measures { measure in
      Double(parts.count { $0.contains(measure) }) * 100 / Double(parts.count)
    }
  }

  private func continues() -> [Int8] {
    let column = view.column(.measures, view.schema.number(.measures, "fortsättning_av"))
    var result = measures { _ in Int8(0) }
    guard case .references(let rows) = column else { return result }
    let exists = view.exists(.measures)
    for (row, continued) in rows.enumerated()
    where continued >= 0 && Int(continued) != row && exists?.contains(row) ?? true {
      result[Int(continued)] = 1
    }
    return result
  }

  // MARK: Areas and directions

  private func areas(_ rule: (ArraySlice<Int32>) -> Double) -> [Double] {
    let column = view.column(.areas, view.schema.number(.areas, "insatser"))
    return (0..<view.snapshot[.areas].count).map { rule(View.references(column, $0)) }
  }

  private func shareDone(_ rows: ArraySlice<Int32>) -> Double {
    guard !rows.isEmpty else { return .nan }
    let statuses = codes(.measures, "status")
    let done = code(.status, "genomförd")
    return Double(rows.count { statuses[Int($0)] == done }) * 100 / Double(rows.count)
  }

  private func isAnswered() -> [Int8] {
    let column = view.column(.directions, view.schema.number(.directions, "insatser"))
    return (0..<view.snapshot[.directions].count).map {
      View.references(column, $0).isEmpty ? 0 : 1
    }
  }
}

// MARK: - Indicators

extension Derived {
  private struct Outcome {
    let last: Day
    let value: Double
    let target: Double
  }

  /// The outcomes of each indicator for all sexes that have a value, in order of time.
  private func indicators<Result>(_ rule: ([Outcome]) -> Result) -> [Result] {
    var outcomes = [[Outcome]](repeating: [], count: view.snapshot[.indicators].count)
    func column(_ name: String) -> Column {
      view.column(.outcomes, view.schema.number(.outcomes, name))
    }
    if case .references(let rows) = column("indikator"),
      case .periods(let periods) = column("period"),
      case .codes(let sexes) = column("kön"), case .numbers(let values) = column("värde"),
      case .numbers(let targets) = column("målvärde")
    {
      let total = code(.sex, "T")
      for row in rows.indices
      where rows[row] >= 0 && !values[row].isNaN && !periods[row].isNone
        && (sexes[row] == -1 || sexes[row] == total)
      {
        outcomes[Int(rows[row])].append(
          Outcome(last: periods[row].last, value: values[row], target: targets[row])
        )
      }
    }
    return outcomes.map { all in
      let sorted = all.enumerated().sorted {
        ($0.element.last, $0.offset) < ($1.element.last, $1.offset)
      }
      return rule(sorted.map(\.element))
    }
  }

  private func trend(_ outcomes: [Outcome]) -> Int32 {
    guard outcomes.count > 1 else { return code(.trend, "data saknas") }
    let (before, now) = (outcomes[outcomes.count - 2].value, outcomes[outcomes.count - 1].value)
    return code(.trend, now > before ? "ökar" : now < before ? "minskar" : "oförändrad")
  }

  private func fulfilment() -> [Int32] {
    let better = codes(.indicators, "bättre")
    let latest = indicators { $0.last }
    return latest.enumerated().map { row, outcome in
      guard let outcome, !outcome.target.isNaN else { return code(.fulfilment, "ej bedömd") }
      let isMet: Bool? =
        switch better[row] {
        case code(.better, "högre"): outcome.value >= outcome.target
        case code(.better, "lägre"): outcome.value <= outcome.target
        default: nil
        }
      guard let isMet else { return code(.fulfilment, "ej bedömd") }
      return code(.fulfilment, isMet ? "uppnås" : "uppnås ej")
    }
  }
}
