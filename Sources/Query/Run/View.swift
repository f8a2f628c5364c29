import Model
import Text

/// The store as it stood at a moment, as columns: stored, reverse and computed fields alike.
///
/// Everything above it reads columns and need not know which kind of field it is, nor the moment.
final class View {
  unowned let workspace: Workspace
  /// The moment of `as of`; nil is the store as it stands.
  let moment: Day?
  private var columns: [Path.Hop.Key: Column] = [:]
  private var existing: [SetID: RowSet] = [:]
  private var latestReports: [Int32]?
  private var valueCodes: [Path.Hop.Key: ValueCodes?] = [:]

  init(_ workspace: Workspace, moment: Day?) {
    (self.workspace, self.moment) = (workspace, moment)
  }

  var snapshot: Snapshot { workspace.snapshot }
  var schema: Schema { workspace.snapshot.schema }
  /// The day that the view is of.
  var now: Day { moment ?? workspace.today }

  /// Gives the column of a field.
  func column(_ set: SetID, _ field: Int) -> Column {
    let key = Path.Hop.Key(set: set, field: field)
    if let column = columns[key] { return column }
    let column = make(set, field)
    columns[key] = column
    return column
  }

  /// Gives the values of a field as small numbers; nil if they are too many to choose from.
  func codes(_ set: SetID, _ field: Int) -> ValueCodes? {
    let key = Path.Hop.Key(set: set, field: field)
    if let codes = valueCodes[key] { return codes }
    let known =
      switch schema.field(set, field).type {
      case .enumeration(let enumeration): enumeration.cases.count
      case .reference(let target): snapshot[target].count
      default: 0
      }
    let codes = ValueCodes(column(set, field), snapshot.heap, known: known)
    valueCodes[key] = .some(codes)
    return codes
  }

  private func make(_ set: SetID, _ field: Int) -> Column {
    let declared = schema.field(set, field)
    switch declared.origin {
    case .reverse(let source, let number): return reverse(source, number, to: set)
    case .derived(let rule): return Derived(self).column(rule)
    case .stored, .own:
      guard let column = snapshot[set].columns[field] else { return .numbers([]) }
      guard moment != nil else { return column }
      if set == .measures, declared.isReported { return reported(declared.name) }
      if case .reference(let target) = declared.type, let exists = exists(target) {
        return View.filtered(column, exists)
      }
      return column
    }
  }

  // MARK: What exists

  /// The records of a set that exist at the moment; nil where all do.
  func exists(_ set: SetID) -> RowSet? {
    guard let moment else { return nil }
    if let rows = existing[set] { return rows }
    let rows: RowSet
    switch set {
    case .measures: rows = measures(at: moment)
    case .occasions: rows = days(of: .occasions, "per", upTo: moment)
    case .reports, .effects, .needs: rows = reported(set, at: moment)
    default: return nil
    }
    existing[set] = rows
    return rows
  }

  private func stored(_ set: SetID, _ name: String) -> Column? {
    snapshot[set].columns[schema.number(set, name)]
  }

  private func days(of set: SetID, _ name: String, upTo moment: Day) -> RowSet {
    guard case .days(let days)? = stored(set, name) else { return RowSet(0) }
    return RowSet(days.count) { days[$0] != .none && days[$0] <= moment }
  }

  private func measures(at moment: Day) -> RowSet {
    guard case .days(let days)? = stored(.measures, "införd"),
      case .numbers(let years)? = stored(.measures, "år")
    else { return RowSet(0) }
    let year = Double(moment.year)
    return RowSet(days.count) { row in
      days[row] != .none ? days[row] <= moment : !(years[row] > year)
    }
  }

  private func reported(_ set: SetID, at moment: Day) -> RowSet {
    guard case .references(let occasions)? = stored(set, "tillfälle") else { return RowSet(0) }
    let past = days(of: .occasions, "per", upTo: moment)
    return RowSet(occasions.count) { occasions[$0] >= 0 && past.contains(Int(occasions[$0])) }
  }

  // MARK: Lists of records

  /// Leaves out of a list the records that do not exist; a single reference is followed anyway.
  private static func filtered(_ column: Column, _ exists: RowSet) -> Column {
    guard case .list(let offsets, .references(let rows)) = column else { return column }
    var (newOffsets, kept): ([Int32], [Int32]) = ([0], [])
    for record in 0..<(offsets.count - 1) {
      for k in Int(offsets[record])..<Int(offsets[record + 1])
      where rows[k] < 0 || exists.contains(Int(rows[k])) {
        kept.append(rows[k])
      }
      newOffsets.append(Int32(kept.count))
    }
    return .list(offsets: newOffsets, .references(kept))
  }

