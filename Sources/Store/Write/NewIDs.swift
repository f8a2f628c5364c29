package import Model

extension StoreWriter {
  /// Gives an id for a new record: after the pattern of the set's other ids, and one that no record
  /// has or has had.
  ///
  /// `taken` are ids that have been given and are not saved yet.
  package func newID(
    for set: SetID,
    year: Int,
    beside taken: Set<String> = []
  ) throws(WriteFault) -> String {
    try attempt(readHistory)
    let schema = snapshot.schema[set]
    var ids = taken.union(snapshot[set].ids.map(snapshot.heap.string))
    for entry in history?.entries ?? [] {
      ids.formUnion(entry.changes.lazy.map(\.change).filter { $0.section == schema.name }.map(\.id))
    }
    let hasYear = schema.fields.contains { $0.name == "år" && $0.isStored && !$0.isList }
    let initial = "\(schema.singular.prefix(1).uppercased())-\(hasYear ? "\(year)-" : "")"
    return NewIDs(ids).next(year: year, initial: initial)
  }
}

/// The pattern of a set's ids: a beginning, perhaps with a year in it, and a number.
struct NewIDs {
  private struct Series {
    var count = 0
    var last = 0
    var width = 1
  }

  /// The numbers that each beginning has.
  private var series: [String: Series] = [:]

  init(_ ids: Set<String>) {
    for id in ids {
      let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }.count
      // A number of more digits is no counter.
      guard (1...9).contains(digits), let number = Int(id.suffix(digits)) else { continue }
      let start = String(id.dropLast(digits))
      // »april-2026« ends with a year, which is not counted up.
      guard digits != 4 || id.suffix(4).first == "0" else { continue }
      var found = series[start] ?? Series()
      found.count += 1
      found.last = max(found.last, number)
      found.width = max(found.width, digits)
      series[start] = found
    }
  }

  /// The next id of the pattern that most ids have, in the series of a year if years have series.
  func next(year: Int, initial: String) -> String {
    let most = series.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    let ofYear = series.keys.filter { $0.contains("\(year)") }
      .max { (series[$0]?.count ?? 0, $1) < (series[$1]?.count ?? 0, $0) }
    let start = ofYear ?? most.map { NewIDs.moved($0, to: year) } ?? initial
    let known = series[start]
    let width = known?.width ?? most.flatMap { series[$0]?.width } ?? 1
    let digits = String((known?.last ?? 0) + 1)
    return start + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The beginning with another year, if there is one in it: »I-2025-« becomes »I-2026-«.
  private static func moved(_ start: String, to year: Int) -> String {
    let parts = start.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map { part in
      guard part.count == 4, let old = Int(part), (1900...2199).contains(old) else {
        return String(part)
      }
      return String(year)
    }.joined(separator: "-")
  }
}
