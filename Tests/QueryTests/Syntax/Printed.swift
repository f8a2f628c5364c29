import Text

@testable import Query

/// A statement written out again in Swedish, from its tree alone.
struct Printed {
  /// Whether everything that may stand in parentheses does.
  var isCautious = false

  func text(_ question: Question) -> String {
    var parts = [head(question)]
    if let condition = question.condition { parts.append("där " + text(condition)) }
    if !question.groups.isEmpty { parts.append("per " + list(question.groups)) }
    if let across = question.across { parts.append("mot " + operand(across)) }
    if let having = question.having { parts.append("med " + text(having)) }
    let order = question.order.map { operand($0.expression) + ($0.isDescending ? " fallande" : "") }
    if !order.isEmpty { parts.append("sortera på " + order.joined(separator: ", ")) }
    if let limit = question.limit {
      parts.append("högst \(limit.count)" + (limit.path.map { " per " + operand($0) } ?? ""))
    }
    if let moment = question.moment { parts.append("läget " + operand(moment)) }
    if let format = question.format { parts.append("som " + format.text) }
    if let file = question.file { parts.append("till " + quoted(file.text)) }
    return parts.joined(separator: " ")
  }

  private func head(_ question: Question) -> String {
    let columns = question.columns.map {
      operand($0.expression) + ($0.heading.map { " som " + quoted($0.text) } ?? "")
    }.joined(separator: ", ")
    let origin = question.origin.map(text) ?? ""
    switch question.verb {
    case .show: return "visa " + (columns.isEmpty ? "" : columns + " från ") + origin
    case .count: return "antal " + origin
    case .find(let words):
      return "sök " + operand(words) + (question.origin == nil ? "" : " i " + origin)
    case .changes(let since, let to):
      let end = to.map { " till " + operand($0) } ?? ""
      return "ändringar sedan " + operand(since) + end + shown(columns, origin)
    case .compare(let first, let second):
      return "jämför \(operand(first)) med \(operand(second))" + shown(columns, origin)
    }
  }

  private func shown(_ columns: String, _ origin: String) -> String {
    (columns.isEmpty ? "" : " för " + columns) + (origin.isEmpty ? "" : " från " + origin)
  }

  private func text(_ origin: Question.Origin) -> String {
    let name = origin.name.text
    let arguments = origin.arguments.map { "(" + list($0) + ")" } ?? ""
    return (origin.isQuoted ? quoted(name) : origin.isVariable ? "$" + name : name) + arguments
  }

  private func list(_ expressions: [Expression]) -> String {
    expressions.map(operand).joined(separator: ", ")
  }

  private func quoted(_ text: String) -> String {
    "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\t", with: "\\t") + "\""
  }
}

// MARK: - Conditions and operands

extension Printed {
  /// How tightly a kind of expression holds together, from `eller` to a single word.
  private enum Tightness: Int { case or, and, not, comparison, sum, product, sign, single }

  private func tightness(_ kind: Expression.Kind) -> Tightness {
    switch kind {
    case .or: .or
    case .and: .and
    case .not: .not
    case .comparison, .isIn, .between, .isEmpty, .was, .changed: .comparison
    case .arithmetic(_, let sign, _): [.plus, .minus].contains(sign) ? .sum : .product
    case .negative: .sign
    default: .single
    }
  }

  func text(_ condition: Expression) -> String { text(condition, at: .or) }

  private func operand(_ expression: Expression) -> String { text(expression, at: .sum) }

  /// Writes an expression where nothing looser may stand without parentheses.
  private func text(_ expression: Expression, at least: Tightness) -> String {
    let own = tightness(expression.kind)
    let plain = plain(expression.kind)
    let needs = own.rawValue < least.rawValue || (isCautious && own != .single && own != .sign)
    return needs ? "(\(plain))" : plain
  }

  private func plain(_ kind: Expression.Kind) -> String {
    switch kind {
    case .hole: return "_"
    case .word(let word): return word
    case .text(let text): return quoted(text)
    case .number(_, let raw), .quantity(_, _, let raw): return raw.replacing(",", with: ".")
    case .period(let words): return words.raw
    case .variable(let name): return "$" + name
    case .negative(let inner): return "-" + text(inner, at: .sign)
    case .arithmetic(let a, let sign, let b):
      let own = tightness(kind)
      let next = Tightness(rawValue: own.rawValue + 1) ?? .single
      return "\(text(a, at: own)) \(sign.rawValue) \(text(b, at: next))"
    case .call(let name, let arguments):
      return "\(name.text)(\(arguments.map { text($0, at: .or) }.joined(separator: ", ")))"
    case .countOf(let name, let condition):
      return "antal(\(name.text)\(condition.map { " där " + text($0) } ?? ""))"
    case .at(let path, let moment):
      return "\(text(path, at: .single)) vid \(text(moment, at: .single))"
    default: return condition(kind)
    }
  }

  private func condition(_ kind: Expression.Kind) -> String {
    switch kind {
    case .comparison(let a, let sign, let b):
      return "\(operand(a)) \(sign.spelling.swedish) \(operand(b))"
    case .isIn(let a, let values): return "\(operand(a)) i (\(list(values)))"
    case .between(let a, let low, let high):
      return "\(operand(a)) mellan \(operand(low)) och \(operand(high))"
    case .isEmpty(let inner): return "\(operand(inner)) saknas"
    case .was(let a, let value, let moment):
      return "\(operand(a)) var \(operand(value))" + (moment.map { " vid " + operand($0) } ?? "")
    case .changed(let a, let change): return "\(operand(a)) ändrad" + text(change)
    case .exists(let path, let condition): return "finns(\(inside(path, condition)))"
    case .all(let path, let condition): return "alla(\(inside(path, condition)))"
    case .not(let inner): return "inte " + text(inner, at: .not)
    case .and(let parts): return parts.map { text($0, at: .not) }.joined(separator: " och ")
    case .or(let parts): return parts.map { text($0, at: .and) }.joined(separator: " eller ")
    default: return "_"
    }
  }

  private func inside(_ path: Expression, _ condition: Expression?) -> String {
    operand(path) + (condition.map { " där " + text($0) } ?? "")
  }

  private func text(_ change: Expression.Change) -> String {
    var text = change.from.map { " från " + operand($0) } ?? ""
    text += change.to.map { " till " + operand($0) } ?? ""
    switch (change.after, change.until) {
    case (nil, nil): break
    case (let after?, nil): text += " sedan " + operand(after)
    case (nil, let until?): text += " före " + operand(until)
    case (let after?, let until?): text += " mellan \(operand(after)) och \(operand(until))"
    }
    return text
  }
}
