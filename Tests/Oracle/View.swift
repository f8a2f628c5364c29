/// The store as it stands at a moment, or as it is now.
final class View {
  unowned let store: Store
  /// The day of the question.
  let today: Int
  /// The day of the state, nil for the records as they are.
  let asOf: Int?

  init(_ store: Store, today: Int, asOf: Int?) {
    self.store = store
    self.today = today
    self.asOf = asOf
  }

  /// What stands for today in computed fields.
  var moment: Int { asOf ?? today }

  /// The view of the same store at a day.
  func at(_ day: Int) -> View {
    if let view = store.views[day] { return view }
    let view = View(store, today: today, asOf: day)
    store.views[day] = view
    return view
  }

  /// True if the record existed at the moment.
  func exists(_ record: Record) -> Bool {
    guard let day = asOf else { return true }
    switch record.set {
    case "insatser":
      if case .time(let entered) = record.stored("införd") { return entered.last <= day }
      guard case .number(let year) = record.stored("år") else { return true }
      return Days.number(Int(year), 1, 1) <= day
    case "tillfällen":
      guard case .time(let per) = record.stored("per") else { return false }
      return per.last <= day
    case "lägen", "effekter", "behov":
      guard let occasion = record.target("tillfälle") else { return false }
      return exists(occasion)
    default: return true
    }
  }

  /// The records of a set that existed at the moment.
  func all(_ set: String) -> [Record] {
    asOf == nil ? store.all(set) : store.all(set).filter(exists)
  }

  /// The lägen of an insats up to the moment, by day.
  func reports(_ measure: Record) -> [Report] {
    store.reports[measure.index].filter { $0.per <= moment }
  }

  /// The value of a field of a record at the moment.
  func value(_ record: Record, _ field: String) -> Value {
    if asOf != nil, record.set == "insatser", isReported(field) {
      return reports(record).last?.record.stored(field) ?? .empty
    }
    if let stored = record.fields[field] { return living(stored) }
    if let value = derived(record, field) { return value }
    if SchemaIndex.shared.reverse[record.set]?[field] != nil {
      return .listed(record.referring(field).filter(exists).map(Value.record))
    }
    return .empty
  }

  private func isLiving(_ value: Value) -> Bool {
    if case .record(let record) = value { return exists(record) }
    return true
  }

  /// The value without the records of a list that did not exist; a single reference stays.
  private func living(_ value: Value) -> Value {
    guard asOf != nil else { return value }
    switch value {
    case .list(let items): return .listed(items.filter(isLiving))
    default: return value
    }
  }

  /// The value of a path: through a list it is a list without the empty values.
  func value(_ record: Record, _ path: Path) -> Value {
    var value = Value.record(record)
    for field in path { value = step(value, field) }
    return value
  }

  private func step(_ value: Value, _ field: String) -> Value {
    switch value {
    case .record(let record): return self.value(record, field)
    case .list(let items): return .listed(items.flatMap { step($0, field).items })
    default: return .empty
    }
  }
}

/// True for the fields of an insats that lägen carry.
func isReported(_ field: String) -> Bool {
  field == "status" || field == "bedömning" || field == "framsteg"
}

extension View {
  /// The day of a moment.
  func day(_ moment: Moment) throws -> Int {
    switch moment {
    case .period(.month(let year, let month)):
      if month == 4, let occasion = occasion("april", year) { return occasion.per }
      return Days.number(year, month, Days.length(ofMonth: month, year: year))
    case .period(let period):
      guard let span = period.span(today: today) else { throw OracleError("no such period") }
      return span.last
    case .occasion(let type, let year):
      guard let occasion = occasion(type, year) else { throw OracleError("no such occasion") }
      return occasion.per
    case .latest, .previous:
      guard let occasion = recentOccasion(moment == .latest ? 0 : 1) else {
        throw OracleError("no occasion yet")
      }
      return occasion.per
    }
  }

  /// The occasion of a moment that names one.
  func occasionRecord(_ moment: Moment) -> Record? {
    switch moment {
    case .period(.month(let year, 4)): return occasion("april", year)?.record
    case .occasion(let type, let year): return occasion(type, year)?.record
    case .latest: return recentOccasion(0)?.record
    case .previous: return recentOccasion(1)?.record
    case .period: return nil
    }
  }

  private func occasion(_ type: String, _ year: Int) -> (per: Int, record: Record)? {
    store.occasions.first { _, record in
      guard case .choice(_, let word) = record.stored("typ"),
        case .number(let number) = record.stored("år")
      else { return false }
      return word.raw == type && Int(number) == year
    }
  }

  /// The occasion that is so many steps before the latest one up to today.
  private func recentOccasion(_ steps: Int) -> (per: Int, record: Record)? {
    let past = store.occasions.filter { $0.per <= today }
    return past.count > steps ? past[past.count - 1 - steps] : nil
  }
}
