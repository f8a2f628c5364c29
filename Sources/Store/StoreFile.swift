import Glibc
package import Model
import Text

/// Opens stores for reading: a file, or a folder whose `*.json` files are one store.
package enum StoreFiles {
  /// The largest store that is read: offsets into it fit in 32 bits.
  static let maximumSize = 0xFFFF_FFF0

  /// Reads the store at a path, with the changes that its history holds beyond its files.
  ///
  /// Nothing is written, and no lock is needed: a file is opened once and read whole.
  package static func read(_ path: String) throws(StoreFault) -> Snapshot {
    let files = StoreSystem.real.files
    return try LoadedStore(StorePlace(path, files), files).snapshot
  }

  /// Reads a file of the store.
  static func contents(
    _ file: StorePlace.File,
    _ files: any FileSystem
  ) throws(StoreFault) -> FileBytes {
    do throws(SystemError) {
      return try files.contents(of: file.path)
    } catch {
      switch error.code {
      case EINVAL: throw .notAFile(file.shown)
      case EFBIG: throw .tooLarge(file.shown)
      default: throw .system(file.shown, error.code)
      }
    }
  }

  /// Reads a store from the bytes of its files.
  static func parse(
    _ files: [(path: String, contents: FileBytes)],
    of store: String
  ) throws(StoreFault) -> Snapshot {
    let region = try Region(files, of: store)
    var reader = StoreReader(region.bytes)
    do throws(StoreFault) {
      for file in region.files { try reader.read(file) }
      return try reader.finish(region.files) { withExtendedLifetime(region) {} }
    } catch {
      throw withExtendedLifetime(region) { error.placed(in: region.bytes, region.files) }
    }
  }
}

/// The bytes of all files of a store, one after the other; they live as long as this.
private final class Region: Sendable {
  let files: [StoreFile]
  private let contents: FileBytes

  var bytes: UnsafeRawBufferPointer { contents.bytes }

  /// One file is taken as it is; several are copied together.
  init(_ parts: [(path: String, contents: FileBytes)], of store: String) throws(StoreFault) {
    let total = parts.reduce(0) { $0 + $1.contents.bytes.count }
    guard total <= StoreFiles.maximumSize else { throw .tooLarge(store) }
    var (ranges, start): ([StoreFile], Int) = ([], 0)
    for (path, contents) in parts {
      ranges.append(StoreFile(path: path, range: start..<start + contents.bytes.count))
      start += contents.bytes.count
    }
    files = ranges
    guard parts.count != 1 else {
      contents = parts[0].contents
      return
    }
    var all: [UInt8] = []
    all.reserveCapacity(total)
    for part in parts { part.contents.withBytes { all.append(contentsOf: $0) } }
    contents = FileBytes(copying: all)
  }
}
