import Model
import Query
import Testing
import Text

@Suite("One declaration")
struct TableTests {
  @Test("no second list of a set's fields", arguments: SourceFile.sources)
  func fields(file: SourceFile) {
    guard !file.name.hasPrefix("Sources/Model/Schema/") else { return }
    // What counts for completeness is a rule of the model, not a list of its fields.
    let rules = ["ansvarig", "slut", "målgrupp", "effekter", "källa"]
    for set in Schema.followUp.sets {
      let names = Set(set.fields.flatMap(\.names))
      for list in file.lists where Set(list.texts).intersection(names).count >= 4 {
        if list.texts == rules { continue }
        Issue.record("\(file):\(list.line): fields of \(set.name): \(list.texts)")
      }
    }
  }

  @Test("no second list of keywords", arguments: SourceFile.sources)
  func keywords(file: SourceFile) {
    // Headings of columns are words of answers, some of which are keywords too.
    guard !["Keyword.swift", "Wording.swift"].contains(file.base) else { return }
    let spellings = Set(Keyword.allCases.flatMap(\.spellings))
    for list in file.lists where Set(list.texts).intersection(spellings).count >= 4 {
      Issue.record("\(file):\(list.line): keywords: \(list.texts)")
    }
  }
}

extension SourceFile {
  /// The texts that stand in one array or dictionary literal.
  var lists: [(line: Int, texts: [String])] {
    let groups = Dictionary(grouping: literals.filter { $0.bracket != nil }) { $0.bracket ?? 0 }
    return groups.values.map { ($0[0].line, $0.map(\.text)) }.sorted { $0.line < $1.line }
  }
}

@Suite("Messages")
struct MessageTests {
  static let files = SourceFile.sources.filter { $0.name.hasSuffix("Messages.swift") }
    .filter { $0.name.hasPrefix("Sources/Model/Messages/") }

  @Test("codes stand in order, and every message is in the table", arguments: files)
  func order(file: SourceFile) {
    let codes = file.literals.map(\.text).filter { $0.wholeMatch(of: /F\d{4}/) != nil }
    #expect(codes == codes.sorted(), "\(file)")
    let known = Set(Messages.all.map(\.code))
    for code in codes { #expect(known.contains(code), "\(file): \(code) is in no list") }
  }

  @Test("every code is given to one message")
  func unique() {
    let codes = Messages.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(!codes.isEmpty)
  }

  @Test("a message is whole in both languages", arguments: Messages.all)
  func whole(message: Message) {
    let parts = [message.title, message.way] + (message.reason.map { [$0] } ?? [])
    for part in parts {
      #expect(!part.swedish.isEmpty && !part.english.isEmpty, "\(message.code)")
      #expect(!part.swedish.hasSuffix(".") && !part.english.hasSuffix("."), "\(message.code)")
      #expect(holes(part.swedish) == holes(part.english), "\(message.code): \(part)")
    }
  }

  private func holes(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{(\d)\}/).map { String($0.output.1) })
  }

  @Test("every message is given somewhere")
  func used() {
    let names = Self.files.flatMap { file in
      file.code.compactMap { $0.firstMatch(of: /static let (\w+) = Message\(/)?.output.1 }
        .map(String.init)
    }
    var uses: [Substring: Int] = [:]
    for line in SourceFile.sources.flatMap(\.code) {
      for word in line.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        uses[word, default: 0] += 1
      }
    }
    // Where it is made, where it is listed, and where it is given.
    for name in names { #expect(uses[Substring(name), default: 0] >= 3, "\(name) is never given") }
  }
}
