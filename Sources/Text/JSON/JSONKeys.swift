/// The keys of all open objects, innermost last, to find one that stands twice in its object.
///
/// An object with few keys costs a hash of at most 16 bytes and one bit test for each key; its
/// keys are compared only where the bit is taken. An object with many keys gets a hash table, with
/// a hash that a hostile file cannot foresee.
struct JSONKeys {
  /// With more keys than this an object gets a table.
  static let tableThreshold = 48

  struct Entry {
    var slice: JSONSlice
    var hash: UInt64
  }

  /// The keys, and behind `count` those of closed objects, whose room is used again.
  private var entries: [Entry] = []
  private var tables: [Table] = []

  /// The number of keys in all open objects.
  private(set) var count = 0

  /// Adds a key to the innermost object, or gives the equal key that is there already.
  @inline(__always)
  mutating func insert(
    _ slice: JSONSlice,
    in bytes: UnsafeRawBufferPointer,
    _ frame: inout JSONFrame
  ) -> JSONSlice? {
    if frame.hasTable || slice.isEscaped {
      return insertSlowly(slice, in: bytes, &frame)
    }
    let hash = Self.quickHash(bytes, slice.offset, slice.length)
    return insert(Entry(slice: slice, hash: hash), in: bytes, &frame)
  }

  /// Forgets the keys of an object that is closed.
  @inline(__always)
  mutating func remove(from frame: JSONFrame) {
    count = frame.firstKey
    if frame.hasTable { _ = tables.popLast() }
  }

  @inline(__always)
  private mutating func insert(
    _ entry: Entry,
    in bytes: UnsafeRawBufferPointer,
    _ frame: inout JSONFrame
  ) -> JSONSlice? {
    let bit = 1 as UInt64 &<< (entry.hash &>> 58)
    if frame.seen & bit != 0, let equal = find(entry, in: bytes, from: frame.firstKey) {
      return equal
    }
    frame.seen |= bit
    add(entry)
    if count &- frame.firstKey > Self.tableThreshold { makeTable(bytes, &frame) }
    return nil
  }

  @inline(__always)
  private mutating func add(_ entry: Entry) {
    if count < entries.count { entries[count] = entry } else { entries.append(entry) }
    count &+= 1
  }

  @inline(never)
  private func find(
    _ entry: Entry,
    in bytes: UnsafeRawBufferPointer,
    from first: Int
  ) -> JSONSlice? {
    for place in first..<count
    where entries[place].hash == entry.hash
      && JSONText.isEqual(entries[place].slice, entry.slice, in: bytes)
    {
      return entries[place].slice
    }
    return nil
  }

  @inline(never)
  private mutating func insertSlowly(
    _ slice: JSONSlice,
    in bytes: UnsafeRawBufferPointer,
    _ frame: inout JSONFrame
  ) -> JSONSlice? {
    guard frame.hasTable, let table = tables.indices.last else {
      let hash = JSONText.decode(slice, in: bytes).withUnsafeBytes {
        Self.quickHash($0, 0, $0.count)
      }
      return insert(Entry(slice: slice, hash: hash), in: bytes, &frame)
    }
    let entry = Entry(slice: slice, hash: Self.fullHash(slice, in: bytes))
    if let equal = tables[table].find(entry, in: bytes, entries) { return equal }
    add(entry)
    tables[table].insert(count &- 1, entries, from: frame.firstKey)
    return nil
  }

  private mutating func makeTable(_ bytes: UnsafeRawBufferPointer, _ frame: inout JSONFrame) {
    frame.hasTable = true
    var table = Table()
    for place in frame.firstKey..<count {
      entries[place].hash = Self.fullHash(entries[place].slice, in: bytes)
      table.insert(place, entries, from: frame.firstKey)
    }
    tables.append(table)
  }

  /// Hashes the length, the first eight and the last eight bytes: all of a usual key.
  @inline(__always)
  static func quickHash(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ length: Int) -> UInt64 {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    if length >= 8 {
      head = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      tail = bytes.loadUnaligned(fromByteOffset: offset &+ length &- 8, as: UInt64.self)
    } else if offset &+ 8 <= bytes.count {
      // The bytes behind the key are cut off; the mask is right for 0 bytes too.
      head = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      head &= (1 as UInt64 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1
    } else {
      for place in 0..<length {
        head |= UInt64(bytes[offset &+ place]) &<< UInt64(truncatingIfNeeded: place &* 8)
      }
    }
    var hash = head ^ (tail &<< 29 | tail &>> 35) ^ UInt64(truncatingIfNeeded: length)
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    return (hash ^ hash &>> 32) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Hashes the whole unescaped key with the process's random seed.
  private static func fullHash(_ slice: JSONSlice, in bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hasher = Hasher()
    if slice.isEscaped {
      JSONText.decode(slice, in: bytes).withUnsafeBytes { hasher.combine(bytes: $0) }
    } else {
      hasher.combine(bytes: JSONText.bytes(of: slice, in: bytes))
    }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// A hash table of places among the entries, with linear probing.
  private struct Table {
    /// Place plus one, or zero in a free slot; a power of two of them, at most half used.
    private var slots: [Int] = Array(repeating: 0, count: 256)
    private var used = 0

    func find(
      _ entry: Entry,
      in bytes: UnsafeRawBufferPointer,
      _ entries: [Entry]
    ) -> JSONSlice? {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count &- 1)
      while slots[slot] != 0 {
        let other = entries[slots[slot] &- 1]
        if other.hash == entry.hash, JSONText.isEqual(other.slice, entry.slice, in: bytes) {
          return other.slice
        }
        slot = (slot &+ 1) & (slots.count &- 1)
      }
      return nil
    }

    mutating func insert(_ place: Int, _ entries: [Entry], from first: Int) {
      if used &* 2 >= slots.count {
        slots = Array(repeating: 0, count: slots.count &* 4)
        for earlier in first..<place { put(earlier, entries[earlier].hash) }
      }
      put(place, entries[place].hash)
      used &+= 1
    }

    private mutating func put(_ place: Int, _ hash: UInt64) {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
      while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = place &+ 1
    }
  }
}
