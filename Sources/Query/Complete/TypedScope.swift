import Model
import Text

/// What stands around the word that is being typed: the set whose fields can be named, and the
/// conditions that hold beside the one that is being typed.
struct TypedScope {
  /// The set.
  private(set) var set: SetID
  /// What the value that is being typed is compared with, if that can be told.
  private(set) var subject: Typed?
  /// Whether the value is one that the field has at the question's moment, so that it can be
  /// counted; not one that it had, or changed to.
  private(set) var asksForNow = true
  private let workspace: Workspace
  private var conjuncts: [ResolvedQuestion.Conjunct] = []
  private var moment: Day?
  private let found = Found()

  /// The records that the other conditions leave, once they have been looked for.
  private final class Found {
    var rows: RowSet??
  }

  /// Looks around `typed`; the whole of `text` tells the set, which may stand after the cursor.
  init?(_ workspace: Workspace, _ definitions: Definitions, _ text: String, _ typed: TypedWord) {
    let whole = Source(name: "", text: text)
    var outer = Resolver(workspace, whole, definitions)
    var set: SetID?
    if let question = TypedScope.question(whole, typed.start) {
      (set, conjuncts) = TypedScope.origin(question, typed, &outer)
      moment = question.moment.flatMap { outer.moment($0) }
    }
    var condition = TypedScope.question(Parser.statement(typed.before).0)?.condition
    let resolver = Resolver(workspace, typed.source, definitions)
    for opening in TypedScope.openings(typed.before) {
      guard let inner = TypedScope.inner(typed.before, opening, set, resolver) else { continue }
      (set, condition, conjuncts) = (inner.set, inner.condition, [])
    }
    guard let set else { return nil }
    (self.workspace, self.set) = (workspace, set)
    guard let condition else { return }
    var inside = resolver
    conjuncts += inside.conjuncts(condition, in: set)
    if let (expression, isNow) = TypedScope.subject(condition) {
      subject = inside.operand(expression, in: set)
      asksForNow = isNow
    }
  }

  // MARK: The question

  /// The question that a place in a text lies in.
  private static func question(_ source: Source, _ place: Int) -> Question? {
    let parts = Script(source).parts
    let part = parts.last { $0.span.start <= place } ?? parts.last
    return part.flatMap { question($0.statement) }
  }

  private static func question(_ statement: Statement) -> Question? {
    switch statement.kind {
    case .question(let question), .explain(let question), .chart(let question),
      .letSet(_, _, let question):
      question
    default: nil
    }
  }

  /// The set that a question is about, with the conditions of its definition.
  private static func origin(
    _ question: Question,
    _ typed: TypedWord,
    _ resolver: inout Resolver
  ) -> (SetID?, [ResolvedQuestion.Conjunct]) {
    guard let name = question.origin?.name else {
      switch question.verb {
      case .changes, .compare: return (.measures, [])
      case .show, .count, .find: return (nil, [])
      }
    }
    // The name itself is being typed: what it is will be known later.
    guard name.span.start != typed.start else { return (nil, []) }
    var bare = Question(verb: .show, span: question.span)
    bare.origin = question.origin
    let resolved = resolver.question(bare)
    return (resolved?.set, resolved?.conjuncts ?? [])
  }

  // MARK: Inside parentheses

  /// The places of the parentheses that are open at the end.
  private static func openings(_ tokens: [Token]) -> [Int] {
    var openings: [Int] = []
    for (place, token) in tokens.enumerated() {
      if token.isSymbol(.open) { openings.append(place) }
      if token.isSymbol(.close) { _ = openings.popLast() }
    }
    return openings
  }

