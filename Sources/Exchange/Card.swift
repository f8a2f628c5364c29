package import Query
import Text

/// One record as a card: what it is, its fields, and what belongs to it.
package struct Card {
  private let data: CardData
  private var output: OutputLines

  /// Writes a card as UTF-8.
  package static func text(_ data: CardData, _ layout: OutputFormat.Layout) -> [UInt8] {
    var card = Card(data, layout)
    card.write()
    return card.output.bytes
  }

  private init(_ data: CardData, _ layout: OutputFormat.Layout) {
    (self.data, output) = (data, OutputLines(layout))
  }

  private var layout: OutputFormat.Layout { output.layout }

  private func say(_ text: Bilingual) -> String { text[layout.language] }

  private mutating func write() {
    output.wrap(Visible.text("\(data.id) · \(say(data.kind))"))
    if let name = data.name {
      for line in LabelledLines.lines(of: name) { heading(line) }
    }
    output.add("")
    fields(data.entries + missing)
    for section in data.sections { write(section) }
    if !data.computed.isEmpty {
      output.add("")
      heading(say(Bilingual("uträknat", "computed")))
      fields(data.computed, indent: 2)
    }
  }

  private mutating func heading(_ text: String) {
    for line in layout.width.map({ Wrapping(text, width: $0).lines }) ?? [text] {
      output.add(layout.usesColour ? Palette.painted(line, Palette.heading) : line)
    }
  }

  private mutating func fields(_ entries: [CardData.Entry], indent: Int = 0) {
    let labels = entries.map { Visible.text(say($0.label)) }
    let lines = LabelledLines(labels, indent: indent, layout)
    for (label, entry) in zip(labels, entries) {
      lines.write(label, LabelledLines.lines(of: say(entry.text)), to: &output)
    }
  }

  private var missing: [CardData.Entry] {
    guard !data.missing.isEmpty else { return [] }
    let names = Bilingual(
      data.missing.map(\.swedish).joined(separator: ", "),
      data.missing.map(\.english).joined(separator: ", ")
    )
    return [CardData.Entry(label: Wording.missing, text: names)]
  }

  // MARK: What belongs to it

  private mutating func write(_ section: CardData.Section) {
    output.add("")
    heading(Visible.text(say(section.title)))
    for item in section.items { write(item) }
    if section.leftOut > 0 {
      let (count, more) = (section.leftOut, Bilingual("och # till", "and # more"))
      output.add("  " + say(more).replacing("#", with: String(count)))
    }
  }

  private mutating func write(_ item: CardData.Item) {
    indented(LabelledLines.lines(of: say(item.head)).joined(separator: " "), by: 2)
    if !say(item.detail).isEmpty { indented(Visible.text(say(item.detail)), by: 4) }
    fields(item.entries, indent: 4)
  }

  private mutating func indented(_ text: String, by count: Int) {
    let blanks = String(repeating: " ", count: count)
    guard let width = layout.width else { return output.add(blanks + text) }
    // What follows the first line stands as far in as what belongs to it.
    for (number, line) in Wrapping(text, width: width - 4).lines.enumerated() {
      output.add((number == 0 ? blanks : "    ") + line)
    }
  }
}
