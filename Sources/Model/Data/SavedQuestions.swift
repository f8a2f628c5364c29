import Text

/// A question that is kept in the store under a name, for all who open it.
package struct SavedQuestion: Sendable {
  /// The name.
  package let name: String
  /// The statements, with `$1`, `$2` … for what is given when it is run.
  package let text: String
  /// What it is for.
  package let description: String
}

/// The store's saved questions: its section `frågor`, an array of objects with `namn`, `fråga` and
/// perhaps `beskrivning`.
package struct SavedQuestions: Sendable {
  /// The questions, in the store's order; what is not of the right form is left out.
  package let all: [SavedQuestion]

  /// Reads the questions of a store.
  package init(_ snapshot: Snapshot) {
    let sections = snapshot.kept.tops.flatMap(\.unknown).filter { entry in
      snapshot.heap.raw(entry.key).elementsEqual("frågor".utf8)
    }
    all = sections.flatMap { SavedQuestions.read(snapshot.heap.raw($0.value)) }
  }

  /// Finds a question by its name.
  package func named(_ name: String) -> SavedQuestion? {
    let needle = Needle(name)
    return all.first { needle.equals($0.name) }
  }

  private static func read(_ bytes: UnsafeRawBufferPointer) -> [SavedQuestion] {
    var questions: [SavedQuestion] = []
    var reader = JSONReader(bytes)
    do throws(JSONFault) {
      guard try reader.peek() == .array else { return [] }
      try reader.beginArray()
      while try reader.nextElement() {
        guard try reader.peek() == .object else {
          _ = try reader.skipValue()
          continue
        }
        if let question = try question(&reader) { questions.append(question) }
      }
    } catch {
      // The whole section was checked when the store was read.
      return questions
    }
    return questions
  }

  private static func question(_ reader: inout JSONReader) throws(JSONFault) -> SavedQuestion? {
    var fields: [String: String] = [:]
    try reader.beginObject()
    while let key = try reader.nextKey() {
      guard try reader.peek() == .string else {
        _ = try reader.skipValue()
        continue
      }
      let name = text(key, reader)
      fields[name] = text(try reader.string(), reader)
    }
    guard let name = fields["namn"], let question = fields["fråga"] else { return nil }
    return SavedQuestion(name: name, text: question, description: fields["beskrivning"] ?? "")
  }

  private static func text(_ slice: JSONSlice, _ reader: JSONReader) -> String {
    String(decoding: UnicodeData.nfc(JSONText.decode(slice, in: reader.bytes)), as: UTF8.self)
  }
}
