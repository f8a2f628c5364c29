import Testing

@Suite("Sizes")
struct SizeTests {
  static let everything = SourceFile.sources + SourceFile.tests

  @Test("a file has at most 400 lines", arguments: everything)
  func fileLength(file: SourceFile) {
    #expect(file.lines.count <= 400, "\(file): \(file.lines.count) lines")
  }

  @Test("a line has at most 100 characters", arguments: everything)
  func lineLength(file: SourceFile) {
    for (number, line) in file.lines.enumerated() where line.count > 100 {
      Issue.record("\(file):\(number + 1): \(line.count) characters")
    }
  }

  @Test("a function has at most 40 lines, in tests 70", arguments: everything)
  func functionLength(file: SourceFile) {
    let limit = file.name.hasPrefix("Sources/") ? 40 : 70
    for function in file.functions where function.lines > limit {
      Issue.record("\(file):\(function.line): \(function.name) has \(function.lines) lines")
    }
  }
}

extension SourceFile {
  /// A function, as far as its size goes.
  struct Function {
    var name: String
    /// The line that it starts on, from 1.
    var line: Int
    /// The lines from the first to the closing brace.
    var lines: Int
  }

  /// The functions and initialisers, those inside others included.
  var functions: [Function] {
    code.indices.compactMap { start in
      guard let name = Self.functionName(code[start]) else { return nil }
      guard let end = lastLine(from: start) else { return nil }
      return Function(name: name, line: start + 1, lines: end - start + 1)
    }
  }

  private static func functionName(_ line: String) -> String? {
    let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "`") }
    if let place = words.firstIndex(of: "func"), place + 1 < words.count {
      return String(words[place + 1])
    }
    let starts = line.drop { $0 == " " }
    let modifiers = ["package ", "public ", "private ", "fileprivate ", "convenience ", ""]
    return modifiers.contains { starts.hasPrefix($0 + "init(") } ? "init" : nil
  }

  /// Finds the line with the brace that closes the first one opened; nil for a requirement.
  private func lastLine(from start: Int) -> Int? {
    var (braces, parentheses) = (0, 0)
    for number in start..<code.count {
      for character in code[number] {
        switch character {
        case "(": parentheses += 1
        case ")": parentheses -= 1
        case "{": braces += 1
        case "}":
          braces -= 1
          if braces < 0 { return nil }
          if braces == 0, parentheses == 0 { return number }
        default: break
        }
      }
      let isDone = braces == 0 && parentheses == 0
      if isDone, !goesOn(after: number) { return nil }
    }
    return nil
  }

  /// Whether a declaration without a brace yet has more lines: `-> Int`, `where …`, `{`.
  private func goesOn(after number: Int) -> Bool {
    guard number + 1 < code.count else { return false }
    let next = code[number + 1].drop { $0 == " " }
    return ["->", "where", "{", "throws", "async"].contains { next.hasPrefix($0) }
  }
}
