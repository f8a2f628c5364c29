package import Model
package import Text

/// What a question gives: rows of values, and what can be said of them.
package struct Answer: Sendable {
  /// A column: its key in JSON, which is its heading, and what its values are.
  package struct Column: Sendable {
    /// The key and heading.
    package var key: String
    /// The kind of value.
    package var kind: ValueKind
    /// Whether a value may be several.
    package var isList: Bool
    /// Whether the heading stands for a missing value.
    package var isMissing = false

    init(_ key: String, _ kind: ValueKind, isList: Bool = false) {
      (self.key, self.kind, self.isList) = (key, kind, isList)
    }
  }

  /// Rows left after each condition, for an answer without rows.
  package struct Step: Sendable {
    /// The condition.
    package var text: Bilingual
    /// The rows left.
    package var count: Int
  }

  /// The columns.
  package internal(set) var columns: [Column]
  /// The values, row by row.
  package internal(set) var rows: [[Value]]
  /// Where texts, ids and names are.
  package let snapshot: Snapshot
  /// The question.
  package let question: ResolvedQuestion
  /// The day that the answer is of.
  package let day: Day
  /// The records of the set that exist at the moment.
  package internal(set) var total = 0
  /// Those that the conditions left.
  package internal(set) var matched = 0
  /// Whether a record may be counted in several rows, since a key is a list.
  package internal(set) var countsRepeatedly = false
  /// Where the rows were lost, if there are none.
  package internal(set) var steps: [Step] = []
  /// The values that occur where the last rows were lost, most frequent first.
  package internal(set) var occurring: [(text: Bilingual, count: Int)] = []
  /// The number of sets with hits of a search.
  package internal(set) var setsFound = 0
  /// Words of the texts that are like those that a search did not find.
  package internal(set) var nearest: [String] = []
  /// Whether all words of a search without hits occur, though never in the same text.
  package internal(set) var standApart = false

  /// Whether the question counts or measures groups.
  package var isGrouped: Bool {
    switch question.shape {
    case .records, .hits, .sources: false
    case .groups, .changes, .comparison: true
    }
  }
}
