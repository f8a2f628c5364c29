import CSystem

/// SHA-256, by libmd, as 64 digits.
enum Checksum {
  /// The sum of some bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    let sum = bytes.withContiguousStorageIfAvailable { buffer in
      of([UnsafeRawBufferPointer(buffer)])
    }
    return sum ?? Array(bytes).withUnsafeBytes { of([$0]) }
  }

  /// The sum of parts, one after the other.
  static func of(_ parts: [UnsafeRawBufferPointer]) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    for part in parts {
      SHA256Update(&context, part.baseAddress?.assumingMemoryBound(to: UInt8.self), part.count)
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    var digits: [UInt8] = []
    for byte in digest {
      for half in [byte >> 4, byte & 15] {
        digits.append(half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Files over this size are known by samples: 4 MiB.
  static let sampledFrom = 4 << 20

  /// The sum by which a file's content is known again: of all bytes, or for a large file of its
  /// size and 64 blocks spread over it.
  static func fingerprint(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.count > sampledFrom else { return of([bytes]) }
    let (blocks, length) = (64, 4096)
    let step = (bytes.count - length) / (blocks - 1)
    let parts = (0..<blocks).map { k in
      UnsafeRawBufferPointer(rebasing: bytes[k * step..<k * step + length])
    }
    return withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { of([$0] + parts) }
  }
}
