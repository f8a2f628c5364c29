import Glibc
import Model
import Text

/// A store as it was read: its files, and on top of them the changes that only the history has.
struct LoadedStore {
  /// Where it lies.
  let place: StorePlace
  /// Its files.
  let files: [StorePlace.File]
  /// The files' status when they were read, or written by this program.
  private(set) var statuses: [FileStatus]
  /// The store with all changes.
  private(set) var snapshot: Snapshot
  /// The number of the last change that each file holds, by the file's name.
  private(set) var changes: [String: Int]
  /// The files that lack changes which the history has.
  private(set) var behind: Set<Int> = []
  /// Where the history is damaged, as far as it was read.
  let damage: History.Damage?
  /// Whether it must be read anew, since a call failed when it was written.
  var isDoubtful = false

  /// Reads a store; the history is read as far as it is needed if it is not given.
  init(
    _ place: StorePlace,
    _ system: any FileSystem,
    history given: History? = nil
  ) throws(StoreFault) {
    self.place = place
    let files = try place.files(system)
    var contents: [FileBytes] = []
    for file in files { contents.append(try StoreFiles.contents(file, system)) }
    let bare = try StoreFiles.parse(zip(files, contents).map { ($0.shown, $1) }, of: place.given)
    (self.files, statuses, snapshot) = (files, contents.map(\.status), bare)
    changes = Dictionary(zip(files, bare.kept.tops).map { ($0.name, $1.change) }) { a, _ in a }
    let history: History?
    do throws(SystemError) {
      history =
        if let given {
          given
        } else if place.isFolder {
          try HistoryReader.read(place.history, system)
        } else {
          try HistoryReader.readEnd(place.history, system)
        }
    } catch {
      throw .system(place.history, error.code)
    }
    damage = history?.damage
    guard let history, !history.isUpToDate(changes) else { return }
    let pending = history.pending(changes)
    guard !pending.isEmpty else { return }
    var draft = StoreDraft(bare, names: files.map(\.name))
    for change in pending {
      // What cannot be made again was undone by another program, and stays in the history.
      do throws(StoreDraft.Fault) { _ = try draft.apply(change, .repeated) } catch { continue }
    }
    behind = Set(files.indices.filter { k in pending.contains { $0.file == files[k].name } })
    snapshot = try draft.parsed(files, of: place.given, change: history.last).snapshot
  }

  /// Whether the files are others than those that were read.
  func isStale(_ system: any FileSystem) throws(SystemError) -> Bool {
    if isDoubtful { return true }
    for (file, status) in zip(files, statuses) {
      if try system.status(file.path) != status { return true }
    }
    guard place.isFolder else { return false }
    let names = try? place.files(system).map(\.name)
    return names != files.map(\.name)
  }

  /// Takes in what has been saved in the history.
  mutating func take(_ snapshot: Snapshot, behind: Set<Int>) {
    self.snapshot = snapshot
    self.behind.formUnion(behind)
  }

  /// Takes in that a file has been written.
  mutating func noteWritten(
    _ k: Int,
    _ change: Int,
    _ system: any FileSystem
  ) throws(SystemError) {
    statuses[k] = try system.status(files[k].path)
    changes[files[k].name] = change
    behind.remove(k)
  }
}

extension StoreDraft {
  /// The store with the draft's changes, read back from the bytes that would be written.
  func parsed(
    _ files: [StorePlace.File],
    of store: String,
    change: Int?
  ) throws(StoreFault) -> (snapshot: Snapshot, contents: [FileBytes]) {
    let contents = snapshot.files.indices.map { k in
      self.files.contains(k)
        ? FileBytes(
          copying: CanonicalWriter.bytes(of: snapshot, file: k, draft: self, change: change)
        )
        : FileBytes(copying: snapshot.heap.raw(snapshot.files[k].range))
    }
    let after = try StoreFiles.parse(zip(files, contents).map { ($0.shown, $1) }, of: store)
    return (after, contents)
  }
}
