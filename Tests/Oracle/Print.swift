import Chance
import Foundation

/// Writes questions in the language, spelled at random.
struct Printer {
  private var speller: Speller
  private var set: String
  /// How many parentheses are open.
  private var depth = 0

  private init(seed: UInt64, set: String) {
    speller = Speller(dice: Dice(seed: seed))
    self.set = set
  }

  /// The text of a question.
  static func text(_ question: Question, seed: UInt64) -> String {
    var printer = Printer(seed: seed, set: question.set)
    var text = printer.head(question)
    for clause in printer.clauses(question) {
      text += printer.speller.dice.percent(4) ? "\n    " : printer.speller.blank()
      text += clause
    }
    let endings = ["", "", "", "", "", "", " ;", " # fråga", " -- \"x"]
    text += printer.speller.dice.pick(endings, or: "")
    return printer.speller.dice.percent(3) ? text.decomposedStringWithCanonicalMapping : text
  }

  /// The text of a condition on a set, to stand in parentheses.
  static func text(_ condition: Condition, of set: String, seed: UInt64) -> String {
    var printer = Printer(seed: seed, set: set)
    printer.depth = 1
    return printer.condition(condition, 0)
  }

  /// The text of an operand of a set, to stand in parentheses.
  static func text(_ operand: Operand, of set: String, seed: UInt64) -> String {
    var printer = Printer(seed: seed, set: set)
    printer.depth = 1
    return printer.operand(operand)
  }

  private mutating func word(_ word: Word) -> String { speller.spell(word) }

  private mutating func joined(_ parts: String...) -> String {
    var result = parts[0]
    for part in parts.dropFirst() { result += speller.blank() + part }
    return result
  }

  private mutating func listed(_ parts: [String]) -> String {
    var result = parts.first ?? ""
    for part in parts.dropFirst() {
      result += "," + (speller.dice.percent(85) ? speller.blank() : "") + part
    }
    return result
  }

  private mutating func head(_ question: Question) -> String {
    switch question.form {
    case .count: return joined(word(.count), speller.spell(set: question.set))
    case .show:
      var columns: [String] = []
      for column in question.columns { columns.append(self.column(column)) }
      let chosen = listed(columns)
      return joined(word(.show), chosen, word(.from), speller.spell(set: question.set))
    case .changes(let since, let to):
      let start = joined(word(.changes), word(.since), moment(since))
      guard let to else { return start }
      return joined(start, word(.to), moment(to))
    case .compare(let before, let after):
      return joined(word(.compare), moment(before), word(.with), moment(after))
    }
  }

  private mutating func column(_ column: Column) -> String {
    let text = operand(column.operand)
    guard let heading = column.heading else { return text }
    return joined(text, word(.asWord), speller.quoted(heading))
  }

  /// The clauses in random order; `by` never comes right after a limit without its own `by`.
  private mutating func clauses(_ question: Question) -> [String] {
    var found: [(name: Word, text: String)] = []
    if let condition = question.condition {
      found.append((.whereWord, joined(word(.whereWord), self.condition(condition, 0))))
    }
    if !question.groups.isEmpty {
      var paths: [String] = []
      for path in question.groups { paths.append(speller.spell(path: path, of: set)) }
      found.append((.by, joined(word(.by), listed(paths))))
    }
    if let path = question.across {
      found.append((.across, joined(word(.across), speller.spell(path: path, of: set))))
    }
    if let having = question.having {
      found.append((.having, joined(word(.having), condition(having, 0))))
    }
    if !question.sort.isEmpty {
      found.append((.sort, joined(word(.sort), sortKeys(question.sort))))
    }
    if let limit = question.limit { found.append((.limit, limitText(limit, question.limitBy))) }
    if let moment = question.asOf {
      found.append((.asOf, joined(word(.asOf), self.moment(moment))))
    }
    if speller.dice.percent(35) { found = speller.dice.shuffled(found) }
    if question.limitBy == nil, let limit = found.firstIndex(where: { $0.name == .limit }),
      limit + 1 < found.count, found[limit + 1].name == .by
    {
      found.swapAt(limit, limit + 1)
    }
    return found.map(\.text)
  }

  private mutating func limitText(_ limit: Int, _ path: Path?) -> String {
    let text = joined(word(.limit), String(limit))
    guard let path else { return text }
    return joined(text, word(.by), speller.spell(path: path, of: set))
  }

  private mutating func sortKeys(_ keys: [SortKey]) -> String {
    var parts: [String] = []
    for key in keys {
      let text = operand(key.operand)
      if key.descending {
        parts.append(joined(text, word(.descending)))
      } else {
        parts.append(speller.dice.percent(20) ? joined(text, word(.ascending)) : text)
      }
    }
    return listed(parts)
  }
}

