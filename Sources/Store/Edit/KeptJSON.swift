import Text

/// JSON that is written back as it was, but for the blanks between its parts.
enum KeptJSON {
  /// Appends valid JSON on one line, with a blank after each comma and colon and no others.
  static func append(_ json: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    var at = 0
    while at < json.count {
      let byte = json[at]
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      case UInt8(ascii: "\""):
        let end = endOfString(json, at)
        output.append(contentsOf: UnsafeRawBufferPointer(rebasing: json[at..<end]))
        at = end
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        output.append(byte)
        output.append(0x20)
        at += 1
      default:
        output.append(byte)
        at += 1
      }
    }
  }

  private static func endOfString(_ json: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var at = start + 1
    while at < json.count, json[at] != UInt8(ascii: "\"") {
      at += json[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(at + 1, json.count)
  }

  /// Gives the places of a list's objects; nil if it is no list, or holds anything else.
  static func objects(_ json: UnsafeRawBufferPointer) -> [Range<Int>]? {
    var reader = JSONReader(json)
    do throws(JSONFault) {
      guard try reader.peek() == .array else { return nil }
      var elements: [Range<Int>] = []
      try reader.beginArray()
      while try reader.nextElement() {
        guard try reader.peek() == .object else { return nil }
        let element = try reader.skipValue()
        elements.append(element.offset..<element.offset + element.length)
      }
      return elements
    } catch {
      return nil
    }
  }
}
