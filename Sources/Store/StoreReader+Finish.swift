import Model
import Text

extension StoreReader {
  /// Makes the snapshot of all that was read; `release` gives the files' bytes back.
  mutating func finish(
    _ files: [StoreFile],
    release: @escaping @Sendable () -> Void
  ) throws(StoreFault) -> Snapshot {
    try readOwnFields(files)
    let heap = TextHeap(files: bytes, arena: arena, release: release)
    var indexes: [IDIndex] = []
    for set in sets { indexes.append(try index(set, heap)) }
    var tables: [Table] = []
    for k in sets.indices { tables.append(table(k, indexes, heap)) }
    findings.sort { $0.offset < $1.offset }
    return Snapshot(
      schema: schema,
      heap: heap,
      tables: tables,
      foreign: foreign,
      findings: findings,
      files: files,
      kept: kept
    )
  }

  private func index(_ set: SetReader, _ heap: TextHeap) throws(StoreFault) -> IDIndex {
    do throws(IDIndex.Clash) {
      return try IDIndex(set.columns[0].texts, heap)
    } catch {
      let id = heap.string(set.columns[0].texts[error.second])
      throw .duplicateID(
        set: set.schema.name,
        id: id,
        first: Int(set.starts[error.first]),
        second: Int(set.starts[error.second])
      )
    }
  }

  private mutating func table(_ set: Int, _ indexes: [IDIndex], _ heap: TextHeap) -> Table {
    let reader = sets[set]
    var columns = [Column?](repeating: nil, count: schema.sets[set].fields.count)
    for builder in reader.columns {
      guard let number = schema.sets[set].number(of: builder.field.name) else { continue }
      columns[number] = builder.column { ids, target in
        let known = sets[target.rawValue].columns[0].texts
        return ids.indices.map { k in
          if ids[k].isEmpty { return -1 }
          if let row = indexes[target.rawValue].row(heap.bytes(ids[k]), known, heap) { return row }
          return dangling(ids[k], reader, row: builder.row(ofValue: k), builder.field)
        }
      }
    }
    return Table(
      count: reader.count,
      columns: columns,
      ids: reader.columns[0].texts,
      starts: reader.starts,
      index: indexes[set]
    )
  }

  /// Reports an id that leads nowhere and gives what stands for it in the column.
  private mutating func dangling(
    _ id: TextRef,
    _ reader: SetReader,
    row: Int,
    _ field: Field
  ) -> Int32 {
    foreign.append(id)
    let offset = id.fileOffset ?? arenaPlaces[id] ?? Int(reader.starts[row])
    findings.append(
      Finding(
        kind: .dangling,
        set: reader.schema.id,
        row: row,
        field: field.name,
        offset: offset
      )
    )
    return Int32(-1 - foreign.count)
  }
}
