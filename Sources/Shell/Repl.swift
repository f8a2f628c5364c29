import Glibc
import Model
import Query
import Text

/// The shell: reads a text, runs it, and asks again.
final class Repl: LineAssistant {
  private let session: Session
  private let prompt = "följ> "
  private var history = LineHistory(path: nil)
  private var preparation: (workspace: Workspace, rest: Preparation)?

  init(_ session: Session) { self.session = session }

  /// Runs until the user leaves.
  func run(history path: String?) -> Session.Outcome {
    history = LineHistory(path: path)
    let reader = reader(history)
    Interrupts.catchInterrupts()
    while true {
      switch reader.readLine(prompt: prompt) {
      case .end:
        session.streams.say("\n")
        return .done
      case .interrupted: continue
      case .line(let text):
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        reader.remember(text)
        if let outcome = run(text) { return outcome }
      }
    }
  }

  /// Runs one text; gives an outcome when the shell should end.
  private func run(_ text: String) -> Session.Outcome? {
    Interrupts.clear()
    let outcome = session.run(Source(name: "följ>", text: text), from: .user)
    // What one text answers stands in the file before the next is asked.
    switch outcome.followed(by: session.deliver(after: .done)) {
    case .quit: return .done
    case .outputFailed: return .outputFailed
    case .outputClosed: return .outputClosed
    case .interrupted:
      session.streams.say(Bilingual("avbruten\n", "interrupted\n")[session.settings.language])
      return nil
    case .done, .failed, .assertionFailed: return nil
    }
  }

  // MARK: The editor's questions

  func complete(_ text: String, cursor: Int) -> Completion {
    let proposals = Proposals(
      session.workspace,
      session.definitions,
      session.settings.language,
      Surroundings(session.settings.language).outside
    )
    let found = proposals.at(cursor, in: text)
    return Completion(
      start: found.start,
      candidates: found.words.map { word in
        Candidate(
          text: word.text,
          note: word.note,
          addsBlank: word.addsBlank,
          count: word.count,
          isGuess: word.isGuess
        )
      },
      isCut: found.isCut
    )
  }

  func isFinished(_ text: String) -> Bool {
    // An empty line ends whatever is open, so that a forgotten quote holds nobody.
    if let end = text.lastIndex(of: "\n"), text[end...].allSatisfy(\.isWhitespace) { return true }
    return !Script(Source(name: "", text: text)).isUnfinished
  }

  func highlight(_ text: String, cursor: Int) -> [StyledPart] {
    Highlighting(session.workspace, session.definitions).parts(text, cursor: cursor)
      .map { StyledPart($0.range, Repl.style($0.kind)) }
  }

  private static func style(_ kind: Highlighting.Kind) -> TextStyle {
    switch kind {
    case .keyword: .keyword
    case .function: .function
    case .name: .name
    case .value: .value
    case .number: .number
    case .text: .text
    case .variable: .variable
    case .comment: .comment
    case .unknown: .wrong
    case .unclosed: .unclosed
    }
  }

  func hint(for text: String) -> String? { LineHint.rest(of: text, in: history.entries) }

  func prepare() -> Bool {
    let workspace = session.workspace
    var rest =
      preparation.flatMap { $0.workspace === workspace ? $0.rest : nil }
      ?? Preparation(workspace)
    defer { preparation = (workspace, rest) }
    return rest.step()
  }

  // MARK: The reader

  private func reader(_ history: LineHistory) -> any LineReader {
    do throws(LineEditor.Refusal) {
      return try LineEditor(
        assistant: self,
        history: history,
        rules: Repl.rules,
        wording: wording,
        usesColour: session.settings.coloursAnswers || session.settings.coloursMessages
      )
    } catch {
      if let reason = reason(error) { session.streams.say(reason) }
      return PlainReader(assistant: self, history: history) { [session] place in
        let facts = ["följ>", Bilingual(same: "\(place.line)"), Bilingual(same: "\(place.byte)")]
        session.report([Diagnostic(Messages.invalidUTF8, facts, place: .none)], nil)
      }
    }
  }

  private static let rules = LineRules(
    normalise: { UnicodeData.nfc($0) },
    fold: {
      String(decoding: Folding.byCaseAndMarks.fold($0), as: UTF8.self).filter { $0 != "\"" }
    },
    visible: Visible.text,
    width: { Visible.width($0) }
  )

  private var wording: LineWording {
    let language = session.settings.language
    return LineWording(
      tooLong: Bilingual(
        "Texten är för lång för raden (16 KiB); lägg den i en fil och kör »kör \"fil.folj\"«.",
        "The text is too long for the line (16 KiB); put it in a file and run »run \"file.folj\"«."
      )[language],
      notUTF8: Bilingual(
        "Terminalen skickar inte UTF-8; tecknen togs bort.",
        "The terminal does not send UTF-8; the characters were dropped."
      )[language],
      more: { Bilingual("… och \($0) till", "… and \($0) more")[language] },
      search: { text, number, count in
        Bilingual("(sök »\(text)« \(number)/\(count))", "(find »\(text)« \(number)/\(count))")[
          language
        ]
      }
    )
  }

  private func reason(_ refusal: LineEditor.Refusal) -> String? {
    switch refusal {
    case .noUTF8Locale:
      Bilingual(
        "Radredigeringen är av: systemet har ingen UTF-8-locale.\n",
        "Line editing is off: the system has no UTF-8 locale.\n"
      )[session.settings.language]
    case .noResources:
      Bilingual(
        "Radredigeringen är av: systemet gav inga resurser.\n",
        "Line editing is off: the system gave no resources.\n"
      )[session.settings.language]
    default: nil
    }
  }
}
