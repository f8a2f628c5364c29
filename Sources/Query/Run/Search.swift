import Model
import Text

/// Looks for words in the texts of all sets, or of one: one row for each text that has them all,
/// the best first.
struct Search {
  private let workspace: Workspace
  private let pattern: SearchPattern

  init(_ workspace: Workspace, _ pattern: SearchPattern) {
    (self.workspace, self.pattern) = (workspace, pattern)
  }

  /// Gives the answer to a search.
  ///
  /// Costs a pass over the texts.
  func answer(_ plan: Plan) -> Answer {
    let question = plan.question
    var answer = Answer(
      columns: ["mängd", "id", "fält", "träff"].map { Answer.Column($0, .text) },
      rows: [],
      snapshot: workspace.snapshot,
      question: question,
      day: question.moment ?? workspace.today
    )
    let view = workspace.view(question.moment)
    let scopes = scopes(plan, &answer)
    var matcher = SearchMatcher(pattern)
    var hits: [Hit] = []
    for scope in scopes { hits += self.hits(in: scope, view, &matcher) }
    hits.sort { $0.order < $1.order }
    if pattern.givesRecords {
      var seen: Set<[Int]> = []
      hits = hits.filter { seen.insert([$0.field.set.rawValue, $0.row]).inserted }
    }
    answer.matched = hits.count
    answer.setsFound = Set(hits.map(\.field.set)).count
    answer.rows = hits.prefix(question.limit ?? .max).map { row($0, &matcher) }
    if hits.isEmpty { explain(scopes, view, &answer) }
    return answer
  }

  // MARK: Where to look

  private struct Scope {
    let set: SetID
    let rows: [Int]
  }

  /// A field with texts.
  private struct TextField {
    let set: SetID
    let number: Int
    let rank: Int
    let column: Column
  }

  private func scopes(_ plan: Plan, _ answer: inout Answer) -> [Scope] {
    if let set = pattern.set {
      let executor = Executor(workspace)
      let (rows, evaluator, total) = executor.selection(plan)
      answer.total = total
      if rows.isEmpty { executor.explainEmptiness(plan.question, evaluator, &answer) }
      return [Scope(set: set, rows: rows)]
    }
    let view = workspace.view(plan.question.moment)
    let scopes = SetID.allCases.map { set in
      let all = RowSet(workspace.snapshot[set].count, all: true)
      return Scope(set: set, rows: (view.exists(set) ?? all).rows)
    }
    answer.total = scopes.reduce(0) { $0 + $1.rows.count }
    return scopes
  }

  // Ids that people write and say as words; those of other sets only number their records.
  private static let spokenIDs: Set<SetID> = [.bodies, .cases, .terms]

  private func fields(_ set: SetID, _ view: View) -> [TextField] {
    let schema = workspace.snapshot.schema[set]
    return schema.fields.enumerated().compactMap { number, field in
      guard field.isStored, case .text = field.type,
        number > 0 || Search.spokenIDs.contains(set)
      else { return nil }
      let isName = number == 0 || number == schema.nameFieldNumber
      // Where something was taken from says less of it than any other text.
      let rank = isName ? 0 : field.name == "källa" ? 2 : 1
      return TextField(set: set, number: number, rank: rank, column: view.column(set, number))
    }
  }

  private func texts(_ column: Column, _ row: Int) -> ArraySlice<TextRef> {
    switch column {
    case .texts(let texts): texts[row...row]
    case .list(let offsets, .texts(let texts)):
      texts[Int(offsets[row])..<Int(offsets[row + 1])]
    default: []
    }
  }

  /// The records whose text was scanned: documents, and the measures that are read from them.
  private func scanned(_ set: SetID, _ view: View) -> RowSet? {
    let schema = workspace.snapshot.schema
    let number = schema.number(.documents, "textkvalitet")
    let ocr = Enumeration.textQuality.names.firstIndex(of: "ocr").map(Int32.init)
    guard [.documents, .measures].contains(set),
      case .codes(let codes) = view.column(.documents, number)
    else { return nil }
    let documents = RowSet(codes.count) { codes[$0] == ocr }
    guard set == .measures else { return documents }
    let column = view.column(.measures, schema.number(.measures, "handlingar"))
    return RowSet(workspace.snapshot[.measures].count) { row in
      View.references(column, row).contains { $0 >= 0 && documents.contains(Int($0)) }
    }
  }

