import Glibc
package import Model
import Text

/// Opens stores for reading: a file, or a folder whose `*.json` files are one store.
package enum StoreFiles {
  /// The largest store that is read: offsets into it fit in 32 bits.
  static let maximumSize = 0xFFFF_FFF0

  /// Reads the store at a path: one pass over the bytes.
  ///
  /// Nothing is written, and no lock is needed: a file is opened once and read whole.
  package static func read(_ path: String) throws(StoreFault) -> Snapshot {
    let paths = try paths(at: path)
    let region = try Region(paths, of: path)
    var reader = StoreReader(region.bytes)
    do throws(StoreFault) {
      for file in region.files { try reader.read(file) }
      return try reader.finish(region.files) { withExtendedLifetime(region) {} }
    } catch {
      throw error.placed(in: region.bytes, region.files)
    }
  }

  private static func paths(at path: String) throws(StoreFault) -> [String] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return [path]
    case S_IFDIR:
      let names = try names(in: path).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
      guard !names.isEmpty else { throw .emptyFolder(path) }
      return names.sorted { Collation.precedes(Collation.key($0), Collation.key($1)) }
        .map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    default: throw .notAFile(path)
    }
  }

  private static func names(in path: String) throws(StoreFault) -> [String] {
    guard let folder = opendir(path) else { throw .system(path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }
}

/// The bytes of all files of a store, one after the other; they live as long as this.
private final class Region: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  let files: [StoreFile]
  private let isMapped: Bool

  /// One large file is mapped; otherwise the files are read into memory.
  init(_ paths: [String], of store: String) throws(StoreFault) {
    var open: [OpenFile] = []
    defer { open.forEach { $0.close() } }
    for path in paths { open.append(try OpenFile(path)) }
    let total = open.reduce(0) { $0 + $1.size }
    guard total <= StoreFiles.maximumSize else { throw .tooLarge(store) }
    if open.count == 1, let mapped = open[0].mapped() {
      (bytes, isMapped) = (mapped, true)
      files = [StoreFile(path: paths[0], range: 0..<mapped.count)]
      return
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: total, alignment: 16)
    var (ranges, start): ([StoreFile], Int) = ([], 0)
    do throws(StoreFault) {
      for file in open {
        let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
        ranges.append(StoreFile(path: file.path, range: start..<start + count))
        start += count
      }
    } catch {
      buffer.deallocate()
      throw error
    }
    (bytes, files, isMapped) = (UnsafeRawBufferPointer(buffer), ranges, false)
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}

private struct OpenFile {
  let path: String
  let size: Int
  private let descriptor: Int32

  /// Files over this size are mapped: 1 MiB.
  private static let mappedFrom = 1 << 20

  init(_ path: String) throws(StoreFault) {
    // Without O_NONBLOCK, opening a pipe that took the file's place would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(path, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      Glibc.close(descriptor)
      throw .notAFile(path)
    }
    (self.path, self.size, self.descriptor) = (path, Int(status.st_size), descriptor)
  }

  func close() { Glibc.close(descriptor) }

  func mapped() -> UnsafeRawBufferPointer? {
    guard size >= OpenFile.mappedFrom else { return nil }
    let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address, address != MAP_FAILED else { return nil }
    return UnsafeRawBufferPointer(start: address, count: size)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StoreFault) -> Int {
    var count = 0
    while count < size {
      let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .system(path, errno) }
      if got == 0 { break }
      count += got
    }
    return count
  }
}
