/// A question whose answer is drawn.
package struct Chart: Sendable {
  /// What the picture is made of.
  package enum Form: Sendable {
    /// A bar for each number.
    case bars
    /// A line from start to end for each record; the columns end with so many times.
    case spans(times: Int)
    /// The values of each indicator over the periods.
    case series
  }

  /// What the picture is made of.
  package let form: Form
  /// The question as it was asked, for the formats that write rows.
  package let plan: Plan
  /// The question with the columns that the picture needs.
  package let drawn: Plan
}