/// Conditions.
extension Printer {
  /// A condition where operators looser than the level need parentheses:
  /// 0 anything, 1 no `or`, 2 no `and`, 3 a single comparison.
  private mutating func condition(_ condition: Condition, _ level: Int) -> String {
    let own: Int
    switch condition {
    case .or: own = 0
    case .and: own = 1
    case .not: own = 2
    default: own = 3
    }
    guard own >= level || (own == 2 && level == 3), !speller.dice.percent(6) else {
      depth += 1
      let inner = bare(condition)
      depth -= 1
      return "(" + inner + ")"
    }
    return bare(condition)
  }

  private mutating func bare(_ condition: Condition) -> String {
    switch condition {
    case .or(let left, let right): return connected(left, .or, right, level: 0)
    case .and(let left, let right): return connected(left, .and, right, level: 1)
    case .not(let inner): return joined(word(.not), self.condition(inner, 2))
    case .compare(let left, let comparison, let right):
      let first = operand(left) + speller.loose() + comparison.rawValue
      let second = operand(right)
      return first + (second.hasPrefix("-") ? " " : speller.loose()) + second
    case .text(let operand, let test, let needle, let negated):
      return textTest(operand, test, needle, negated)
    case .within(let operand, let values, let negated):
      return within(operand, values, negated)
    case .between(let operand, let low, let high):
      let start = joined(self.operand(operand), word(.between), self.operand(low))
      return joined(start, word(.and), self.operand(high))
    case .empty(let operand, let negated): return empty(operand, negated)
    case .overlaps(let left, let right):
      return joined(operand(left), word(.overlaps), operand(right))
    case .was, .changed: return history(condition)
    case .exists(let path, let inner): return relation(.exists, path, inner)
    case .all(let path, let inner): return relation(.all, path, inner)
    }
  }

  private mutating func connected(
    _ left: Condition,
    _ sign: Word,
    _ right: Condition,
    level: Int
  ) -> String {
    let first = condition(left, level)
    let separator = speller.dice.percent(3) ? "\n    " : speller.blank()
    return first + separator + joined(word(sign), condition(right, level + 1))
  }

  private mutating func textTest(
    _ operand: Operand,
    _ test: TextTest,
    _ needle: Text,
    _ negated: Bool
  ) -> String {
    let left = self.operand(operand)
    let value = speller.value(needle.raw)
    if negated { return left + speller.blank() + "!~" + speller.loose() + value }
    switch test {
    case .contains:
      let sign = word(.contains)
      guard sign == "~" else { return joined(left, sign, value) }
      return left + speller.blank() + "~" + speller.loose() + value
    case .startsWith: return joined(left, word(.startsWith), value)
    case .endsWith: return joined(left, word(.endsWith), value)
    case .matches: return joined(left, word(.matches), speller.quoted(needle.raw))
    }
  }

  private mutating func within(
    _ operand: Operand,
    _ values: [Operand],
    _ negated: Bool
  ) -> String {
    var left = self.operand(operand)
    if negated { left = joined(left, word(.not)) }
    left = joined(left, word(.inWord))
    depth += 1
    var parts: [String] = []
    for value in values { parts.append(self.operand(value)) }
    let inner = listed(parts)
    depth -= 1
    return left + speller.blank() + "(" + inner + ")"
  }

  private mutating func empty(_ operand: Operand, _ negated: Bool) -> String {
    let left = self.operand(operand)
    if negated { return joined(left, word(.isWord), word(.not), word(.empty)) }
    return speller.dice.percent(40)
      ? joined(left, word(.missing)) : joined(left, word(.isWord), word(.empty))
  }

  private mutating func history(_ condition: Condition) -> String {
    switch condition {
    case .was(let path, let operand, let moment):
      let text = joined(speller.spell(path: path, of: set), word(.was), self.operand(operand))
      guard let moment else { return text }
      return joined(text, word(.at), self.moment(moment))
    case .changed(let path, let from, let to, let window):
      var text = joined(speller.spell(path: path, of: set), word(.changed))
      if let from { text = joined(text, word(.from), operand(from)) }
      if let to { text = joined(text, word(.to), operand(to)) }
      switch window {
      case .any: return text
      case .since(let moment): return joined(text, word(.since), self.moment(moment))
      case .between(let first, let second):
        text = joined(text, word(.between), moment(first))
        return joined(text, word(.and), moment(second))
      }
    default: return ""
    }
  }

