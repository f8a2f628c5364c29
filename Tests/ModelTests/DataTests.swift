import Chance
import Model
import Testing
import Text

@Suite("Texts and ids of a snapshot")
struct DataTests {
  /// A heap whose files are the given texts, and where each stands.
  func heap(_ texts: [String]) -> (heap: TextHeap, refs: [TextRef]) {
    let bytes = Array(texts.joined().utf8)
    let files = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    files.copyBytes(from: bytes)
    nonisolated(unsafe) let kept = UnsafeRawBufferPointer(files)
    var start = 0
    let refs = texts.map { text in
      defer { start += text.utf8.count }
      return TextRef(offset: start, length: text.utf8.count, isInArena: false)
    }
    return (TextHeap(files: kept, arena: Array("arenan".utf8)) { kept.deallocate() }, refs)
  }

  func row(_ id: String, _ index: IDIndex, _ refs: [TextRef], _ heap: TextHeap) -> Int32? {
    Array(id.utf8).withUnsafeBufferPointer { index.row($0, refs, heap) }
  }

  @Test("a text is told from the arena's, and its place up to the largest store is kept")
  func references() {
    let (heap, refs) = heap(["åäö", "", "abc"])
    #expect(refs.map(heap.string) == ["åäö", "", "abc"])
    #expect(refs.map(\.isEmpty) == [false, true, false])
    let arena = TextRef(offset: 2, length: 3, isInArena: true)
    #expect(heap.string(arena) == "ena" && arena.fileOffset == nil)
    for offset in [0, 1, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFEF] {
      #expect(TextRef(offset: offset, length: 1, isInArena: false).fileOffset == offset)
    }
    #expect(TextRef(offset: 1, length: 0, isInArena: true).isEmpty)
    #expect(TextRef.maximumLength == 0x7FFF_FFFF)
  }

  @Test("an id is found exactly as it is written, and no other")
  func rows() throws {
    let ids =
      (0..<3000).map { "I-\($0)\($0 % 3 == 0 ? "å" : "")\($0 % 7 == 0 ? "ж" : "")" } + ["", ""]
    let (heap, refs) = heap(ids)
    let index = try IDIndex(refs, heap)
    for (k, id) in ids.enumerated() where !id.isEmpty {
      #expect(row(id, index, refs, heap) == Int32(k))
    }
    for id in ["", "i-1", "I-0Å", "I-3000", "I-", "ж"] {
      #expect(row(id, index, refs, heap) == nil, "\(id)")
    }
  }

  @Test("ids clash where they are equal but for case, and only there")
  func clashes() {
    var random = Dice(seed: 17)
    let letters = Array("aAåÅéÉäß×÷ŒœžŽжЖσς[{@`_1-").map(String.init)
    for _ in 0..<400 {
      let ids = (0..<12).map { _ in
        (0..<Int.random(in: 1...2, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? ""
        }.joined()
      }
      var seen: [[UInt8]: Int] = [:]
      var wanted: (Int, Int)?
      for (k, id) in ids.enumerated() where wanted == nil {
        if let first = seen.updateValue(k, forKey: Folding.byCase.fold(id)) { wanted = (first, k) }
      }
      let (heap, refs) = heap(ids)
      do throws(IDIndex.Clash) {
        _ = try IDIndex(refs, heap)
        #expect(wanted == nil, "\(ids)")
      } catch {
        #expect(wanted.map { $0 == (error.first, error.second) } == true, "\(ids)")
      }
    }
  }

  @Test("the pieces kept of a record are found among those of others")
  func pieces() {
    let rows = [0, 0, 2, 5, 5, 5, 9]
    let pieces = rows.map { KeptText.Piece(row: $0, key: 1..<3, value: 0xFFFF_FF00..<0xFFFF_FFF0) }
    var kept = KeptText(sets: SetID.allCases.count)
    kept.pieces[SetID.measures.rawValue] = pieces
    for row in 0...10 {
      #expect(kept.pieces(of: row, in: .measures).count == rows.count { $0 == row })
    }
    #expect(kept.pieces(of: 0, in: .areas).isEmpty)
    #expect(pieces[0].key == 1..<3 && pieces[0].value == 0xFFFF_FF00..<0xFFFF_FFF0)
  }
}
