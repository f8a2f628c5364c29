import Glibc
import Model
import Store
import Testing
import Text

@Suite("The example store")
struct ExampleStoreTests {
  static let path =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    + "/examples/alingsås.json"

  let snapshot: Snapshot

  init() throws { snapshot = try StoreFiles.read(Self.path) }

  /// The rows of a set, each as its fields in words, by their Swedish names.
  func records(_ set: SetID) -> [[String: String]] {
    (0..<snapshot[set].count).map { row in
      let fields = snapshot.schema[set].fields.filter(\.isStored)
      return Dictionary(
        fields.map { ($0.name, snapshot.words(set, row, $0.name)) }.filter { $0.1 != "–" },
        uniquingKeysWith: { first, _ in first }
      )
    }
  }

  @Test("it is canonical and has no findings")
  func canonical() throws {
    let folder = StoreFolder()
    let bytes = snapshot.heap.raw(snapshot.files[0].range)
    try folder.write(bytes)
    #expect(CanonicalWriter.bytes(of: snapshot) == Array(bytes))
    #expect(snapshot.remarks == [])
  }

  @Test("only one required field is empty, which the sources leave open")
  func required() {
    var missing: [String] = []
    for set in snapshot.schema.sets {
      for (row, record) in records(set.id).enumerated() {
        for field in set.fields where field.isRequired && record[field.name] == nil {
          missing.append("\(snapshot.words(set.id, row, "id")) \(field.name)")
        }
      }
    }
    #expect(missing == ["AU-2025-36 datum"])
  }

  @Test("every record tells where it comes from")
  func sources() {
    for set in SetID.allCases {
      for record in records(set) { #expect(record["källa"] != nil, "\(record)") }
    }
  }

  @Test("there are seven areas in 2026 and nine in 2025")
  func areas() {
    let years = records(.areas).compactMap { $0["år"] }
    #expect(years.count { $0.contains("2026") } == 7)
    #expect(years.count { $0.contains("2025") } == 9)
  }

  @Test("each measure has one läge an occasion, and stands as its latest says")
  func reports() throws {
    let reports = records(.reports)
    let pairs = reports.map { [$0["insats"], $0["tillfälle"]] }
    #expect(Set(pairs).count == pairs.count)
    let measures = records(.measures)
    #expect(Set(pairs.map { $0[0] }).count == measures.count)
    for report in reports {
      let row = try #require(report["insats"]?.split(separator: " ").first.flatMap { Int($0) })
      #expect(measures[row]["status"] == report["status"], "\(report)")
    }
  }

  @Test("parts and links stay within their year and their area")
  func links() {
    for record in records(.measures) {
      let year = record["år"]?.prefix(4) ?? ""
      #expect(record["id"]?.hasPrefix("I-\(year)-") == true)
      for key in ["inriktningar", "del_av"] {
        #expect(record[key]?.contains("-\(year)-") != false, "\(record)")
      }
      #expect(record["fortsättning_av"]?.contains("-\(year)-") != true, "\(record)")
    }
  }

  @Test("two words with capitals in a row, as a person's name has them, are known names")
  func names() {
    let text = String(decoding: snapshot.heap.raw(snapshot.files[0].range), as: UTF8.self)
    let words = text.split(whereSeparator: { !$0.isLetter && $0 != " " })
      .flatMap { $0.split(separator: " ").map(String.init) + [""] }
    func isName(_ word: String) -> Bool {
      word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
    }
    let pairs = zip(words, words.dropFirst()).filter { isName($0) && isName($1) }
    #expect(
      Set(pairs.map { "\($0) \($1)" }) == [
        "Pedagog Alingsås", "Webbplatsen Pedagog", "Sveriges Kommuner",
      ]
    )
  }

  @Test("who is responsible is told as a role")
  func roles() {
    let roles = Set(["administrativ", "chef", "och", "verksamhetschefer", "ledningsgruppen"])
    for record in records(.measures) {
      let words = record["ansvarig"]?.split(separator: " ").map(String.init) ?? []
      #expect(roles.isSuperset(of: words), "\(words)")
    }
  }

  @Test("no text holds an identity number")
  func identityNumbers() {
    let text = String(decoding: snapshot.heap.raw(snapshot.files[0].range), as: UTF8.self)
    var run: [Int] = []
    for character in text + " " {
      if let digit = character.wholeNumberValue {
        run.append(digit)
      } else if character != "-" && character != "+" {
        #expect(!hasIdentityNumber(run), "\(run)")
        run = []
      }
    }
    #expect(hasIdentityNumber([8, 1, 1, 2, 1, 8, 9, 8, 7, 6]))
    #expect(hasIdentityNumber([1, 9, 8, 1, 1, 2, 1, 8, 9, 8, 7, 6]))
    #expect(!hasIdentityNumber([2, 0, 2, 6, 0, 4, 3, 0]))
  }

  /// Ten digits in a row that start as a date and end with the right check digit.
  private func hasIdentityNumber(_ digits: [Int]) -> Bool {
    guard digits.count >= 10 else { return false }
    return (0...digits.count - 10).contains { start in
      let ten = digits[start..<start + 10].map { $0 }
      let sum = ten.enumerated().reduce(0) { sum, digit in
        let weighted = digit.element * (digit.offset.isMultiple(of: 2) ? 2 : 1)
        return sum + weighted / 10 + weighted % 10
      }
      let (month, day) = (ten[2] * 10 + ten[3], ten[4] * 10 + ten[5])
      // Coordination numbers have 60 added to the day.
      return sum.isMultiple(of: 10) && (1...12).contains(month)
        && ((1...31).contains(day) || (61...91).contains(day))
    }
  }
}
