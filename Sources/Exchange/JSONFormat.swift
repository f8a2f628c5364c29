import Model
import Query
import Text

extension OutputFormat {
  /// One array of objects, one object a line.
  static let json = OutputFormat(
    name: "json",
    doc: Bilingual("En JSON-lista med ett objekt per rad.", "A JSON array of one object a row."),
    isForPeople: false
  ) { answer, _ in
    var writer = JSONWriter(answer)
    writer.output.append(UInt8(ascii: "["))
    for (k, row) in answer.rows.enumerated() {
      writer.output.append(contentsOf: (k == 0 ? "\n" : ",\n").utf8)
      writer.write(row)
    }
    writer.output.append(contentsOf: (answer.rows.isEmpty ? "]\n" : "\n]\n").utf8)
    return writer.output
  }

  /// One object a line.
  static let jsonl = OutputFormat(
    name: "jsonl",
    doc: Bilingual("Ett JSON-objekt per rad.", "One JSON object a row."),
    isForPeople: false
  ) { answer, _ in
    var writer = JSONWriter(answer)
    for row in answer.rows {
      writer.write(row)
      writer.output.append(0x0A)
    }
    return writer.output
  }
}

/// Writes rows as JSON objects: references as ids, lists as arrays, an empty value as null.
struct JSONWriter {
  private let answer: Answer
  private let texts: ValueText
  private let keys: [[UInt8]]
  var output: [UInt8] = []

  init(_ answer: Answer) {
    self.answer = answer
    texts = ValueText(answer.snapshot)
    keys = answer.columns.map { column in
      var key: [UInt8] = []
      JSONText.write(column.key.utf8, to: &key)
      return key + Array(": ".utf8)
    }
  }

  /// Writes one row.
  mutating func write(_ row: [Value]) {
    output.append(UInt8(ascii: "{"))
    for (k, value) in row.enumerated() {
      if k > 0 { output.append(contentsOf: ", ".utf8) }
      output.append(contentsOf: keys[k])
      write(value, answer.columns[k])
    }
    output.append(UInt8(ascii: "}"))
  }

  private mutating func write(_ value: Value, _ column: Answer.Column) {
    switch value {
    case _ where value.isEmpty: output.append(contentsOf: "null".utf8)
    case .some(let values): writeList(values, column)
    case _ where column.isList: writeList([value], column)
    default: writeSingle(value, column)
    }
  }

  private mutating func writeList(_ values: [Value], _ column: Answer.Column) {
    output.append(UInt8(ascii: "["))
    for (k, value) in values.enumerated() {
      if k > 0 { output.append(contentsOf: ", ".utf8) }
      writeSingle(value, column)
    }
    output.append(UInt8(ascii: "]"))
  }

  private mutating func writeSingle(_ value: Value, _ column: Answer.Column) {
    switch value {
    case .number(let number): JSONText.write(number, to: &output)
    case .bool(let bool): output.append(contentsOf: (bool ? "true" : "false").utf8)
    case .text(let ref):
      JSONText.write(UnsafeRawBufferPointer(answer.snapshot.heap.bytes(ref)), to: &output)
    default: JSONText.write(texts.key(value, column.kind).utf8, to: &output)
    }
  }
}
