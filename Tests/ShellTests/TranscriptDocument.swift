import Foundation
import Testing
import Text

/// A file that holds transcripts: a `.folj` file is one, a Markdown file has them in its blocks.
struct TranscriptDocument {
  /// A fenced block of a Markdown file, or a whole `.folj` file.
  struct Block {
    /// The words after the fence.
    var info: [String]
    /// The lines inside, as places in the file's lines.
    var lines: Range<Int>
    /// The nearest heading above.
    var heading: String
  }

  let name: String
  var lines: [String]
  private(set) var blocks: [Block] = []

  init(_ name: String) throws {
    self.name = name
    lines = try Project.lines(name)
    guard name.hasSuffix(".md") else {
      let info = name.hasSuffix(".en.folj") ? ["folj", "en"] : ["folj"]
      blocks = [Block(info: info, lines: 0..<lines.count, heading: "")]
      return
    }
    findBlocks()
  }

  private mutating func findBlocks() {
    var open: (fence: String, info: [String], start: Int)?
    var heading = ""
    for (place, line) in lines.enumerated() {
      if let (fence, info, start) = open {
        guard line == fence else { continue }
        blocks.append(Block(info: info, lines: start..<place, heading: heading))
        open = nil
      } else if line.hasPrefix("```") {
        let fence = String(line.prefix { $0 == "`" })
        let info = line.dropFirst(fence.count).split(separator: " ").map(String.init)
        open = (fence, info, place + 1)
      } else if line.hasPrefix("#") {
        heading = line
      }
    }
  }

  /// Whether its sessions go on after a failure: its first line is `# folj --keep-going`.
  var keepsGoing: Bool { lines.first == "# folj --keep-going" }

  /// Gives the lines of a block.
  func text(_ block: Block) -> [String] { Array(lines[block.lines]) }

  /// The blocks that hold transcripts.
  var transcripts: [Block] { blocks.filter { $0.info.first == "folj" } }

  /// Puts new lines in the blocks' places; later blocks first, so that places hold.
  mutating func replace(_ changes: [(block: Block, lines: [String])]) {
    for change in changes.sorted(by: { $0.block.lines.lowerBound > $1.block.lines.lowerBound }) {
      lines.replaceSubrange(change.block.lines, with: change.lines)
    }
  }

  /// Writes the file, and fails the test once so that what was recorded is read by someone.
  func record() throws {
    try lines.joined(separator: "\n").write(
      toFile: Project.path(name),
      atomically: true,
      encoding: .utf8
    )
    Issue.record("recorded \(name): read the difference, then run again")
  }
}

/// What tests do with screens that are not as expected.
enum Recording {
  /// Whether expected screens are to be rewritten.
  static let isOn = ProcessInfo.processInfo.environment["RECORD"] == "1"
}

/// Tells line by line how two screens differ.
struct LineDifference: CustomStringConvertible {
  let description: String

  init(expected: [String], shown: [String]) {
    let difference = shown.difference(from: expected)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [String] = []
    var (old, new) = (0, 0)
    while old < expected.count || new < shown.count {
      if removed.contains(old), old < expected.count {
        lines.append("- " + expected[old])
        old += 1
      } else if inserted.contains(new), new < shown.count {
        lines.append("+ " + shown[new])
        new += 1
      } else {
        lines.append("  " + expected[old])
        (old, new) = (old + 1, new + 1)
      }
    }
    description = lines.joined(separator: "\n")
  }
}
