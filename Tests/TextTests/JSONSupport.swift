@testable import Text

/// The fault that a text has, or nil if it is valid.
func fault(_ text: [UInt8], depth: Int = 256) -> JSONFault? {
  text.withUnsafeBytes { bytes in
    do throws(JSONFault) {
      try JSONReader.validate(bytes, maximumDepth: depth)
      return nil
    } catch {
      return error
    }
  }
}

func fault(_ text: String) -> JSONFault? { fault(Array(text.utf8)) }

/// Reads a text that ends exactly where its memory ends, so that a read behind it is an error.
func read<Value>(
  _ text: String,
  _ body: (inout JSONReader, UnsafeRawBufferPointer) throws -> Value
) rethrows -> Value {
  try Array(text.utf8).withUnsafeBytes { bytes in
    var reader = JSONReader(bytes)
    return try body(&reader, bytes)
  }
}

/// The text of the only string in a document.
func decoded(_ text: [UInt8]) throws -> [UInt8] {
  try text.withUnsafeBytes { bytes in
    var reader = JSONReader(bytes)
    let slice = try reader.string()
    try reader.finish()
    return JSONText.decode(slice, in: bytes)
  }
}

func written(_ text: some Sequence<UInt8>) -> [UInt8] {
  var output: [UInt8] = []
  JSONText.write(text, to: &output)
  return output
}

func written(_ number: Double) -> String {
  var output: [UInt8] = []
  JSONText.write(number, to: &output)
  return String(decoding: output, as: UTF8.self)
}

func number(_ text: String) throws -> Double {
  try read(text) { reader, bytes in
    let slice = try reader.number()
    try reader.finish()
    return JSONText.number(slice, in: bytes)
  }
}
