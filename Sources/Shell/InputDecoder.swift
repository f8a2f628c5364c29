/// What a key does, whichever bytes the terminal sends for it.
nonisolated enum Key: Equatable, CaseIterable, Sendable {
  case left, right, wordLeft, wordRight, up, down, home, end
  case backspace, delete, deleteOrEnd, killWordBack, killWordForward, killToEnd, killToStart
  case yank, transpose, clearScreen, enter, newline, tab, tabBack, search, undo
}

/// One thing that the user did.
nonisolated enum InputEvent: Equatable, Sendable {
  /// A typed character; never a control character.
  case scalar(Unicode.Scalar)
  /// A whole paste, as the terminal sent it.
  case paste(String)
  case key(Key)
  /// The Escape key alone.
  case escape
  /// A key or a report from the terminal that means nothing here.
  case ignored
  /// Bytes that are not UTF-8.
  case invalid
}

/// Turns the terminal's bytes into events.
///
/// A pure machine: the caller feeds bytes, and calls `pause` when none has come for `patience`.
nonisolated struct InputDecoder {
  private enum State: Equatable {
    case ground, character(length: Int), escape, sequence, application, skip(Int)
    case command(endsOnBackslash: Bool)
    case paste(matched: Int)
  }

  /// More than any text that is accepted, so that a longer paste is refused and not cut.
  static let pasteLimitBytes = 1 << 20
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private var state = State.ground
  private var bytes: [UInt8] = []

  /// Creates a decoder that waits for the first byte.
  init() {}

  /// How many milliseconds to wait for the next byte before calling `pause`; nil is for ever.
  var patience: Int32? {
    switch state {
    case .ground: nil
    case .escape: 25
    case .character, .sequence, .application, .skip, .command: 250
    // A paste over a slow line may halt, and what came after would then run line by line. Waiting
    // long is safe: Ctrl-C ends it.
    case .paste: 5000
    }
  }

  /// Forgets what has been collected.
  mutating func reset() {
    state = .ground
    bytes = []
  }

  /// Takes the next byte and returns what it completed.
  mutating func feed(_ byte: UInt8) -> [InputEvent] {
    switch state {
    case .ground: ground(byte)
    case .character(let length): character(byte, length: length)
    case .escape: escape(byte)
    case .sequence: sequence(byte)
    case .application: application(byte)
    case .skip(let count): skip(count)
    case .command(let endsOnBackslash): command(byte, endsOnBackslash: endsOnBackslash)
    case .paste(let matched): paste(byte, matched: matched)
    }
  }

  /// Ends what was begun when the next byte fails to come.
  mutating func pause() -> [InputEvent] {
    switch state {
    case .ground: []
    case .escape: finish(.escape)
    case .character: finish(.invalid)
    case .sequence, .application, .skip, .command: finish(.ignored)
    case .paste: finish(.paste(String(decoding: bytes, as: UTF8.self)))
    }
  }

  private mutating func finish(_ event: InputEvent) -> [InputEvent] {
    reset()
    return [event]
  }

  private mutating func enter(_ next: State) -> [InputEvent] {
    bytes = []
    state = next
    return []
  }
}

// MARK: - Characters

nonisolated extension InputDecoder {
  private mutating func ground(_ byte: UInt8) -> [InputEvent] {
    switch byte {
    case 0x1B: return enter(.escape)
    case 0x20...0x7E: return [.scalar(Unicode.Scalar(byte))]
    case 0xC2...0xDF: return begin(byte, length: 2)
    case 0xE0...0xEF: return begin(byte, length: 3)
    case 0xF0...0xF4: return begin(byte, length: 4)
    case 0x80...0xFF: return [.invalid]
    default: return [Self.controlKey(byte).map(InputEvent.key) ?? .ignored]
    }
  }

  private static func controlKey(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x01: .home
    case 0x02: .left
    case 0x04: .deleteOrEnd
    case 0x05: .end
    case 0x06: .right
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x0B: .killToEnd
    case 0x0C: .clearScreen
    case 0x0E: .down
    case 0x10: .up
    case 0x12: .search
    case 0x14: .transpose
    case 0x15: .killToStart
    case 0x17: .killWordBack
    case 0x19: .yank
    case 0x1F: .undo
    default: nil
    }
  }

  private mutating func begin(_ byte: UInt8, length: Int) -> [InputEvent] {
    state = .character(length: length)
    bytes = [byte]
    return []
  }

  private mutating func character(_ byte: UInt8, length: Int) -> [InputEvent] {
    guard byte & 0xC0 == 0x80 else { return finish(.invalid) + feed(byte) }
    bytes.append(byte)
    guard bytes.count == length else { return [] }
    let text = String(validating: bytes, as: UTF8.self)
    guard let scalar = text?.unicodeScalars.first else { return finish(.invalid) }
    // U+0080…U+009F are control characters, and the editor's own codes for keys.
    return finish((0x80...0x9F).contains(scalar.value) ? .ignored : .scalar(scalar))
  }
}

