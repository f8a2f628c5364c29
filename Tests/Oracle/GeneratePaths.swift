import Chance

/// Makes well-typed random questions about what a store holds.
struct QuestionMaker {
  var dice: Dice
  let store: Store
  let view: View
  var set = "insatser"
  /// True where words such as `senaste` would be read at another moment than today.
  var isElsewhere = false
  /// How deep `exists` stands in `exists`.
  var nesting = 0

  init(seed: UInt64, store: Store, today: Int) {
    dice = Dice(seed: seed)
    self.store = store
    view = View(store, today: today, asOf: nil)
  }
}

/// Fields and paths.
extension QuestionMaker {
  /// Fields whose meaning at other moments the contract leaves to words such as `senaste`.
  private static let computed: Set<String> = [
    "senaste", "förra", "förändring", "försenad", "tyst", "ålder_status", "fullständighet",
    "fortsätter", "antal_insatser", "andel_genomförda", "täckt", "senaste_värde", "trend",
  ]

  /// A random path of a set whose kind passes, nil if none turns up.
  mutating func path(of set: String, where passes: (Kind) -> Bool) -> Path? {
    for _ in 0..<12 {
      if let path = attempt(set), let kind = pathKind(path, set), passes(kind) { return path }
    }
    let fields = (SchemaIndex.shared.order[set] ?? []).filter { field in
      SchemaIndex.shared.kind(set, field).map(passes) ?? false
    }
    return dice.pick(fields).map { [$0] }
  }

  /// A path of the set that questions are made of.
  mutating func path(where passes: (Kind) -> Bool) -> Path? { path(of: set, where: passes) }

  private mutating func attempt(_ set: String) -> Path? {
    var current = set
    var path: Path = []
    let hops = dice.percent(70) ? 0 : dice.percent(75) ? 1 : 2
    for _ in 0..<hops {
      guard let field = field(of: current, leading: true),
        case .reference(let next)? = SchemaIndex.shared.kind(current, field)?.single
      else { return nil }
      path.append(field)
      current = next
    }
    guard let last = field(of: current, leading: false) else { return nil }
    return path + [last]
  }

  private mutating func field(of set: String, leading: Bool) -> String? {
    let fields = (SchemaIndex.shared.order[set] ?? []).filter { field in
      guard let kind = SchemaIndex.shared.kind(set, field) else { return false }
      guard leading else { return true }
      if case .reference = kind.single { return true }
      return false
    }
    // Computed fields now and then, except in the questions made for them.
    guard let field = dice.pick(fields) else { return nil }
    return QuestionMaker.computed.contains(field) && dice.percent(50) ? dice.pick(fields) : field
  }

  /// A random computed field of the current set.
  mutating func computedField() -> Path? {
    let fields = (SchemaIndex.shared.order[set] ?? []).filter {
      QuestionMaker.computed.contains($0)
    }
    return dice.pick(fields).map { [$0] }
  }

  /// The set of most questions, and now and then another.
  mutating func chooseSet() {
    isElsewhere = false
    nesting = 0
    let others = Schema.sets.map(\.name)
    let common = ["insatser", "insatser", "insatser", "lägen", "behov", "effekter", "områden"]
    set = dice.percent(65) ? dice.pick(common, or: "insatser") : dice.pick(others, or: "mål")
  }

  /// The values that a path has in the store.
  mutating func values(_ path: Path) -> [Value] {
    var found: [Value] = []
    let records = store.all(set)
    for _ in 0..<4 {
      guard let record = dice.pick(records) else { break }
      found += view.value(record, path).items
    }
    if found.isEmpty {
      for record in records.prefix(30) where found.isEmpty {
        found = view.value(record, path).items
      }
    }
    return found
  }

  /// A value that a path has in the store.
  mutating func value(_ path: Path) -> Value {
    let found = values(path)
    return dice.pick(found, or: .empty)
  }

  /// Random columns, `id` first, each key once.
  mutating func columns(extra: Int) -> [Column] {
    var columns = [Column(operand: .path(["id"]))]
    for index in 0..<dice.among(0...extra) {
      guard let path = path(where: { _ in true }) else { continue }
      let heading = dice.percent(20) ? heading(index) : nil
      add(Column(operand: .path(path), heading: heading), to: &columns)
    }
    return columns
  }

  /// A heading with blanks and marks.
  mutating func heading(_ index: Int) -> String {
    dice.pick(["Rubrik ett", "Åt gärd", "Hur många", "Då", "100 %"], or: "") + " \(index)"
  }

  /// Adds a column unless its key is taken.
  func add(_ column: Column, to columns: inout [Column]) {
    guard !columns.contains(where: { $0.key == column.key }) else { return }
    columns.append(column)
  }
}
