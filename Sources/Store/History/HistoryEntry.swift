import Model
import Text

/// One line of a store's history: what was done, by whom and when.
package struct HistoryEntry: Equatable, Sendable {
  /// What the line tells of.
  package enum Kind: Equatable, Sendable {
    /// The history begins here, with the store as it is.
    case start
    /// A statement or a transaction.
    case edit
    /// The entry with this number was undone.
    case undo(of: Int)
    /// The entry with this number, which had been undone, was done again.
    case redo(of: Int)
    /// Another program had written to the store's files.
    case outside
    /// Changes that stood in the history alone were written to the store's files.
    case fold
  }

  /// How a file of the store was when the line was written: the number of its last change, and the
  /// sum of its bytes.
  package struct FileMark: Equatable, Sendable {
    /// The file, by its name in the history.
    package let name: String
    /// The number in the file.
    package let change: Int
    /// The sum of its bytes.
    package let sum: String
  }

  /// The number: one more than the line before has, or than any file of the store, if another
  /// program has put a newer one there.
  package let number: Int
  /// When, in UTC: `2026-11-24T10:12:33Z`.
  package let time: String
  /// The login name that the user said.
  package let who: String
  /// What the line tells of.
  package let kind: Kind
  /// The statements, as they were written.
  package let statement: String
  /// What was changed.
  package let changes: [StoreChange]
  /// The files that were written with this line, or found.
  var files: [FileMark]
  /// The sum of the line before; empty for the first.
  let previous: String
}

// MARK: - Writing

extension HistoryEntry {
  /// The line without line end, and the sum that the next line names.
  ///
  /// The sum covers all bytes before it, and with them the sum of the line before.
  func line() -> (bytes: [UInt8], sum: String) {
    var parts = [
      "\"nummer\": \(number)", "\"tid\": \(quoted(time))", "\"vem\": \(quoted(who))",
      "\"slag\": \(quoted(word))",
    ]
    if let of { parts.append("\"av\": \(of)") }
    if !statement.isEmpty { parts.append("\"sats\": \(quoted(statement))") }
    if !changes.isEmpty {
      parts.append("\"ändringar\": [\(changes.map(HistoryEntry.text).joined(separator: ", "))]")
    }
    if !files.isEmpty {
      let marks = files.map { "\(quoted($0.name)): [\($0.change), \(quoted($0.sum))]" }
      parts.append("\"filer\": {\(marks.joined(separator: ", "))}")
    }
    parts.append("\"förra\": \(quoted(previous))")
    let body = Array("{\(parts.joined(separator: ", "))".utf8)
    let sum = Checksum.of(body)
    return (body + HistoryEntry.sumKey + sum.utf8 + "\"}".utf8, sum)
  }

  /// What stands between the part of a line that its sum covers and the sum.
  private static let sumKey = Array(", \"summa\": \"".utf8)

  private var of: Int? {
    switch kind {
    case .undo(let number), .redo(let number): number
    default: nil
    }
  }

  private var word: String {
    switch kind {
    case .start: "början"
    case .edit: "ändring"
    case .undo: "ångrad"
    case .redo: "gjord om"
    case .outside: "utifrån"
    case .fold: "invikt"
    }
  }

  private func quoted(_ text: String) -> String { SectionKind.quoted(text) }

  private static func text(_ done: StoreChange) -> String {
    let quoted = SectionKind.quoted
    let kind =
      switch done.change.kind {
      case .add: "ny"
      case .change: "ändrad"
      case .remove: "borttagen"
      }
    var parts = [
      "\"slag\": \"\(kind)\"", "\"mängd\": \(quoted(done.change.section))",
      "\"id\": \(quoted(done.change.id))",
    ]
    if done.file != StorePlace.onlyFile { parts.append("\"fil\": \(quoted(done.file))") }
    let fields = done.change.fields.map {
      "\(quoted($0.field)): [\($0.old ?? "null"), \($0.new ?? "null")]"
    }
    parts.append("\"fält\": {\(fields.joined(separator: ", "))}")
    if let following = done.following { parts.append("\"framför\": \(quoted(following))") }
    if let text = done.textBefore { parts.append("\"före\": \(text)") }
    if let text = done.textAfter { parts.append("\"efter\": \(text)") }
    switch done.section {
    case .kept: break
    case .made: parts.append("\"nyckel\": \"ny\"")
    case .dropped: parts.append("\"nyckel\": \"borttagen\"")
    }
    return "{\(parts.joined(separator: ", "))}"
  }
}

