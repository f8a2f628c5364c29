import Model
package import Text

/// Why a store cannot be changed at all.
package enum Obstacle: Equatable, Sendable {
  /// It is the example that comes with the program.
  case example
  /// It was opened for reading only.
  case readOnly
  /// It has a newer version than the program knows.
  case newerVersion
  /// The system's reason: no rights, a protected device.
  case system(Int32)
  /// The file has several names, and writing would part them.
  case links
  /// The history is damaged at a line.
  case history(path: String, line: Int)
  /// The store's lock can be held by two at once.
  case lock

  /// The obstacle as a diagnostic.
  package var diagnostic: Diagnostic {
    func because(_ swedish: String, _ english: String) -> Diagnostic {
      Diagnostic(Messages.storeIsReadOnly, [Bilingual(swedish, english)], place: .none)
    }
    switch self {
    case .example:
      return because("den följer med programmet", "it comes with the program")
    case .readOnly:
      return because("den är öppnad för läsning", "it is opened for reading")
    case .newerVersion:
      return because(
        "den har en nyare version än programmet känner",
        "it has a newer version than this program knows"
      )
    case .system(let code):
      return Diagnostic(Messages.storeIsReadOnly, [SystemErrors.wording(code)], place: .none)
    case .links:
      return because(
        "filen har flera namn, hårda länkar",
        "the file has several names, hard links"
      )
    case .lock:
      return because(
        "enheten låter två skriva samtidigt",
        "the drive lets two write at the same time"
      )
    case .history(let path, let line):
      return Diagnostic(
        Messages.historyDamaged,
        [Bilingual(same: path), Bilingual(same: String(line))],
        place: .none
      )
    }
  }
}

/// Why a change was not saved, as facts.
package enum WriteFault: Error {
  /// The store cannot be changed at all.
  case obstacle(Obstacle)
  /// Another program writes to the store, and did not let go in time.
  case locked(LockHolder?)
  /// Others have changed the same fields meanwhile.
  case conflicts([Conflict])
  /// A changed field would not have a value of its kind, or lead nowhere.
  case misfit(section: String, id: String, field: String)
  /// What was asked for is no change of this store; a statement that was resolved never is.
  case unfit(String)
  /// The system refused, and nothing is changed.
  case notSaved(Int32)
  /// The system failed so that nobody can tell whether the change is on the disk.
  case uncertain(Int32)
  /// The change is saved in the history, but the store's file could not be written anew.
  case savedInHistoryOnly(Int32)
  /// There is nothing to undo.
  case nothingToUndo
  /// There is nothing to do again.
  case nothingToRedo
  /// The store can no longer be read.
  case store(StoreFault)

  /// The fault as diagnostics: one for each field that others have changed.
  package var diagnostics: [Diagnostic] {
    func one(_ message: Message, _ facts: Bilingual...) -> [Diagnostic] {
      [Diagnostic(message, facts, place: .none)]
    }
    switch self {
    case .obstacle(let obstacle): return [obstacle.diagnostic]
    case .locked(let holder?): return one(Messages.storeIsLocked, holder.words)
    case .locked(nil):
      return one(Messages.storeIsLocked, Bilingual("ett annat program", "another program"))
    case .conflicts(let conflicts): return conflicts.map(\.diagnostic)
    case .misfit(let section, let id, let field):
      return one(Messages.valueDoesNotFit, Bilingual(same: "\(section) \(id): \(field)"))
    case .unfit(let what): return one(Messages.noSuchChange, Bilingual(same: what))
    case .notSaved(let code): return one(Messages.notSaved, SystemErrors.wording(code))
    case .uncertain(let code): return one(Messages.uncertainlySaved, SystemErrors.wording(code))
    case .savedInHistoryOnly(let code):
      return one(Messages.savedInHistoryOnly, SystemErrors.wording(code))
    case .nothingToUndo: return one(Messages.nothingToUndo)
    case .nothingToRedo: return one(Messages.nothingToRedo)
    case .store(let fault): return [fault.diagnostic]
    }
  }
}

extension LockHolder {
  /// The holder in words: »anna, process 123, sedan 2026-11-24T10:12:33Z«.
  package var words: Bilingual {
    Bilingual(
      "\(who), process \(process), sedan \(since)",
      "\(who), process \(process), since \(since)"
    )
  }
}

extension Conflict {
  /// The conflict as a diagnostic.
  package var diagnostic: Diagnostic {
    guard let field else {
      let message = isThere ? Messages.recordIsThere : Messages.recordIsGone
      return Diagnostic(message, [Bilingual(same: id), Bilingual(same: section)], place: .none)
    }
    func words(_ value: String?) -> Bilingual {
      value.map { Bilingual(same: $0) } ?? Bilingual("tomt", "empty")
    }
    let by = by.map { Bilingual(" (\($0.who) \($0.time))", " (\($0.who) \($0.time))") }
    return Diagnostic(
      Messages.changedMeanwhile,
      [
        Bilingual(same: "\(section) \(id): \(field)"), words(base), words(mine), words(theirs),
        by ?? Bilingual(same: ""),
      ],
      place: .none
    )
  }
}

/// Something that the store noticed on the way, which is told and stops nothing.
package enum StoreNotice: Equatable, Sendable {
  /// A writer was cut off; the bytes that it had begun at the end of the history are dropped.
  case tailDropped(bytes: Int)
  /// Changes that only the history had were written to the store's files.
  case recovered
  /// Another program has written to these files.
  case outside([String])
  /// On a network drive less can be promised.
  case networkDrive

  /// The notice as a diagnostic.
  package var diagnostic: Diagnostic {
    switch self {
    case .tailDropped(let bytes):
      Diagnostic(Messages.tailDropped, [Bilingual(same: String(bytes))], place: .none)
    case .recovered: Diagnostic(Messages.storeRecovered, [], place: .none)
    case .outside(let files):
      Diagnostic(
        Messages.changedOutside,
        [Bilingual(same: files.joined(separator: ", "))],
        place: .none
      )
    case .networkDrive: Diagnostic(Messages.networkDrive, [], place: .none)
    }
  }
}
