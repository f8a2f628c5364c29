/// Rows as JSON text: one array of objects, keys in column order.
func encode(_ rows: [Row]) -> String {
  writeJson(.list(rows.map { .object($0) }))
}

/// What differs between an expected and an actual answer, nil if they are equal.
///
/// Rows and keys have the same order, unless the order of the rows is open; numbers may differ by
/// 1e-9 of their size; text is compared in NFC.
package func oracleDifference(expected: String, actual: String, ordered: Bool) -> String? {
  let want: Json
  let got: Json
  do { want = try readJson(expected) } catch { return "the expected answer is no JSON: \(error)" }
  do { got = try readJson(actual) } catch { return "the answer is no JSON: \(error)" }
  guard case .list(var wanted) = want, case .list(var given) = got else {
    return "the answer is not one array"
  }
  if wanted.count != given.count { return "\(given.count) rows, \(wanted.count) expected" }
  if !ordered {
    wanted.sort { sortText($0) < sortText($1) }
    given.sort { sortText($0) < sortText($1) }
  }
  for (index, pair) in zip(wanted, given).enumerated() where !same(pair.0, pair.1) {
    return "row \(index + 1) is \(writeJson(pair.1)), \(writeJson(pair.0)) expected"
  }
  return nil
}

/// A text by which rows in open order are brought into one; numbers are cut so that the last
/// decimals do not matter.
private func sortText(_ value: Json) -> String {
  switch value {
  case .number(let number): return numberText(rounded(number, 6))
  case .text(let text): return quotedJson(Text(text).raw)
  case .list(let items): return items.map(sortText).joined(separator: ",")
  case .object(let members):
    return members.map { Text($0.key).raw + ":" + sortText($0.value) }.joined(separator: ",")
  default: return writeJson(value)
  }
}

/// Equal values by the rules of the contract.
private func same(_ left: Json, _ right: Json) -> Bool {
  switch (left, right) {
  case (.null, .null): return true
  case (.bool(let first), .bool(let second)): return first == second
  case (.number(let first), .number(let second)):
    return abs(first - second) <= 1e-9 * max(1, abs(first), abs(second))
  case (.text(let first), .text(let second)): return Text(first).raw == Text(second).raw
  case (.list(let first), .list(let second)):
    return first.count == second.count && zip(first, second).allSatisfy { same($0, $1) }
  case (.object(let first), .object(let second)):
    return first.count == second.count
      && zip(first, second).allSatisfy {
        Text($0.key).raw == Text($1.key).raw && same($0.value, $1.value)
      }
  default: return false
  }
}
