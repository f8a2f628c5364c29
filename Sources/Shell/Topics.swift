import Exchange
import Model
import Query
import Text

/// What `help` and `describe` say, all read from the tables of the language and the model.
struct Topics {
  let workspace: Workspace
  let layout: OutputFormat.Layout

  init(_ workspace: Workspace, _ layout: OutputFormat.Layout) {
    (self.workspace, self.layout) = (workspace, layout)
  }

  private var language: Language { layout.language }
  private var schema: Schema { workspace.snapshot.schema }

  // MARK: Help

  /// The overview.
  func overview() -> [UInt8] {
    var lines: [String] = []
    lines.append(Bilingual("Satser", "Statements")[language])
    lines += grid(StatementRule.all.map { [$0.keyword.spelling[language], $0.doc[language]] })
    lines.append("")
    lines.append(Bilingual("Delar av en fråga", "Clauses of a question")[language])
    lines += grid(ClauseRule.all.map { [$0.keyword.spelling[language], $0.doc[language]] })
    lines.append("")
    let more = Bilingual(
      """
      hjälp ORD förklarar ett ord, hjälp F0102 en felkod. hjälp villkor visar alla
      jämförelser, hjälp funktioner alla funktioner och mått, hjälp format alla format.
      beskriv visar mängderna, beskriv insatser fälten i en. exempel visar frågor att pröva.
      """,
      """
      help WORD explains a word, help F0102 an error code. help conditions shows all
      comparisons, help functions all functions and measures, help formats all formats.
      describe shows the sets, describe measures the fields of one. examples are to try.
      """
    )
    lines.append(more[language])
    return Self.text(lines)
  }

  /// The help on a word or a code; nil if there is none.
  func help(_ word: String) -> [UInt8]? {
    if let message = Messages.message(word) { return Self.text(help(message)) }
    let needle = Needle(word)
    if let list = list(needle) { return Self.text(list) }
    if let rule = StatementRule.all.first(where: { $0.keyword.isNamed(needle) }) {
      return Self.text([rule.doc[language]] + numbered(rule.example))
    }
    if let rule = ClauseRule.all.first(where: { $0.keyword.isNamed(needle) }) {
      return Self.text([rule.doc[language]] + numbered(rule.example))
    }
    if let way = ConditionHelp.all.first(where: { $0.isNamed(needle) }) {
      return Self.text([way.doc[language], "  " + way.example[language]])
    }
    if let function = Function.allCases.first(where: { $0.names.contains(where: needle.equals) }) {
      return Self.text([function.doc[language], "  " + function.example])
    }
    if let measure = Aggregate.allCases.first(where: { $0.names.contains(where: needle.equals) }) {
      return Self.text([measure.doc[language], "  " + measure.example])
    }
    if let set = schema.sets.first(where: { $0.names.contains(where: needle.equals) }) {
      return describe(set.id)
    }
    let fields = fields(named: needle)
    if !fields.isEmpty { return Self.text(fields) }
    let companion = Self.companions.first { $0.word.isNamed(needle) }
    return companion.flatMap { help($0.of.spelling[language]) }
  }

  /// The words that have no help of their own, with the word whose help they are shown in.
  private static let companions: [(word: Keyword, of: Keyword)] = [
    (.from, .show), (.to, .changes), (.with, .compare), (.ascending, .sort), (.descending, .sort),
    (.else, .assert),
  ]

  /// The words that there is help on.
  var words: [String] {
    let keywords =
      StatementRule.all.map(\.keyword) + ClauseRule.all.map(\.keyword)
      + ConditionHelp.all.flatMap(\.words)
    let calls = Function.allCases.map(\.names) + Aggregate.allCases.map(\.names)
    let fields = schema.sets.flatMap { set in set.fields.map(\.name) }
    let sets = schema.sets.flatMap(\.names)
    return keywords.flatMap(\.spellings) + calls.flatMap { $0 } + sets + fields
  }

  /// All examples with their numbers, and how one is run.
  func examples() -> [UInt8] {
    let rows = StatementRule.examples.enumerated().map { [String($0 + 1), $1[language]] }
    let way = Bilingual("exempel 2 kör det andra.", "example 2 runs the second.")
    return Self.text(grid(rows) + ["", way[language]])
  }

  /// An example, and the statement that runs it if there is one.
  private func numbered(_ example: Bilingual) -> [String] {
    let line = "  " + example[language]
    guard let place = StatementRule.examples.firstIndex(of: example) else { return [line] }
    let way = Bilingual("exempel \(place + 1) kör det", "example \(place + 1) runs it")
    return [line, "  (" + way[language] + ")"]
  }

  private func help(_ message: Message) -> [String] {
    let facts = (0..<5).map { _ in Bilingual(same: "…") }
    var lines = ["\(message.code): \(message.title.filled(with: facts, language))"]
    if let reason = message.reason { lines.append("  " + reason.filled(with: facts, language)) }
    if let example = message.example {
      lines.append("  " + Bilingual("exempel:", "example:")[language] + " " + example[language])
    }
    let way = message.way.filled(with: facts, language)
    lines.append("  " + Bilingual("gör så: \(way)", "try: \(way)")[language])
    return lines
  }

