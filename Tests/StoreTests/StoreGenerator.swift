import Chance
import Model

/// Stores with everything that a store may hold and that a writer may get wrong.
struct StoreGenerator {
  var random: Dice

  /// A store: its keys at the top, each with its value.
  typealias Entries = [(key: LooseJSON, value: LooseJSON)]

  private var ids: [SetID: [String]] = [:]

  init(seed: UInt64) { random = Dice(seed: seed) }

  /// Makes a store.
  ///
  /// The sets' records are the items of their lists.
  mutating func store() -> Entries {
    for set in Schema.followUp.sets { ids[set.id] = freshIDs(set) }
    var entries: Entries = [
      (.text("format"), .text("följ")),
      (.text("version"), .token(random.any(of: ["1", "1", "1", "2", "1.0", "\"ett\""]))),
    ]
    if random.percent(50) { entries.append((.text("fält"), ownFields())) }
    for set in Schema.followUp.sets where random.percent(80) {
      entries.append((.text(set.name), .list((ids[set.id] ?? []).map { record($0, set) })))
    }
    for k in 0..<Int.random(in: 0...2, using: &random) {
      entries.append((.token("\"x-\(k) \\u00e5\""), kept(3)))
    }
    return entries
  }

  /// The file in the canonical layout.
  static func canonical(_ store: Entries) -> String {
    let sections = store.map { key, value in
      func isObject(_ item: LooseJSON) -> Bool { if case .object = item { true } else { false } }
      guard case .list(let items) = value, !items.isEmpty, items.allSatisfy(isObject) else {
        return key.line + ": " + value.line
      }
      return key.line + ": [\n" + items.map(\.line).joined(separator: ",\n") + "\n]"
    }
    return "{\n" + sections.joined(separator: ",\n") + "\n}\n"
  }

  private mutating func freshIDs(_ set: SetSchema) -> [String] {
    (0..<Int.random(in: 0...6, using: &random)).map { k in
      "\(set.name.prefix(3)) \(k)" + random.any(of: ["", "", " é", " \"q\"", "/2", " 😀"])
    }
  }

  private mutating func record(_ id: String, _ set: SetSchema) -> LooseJSON {
    var entries: Entries = [(.text("id"), .text(id))]
    for field in set.fields where field.isStored && field.name != "id" && random.percent(45) {
      entries.append((.text(field.name), field.isList ? list(field.type) : value(field.type)))
    }
    for k in 0..<2 where random.percent(15) { entries.append((.token("\"y\(k)\""), kept(3))) }
    if random.percent(25) {
      entries.append(
        (
          .token("\"egna\""),
          .object([
            (.token("\"anmärkning\""), .token("\"a\\u0308r\"")),
            (.token("\"tal\""), .token("1.50")),
          ])
        )
      )
    }
    return .object(entries)
  }

  /// A list, or where something in it is unusual, a list that is kept as it stands.
  private mutating func list(_ type: FieldType) -> LooseJSON {
    var items: [LooseJSON] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) { items.append(value(type)) }
    let isUnusual = items.contains {
      if case .token(let text) = $0 { isOdd(text, type) } else { false }
    }
    return .list(isUnusual ? items.map { .token($0.line) } : items)
  }

  private func isOdd(_ token: String, _ type: FieldType) -> Bool {
    switch type {
    case .integer: !["2026", "-3", "0"].contains(token)
    case .number, .money, .percent: !["12.5", "0.1", "1e-7", "-0", "2026"].contains(token)
    case .bool: !["true", "false"].contains(token)
    default: true
    }
  }

  private mutating func value(_ type: FieldType) -> LooseJSON {
    switch type {
    case .text:
      random.any(of: [.text(text()), .text(text()), .text(text()), .token("\"\""), wrong()])
    case .integer:
      .token(random.any(of: ["2026", "2026", "-3", "0", "1e3", "1E+2", "2.5", "true", "\"2026\""]))
    case .number, .money, .percent:
      .token(
        random.any(of: [
          "12.5", "12.50", "0.1", "1e-7", "-0", "100000000000000000000", "1e400", "2026", "{}",
        ])
      )
    case .bool: .token(random.any(of: ["true", "false", "\"ja\"", "1"]))
    case .day: word(["2026-02-28", "2024-02-29"], wrong: ["\"2026-02-30\"", "\"\"", "20260228"])
    case .time:
      word(
        [
          "2026-04-30", "2026-04", "2026", "2026-Q2", "2026-T1", "2026-VT", "2026-HT",
          "2026-07-01/2026-12-31",
        ],
        wrong: ["\"våren\"", "\"2026-13\"", "\"\"", "2026"]
      )
    case .enumeration(let list):
      random.percent(15) ? .text("okänd sort é") : word(list.names, wrong: ["\"\"", "3"])
    case .reference(let set):
      word((ids[set] ?? []) + ["finns inte é"], wrong: ["\"\"", "null", "[]"])
    }
  }

  private mutating func word(_ good: [String], wrong: [String]) -> LooseJSON {
    // `null` outside a list is an empty value, which is not written.
    let wrong = wrong.map { $0 == "null" ? "7" : $0 }
    return random.percent(80) ? .text(random.any(of: good)) : .token(random.any(of: wrong))
  }

  private mutating func wrong() -> LooseJSON {
    .token(random.any(of: ["7", "true", "[1, {\"a\": []}]"]))
  }

  private mutating func text() -> String {
    random.any(of: [
      "Åtgärd för frånvaro", "en »text« med \"citat\"", "bakåt\\streck", "rad\nrad\tkolumn",
      "Café é 😀", "12", "a/b", "\u{1}", "ö", "日本語", "2026-04-30",
    ])
  }

  /// A value that no column holds.
  private mutating func kept(_ depth: Int) -> LooseJSON {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: .token("\"e\\u0301 e\u{301} \\\" \\\\ { , : \"")
    case 1: .token("1.500E+2")
    case 2: .token("null")
    case 3: .token("true")
    case 4: .list([])
    case 5: .object([])
    case 6: .list([kept(depth - 1), kept(depth - 1)])
    default: .object([(.token("\"b\""), kept(depth - 1)), (.token("\"a\""), kept(depth - 1))])
    }
  }

  private func ownFields() -> LooseJSON {
    .list(
      [("insatser", "anmärkning", "text"), ("insatser", "tal", "number"), ("mål", "tal", "[int]")]
        .map { set, name, type in
          .object([
            (.token("\"mängd\""), .token("\"\(set)\"")),
            (.token("\"namn\""), .token("\"\(name)\"")),
            (.token("\"typ\""), .token("\"\(type)\"")), (.token("\"hjälp\""), .token("\"…\"")),
          ])
        }
    )
  }
}
