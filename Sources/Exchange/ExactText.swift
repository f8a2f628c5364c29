import Model
import Query
import Text

/// Values for programs, in formats that have text alone: exact, with names instead of ids.
struct ExactText {
  private let answer: Answer
  private let texts: ValueText

  init(_ answer: Answer) {
    self.answer = answer
    texts = ValueText(answer.snapshot)
  }

  /// The headings as UTF-8.
  var headings: [[UInt8]] { Headings.texts(answer, .swedish).map { Array($0.utf8) } }

  /// Appends a value as UTF-8; several are joined by `; `, and an empty one is nothing.
  func append(_ value: Value, _ kind: ValueKind, to output: inout [UInt8]) {
    switch value {
    case .some(let values):
      for (k, value) in values.enumerated() {
        if k > 0 { output.append(contentsOf: "; ".utf8) }
        append(value, kind, to: &output)
      }
    case .text(let ref): output.append(contentsOf: answer.snapshot.heap.bytes(ref))
    case .reference(let row): output.append(contentsOf: texts.name(row, kind).utf8)
    default: output.append(contentsOf: texts.key(value, kind).utf8)
    }
  }

  /// Writes the headings and the rows, `field` writing a cell and `end` ending each line.
  func lines(
    separator: UInt8,
    end: [UInt8],
    _ field: ([UInt8], inout [UInt8]) -> Void
  ) -> [UInt8] {
    var output: [UInt8] = []
    var cell: [UInt8] = []
    for (k, heading) in headings.enumerated() {
      if k > 0 { output.append(separator) }
      field(heading, &output)
    }
    output.append(contentsOf: end)
    for row in answer.rows {
      for (k, value) in row.enumerated() {
        if k > 0 { output.append(separator) }
        cell.removeAll(keepingCapacity: true)
        append(value, answer.columns[k].kind, to: &cell)
        field(cell, &output)
      }
      output.append(contentsOf: end)
    }
    return output
  }
}
