import Text

/// Finds records by id: an open hash table of rows, so that a million ids cost 8 MB and no String.
package struct IDIndex: Sendable {
  private var slots: [Int32]
  private let mask: Int

  /// Two records with ids that are the same, or differ at most in case.
  package struct Clash: Error {
    /// The earlier record.
    package let first: Int
    /// The later record.
    package let second: Int
  }

  /// Indexes ids by row; empty ids are left out.
  package init(_ ids: [TextRef], _ heap: TextHeap) throws(Clash) {
    var size = 16
    while size < ids.count * 2 { size *= 2 }
    mask = size - 1
    slots = [Int32](repeating: -1, count: size)
    for row in ids.indices where !ids[row].isEmpty {
      let bytes = heap.bytes(ids[row])
      var slot = Int(truncatingIfNeeded: IDIndex.hash(bytes)) & mask
      while slots[slot] >= 0 {
        let other = heap.bytes(ids[Int(slots[slot])])
        if IDIndex.areEqualButForCase(bytes, other) {
          throw Clash(first: Int(slots[slot]), second: row)
        }
        slot = (slot + 1) & mask
      }
      slots[slot] = Int32(row)
    }
  }

  /// Finds the row of an id, exactly as written.
  package func row(_ id: UnsafeBufferPointer<UInt8>, _ ids: [TextRef], _ heap: TextHeap) -> Int32? {
    var slot = Int(truncatingIfNeeded: IDIndex.hash(id)) & mask
    while slots[slot] >= 0 {
      let other = heap.bytes(ids[Int(slots[slot])])
      if id.count == other.count, id.elementsEqual(other) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  // FNV-1a over bytes with bit 5 set, which is the same for both cases of ASCII and of å ä ö.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }

  private static func areEqualButForCase(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard a.count == b.count else { return false }
    return a.elementsEqual(b) || Folding.byCase.fold(a) == Folding.byCase.fold(b)
  }
}
