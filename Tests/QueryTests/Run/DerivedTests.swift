import TestSupport
import Testing

/// Computed fields where the small store has no example.
@Suite("Derived fields")
struct DerivedTests {
  /// A store with one insats whose lägen, one a year, have these statuses; nil is an empty one.
  private func movement(_ statuses: [String?]) throws -> String {
    let lägen = statuses.enumerated().map { year, status in
      let word = status.map { ", \"status\": \"\($0)\"" } ?? ""
      return "{\"id\": \"L\(year)\", \"insats\": \"I\", \"tillfälle\": \"T\(year)\"\(word)}"
    }
    let occasions = (0..<max(1, statuses.count)).map { year in
      "{\"id\": \"T\(year)\", \"per\": \"20\(10 + year)-04-30\"}"
    }
    let insats = "{\"id\": \"I\", \"titel\": \"a\", \"år\": 2010, \"status\": \"pågår\"}"
    let store = try TestStore(sets: [
      ("insatser", [insats]), ("tillfällen", occasions), ("lägen", lägen),
    ])
    let answer = try Conversation(store).say("visa förändring, ålder_status, tyst från insatser")
    return answer.replacing("[{\"förändring\":", with: "").replacing("\"ålder_status\":", with: "")
      .replacing("\"tyst\":", with: "").replacing("}]", with: "")
  }

  static let movements: [(statuses: [String?], answer: String)] = [
    ([], "null,null,false"), (["planerad"], "\"ny\",1,false"), ([nil], "\"ny\",null,false"),
    (["planerad", "pågår"], "\"framåt\",1,false"),
    (["planerad", "genomförd"], "\"framåt\",1,false"),
    (["pågår", "planerad"], "\"bakåt\",1,false"), (["genomförd", "pågår"], "\"bakåt\",1,false"),
    (["pågår", "pågår"], "\"oförändrad\",2,false"),
    (["pausad", "pausad"], "\"oförändrad\",2,false"),
    (["pågår", "pausad"], "\"bakåt\",1,false"), (["planerad", "avbruten"], "\"bakåt\",1,false"),
    (["pausad", "pågår"], "\"återupptagen\",1,false"),
    (["avbruten", "planerad"], "\"återupptagen\",1,false"),
    (["pausad", "avbruten"], "\"bakåt\",1,false"), ([nil, "pågår"], "null,1,false"),
    (["pågår", nil], "null,null,false"), ([nil, nil], "null,null,false"),
    (["pågår", "planerad", "planerad", "planerad"], "\"oförändrad\",3,false"),
    (["planerad", nil, "planerad"], "null,1,false"),
  ]

  @Test("movement and age of a status", arguments: movements)
  func moves(statuses: [String?], answer: String) throws {
    #expect(try movement(statuses) == answer)
  }

  @Test("an insats does not continue itself")
  func continues() throws {
    let store = try TestStore(sets: [
      (
        "insatser",
        [
          #"{"id": "A", "titel": "a", "år": 1, "status": "pågår", "fortsättning_av": "A"}"#,
          #"{"id": "B", "titel": "b", "år": 1, "status": "pågår"}"#,
          #"{"id": "C", "titel": "c", "år": 1, "status": "pågår", "fortsättning_av": "B"}"#,
        ]
      )
    ])
    let answer = try Conversation(store).say("visa id från insatser där fortsätter = ja")
    #expect(answer == #"[{"id":"B"}]"#)
  }

  static let fulfilments: [(outcomes: [String], better: String, answer: String)] = [
    ([], "högre", "null,\"data saknas\",\"ej bedömd\""),
    (["2025 5 4"], "högre", "5,\"data saknas\",\"uppnås\""),
    (["2025 5 5"], "lägre", "5,\"data saknas\",\"uppnås\""),
    (["2025 5 6"], "högre", "5,\"data saknas\",\"uppnås ej\""),
    (["2025 5 -"], "högre", "5,\"data saknas\",\"ej bedömd\""),
    (["2025 5 5"], "neutral", "5,\"data saknas\",\"ej bedömd\""),
    (["2026 7 5", "2025 5 5"], "högre", "7,\"ökar\",\"uppnås\""),
    (["2025 7 5", "2026 5 5"], "lägre", "5,\"minskar\",\"uppnås\""),
    (["2025 5 5", "2026 5 5"], "lägre", "5,\"oförändrad\",\"uppnås\""),
    (["2026-VT 1 5", "2026-Q2 2 5"], "högre", "2,\"ökar\",\"uppnås ej\""),
    (["2026 - 5", "2025 3 5"], "högre", "3,\"data saknas\",\"uppnås ej\""),
  ]

  @Test("latest value, trend and fulfilment", arguments: fulfilments)
  func fulfils(outcomes: [String], better: String, answer: String) throws {
    let utfall = outcomes.enumerated().map { number, text in
      let parts = text.split(separator: " ").map { $0 == "-" ? "null" : String($0) }
      return "{\"id\": \"U\(number)\", \"indikator\": \"N\", \"period\": \"\(parts[0])\","
        + " \"värde\": \(parts[1]), \"målvärde\": \(parts[2])}"
    }
    let indicator = "{\"id\": \"N\", \"namn\": \"n\", \"bättre\": \"\(better)\"}"
    let store = try TestStore(sets: [("indikatorer", [indicator]), ("utfall", utfall)])
    let found = try Conversation(store).say(
      "visa senaste_värde, trend, måluppfyllelse från indikatorer"
    )
    let wanted = answer.split(separator: ",")
    let keys = ["senaste_värde", "trend", "måluppfyllelse"]
    let parts = zip(keys, wanted).map { "\"\($0)\":\($1)" }
    #expect(found == "[{\(parts.joined(separator: ","))}]")
  }
}
