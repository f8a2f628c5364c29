/// The keys of columns: the heading, or the text of the operand in Swedish spelling.
extension Column {
  /// The key in a row.
  var key: String { heading ?? operand.swedishText }
}

extension Operand {
  /// The operand in Swedish spelling.
  var swedishText: String {
    switch self {
    case .literal(let literal): return literal.swedishText
    case .path(let path), .at(let path, _): return path.joined(separator: ".")
    case .call(let function, let arguments):
      let inner = arguments.map(\.swedishText).joined(separator: ", ")
      return "\(function.rawValue)(\(inner))"
    case .choice: return "om(…)"
    case .arithmetic(let left, let sign, let right):
      return "\(left.swedishText) \(sign.rawValue) \(right.swedishText)"
    case .measure(.countAll): return "antal"
    case .measure(.of(let name, let inner)): return "\(name.rawValue)(\(inner.swedishText))"
    case .measure(.share): return "andel(…)"
    }
  }
}

extension Literal {
  /// The value as it would be shown in a heading.
  fileprivate var swedishText: String {
    switch self {
    case .text(let text): return text.raw
    case .number(let number, _): return numberText(number)
    case .period(.stored(let text)): return text
    case .period(.today): return "idag"
    case .period, .occasion: return "…"
    }
  }
}
