/// What is shown to a person: no character of the data may control the terminal.
package enum Visible {
  /// Gives `text` with controls, direction marks, zero-width and unassigned characters made
  /// visible: `␛` for ESC, `\u{202E}` for a direction mark.
  ///
  /// Every human format ends here.
  package static func text(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    for character in text { result += visible(character) }
    return result
  }

  /// Gives a text of several lines with all but its line feeds made visible.
  package static func lines(_ lines: String) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false)
      .map { text(String($0)) }.joined(separator: "\n")
  }

  // Most texts are printable ASCII and Latin letters up to U+017F, which UTF-8 starts with C3–C5:
  // they stand as they are, one cell each.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case 0x20..<0x7F, 0x80...0xBF, 0xC3...0xC5: true
      default: false
      }
    }
  }

  private static func visible(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    if scalars.count > 1, isEmojiSequence(scalars) { return String(character) }
    var result = ""
    for scalar in scalars { result += visible(scalar) }
    return result
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: return String(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: return "␡"
    default:
      if UnicodeData.isPrintable(scalar.value), !isBlankOfNoWidth(scalar.value) {
        return String(scalar)
      }
      return "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
  }

  // Joiners and selectors are harmless inside an emoji and nowhere else: a joiner stands between
  // two emoji, a selector after one.
  private static func isEmojiSequence(_ scalars: String.UnicodeScalarView) -> Bool {
    var (isAfterEmoji, isOpen) = (false, true)
    for scalar in scalars {
      switch scalar {
      case "\u{200D}":
        if isOpen { return false }
        (isAfterEmoji, isOpen) = (false, true)
      case "\u{FE0F}":
        guard isAfterEmoji else { return false }
        isAfterEmoji = false
      default:
        guard scalar.value > 0x7F, scalar.properties.isEmoji else { return false }
        (isAfterEmoji, isOpen) = (true, false)
      }
    }
    return !isOpen
  }

  private static func isBlankOfNoWidth(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x034F, 0x17B4, 0x17B5, 0x180B...0x180F, 0xFE00...0xFE0F,
      0xE0100...0xE01EF:
      true
    default: false
    }
  }

  /// Gives the number of terminal cells that a text takes; the text must be visible already.
  package static func width(_ text: String) -> Int {
    if isPlain(text) { return text.utf8.count { $0 & 0xC0 != 0x80 } }
    return text.reduce(0) { $0 + width($1) }
  }

  /// Gives the number of cells of one character: those of its scalars, but two for emoji.
  package static func width(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.count > 1, isEmojiSequence(scalars) { return 2 }
    return scalars.reduce(0) { $0 + UnicodeData.width($1.value) }
  }
}
