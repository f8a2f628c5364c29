import Model
import Text

/// A named set, with the names that it could see when it was made.
package struct Definition: Sendable {
  let name: String
  let parameters: [Name]
  let question: Question
  let source: Source
  let scope: Definitions
  /// How many definitions it stands on.
  let depth: Int

  /// How the definition is used.
  var usage: String {
    parameters.isEmpty ? name : "\(name)(\(parameters.map(\.text).joined(separator: ", ")))"
  }
}

/// What `let`, `--set` and a script's arguments have named.
package struct Definitions: Sendable {
  private var sets: [String: Definition] = [:]
  private var variables: [String: Expression] = [:]
  /// The script's arguments, for `$*`.
  var arguments: [Expression] = []

  /// The deepest that definitions may stand on each other.
  static let maximumDepth = 50

  /// No names.
  package init() {}

  /// Finds a named set.
  func set(_ name: String) -> Definition? { sets[Definitions.folded(name)] }

  /// Finds a variable's value.
  func variable(_ name: String) -> Expression? { variables[Definitions.folded(name)] }

  mutating func define(_ definition: Definition) {
    sets[Definitions.folded(definition.name)] = definition
  }

  mutating func define(variable name: String, _ value: Expression) {
    variables[Definitions.folded(name)] = value
  }

  /// Sets a variable to a value as typed on the command line.
  package mutating func define(variable name: String, text: String) {
    define(variable: name, Definitions.value(text))
  }

  /// Sets `$1`, `$2` … and `$*`.
  package mutating func define(arguments texts: [String]) {
    arguments = texts.map(Definitions.value)
    for (k, value) in arguments.enumerated() { variables[String(k + 1)] = value }
  }

  /// The names of the sets, for messages and completion.
  var setNames: [String] { sets.values.map(\.name).sorted() }

  /// The names of the variables, for messages and completion.
  var variableNames: [String] { variables.keys.sorted() }

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
