import Testing
import TestSupport

// Statements that no person writes: each has its own message, and none ends the program.

@Suite("The limits of a statement", .serialized)
struct CommandLineLimitTests {
  private let folj = Batch()

  /// A statement that is too much, and the code of what is said of it.
  private static let statements: [(name: String, text: String, codes: [String])] = [
    ("over 1 MiB", "visa insatser där titel = \"" + many("x", 1 << 20) + "\"", ["F0011"]),
    ("10^6 parentheses", "visa insatser där " + many("(", 1_000_000), ["F0010", "F0006"]),
    (
      "10^6 parentheses, closed",
      "visa insatser där " + many("(", 400_000) + "status = pågår" + many(")", 400_000), ["F0010"]
    ),
    ("300 parentheses", "visa insatser där " + many("(", 300) + many(")", 300), ["F0010"]),
    ("negations", "visa insatser där " + many("inte ", 200_000) + "slut saknas", ["F0010"]),
    ("signs", "visa insatser där framsteg = " + many("- ", 300_000) + "1", [""]),
    ("10^6 values", "visa insatser där år i (" + many("1,", 999_999) + "1)", ["F0009", "F0011"]),
    ("10 001 values", "visa insatser där år i (" + many("1,", 10_000) + "1)", ["F0009"]),
    ("a long path", "visa insatser där " + many("del_av.", 20_000) + "titel = x", [""]),
    ("a long sum", "visa insatser där framsteg = " + many("1 + ", 200_000) + "1", ["F0013"]),
    ("functions", "visa insatser där " + many("längd(", 100_000) + "titel", [""]),
    ("explanations", many("förklara ", 100_000) + "antal insatser", [""]),
    ("many columns", "visa " + many("titel, ", 20_000) + "titel från insatser", [""]),
  ]

  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test("a statement past a limit is told of at once", arguments: statements.map(\.name))
  func limits(name: String) throws {
    let (_, text, codes) = try #require(Self.statements.first { $0.name == name })
    let run = try folj.run(["-f", "ids", "--keep-going"], input: .text(text + "\nvisa I-1\n"))
    #expect(run.code == 1 || codes == [""] && run.code == 0, "\(run.code) \(run.error.prefix(300))")
    #expect(codes.contains { run.error.contains($0) }, "\(run.error.prefix(300))")
    #expect(run.errorBytes.count < 20_000, "\(run.error.prefix(300))")
    #expect(run.lines.last == "I-1", "\(run.error.prefix(300))")
  }

  @Test("or, and and a list within the limit are answered")
  func withinLimits() throws {
    let values = (1...9_999).map(String.init).joined(separator: ",")
    let list = try folj.run(
      ["-f", "ids"],
      input: .text("visa insatser där år i (\(values))")
    )
    #expect(list.code == 0 && list.lines.count == 5, "\(list.error.prefix(300))")
    let part = "status = pågår eller "
    let long = String(repeating: part, count: 20_000) + "status = planerad"
    let run = try folj.run(["-f", "ids"], input: .text("visa insatser där " + long))
    #expect(run.code == 0 && run.lines == ["I-1", "I-2", "I-3", "I-5"], "\(run.error.prefix(300))")
  }
}
