import Chance

/// The classes of random questions, after those of the contract.
enum QuestionClass: String, CaseIterable {
  case text = "where-text"
  case number = "where-num"
  case time = "where-time"
  case choice = "where-enum"
  case lists, paths, refs, logic, fields, by, across, measures, having
  case asOf = "as-of"
  case at
  case history = "was-changed"
  case changes, compare, exists, sort, limit
  case limitBy = "limit-by"
  case functions, derived
}

extension QuestionMaker {
  /// A random question of a class.
  mutating func question(_ kind: QuestionClass) -> Question {
    chooseSet()
    switch kind {
    case .text, .number, .time, .choice: return filtered(kind)
    case .lists, .paths, .refs, .logic, .fields, .exists: return filtered(kind)
    case .by, .across, .measures, .having: return grouped(kind)
    case .sort, .limit, .limitBy: return ordered(kind)
    case .asOf, .at, .history, .changes, .compare: return atMoments(kind)
    case .functions: return withFunctions()
    case .derived: return withComputedFields()
    }
  }

  // MARK: Records

  private mutating func filtered(_ kind: QuestionClass) -> Question {
    if kind == .time || kind == .fields, dice.percent(60) { set = "insatser" }
    var question = Question(set: set, columns: columns(extra: 3))
    switch kind {
    case .lists: question.condition = comparison(where: { $0.isList })
    case .paths:
      for _ in 0..<8 {
        guard let path = path(where: { _ in true }), path.count > 1 else { continue }
        question.condition = comparison(path)
        break
      }
    case .refs:
      question.condition = comparison(where: {
        if case .reference = $0.single { return true }
        return false
      })
    case .text: question.condition = comparison(where: { $0.single == .text })
    case .number: question.condition = comparison(where: isSingleNumber)
    case .time: question.condition = comparison(where: { $0 == .time })
    case .choice: question.condition = comparison(where: isChoice)
    case .fields, .exists:
      for _ in 0..<4 where question.condition == nil {
        question.condition = kind == .fields ? fieldComparison() : relation()
      }
    case .logic: question.condition = condition(dice.among(2...4))
    default: break
    }
    if question.condition == nil { question.condition = comparison() }
    if kind != .logic, dice.percent(15), let first = question.condition {
      question.condition = dice.percent(50) ? .and(first, comparison()) : .or(first, comparison())
    }
    if dice.percent(15) { counted(&question) }
    return question
  }

  private func counted(_ question: inout Question) {
    question.form = .count
    question.columns = []
  }

  private mutating func ordered(_ kind: QuestionClass) -> Question {
    var question = Question(set: set, columns: columns(extra: 2))
    if dice.percent(40) { question.condition = comparison() }
    if kind == .limitBy, dice.percent(30) { return groupedLimit() }
    if kind == .sort || dice.percent(50) { question.sort = sortKeys() }
    if kind != .sort || dice.percent(20) { question.limit = dice.among(1...8) }
    if kind == .limitBy {
      question.limit = dice.among(1...3)
      question.limitBy = path(where: { !$0.isList })
    }
    return question
  }

  private mutating func sortKeys() -> [SortKey] {
    var keys: [SortKey] = []
    for _ in 0..<dice.among(1...2) {
      guard let path = path(where: { !$0.isList }) else { continue }
      keys.append(SortKey(operand: .path(path), descending: dice.percent(45)))
    }
    return keys
  }

  private mutating func groupedLimit() -> Question {
    var question = grouped(.by)
    guard let path = question.groups.first(where: { pathKind($0, set)?.isList == false }) else {
      question.limit = dice.among(1...4)
      return question
    }
    question.limit = dice.among(1...2)
    question.limitBy = path
    return question
  }

  // MARK: Groups

  private mutating func grouped(_ kind: QuestionClass) -> Question {
    var question = Question(form: .count, set: set)
    if dice.percent(35) { question.condition = comparison() }
    for _ in 0..<(dice.percent(70) ? 1 : 2) {
      guard let path = path(where: { _ in true }), !question.groups.contains(path),
        path != ["per"]
      else { continue }
      question.groups.append(path)
    }
    switch kind {
    case .across:
      question.groups = Array(question.groups.prefix(1))
      question.across = path(where: isCrossing)
      if dice.percent(35) { showMeasures(&question, count: 1, shares: false) }
      return question
    case .measures:
      if dice.percent(35) { question.groups = [] }
      showMeasures(&question, count: dice.among(1...3), shares: true)
    case .having: question.having = having(question.groups)
    default: break
    }
    if kind != .measures, dice.percent(30) { showMeasures(&question, count: 1, shares: true) }
    if !question.groups.isEmpty, dice.percent(25) { question.sort = groupSort(question.groups) }
    if kind == .by, dice.percent(10) { question.limit = dice.among(1...6) }
    return question
  }