// MARK: - Reading

extension HistoryEntry {
  /// Reads a line without its line end; nil unless it is whole and its sum is right.
  static func read(_ line: ArraySlice<UInt8>) -> (entry: HistoryEntry, sum: String)? {
    let tail = sumKey.count + 64 + 2
    guard line.count > tail, line.suffix(2).elementsEqual("\"}".utf8) else { return nil }
    let body = line.dropLast(tail)
    let sum = line.dropFirst(body.count + sumKey.count).prefix(64)
    guard line.dropFirst(body.count).starts(with: sumKey),
      Checksum.of(body).utf8.elementsEqual(sum), let object = RecordText(line),
      let entry = HistoryEntry(object)
    else { return nil }
    return (entry, String(decoding: sum, as: UTF8.self))
  }

  private init?(_ line: RecordText) {
    guard let number = line["nummer"].flatMap({ Int($0) }),
      let kind = HistoryEntry.kind(SectionKind.text(line["slag"]), line["av"].flatMap { Int($0) })
    else { return nil }
    (self.number, self.kind) = (number, kind)
    (time, who) = (SectionKind.text(line["tid"]), SectionKind.text(line["vem"]))
    statement = SectionKind.text(line["sats"])
    previous = SectionKind.text(line["förra"])
    var changes: [StoreChange] = []
    for item in HistoryEntry.items(line["ändringar"]) {
      guard let change = RecordText(item.utf8).flatMap(HistoryEntry.change) else { return nil }
      changes.append(change)
    }
    self.changes = changes
    files = (line["filer"].flatMap { RecordText($0.utf8) }?.entries ?? []).compactMap { entry in
      let mark = HistoryEntry.items(String(decoding: entry.value, as: UTF8.self))
      guard mark.count == 2, let change = Int(mark[0]) else { return nil }
      let name = SectionKind.text("\"\(String(decoding: entry.key, as: UTF8.self))\"")
      return FileMark(name: name, change: change, sum: SectionKind.text(mark[1]))
    }
  }

  private static func kind(_ word: String, _ of: Int?) -> Kind? {
    switch (word, of) {
    case ("början", nil): .start
    case ("ändring", nil): .edit
    case ("ångrad", let of?): .undo(of: of)
    case ("gjord om", let of?): .redo(of: of)
    case ("utifrån", nil): .outside
    case ("invikt", nil): .fold
    default: nil
    }
  }

  private static func change(_ item: RecordText) -> StoreChange? {
    let kind: RecordChange.Kind
    switch SectionKind.text(item["slag"]) {
    case "ny": kind = .add
    case "ändrad": kind = .change
    case "borttagen": kind = .remove
    default: return nil
    }
    let entries = item["fält"].flatMap { RecordText($0.utf8) }?.entries ?? []
    let fields = entries.compactMap { entry -> RecordChange.FieldChange? in
      let name = SectionKind.text("\"\(String(decoding: entry.key, as: UTF8.self))\"")
      let values = items(String(decoding: entry.value, as: UTF8.self))
      guard values.count == 2 else { return nil }
      let (old, new) = (values[0], values[1])
      return .init(name, from: old == "null" ? nil : old, to: new == "null" ? nil : new)
    }
    let section = SectionKind.text(item["mängd"])
    var change = StoreChange(
      RecordChange(kind, section, SectionKind.text(item["id"]), fields),
      file: item["fil"].map { SectionKind.text($0) } ?? StorePlace.onlyFile
    )
    change.following = item["framför"].map { SectionKind.text($0) }
    (change.textBefore, change.textAfter) = (item["före"], item["efter"])
    switch SectionKind.text(item["nyckel"]) {
    case "ny": change.section = .made
    case "borttagen": change.section = .dropped
    default: break
    }
    return change
  }

  /// The values of a JSON list, each as its text.
  private static func items(_ list: String?) -> [String] {
    guard let list else { return [] }
    return Array(list.utf8).withUnsafeBytes { bytes in
      var items: [String] = []
      var reader = JSONReader(bytes)
      do throws(JSONFault) {
        try reader.beginArray()
        while try reader.nextElement() {
          let value = JSONText.bytes(of: try reader.skipValue(), in: bytes)
          items.append(String(decoding: value, as: UTF8.self))
        }
      } catch {
        return []
      }
      return items
    }
  }
}
