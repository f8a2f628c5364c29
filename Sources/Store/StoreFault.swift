import Glibc
package import Model
package import Text

/// Why a store cannot be read, as facts.
package enum StoreFault: Error {
  /// The system refused: path and `errno`.
  case system(String, Int32)
  /// The path is neither a file nor a folder.
  case notAFile(String)
  /// The folder has no `*.json`.
  case emptyFolder(String)
  /// The files are larger than can be read.
  case tooLarge(String)
  /// Valid JSON, but not of this format.
  case notAStore(StoreFile)
  /// Not valid JSON.
  case json(JSONFault, StoreFile)
  /// Two records with the same id; the places are bytes of the heap.
  case duplicateID(set: String, id: String, first: Int, second: Int)
  /// A fault whose place has been found.
  case placed(Diagnostic)

  /// Gives the fault with line and column, while the bytes are still there.
  func placed(in bytes: UnsafeRawBufferPointer, _ files: [StoreFile]) -> StoreFault {
    func position(_ offset: Int, _ file: StoreFile) -> (line: Int, column: Int) {
      JSONText.position(of: offset, in: UnsafeRawBufferPointer(rebasing: bytes[file.range]))
    }
    func locate(_ offset: Int) -> (file: StoreFile, line: Int, column: Int) {
      let file = files.last { $0.range.lowerBound <= offset } ?? files[0]
      let place = position(offset - file.range.lowerBound, file)
      return (file, place.line, place.column)
    }
    switch self {
    case .json(let fault, let file):
      let (line, column) = position(fault.offset, file)
      let tips = fault.related.map { related in
        let other = position(related, file)
        return [Diagnostic.Tip.seeAlso(line: other.line, column: other.column)]
      }
      return .placed(
        Diagnostic(
          Messages.json(fault.kind),
          [],
          place: .file(path: file.path, line: line, column: column),
          tips: tips ?? []
        )
      )
    case .duplicateID(let set, let id, let first, let second):
      let (a, b) = (locate(first), locate(second))
      let other = "\(a.file.path):\(a.line):\(a.column)"
      return .placed(
        Diagnostic(
          Messages.duplicateID,
          [Bilingual(same: id), Bilingual(same: set), Bilingual(same: other)],
          place: .file(path: b.file.path, line: b.line, column: b.column)
        )
      )
    default: return self
    }
  }

  /// The fault as a diagnostic.
  package var diagnostic: Diagnostic {
    switch self {
    case .placed(let diagnostic): diagnostic
    case .system(let path, let code):
      Diagnostic(
        Messages.cannotRead,
        [Bilingual(same: path), SystemErrors.wording(code)],
        place: .none
      )
    case .notAFile(let path): Diagnostic(Messages.notAFile, [Bilingual(same: path)], place: .none)
    case .emptyFolder(let path):
      Diagnostic(Messages.emptyFolder, [Bilingual(same: path)], place: .none)
    case .tooLarge(let path):
      Diagnostic(Messages.storeTooLarge, [Bilingual(same: path)], place: .none)
    case .notAStore(let file):
      Diagnostic(
        Messages.notAStore,
        [Bilingual(same: file.path)],
        place: .file(path: file.path, line: 1, column: 1)
      )
    case .json(let fault, let file):
      Diagnostic(Messages.json(fault.kind), [], place: .file(path: file.path, line: 1, column: 1))
    case .duplicateID(let set, let id, _, _):
      Diagnostic(
        Messages.duplicateID,
        [Bilingual(same: id), Bilingual(same: set), "?"],
        place: .none
      )
    }
  }
}
