import Chance

/// Questions about other moments, with functions, and about computed fields.
extension QuestionMaker {
  /// A question of one of the classes about moments.
  mutating func atMoments(_ kind: QuestionClass) -> Question {
    switch kind {
    case .asOf: return asOf()
    case .at, .history: return past(kind)
    case .changes:
      set = "insatser"
      isElsewhere = true
      let (since, to) = twoMoments()
      var question = Question(form: .changes(since: since, to: dice.percent(60) ? to : nil))
      if dice.percent(60) { question.condition = condition(dice.among(1...2)) }
      if dice.percent(25) { question.limit = dice.among(1...8) }
      return question
    default:
      set = "insatser"
      isElsewhere = true
      let (before, after) = twoMoments()
      var question = Question(form: .compare(before, after))
      if dice.percent(50) { question.condition = comparison() }
      if dice.percent(65) {
        let reported = dice.pick([["status"], ["bedömning"], ["framsteg"]], or: ["status"])
        let path = dice.percent(50) ? reported : path(where: { _ in true })
        question.groups = path.map { [$0] } ?? []
      }
      return question
    }
  }

  /// Two moments, the earlier first.
  private mutating func twoMoments() -> (Moment, Moment) {
    let first = moment()
    let second = moment()
    guard let start = try? view.day(first), let end = try? view.day(second), start > end else {
      return (first, second)
    }
    return (second, first)
  }

  private mutating func asOf() -> Question {
    isElsewhere = true
    if dice.percent(60) { set = "insatser" }
    var question: Question
    switch dice.below(4) {
    case 0:
      question = Question(form: .count, set: set)
      if let path = path(where: { _ in true }) { question.groups = [path] }
    case 1 where set == "insatser":
      question = Question(set: set, columns: columns(extra: 1))
      for field in ["status", "bedömning", "framsteg"] where dice.percent(60) {
        add(Column(operand: .path([field])), to: &question.columns)
      }
    default: question = Question(set: set, columns: columns(extra: 3))
    }
    if dice.percent(60) { question.condition = condition(dice.among(1...2)) }
    if dice.percent(15), !question.isGrouped {
      question.sort = path(where: { !$0.isList }).map { [SortKey(operand: .path($0))] } ?? []
    }
    question.asOf = moment()
    return question
  }

  // MARK: at, was, changed

  private mutating func past(_ kind: QuestionClass) -> Question {
    set = "insatser"
    var question = Question(set: set, columns: columns(extra: 2))
    if kind == .at {
      if dice.percent(50) {
        let column = Column(operand: .at(reportedField(), moment()), heading: "Då")
        add(column, to: &question.columns)
      }
      question.condition = atComparison()
    } else {
      question.condition = dice.percent(45) ? was() : changed()
    }
    if dice.percent(25), let first = question.condition {
      let second = dice.percent(50) ? comparison() : kind == .at ? atComparison() : changed()
      question.condition = dice.percent(50) ? .and(first, second) : .or(first, .not(second))
    }
    if dice.percent(10) {
      question.form = .count
      question.columns = []
    }
    return question
  }

  private mutating func reportedField() -> Path {
    dice.pick([["status"], ["status"], ["bedömning"], ["framsteg"]], or: ["status"])
  }

  /// A value that lägen have of a field.
  private mutating func reported(_ path: Path) -> Value {
    dice.pick(store.all("lägen"))?.stored(path[0]) ?? .empty
  }

  private mutating func atComparison() -> Condition {
    let path = reportedField()
    let kind = pathKind(path, set) ?? .text
    let operand = Operand.at(path, moment())
    let values = [reported(path), reported(path)].filter { !$0.isEmpty }
    return comparison(operand, kind, dice.pick(values, or: .empty), values: values)
  }

  private mutating func state(_ path: Path) -> Operand {
    .literal(literal(reported(path), pathKind(path, set) ?? .text))
  }

  private mutating func was() -> Condition {
    let path = reportedField()
    let value = state(path)
    return .was(path, value, at: dice.percent(45) ? moment() : nil)
  }

  private mutating func changed() -> Condition {
    let path = reportedField()
    let from = dice.percent(35) ? state(path) : nil
    let to = dice.percent(35) ? state(path) : nil
    switch dice.below(3) {
    case 0: return .changed(path, from: from, to: to, .any)
    case 1: return .changed(path, from: from, to: to, .since(moment()))
    default:
      let (start, end) = twoMoments()
      return .changed(path, from: from, to: to, .between(start, end))
    }
  }

  // MARK: Functions

  /// A question with calls in its columns and its condition.
  mutating func withFunctions() -> Question {
    if dice.percent(60) { set = "insatser" }
    var question = Question(set: set, columns: columns(extra: 1))
    for index in 0..<dice.among(1...2) {
      guard let operand = calculated() else { continue }
      add(Column(operand: operand, heading: "Kolumn \(index)"), to: &question.columns)
    }
    if dice.percent(75), let operand = calculated() {
      question.condition = comparison(with: operand)
    }
    if dice.percent(15), let first = question.condition {
      question.condition = .and(first, comparison())
    }
    return question
  }

