import Glibc
import TestSupport
import Testing
import Text

@testable import Query

/// Texts as large as a statement may be, and larger, made to hurt.
@Suite("Huge texts are read, or refused with a message, without delay")
struct HugeTextTests {
  /// A text: a beginning, a piece that is repeated, and an end.
  struct Huge: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var start = "visa insatser där "
    let piece: String
    var end = ""
    /// The parts of 1 MiB that the text fills.
    var size = 1.0
    /// A code that must be among what is wrong; nil if nothing may be.
    let code: String?

    var text: String {
      let bytes = Double(Script.maximumStatement - 64) * size / HugeTextTests.scale
      return start + String(repeating: piece, count: Int(bytes) / piece.utf8.count) + end
    }
  }

  // A debug build is some twenty times slower, so it gets less to do; `swift test -c release`
  // reads all of it.
  #if DEBUG
  private static let scale = 16.0
  private static let limit = 4.0
  #else
  private static let scale = 1.0
  private static let limit = 1.0
  #endif

  private static let nested: [Huge] = [
    .init(testDescription: "(", piece: "(", code: "F0010"),
    .init(testDescription: "( alone", start: "", piece: "(", code: "F0401"),
    .init(testDescription: "not", piece: "not ", code: "F0010"),
    .init(testDescription: "not (", piece: "not (", code: "F0010"),
    .init(testDescription: "minus", piece: "- ", code: "F0004"),
    .init(testDescription: "minus before a number", piece: "– ", end: "1 = år", code: nil),
    .init(testDescription: "at", piece: "status at a + ", code: "F0010"),
    .init(testDescription: "plus", piece: "år + ", end: "1 = 2", code: "F0013"),
    .init(testDescription: "times", piece: "år*", end: "år = 2", code: "F0013"),
    .init(testDescription: "sums in sums", piece: "1 + (2 + ", code: "F0013"),
    .init(testDescription: "calls", piece: "om(", code: "F0010"),
    .init(testDescription: "relations", piece: "finns(lägen där ", code: "F0010"),
    .init(testDescription: "lists in lists", piece: "år i (", code: "F0005"),
  ]

  private static let long: [Huge] = [
    .init(testDescription: "or without values", piece: "a or ", code: "F0004"),
    .init(testDescription: "or", piece: "år = 1 or ", end: "år = 2", code: nil),
    .init(testDescription: "and", piece: "år = 1 and ", end: "år = 2", code: nil),
    .init(testDescription: "between", piece: "år mellan 1 och ", code: "F0005"),
    .init(testDescription: "clauses", start: "visa insatser ", piece: "där år = 1 ", code: "F0301"),
    .init(testDescription: "list", start: "visa år i (", piece: "1, ", code: "F0005"),
    .init(testDescription: "values", piece: "1, ", end: "1)", code: "F0005"),
    .init(
      testDescription: "list of values",
      start: "visa insatser där år i (",
      piece: "1, ",
      code: "F0009"
    ),
    .init(
      testDescription: "columns",
      start: "visa ",
      piece: "år, ",
      end: "id från insatser",
      code: "F0009"
    ),
    .init(
      testDescription: "groups",
      start: "antal insatser per ",
      piece: "år, ",
      end: "år",
      code: "F0009"
    ),
    .init(
      testDescription: "order",
      start: "visa insatser sortera på ",
      piece: "år, ",
      end: "år",
      code: "F0009"
    ),
    .init(testDescription: "arguments", start: "antal x(", piece: "1,", end: "1)", code: "F0009"),
    .init(testDescription: "path", piece: "område.insatser.", end: "id = 1", code: "F0010"),
    .init(testDescription: "help", start: "hjälp ", piece: "a ", code: nil),
    .init(testDescription: "run", start: "kör \"x\" ", piece: "1 ", code: nil),
    .init(testDescription: "over 1 MiB", piece: "år = 1 or ", end: "1", size: 17, code: "F0011"),
  ]

  private static let odd: [Huge] = [
    .init(testDescription: "a.", piece: "a.", code: "F0001"),
    .init(testDescription: "quotes", piece: "\"", code: "F0005"),
    .init(testDescription: "an open quote", piece: "\"aaa bbb ccc", end: "a", code: "F0002"),
    .init(testDescription: "digits", piece: "9", end: " = år", code: nil),
    .init(testDescription: "a word", piece: "å", end: " = 1", code: "F0102"),
    .init(testDescription: "marks", piece: "\u{301}", code: "F0102"),
    .init(testDescription: "backslashes", start: "", piece: "\\", code: "F0001"),
    .init(testDescription: "escapes", piece: "\"\\q\" ", code: "F0003"),
    .init(testDescription: "semicolons", start: "", piece: ";", code: nil),
    .init(
      testDescription: "line ends",
      start: "antal insatser där (",
      piece: "\n ",
      code: "F0004"
    ),
  ]

  private static let statements: [Huge] = [
    .init(testDescription: "statements", start: "", piece: "antal insatser\n", code: nil),
    .init(testDescription: "wrong statements", start: "", piece: "antal ?\n", code: "F0001"),
    .init(
      testDescription: "definitions",
      start: "",
      piece: "låt a = insatser där år = 1\n",
      code: nil
    ),
    .init(testDescription: "variables", start: "", piece: "låt a = 1\n", code: nil),
  ]

  @Test("text", arguments: nested + long + odd + statements)
  func isRead(huge: Huge) throws {
    let text = huge.text
    let workspace = try SmallStore.make().workspace
    var definitions = Definitions()
    var codes: Set<String> = []
    let seconds = HugeTextTests.processorTime {
      let source = Source(name: "", text: text)
      for part in Script(source).parts {
        let action = part.action(in: workspace, source, &definitions)
        if case .failure(let faults) = action {
          codes.formUnion(faults.diagnostics.map(\.message.code))
        }
      }
    }
    if let code = huge.code { #expect(codes.contains(code)) } else { #expect(codes == []) }
    #expect(seconds < HugeTextTests.limit)
  }

  @Test("completion at the end of a long text")
  func completes() throws {
    let text = "visa insatser där " + String(repeating: "år = 1 eller ", count: 2_000)
    let proposals = Proposals(try SmallStore.make().workspace, Definitions(), .swedish)
    let seconds = HugeTextTests.processorTime {
      #expect(!proposals.at(text.utf8.count, in: text).words.isEmpty)
    }
    #expect(seconds < HugeTextTests.limit)
  }

  @Test("each of many definitions costs as much as the first")
  func definesMany() throws {
    let lines = (0..<2_000).map { "låt a\($0) = insatser där år = \($0)" }
    let conversation = try Conversation()
    let text = lines.joined(separator: "\n")
    let seconds = HugeTextTests.processorTime { _ = conversation.say(text) }
    #expect(conversation.say("antal a1999") == #"[{"antal":0}]"#)
    #expect(seconds < HugeTextTests.limit)
  }

  @Test("a list of names, right or wrong, is looked up in a set of many records")
  func looksUpMany() throws {
    let areas = (0..<3_000).map { "{\"id\": \"o\($0)\", \"namn\": \"Område nummer \($0)\"}" }
    let talk = try Conversation(TestStore(sets: [("områden", areas)]))
    let names = (0..<3_000).map { "\"Område nummer \($0)\"" }.joined(separator: ", ")
    let wrong = (0..<3_000).map { "Omrode\($0)" }.joined(separator: ", ")
    let seconds = HugeTextTests.processorTime {
      #expect(talk.say("antal insatser där område i (\(names))") == #"[{"antal":0}]"#)
      #expect(talk.say("antal insatser där område i (\(wrong))").hasPrefix("F0202"))
    }
    #expect(seconds < HugeTextTests.limit)
  }

  /// The seconds of processor time that some work takes, whatever else the machine does.
  static func processorTime(_ work: () -> Void) -> Double {
    var before = timespec()
    var after = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before)
    work()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after)
    let seconds = Double(after.tv_sec - before.tv_sec)
    return seconds + Double(after.tv_nsec - before.tv_nsec) / 1e9
  }
}
