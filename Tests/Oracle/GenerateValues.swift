import Chance
import Foundation

/// Values as questions write them, made from the values of the store.
extension QuestionMaker {
  /// A text as typed by someone who disregards case and perhaps marks.
  mutating func typed(_ text: String) -> Text {
    var result = text
    switch dice.below(12) {
    case 0, 1, 2: result = withoutMarks(result)
    case 3, 4:
      // A mark dropped here and another kept there: then no mark is disregarded.
      let place = result.firstIndex { "åäöéÅÄÖÉ".contains($0) }
      if let place {
        result.replaceSubrange(place...place, with: withoutMarks(String(result[place])))
      }
    default: break
    }
    switch dice.below(8) {
    case 0: result = result.uppercased()
    case 1: result = result.lowercased()
    default: break
    }
    return Text(result)
  }

  /// A piece of a text without blanks at its ends.
  mutating func piece(_ text: Text, atStart: Bool = false, atEnd: Bool = false) -> String {
    let signs = Array(text.raw)
    guard !signs.isEmpty else { return "a" }
    let length = dice.among(1...min(signs.count, 12))
    let start = atStart ? 0 : atEnd ? signs.count - length : dice.below(signs.count - length + 1)
    let piece = String(signs[start..<(start + length)])
    let trimmed = piece.trimmingCharacters(in: .whitespaces)
    return trimmed.isEmpty ? "a" : trimmed
  }

  /// A pattern that some piece of the text matches.
  mutating func glob(_ text: Text) -> Text {
    var signs = Array(piece(text)).map(String.init).filter { $0 != "*" && $0 != "?" }
    if signs.count > 2, dice.percent(50) { signs[dice.below(signs.count)] = "?" }
    if signs.count > 3, dice.percent(30) { signs[dice.below(signs.count)] = "*" }
    let before = dice.percent(75) ? "*" : ""
    let after = dice.percent(75) ? "*" : ""
    return typed(before + signs.joined() + after)
  }

  /// A number near one of the store.
  mutating func number(_ value: Value, _ unit: NumberUnit) -> Literal {
    var number: Double = 0
    if case .number(let known) = value { number = known } else { number = Double(dice.below(100)) }
    if dice.percent(30) { number += dice.pick([1, -1, 0.5, 10], or: 1) }
    if dice.percent(6) { number = dice.pick([0, 2026, -1, 1_000_000], or: 0) }
    switch unit {
    case .plain: return .number(number, .plain)
    case .percent: return .number(number, dice.percent(40) ? .percent : .plain)
    case .money:
      guard dice.percent(60), number > 0 else { return .number(number, .plain) }
      if dice.percent(40), exact(number / 1_000_000) { return .number(number, .mnkr) }
      if dice.percent(60), exact(number / 1000) { return .number(number, .tkr) }
      return .number(number, .kr)
    }
  }

  /// True for a number of at most two decimals, which reads the same in every unit.
  private func exact(_ number: Double) -> Bool {
    numberText(number).count <= 6 && (number * 4).rounded() == number * 4
  }

  /// A period around a time of the store.
  mutating func period(_ value: Value) -> Period {
    var day = view.today + dice.among(-500...500)
    if case .time(let span) = value {
      if dice.percent(25) { return .stored(span.text) }
      day = dice.percent(50) ? span.first : span.last
      if dice.percent(25) { day += dice.among(-1...1) }
    }
    let date = Days.date(day)
    switch dice.below(14) {
    case 0, 1, 2: return .stored(Days.text(day))
    case 3: return .stored("\(date.year)-\(padded(date.month, 2))")
    case 4: return .stored("\(date.year)")
    case 5: return .month(year: date.year, month: date.month)
    case 6: return .quarter(year: date.year, number: (date.month - 1) / 3 + 1)
    case 7: return .tertial(year: date.year, number: (date.month - 1) / 4 + 1)
    case 8: return date.month < 7 ? .spring(date.year) : .autumn(date.year)
    case 9: return .stored(shortForm(date.year, date.month))
    case 10: return .stored("\(Days.text(day))/\(Days.text(day + dice.below(60)))")
    case 11: return .thisYear(offset: dice.percent(50) ? 0 : -1)
    default: return dayWord()
    }
  }

  private mutating func shortForm(_ year: Int, _ month: Int) -> String {
    switch dice.below(3) {
    case 0: return "\(year)-Q\((month - 1) / 3 + 1)"
    case 1: return "\(year)-T\((month - 1) / 4 + 1)"
    default: return "\(year)-\(month < 7 ? "VT" : "HT")"
    }
  }

