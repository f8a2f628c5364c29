import Model
import Text

extension StoreReader {
  /// Makes the snapshot of all that was read; `release` gives the files' bytes back.
  mutating func finish(
    _ files: [StoreFile], release: @escaping @Sendable () -> Void
  ) throws(StoreFault) -> Snapshot {
    try readOwnFields()
    let heap = TextHeap(files: bytes, arena: arena, release: release)
    var indexes: [IDIndex] = []
    for set in sets { indexes.append(try index(set, heap)) }
    var tables: [Table] = []
    for k in sets.indices { tables.append(table(k, indexes, heap)) }
    findings.sort { $0.offset < $1.offset }
    return Snapshot(
      schema: schema, heap: heap, tables: tables, foreign: foreign, findings: findings,
      files: files, kept: kept)
  }

  private func index(_ set: SetReader, _ heap: TextHeap) throws(StoreFault) -> IDIndex {
    do throws(IDIndex.Clash) {
      return try IDIndex(set.columns[0].texts, heap)
    } catch {
      let id = heap.string(set.columns[0].texts[error.second])
      throw .duplicateID(
        set: set.schema.name, id: id, first: Int(set.starts[error.first]),
        second: Int(set.starts[error.second]))
    }
  }

  private mutating func table(_ set: Int, _ indexes: [IDIndex], _ heap: TextHeap) -> Table {
    let reader = sets[set]
    var columns = [Column?](repeating: nil, count: schema.sets[set].fields.count)
    for builder in reader.columns {
      guard let number = schema.sets[set].number(of: builder.field.name) else { continue }
      columns[number] = builder.column { ids, target in
        rows(ids, set: reader.schema.id, builder.field, to: target, indexes, heap)
      }
    }
    return Table(
      count: reader.count, columns: columns, ids: reader.columns[0].texts, starts: reader.starts,
      index: indexes[set])
  }

  private mutating func rows(
    _ ids: [TextRef], set: SetID, _ field: Field, to target: SetID, _ indexes: [IDIndex],
    _ heap: TextHeap
  ) -> [Int32] {
    let known = sets[target.rawValue].columns[0].texts
    return ids.map { id in
      if id.isEmpty { return -1 }
      if let row = indexes[target.rawValue].row(heap.bytes(id), known, heap) { return row }
      foreign.append(id)
      let offset = id.fileOffset ?? 0
      findings.append(
        Finding(kind: .dangling, set: set, row: -1, field: field.name, offset: offset))
      return Int32(-1 - foreign.count)
    }
  }
}