  /// The records of `source` that refer here, in the store's order.
  private func reverse(_ source: SetID, _ field: Int, to target: SetID) -> Column {
    let count = snapshot[target].count
    guard let column = snapshot[source].columns[field] else {
      return .list(offsets: [Int32](repeating: 0, count: count + 1), .references([]))
    }
    let exists = exists(source)
    var sizes = [Int32](repeating: 0, count: count + 1)
    func visit(_ body: (_ row: Int32, _ target: Int) -> Void) {
      for row in 0..<snapshot[source].count where exists?.contains(row) ?? true {
        let all = View.references(column, row)
        for (k, referred) in all.enumerated()
        where referred >= 0 && !all.prefix(k).contains(referred) {
          body(Int32(row), Int(referred))
        }
      }
    }
    visit { _, target in sizes[target + 1] += 1 }
    for k in 0..<count { sizes[k + 1] += sizes[k] }
    var next = sizes
    var rows = [Int32](repeating: -1, count: Int(sizes[count]))
    visit { row, target in
      rows[Int(next[target])] = row
      next[target] += 1
    }
    return .list(offsets: sizes, .references(rows))
  }

  /// The rows that a record refers to.
  static func references(_ column: Column, _ row: Int) -> ArraySlice<Int32> {
    switch column {
    case .references(let rows): rows[row...row]
    case .list(let offsets, .references(let rows)):
      rows[Int(offsets[row])..<Int(offsets[row + 1])]
    default: []
    }
  }

  // MARK: Reports

  /// The latest report of each measure up to the view's day; −1 where there is none.
  var latest: [Int32] {
    if let latestReports { return latestReports }
    let timeline = workspace.timeline
    let latest = (0..<snapshot[.measures].count).map { timeline.latest(of: $0, upTo: now) }
    latestReports = latest
    return latest
  }

  /// A reported field takes its value from the latest report, empty where that lacks it.
  private func reported(_ name: String) -> Column {
    guard let reports = stored(.reports, name) else { return .numbers([]) }
    switch reports {
    case .codes(let codes): return .codes(latest.map { $0 < 0 ? -1 : codes[Int($0)] })
    case .numbers(let numbers): return .numbers(latest.map { $0 < 0 ? .nan : numbers[Int($0)] })
    default: return reports
    }
  }
}

extension Path.Hop {
  /// A set and a field, to find a column by.
  struct Key: Hashable {
    let set: SetID
    let field: Int
  }
}

/// The reports of each measure in order of time.
///
/// Where two are of one occasion, the later in the store holds.
struct Timeline {
  private let offsets: [Int32]
  private let reports: [Int32]
  private let days: [Day]

  init(_ snapshot: Snapshot) {
    let schema = snapshot.schema
    func column(_ set: SetID, _ name: String) -> Column? {
      snapshot[set].columns[schema.number(set, name)]
    }
    let count = snapshot[.measures].count
    var ofMeasure = [[Entry]](repeating: [], count: count)
    if case .references(let measures)? = column(.reports, "insats"),
      case .references(let occasions)? = column(.reports, "tillfälle"),
      case .days(let per)? = column(.occasions, "per")
    {
      for (row, measure) in measures.enumerated()
      where measure >= 0 && occasions[row] >= 0 && per[Int(occasions[row])] != .none {
        let occasion = occasions[row]
        let entry = Entry(day: per[Int(occasion)], occasion: occasion, report: Int32(row))
        ofMeasure[Int(measure)].removeAll { $0.occasion == occasion }
        ofMeasure[Int(measure)].append(entry)
      }
    }
    var (offsets, reports, days): ([Int32], [Int32], [Day]) = ([0], [], [])
    for entries in ofMeasure {
      for entry in entries.sorted(by: { ($0.day, $0.report) < ($1.day, $1.report) }) {
        reports.append(entry.report)
        days.append(entry.day)
      }
      offsets.append(Int32(reports.count))
    }
    (self.offsets, self.reports, self.days) = (offsets, reports, days)
  }

  private struct Entry {
    let day: Day
    let occasion: Int32
    let report: Int32
  }

  /// The reports of a measure up to a day, in order of time.
  func reports(of measure: Int, upTo day: Day) -> [(report: Int32, day: Day)] {
    (Int(offsets[measure])..<Int(offsets[measure + 1])).lazy
      .filter { days[$0] <= day }.map { (reports[$0], days[$0]) }
  }

  /// The latest report of a measure up to a day; −1 if there is none.
  func latest(of measure: Int, upTo day: Day) -> Int32 {
    for k in (Int(offsets[measure])..<Int(offsets[measure + 1])).reversed() where days[k] <= day {
      return reports[k]
    }
    return -1
  }
}