  /// The help on many words at once: conditions, functions, formats.
  private func list(_ needle: Needle) -> [String]? {
    if ["villkor", "conditions"].contains(where: needle.equals) {
      return grid(ConditionHelp.all.map { [$0.name(language), $0.doc[language]] })
    }
    if ["format", "formats"].contains(where: needle.equals) {
      return grid(OutputFormat.all.map { [$0.name, $0.doc[language]] })
    }
    return ["funktioner", "functions"].contains(where: needle.equals) ? functions() : nil
  }

  private func functions() -> [String] {
    let functions = Function.allCases.map {
      [$0.names.joined(separator: ", "), $0.doc[language], $0.example]
    }
    let measures = Aggregate.allCases.map {
      [$0.names.joined(separator: ", "), $0.doc[language], $0.example]
    }
    return [Bilingual("Funktioner", "Functions")[language]] + grid(functions) + [""]
      + [Bilingual("Mått", "Measures")[language]] + grid(measures)
  }

  private func fields(named needle: Needle) -> [String] {
    let rows = schema.sets.flatMap { set in
      set.fields.filter { $0.names.contains(where: needle.equals) }.map {
        ["\(set.name).\($0.name)", type($0), $0.doc[language]]
      }
    }
    return rows.isEmpty ? [] : grid(rows)
  }

  // MARK: Describing

  /// The sets, or the fields of one with their types, values and how many records have them.
  func describe(_ id: SetID?) -> [UInt8] {
    guard let id else {
      return Self.text(
        grid(
          schema.sets.map { set in
            [set.name, set.english, count(set), set.doc[language]]
          }
        )
      )
    }
    let set = schema[id]
    let view = FieldCounts(workspace, id)
    var lines = [
      Bilingual(
        "\(set.name) (\(set.english)) – \(set.doc.swedish) \(count(set)) poster.",
        "\(set.name) (\(set.english)) – \(set.doc.english) \(count(set)) records."
      )[language]
    ]
    let header = [
      Bilingual("fält", "field"), Bilingual("engelska", "english"), Bilingual("typ", "type"),
      Bilingual("ifyllt", "filled"), Bilingual("vad", "what"),
    ].map { $0[language] }
    lines += grid(
      [header]
        + set.fields.enumerated().map { number, field in
          [
            field.name, field.english, type(field), String(view.filled(number)),
            field.doc[language] + values(field),
          ]
        }
    )
    return Self.text(lines)
  }

  private func count(_ set: SetSchema) -> String { String(workspace.snapshot[set.id].count) }

  private func values(_ field: Field) -> String {
    guard case .enumeration(let enumeration) = field.type else { return "" }
    return " (" + enumeration.names.joined(separator: ", ") + ")"
  }

  private func type(_ field: Field) -> String {
    let word =
      switch field.type {
      case .text: "text"
      case .integer: Bilingual("heltal", "integer")[language]
      case .number: Bilingual("tal", "number")[language]
      case .money: Bilingual("kronor", "kronor")[language]
      case .percent: Bilingual("procent", "percent")[language]
      case .bool: Bilingual("ja/nej", "yes/no")[language]
      case .day: Bilingual("dag", "day")[language]
      case .time: Bilingual("tid", "time")[language]
      case .enumeration: Bilingual("värden", "values")[language]
      case .reference(let set): "→ " + schema[set].name
      }
    return field.isList ? "[\(word)]" : word
  }

  // MARK: Setting lines

  /// Rows in columns; the last column is wrapped under itself.
  private func grid(_ rows: [[String]]) -> [String] {
    let rows = rows.map { $0.map(Visible.text) }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      min(28, rows.map { $0.indices.contains(column) ? Visible.width($0[column]) : 0 }.max() ?? 0)
    }
    let indent = 2 + widths.dropLast().reduce(0) { $0 + $1 + 2 }
    let room = max(20, (layout.width ?? 1000) - indent)
    return rows.flatMap { row in
      var line = "  "
      for (column, cell) in row.dropLast().enumerated() {
        let blanks = max(1, widths[column] + 2 - Visible.width(cell))
        line += cell + String(repeating: " ", count: blanks)
      }
      let wrapped = Self.wrapped(row.last ?? "", room)
      return [line + (wrapped.first ?? "")]
        + wrapped.dropFirst().map { String(repeating: " ", count: indent) + $0 }
    }
  }

  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, Visible.width(line) + 1 + Visible.width(String(word)) > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }

  private static func text(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  // MARK: Short sentences

  /// A question in plain words.
  static func explanation(_ lines: [Explanation.Line], _ layout: OutputFormat.Layout) -> [UInt8] {
    let width = lines.map { Visible.width($0.label[layout.language]) }.max() ?? 0
    return text(
      lines.map { line in
        let label = line.label[layout.language]
        let blanks = String(repeating: " ", count: width + 2 - Visible.width(label))
        return label + blanks + Visible.text(line.text[layout.language])
      }
    )
  }

  static func saved(_ file: String, _ language: Language) -> String {
    Bilingual("Svaret står i \(file).\n", "The answer is in \(file).\n").map(Visible.lines)[
      language
    ]
  }

  static func moreFaults(_ count: Int, _ language: Language) -> String {
    Bilingual("och \(count) fel till\n", "and \(count) more errors\n")[language]
  }
}
