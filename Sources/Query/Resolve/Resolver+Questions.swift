import Model
import Text

extension Resolver {
  /// Resolves a question; nil if something is wrong, which is then reported.
  mutating func question(_ question: Question) -> ResolvedQuestion? {
    guard let (set, base) = origin(question) else { return nil }
    headings = Headings()
    refuse(question)
    var resolved = ResolvedQuestion(shape: .records, set: set, conjuncts: base)
    if let moment = question.moment {
      resolved.moment = self.moment(moment)
      resolved.momentText = Bilingual(same: source.text(moment.span))
    }
    if !question.refused.contains(.where) {
      resolved.conjuncts += conjuncts(question.condition, in: set)
    }
    shape(question, &resolved)
    (resolved.format, resolved.file) = (question.format, question.file)
    return diagnostics.isEmpty ? resolved : nil
  }

  // MARK: What is asked about

  private mutating func origin(_ question: Question) -> (SetID, [ResolvedQuestion.Conjunct])? {
    guard let written = question.origin else {
      switch question.verb {
      case .changes, .compare, .find: return (.measures, [])
      case .show, .count: return nil
      }
    }
    guard let origin = named(written) else { return nil }
    let name = origin.name
    if !origin.isQuoted {
      if let set = set(name.text), definitions.set(name.text) == nil || origin.arguments == nil {
        return (set.id, [])
      }
      if let definition = definitions.set(name.text) { return use(definition, origin) }
    }
    if let (set, row) = record(name.text) {
      let id = Bilingual(same: "id = \(Spelled.text(name.text))")
      let idPath = Path(hops: [Path.Hop(set: set, field: 0)])
      let text = snapshot.heap.string(snapshot.id(set, row))
      let test = Test.text(TextTest(.equals, [Needle(text)]))
      return (set, [.init(condition: .test(.path(idPath), test), text: id)])
    }
    if reportsUnknownID(name) { return nil }
    let names = schema.sets.flatMap(\.names) + definitions.setNames
    let nearest = Nearest.names(to: name.text, among: names)
    report(
      Messages.unknownSet,
      [Bilingual(same: name.text)],
      at: name.span,
      tips: nearest.isEmpty ? [.allowed(schema.sets.map(\.name))] : [.nearest(nearest)]
    )
    return nil
  }

  /// Puts a variable's value in the place of its name: `visa $1`.
  private mutating func named(_ origin: Question.Origin) -> Question.Origin? {
    guard origin.isVariable else { return origin }
    guard let value = variable(origin.name.text, origin.name.span) else { return nil }
    guard let raw = Resolver.raw(value) else {
      report(Messages.notAValue, [Bilingual(same: "$" + origin.name.text)], at: origin.name.span)
      return nil
    }
    var origin = origin
    origin.name.text = raw
    return origin
  }

  /// Finds the record that an id names, in any set.
  func record(_ id: String) -> (SetID, Int32)? {
    for set in SetID.allCases {
      let row = Array(UnicodeData.nfc(id).utf8).withUnsafeBufferPointer {
        snapshot[set].row(id: $0, in: snapshot.heap)
      }
      if let row { return (set, row) }
    }
    let needle = Folding.byCase.fold(UnicodeData.nfc(id))
    for set in SetID.allCases
    where snapshot[set].count <= (isQuick ? Resolver.quickLimit : 100_000) {
      for (row, ref) in snapshot[set].ids.enumerated()
      where Folding.byCase.fold(snapshot.heap.bytes(ref)) == needle {
        return (set, Int32(row))
      }
    }
    return nil
  }

  /// Puts a definition in place; what is wrong inside it is told where it is used.
  private mutating func use(
    _ definition: Definition,
    _ origin: Question.Origin
  ) -> (SetID, [ResolvedQuestion.Conjunct])? {
    let arguments = origin.arguments ?? []
    guard arguments.count == definition.parameters.count else {
      report(
        Messages.wrongDefinitionArguments,
        [
          Bilingual(same: definition.name), Bilingual(same: String(definition.parameters.count)),
          Bilingual(same: String(arguments.count)), Bilingual(same: definition.usage),
        ],
        at: origin.name.span
      )
      return nil
    }
    var inner = Resolver(workspace, definition.source, definitions.before(definition.age))
    for (parameter, argument) in zip(definition.parameters, arguments) {
      guard let value = argumentValue(argument) else { return nil }
      inner.parameters[Definitions.folded(parameter.text)] = value
    }
    let result = inner.definitionBody(definition.question)
    for diagnostic in inner.diagnostics {
      var told = diagnostic
      let argument = diagnostic.span.flatMap { inner.argumentPlaces[$0] }
      told.place = .source(argument ?? origin.name.span)
      told.tips.append(.inside(definition.name))
      diagnostics.append(told)
    }
    return result
  }

