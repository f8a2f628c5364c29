import Text

extension Messages {
  static let syntax: [Message] = []
}
