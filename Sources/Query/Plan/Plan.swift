import Model
import Text

/// A question and how it will be run.
package struct Plan: Sendable {
  /// The question.
  package var question: ResolvedQuestion
  /// The conditions in the order that they are run, by their number in the question.
  package let conditions: [Step]

  /// A condition and what it is expected to cost.
  package struct Step: Sendable {
    /// Its number in the question.
    package let conjunct: Int
    /// The cost of a row, where a test of one number is 1.
    package let cost: Int
  }
}

/// Decides how a question is run: cheap conditions first, so that dear ones see fewer rows.
package struct Planner {
  let workspace: Workspace

  /// Makes a planner on a workspace.
  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// Plans a question.
  package func plan(_ question: ResolvedQuestion) -> Plan {
    let costs = question.conjuncts.map { cost($0.condition) }
    let order = costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    return Plan(
      question: question,
      conditions: order.map { Plan.Step(conjunct: $0, cost: costs[$0]) }
    )
  }

  private func cost(_ condition: Condition) -> Int {
    switch condition {
    case .constant: 0
    case .not(let inner): cost(inner)
    case .all(let parts), .any(let parts): parts.reduce(0) { min(1_000_000, $0 + cost($1)) }
    case .test(let operand, let test): cost(operand) + cost(test)
    case .related(let left, _, let right): 8 + cost(left) + cost(right)
    case .exists(let path, let inner): 2 * path.hops.count + cost(inner)
    case .reported, .changed: 20
    }
  }

  private func cost(_ operand: Operand) -> Int {
    switch operand {
    case .constant, .key, .measure: 0
    case .path(let path): path.hops.count - 1 + (path.moment == nil ? 0 : 5)
    case .negative(let inner), .shifted(let inner, _, _): 4 + cost(inner)
    case .arithmetic(let left, _, let right): 4 + cost(left) + cost(right)
    case .call(_, let arguments): 8 + arguments.reduce(0) { $0 + cost($1) }
    case .conditional(let condition, let a, let b): 8 + cost(condition) + cost(a) + cost(b)
    }
  }

  private func cost(_ test: Test) -> Int {
    switch test {
    case .filled, .number, .bool, .codes, .rows: 1
    case .numbers, .period, .periods: 2
    case .text: 10
    case .order: 30
    }
  }
}
