import Model
import Query
import Text

/// What the columns of an answer are in a picture of bars: labels and numbers.
struct ChartColumns {
  /// One measure: its columns, which are several if it is spread over something.
  struct Measure {
    let title: String
    /// A column for each part, or the only one.
    let parts: [Int]
    /// The column of the whole.
    var whole: Int?
    /// Whether the parts make the whole, so that they can stand after each other.
    var addsUp = false
  }

  /// The columns that say what a row is.
  private(set) var labels: [Int] = []
  private(set) var measures: [Measure] = []
  private let readable: ReadableAnswer

  private var question: ResolvedQuestion { readable.answer.question }

  init(_ readable: ReadableAnswer) {
    self.readable = readable
    let columns = readable.answer.columns
    switch question.shape {
    case .comparison:
      labels = Array(question.keys.indices)
      for (k, column) in question.columns.enumerated() {
        let first = labels.count + 3 * k
        measures.append(Measure(title: title(column), parts: Array(first..<(first + 3))))
      }
    case .groups: groups()
    default:
      labels = columns.indices.filter { !readable.isNumeric($0) }
      measures = columns.indices.filter(readable.isNumeric).map {
        Measure(title: readable.headings[$0], parts: [$0])
      }
    }
  }

  private mutating func groups() {
    let keys = question.columns.count { !$0.isMeasure }
    let measures = question.columns.count - keys
    let size = question.across == nil ? 1 : (readable.answer.columns.count - keys) / measures
    var next = 0
    for column in question.columns {
      guard column.isMeasure else {
        labels.append(next)
        next += 1
        continue
      }
      var measure = Measure(title: title(column), parts: Array(next..<(next + size)))
      if question.across != nil {
        measure = Measure(title: title(column), parts: Array(next..<(next + size - 1)))
        (measure.whole, measure.addsUp) = (next + size - 1, addsUp(column))
      }
      self.measures.append(measure)
      next += size
    }
  }

  /// Counts and sums add up, unless a record has several of the values across.
  private func addsUp(_ column: ResolvedQuestion.Column) -> Bool {
    guard case .measure(let number) = column.value.operand, question.across?.isList == false
    else { return false }
    return [.count, .sum].contains(question.measures[number].aggregate)
  }

  private func title(_ column: ResolvedQuestion.Column) -> String {
    let isOwn = column.key != column.value.text.swedish
    return Visible.text(isOwn ? column.key : column.value.text[readable.language])
  }

  /// What is drawn, in words: »antal per område mot status«.
  func heading(_ measure: Measure) -> String {
    var words = [measure.title]
    if !question.keys.isEmpty {
      let keys = question.keys.map { $0.text[readable.language] }
      words += [Keyword.by.spelling[readable.language], keys.joined(separator: ", ")]
    }
    if let across = question.across {
      words += [Keyword.across.spelling[readable.language], across.text[readable.language]]
    }
    return Visible.text(words.joined(separator: " "))
  }

  /// What one part of a measure is called: »pågår«, »före«.
  func name(_ part: Int, of measure: Measure) -> String {
    let heading = readable.headings[part]
    guard measures.count > 1 else { return heading }
    if heading.hasSuffix(" " + measure.title) {
      return String(heading.dropLast(measure.title.count + 1))
    }
    if heading.hasPrefix(measure.title + " ") {
      return String(heading.dropFirst(measure.title.count + 1))
    }
    return heading
  }

  /// The colour of one part, if it is a status or an assessment.
  func colour(_ part: Int) -> String? {
    guard let kind = question.across?.kind, case .code(let enumeration) = kind,
      let code = enumeration.names.firstIndex(where: {
        let key = readable.answer.columns[part].key
        return key == $0 || key.hasPrefix($0 + " ")
      })
    else { return nil }
    return Palette.colour(.code(Int32(code)), kind)
  }

  /// The label of a row, from columns that say what it is.
  func label(_ row: [Value], _ columns: some Sequence<Int>) -> ChartLabel {
    ChartLabel(
      parts: columns.map { readable.cell(row[$0], $0) ?? Wording.missing[readable.language] }
    )
  }

  /// The number of a row in a column; nil if it is empty.
  func number(_ row: [Value], _ column: Int) -> Double? {
    guard case .number(let number) = row[column], number.isFinite else { return nil }
    return number
  }

  /// The number as it is printed.
  func text(_ row: [Value], _ column: Int) -> String {
    readable.cell(row[column], column) ?? Wording.blank
  }
}
