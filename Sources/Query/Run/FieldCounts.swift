package import Model
import Text

/// How many records of a set have each field filled in.
package struct FieldCounts {
  private let view: View
  private let set: SetID

  /// Looks at a set as it stands.
  package init(_ workspace: Workspace, _ set: SetID) {
    (view, self.set) = (workspace.view(nil), set)
  }

  /// Gives the number of records with a field filled in.
  ///
  /// Costs a pass over its column.
  package func filled(_ field: Int) -> Int {
    Evaluator(view).passing(.filled, view.column(set, field)).count
  }
}
