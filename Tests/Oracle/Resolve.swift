/// What the words of a question stand for.
extension View {
  /// The value of a literal beside an operand of a kind.
  func value(of literal: Literal, _ kind: Kind) throws -> Value {
    switch literal {
    case .number(let number, _): return .number(number)
    case .period(let period):
      guard let span = period.span(today: today) else { throw OracleError("no such period") }
      return .time(span)
    case .occasion(let moment):
      guard let record = occasionRecord(moment) else { throw OracleError("no such occasion") }
      return .record(record)
    case .text(let text):
      if let meaning = text.meaning, meaning.kind == kind { return meaning.value }
      let value = try value(of: text, kind)
      text.meaning = (kind, value)
      return value
    }
  }

  private func value(of text: Text, _ kind: Kind) throws -> Value {
    switch kind.single {
    case .text: return .text(text)
    case .bool:
      guard let flag = truth(text) else { throw OracleError("neither yes nor no: \(text.raw)") }
      return .bool(flag)
    case .enumeration(let names): return try enumerationValue(text, names)
    case .reference(let set): return .record(try record(text, in: set))
    case .number: throw OracleError("no number: \(text.raw)")
    case .time, .list: throw OracleError("no time: \(text.raw)")
    }
  }

  /// Yes and no in the words of the language.
  private func truth(_ text: Text) -> Bool? {
    switch text.folded {
    case "ja", "sant", "yes", "true": return true
    case "nej", "falskt", "no", "false": return false
    default: return nil
    }
  }

  private func enumerationValue(_ text: Text, _ names: [String]) throws -> Value {
    let words = names.map(Text.init)
    if let place = try unique(words, text, "\(text.raw)") {
      return .choice(place, words[place])
    }
    if names == Schema.status {
      for (word, state) in Schema.statusSynonyms where smartEqual(Text(word), text) {
        let place = names.firstIndex(of: state) ?? 0
        return .choice(place, words[place])
      }
    }
    guard let place = try uniqueBeginning(words, text, "\(text.raw)") else {
      throw OracleError("no value of the enumeration: \(text.raw)")
    }
    return .choice(place, words[place])
  }

  /// The record that a text names: by id, by name, by the beginning of a word in the name.
  func record(_ text: Text, in set: String) throws -> Record {
    let records = store.all(set)
    let ids = records.map(\.id)
    let names = records.map(\.name)
    if let place = try unique(ids, text, set) { return records[place] }
    if let place = try unique(names, text, set) { return records[place] }
    if let place = try uniqueBeginning(names, text, set) { return records[place] }
    throw OracleError("no record of \(set): \(text.raw)")
  }

  /// The only text that is the needle: first with marks as they are, then with marks dropped.
  private func unique(_ texts: [Text], _ needle: Text, _ place: String) throws -> Int? {
    var found = texts.indices.filter { texts[$0].lower == needle.lower }
    if found.isEmpty, needle.isPlain {
      found = texts.indices.filter { texts[$0].bare == needle.bare }
    }
    return try only(found, needle, place)
  }

  /// The only text with a word that the needle is the beginning of: whoever types a beginning has
  /// not chosen between marks, so a plain one means all that it can mean.
  private func uniqueBeginning(_ texts: [Text], _ needle: Text, _ place: String) throws -> Int? {
    let found = texts.indices.filter { number in
      needle.isPlain
        ? startsAWord(texts[number].bare, needle.bare)
        : startsAWord(texts[number].lower, needle.lower)
    }
    return try only(found, needle, place)
  }

  private func only(_ found: [Int], _ needle: Text, _ place: String) throws -> Int? {
    guard found.count < 2 else {
      throw OracleError("several candidates for \(needle.raw): \(place)")
    }
    return found.first
  }
}

/// True if the needle stands at the beginning of a word of the text.
private func startsAWord(_ text: [UInt32], _ needle: [UInt32]) -> Bool {
  guard let first = needle.first, needle.count <= text.count else { return false }
  for start in 0...(text.count - needle.count) where text[start] == first {
    guard start == 0 || !isWordSign(text[start - 1]) else { continue }
    if text[start..<(start + needle.count)].elementsEqual(needle) { return true }
  }
  return false
}

/// True for letters and digits.
private func isWordSign(_ value: UInt32) -> Bool {
  guard let scalar = Unicode.Scalar(value) else { return false }
  return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}