  private mutating func relation(_ word: Word, _ path: Path, _ inner: Condition?) -> String {
    let name = speller.spell(path: path, of: set)
    let start = self.word(word) + "(" + name
    guard let inner, case .reference(let target)? = pathKind(path, set)?.single else {
      return start + ")"
    }
    let outer = set
    set = target
    depth += 1
    let text = joined(start, self.word(.whereWord), condition(inner, 0)) + ")"
    depth -= 1
    set = outer
    return text
  }
}

/// Operands and values.
extension Printer {
  private mutating func operand(_ operand: Operand) -> String {
    switch operand {
    case .literal(let literal): return self.literal(literal)
    case .path(let path): return speller.spell(path: path, of: set)
    case .at(let path, let moment):
      return joined(speller.spell(path: path, of: set), word(.at), self.moment(moment))
    case .call(let function, let arguments): return call(function.rawValue, arguments)
    case .choice(let condition, let first, let second):
      let name = word(.choice)
      depth += 1
      let inner = listed([self.condition(condition, 0), self.operand(first), self.operand(second)])
      depth -= 1
      return name + "(" + inner + ")"
    case .arithmetic(let left, let sign, let right):
      let first = factor(left, sign)
      return first + " " + sign.rawValue + " " + factor(right, sign)
    case .measure(.countAll): return word(.count)
    case .measure(.of(let name, let inner)): return call(name.rawValue, [inner])
    case .measure(.share(let condition)):
      let name = word(.share)
      depth += 1
      let inner = self.condition(condition, 0)
      depth -= 1
      return name + "(" + inner + ")"
    }
  }

  /// An operand of arithmetic; arithmetic within arithmetic stands in parentheses.
  private mutating func factor(_ operand: Operand, _ sign: Arithmetic) -> String {
    guard case .arithmetic = operand else { return self.operand(operand) }
    depth += 1
    let inner = self.operand(operand)
    depth -= 1
    return "(" + inner + ")"
  }

  private mutating func call(_ name: String, _ arguments: [Operand]) -> String {
    let name = speller.spell(name: name)
    depth += 1
    var parts: [String] = []
    for argument in arguments { parts.append(operand(argument)) }
    let inner = listed(parts)
    depth -= 1
    return name + "(" + inner + ")"
  }

  private mutating func literal(_ literal: Literal) -> String {
    switch literal {
    case .text(let text): return speller.value(text.raw)
    case .number(let number, let spelling): return self.number(number, spelling)
    case .period(let period): return self.period(period)
    case .occasion(let moment): return self.moment(moment)
    }
  }

  private mutating func number(_ number: Double, _ spelling: NumberSpelling) -> String {
    switch spelling {
    case .plain: return decimal(number)
    case .percent: return decimal(number) + "%"
    case .kr: return decimal(number) + " kr"
    case .tkr: return decimal(number / 1000) + " tkr"
    case .mnkr: return decimal(number / 1_000_000) + " mnkr"
    }
  }

  /// A number; the comma is a decimal sign only outside parentheses and lists.
  private mutating func decimal(_ number: Double) -> String {
    let text = numberText(number)
    return depth == 0 && speller.dice.percent(50) ? text.replacing(".", with: ",") : text
  }

  private mutating func moment(_ moment: Moment) -> String {
    switch moment {
    case .period(let period): return self.period(period)
    case .latest: return word(.latest)
    case .previous: return word(.previous)
    case .occasion(let type, let year):
      let short = type == "årsbokslut" && speller.dice.percent(30) ? "bokslut" : type
      return joined(speller.mangled(short, dropsMarks: true), String(year))
    }
  }

  private mutating func period(_ period: Period) -> String {
    switch period {
    case .stored(let text): return text
    case .today(let offset, let count, let unit):
      let day = word(offset == 0 ? .today : offset < 0 ? .yesterday : .tomorrow)
      guard count != 0 else { return day }
      let units: [DayUnit: Word] = [.day: .day, .week: .week, .month: .month, .year: .year]
      let sign = count > 0 ? "+" : speller.dice.percent(15) ? "–" : "-"
      return "\(day) \(sign) \(abs(count)) \(word(units[unit] ?? .day))"
    case .month(let year, let month):
      return joined(speller.mangled(monthNames[month - 1], dropsMarks: false), String(year))
    case .quarter(let year, let number): return joined("Q\(number)", String(year))
    case .tertial(let year, let number): return joined("T\(number)", String(year))
    case .spring(let year): return joined(speller.mangled("våren", dropsMarks: true), String(year))
    case .autumn(let year): return joined(speller.mangled("hösten", dropsMarks: true), String(year))
    case .thisYear(let offset): return word(offset == 0 ? .thisYear : .lastYear)
    }
  }
}
