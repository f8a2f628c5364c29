import Model
import Query
import Text

/// Records on a timeline: from start to end, with ends that are not certain drawn thin.
struct SpanPicture {
  /// A record on the timeline.
  struct Span {
    let label: String
    /// The times as they are written.
    let text: String
    let start: Period?
    let end: Period?
    /// Whether it has one time only, and so neither start nor end.
    let isSingle: Bool
  }

  private let spans: [Span]
  private let without: Int
  private let leftOut: Int
  private let rows: Int
  private let today: Day
  private let isNow: Bool
  private let canvas: Canvas

  init(_ readable: ReadableAnswer, _ canvas: Canvas, _ times: Int) {
    self.canvas = canvas
    let answer = readable.answer
    (today, rows) = (answer.day, answer.rows.count)
    isNow = answer.question.moment == nil
    let labels = answer.columns.indices.dropLast(times)
    let all = answer.rows.map { row in
      let periods = row.suffix(times).map { value in
        if case .period(let period) = value { period } else { Period?.none }
      }
      let names = labels.compactMap { readable.cell(row[$0], $0) }
      let texts = periods.map { $0?.text ?? "" }
      return Span(
        label: names.joined(separator: " "),
        text: times == 1 ? texts[0] : texts.joined(separator: " – "),
        start: periods.first ?? nil,
        end: periods.last ?? nil,
        isSingle: times == 1
      )
    }
    let dated = all.filter { $0.start != nil || $0.end != nil }
    without = all.count - dated.count
    spans = answer.question.limit == nil ? Array(dated.prefix(Picture.maximum)) : dated
    leftOut = dated.count - spans.count
  }

  func write(to output: inout OutputLines) {
    if !spans.isEmpty { draw(to: &output) }
    if leftOut > 0 { output.wrap(canvas.leftOut(leftOut, of: rows)) }
    guard without > 0 else { return }
    output.wrap(
      canvas.say("\(without) utan tider ritas inte", "\(without) without times are not drawn")
    )
  }

  private func draw(to output: inout OutputLines) {
    let days = spans.flatMap { [$0.start, $0.end].compactMap { $0 } }
    let first = min(today, days.map(\.first).min() ?? today)
    let last = max(today, days.map(\.last).max() ?? today)
    let text = Canvas.widest(spans.lazy.map(\.text))
    let longest = Canvas.widest(spans.lazy.map(\.label))
    let hasText = canvas.width - text - 4 - min(longest, 16) >= 24
    let label = min(
      longest,
      hasText ? canvas.width - text - 28 : canvas.width,
      canvas.width * 2 / 5
    )
    let margin = label + 2 + (hasText ? text + 2 : 0)
    let track = Track(first, last, today, width: canvas.width - margin)
    output.add(Canvas.blanks(margin) + track.axis)
    let lines = spans.map(track.line)
    for (span, line) in zip(spans, lines) {
      let times = hasText ? Canvas.left(span.text, text) + "  " : ""
      output.add(Canvas.left(span.label, label) + "  " + times + line)
    }
    output.add("")
    canvas.write(legend.filter { sign in lines.contains { $0.contains(sign.sign) } }, to: &output)
  }

  private var legend: [(sign: String, name: String, colour: String?)] {
    [
      ("◆", canvas.say("dagen", "the day"), nil), ("━", canvas.say("pågår", "goes on"), nil),
      ("╌", canvas.say("någon gång här", "some time here"), nil),
      (
        "│",
        isNow
          ? canvas.say("idag \(today.text)", "today \(today.text)")
          : canvas.say("läget \(today.text)", "as of \(today.text)"), nil
      ), ("‹", canvas.say("start saknas", "start missing"), nil),
      ("›", canvas.say("slut saknas", "end missing"), nil),
    ]
  }
}

/// The days of a timeline as cells.
struct Track {
  private let first: Day
  private let days: Int
  private let cells: Int
  private let day: Day

  /// A cell stands free at each side, for the signs of what is missing.
  init(_ first: Day, _ last: Day, _ today: Day, width: Int) {
    (self.first, days) = (first, max(1, Int(last.number - first.number)))
    cells = max(3, width)
    self.day = today
  }

  private var today: Int { cell(day) }

  private func cell(_ day: Day) -> Int { 1 + Int(day.number - first.number) * (cells - 3) / days }

  /// The line of one record.
  func line(_ span: SpanPicture.Span) -> String {
    var line = [Character](repeating: " ", count: cells)
    line[today] = "│"
    let (start, end) = (span.start ?? span.end, span.end ?? span.start)
    guard let start, let end else { return "" }
    let (from, to) = (min(start.first, end.first), max(start.last, end.last))
    for k in cell(from)...cell(to) { line[k] = k == today ? "┆" : "╌" }
    let isWhole = span.start != nil && span.end != nil && !span.isSingle
    // What is certain lies between the latest start and the earliest end.
    if isWhole, start.last <= end.first {
      for k in cell(start.last)...cell(end.first) { line[k] = k == today ? "┿" : "━" }
    }
    if let start = span.start, start.first == start.last { line[cell(start.first)] = "├" }
    if let end = span.end, end.first == end.last {
      let k = cell(end.last)
      line[k] = span.isSingle || line[k] == "├" ? "◆" : "┤"
    }
    if span.start == nil { line[cell(from) - 1] = "‹" }
    if span.end == nil { line[cell(to) + 1] = "›" }
    return String(line)
  }

  /// Months or years under which the days stand.
  var axis: String {
    var line = [Character](repeating: " ", count: cells)
    let perMonth = Double(cells - 3) / Double(days) * 30.4
    let steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000]
    let step = steps.first { Double($0) * perMonth >= ($0 < 12 ? 9 : 6) } ?? 12_000
    let (year, month, _) = first.components
    var number = (year * 12 + month - 1) / step * step
    while true {
      defer { number += step }
      guard let day = Day(number / 12, number % 12 + 1, 1) else {
        if number / 12 < 1 { continue }
        break
      }
      guard day >= first else { continue }
      let text = "|" + (step < 12 ? String(day.text.prefix(7)) : String(day.text.prefix(4)))
      let start = cell(day)
      guard start + text.count <= cells else { break }
      line.replaceSubrange(start..<(start + text.count), with: Array(text))
    }
    return String(line)
  }
}
