package import Text

/// Every message that the program can give, both languages: the one place for wording.
///
/// The first digits of a code tell the stage: F00 reading the text, F01 names, F02 values and
/// types, F03 what a question may hold, F04 statements and scripts, F06 the store, F07 output and
/// files, F08 changes and the history. Each is a case in `docs/fel.md`, which the tests run.
package enum Messages {
  /// All messages, by code.
  package static let all: [Message] =
    (syntax + names + values + questions + statements + store + saving)
    .sorted { $0.code < $1.code }

  /// Finds a message by its code, in any case.
  package static func message(_ code: String) -> Message? {
    all.first { $0.code == code.uppercased() }
  }
}
