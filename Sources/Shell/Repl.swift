import Glibc
import Model
import Query
import Text

/// The shell: reads a text, runs it, and asks again.
final class Repl: LineAssistant {
  private let session: Session
  private let prompt = "följ> "

  init(_ session: Session) { self.session = session }

  /// Runs until the user leaves.
  func run(history path: String?) -> Session.Outcome {
    let reader = reader(LineHistory(path: path))
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
    let proposals = Proposals(session.workspace, session.definitions, session.settings.language)
    let found = proposals.at(cursor, in: text)
    return Completion(
      start: found.start,
      candidates: found.words.map {
        Candidate(text: $0.text, note: $0.note, addsBlank: $0.addsBlank)
      }
    )
  }

  func isFinished(_ text: String) -> Bool {
    // An empty line ends whatever is open, so that a forgotten quote holds nobody.
    if let end = text.lastIndex(of: "\n"), text[end...].allSatisfy(\.isWhitespace) { return true }
    return !Script(Source(name: "", text: text)).isUnfinished
  }

  // MARK: The reader

  private func reader(_ history: LineHistory) -> any LineReader {
    do throws(LineEditor.Refusal) {
      return try LineEditor(
        assistant: self,
        history: history,
        rules: Repl.rules,
        wording: wording
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
      more: { Bilingual("… och \($0) till", "… and \($0) more")[language] }
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