  /// A comparison of a calculated operand with a value it has somewhere.
  private mutating func comparison(with operand: Operand) -> Condition? {
    let evaluator = Evaluator(view)
    guard let kind = evaluator.kind(of: operand, set) else { return nil }
    var values: [Value] = []
    for _ in 0..<4 {
      guard let record = dice.pick(store.all(set)) else { break }
      values += (try? evaluator.value(operand, .record(record)))?.items ?? []
    }
    if case .number = kind, values.contains(where: hasManyDecimals) { values = [] }
    return comparison(operand, kind, dice.pick(values, or: .empty), values: values)
  }

  private func hasManyDecimals(_ value: Value) -> Bool {
    guard case .number(let number) = value else { return false }
    return (number * 4).rounded() != number * 4
  }

  private mutating func calculated() -> Operand? {
    switch dice.below(12) {
    case 0: return path(where: { $0.single == .text }).map { .call(.length, [.path($0)]) }
    case 1: return path(where: { $0.isList }).map { .call(.length, [.path($0)]) }
    case 2, 3:
      let function = dice.pick([Function.year, .month, .quarter, .tertial], or: .year)
      return path(where: { $0 == .time }).map { .call(function, [.path($0)]) }
    case 4: return daysBetween()
    case 5: return roundedPart()
    case 6:
      let function = dice.percent(50) ? Function.upper : .lower
      return path(where: { $0 == .text }).map { .call(function, [.path($0)]) }
    case 7:
      let function = dice.percent(50) ? Function.first : .last
      return path(where: { $0 == .list(.text) }).map { .call(function, [.path($0)]) }
    case 8, 9:
      nesting += 2
      let condition = comparison()
      nesting -= 2
      let words = ["ja tack", "nej tack"].map { Operand.literal(.text(Text($0))) }
      return .choice(condition, words[0], words[1])
    default: return coalesced()
    }
  }

  private mutating func daysBetween() -> Operand? {
    guard let from = path(where: { $0 == .time }), let to = path(where: { $0 == .time }) else {
      return nil
    }
    switch dice.below(4) {
    case 0: return .call(.days, [.path(from), .literal(.period(dayWord()))])
    case 1:
      let text = Days.text(view.today + dice.among(-300...300))
      return .call(.days, [.call(.date, [.literal(.text(Text(text)))]), .path(to)])
    default: return .call(.days, [.path(from), .path(to)])
    }
  }

  private mutating func roundedPart() -> Operand? {
    guard let path = wholeNumberPath() else { return nil }
    let divisor = Operand.literal(.number(dice.pick([2, 3, 4, 8], or: 2), .plain))
    let part = Operand.arithmetic(.path(path), .divide, divisor)
    return .call(.round, [part, .literal(.number(Double(dice.below(3)), .plain))])
  }

  private mutating func coalesced() -> Operand? {
    let isPlain: (Kind) -> Bool = { $0 == .text || $0 == .time || isSingleNumber($0) }
    guard let path = path(where: isPlain), let kind = pathKind(path, set) else { return nil }
    if dice.percent(25), let other = self.path(where: { $0 == kind && $0 != .text }) {
      return .call(.coalesce, [.path(path), .path(other)])
    }
    let other = literal(value(path), kind)
    // A number beside a text field is text; here, where no comparison stands, that may be argued.
    if case .text(let text) = other, wholeNumber(text.raw) != nil { return nil }
    return .call(.coalesce, [.path(path), .literal(other)])
  }

  // MARK: Computed fields

  /// A question about computed fields, at times at another moment.
  mutating func withComputedFields() -> Question {
    set = dice.pick(["insatser", "insatser", "områden", "indikatorer", "inriktningar"], or: "")
    if dice.percent(30) {
      isElsewhere = true
      let moment = moment()
      var question = computedQuestion()
      question.asOf = moment
      return question
    }
    return computedQuestion()
  }

  private mutating func computedQuestion() -> Question {
    var question = Question(set: set, columns: columns(extra: 1))
    for _ in 0..<dice.among(1...3) {
      guard let field = computedField() else { continue }
      add(Column(operand: .path(field)), to: &question.columns)
    }
    if set == "insatser", dice.percent(30) {
      let path = [dice.percent(60) ? "senaste" : "förra", "status"]
      add(Column(operand: .path(path)), to: &question.columns)
    }
    if dice.percent(60), let field = computedField() { question.condition = comparison(field) }
    if dice.percent(20), let field = computedField() {
      question.form = .count
      question.columns = []
      question.groups = [field]
    }
    return question
  }
}
