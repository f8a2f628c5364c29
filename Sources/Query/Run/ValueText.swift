package import Model
package import Text

/// Values as text: exact for programs, readable for people.
package struct ValueText {
  let snapshot: Snapshot

  /// Makes texts of a snapshot's values.
  package init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// Gives a value as people read it: names instead of ids, »saknas« for an empty one.
  package func plain(_ value: Value, _ kind: ValueKind) -> Bilingual {
    if value.isEmpty { return Bilingual("saknas", "missing") }
    let parts = value.elements.map { single($0, kind) }
    return Bilingual(
      parts.map(\.swedish).joined(separator: ", "),
      parts.map(\.english).joined(separator: ", ")
    )
  }

  private func single(_ value: Value, _ kind: ValueKind) -> Bilingual {
    switch value {
    case .number(let number): numberText(number, kind)
    case .bool(let bool): bool ? Bilingual("ja", "yes") : Bilingual("nej", "no")
    case .period(let period): Bilingual(same: period.text)
    case .code(let code): Bilingual(same: word(code, kind))
    case .reference(let row): Bilingual(same: name(row, kind))
    case .text(let ref): Bilingual(same: snapshot.heap.string(ref))
    case .string(let text): Bilingual(same: text)
    case .empty, .some: ""
    }
  }

  private func numberText(_ number: Double, _ kind: ValueKind) -> Bilingual {
    func text(_ language: Language) -> String {
      let decimals = number == number.rounded() ? 0 : 2
      let text = Numbers.text(number, decimals: decimals, language)
      return switch kind {
      case .percent: language == .swedish ? "\(text)\u{A0}%" : "\(text)%"
      case .money: language == .swedish ? "\(text)\u{A0}kr" : "SEK \(text)"
      default: text
      }
    }
    return Bilingual(text(.swedish), text(.english))
  }

  /// Gives the name of an enumeration's value, or the unknown value as it stands.
  package func word(_ code: Int32, _ kind: ValueKind) -> String {
    if code < 0 { return snapshot.heap.string(snapshot.foreignText(code)) }
    guard case .code(let enumeration) = kind else { return String(code) }
    return enumeration.cases[Int(code)].name
  }

  /// Gives the id of a record.
  package func id(_ row: Int32, _ kind: ValueKind) -> String {
    guard case .reference(let set) = kind else { return String(row) }
    return snapshot.heap.string(snapshot.id(set, row))
  }

  /// Gives what people call a record.
  package func name(_ row: Int32, _ kind: ValueKind) -> String {
    guard case .reference(let set) = kind else { return String(row) }
    return snapshot.heap.string(snapshot.name(set, row))
  }

  /// Gives a single value as a key in JSON: ids and words, not names.
  package func key(_ value: Value, _ kind: ValueKind) -> String {
    switch value {
    case .empty, .some: ""
    case .number(let number): Numbers.exact(number)
    case .bool(let bool): bool ? "ja" : "nej"
    case .period(let period): period.text
    case .code(let code): word(code, kind)
    case .reference(let row): id(row, kind)
    case .text(let ref): snapshot.heap.string(ref)
    case .string(let text): text
    }
  }
}
