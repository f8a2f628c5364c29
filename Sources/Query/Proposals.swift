import Model
package import Text

/// What can stand at a place in a text: the parser's own expectations, made into words by the
/// schema and the data, in the language that is being typed.
package struct Proposals {
  /// One word that can stand there.
  package struct Word: Sendable {
    /// What is inserted.
    package var text: String
    /// What is shown beside it.
    package var note: String?
    /// Whether a blank follows it.
    package var addsBlank = true
    /// How many of the question's records have it, under the other conditions typed so far.
    package var count: Int?
    /// Whether it has the letters that are typed in it, but does not begin with them.
    package var isGuess = false
    /// Whether it is a value, which may be meant by any of its words.
    var isValue = false
    /// Other words for it, which are not shown.
    var otherNames: [String] = []

    /// Makes a proposal.
    package init(text: String, note: String? = nil, addsBlank: Bool = true) {
      (self.text, self.note, self.addsBlank) = (text, note, addsBlank)
    }

    /// Proposes a path, in quotes; those of a folder stay open, for its files.
    package init(path: String, isFolder: Bool) {
      text = Spelled.quoted(path)
      if isFolder { text.removeLast() }
      addsBlank = !isFolder
    }
  }

  /// What can stand at a place.
  package struct Result: Sendable {
    /// Where the word that is being typed begins.
    package var start: Int
    /// What can stand in its place.
    package var words: [Word] = []
    /// Whether there are more than those.
    package var isCut = false
  }

  /// What the program knows beside the store.
  package struct Outside {
    /// The formats of answers.
    package var formats: [Word] = []
    /// What can be run beside the store's own questions.
    package var reports: [Word] = []
    /// The files whose path begins with a text; of scripts only, or of all kinds.
    package var files: (_ path: String, _ isScript: Bool) -> [Word] = { _, _ in [] }

    /// Knows nothing.
    package init() {}
  }

  let workspace: Workspace
  let definitions: Definitions
  let language: Language
  let outside: Outside

  /// So many records of a set are proposed at the most.
  static let recordLimit = 200
  /// A set with more records is not looked through.
  static let scanLimit = 20_000

  /// Proposes from a store, what has been named, and a language to fall back on.
  package init(
    _ workspace: Workspace,
    _ definitions: Definitions,
    _ language: Language,
    _ outside: Outside = Outside()
  ) {
    (self.workspace, self.definitions) = (workspace, definitions)
    (self.language, self.outside) = (language, outside)
  }

  /// Gives where the word at the cursor begins and what can stand in its place.
  ///
  /// Costs a pass over the columns of the conditions before it, and one over that of the field.
  package func at(_ cursor: Int, in text: String) -> Result {
    let bytes = Array(text.utf8)
    let before = String(decoding: bytes.prefix(max(0, cursor)), as: UTF8.self)
    let source = Source(name: "", text: before)
    // A text that is not in NFC has other offsets than the editor's; it is normalised there.
    guard source.bytes.count == before.utf8.count else { return Result(start: cursor) }
    let typed = TypedWord(source)
    let scope = TypedScope(workspace, definitions, text, typed)
    let expectations = expectations(typed, text)
    let usesEnglish = typed.usesEnglish ?? (language == .english)
    for fit in TypedWord.Fit.allCases {
      // The languages mix freely: what fits nothing in one is looked for in the other.
      for english in [usesEnglish, !usesEnglish] {
        let isFirst = english == usesEnglish
        let place = Place(
          typed: typed,
          scope: scope,
          english: english,
          isFirst: isFirst,
          fit: fit
        )
        let words = typed.fitting(expectations.flatMap { self.words($0, place) }, fit)
        guard words.isEmpty else {
          return Result(start: typed.start, words: words, isCut: words.count >= Self.recordLimit)
        }
      }
    }
    return Result(start: typed.start)
  }

  /// Where words are looked for, and which.
  struct Place {
    let typed: TypedWord
    let scope: TypedScope?
    let english: Bool
    /// Whether it is the first time: what is the same in both languages is looked for once.
    let isFirst: Bool
    let fit: TypedWord.Fit
    var language: Language { english ? .english : .swedish }
  }

  // MARK: What is expected

  private func expectations(_ typed: TypedWord, _ text: String) -> [Expectation] {
    let found = Parser.expectations(typed.before)
    // The parser takes `till` for the file's only when a text follows, which is not yet there.
    let isMoment = found.contains { [.moment, .value(ofWord: nil)].contains($0.withoutWord) }
    if !isMoment, Parser(Array(typed.before.suffix(2))).isAt(.into), typed.before.count > 2 {
      return [.file]
    }
    return columns(typed, text) ?? found
  }

  /// What is expected in a list of columns; nil if no set stands after the cursor that makes it
  /// one.
  private func columns(_ typed: TypedWord, _ text: String) -> [Expectation]? {
    let parts = Script(Source(name: "", text: text)).parts
    guard let part = parts.last(where: { $0.span.start <= typed.start }),
      case .question(var question) = part.statement.kind, !question.columns.isEmpty,
      let origin = question.origin, origin.name.span.start > typed.start
    else { return nil }
    var parser = Parser(typed.before)
    guard parser.accept(.show) else { return nil }
    parser.columnList(into: &question)
    return parser.expectedAtEnd
  }

  func words(_ expectation: Expectation, _ place: Place) -> [Word] {
    switch expectation {
    case .keyword(let keyword): return [word(keyword, place)]
    case .source: return sources(place)
    case .record: return ids(place)
    case .field: return fields(place) + (place.typed.word.isEmpty ? [] : functions(place))
    case .measure: return Aggregate.allCases.map { measure($0, place) }
    case .value(let word): return values(word, place)
    case .moment: return moments(place)
    case .relation: return relations(place)
    case .topic: return Keyword.allCases.map { word($0, place) }
    case .format: return outside.formats
    case .file: return files(place)
    case .symbol, .number, .text, .word, .condition: return []
    }
  }

  // MARK: The words of the language

  private func word(_ keyword: Keyword, _ place: Place) -> Word {
    let doc =
      StatementRule.all.first { $0.keyword == keyword }?.doc
      ?? ClauseRule.all.first { $0.keyword == keyword }?.doc
    return Word(text: keyword.spelling[place.language], note: doc?[language])
  }

  private func measure(_ aggregate: Aggregate, _ place: Place) -> Word {
    let name = (place.english ? aggregate.names.last : aggregate.names.first) ?? ""
    let isBare = aggregate == .count
    return Word(
      text: isBare ? name : name + "(",
      note: aggregate.doc[language],
      addsBlank: isBare
    )
  }

  private func functions(_ place: Place) -> [Word] {
    // A function is rarer than a field: it is proposed where no field begins so.
    let needle = Needle(place.typed.word)
    let names = fields(place).map { needle.folding.fold($0.text) }
    guard place.fit != .otherName, !names.contains(where: { $0.starts(with: needle.bytes) }) else {
      return []
    }
    return Function.allCases.map { function in
      let name = (place.english ? function.names.last : function.names.first) ?? ""
      return Word(text: name + "(", note: function.doc[language], addsBlank: false)
    }
  }

  private func moments(_ place: Place) -> [Word] {
    let snapshot = workspace.snapshot
    let occasions = (0..<snapshot[.occasions].count).map { row in
      Word(text: Spelled.text(snapshot.heap.string(snapshot.id(.occasions, Int32(row)))))
    }
    let words = Resolver.relativeOccasions.map(\.names) + Resolver.relativeDays.map(\.names)
    return words.map { Word(text: $0[place.english ? 1 : 0]) } + occasions
  }

  // MARK: Names

  /// The sets and definitions; ids where none of those begins so, and where only a record can be
  /// meant.
  private func sources(_ place: Place) -> [Word] {
    if place.typed.begins(with: .source) { return ids(place) }
    let sets = workspace.snapshot.schema.sets.map { set in
      Word(text: place.english ? set.english : set.name, note: set.doc[language])
    }
    let all = sets + definitions.setNames.map { Word(text: $0) }
    guard place.fit == .otherName else { return all }
    return ids(place)
  }

  /// The ids that begin as is typed, with the names of the records.
  private func ids(_ place: Place) -> [Word] {
    guard place.isFirst, place.fit != .guess else { return [] }
    let needle = Needle(place.typed.word)
    let snapshot = workspace.snapshot
    var words: [Word] = []
    for set in [.measures] + SetID.allCases.filter({ $0 != .measures }) {
      for row in rows(set, place) {
        guard words.count < Proposals.recordLimit else { return words }
        guard needle.begins(snapshot.heap.bytes(snapshot.id(set, row))) else { continue }
        var word = record(set, row, nil)
        // In the second round the other names are what is looked at.
        word.otherNames = [word.text]
        words.append(word)
      }
    }
    return words
  }

  /// The rows to look for an id among: those of a large set by its index, if it is of measures;
  /// no one knows the ids of a hundred thousand reports by heart.
  private func rows(_ set: SetID, _ place: Place) -> [Int32] {
    let count = workspace.snapshot[set].count
    if count <= Proposals.scanLimit { return Array(0..<Int32(count)) }
    return set == .measures ? workspace.index(set).rows(place.typed.word) : []
  }

  /// The fields of the set, or of the set that a path leads to.
  func fields(_ place: Place) -> [Word] {
    guard var set = place.scope?.set else { return [] }
    let parts = place.typed.word.split(separator: ".", omittingEmptySubsequences: false)
    let resolver = Resolver(workspace, Source(name: "", text: ""), definitions)
    for part in parts.dropLast() {
      guard let number = resolver.field(String(part), of: set),
        case .reference(let next) = workspace.snapshot.schema.field(set, number).type
      else { return [] }
      set = next
    }
    let prefix = parts.dropLast().map { $0 + "." }.joined()
    return workspace.snapshot.schema[set].fields.map { field in
      var word = Word(
        text: prefix + (place.english ? field.english : field.name),
        note: field.doc[language]
      )
      word.otherNames = field.aliases.map { prefix + $0 }
      return word
    }
  }

  private func relations(_ place: Place) -> [Word] {
    guard let set = place.scope?.set, !place.typed.word.contains(".") else { return [] }
    return zip(workspace.snapshot.schema[set].fields, fields(place)).compactMap { field, word in
      if case .reference = field.type { word } else { nil }
    }
  }

  private func files(_ place: Place) -> [Word] {
    let isScript = place.typed.begins(with: .run)
    let files = outside.files(place.typed.word, isScript)
    guard isScript else { return files }
    let saved = SavedQuestions(workspace.snapshot).all.map { question in
      Word(
        text: Spelled.text(question.name),
        note: question.description.isEmpty ? nil : question.description
      )
    }
    return saved + outside.reports + files
  }
}

extension Expectation {
  /// The expectation of a value of whatever kind.
  fileprivate var withoutWord: Expectation {
    if case .value = self { .value(ofWord: nil) } else { self }
  }
}

extension Parser {
  /// Gives what is expected at the end of a statement.
  static func expectations(_ tokens: [Token]) -> [Expectation] {
    Parser.statement(tokens).1.expectedAtEnd
  }

  /// What could stand at the end of what has been read.
  var expectedAtEnd: [Expectation] {
    missingAtEnd ?? (expectedAt == tokens.count - 1 ? expectations : [])
  }
}
