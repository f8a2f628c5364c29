/// The value of a field or an operand.
indirect enum Value {
  case empty
  case text(Text)
  case number(Double)
  case bool(Bool)
  case time(Span)
  /// A value of an enumeration with its place in the declared order.
  case choice(Int, Text)
  case record(Record)
  case list([Value])

  /// True for an empty value.
  var isEmpty: Bool {
    if case .empty = self { return true }
    return false
  }

  /// The values of a list, the value itself, or nothing.
  var items: [Value] {
    switch self {
    case .empty: return []
    case .list(let items): return items
    default: return [self]
    }
  }

  /// A list, or empty if it holds nothing.
  static func listed(_ items: [Value]) -> Value { items.isEmpty ? .empty : .list(items) }
}

/// One record of a set.
final class Record {
  let set: String
  let index: Int
  let id: Text
  fileprivate(set) var name: Text
  fileprivate(set) var fields: [String: Value] = [:]
  fileprivate(set) var reverse: [String: [Record]] = [:]

  init(set: String, index: Int, id: Text) {
    self.set = set
    self.index = index
    self.id = id
    name = id
  }

  /// The value of a stored field.
  func stored(_ field: String) -> Value { fields[field] ?? .empty }

  /// The records of a reverse field in the order of the store.
  func referring(_ field: String) -> [Record] { reverse[field] ?? [] }

  /// The record that a stored field refers to.
  func target(_ field: String) -> Record? {
    if case .record(let record)? = fields[field] { return record }
    return nil
  }
}

/// One läge of an insats with the day it holds for.
struct Report {
  var per: Int
  var record: Record
  var occasion: Record
}

/// A store as plain records.
final class Store {
  private(set) var records: [String: [Record]] = [:]
  private(set) var byID: [String: [String: Record]] = [:]
  /// The occasions by their day.
  private(set) var occasions: [(per: Int, record: Record)] = []
  /// The lägen of each insats by day, the later in the store alone where two share an occasion.
  private(set) var reports: [[Report]] = []
  /// The views at moments that have been asked for.
  var views: [Int: View] = [:]

  init(json: String) throws {
    let root = try readJson(json)
    for set in Schema.sets { try addRecords(of: set, root.value(set.name)?.items ?? []) }
    for set in Schema.sets { try fillFields(of: set, root.value(set.name)?.items ?? []) }
    for set in Schema.sets { addReverse(to: set.name) }
    for record in all("tillfällen") {
      guard case .time(let span) = record.stored("per") else { continue }
      occasions.append((span.first, record))
    }
    occasions.sort { $0.per < $1.per }
    reports = all("insatser").map(reportsInOrder)
  }

  /// All records of a set in the order of the store.
  func all(_ set: String) -> [Record] { records[set] ?? [] }

  private func addRecords(of set: SetInfo, _ items: [Json]) throws {
    for (index, item) in items.enumerated() {
      guard let id = item.value("id")?.string else { throw OracleError("a record without id") }
      let record = Record(set: set.name, index: index, id: Text(id))
      records[set.name, default: []].append(record)
      byID[set.name, default: [:]][record.id.raw] = record
    }
  }

  private func fillFields(of set: SetInfo, _ items: [Json]) throws {
    for (record, item) in zip(all(set.name), items) {
      for field in set.fields {
        guard let value = item.value(field.name) else { continue }
        record.fields[field.name] = try self.value(value, field.kind)
      }
      if let field = set.nameField, case .text(let name)? = record.fields[field] {
        record.name = name
      }
    }
  }

  /// A JSON value as a value of a kind; an empty text or list is empty.
  private func value(_ json: Json, _ kind: Kind) throws -> Value {
    switch (kind, json) {
    case (_, .null): return .empty
    case (.list(let single), .list(let items)):
      return .listed(try items.map { try value($0, single) }.filter { !$0.isEmpty })
    case (_, .text("")): return .empty
    case (.text, .text(let text)): return .text(Text(text))
    case (.number, .number(let number)): return .number(number)
    case (.bool, .bool(let flag)): return .bool(flag)
    case (.time, .text(let text)):
      guard let span = Span(stored: text) else { throw OracleError("no time: \(text)") }
      return .time(span)
    case (.enumeration(let names), .text(let text)):
      let word = Text(text)
      guard let place = names.firstIndex(of: word.raw) else {
        throw OracleError("no value of the enumeration: \(text)")
      }
      return .choice(place, word)
    case (.reference(let set), .text(let id)):
      guard let record = byID[set]?[Text(id).raw] else { throw OracleError("dangling: \(id)") }
      return .record(record)
    default: throw OracleError("a value of the wrong type")
    }
  }

  private func addReverse(to target: String) {
    for (name, field) in SchemaIndex.shared.reverse[target] ?? [:] {
      for source in all(name) {
        for case .record(let record) in source.stored(field).items {
          let last = record.reverse[name]?.last
          if last !== source { record.reverse[name, default: []].append(source) }
        }
      }
    }
  }

  /// The lägen of an insats by the day of their occasion.
  private func reportsInOrder(_ measure: Record) -> [Report] {
    var found: [Report] = []
    for record in measure.referring("lägen") {
      guard let occasion = record.target("tillfälle"),
        case .time(let per) = occasion.stored("per")
      else { continue }
      found.removeAll { $0.occasion === occasion }
      found.append(Report(per: per.first, record: record, occasion: occasion))
    }
    // A stable order: equal days keep the order of the store.
    return found.enumerated().sorted { left, right in
      (left.element.per, left.offset) < (right.element.per, right.offset)
    }.map(\.element)
  }
}