  /// The set and the condition of `finns (insatser där …` and `antal(insatser där …`.
  private static func inner(
    _ tokens: [Token],
    _ opening: Int,
    _ outer: SetID?,
    _ resolver: Resolver
  ) -> (set: SetID, condition: Expression)? {
    guard opening > 0, opening + 2 < tokens.count else { return nil }
    let (before, name) = (tokens[opening - 1], tokens[opening + 1])
    var parser = Parser(Array(tokens[(opening + 2)...]))
    guard name.kind == .word, parser.accept(.where) else { return nil }
    if Aggregate.named(before.text) == .count {
      return resolver.set(name.text).map { ($0.id, parser.condition()) }
    }
    var quiet = resolver
    guard [Keyword.exists, .all].contains(where: { Parser([before]).isAt($0) }), let outer,
      let path = quiet.path(name.text, name.span, in: outer),
      case .reference(let set) = quiet.type(path).kind
    else { return nil }
    return (set, parser.condition())
  }

  // MARK: What is compared

  /// What the value is compared with that is missing at the end of a condition, and whether it is
  /// a value of now.
  private static func subject(_ condition: Expression) -> (Expression, isNow: Bool)? {
    switch condition.kind {
    case .and(let parts), .or(let parts): return parts.last.flatMap(subject)
    case .not(let inner): return subject(inner)
    case .comparison(let left, _, let right): return right.isHole ? (left, true) : nil
    case .isIn(let left, let values): return values.last?.isHole == true ? (left, true) : nil
    case .was(let left, let value, _): return value.isHole ? (left, false) : nil
    case .changed(let left, let change):
      return change.from?.isHole == true || change.to?.isHole == true ? (left, false) : nil
    default: return nil
    }
  }
}

// MARK: - Counting

extension TypedScope {
  /// More work than this would be felt at the keyboard; a test of one number in one row is 1.
  private static let costLimit = 600_000

  /// Gives the number of records that have each value of a path, under the other conditions; nil
  /// where that has no meaning or would take too long.
  func counts(_ path: Path, _ codes: ValueCodes) -> [Int]? {
    guard asksForNow, path.start == set, let rows else { return nil }
    return ValueCounts(workspace.view(moment), path, codes, rows).counts
  }

  /// Gives the values of the field that a path leads to.
  func codes(_ path: Path) -> ValueCodes? {
    guard let last = path.hops.last else { return nil }
    return workspace.view(path.moment ?? moment).codes(last.set, last.field)
  }

  private var rows: RowSet? {
    if let rows = found.rows { return rows }
    let rows = select()
    found.rows = .some(rows)
    return rows
  }

  /// Gives the records that fulfil the other conditions; nil if that would take too long.
  private func select() -> RowSet? {
    let view = workspace.view(moment)
    var rows = RowSet(view.snapshot[set].count, all: true)
    if let exists = view.exists(set) { rows.formIntersection(exists) }
    let question = ResolvedQuestion(shape: .records, set: set, conjuncts: conjuncts)
    let plan = Planner(workspace).plan(question)
    var cost = 1
    for step in plan.conditions {
      let condition = conjuncts[step.conjunct].condition
      if let chosen = few(condition, view) {
        rows.formIntersection(chosen)
        continue
      }
      cost += step.cost
      guard cost * rows.size <= TypedScope.costLimit else { return nil }
      rows.formIntersection(Evaluator(view).select(condition, in: set))
    }
    return rows
  }

  /// Tests a text that has few values by looking at each value once; nil if it is no such test.
  private func few(_ condition: Condition, _ view: View) -> RowSet? {
    if case .not(let inner) = condition { return few(inner, view)?.inverted }
    guard case .test(.path(let path), .text(let test)) = condition, path.hops.count == 1,
      path.moment == nil, let codes = view.codes(set, path.hops[0].field), codes.offsets == nil,
      case .listed(let values) = codes.values
    else { return nil }
    var matcher = TextMatcher(test)
    let holds = values.map { value in
      guard case .text(let text) = value else { return false }
      return matcher.holds(view.snapshot.heap.bytes(text))
    }
    return RowSet(codes.codes.count) { codes.codes[$0] >= 0 && holds[Int(codes.codes[$0])] }
  }
}
