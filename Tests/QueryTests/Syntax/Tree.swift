import Text

@testable import Query

/// Trees as short texts: `(= status pågår)`, a hole as `_`.
enum Tree {
  static func text(_ expression: Expression?) -> String {
    guard let expression else { return "" }
    return text(expression)
  }

  static func text(_ expression: Expression) -> String {
    switch expression.kind {
    case .hole: "_"
    case .word(let word): word
    case .text(let text): "\"\(text)\""
    case .number(_, let raw): "#\(raw)"
    case .quantity(_, _, let raw): "#\(raw.replacing(" ", with: "·"))"
    case .period(let words): "⟨\(words.raw)⟩"
    case .variable(let name): "$\(name)"
    default: "(" + parts(expression.kind).filter { !$0.isEmpty }.joined(separator: " ") + ")"
    }
  }

  private static func parts(_ kind: Expression.Kind) -> [String] {
    switch kind {
    case .negative(let inner): ["neg", text(inner)]
    case .arithmetic(let a, let sign, let b): [sign.rawValue, text(a), text(b)]
    case .call(let name, let arguments): ["\(name.text)!"] + arguments.map(text)
    case .countOf(let name, let condition): ["antal!", name.text, text(condition)]
    case .at(let path, let moment): ["at", text(path), text(moment)]
    case .comparison(let a, let sign, let b): [sign.rawValue, text(a), text(b)]
    case .isIn(let a, let values): ["in", text(a)] + values.map(text)
    case .between(let a, let low, let high): ["between", text(a), text(low), text(high)]
    case .isEmpty(let inner): ["empty", text(inner)]
    case .was(let a, let value, let moment): ["was", text(a), text(value), text(moment)]
    case .changed(let a, let change):
      [
        "changed", text(a), "from:" + text(change.from), "to:" + text(change.to),
        "after:" + text(change.after),
        (change.isBefore ? "before:" : "until:") + text(change.until),
      ]
    case .exists(let path, let condition): ["exists", text(path), text(condition)]
    case .all(let path, let condition): ["all", text(path), text(condition)]
    case .not(let inner): ["not", text(inner)]
    case .and(let parts): ["and"] + parts.map(text)
    case .or(let parts): ["or"] + parts.map(text)
    default: []
    }
  }

  static func text(_ question: Question) -> String {
    var parts = [verb(question.verb)]
    parts += question.columns.map { text($0.expression) + ($0.heading.map { "=\($0.text)" } ?? "") }
    if let origin = question.origin {
      let arguments = origin.arguments.map { "(" + $0.map(text).joined(separator: ",") + ")" }
      parts.append("från " + origin.name.text + (arguments ?? ""))
    }
    if let condition = question.condition { parts.append("där " + text(condition)) }
    if !question.groups.isEmpty {
      parts.append("per " + question.groups.map(text).joined(separator: ","))
    }
    if let across = question.across { parts.append("mot " + text(across)) }
    if let having = question.having { parts.append("med " + text(having)) }
    let order = question.order.map { text($0.expression) + ($0.isDescending ? "↓" : "↑") }
    if !order.isEmpty { parts.append("ordning " + order.joined(separator: ",")) }
    if let limit = question.limit {
      parts.append("högst \(limit.count)" + (limit.path.map { "/" + text($0) } ?? ""))
    }
    if let moment = question.moment { parts.append("läget " + text(moment)) }
    if let format = question.format { parts.append("som " + format.text) }
    if let file = question.file { parts.append("till " + file.text) }
    return parts.joined(separator: " ")
  }

  private static func verb(_ verb: Question.Verb) -> String {
    switch verb {
    case .show: "visa"
    case .count: "antal"
    case .changes(let since, nil): "ändringar \(text(since))"
    case .changes(let since, let to?): "ändringar \(text(since)) till \(text(to))"
    case .compare(let a, let b): "jämför \(text(a)) \(text(b))"
    case .find(let words): "sök \(text(words))"
    }
  }

  static func text(_ statement: Statement) -> String {
    switch statement.kind {
    case .question(let question): text(question)
    case .explain(let question): "förklara " + text(question)
    case .chart(let question): "diagram " + text(question)
    case .overview(let moment): "översikt \(moment.map(text) ?? "–")"
    case .letSet(let name, let parameters, let question):
      "låt \(name.text)(\(parameters.map(\.text).joined(separator: ","))) = " + text(question)
    case .letValue(let name, let value): "låt \(name.text) = " + text(value)
    case .run(let name, let arguments):
      (["kör", name.text] + arguments.map(text)).joined(separator: " ")
    case .assert(let condition, let message):
      "kräv " + text(condition) + (message.map { " annars \($0.text)" } ?? "")
    case .source(let name, let field): "källa \(name.text) \(field?.text ?? "–")"
    case .view(let name): "vy \(name.text)"
    case .describe(let name): "beskriv \(name?.text ?? "–")"
    case .help(let name): "hjälp \(name?.text ?? "–")"
    case .example(let number): "exempel \(number?.text ?? "")"
    case .quit: "avsluta"
    case .hole: "_"
    }
  }

  /// The tree of a text's first statement, and after `!` the codes of what is wrong.
  static func read(_ text: String) -> String {
    guard let part = Script(Source(name: "", text: text)).parts.first else { return "" }
    let codes = part.diagnostics.map(\.message.code)
    return Tree.text(part.statement) + (codes.isEmpty ? "" : " !" + codes.joined(separator: " "))
  }
}
