/// A seeded source of chance (SplitMix64), the same on every machine.
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Starts at a seed.
  package init(seed: UInt64) { state = seed }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from zero up to, not including, the bound.
  package mutating func below(_ bound: Int) -> Int {
    bound <= 1 ? 0 : Int(next() % UInt64(bound))
  }

  /// A number of a range.
  package mutating func among(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True so many times in a hundred.
  package mutating func percent(_ chance: Int) -> Bool { below(100) < chance }

  /// One of some, nil if there are none.
  package mutating func pick<T>(_ items: [T]) -> T? {
    items.isEmpty ? nil : items[below(items.count)]
  }

  /// One of some; there must be some.
  package mutating func any<T>(of items: [T]) -> T { items[below(items.count)] }

  /// One of some, or the other one.
  package mutating func pick<T>(_ items: [T], or other: T) -> T { pick(items) ?? other }

  /// Some of the items, each at most once, in random order.
  package mutating func sample<T>(_ items: [T], _ count: Int) -> [T] {
    var rest = items
    var chosen: [T] = []
    while chosen.count < count, !rest.isEmpty { chosen.append(rest.remove(at: below(rest.count))) }
    return chosen
  }

  /// The items in random order.
  package mutating func shuffled<T>(_ items: [T]) -> [T] { sample(items, items.count) }

  /// Makes a value so many times in a hundred.
  package mutating func maybe<T>(_ chance: Int, _ make: (inout Dice) -> T) -> T? {
    percent(chance) ? make(&self) : nil
  }
}
