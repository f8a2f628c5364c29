package import Text
import Model

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
  }

  private let workspace: Workspace
  private let definitions: Definitions
  private let language: Language

  /// Proposes from a store, what has been named, and a language to fall back on.
  package init(_ workspace: Workspace, _ definitions: Definitions, _ language: Language) {
    (self.workspace, self.definitions, self.language) = (workspace, definitions, language)
  }

  /// Gives where the word at the cursor begins and what can stand in its place. Costs a pass over
  /// the names of the set that values are looked up in.
  package func at(_ cursor: Int, in text: String) -> (start: Int, words: [Word]) {
    let bytes = Array(text.utf8)
    let before = String(decoding: bytes.prefix(max(0, cursor)), as: UTF8.self)
    let source = Source(name: "", text: before)
    // A text that is not in NFC has other offsets than the editor's; it is normalised there.
    guard source.bytes.count == before.utf8.count else { return (cursor, []) }
    let all = Lexer.tokens(source).tokens
    guard var tokens = Splitter.statements(all).last ?? emptyStatement(cursor) else {
      return (cursor, [])
    }
    if let end = all.dropLast().last, end.isSymbol(.semicolon) || !belongs(end, tokens) {
      tokens = emptyStatement(cursor) ?? tokens
    }
    let typed = Typed(tokens, cursor)
    let set = self.set(text, typed)
    let words = Parser.expectations(typed.before).flatMap { self.words($0, set, typed) }
    return (typed.start, typed.fitting(words))
  }

  private func emptyStatement(_ cursor: Int) -> [Token]? {
    [Token(kind: .end, text: "", span: Span(cursor, cursor))]
  }

  private func belongs(_ token: Token, _ statement: [Token]) -> Bool {
    statement.contains { $0.span == token.span }
      || { if case .newline = token.kind { Splitter.continues(statement[max(0, statement.count - 2)]) } else { false } }()
  }

  /// The word being typed, and the tokens before it.
  private struct Typed {
    var before: [Token]
    var start: Int
    var word: String
    var isQuoted: Bool
    var usesEnglish: Bool?

    init(_ tokens: [Token], _ cursor: Int) {
      let last = tokens.dropLast().last
      let isTyping =
        last.map { $0.span.end == cursor && [.word, .number, .text].contains($0.kind) } ?? false
      let kept = isTyping ? Array(tokens.dropLast(2)) : Array(tokens.dropLast())
      start = isTyping ? last?.span.start ?? cursor : cursor
      word = isTyping ? last?.text ?? "" : ""
      isQuoted = isTyping && last?.kind == .text
      before = kept + [Token(kind: .end, text: "", span: Span(start, start))]
      usesEnglish = Typed.usesEnglish(kept)
    }

    /// The language of the keywords typed so far, if they tell.
    private static func usesEnglish(_ tokens: [Token]) -> Bool? {
      for token in tokens where token.kind == .word {
        for keyword in token.keywords {
          let row = keyword.row
          if row.english.contains(where: { Spelling($0).matches(token) }) { return true }
          if row.swedish.contains(where: { Spelling($0).matches(token) }) { return false }
        }
      }
      return nil
    }

    /// The words that begin like what is typed; a value may begin at any of its words.
    func fitting(_ words: [Word]) -> [Word] {
      let needle = Needle(word)
      var seen: Set<String> = []
      return words.filter { candidate in
        let bare = candidate.text.filter { $0 != "\"" }
        return NameTable.hasWord(needle.folding.fold(bare), startingWith: needle.bytes)
          && seen.insert(candidate.text).inserted
      }
    }
  }

  // MARK: Words for expectations

  private func words(_ expectation: Expectation, _ set: SetID?, _ typed: Typed) -> [Word] {
    let english = typed.usesEnglish ?? (language == .english)
    switch expectation {
    case .keyword(let keyword):
      return [Word(text: keyword.spelling[english ? .english : .swedish])]
    case .source:
      let sets = workspace.snapshot.schema.sets.map { set in
        Word(text: english ? set.english : set.name, note: set.doc[language])
      }
      return sets + definitions.setNames.map { Word(text: $0) }
    case .field: return fields(set, typed)
    case .measure:
      return Aggregate.allCases.map { Word(text: (english ? $0.names.last : $0.names.first) ?? "") }
    case .value(let word): return values(word, set)
    case .moment: return moments()
    case .relation:
      return fields(set, typed).filter { word in
        set.map { isRelation(word.text, of: $0) } ?? false
      }
    case .topic:
      return Keyword.allCases.map { Word(text: $0.spelling[english ? .english : .swedish]) }
    case .symbol, .number, .text, .format, .file, .word, .condition: return []
    }
  }

  private func isRelation(_ name: String, of set: SetID) -> Bool {
    let fields = workspace.snapshot.schema[set].fields
    guard let field = fields.first(where: { $0.name == name }) else { return false }
    if case .reference = field.type { return true }
    return false
  }

  /// The fields of the set, or of the set that a path leads to.
  private func fields(_ set: SetID?, _ typed: Typed) -> [Word] {
    guard var set else { return [] }
    let parts = typed.word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let resolver = Resolver(workspace, Source(name: "", text: ""), definitions)
    for part in parts.dropLast() {
      guard let number = resolver.field(part, of: set),
        case .reference(let next) = workspace.snapshot.schema.field(set, number).type
      else { return [] }
      set = next
    }
    let prefix = parts.dropLast().map { $0 + "." }.joined()
    return workspace.snapshot.schema[set].fields.map { field in
      Word(text: prefix + field.name, note: field.doc[language])
    }
  }

  private func values(_ word: String?, _ set: SetID?) -> [Word] {
    guard let word, let set else { return [] }
    var resolver = Resolver(workspace, Source(name: "", text: ""), definitions)
    guard let path = resolver.path(word, Span(0, 0), in: set) else { return [] }
    switch resolver.type(path).kind {
    case .code(let enumeration):
      return enumeration.names.map { Word(text: Spelled.text($0)) }
    case .reference(let target): return records(target)
    case .bool: return ["ja", "nej"].map { Word(text: $0) }
    case .period:
      return Resolver.relativeDays.map { Word(text: $0.names[language == .english ? 1 : 0]) }
    case .text: return texts(path)
    case .number, .money, .percent, .duration: return []
    }
  }

  private func records(_ set: SetID) -> [Word] {
    let snapshot = workspace.snapshot
    return (0..<min(snapshot[set].count, 100_000)).map { row in
      let id = snapshot.heap.string(snapshot.id(set, Int32(row)))
      let name = snapshot.heap.string(snapshot.name(set, Int32(row)))
      return Word(text: Spelled.text(id), note: name == id ? nil : name)
    }
  }

  /// The texts that a field holds, where they are few.
  private func texts(_ path: Path) -> [Word] {
    let view = workspace.view(nil)
    let rows = Array(0..<min(workspace.snapshot[path.start].count, 100_000))
    let operand = Query.Typed(
      operand: .path(path), kind: .text, isList: true, text: "", span: Span(0, 0))
    let grouping = Grouping(Evaluator(view), [operand], rows, in: path.start)
    guard grouping.members.count <= 200 else { return [] }
    return grouping.order.compactMap { group in
      let value = grouping.keys[0][group]
      guard !value.isEmpty else { return nil }
      return Word(text: Spelled.text(ValueText(workspace.snapshot).key(value, .text)))
    }
  }

  private func moments() -> [Word] {
    let snapshot = workspace.snapshot
    let occasions = (0..<snapshot[.occasions].count).map { row in
      Word(text: Spelled.text(snapshot.heap.string(snapshot.id(.occasions, Int32(row)))))
    }
    let place = language == .english ? 1 : 0
    let words = Resolver.relativeOccasions.map(\.names) + Resolver.relativeDays.map(\.names)
    return words.map { Word(text: $0[place]) } + occasions
  }

  /// The set that the question is about: named before the cursor, or after it.
  private func set(_ text: String, _ typed: Typed) -> SetID? {
    let source = Source(name: "", text: text)
    let resolver = Resolver(workspace, source, definitions)
    let parts = Script(source).parts
    let part = parts.last { $0.span.start <= typed.start } ?? parts.last
    switch part?.statement.kind {
    case .question(let question), .explain(let question), .letSet(_, _, let question):
      return set(of: question, resolver)
    default: return nil
    }
  }

  private func set(of question: Question, _ resolver: Resolver) -> SetID? {
    guard let name = question.origin?.name.text else {
      switch question.verb {
      case .changes, .compare: return .measures
      case .show, .count: return nil
      }
    }
    if let set = resolver.set(name) { return set.id }
    if let definition = definitions.set(name) { return set(of: definition.question, resolver) }
    return resolver.record(name)?.0
  }
}

extension Parser {
  /// What can stand at the end of a statement's tokens.
  static func expectations(_ tokens: [Token]) -> [Expectation] {
    let (_, parser) = Parser.statement(tokens)
    return parser.isAtEnd ? parser.expectations : []
  }
}
