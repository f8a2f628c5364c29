import Model
import Text

extension Resolver {
  /// Resolves a statement; nil if something is wrong, which is then reported.
  mutating func action(_ kind: Statement.Kind) -> Action? {
    switch kind {
    case .question(let question): return self.question(question).map { .answer(plan($0)) }
    case .explain(let question): return self.question(question).map { .explain(plan($0)) }
    case .chart(let question): return chart(question)
    case .overview(let moment): return overview(moment)
    case .letSet(let name, let parameters, let question):
      define(name, parameters, question)
      return .nothing
    case .letValue(let name, let value):
      define(name, value)
      return .nothing
    case .run(let name, let arguments): return run(name, arguments)
    case .assert(let condition, let message): return assertion(condition, message)
    case .view(let name): return view(name)
    case .source(let name, let field): return source(name, field)
    case .describe(let name): return describe(name)
    case .help(let word): return .help(word)
    case .example(let number): return .example(number)
    case .quit: return .quit
    case .hole: return nil
    }
  }

  func plan(_ question: ResolvedQuestion) -> Plan { Planner(workspace).plan(question) }

  // MARK: Definitions

  private mutating func define(_ name: Name, _ parameters: [Name], _ question: Question) {
    guard isFree(name) else { return }
    for (keyword, span) in question.clauses.sorted(by: { $0.value.start < $1.value.start })
    where keyword != .where {
      report(Messages.definitionHasClauses, [keyword.spelling], at: span)
    }
    let depth = question.origin.flatMap { definitions.set($0.name.text)?.depth } ?? 0
    guard depth < Definitions.maximumDepth else {
      report(Messages.definitionsTooDeep, at: name.span)
      return
    }
    let definition = Definition(
      name: name.text,
      parameters: parameters,
      question: question,
      source: source,
      age: definitions.age,
      depth: depth + 1
    )
    // Without parameters the body can be checked at once; with them, where it is used.
    if parameters.isEmpty { _ = self.question(question) }
    if diagnostics.isEmpty { definitions.define(definition) }
  }

  private mutating func define(_ name: Name, _ value: Expression) {
    if case .word(let word) = value.kind, let other = definitions.set(word) {
      guard isFree(name) else { return }
      definitions.define(
        Definition(
          name: name.text,
          parameters: other.parameters,
          question: other.question,
          source: other.source,
          age: other.age,
          depth: other.depth
        )
      )
      return
    }
    guard let fixed = fixed(value) else {
      guard diagnostics.isEmpty else { return }
      let written = Bilingual(same: source.text(value.span))
      report(Messages.notAValue, [written], at: value.span)
      return
    }
    definitions.define(variable: name.text, fixed)
  }

  /// A value that means the same wherever it is used: its variables and parameters are put in.
  ///
  /// Without a limit, names that each use another twice would grow beyond all bounds.
  mutating func fixed(_ value: Expression) -> Expression? {
    var result: Expression?
    switch value.kind {
    case .word(let word): result = parameters[Definitions.folded(word)] ?? value
    case .text, .number, .quantity, .period: result = value
    case .variable(let name): result = variable(name, value.span)
    case .negative(let inner):
      result = fixed(inner).map { Expression(.negative($0), value.span) }
    case .arithmetic(let left, let sign, let right):
      if let a = fixed(left), let b = fixed(right) {
        result = Expression(.arithmetic(a, sign, b), value.span)
      }
    default: break
    }
    guard let result, result.weight > Parser.maximumDepth else { return result }
    report(Messages.tooDeep, at: value.span)
    return nil
  }

  private mutating func isFree(_ name: Name) -> Bool {
    guard set(name.text) == nil else {
      report(Messages.nameTaken, [Bilingual(same: name.text)], at: name.span)
      return false
    }
    return true
  }

  // MARK: Other statements

  private mutating func run(_ name: Name, _ arguments: [Expression]) -> Action? {
    var texts: [String] = []
    for argument in arguments {
      var argument = argument
      if case .variable("*") = argument.kind {
        texts += definitions.arguments.compactMap(Resolver.raw)
        continue
      }
      if case .variable(let name) = argument.kind {
        guard let value = variable(name, argument.span) else { return nil }
        argument = value
      }
      guard let raw = Resolver.raw(argument) else {
        let written = Bilingual(same: source.text(argument.span))
        report(Messages.notAValue, [written], at: argument.span)
        return nil
      }
      texts.append(raw)
    }
    return .run(name, arguments: texts)
  }

  private mutating func source(_ name: Name, _ field: Name?) -> Action? {
    guard let (set, row) = record(name.text) else {
      if !reportsUnknownID(name) {
        report(Messages.unknownID, [Bilingual(same: name.text)], at: name.span)
      }
      return nil
    }
    var number: Int?
    if let field {
      guard let path = path(field.text, field.span, in: set), path.hops.count == 1 else {
        if diagnostics.isEmpty {
          report(Messages.fieldLeadsNowhere, [Bilingual(same: field.text)], at: field.span)
        }
        return nil
      }
      number = path.hops[0].field
    }
    let question = ResolvedQuestion(shape: .sources(row: Int(row), field: number), set: set)
    return .answer(plan(question))
  }