  // MARK: Hits

  private struct Hit {
    let field: TextField
    let row: Int
    let level: SearchLevel
    let isScanned: Bool

    /// Citations last; then how well the words fit, names before other texts, the store's order.
    var order: (Int, Int, Int, Int, Int, Int) {
      (
        field.rank / 2, level.rawValue, field.rank, field.set.rawValue, row, field.number
      )
    }
  }

  private func hits(in scope: Scope, _ view: View, _ matcher: inout SearchMatcher) -> [Hit] {
    var hits: [Hit] = []
    let scanned = scanned(scope.set, view)
    for field in fields(scope.set, view) {
      for row in scope.rows {
        let texts = texts(field.column, row)
        guard !texts.isEmpty else { continue }
        let isScanned = scanned?.contains(row) ?? false
        matcher.begin()
        for text in texts {
          matcher.read(
            workspace.snapshot.heap.bytes(text),
            isWhole: texts.count == 1,
            isScanned: isScanned
          )
        }
        guard let level = matcher.level else { continue }
        hits.append(Hit(field: field, row: row, level: level, isScanned: isScanned))
      }
    }
    return hits
  }

  private func row(_ hit: Hit, _ matcher: inout SearchMatcher) -> [Value] {
    let snapshot = workspace.snapshot
    var best: SearchExcerpt?
    for text in texts(hit.field.column, hit.row) {
      let bytes = snapshot.heap.bytes(text)
      let marks = matcher.marks(in: bytes, isScanned: hit.isScanned)
      guard let excerpt = SearchExcerpt(bytes, marks) else { continue }
      if let best, !SearchExcerpt.isBetter(excerpt.worth, than: best.worth) { continue }
      best = excerpt
    }
    let set = snapshot.schema[hit.field.set]
    return [
      .string(set.name), .text(snapshot.id(hit.field.set, Int32(hit.row))),
      .string(set.fields[hit.field.number].name), .string(best?.shown ?? ""),
    ]
  }
}

// MARK: - Nothing found

extension Search {
  /// Tells whether the words stand apart, or which words of the texts are like the missing ones.
  private func explain(_ scopes: [Scope], _ view: View, _ answer: inout Answer) {
    var matcher = SearchMatcher(pattern)
    var words = NearWords(pattern)
    for scope in scopes {
      let scanned = scanned(scope.set, view)
      for field in fields(scope.set, view) {
        for row in scope.rows {
          for text in texts(field.column, row) {
            let bytes = workspace.snapshot.heap.bytes(text)
            matcher.read(bytes, isWhole: false, isScanned: scanned?.contains(row) ?? false)
            words.read(bytes)
          }
        }
      }
    }
    let missing = pattern.words.indices.filter { matcher.best[$0] == nil }
    answer.standApart = missing.isEmpty
    for word in missing.prefix(3) where answer.nearest.count < 3 {
      let nearest = words.nearest(to: pattern.words[word])
      answer.nearest += nearest.prefix(3 - answer.nearest.count)
    }
  }
}

/// The distinct words of the texts that are about as long as a sought one.
private struct NearWords {
  private let lengths: Set<Int>
  private var seen: Set<[UInt8]> = []
  private var words: [String] = []

  init(_ pattern: SearchPattern) {
    var lengths: Set<Int> = []
    for word in pattern.words.prefix(3) where NearWords.hasNear(word) {
      let length = word.text.unicodeScalars.count
      lengths.formUnion(length - length / 3...length + length / 3)
    }
    self.lengths = lengths
  }

  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    for range in WordReader(text) {
      let word = UnsafeBufferPointer(rebasing: text[range])
      guard lengths.contains(word.count { $0 & 0xC0 != 0x80 }) else { continue }
      let folded = Folding.byCase.fold(word)
      if seen.insert(folded).inserted { words.append(String(decoding: folded, as: UTF8.self)) }
    }
  }

  func nearest(to sought: SearchPattern.Word) -> [String] {
    NearWords.hasNear(sought) ? Nearest.names(to: sought.text, among: words) : []
  }

  /// Every other short word is near a short one.
  private static func hasNear(_ word: SearchPattern.Word) -> Bool {
    !word.isCode && (3...64).contains(word.text.unicodeScalars.count)
  }
}
