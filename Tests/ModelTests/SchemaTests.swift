import Model
import Testing
import Text

@Suite("The schema is well formed")
struct SchemaTests {
  let schema = Schema.followUp

  func folded(_ text: String) -> [UInt8] { Folding.byCaseAndMarks.fold(text) }

  /// The names that two of the holders share.
  func shared<Holder>(_ holders: [Holder], _ names: (Holder) -> [String]) -> [String] {
    var seen: [[UInt8]: Int] = [:]
    var shared: [String] = []
    for (k, holder) in holders.enumerated() {
      for name in names(holder) where seen.updateValue(k, forKey: folded(name)) ?? k != k {
        shared.append(name)
      }
    }
    return shared
  }

  @Test("no two sets, and no two fields of a set, answer to one name")
  func namesApart() {
    #expect(shared(schema.sets, \.names) == [])
    for set in schema.sets { #expect(shared(set.fields, \.names) == [], "\(set.name)") }
  }

  @Test("no two values of a list answer to one word")
  func valuesApart() {
    for field in schema.sets.flatMap(\.fields) {
      guard case .enumeration(let list) = field.type else { continue }
      #expect(shared(list.cases) { [$0.name, $0.english] + $0.synonyms } == [], "\(list.name)")
    }
  }

  @Test("names are words of the language, in normal form")
  func words() {
    for set in schema.sets {
      for name in set.names + set.fields.flatMap(\.names) {
        #expect(name.allSatisfy { $0.isLetter || $0 == "_" }, "\(name)")
        #expect(name == name.lowercased() && UnicodeData.nfc(name).utf8.elementsEqual(name.utf8))
      }
    }
  }

  @Test("the sets stand in the order of their ids, and each record has an id first")
  func order() {
    #expect(schema.sets.map(\.id) == SetID.allCases)
    for set in schema.sets {
      #expect(set.fields[0].name == "id" && set.fields[0].isRequired && !set.fields[0].isList)
      // Stored fields come first, so that their numbers are those of the columns.
      let stored = set.fields.prefix(while: \.isStored).count
      #expect(set.fields.count(where: \.isStored) == stored)
    }
  }

  @Test("default columns and the field that names a record exist")
  func references() {
    for set in schema.sets {
      #expect(set.defaults.first == "id" && Set(set.defaults).count == set.defaults.count)
      for name in set.defaults { #expect(set.number(of: name) != nil, "\(set.name).\(name)") }
      if let name = set.nameField {
        #expect(set.nameFieldNumber == set.number(of: name) && set.number(of: name) != nil)
      }
    }
    let nameless = schema.sets.filter { $0.nameField == nil }.map(\.name)
    #expect(nameless == ["tillfällen", "lägen", "utfall", "beslut"])
  }

  @Test("every computation belongs to one field")
  func derivations() {
    let declared = schema.sets.flatMap(\.fields).compactMap { field -> Derivation? in
      if case .derived(let rule) = field.origin { rule } else { nil }
    }
    #expect(declared.count == Derivation.allCases.count)
    #expect(Set(declared) == Set(Derivation.allCases))
  }

  @Test("everything is told in both languages")
  func docs() {
    for set in schema.sets {
      for doc in [set.doc] + set.fields.map(\.doc) {
        for text in [doc.swedish, doc.english] {
          #expect(
            text.count > 3 && (text.hasSuffix(".") || text.hasSuffix("…"))
              && text.first?.isUppercase == true,
            "\(text)"
          )
        }
      }
      #expect(!set.definite.isEmpty && !set.singular.isEmpty && !set.englishSingular.isEmpty)
    }
  }

  @Test("a name of a value finds it, exactly as it is written")
  func codes() {
    func code(_ name: String) -> Int? {
      Array(name.utf8).withUnsafeBufferPointer { Enumeration.status.code($0) }
    }
    #expect(Enumeration.status.names.map(code) == [0, 1, 2, 3, 4])
    #expect(["", "Pågår", "pågå", "pågårr", "ska"].map(code) == [nil, nil, nil, nil, nil])
  }

  @Test("an own field comes last and answers to its name alone")
  func ownField() {
    var schema = schema
    let count = schema[.areas].fields.count
    schema.add(
      Field("färg", "färg", .text, Bilingual(same: ""), origin: .own),
      to: .areas
    )
    #expect(schema[.areas].number(of: "färg") == count)
    #expect(schema.field(.areas, count).isStored)
    #expect(Schema.followUp[.areas].fields.count == count)
  }
}