  private mutating func view(_ name: Name) -> Action? {
    if let (set, row) = record(name.text) { return .view(set, row) }
    report(Messages.unknownID, [Bilingual(same: name.text)], at: name.span)
    return nil
  }

  private mutating func describe(_ name: Name?) -> Action? {
    guard let name else { return .describe(nil) }
    if let set = set(name.text) { return .describe(set.id) }
    let nearest = Nearest.names(to: name.text, among: schema.sets.flatMap(\.names))
    report(
      Messages.unknownSet,
      [Bilingual(same: name.text)],
      at: name.span,
      tips: nearest.isEmpty ? [.allowed(schema.sets.map(\.name))] : [.nearest(nearest)]
    )
    return nil
  }

  // MARK: Assertions

  private mutating func assertion(_ expression: Expression, _ message: Name?) -> Action? {
    var counts: [ResolvedQuestion] = []
    guard let counted = counted(expression, &counts) else { return nil }
    if case .word = counted.kind, !counts.isEmpty {
      let written = Bilingual(same: source.text(expression.span))
      report(Messages.notACondition, [written], at: expression.span)
      return nil
    }
    // The counts stand as the measures of one group, so that one evaluator serves.
    var scope = GroupScope()
    for number in counts.indices {
      let name = Resolver.countName(number)
      scope.measures.append(Measure(aggregate: .count, kind: .number, text: name))
      let value = Typed(
        operand: .measure(number),
        kind: .number,
        text: Keyword.count.spelling,
        span: expression.span
      )
      scope.headings.add(name.swedish, value)
    }
    groups = scope
    defer { groups = nil }
    guard let condition = condition(counted, in: .measures) else { return nil }
    return .assert(
      Assertion(
        counts: counts,
        condition: condition.condition,
        text: Bilingual(same: source.text(expression.span)),
        message: message?.text,
        span: expression.span
      )
    )
  }

  /// A name that no one can type, for the count with a number.
  private static func countName(_ number: Int) -> Bilingual { Bilingual(same: "\u{1}\(number)") }

  /// Takes out each `count(…)` and puts a name in its place.
  private mutating func counted(
    _ expression: Expression,
    _ counts: inout [ResolvedQuestion]
  ) -> Expression? {
    func with(_ kind: Expression.Kind) -> Expression { Expression(kind, expression.span) }
    switch expression.kind {
    case .word(let name): return reportsUncountedSet(name, expression.span) ? nil : expression
    case .countOf(let name, let condition):
      return count(name, condition, expression.span, &counts)
    case .call(let name, let arguments):
      guard Aggregate.named(name.text) == .count, arguments.count == 1,
        case .word(let set) = arguments[0].kind
      else { return expression }
      return count(Name(set, arguments[0].span), nil, expression.span, &counts)
    case .comparison(let left, let comparison, let right):
      guard let a = counted(left, &counts), let b = counted(right, &counts) else { return nil }
      return with(.comparison(a, comparison, b))
    case .between(let value, let low, let high):
      guard let value = counted(value, &counts), let low = counted(low, &counts),
        let high = counted(high, &counts)
      else { return nil }
      return with(.between(value, low, high))
    case .arithmetic(let left, let sign, let right):
      guard let a = counted(left, &counts), let b = counted(right, &counts) else { return nil }
      return with(.arithmetic(a, sign, b))
    case .not(let inner): return counted(inner, &counts).map { with(.not($0)) }
    case .negative(let inner): return counted(inner, &counts).map { with(.negative($0)) }
    case .isIn(let value, let values):
      return counted(value, &counts).map { with(.isIn($0, values)) }
    case .and(let parts), .or(let parts):
      let all = parts.compactMap { counted($0, &counts) }
      guard all.count == parts.count else { return nil }
      if case .and = expression.kind { return with(.and(all)) }
      return with(.or(all))
    default: return expression
    }
  }

  private mutating func count(
    _ name: Name,
    _ condition: Expression?,
    _ span: Span,
    _ counts: inout [ResolvedQuestion]
  ) -> Expression? {
    var question = Question(verb: .count, span: span)
    question.origin = Question.Origin(name: name)
    question.condition = condition
    guard let resolved = self.question(question) else { return nil }
    counts.append(resolved)
    return Expression(.word(Resolver.countName(counts.count - 1).swedish), span)
  }
}

extension Executor {
  /// Tells whether an assertion holds, with the counts that it is about.
  package func holds(_ assertion: Assertion) -> (holds: Bool, counts: [Int]) {
    let counts = assertion.counts.map { count(Planner(workspace).plan($0)) }
    var evaluator = Evaluator(workspace.view(nil))
    evaluator.groups = Evaluator.GroupValues(
      count: 1,
      keys: [],
      measures: counts.map { [.number(Double($0))] }
    )
    return (evaluator.select(assertion.condition, in: .measures).contains(0), counts)
  }
}
