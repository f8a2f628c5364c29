import Text

extension Messages {
  static let names: [Message] = []
}
