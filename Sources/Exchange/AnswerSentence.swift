import Model
package import Query
package import Text

/// What an answer says, in plain sentences that can be read aloud: how many of how many, and of
/// which day; and if it says nothing, which condition emptied it.
package struct AnswerSentence {
  private let answer: Answer
  private let language: Language

  /// Makes the sentences of an answer.
  package init(_ answer: Answer, _ language: Language) {
    (self.answer, self.language) = (answer, language)
  }

  private var question: ResolvedQuestion { answer.question }

  /// The sentences, on one line: »14 av 92 insatser, 15 %. Läget 2026-11-24.«
  package var text: String {
    let sentences: [String?] =
      switch question.shape {
      case .records: [found, shownRows, state]
      case .groups: [found + groups, shownGroups, repeated, state]
      case .changes(let from, let to): [changes(from, to), shownChanges]
      case .comparison(let first, let second): [comparison(first, second), repeated]
      case .sources: [sources]
      case .hits(let pattern): [hits(pattern), shownHits, question.moment == nil ? nil : state]
      }
    return sentences.compactMap { $0 }.map { $0.capitalizedFirst + "." }.joined(separator: " ")
  }

  /// Why there are no records, line by line: what each condition left, and what there is instead.
  package var explanation: [String] {
    if answer.standApart {
      return [
        say("Orden finns, men inte i samma text.", "The words occur, but not in the same text.")
      ]
    }
    if !answer.nearest.isEmpty {
      return [say("Ord som liknar: ", "Words like it: ") + answer.nearest.joined(separator: " · ")]
    }
    guard answer.matched == 0, answer.total > 0, !answer.steps.isEmpty else { return [] }
    let start = "\(number(answer.total)) \(noun(answer.total))"
    let steps = answer.steps.map { step in
      "\(number(step.count)) \(say("där", "where")) \(step.text[language])"
    }
    var lines = [([start] + steps).joined(separator: " → ")]
    if !answer.occurring.isEmpty {
      let values = answer.occurring.map { "\($0.text[language]) \(number($0.count))" }
      lines.append(
        say("Värden som finns där: ", "Values found there: ") + values.joined(separator: " · ")
      )
    }
    return lines
  }

  // MARK: Records and groups

  private var found: String {
    guard answer.matched > 0, !question.conjuncts.isEmpty else { return counted(answer.matched) }
    let (part, whole) = (answer.matched, answer.total)
    let of = say("av", "of")
    return "\(number(part)) \(of) \(number(whole)) \(noun(whole)), \(percent(part, of: whole))"
  }

  private var shownRows: String? { shown(answer.rows.count, of: answer.matched, noun) }

  private func shown(_ rows: Int, of all: Int, _ noun: (Int) -> String) -> String? {
    guard rows < all else { return nil }
    return say("visar", "showing") + " \(number(rows)) " + say("av", "of")
      + " \(number(all)) \(noun(all))"
  }

  private var state: String { say("läget", "as of") + " \(answer.day.text)" }

  /// Whether groups may have been left out.
  private var isLimited: Bool {
    let isFull = question.limit.map { answer.rows.count >= $0 } ?? false
    return isFull || question.limitBy != nil || question.having != nil
  }

  private var groups: String {
    guard !question.keys.isEmpty, answer.matched > 0, !isLimited else { return "" }
    let comma = question.conjuncts.isEmpty ? "" : ","
    return "\(comma) \(say("i", "in")) \(countedGroups)"
  }

  private var shownGroups: String? {
    guard !question.keys.isEmpty, answer.matched > 0, isLimited else { return nil }
    if question.having != nil, answer.rows.isEmpty {
      return say("ingen grupp uppfyller villkoren", "no group fulfils the conditions")
    }
    return say("visar", "showing") + " " + countedGroups
  }

  private var countedGroups: String {
    let count = answer.rows.count
    let noun = count == 1 ? say("grupp", "group") : say("grupper", "groups")
    return "\(number(count)) \(noun)"
  }

  private var repeated: String? {
    let isRepeated = answer.countsRepeatedly || question.keys.contains { $0.isList }
    guard isRepeated, !answer.rows.isEmpty else { return nil }
    return say(
      "en post med flera värden räknas i flera grupper",
      "a record with several values is counted in several groups"
    )
  }
}

