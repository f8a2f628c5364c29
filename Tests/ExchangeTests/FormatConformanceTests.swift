import Query
import TestSupport
import Testing
import Text

@testable import Exchange

/// What every format must do, with every answer; a new format is tested by being in the list.
@Suite("Every format")
struct FormatConformanceTests {
  static let widths: [Int?] = [nil, 40, 80, 100, 200]

  @Test("writes sound UTF-8 lines, the same every time", arguments: OutputFormat.all.map(\.name))
  func sound(name: String) throws {
    let format = try #require(OutputFormat.named(name))
    for (question, answer) in try HostileAnswers.all() {
      let layout = OutputFormat.Layout(language: .swedish, width: 80)
      let bytes = format.write(answer, layout)
      #expect(bytes == format.write(answer, layout), "\(question)")
      #expect(String(validating: bytes, as: UTF8.self) != nil, "\(question)")
      #expect(bytes.isEmpty || bytes.last == 0x0A, "\(question)")
    }
  }

  @Test(
    "for people lets nothing through that could control the terminal",
    arguments: OutputFormat.all.filter(\.isForPeople).map(\.name)
  )
  func safe(name: String) throws {
    let format = try #require(OutputFormat.named(name))
    for (question, answer) in try HostileAnswers.all() {
      for width in Self.widths {
        for language in Language.allCases {
          let text = written(answer, format, width: width, language: language)
          let found = Forbidden.scalars(in: text)
          #expect(found.isEmpty, "\(question), \(String(describing: width)): \(found)")
          let blanks = text.split(separator: "\n").filter { $0.hasSuffix(" ") }
          #expect(blanks.isEmpty, "\(question)")
        }
      }
    }
  }

  @Test("for the screen is no wider than the screen", arguments: ["table", "list"])
  func narrow(name: String) throws {
    let format = try #require(OutputFormat.named(name))
    for (question, answer) in try HostileAnswers.all() {
      for width in Self.widths.compactMap({ $0 }) + [20, 33] {
        for line in written(answer, format, width: width).split(separator: "\n") {
          #expect(Visible.width(String(line)) <= width, "\(question), \(width): \(line)")
        }
      }
    }
  }

  @Test(
    "for people is the same without colour as with it, but for the colour",
    arguments: OutputFormat.all.filter(\.isForPeople).map(\.name)
  )
  func colour(name: String) throws {
    let format = try #require(OutputFormat.named(name))
    for (_, answer) in try HostileAnswers.all() {
      let plain = written(answer, format, width: 80)
      let coloured = written(answer, format, width: 80, usesColour: true)
      #expect(Forbidden.withoutColour(coloured) == plain)
    }
  }

  @Test("for programs does not depend on language, width or colour")
  func exact() throws {
    for format in OutputFormat.all where !format.isForPeople {
      for (_, answer) in try HostileAnswers.all() {
        let plain = format.write(answer, .init(language: .swedish))
        let other = OutputFormat.Layout(language: .english, width: 20, usesColour: true)
        #expect(format.write(answer, other) == plain)
      }
    }
  }

  @Test("is found by its name in any case, and says what it is in both languages")
  func named() {
    #expect(
      OutputFormat.all.map(\.name)
        == ["table", "list", "json", "jsonl", "csv", "tsv", "markdown", "ids"]
    )
    for format in OutputFormat.all {
      #expect(OutputFormat.named(format.name.uppercased())?.name == format.name)
      #expect(format.doc.swedish.hasSuffix(".") && format.doc.english.hasSuffix("."))
    }
    #expect(OutputFormat.named("tabell") == nil)
  }
}

/// What must not be in a text for people, judged by Swift's own Unicode tables.
enum Forbidden {
  /// Gives the forbidden scalars of a text.
  static func scalars(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.filter { isForbidden(scalars, $0) }.map {
      String(scalars[$0].value, radix: 16, uppercase: true)
    }
  }

  private static func isForbidden(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    let scalar = scalars[place]
    if scalar == "\n" || (0x20..<0x7F).contains(scalar.value) { return false }
    if scalar == "\u{200D}" { return !(isEmoji(scalars, place - 1) && isEmoji(scalars, place + 1)) }
    if scalar == "\u{FE0F}" { return !isEmoji(scalars, place - 1) || scalars[place - 1] == scalar }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isEmoji(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard scalars.indices.contains(place) else { return false }
    let scalar = scalars[place]
    return scalar == "\u{FE0F}" || (scalar.value > 0x7F && scalar.properties.isEmoji)
  }

  /// Gives a text without the colours that the formats add.
  static func withoutColour(_ text: String) -> String {
    var text = text
    for code in ["0", "1", "31", "32", "33", "36"] {
      text = text.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined()
    }
    return text
  }
}
