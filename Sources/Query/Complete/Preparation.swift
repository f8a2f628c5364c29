import Model

/// What completion will ask for, worked out a little at a time while the user rests.
///
/// With many records the first question would otherwise be slow enough to be felt.
package struct Preparation {
  /// So many names take a few milliseconds.
  private static let rows = 4000
  private let workspace: Workspace
  private var field = 0

  /// Prepares a workspace.
  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// Does the next part; says whether there is more.
  package mutating func step() -> Bool {
    let fields = workspace.snapshot.schema[.measures].fields
    while field < fields.count {
      defer { field += 1 }
      guard fields[field].isStored, !fields[field].isList else { continue }
      switch fields[field].type {
      case .text, .integer:
        _ = workspace.view(nil).codes(.measures, field)
        return true
      default: continue
      }
    }
    return !workspace.extendIndex(.measures, by: Preparation.rows)
  }
}
