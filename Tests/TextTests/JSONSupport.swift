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

/// Small, fast and the same everywhere (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
