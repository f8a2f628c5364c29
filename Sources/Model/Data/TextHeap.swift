import Text

/// A text of a store, as a place in the heap: 8 bytes and no copy.
package struct TextRef: Equatable, Hashable, Sendable {
  @usableFromInline let offset: UInt32
  // The highest bit tells the arena from the files.
  @usableFromInline let lengthAndPlace: UInt32

  /// The largest length that can be told: 2 GiB less one byte.
  package static let maximumLength = 0x7FFF_FFFF

  /// No text, which is the same as an empty one.
  package static let empty = TextRef(offset: 0, length: 0, isInArena: false)

  /// Makes a reference to bytes of the files or of the arena.
  package init(offset: Int, length: Int, isInArena: Bool) {
    self.offset = UInt32(clamping: offset)
    let length = UInt32(clamping: min(length, Self.maximumLength))
    lengthAndPlace = length | (isInArena ? 0x8000_0000 : 0)
  }

  /// Whether there is no text: an empty text is an empty value.
  package var isEmpty: Bool { lengthAndPlace & 0x7FFF_FFFF == 0 }

  /// The place in the files, if the text stands there.
  package var fileOffset: Int? { lengthAndPlace & 0x8000_0000 == 0 ? Int(offset) : nil }
}

/// The bytes that texts refer to: the store's files as they are, and an arena for the few texts
/// that are written with escapes or not in NFC.
package final class TextHeap: @unchecked Sendable {
  // Immutable after init, which is what makes the class Sendable.
  @usableFromInline let files: UnsafeRawBufferPointer
  @usableFromInline let arena: UnsafeMutableRawBufferPointer
  private let release: @Sendable () -> Void

  /// Takes over the files' bytes; `release` is called when no snapshot needs them any more.
  package init(
    files: UnsafeRawBufferPointer,
    arena bytes: [UInt8],
    release: @escaping @Sendable () -> Void
  ) {
    self.files = files
    self.release = release
    arena = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    arena.copyBytes(from: bytes)
  }

  deinit {
    arena.deallocate()
    release()
  }

  /// Gives the bytes of a text: NFC, valid UTF-8.
  ///
  /// They live as long as the heap.
  @inlinable
  package func bytes(_ ref: TextRef) -> UnsafeBufferPointer<UInt8> {
    let length = Int(ref.lengthAndPlace & 0x7FFF_FFFF)
    let start = Int(ref.offset)
    let base = ref.lengthAndPlace & 0x8000_0000 == 0 ? files : UnsafeRawBufferPointer(arena)
    return UnsafeRawBufferPointer(rebasing: base[start..<start + length])
      .assumingMemoryBound(to: UInt8.self)
  }

  /// Gives a text as a String.
  package func string(_ ref: TextRef) -> String { String(decoding: bytes(ref), as: UTF8.self) }

  /// Gives bytes of the files as they stand there.
  package func raw(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: files[range])
  }
}
