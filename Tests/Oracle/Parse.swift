/// Reads well-formed questions into the oracle's own form; made for tests of the oracle.
struct Parser {
  let store: Store
  let view: View
  var tokens: [Token]
  var place = 0
  var set = "insatser"
  /// True while a condition on groups is read.
  var inGroups = false
  /// False where `at` belongs to `was`, not to the field before it.
  var readsAt = true

  init(_ question: String, store: Store, today: Int) {
    self.store = store
    view = View(store, today: today, asOf: nil)
    tokens = Lexer.tokens(question)
  }

  /// Reads a question.
  static func question(_ text: String, store: Store, today: Int) throws -> Question {
    var parser = Parser(text, store: store, today: today)
    let question = try parser.question()
    guard parser.next.form == .end else { throw parser.error("the end") }
    return question
  }

  var next: Token { tokens[place] }

  func token(_ ahead: Int) -> Token { tokens[min(place + ahead, tokens.count - 1)] }

  func error(_ wanted: String) -> OracleError {
    OracleError("\(wanted) expected at \(next.text) (piece \(place))")
  }

  /// True if the next words are one of these phrases; takes them.
  mutating func take(_ phrases: String...) -> Bool {
    for phrase in phrases {
      let words = phrase.split(separator: " ")
      let fits = words.enumerated().allSatisfy { offset, word in
        token(offset).form == .word && token(offset).folded == word
      }
      if fits {
        place += words.count
        return true
      }
    }
    return false
  }

  mutating func takeSign(_ sign: String) -> Bool {
    guard next.form == .sign, next.text == sign else { return false }
    place += 1
    return true
  }

  mutating func expectSign(_ sign: String) throws {
    guard takeSign(sign) else { throw error(sign) }
  }

  private mutating func question() throws -> Question {
    var question = Question()
    if take("show", "visa") {
      // The source is read first, since the columns are fields of it.
      let start = place
      while next.form != .end && !isFrom(place) { place += 1 }
      guard take("from", "fran") else { throw error("from") }
      try source()
      let afterSource = place
      place = start
      question.columns = try columns()
      place = afterSource
    } else if take("count", "antal") {
      question.form = .count
      try source()
    } else if take("changes", "andringar") {
      guard take("since", "sedan") else { throw error("since") }
      let since = try moment()
      let to = take("to", "till") ? try moment() : nil
      question.form = .changes(since: since, to: to)
    } else if take("compare", "jamfor") {
      let before = try moment()
      guard take("with", "med") else { throw error("with") }
      question.form = .compare(before, try moment())
    } else {
      throw error("a question")
    }
    question.set = set
    while next.form != .end { try clause(&question) }
    return question
  }

  private func isFrom(_ place: Int) -> Bool {
    guard tokens[place].form == .word, ["from", "fran"].contains(tokens[place].folded) else {
      return false
    }
    return place + 1 < tokens.count && setName(tokens[place + 1]) != nil
  }

  private func setName(_ token: Token) -> String? {
    Schema.sets.first { info in
      ([info.name] + info.aliases).contains { Text($0).folded == token.folded }
    }?.name
  }

  private mutating func source() throws {
    guard let name = setName(next) else { throw error("a set") }
    set = name
    place += 1
  }

  private mutating func columns() throws -> [Column] {
    var columns: [Column] = []
    repeat {
      inGroups = true
      let operand = try wholeOperand()
      inGroups = false
      var column = Column(operand: operand)
      if take("as", "som") {
        column.heading = next.text
        place += 1
      }
      columns.append(column)
    } while takeSign(",")
    return columns
  }

  private mutating func clause(_ question: inout Question) throws {
    if take("where", "dar") {
      question.condition = try self.condition()
    } else if take("by", "per") {
      question.groups = try paths()
    } else if take("across", "mot") {
      question.across = try self.path()
    } else if take("having", "med") {
      inGroups = true
      question.having = try self.condition()
      inGroups = false
    } else if take("sort by", "sortera pa") {
      question.sort = try sortKeys()
    } else if take("limit", "hogst") {
      question.limit = wholeNumber(next.text)
      place += 1
      if take("by", "per") { question.limitBy = try path() }
    } else if take("as of", "laget vid", "laget per", "laget") {
      question.asOf = try moment()
    } else {
      throw error("a clause")
    }
  }

  private mutating func sortKeys() throws -> [SortKey] {
    var keys: [SortKey] = []
    repeat {
      inGroups = true
      var key = SortKey(operand: try wholeOperand())
      inGroups = false
      if take("desc", "fallande") { key.descending = true } else { _ = take("asc", "stigande") }
      keys.append(key)
    } while takeSign(",")
    return keys
  }

  private mutating func paths() throws -> [Path] {
    var result: [Path] = []
    repeat { result.append(try path()) } while takeSign(",")
    return result
  }

  /// A chain of fields.
  mutating func path() throws -> Path {
    guard next.form == .word, let path = resolved(next.text) else { throw error("a field") }
    place += 1
    return path
  }

  /// The Swedish names of a chain of fields of the current set.
  func resolved(_ text: String) -> Path? {
    var current = set
    var path: Path = []
    for part in text.split(separator: ".").map({ Text(String($0)) }) {
      let fields = SchemaIndex.shared.order[current] ?? []
      let name =
        fields.first { Text($0).lower == part.lower }
        ?? fields.first { part.isPlain && Text($0).bare == part.bare }
      guard let name, let kind = SchemaIndex.shared.kind(current, name) else { return nil }
      path.append(name)
      if case .reference(let target) = kind.single { current = target } else { current = "" }
    }
    return path.isEmpty ? nil : path
  }
}
