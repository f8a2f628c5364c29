import Text

extension Messages {
  static let statements: [Message] = []
}
