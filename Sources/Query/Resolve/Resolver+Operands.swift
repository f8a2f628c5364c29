import Model
import Text

extension Resolver {
  /// Resolves something that has a value; nil if something is wrong, which is then reported.
  mutating func operand(_ expression: Expression, in set: SetID) -> Typed? {
    let span = expression.span
    switch expression.kind {
    case .hole: return nil
    case .word(let word): return self.word(word, span, in: set)
    case .variable(let name):
      guard let value = variable(name, span) else { return nil }
      return operand(value, in: set)
    case .text, .number, .quantity, .period: return literal(expression)
    case .negative(let inner):
      guard let typed = number(inner, in: set) else { return nil }
      return Typed(
        operand: .negative(typed.operand),
        kind: typed.kind,
        text: Resolver.enclosed(typed, below: 3).map { "-\($0)" },
        span: span
      )
    case .arithmetic(let left, let sign, let right):
      return arithmetic(left, sign, right, span, in: set)
    case .call(let name, let arguments): return call(name, arguments, span, in: set)
    case .countOf(let name, _):
      report(Messages.measureOutside, [Bilingual(same: name.text)], at: span)
      return nil
    case .at(let path, let moment): return atMoment(path, moment, span, in: set)
    case .comparison, .isIn, .between, .isEmpty, .was, .changed, .exists, .all, .not, .and, .or:
      report(Messages.conditionAsValue, at: span)
      return nil
    }
  }

  /// Gives a variable's value where it is used, or reports that it has none.
  mutating func variable(_ name: String, _ span: Span) -> Expression? {
    guard let value = definitions.variable(name) else {
      let nearest = Nearest.names(to: name, among: definitions.variableNames)
      report(
        Messages.unknownVariable,
        [Bilingual(same: name)],
        at: span,
        tips: nearest.isEmpty ? [] : [.nearest(nearest.map { "$" + $0 })]
      )
      return nil
    }
    return value.placed(at: span)
  }

  /// Does something with the argument that a word stands for; in it, words are only words, even
  /// where they are spelled like parameters.
  mutating func withArgument<Result>(
    of word: String,
    at span: Span,
    _ body: (inout Resolver, Expression) -> Result
  ) -> Result? {
    guard let argument = parameters[Definitions.folded(word)] else { return nil }
    let all = parameters
    parameters = [:]
    defer { parameters = all }
    return body(&self, argument.placed(at: span))
  }

  // MARK: Words

  private mutating func word(_ word: String, _ span: Span, in set: SetID) -> Typed? {
    if groups != nil { return groupWord(word, span, in: set) }
    if !isPath(word, in: set) {
      if parameters[Definitions.folded(word)] != nil {
        return withArgument(of: word, at: span) { $0.operand($1, in: set) } ?? nil
      }
      if let period = periodConstant(word) {
        return Typed(
          operand: .constant(.period(period)),
          kind: .period,
          text: Bilingual(same: word),
          span: span
        )
      }
    }
    return path(word, span, in: set).map { typed($0, span) }
  }

  private mutating func groupWord(_ word: String, _ span: Span, in set: SetID) -> Typed? {
    if let value = groups?.headings.find(word) { return value.at(span) }
    if allowsMeasures, Aggregate.named(word) == .count, !isPath(word, in: set) {
      return register(
        Measure(aggregate: .count, kind: .number, text: Keyword.count.spelling),
        span
      )
    }
    guard let path = path(word, span, in: set) else { return nil }
    let typed = typed(path, span)
    let key = groups?.keys.firstIndex {
      if case .path(let p) = $0.operand { p == path } else { false }
    }
    guard let key else {
      report(Messages.notGrouped, [typed.text], at: span)
      return nil
    }
    return Typed(operand: .key(key), kind: typed.kind, text: typed.text, span: span)
  }

  /// Adds a measure to the question's, or finds it there.
  mutating func register(_ measure: Measure, _ span: Span) -> Typed? {
    let known = groups?.numbers[measure.text.swedish]
    let number = known ?? groups?.measures.count ?? 0
    if known == nil {
      groups?.measures.append(measure)
      groups?.numbers[measure.text.swedish] = number
    }
    return Typed(operand: .measure(number), kind: measure.kind, text: measure.text, span: span)
  }

  // MARK: Literals

  private mutating func literal(_ expression: Expression) -> Typed? {
    let span = expression.span
    func typed(_ value: Value, _ kind: ValueKind, _ text: String) -> Typed {
      Typed(operand: .constant(value), kind: kind, text: Bilingual(same: text), span: span)
    }
    switch expression.kind {
    case .text(let text): return typed(.string(text), .text, Spelled.text(text))
    case .number(let number, let raw): return typed(.number(number), .number, raw)
    case .quantity(let number, .percent, let raw): return typed(.number(number), .percent, raw)
    case .quantity(let number, .money(let factor), let raw):
      return typed(.number(number * factor), .money, raw)
    case .quantity(_, _, let raw):
      reportDuration(raw, beside: ValueKind.duration.wording, span)
      return nil
    case .period(let words):
      return period(words, span).map { typed(.period($0), .period, words.raw) }
    default: return nil
    }
  }

  /// Reports a length of time that is not whole, or that no time is moved by.
  private mutating func reportDuration(_ raw: String, beside name: Bilingual, _ span: Span) {
    let kind = Bilingual("ett helt antal dagar från en dag", "whole days from a day")
    let facts = [Bilingual(same: raw), kind, name, "idag - 30 dagar"]
    report(Messages.wrongValue, facts, at: span)
  }

  // MARK: Arithmetic