  /// `idag - 30 dagar` and the like.
  mutating func dayWord() -> Period {
    let offset = dice.percent(60) ? 0 : dice.pick([-1, 1], or: 0)
    guard dice.percent(50) else { return .today(offset: offset, moved: 0, unit: .day) }
    let unit = dice.pick(DayUnit.allCases, or: .day)
    let count = dice.among(1...(unit == .day ? 60 : unit == .year ? 2 : 9))
    return .today(offset: offset, moved: dice.percent(50) ? count : -count, unit: unit)
  }

  /// A moment, most often an occasion.
  mutating func moment() -> Moment {
    let occasions = store.occasions
    switch dice.below(12) {
    case 0: return occasions.isEmpty ? .period(dayWord()) : .latest
    case 1: return occasions.count < 2 ? .period(dayWord()) : .previous
    case 2: return .period(dayWord())
    case 3: return .period(period(.empty))
    case 4:
      let day = dice.pick(occasions)?.per ?? view.today
      return .period(.stored(Days.text(day + dice.among(-1...1))))
    case 5: return .period(.month(year: dice.among(2024...2026), month: dice.among(1...12)))
    default: return dice.pick(occasions).flatMap { named($0.record) } ?? .period(dayWord())
    }
  }

  /// An occasion in words.
  private func named(_ occasion: Record) -> Moment? {
    guard case .choice(_, let type) = occasion.stored("typ"),
      case .number(let year) = occasion.stored("år")
    else { return nil }
    if type.raw == "april" { return .period(.month(year: Int(year), month: 4)) }
    return .occasion(type: type.raw, year: Int(year))
  }

  /// A literal for a value of a kind, spelled so that it means that value.
  mutating func literal(_ value: Value, _ kind: Kind) -> Literal {
    switch kind.single {
    case .text:
      guard case .text(let text) = value else { return .text(Text("ingen alls")) }
      return .text(typed(text.raw))
    case .number(let unit): return number(value, unit)
    case .time: return .period(period(value))
    case .bool: return .text(Text(truth(value)))
    case .enumeration(let names): return .text(enumerationWord(value, names))
    case .reference(let set): return reference(value, set)
    case .list: return .text(Text(""))
    }
  }

  private mutating func truth(_ value: Value) -> String {
    var flag = dice.percent(50)
    if case .bool(let known) = value, dice.percent(80) { flag = known }
    return dice.pick(
      flag ? ["ja", "sant", "yes", "true"] : ["nej", "falskt", "no", "false"],
      or: "ja"
    )
  }

  private mutating func enumerationWord(_ value: Value, _ names: [String]) -> Text {
    var place = dice.below(names.count)
    if case .choice(let known, _) = value, dice.percent(85) { place = known }
    let name = names[place]
    var candidates = [name]
    if names == Schema.status {
      candidates += Schema.statusSynonyms.filter { $0.state == name }.map(\.word)
    }
    candidates.append(String(name.prefix(dice.among(1...name.count))))
    for _ in 0..<4 {
      let word = typed(dice.pick(candidates, or: name))
      let kind = Kind.enumeration(names)
      if case .choice(place, _)? = try? view.value(of: .text(word), kind), !word.raw.isEmpty,
        word.raw.trimmingCharacters(in: .whitespaces) == word.raw
      {
        return word
      }
    }
    return Text(name)
  }

  private mutating func reference(_ value: Value, _ set: String) -> Literal {
    let records = store.all(set)
    var record = dice.pick(records)
    if case .record(let known) = value, dice.percent(85) { record = known }
    guard let record else { return .text(Text("ingen")) }
    if set == "tillfällen", !isElsewhere {
      let moments = [Moment.latest, .previous] + [named(record)].compactMap { $0 }
      let moment = dice.pick(moments, or: .latest)
      if dice.percent(50), view.occasionRecord(moment) != nil { return .occasion(moment) }
    }
    for _ in 0..<3 {
      let word = typed(nameCandidate(record))
      if let found = try? view.record(word, in: set), found === record { return .text(word) }
    }
    return .text(record.id)
  }

  /// The id, the name or the beginning of the name from one of its words.
  private mutating func nameCandidate(_ record: Record) -> String {
    let name = record.name.raw
    switch dice.below(3) {
    case 0: return record.id.raw
    case 1: return name
    default:
      let words = name.split(separator: " ").map(String.init)
      let start = dice.below(words.count)
      let rest = words[start...].joined(separator: " ")
      let length = dice.among(2...max(2, min(rest.count, 16)))
      let beginning = String(rest.prefix(length)).trimmingCharacters(in: .whitespaces)
      return beginning.first?.isLetter == true ? beginning : name
    }
  }
}
