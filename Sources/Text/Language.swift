/// The language of everything that the program says: Swedish first, English beside it.
package enum Language: String, CaseIterable, Sendable {
  case swedish = "sv"
  case english = "en"
}

/// A text in both languages.
package struct Bilingual: Equatable, Hashable, Sendable {
  /// The Swedish text.
  package let swedish: String
  /// The English text.
  package let english: String

  /// Makes a text from its two versions.
  package init(_ swedish: String, _ english: String) {
    self.swedish = swedish
    self.english = english
  }

  /// Changes both versions alike.
  package func map(_ change: (String) -> String) -> Bilingual {
    Bilingual(change(swedish), change(english))
  }

  /// Gives the version in `language`.
  package subscript(_ language: Language) -> String {
    language == .swedish ? swedish : english
  }
}
