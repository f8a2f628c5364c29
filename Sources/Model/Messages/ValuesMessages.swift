import Text

extension Messages {
  static let values: [Message] = []
}
