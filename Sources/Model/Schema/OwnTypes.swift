extension FieldType {
  /// The types that a municipality's own fields may have, as they are declared in a store; each in
  /// brackets for a list.
  package static let ownTypes: [(name: String, type: FieldType)] = [
    ("text", .text), ("int", .integer), ("number", .number), ("money", .money),
    ("percent", .percent), ("bool", .bool), ("day", .day), ("time", .time),
  ]
}
