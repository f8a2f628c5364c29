import Text

/// Finds records by id: an open hash table of rows, so that a million ids cost 8 MB and no String.
package struct IDIndex: Sendable {
  private var slots: [Int32]
  private let mask: Int
  private let hash = IDHash()

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
      var slot = hash.value(bytes) & mask
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
    var slot = hash.value(id) & mask
    while slots[slot] >= 0 {
      let other = heap.bytes(ids[Int(slots[slot])])
      if id.count == other.count, id.elementsEqual(other) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func areEqualButForCase(
    _ a: UnsafeBufferPointer<UInt8>,
    _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard IDHash.isSimple(a), IDHash.isSimple(b) else {
      return Folding.byCase.fold(a) == Folding.byCase.fold(b)
    }
    return a.count == b.count
      && a.indices.allSatisfy { IDHash.lowered(a, $0) == IDHash.lowered(b, $0) }
  }
}

/// The hash of an id, the same for ids that differ only in case.
///
/// Its seed is the process's own, so that no file can be made whose ids all fall in one place.
struct IDHash {
  private let seed = IDHash.processSeed
  private static let processSeed = UInt64.random(in: .min ... .max)

  func value(_ id: UnsafeBufferPointer<UInt8>) -> Int {
    if IDHash.isSimple(id) { return simple(id) }
    return Folding.byCase.fold(id).withUnsafeBufferPointer(simple)
  }

  private func simple(_ id: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = seed ^ UInt64(id.count)
    var word: UInt64 = 0
    for k in id.indices {
      word = word << 8 | UInt64(IDHash.lowered(id, k))
      if k & 7 == 7 {
        hash = mixed(hash ^ word)
        word = 0
      }
    }
    return Int(truncatingIfNeeded: mixed(hash ^ word))
  }

  private func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: seed | 0x9E37_79B9_0000_0001)
    return product.high ^ product.low
  }

  /// Whether the id is ASCII and letters such as å, ä, ö, é, whose case is one bit.
  static func isSimple(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    for k in id.indices where id[k] >= 0x80 {
      // ß (C3 9F) is the one of them that folds to something else.
      if id[k] >= 0xC0 ? id[k] != 0xC3 : id[k - 1] == 0xC3 && id[k] == 0x9F { return false }
    }
    return true
  }

  /// A byte of a simple id, as it is in the folded one.
  static func lowered(_ id: UnsafeBufferPointer<UInt8>, _ k: Int) -> UInt8 {
    let byte = id[k]
    if byte < 0x80 { return byte &- 0x41 < 26 ? byte | 0x20 : byte }
    // × (C3 97) is no letter, and its bit makes ÷.
    return byte < 0xC0 && byte != 0x97 ? byte | 0x20 : byte
  }
}