  private func isCrossing(_ kind: Kind) -> Bool {
    switch kind.single {
    case .enumeration, .reference, .bool, .time: return true
    default: return false
    }
  }

  /// Makes a count a question that shows keys and measures.
  private mutating func showMeasures(_ question: inout Question, count: Int, shares: Bool) {
    question.form = .show
    var columns = question.groups.map { Column(operand: .path($0)) }
    if question.across == nil {
      if columns.count > 1, dice.percent(25) { columns = dice.shuffled(columns) }
      if columns.count > 1, dice.percent(10) { columns.removeLast() }
    }
    for index in 0..<count {
      guard let measure = measure(shares: shares, cross: question.across != nil) else { continue }
      let isShare = if case .share = measure { true } else { false }
      let named = question.across == nil && (isShare || dice.percent(25))
      let column = Column(operand: .measure(measure), heading: named ? heading(index) : nil)
      add(column, to: &columns)
    }
    if !columns.contains(where: { $0.operand.hasMeasure }) {
      columns.append(Column(operand: .measure(.countAll)))
    }
    question.columns = columns
  }

  private mutating func measure(shares: Bool, cross: Bool) -> Measure? {
    if shares, dice.percent(20) { return .share(comparison()) }
    if dice.percent(15) { return .countAll }
    // In a cell without records only the plain count is 0.
    let names = cross ? [.sum, .mean, .median, .least, .greatest] : MeasureName.allCases
    let name = dice.pick(names, or: .sum)
    switch name {
    case .count, .distinct:
      return path(where: { _ in true }).map { .of(name, .path($0)) }
    case .sum, .mean, .median:
      return path(where: isSingleNumber).map { .of(name, .path($0)) }
    case .least, .greatest:
      let passes: (Kind) -> Bool = { isSingleNumber($0) || $0 == .time }
      return path(where: passes).map { .of(name, .path($0)) }
    }
  }

  private mutating func groupSort(_ groups: [Path]) -> [SortKey] {
    var operands = groups.map(Operand.path) + [.measure(.countAll), .measure(.countAll)]
    // Sums of whole numbers only: others might differ in the last decimal and so in order.
    if let path = wholeNumberPath() {
      let names: [MeasureName] = [.sum, .mean, .median, .least, .greatest]
      operands.append(.measure(.of(dice.pick(names, or: .sum), .path(path))))
    }
    let first = dice.pick(operands, or: .measure(.countAll))
    return [SortKey(operand: first, descending: dice.percent(60))]
  }

  /// A condition on keys and measures.
  private mutating func having(_ groups: [Path]) -> Condition {
    var conditions: [Condition] = []
    for _ in 0..<dice.among(1...2) {
      if dice.percent(30), let path = dice.pick(groups), let kind = pathKind(path, set) {
        let operand = Operand.path(path)
        let values = values(path)
        let value = dice.pick(values, or: .empty)
        conditions.append(comparison(operand, kind.single, value, values: values))
      } else {
        let measure = dice.percent(60) ? nil : self.measure(shares: true, cross: true)
        let isTime = measure.map(isTimeMeasure) ?? false
        let number = Double(measure == nil ? dice.among(0...3) : dice.below(7) * 10)
        let literal: Operand =
          isTime ? .literal(.period(period(.empty))) : .literal(.number(number, .plain))
        let sign = dice.pick(Comparison.allCases, or: .greater)
        conditions.append(.compare(.measure(measure ?? .countAll), sign, literal))
      }
    }
    guard conditions.count > 1 else { return conditions[0] }
    return dice.percent(50)
      ? .and(conditions[0], conditions[1]) : .or(conditions[0], .not(conditions[1]))
  }

  private func isTimeMeasure(_ measure: Measure) -> Bool {
    guard case .of(let name, .path(let path)) = measure else { return false }
    return (name == .least || name == .greatest) && pathKind(path, set) == .time
  }
}

/// True for yes and no and for values of an enumeration.
func isChoice(_ kind: Kind) -> Bool {
  switch kind.single {
  case .bool, .enumeration: return true
  default: return false
  }
}

/// True for a single number.
func isSingleNumber(_ kind: Kind) -> Bool {
  if case .number = kind { return true }
  return false
}