  private mutating func arithmetic(
    _ left: Expression,
    _ sign: Arithmetic,
    _ right: Expression,
    _ span: Span,
    in set: SetID
  ) -> Typed? {
    if case .quantity(_, let unit, _) = right.kind, unit.isTime, sign == .plus || sign == .minus {
      return shifted(left, sign, right, span, in: set)
    }
    guard let a = number(left, in: set), let b = number(right, in: set) else { return nil }
    let op: Operand.Op =
      switch sign {
      case .plus: .plus
      case .minus: .minus
      case .times: .times
      case .divide: .divide
      }
    let level = sign == .plus || sign == .minus ? 1 : 2
    let left = Resolver.enclosed(a, below: level)
    let right = Resolver.enclosed(b, below: level + 1)
    return Typed(
      operand: .arithmetic(a.operand, op, b.operand),
      kind: Resolver.kind(a.kind, b.kind),
      text: Bilingual(
        "\(left.swedish) \(sign.rawValue) \(right.swedish)",
        "\(left.english) \(sign.rawValue) \(right.english)"
      ),
      span: span
    )
  }

  /// Moves a time by a length of time.
  private mutating func shifted(
    _ left: Expression,
    _ sign: Arithmetic,
    _ right: Expression,
    _ span: Span,
    in set: SetID
  ) -> Typed? {
    guard case .quantity(let count, let unit, let raw) = right.kind,
      let base = single(left, in: set)
    else { return nil }
    guard case .period = base.kind else {
      report(Messages.cannotShift, [base.text, base.wording], at: base.span)
      return nil
    }
    guard let length = Resolver.length(count, unit, isBack: sign == .minus) else {
      reportDuration(raw, beside: base.text, right.span)
      return nil
    }
    return Typed(
      operand: .shifted(base.operand, days: length.days, months: length.months),
      kind: .period,
      text: base.text.map { "\($0) \(sign.rawValue) \(raw)" },
      span: span
    )
  }

  /// Gives the text of an operand, in parentheses where it binds less than what stands around it:
  /// one text stands for one calculation.
  private static func enclosed(_ typed: Typed, below level: Int) -> Bilingual {
    let own =
      switch typed.operand {
      case .arithmetic(_, .plus, _), .arithmetic(_, .minus, _), .shifted: 1
      case .arithmetic: 2
      default: 3
      }
    return own < level ? typed.text.map { "(\($0))" } : typed.text
  }

  private static func kind(_ a: ValueKind, _ b: ValueKind) -> ValueKind {
    switch (a, b) {
    case (.money, _), (_, .money): .money
    case (.percent, _), (_, .percent): .percent
    default: .number
    }
  }

  /// Resolves something with one value, not several.
  mutating func single(_ expression: Expression, in set: SetID) -> Typed? {
    guard let typed = operand(expression, in: set) else { return nil }
    guard !typed.isList else {
      report(Messages.listOperation, [typed.text], at: expression.span)
      return nil
    }
    return typed
  }

  /// Resolves one number.
  private mutating func number(_ expression: Expression, in set: SetID) -> Typed? {
    guard let typed = single(expression, in: set) else { return nil }
    guard typed.kind.isNumeric else {
      report(Messages.notANumber, [typed.text], at: expression.span)
      return nil
    }
    return typed
  }

  // MARK: At a moment

  private mutating func atMoment(
    _ inner: Expression,
    _ moment: Expression,
    _ span: Span,
    in set: SetID
  ) -> Typed? {
    guard let (path, typed) = reported(inner, in: set), let day = self.moment(moment) else {
      return nil
    }
    var then = path
    then.moment = day
    let at = Bilingual(same: source.text(moment.span))
    return Typed(
      operand: .path(then),
      kind: typed.kind,
      isList: typed.isList,
      text: Bilingual(
        "\(typed.text.swedish) vid \(at.swedish)",
        "\(typed.text.english) at \(at.english)"
      ),
      span: span
    )
  }

  /// Resolves a field that the reports carry, or reports that it has no history.
  mutating func reported(_ expression: Expression, in set: SetID) -> (Path, Typed)? {
    guard case .word(let word) = expression.kind else {
      report(Messages.noHistory, ["?", reportedFields], at: expression.span)
      return nil
    }
    guard let path = path(word, expression.span, in: set), let last = path.hops.last else {
      return nil
    }
    let typed = typed(path, expression.span)
    guard isOfRecords(typed.text, expression.span) else { return nil }
    guard schema.field(last.set, last.field).isReported else {
      report(Messages.noHistory, [typed.text, reportedFields], at: expression.span)
      return nil
    }
    return (path, typed)
  }

  /// Tells whether records are looked at; of a group, only its keys and measures are known.
  mutating func isOfRecords(_ text: Bilingual, _ span: Span) -> Bool {
    guard groups != nil else { return true }
    report(Messages.notGrouped, [text], at: span)
    return false
  }

  private var reportedFields: Bilingual {
    let names = schema[.measures].fields.filter(\.isReported).map(\.name)
    return Bilingual(same: names.joined(separator: ", "))
  }
}

extension Typed {
  /// The same operand at another place.
  func at(_ span: Span) -> Typed {
    var copy = self
    copy.span = span
    return copy
  }
}

/// How values are written so that they can be read again.
enum Spelled {
  /// A text: bare if it is one word, otherwise quoted.
  static func text(_ text: String) -> String {
    let isWord =
      text.first?.isLetter == true
      && text.unicodeScalars.allSatisfy {
        $0 == "_" || $0 == "-" || UnicodeData.isLetter($0.value) || ("0"..."9").contains($0)
      } && text.last != "-" && !text.contains("--")
    return isWord ? text : quoted(text)
  }

  /// A text in quotes.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return result + "\""
  }
}
