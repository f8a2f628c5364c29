import Testing

@testable import Shell

@Suite("Input decoder")
struct InputDecoderTests {
  /// The events of `bytes`, with a pause after the last.
  private func events(_ bytes: [UInt8]) -> [InputEvent] {
    var decoder = InputDecoder()
    return bytes.flatMap { decoder.feed($0) } + decoder.pause()
  }

  private func events(_ text: String) -> [InputEvent] { events(Array(text.utf8)) }

  @Test("letters come as scalars, whatever their length")
  func letters() {
    #expect(events("aå€😀") == ["a", "å", "€", "😀"].map { .scalar($0) })
  }

  @Test(
    "bytes that are not UTF-8 are reported, and what follows is read",
    arguments: [
      [0xE5, 0x61], [0xC3, 0x61], [0xFF, 0x61], [0xF0, 0x9F, 0x61],
    ]
  )
  func invalidBytes(bytes: [UInt8]) {
    #expect(events(bytes) == [.invalid, .scalar("a")])
  }

  @Test(
    "overlong forms, surrogates and letters cut short are invalid",
    arguments: [
      [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3],
    ]
  )
  func invalidScalars(bytes: [UInt8]) {
    #expect(events(bytes) == [.invalid])
  }

  @Test("the codes that the editor uses itself cannot be typed")
  func privateCodes() {
    #expect(events([0xC2, 0x80, 0xC2, 0x9F]) == [.ignored, .ignored])
    #expect(events([0xC2, 0xA0]) == [.scalar("\u{A0}")])
  }

  @Test(
    "keys are known in each form that terminals send",
    arguments: [
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[H", .home), ("\u{1B}OH", .home),
      ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
      ("\u{1B}[3~", .delete), ("\u{1B}[3;5~", .killWordForward), ("\u{1B}[1;5C", .wordRight),
      ("\u{1B}[1;3D", .wordLeft), ("\u{1B}[1;2C", .right), ("\u{1B}Oc", .wordRight),
      ("\u{1B}b", .wordLeft), ("\u{1B}\u{7F}", .killWordBack), ("\u{1B}\r", .newline),
      ("\u{1B}OM", .enter), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{8}", .backspace),
      ("\u{7F}", .backspace), ("\u{12}", .search),
    ] as [(String, Key)]
  )
  func keys(bytes: String, key: Key) {
    #expect(events(bytes) == [.key(key)])
  }

  @Test(
    "what means nothing is swallowed whole",
    arguments: [
      "\u{1B}[5~", "\u{1B}[15;2~", "\u{1B}[<0;10;10M", "\u{1B}[M !!", "\u{1B}[I", "\u{1B}[[A",
      "\u{1B}[27;5;105~", "\u{1B}]11;rgb:00/00/00\u{7}", "\u{1B}]11;x\u{1B}\\",
      "\u{1B}P1$r\u{1B}\\",
      "\u{1B}å", "\u{1B}x", "\u{1B}Op", "\u{1B}[200;1~", "\u{0}", "\u{1B}[201~",
    ]
  )
  func swallowed(bytes: String) {
    #expect(events(bytes + "z") == [.ignored, .scalar("z")])
  }

  @Test("Escape is a key of its own when nothing follows")
  func escape() {
    #expect(events("\u{1B}") == [.escape])
    #expect(events("\u{1B}\u{1B}[A") == [.escape, .key(.up)])
    #expect(events("\u{1B}[") == [.ignored])
    #expect(events("\u{1B}[1\u{1B}[A") == [.ignored, .key(.up)])
  }

  @Test("a paste comes whole, with the keys and false ends in it")
  func paste() {
    let text = "ett\r\n\ttvå\u{1B}[A\u{1B}[201\u{1B}[20 tre"
    #expect(events("\u{1B}[200~\(text)\u{1B}[201~x") == [.paste(text), .scalar("x")])
    #expect(events("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    #expect(events("\u{1B}[200~a\u{1B}\u{1B}[201~") == [.paste("a\u{1B}")])
    #expect(events("\u{1B}[200~halv") == [.paste("halv")])
  }

  @Test("a paste without end takes no more memory than a limit")
  func longPaste() throws {
    let long = String(repeating: "x", count: InputDecoder.pasteLimitBytes + 10)
    guard case .paste(let text)? = events("\u{1B}[200~\(long)\u{1B}[201~").first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == InputDecoder.pasteLimitBytes)
  }

  @Test("there is a pause to wait for only inside a sequence")
  func patience() {
    var decoder = InputDecoder()
    #expect(decoder.patience == nil)
    _ = decoder.feed(0x1B)
    #expect(decoder.patience == 25)
    _ = decoder.feed(UInt8(ascii: "["))
    #expect((decoder.patience ?? 0) > 25)
    decoder.reset()
    #expect(decoder.patience == nil && decoder.feed(0x61) == [.scalar("a")])
  }

  @Test("no bytes make the decoder fail or go on for ever")
  func anything() {
    var generator = SystemRandomNumberGenerator()
    let likely = Array("\u{1B}[200~\u{1B}[201~;O[M]\\åé😀".utf8)
    for _ in 0..<2000 {
      let bytes = (0..<40).map { _ in
        Bool.random(using: &generator)
          ? likely[Int.random(in: 0..<likely.count)] : UInt8.random(in: 0...255)
      }
      var decoder = InputDecoder()
      for byte in bytes { _ = decoder.feed(byte) }
      _ = decoder.pause()
      #expect(decoder.feed(0x61) == [.scalar("a")], "\(bytes)")
    }
  }
}
