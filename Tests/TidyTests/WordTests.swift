import Testing

@Suite("Words")
struct WordTests {
  @Test("nothing is left to do", arguments: SizeTests.everything)
  func noMarks(file: SourceFile) {
    // Written in two parts, or this file would break its own rule.
    let marks = ["TO" + "DO", "FIX" + "ME"]
    for (number, line) in file.lines.enumerated() where marks.contains(where: line.contains) {
      Issue.record("\(file):\(number + 1): \(line)")
    }
  }

  @Test("nothing is forced, and nothing printed past the streams", arguments: SourceFile.sources)
  func noForce(file: SourceFile) {
    for (number, line) in file.code.enumerated() {
      let isForced = line.contains(/[\w\)\]\}>"]!(?![=~])/) || line.contains(/\b(try|as)!/)
      #expect(!isForced, "\(file):\(number + 1): forced: \(line)")
      let prints = line.contains(/\b(debugPrint|print|dump|fatalError|NSLog)\(/)
      #expect(!prints, "\(file):\(number + 1): \(line)")
    }
  }

  @Test("what other modules see is documented", arguments: SourceFile.sources)
  func documented(file: SourceFile) {
    let declaration =
      /^\s*(@\w+(\([^)]*\))?\s+)*((package|public)(\(set\))?\s+)(?!import|extension)/
    for (number, line) in file.code.enumerated() where line.contains(declaration) {
      // A message says itself what it is.
      if line.contains(/static let \w+ = Message\(/) { continue }
      var above = number - 1
      while above >= 0, file.lines[above].contains(/^\s*@/) { above -= 1 }
      let isDocumented = above >= 0 && file.lines[above].contains(/^\s*\/\/\//)
      #expect(isDocumented, "\(file):\(number + 1): \(line)")
    }
  }
}
