import Model
import Text

/// Records that belong to another, as a card shows them.
struct Related {
  let workspace: Workspace
  let view: View
  let texts: ValueText

  init(_ workspace: Workspace) {
    self.workspace = workspace
    view = workspace.view(nil)
    texts = ValueText(workspace.snapshot)
  }

  private var snapshot: Snapshot { workspace.snapshot }
  private var schema: Schema { workspace.snapshot.schema }

  /// The sets whose records are told in full; others are one line each.
  private static let told: Set<SetID> = [.reports, .effects, .needs, .decisions, .documents]

  /// Gives the section that a field makes: one for what refers here, and for decisions and
  /// documents; nil for a field that is a line of its own.
  func section(_ field: Field, _ value: Value, of owner: SetID) -> CardData.Section? {
    guard case .reference(let set) = field.type else { return nil }
    var back: Int?
    switch field.origin {
    case .reverse(_, let number): back = number
    case .stored where [.decisions, .documents].contains(set): back = nil
    default: return nil
    }
    let rows = value.elements.compactMap { element -> Int32? in
      if case .reference(let row) = element, row >= 0 { row } else { nil }
    }
    return section(field.label, set, rows, without: back)
  }

  /// Gives sections of the records that refer here by a field with no reverse, such as `del_av`.
  func referring(to row: Int32, of target: SetID) -> [CardData.Section] {
    let reverse = schema[target].fields.compactMap { field -> Path.Hop.Key? in
      guard case .reverse(let set, let number) = field.origin else { return nil }
      return Path.Hop.Key(set: set, field: number)
    }
    return schema.sets.flatMap { source in
      source.fields.enumerated().compactMap { number, field -> CardData.Section? in
        guard field.isStored, case .reference(target) = field.type,
          !reverse.contains(Path.Hop.Key(set: source.id, field: number))
        else { return nil }
        let column = view.column(source.id, number)
        let rows = (0..<snapshot[source.id].count).filter {
          View.references(column, $0).contains(row)
        }
        guard !rows.isEmpty else { return nil }
        let title = Bilingual(
          "\(source.name) (\(field.name))",
          "\(source.english) (\(field.english))"
        )
        return section(title, source.id, rows.map(Int32.init), without: number)
      }
    }
  }

  private func section(
    _ title: Bilingual,
    _ set: SetID,
    _ rows: [Int32],
    without back: Int?
  ) -> CardData.Section? {
    guard !rows.isEmpty else { return nil }
    let ordered = set == .reports ? rows.sorted { reportOrder($0) < reportOrder($1) } : rows
    let items = ordered.prefix(CardData.maximum).map { row in
      set == .reports
        ? report(Int(row), back)
        : Related.told.contains(set) ? told(set, row, back) : line(set, row, back)
    }
    return CardData.Section(title: title, items: items, leftOut: rows.count - items.count)
  }

  // MARK: Reports

  /// The day of a report's occasion, then its place in the store; those without a day come last.
  private func reportOrder(_ row: Int32) -> (Day, Int32) {
    (reportDay(Int(row)) ?? Day(number: .max), row)
  }

  private func reportDay(_ row: Int) -> Day? {
    guard case .reference(let occasion) = value(.reports, row, "tillfälle"), occasion >= 0,
      case .period(let day) = value(.occasions, Int(occasion), "per")
    else { return nil }
    return day.first
  }

  /// »2026-04-30 april-2026: pågår »tas fram««, and what else was said; of an occasion's reports,
  /// which measure it was said of instead.
  private func report(_ row: Int, _ back: Int?) -> CardData.Item {
    let status = field(row, "status")
    let word = value(.reports, row, "statusord")
    let said = word.isEmpty ? "" : " »\(texts.plain(word, .text).swedish)«"
    let isOfMeasure = back == schema.number(.reports, "insats")
    let about = field(row, isOfMeasure ? "tillfälle" : "insats").swedish
    let day = isOfMeasure ? reportDay(row).map { "\($0.text) " } ?? "" : ""
    var item = CardData.Item(head: status.map { "\(day)\(about): \($0)\(said)" })
    guard isOfMeasure else { return item }
    // The first line has said what stands before the traffic light.
    let shown = schema[.reports].fields.prefix { $0.name != "bedömning" }.map(\.name)
    fill(&item, .reports, row) { shown.contains($0.name) }
    return item
  }