// MARK: - Keys and pastes

nonisolated extension InputDecoder {
  private mutating func escape(_ byte: UInt8) -> [InputEvent] {
    switch byte {
    case 0x1B: [.escape]
    case UInt8(ascii: "["): enter(.sequence)
    case UInt8(ascii: "O"): enter(.application)
    case UInt8(ascii: "]"): enter(.command(endsOnBackslash: false))
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      enter(.command(endsOnBackslash: false))
    case UInt8(ascii: "b"): finish(.key(.wordLeft))
    case UInt8(ascii: "f"): finish(.key(.wordRight))
    case UInt8(ascii: "d"): finish(.key(.killWordForward))
    case 0x08, 0x7F: finish(.key(.killWordBack))
    case 0x0A, 0x0D: finish(.key(.newline))
    // Alt with a letter outside ASCII: the letter's other bytes must not be read as text.
    case 0xC2...0xDF: enter(.skip(1))
    case 0xE0...0xEF: enter(.skip(2))
    case 0xF0...0xF4: enter(.skip(3))
    default: finish(.ignored)
    }
  }

  private mutating func sequence(_ byte: UInt8) -> [InputEvent] {
    switch byte {
    case 0x20...0x3F:
      if bytes.count < 64 { bytes.append(byte) }
      return []
    case UInt8(ascii: "["):
      // The Linux console sends F1…F5 as ESC [ [ and a letter.
      return enter(.skip(1))
    case UInt8(ascii: "M") where bytes.isEmpty:
      // An old mouse report: three bytes follow.
      return enter(.skip(3))
    case 0x40...0x7E:
      return endSequence(byte)
    default:
      return finish(.ignored) + feed(byte)
    }
  }

  private mutating func endSequence(_ final: UInt8) -> [InputEvent] {
    let parameters = String(decoding: bytes, as: UTF8.self).split(separator: ";")
    if final == UInt8(ascii: "~"), parameters == ["200"] { return enter(.paste(matched: 0)) }
    // The second parameter is 1 + Shift 1 + Alt 2 + Ctrl 4.
    let modifiers = parameters.count == 2 ? (Int(parameters[1]) ?? 1) - 1 : 0
    let jumps = modifiers & 6 != 0
    let key =
      final == UInt8(ascii: "~")
      ? Self.numberedKey(parameters.first.flatMap { Int($0) }, jumps: jumps)
      : Self.letterKey(final, jumps: jumps)
    return finish(key.map(InputEvent.key) ?? .ignored)
  }

  private static func letterKey(_ final: UInt8, jumps: Bool) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): jumps ? .wordRight : .right
    case UInt8(ascii: "D"): jumps ? .wordLeft : .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "Z"): .tabBack
    // rxvt, with Ctrl.
    case UInt8(ascii: "c"): .wordRight
    case UInt8(ascii: "d"): .wordLeft
    default: nil
    }
  }

  private static func numberedKey(_ number: Int?, jumps: Bool) -> Key? {
    switch number {
    case 1, 7: .home
    case 4, 8: .end
    case 3: jumps ? .killWordForward : .delete
    default: nil
    }
  }

  private mutating func application(_ byte: UInt8) -> [InputEvent] {
    if byte == UInt8(ascii: "M") { return finish(.key(.enter)) }
    return finish(Self.letterKey(byte, jumps: false).map(InputEvent.key) ?? .ignored)
  }

  private mutating func skip(_ count: Int) -> [InputEvent] {
    guard count > 1 else { return finish(.ignored) }
    state = .skip(count - 1)
    return []
  }

  /// Swallows a report such as the terminal's colours, up to BEL or ESC \.
  private mutating func command(_ byte: UInt8, endsOnBackslash: Bool) -> [InputEvent] {
    if byte == 0x07 || endsOnBackslash { return finish(.ignored) }
    state = .command(endsOnBackslash: byte == 0x1B)
    return []
  }

  private mutating func paste(_ byte: UInt8, matched: Int) -> [InputEvent] {
    let end = Self.pasteEnd
    let now = byte == end[matched] ? matched + 1 : (byte == end[0] ? 1 : 0)
    if bytes.count < Self.pasteLimitBytes { bytes.append(byte) }
    guard now == end.count else {
      state = .paste(matched: now)
      return []
    }
    if bytes.suffix(end.count) == end[...] { bytes.removeLast(end.count) }
    return finish(.paste(String(decoding: bytes, as: UTF8.self)))
  }
}