// MARK: - Sources

extension AnswerSentence {
  private var sources: String {
    let count = answer.rows.count
    return number(count) + " "
      + (count == 1 ? say("uppgift", "entry") : say("uppgifter", "entries"))
  }
}

// MARK: - Two days

extension AnswerSentence {
  private func changes(_ from: Day, _ to: Day) -> String {
    let count = answer.matched
    let number = count == 0 ? say("inga", "no") : number(count)
    return "\(number) \(changeNoun(count)) "
      + say("mellan \(from.text) och \(to.text)", "between \(from.text) and \(to.text)")
  }

  private var shownChanges: String? { shown(answer.rows.count, of: answer.matched, changeNoun) }

  private func changeNoun(_ count: Int) -> String {
    count == 1 ? say("ändring", "change") : say("ändringar", "changes")
  }

  private func comparison(_ first: Day, _ second: Day) -> String {
    let after = answer.matched
    let now = say("\(counted(after)) \(second.text)", "\(counted(after)) on \(second.text)")
    guard let before = countBefore else {
      return now + say(", jämfört med \(first.text)", ", compared with \(first.text)")
    }
    let then = say(
      "mot \(counted(before)) \(first.text)",
      "against \(counted(before)) on \(first.text)"
    )
    return "\(now) \(then), \(difference(after - before))"
  }

  private func difference(_ difference: Int) -> String {
    switch difference {
    case 0: say("lika många", "as many")
    case 1...: say("\(number(difference)) fler", "\(number(difference)) more")
    default: say("\(number(-difference)) färre", "\(number(-difference)) fewer")
    }
  }

  /// The records at the first day, if the rows count each of them once.
  private var countBefore: Int? {
    let isPlain = question.measures.allSatisfy { $0.aggregate == .count && $0.operand == nil }
    let column = question.keys.count
    guard isPlain, question.measures.count <= 1, question.limit == nil, question.having == nil,
      !question.keys.contains(where: \.isList), answer.columns.indices.contains(column)
    else { return nil }
    var sum = 0
    for row in answer.rows {
      if case .number(let count) = row[column] { sum += Int(count) }
    }
    return sum
  }
}

// MARK: - Searches

extension AnswerSentence {
  private func hits(_ pattern: SearchPattern) -> String {
    let count = answer.matched
    guard count > 0 else {
      return say("inga träffar på \(pattern.said)", "no hits for \(pattern.said)")
    }
    return "\(number(count)) \(hitNoun(count)) \(say("i", "in")) \(place(pattern))"
  }

  private func place(_ pattern: SearchPattern) -> String {
    if pattern.set != nil { return noun(2) }
    let sets = answer.setsFound
    return "\(number(sets)) "
      + (sets == 1 ? say("mängd", "set") : say("mängder", "sets"))
  }

  private var shownHits: String? { shown(answer.rows.count, of: answer.matched, hitNoun) }

  private func hitNoun(_ count: Int) -> String {
    count == 1 ? say("träff", "hit") : say("träffar", "hits")
  }
}

// MARK: - Words and numbers

extension AnswerSentence {
  private func say(_ swedish: String, _ english: String) -> String {
    language == .swedish ? swedish : english
  }

  private func number(_ count: Int) -> String {
    Numbers.text(Double(count), decimals: 0, language)
  }

  private func noun(_ count: Int) -> String {
    let set = answer.snapshot.schema[question.set]
    return count == 1 ? say(set.singular, set.englishSingular) : say(set.name, set.english)
  }

  private func counted(_ count: Int) -> String {
    "\(count == 0 ? say("inga", "no") : number(count)) \(noun(count))"
  }

  /// Without decimals, and never 0 for something nor 100 for less than all.
  private func percent(_ part: Int, of whole: Int) -> String {
    let sign = say(" %", "%")
    let rounded = Int(Numbers.round(Double(part) * 100 / Double(whole), decimals: 0))
    return switch rounded {
    case 0 where part > 0: say("mindre än 1", "less than 1") + sign
    case 100 where part < whole: say("mer än 99", "more than 99") + sign
    default: "\(rounded)\(sign)"
    }
  }
}
