/// The computed fields of the model.
extension View {
  /// The value of a computed field, nil if the set has none of that name.
  func derived(_ record: Record, _ field: String) -> Value? {
    switch record.set {
    case "insatser": return derivedOfMeasure(record, field)
    case "områden": return derivedOfArea(record, field)
    case "inriktningar":
      guard field == "täckt" else { return nil }
      return .bool(!record.referring("insatser").filter(exists).isEmpty)
    case "indikatorer": return derivedOfIndicator(record, field)
    default: return nil
    }
  }

  private func derivedOfMeasure(_ record: Record, _ field: String) -> Value? {
    switch field {
    case "senaste": return reports(record).last.map { .record($0.record) } ?? .empty
    case "förra": return reports(record).dropLast().last.map { .record($0.record) } ?? .empty
    case "förändring": return change(record)
    case "försenad": return late(record)
    case "tyst": return .bool(isSilent(record))
    case "ålder_status": return ageOfStatus(record)
    case "fullständighet": return completeness(record)
    case "fortsätter": return .bool(goesOn(record))
    default: return nil
    }
  }

  /// ny, framåt, bakåt, oförändrad, återupptagen or tyst.
  private func change(_ record: Record) -> Value {
    let known = reports(record)
    guard let latest = known.last else { return .empty }
    if isSilent(record) { return choice(5, "tyst") }
    guard known.count > 1 else { return choice(0, "ny") }
    guard case .choice(let now, _) = latest.record.stored("status"),
      case .choice(let before, _) = known[known.count - 2].record.stored("status")
    else { return .empty }
    let paused = 3
    if now == before { return choice(3, "oförändrad") }
    if now >= paused { return choice(2, "bakåt") }
    if before >= paused { return choice(4, "återupptagen") }
    return now > before ? choice(1, "framåt") : choice(2, "bakåt")
  }

  private func choice(_ place: Int, _ word: String) -> Value { .choice(place, Text(word)) }

  private func late(_ record: Record) -> Value {
    guard !isClosed(value(record, "status")), case .time(let end) = record.stored("slut") else {
      return choice(0, "nej")
    }
    if end.last < moment { return choice(2, "ja") }
    return end.first <= moment ? choice(1, "kanske") : choice(0, "nej")
  }

  /// True for genomförd and avbruten.
  private func isClosed(_ status: Value) -> Bool {
    guard case .choice(let place, _) = status else { return false }
    return place == 2 || place == 4
  }

  /// Reported at an earlier occasion, not at the latest, and never closed.
  private func isSilent(_ record: Record) -> Bool {
    guard let latest = store.occasions.last(where: { $0.per <= moment }) else { return false }
    let known = reports(record)
    let earlier = known.contains { $0.per < latest.per }
    let reportedNow = known.contains { $0.per == latest.per }
    let closed = known.contains { isClosed($0.record.stored("status")) }
    return earlier && !reportedNow && !closed && !isClosed(value(record, "status"))
  }

  private func ageOfStatus(_ record: Record) -> Value {
    let places = reports(record).reversed().map { report -> Int? in
      if case .choice(let place, _) = report.record.stored("status") { return place }
      return nil
    }
    guard let first = places.first, let status = first else { return .empty }
    return .number(Double(places.prefix { $0 == status }.count))
  }

  private func completeness(_ record: Record) -> Value {
    let filled = ["ansvarig", "slut", "målgrupp", "effekter", "källa"].filter {
      !value(record, $0).isEmpty
    }
    return .number(Double(filled.count) * 100 / 5)
  }

  /// Another insats continues this one.
  private func goesOn(_ record: Record) -> Bool {
    all("insatser").contains { $0 !== record && $0.target("fortsättning_av") === record }
  }

  private func derivedOfArea(_ record: Record, _ field: String) -> Value? {
    guard field == "antal_insatser" || field == "andel_genomförda" else { return nil }
    let measures = record.referring("insatser").filter(exists)
    if field == "antal_insatser" { return .number(Double(measures.count)) }
    guard !measures.isEmpty else { return .empty }
    let done = measures.filter { measure in
      if case .choice(2, _) = value(measure, "status") { return true }
      return false
    }
    return .number(Double(done.count) * 100 / Double(measures.count))
  }

  private func derivedOfIndicator(_ record: Record, _ field: String) -> Value? {
    guard field == "senaste_värde" || field == "trend" else { return nil }
    let values = totals(record)
    if field == "senaste_värde" { return values.last.map(Value.number) ?? .empty }
    guard values.count > 1 else { return choice(3, "data saknas") }
    let now = values[values.count - 1]
    let before = values[values.count - 2]
    if now == before { return choice(2, "oförändrad") }
    return now > before ? choice(0, "ökar") : choice(1, "minskar")
  }

  /// The values for all, by the last day of their period.
  private func totals(_ indicator: Record) -> [Double] {
    var found: [(day: Int, value: Double)] = []
    for outcome in indicator.referring("utfall") {
      guard case .number(let number) = outcome.stored("värde"),
        case .time(let period) = outcome.stored("period")
      else { continue }
      if case .choice(let sex, _) = outcome.stored("kön"), sex != 0 { continue }
      let place = found.firstIndex { $0.day > period.last } ?? found.count
      found.insert((period.last, number), at: place)
    }
    return found.map(\.value)
  }
}
