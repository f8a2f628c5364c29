import Model
import Query
import Text

/// The values of each indicator over the periods, each on its own scale, the ends printed.
struct SeriesPicture {
  private struct Series {
    let label: String
    var values: [(period: Period, number: Double, text: String)] = []

    var text: String {
      let ends = values.count > 1 ? [values[0], values[values.count - 1]] : values
      return ends.map { "\($0.period.text): \($0.text)" }.joined(separator: " → ")
    }
  }

  private let series: [Series]
  private let all: Int
  private let rows: Int
  private let without: Int
  private let canvas: Canvas

  init(_ readable: ReadableAnswer, _ canvas: Canvas) {
    self.canvas = canvas
    let answer = readable.answer
    var places: [String: Int] = [:]
    var series: [Series] = []
    var without = 0
    for row in answer.rows {
      guard case .period(let period) = row[2], case .number(let number) = row[3],
        number.isFinite
      else {
        without += 1
        continue
      }
      let label = [0, 1].compactMap { readable.cell(row[$0], $0) }.joined(separator: ", ")
      let place = places[label] ?? series.count
      if place == series.count { series.append(Series(label: label)) }
      places[label] = place
      series[place].values.append((period, number, readable.cell(row[3], 3) ?? Wording.blank))
    }
    for k in series.indices {
      series[k].values.sort {
        ($0.period.last, $0.period.first) < ($1.period.last, $1.period.first)
      }
    }
    (all, rows, self.without) = (series.count, answer.rows.count, without)
    self.series = answer.question.limit == nil ? Array(series.prefix(Picture.maximum)) : series
  }

  func write(to output: inout OutputLines) {
    let label = min(Canvas.widest(series.lazy.map(\.label)), canvas.width * 2 / 5)
    let most = series.map(\.values.count).max() ?? 0
    let spark = min(most, max(1, canvas.width - label - 4 - Canvas.widest(series.lazy.map(\.text))))
    for line in series {
      // The latest are kept where there is no room for all.
      let bars = Self.spark(line.values.suffix(spark).map(\.number))
      let start = Canvas.left(line.label, label) + "  " + Canvas.right(bars, spark) + "  "
      output.add(start + Canvas.cut(line.text, canvas.width - label - spark - 4))
    }
    if spark < most {
      output.wrap(
        canvas.say(
          "De \(spark) senaste perioderna ritas.",
          "The latest \(spark) periods are drawn."
        )
      )
    }
    if all > series.count { output.wrap(canvas.leftOut(all - series.count, of: rows)) }
    guard without > 0 else { return }
    output.wrap(
      canvas.say(
        "\(without) utan värde eller period ritas inte",
        "\(without) without value or period are not drawn"
      )
    )
  }

  /// A sign for each number, the least lowest and the greatest highest.
  static func spark(_ numbers: [Double]) -> String {
    guard let least = numbers.min(), let greatest = numbers.max() else { return "" }
    let signs = Array("▁▂▃▄▅▆▇█")
    return String(
      numbers.map { number in
        // Halved, since the difference may be beyond all numbers.
        let (part, whole) = (number / 2 - least / 2, greatest / 2 - least / 2)
        guard whole > 0 else { return signs[3] }
        return signs[min(7, Int((part / whole * 7).rounded()))]
      }
    )
  }
}
