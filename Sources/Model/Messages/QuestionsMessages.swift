import Text

extension Messages {
  static let questions: [Message] = []
}
