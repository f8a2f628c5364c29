import Chance
import Testing

@testable import Text

@Suite("Numbers for people")
struct NumbersTests {
  static let table: [(Double, Int, String)] = [
    (0, 0, "0"), (7, 2, "7"), (2026, 0, "2026"), (12_345, 0, "12 345"), (1_234_567, 0, "1 234 567"),
    (-3, 0, "−3"), (12.5, 2, "12,5"), (12.345, 2, "12,35"), (0.1, 2, "0,1"), (-0.004, 2, "0"),
    (1_234.5, 1, "1234,5"), (12_345.678, 2, "12 345,68"), (0.000_012, 6, "0,000012"),
    (0.000_012, 2, "0"), (1e15, 0, "1 000 000 000 000 000"), (1e15, 2, "1 000 000 000 000 000"),
    (1.5e16, 2, "15 000 000 000 000 000"), (1.2345e20, 2, "123 450 000 000 000 000 000"),
    (1e20, 0, "100 000 000 000 000 000 000"), (-1e20, 2, "−100 000 000 000 000 000 000"),
    (.infinity, 0, "–"), (.nan, 0, "–"), (99.995, 2, "100"), (9999.999, 2, "10 000"),
  ]

  @Test("groups, comma and minus are Swedish", arguments: table)
  func swedish(_ value: Double, _ decimals: Int, _ wanted: String) {
    let wanted = wanted.replacing(" ", with: "\u{202F}")
    #expect(Numbers.text(value, decimals: decimals, .swedish) == wanted)
  }

  @Test(
    "in English, with commas and a point",
    arguments: [
      (1_234_567.5, 1, "1,234,567.5"), (2026, 0, "2026"), (-12_345, 0, "−12,345"),
      (1e20, 0, "100,000,000,000,000,000,000"),
    ]
  )
  func english(_ value: Double, _ decimals: Int, _ wanted: String) {
    #expect(Numbers.text(value, decimals: decimals, .english) == wanted)
  }

  @Test(
    "halves are rounded away from zero, as people see them",
    arguments: [
      (2.5, 0, 3), (-2.5, 0, -3), (0.5, 0, 1), (2.675, 2, 2.68), (1.005, 2, 1.01),
      (-1.005, 2, -1.01),
      (2.4999, 0, 2), (125, -1, 130), (-125, -1, -130), (1_234_567, -3, 1_235_000),
      (1e300, 2, 1e300),
      (1e-300, 2, 0), (1.5, 16, 1.5), (1.5, -400, 1.5), (0.285, 2, 0.29), (8.345, 2, 8.35),
    ] as [(Double, Int, Double)]
  )
  func rounding(_ value: Double, _ decimals: Int, _ wanted: Double) {
    #expect(Numbers.round(value, decimals: decimals) == wanted)
  }

  @Test("a number for programs reads back as the same one")
  func exact() throws {
    var random = Dice(seed: 3)
    for _ in 0..<2000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(Double(Numbers.exact(value)) == value)
    }
    #expect([2026, -3, 12.5, 0].map(Numbers.exact) == ["2026", "-3", "12.5", "0"])
  }
}
