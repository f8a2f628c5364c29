import Model
import Text

extension Proposals {
  /// The values that a field can have, with the number of records that have each; those that most
  /// have come first.
  func values(_ word: String?, _ place: Place) -> [Word] {
    guard let scope = place.scope, let (kind, path) = subject(word, scope) else { return [] }
    switch kind {
    case .code(let enumeration):
      return byCount(enumeration.cases.map { self.word($0, place) }, path, scope)
    case .bool:
      return byCount(Proposals.answers.map { Word(text: $0[place.language]) }, path, scope)
    case .reference(let target): return records(target, path, place)
    case .text, .number: return listed(path, kind, scope)
    case .period: return Resolver.relativeDays.map { Word(text: $0.names[place.english ? 1 : 0]) }
    case .money, .percent, .duration: return []
    }
  }

  /// No comes first: it is number 0 in a column.
  private static let answers = [Bilingual("nej", "no"), Bilingual("ja", "yes")]

  /// The kind of what is compared, and its path if it is one.
  private func subject(_ word: String?, _ scope: TypedScope) -> (ValueKind, Path?)? {
    if let subject = scope.subject {
      if case .path(let path) = subject.operand { return (subject.kind, path) }
      return (subject.kind, nil)
    }
    var resolver = Resolver(workspace, Source(name: "", text: ""), definitions)
    guard let word, let path = resolver.path(word, Span(0, 0), in: scope.set) else { return nil }
    return (resolver.type(path).kind, path)
  }

  private func word(_ value: Enumeration.Case, _ place: Place) -> Word {
    var word = Word(text: Spelled.text(place.english ? value.english : value.name))
    word.isValue = true
    word.otherNames = value.synonyms
    return word
  }

  /// Counts the records with each value, by its place in the column's numbering.
  private func byCount(_ words: [Word], _ path: Path?, _ scope: TypedScope) -> [Word] {
    guard let path, let codes = scope.codes(path), let counts = scope.counts(path, codes),
      counts.count == words.count
    else { return words }
    var counted = words
    for place in counted.indices { counted[place].count = counts[place] }
    return counted.enumerated().sorted { a, b in
      (counts[b.offset], a.offset) < (counts[a.offset], b.offset)
    }.map(\.element)
  }

  /// The values that a field has, where they are few.
  private func listed(_ path: Path?, _ kind: ValueKind, _ scope: TypedScope) -> [Word] {
    guard let path, let codes = scope.codes(path), case .listed(let values) = codes.values else {
      return []
    }
    let texts = ValueText(workspace.snapshot)
    let words = values.map { value in
      let text = texts.key(value, kind)
      var word = Word(text: kind.isNumeric ? text : Spelled.text(text))
      word.isValue = true
      return word
    }
    return byCount(words, path, scope)
  }

  // MARK: Records

  /// A set with more records than this is not guessed among.
  private static let guessLimit = 5000

  private func records(_ set: SetID, _ path: Path?, _ place: Place) -> [Word] {
    guard place.isFirst else { return [] }
    let rows: [Int32]
    switch place.fit {
    case .beginning: rows = workspace.index(set).rows(place.typed.word)
    case .otherName: return []
    case .guess:
      let count = workspace.snapshot[set].count
      rows = count > Proposals.guessLimit ? [] : Array(0..<Int32(count))
    }
    guard !rows.isEmpty else { return [] }
    let counts = path.flatMap { path in
      place.scope.flatMap { scope in
        scope.codes(path).flatMap { scope.counts(path, $0) }
      }
    }
    let limit = place.fit == .guess ? rows.count : Proposals.recordLimit
    return RecordIndex.best(rows, counts, limit: limit).map { row in
      record(set, row, counts?[Int(row)])
    }
  }

  /// A record: its id, with its name beside it.
  func record(_ set: SetID, _ row: Int32, _ count: Int?) -> Word {
    let snapshot = workspace.snapshot
    let (id, name) = (snapshot.id(set, row), snapshot.name(set, row))
    var word = Word(text: Spelled.text(snapshot.heap.string(id)))
    if name != id { word.note = snapshot.heap.string(name) }
    word.count = count
    word.isValue = true
    return word
  }
}

extension Needle {
  /// Tells whether a text begins with the needle; in ASCII that is told without folding it.
  func begins(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for (place, byte) in bytes.enumerated() {
      guard place < text.count else { return false }
      let other = text[place]
      if byte >= 0x80 || other >= 0x80 { return folding.fold(text).starts(with: bytes) }
      let isCapital = other &- 0x41 < 26
      if byte != (isCapital ? other | 0x20 : other) { return false }
    }
    return true
  }
}
