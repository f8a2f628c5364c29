import Model
import Text

/// A named set, which sees the names that were given before its own.
package struct Definition: Sendable {
  let name: String
  let parameters: [Name]
  let question: Question
  let source: Source
  /// How many names had been given before.
  let age: Int
  /// How many definitions it stands on.
  let depth: Int

  /// How the definition is used.
  var usage: String {
    parameters.isEmpty ? name : "\(name)(\(parameters.map(\.text).joined(separator: ", ")))"
  }
}

/// What `let`, `--set` and a script's arguments have named.
///
/// Names are only added, and a later one hides an earlier: what a definition saw when it was made
/// is all that is older than it is, so nothing is copied to remember that.
package struct Definitions: Sendable {
  private var sets: [String: [Aged<Definition>]] = [:]
  private var variables: [String: [Aged<Expression>]] = [:]
  private var argumentLists: [Aged<[Expression]>] = []
  /// How many names have been given; what is not older than this is not seen.
  private(set) var age = 0

  private struct Aged<Content: Sendable>: Sendable {
    let age: Int
    let content: Content
  }

  /// The deepest that definitions may stand on each other.
  static let maximumDepth = 50

  /// No names.
  package init() {}

  /// What could be seen when so many names had been given.
  func before(_ age: Int) -> Definitions {
    var earlier = self
    earlier.age = age
    return earlier
  }

  private func seen<Content>(_ entries: [Aged<Content>]?) -> Content? {
    entries?.last { $0.age < age }?.content
  }

  /// Finds a named set.
  func set(_ name: String) -> Definition? { seen(sets[Definitions.folded(name)]) }

  /// Finds a variable's value.
  ///
  /// A number is the place of one of the script's own arguments, never of its caller's.
  func variable(_ name: String) -> Expression? {
    guard let place = Int(name) else { return seen(variables[Definitions.folded(name)]) }
    return arguments.indices.contains(place - 1) ? arguments[place - 1] : nil
  }

  /// The script's arguments, for `$*`.
  var arguments: [Expression] { seen(argumentLists) ?? [] }

  mutating func define(_ definition: Definition) {
    let name = Definitions.folded(definition.name)
    sets[name, default: []].append(Aged(age: age, content: definition))
    age += 1
  }

  mutating func define(variable name: String, _ value: Expression) {
    let name = Definitions.folded(name)
    variables[name, default: []].append(Aged(age: age, content: value))
    age += 1
  }

  /// Sets a variable to a value as typed on the command line.
  package mutating func define(variable name: String, text: String) {
    define(variable: name, Definitions.value(text))
  }

  /// Sets `$1`, `$2` … and `$*`.
  package mutating func define(arguments texts: [String]) {
    argumentLists.append(Aged(age: age, content: texts.map(Definitions.value)))
    age += 1
  }

  /// The names of the sets, for messages and completion.
  var setNames: [String] { sets.values.compactMap { seen($0)?.name }.sorted() }

  /// The names of the variables, for messages and completion.
  var variableNames: [String] {
    arguments.indices.map { String($0 + 1) }
      + variables.filter { seen($0.value) != nil }.keys.sorted()
  }

  static func folded(_ name: String) -> String {
    String(decoding: Folding.byCase.fold(name), as: UTF8.self)
  }

  /// Reads a typed value as the language would; what is no single value is a text.
  private static func value(_ text: String) -> Expression {
    let result = Lexer.tokens(Source(name: "", text: text))
    var parser = Parser(result.tokens)
    let value = parser.value(of: nil)
    let whole = Span(0, 0)
    guard result.diagnostics.isEmpty, parser.diagnostics.isEmpty, parser.isAtEnd else {
      return Expression(.text(text), whole)
    }
    switch value.kind {
    case .word, .text, .number, .quantity, .period: return value
    default: return Expression(.text(text), whole)
    }
  }
}