  private mutating func argumentValue(_ argument: Expression) -> Expression? {
    if let value = fixed(argument) { return value }
    if diagnostics.isEmpty {
      let written = Bilingual(same: source.text(argument.span))
      report(Messages.notAValue, [written], at: argument.span)
    }
    return nil
  }

  private mutating func definitionBody(
    _ question: Question
  ) -> (SetID, [ResolvedQuestion.Conjunct])? {
    guard let (set, base) = origin(question) else { return nil }
    let own = conjuncts(question.condition, in: set)
    return diagnostics.isEmpty ? (set, base + own) : nil
  }

  /// Resolves what must hold, one conjunct for each part that `and` joins.
  mutating func conjuncts(
    _ condition: Expression?,
    in set: SetID
  ) -> [ResolvedQuestion.Conjunct] {
    guard let condition else { return [] }
    if case .and(let parts) = condition.kind {
      return parts.flatMap { conjuncts($0, in: set) }
    }
    guard let resolved = self.condition(condition, in: set) else { return [] }
    return [
      .init(condition: resolved.condition, text: resolved.text, subject: resolved.subject)
    ]
  }

  // MARK: The answer's shape

  private mutating func shape(_ question: Question, _ resolved: inout ResolvedQuestion) {
    switch question.verb {
    case .changes(let since, let to):
      let from = moment(since)
      let until = to.map { moment($0) } ?? resolved.moment ?? workspace.today
      if let from, let until { resolved.shape = .changes(from: from, to: until) }
      changes(question, &resolved)
    case .compare(let first, let second):
      let (from, to) = (moment(first), moment(second))
      if let from, let to { resolved.shape = .comparison(from, to) }
      compared(question, &resolved)
    case .find(let text): find(text, question, &resolved)
    case .count: groupedOf(question, &resolved)
    case .show:
      if isGrouped(question, resolved.set) {
        groupedOf(question, &resolved)
      } else {
        records(question, &resolved)
      }
    }
  }

  private mutating func groupedOf(_ question: Question, _ resolved: inout ResolvedQuestion) {
    resolved.shape = .groups
    grouped(question, &resolved)
  }

  private func isGrouped(_ question: Question, _ set: SetID) -> Bool {
    !question.groups.isEmpty || question.across != nil
      || question.columns.contains { hasMeasure($0.expression, set) }
  }

  private func hasMeasure(_ expression: Expression, _ set: SetID) -> Bool {
    switch expression.kind {
    case .word(let word): Aggregate.named(word) == .count && field(word, of: set) == nil
    case .call(let name, let arguments):
      Aggregate.named(name.text) != nil || arguments.contains { hasMeasure($0, set) }
    case .negative(let inner): hasMeasure(inner, set)
    case .arithmetic(let left, _, let right): hasMeasure(left, set) || hasMeasure(right, set)
    default: false
    }
  }

  private mutating func records(_ question: Question, _ resolved: inout ResolvedQuestion) {
    let set = resolved.set
    if let span = question.clauses[.having], question.having != nil {
      report(Messages.havingNeedsGroups, at: span)
    }
    for column in question.columns {
      guard let value = operand(column.expression, in: set) else { continue }
      add(column, value, &resolved)
    }
    if question.columns.isEmpty {
      resolved.columns = defaultColumns(set)
      for column in resolved.columns { headings.add(column.key, column.value) }
    }
    for key in question.order {
      guard let value = sortOperand(key.expression, in: set) else { continue }
      append(key, value, &resolved)
    }
    limit(question, &resolved)
  }

  private func defaultColumns(_ set: SetID) -> [ResolvedQuestion.Column] {
    schema[set].defaults.map { name in
      let path = Path(hops: [Path.Hop(set: set, field: schema.number(set, name))])
      return ResolvedQuestion.Column(key: name, value: typed(path, Span(0, 0)))
    }
  }

  mutating func add(
    _ column: Question.Column,
    _ value: Typed,
    _ resolved: inout ResolvedQuestion
  ) {
    let key = column.heading?.text ?? value.text.swedish
    if !headings.add(key, value) {
      report(
        Messages.repeatedHeading,
        [Bilingual(same: key)],
        at: column.heading?.span ?? column.expression.span
      )
    }
    resolved.columns.append(ResolvedQuestion.Column(key: key, value: value))
  }