  private func field(_ row: Int, _ name: String) -> Bilingual {
    let number = schema.number(.reports, name)
    let kind = ValueKind(schema.field(.reports, number).type)
    let value = value(.reports, row, name)
    return value.isEmpty ? texts.plain(.empty, kind) : text(value, kind)
  }

  private func value(_ set: SetID, _ row: Int, _ name: String) -> Value {
    view.column(set, schema.number(set, name)).value(row)
  }
}

// MARK: - Other records

extension Related {
  /// A record with all its fields.
  private func told(_ set: SetID, _ row: Int32, _ back: Int?) -> CardData.Item {
    var item = CardData.Item(head: Bilingual(same: call(set, row)))
    let skipped = back.map { schema.field(set, $0).name }
    fill(&item, set, Int(row)) { field in
      field.name == "id" || field.name == schema[set].nameField || field.name == skipped
    }
    return item
  }

  /// A record on one line: its id, its name, and what a table shows of it.
  private func line(_ set: SetID, _ row: Int32, _ back: Int?) -> CardData.Item {
    let skipped = back.map { schema.field(set, $0).name }
    let values = schema[set].defaults.compactMap { name -> Bilingual? in
      guard name != "id", name != schema[set].nameField, name != skipped else { return nil }
      let value = value(set, Int(row), name)
      let field = schema.field(set, schema.number(set, name))
      guard !value.isEmpty else { return nil }
      return Related.short(field, texts.plain(value, ValueKind(field.type)))
    }
    let parts = [Bilingual(same: call(set, row))] + values
    return CardData.Item(head: Related.joined(parts))
  }

  /// The id and the name of a record.
  func call(_ set: SetID, _ row: Int32) -> String {
    let id = snapshot.heap.string(snapshot.id(set, row))
    let name = snapshot.heap.string(snapshot.name(set, row))
    return name == id ? id : "\(id) \(name)"
  }

  /// Fills in a record's stored fields: texts as lines of their own, other values on one.
  private func fill(
    _ item: inout CardData.Item,
    _ set: SetID,
    _ row: Int,
    without isSkipped: (Field) -> Bool
  ) {
    var short: [Bilingual] = []
    for (number, field) in schema[set].fields.enumerated()
    where field.isStored && !isSkipped(field) {
      let value = view.column(set, number).value(row)
      if value.isEmpty { continue }
      let text = text(value, ValueKind(field.type))
      switch field.type {
      case .text: item.entries.append(.init(label: field.label, text: text))
      default: short.append(Related.short(field, text))
      }
    }
    item.detail = Related.joined(short)
  }

  /// A value that stands on a line with others: words speak for themselves, others have a label.
  private static func short(_ field: Field, _ text: Bilingual) -> Bilingual {
    switch field.type {
    case .enumeration, .reference: return text.map(oneLine)
    case .text, .integer, .number, .money, .percent, .bool, .day, .time:
      return Bilingual(
        "\(field.name) \(oneLine(text.swedish))",
        "\(field.english) \(oneLine(text.english))"
      )
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: ", ")
  }

  private static func joined(_ parts: [Bilingual]) -> Bilingual {
    Bilingual(
      parts.map(\.swedish).joined(separator: " · "),
      parts.map(\.english).joined(separator: " · ")
    )
  }

  /// A value as people read it: records by id and name, several of them a line each.
  func text(_ value: Value, _ kind: ValueKind) -> Bilingual {
    guard case .reference(let set) = kind else { return texts.plain(value, kind) }
    let lines = value.elements.compactMap { element -> String? in
      if case .reference(let row) = element { call(set, row) } else { nil }
    }
    return Bilingual(same: lines.joined(separator: "\n"))
  }
}
