import Model
import Text

/// Looks up every name of a statement: what it gives holds no unknown name, and everything that is
/// wrong is reported, each thing once.
struct Resolver {
  let workspace: Workspace
  let source: Source
  var definitions: Definitions
  var diagnostics: [Diagnostic] = []
  /// The arguments of the definition that is being used.
  var parameters: [String: Expression] = [:]
  /// Where the arguments stand that the words of a definition are about.
  var argumentPlaces: [Span: Span] = [:]
  /// What can be named when groups are looked at.
  var groups: GroupScope?
  /// Whether measures can be registered now.
  var allowsMeasures = false
  /// Whether a measure's argument is being read.
  var insideMeasure = false
  /// Whether only what is found at once is looked for, as while a line is being typed: what would
  /// have to be looked for among very many records passes as right, and nothing is suggested.
  var isQuick = false
  /// A set with more records is not looked through when it has to be quick.
  static let quickLimit = 2000
  /// The headings of the answer, which the order may name.
  var headings = Headings()

  init(_ workspace: Workspace, _ source: Source, _ definitions: Definitions) {
    (self.workspace, self.source, self.definitions) = (workspace, source, definitions)
  }

  var snapshot: Snapshot { workspace.snapshot }
  var schema: Schema { workspace.snapshot.schema }

  /// The keys, measures and headings of a grouped question.
  struct GroupScope {
    var keys: [Typed] = []
    var measures: [Measure] = []
    /// The measures' numbers by how they are written.
    var numbers: [String: Int] = [:]
    /// The headings that were given, which conditions may name.
    var headings = Headings()
  }

  /// Headings of columns, each with what stands under it.
  struct Headings {
    private var names = NameIndex([])
    private var values: [Typed] = []
    private var exact: Set<String> = []

    /// Adds a heading; gives false if there is the very same already.
    @discardableResult
    mutating func add(_ name: String, _ value: Typed) -> Bool {
      names.add([name], as: values.count)
      values.append(value)
      return exact.insert(name).inserted
    }

    /// Finds what stands under a heading.
    func find(_ name: String) -> Typed? { names.find(name).map { values[$0] } }
  }

  mutating func report(
    _ message: Message,
    _ facts: [Bilingual] = [],
    at span: Span,
    tips: [Diagnostic.Tip] = []
  ) {
    guard diagnostics.count < Script.maximumFaults else { return }
    diagnostics.append(Diagnostic(message, facts, at: span, tips: tips))
  }

  // MARK: Sets and fields

  /// Finds a set by any of its names.
  func set(_ name: String) -> SetSchema? {
    workspace.setNames.find(name).map { schema.sets[$0] }
  }

  /// Finds a field of a set by any of its names.
  func field(_ name: String, of set: SetID) -> Int? {
    workspace.fieldNames(set).find(name)
  }

  /// Finds the path that a word writes, or reports the part that leads nowhere.
  mutating func path(_ word: String, _ span: Span, in set: SetID) -> Path? {
    var hops: [Path.Hop] = []
    var at = set
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= Parser.maximumDepth else {
      report(Messages.tooDeep, at: span)
      return nil
    }
    var start = span.start
    for (k, part) in parts.enumerated() {
      let end = k == parts.count - 1 ? span.end : start + part.utf8.count
      let partSpan = Span(start, max(start, end))
      guard let number = field(part, of: at) else {
        reportUnknownField(part, of: at, partSpan, word: word)
        return nil
      }
      hops.append(Path.Hop(set: at, field: number))
      if k < parts.count - 1 {
        guard case .reference(let next) = schema.field(at, number).type else {
          report(Messages.fieldLeadsNowhere, [Bilingual(same: part)], at: partSpan)
          return nil
        }
        at = next
      }
      start += part.utf8.count + 1
    }
    return Path(hops: hops)
  }

  /// Tells whether a word is a path, without reporting.
  func isPath(_ word: String, in set: SetID) -> Bool {
    var copy = self
    return copy.path(word, Span(0, 0), in: set) != nil
  }

  private mutating func reportUnknownField(
    _ name: String,
    of set: SetID,
    _ span: Span,
    word: String
  ) {
    let setName = Bilingual(same: schema[set].name)
    if let split = operatorSplit(word, in: set) {
      return report(
        Messages.operatorInWord,
        [Bilingual(same: word), Bilingual(same: split)],
        at: span
      )
    }
    if Aggregate.named(name) != nil {
      let message = insideMeasure ? Messages.measureInMeasure : Messages.measureOutside
      return report(message, [Bilingual(same: name)], at: span)
    }
    let fields = schema[set].fields
    let nearest = Nearest.names(to: name, among: fields.flatMap(\.names))
    let tips: [Diagnostic.Tip] =
      nearest.isEmpty ? [.allowed(fields.map(\.name))] : [.nearest(nearest)]
    report(Messages.unknownField, [Bilingual(same: name), setName], at: span, tips: tips)
  }

  /// `belopp/2` is one word; if its parts make sense, blanks are missing.
  private func operatorSplit(_ word: String, in set: SetID) -> String? {
    guard let sign = word.firstIndex(where: { $0 == "/" || $0 == "-" }) else { return nil }
    let left = String(word[..<sign])
    guard isPath(left, in: set) else { return nil }
    return "\(left) \(word[sign]) \(word[word.index(after: sign)...])"
  }

  /// The type of a path: its kind, and whether it gives several values.
  func type(_ path: Path) -> (kind: ValueKind, isList: Bool) {
    var isList = false
    var kind = ValueKind.text
    for hop in path.hops {
      let field = schema.field(hop.set, hop.field)
      isList = isList || field.isList
      kind = ValueKind(field.type)
    }
    return (kind, isList)
  }

  /// How a path is written.
  func text(_ path: Path) -> Bilingual {
    let names = path.hops.map { schema.field($0.set, $0.field).name }
    return Bilingual(same: names.joined(separator: "."))
  }

  func typed(_ path: Path, _ span: Span) -> Typed {
    let type = type(path)
    return Typed(
      operand: .path(path),
      kind: type.kind,
      isList: type.isList,
      text: text(path),
      span: span
    )
  }
}