  /// A key of the order may be a heading of the answer.
  mutating func sortOperand(
    _ expression: Expression,
    in set: SetID
  ) -> Typed? {
    if let name = Resolver.heading(expression), let value = headings.find(name) {
      return value.at(expression.span)
    }
    return operand(expression, in: set)
  }

  private static func heading(_ expression: Expression) -> String? {
    switch expression.kind {
    case .word(let name), .text(let name): name
    default: nil
    }
  }

  mutating func append(
    _ key: Question.SortKey,
    _ value: Typed,
    _ resolved: inout ResolvedQuestion
  ) {
    guard !value.isList else {
      report(Messages.cannotSortList, [value.text], at: key.expression.span)
      return
    }
    resolved.order.append(.init(value: value, isDescending: key.isDescending))
  }

  mutating func limit(_ question: Question, _ resolved: inout ResolvedQuestion) {
    guard let limit = question.limit else { return }
    resolved.limit = limit.count
    guard let path = limit.path, let value = operand(path, in: resolved.set) else { return }
    guard !value.isList else {
      report(Messages.limitByList, [value.text], at: path.span)
      return
    }
    resolved.limitBy = value
  }

  // MARK: Groups

  private mutating func grouped(_ question: Question, _ resolved: inout ResolvedQuestion) {
    let set = resolved.set
    for group in question.groups {
      guard let key = operand(group, in: set) else { continue }
      if resolved.keys.contains(where: { $0.text == key.text }) {
        report(Messages.repeatedHeading, [key.text], at: group.span)
      }
      resolved.keys.append(key)
    }
    if let across = question.across { resolved.across = operand(across, in: set) }
    // In a group, a key has one value even where the field has several.
    let keys = resolved.keys.map { key in
      var single = key
      single.isList = false
      return single
    }
    groups = GroupScope(keys: keys)
    allowsMeasures = true
    defer { (groups, allowsMeasures) = (nil, false) }
    groupedColumns(question, &resolved)
    for column in resolved.columns where column.key != column.value.text.swedish {
      groups?.headings.add(column.key, column.value)
    }
    if let having = question.having {
      let found = condition(having, in: set)
      (resolved.having, resolved.havingText) = (found?.condition, found?.text)
    }
    for key in question.order {
      guard let value = sortOperand(key.expression, in: set) else { continue }
      append(key, value, &resolved)
    }
    limit(question, &resolved)
    resolved.measures = groups?.measures ?? []
    if let across = resolved.across,
      !resolved.columns.contains(where: { Resolver.isMeasure($0.value.operand) })
    {
      report(Messages.acrossNeedsMeasure, at: across.span)
    }
  }

  mutating func groupedColumns(
    _ question: Question,
    _ resolved: inout ResolvedQuestion
  ) {
    for column in question.columns {
      guard let value = operand(column.expression, in: resolved.set) else { continue }
      add(column, value, &resolved)
    }
    guard question.columns.isEmpty else { return }
    for (k, key) in resolved.keys.enumerated() {
      var value = key
      (value.operand, value.isList) = (.key(k), false)
      resolved.columns.append(.init(key: key.text.swedish, value: value))
      headings.add(key.text.swedish, value)
    }
    let count = Measure(aggregate: .count, kind: .number, text: Keyword.count.spelling)
    if let value = register(count, question.span) {
      resolved.columns.append(.init(key: value.text.swedish, value: value))
      headings.add(value.text.swedish, value)
    }
  }

  static func isMeasure(_ operand: Operand) -> Bool {
    switch operand {
    case .measure: true
    case .constant, .path, .key: false
    case .negative(let inner), .shifted(let inner, _, _): isMeasure(inner)
    case .arithmetic(let a, _, let b): isMeasure(a) || isMeasure(b)
    case .call(_, let arguments): arguments.contains(where: isMeasure)
    case .conditional(_, let a, let b): isMeasure(a) || isMeasure(b)
    }
  }

  /// Reports the clauses that cannot stand in the question.
  private mutating func refuse(_ question: Question) {
    for keyword in Keyword.allCases where question.refused.contains(keyword) {
      guard let span = question.clauses[keyword] else { continue }
      let message = keyword == .where ? Messages.searchNeedsSet : Messages.clauseNotHere
      report(message, [keyword.spelling], at: span)
    }
  }
}
