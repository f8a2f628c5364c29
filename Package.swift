// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target of the project.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "folj",
  products: [.executable(name: "folj", targets: ["Shell"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CEdit"),
    .systemLibrary(name: "CSystem"),
    .systemLibrary(name: "CStemmer"),
    .systemLibrary(name: "CUTF8Proc"),
    .target(name: "Text", dependencies: ["CStemmer", "CUTF8Proc"], swiftSettings: strict),
    .target(name: "Model", dependencies: ["Text"], swiftSettings: strict),
    .target(name: "Query", dependencies: ["Model", "Text"], swiftSettings: strict),
    .target(name: "Store", dependencies: ["CSystem", "Model", "Text"], swiftSettings: strict),
    .target(name: "Exchange", dependencies: ["Query", "Model", "Text"], swiftSettings: strict),
    .executableTarget(
      name: "Shell",
      dependencies: [
        "CEdit", "Exchange", "Model", "Query", "Store", "Text",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict + [.defaultIsolation(MainActor.self)]
    ),
    .target(
      name: "TestSupport",
      dependencies: ["Model", "Query", "Store", "Text"],
      path: "Tests/Support",
      swiftSettings: strict
    ),
    .target(name: "Chance", path: "Tests/Chance", swiftSettings: strict),
    .target(
      name: "Oracle",
      dependencies: ["Chance"],
      path: "Tests/Oracle",
      swiftSettings: strict
    ),
  ]
    + [
      ("TextTests", ["Text", "Chance"]),
      ("ModelTests", ["Model", "Store", "Text", "TestSupport", "Chance"]),
      (
        "QueryTests",
        ["Query", "Exchange", "Model", "Store", "Text", "TestSupport", "Chance", "Oracle"]
      ),
      ("StoreTests", ["Store", "Model", "Text", "TestSupport", "Chance"]),
      ("ExchangeTests", ["Exchange", "Query", "Model", "Store", "Text", "TestSupport"]),
      ("ShellTests", ["Shell", "Exchange", "Query", "Model", "Store", "Text", "TestSupport"]),
      ("TidyTests", ["Query", "Store", "Model", "Text"]),
    ].map { name, dependencies in
      .testTarget(
        name: name,
        dependencies: dependencies.map { .byName(name: $0) },
        path: "Tests/\(name)",
        swiftSettings: strict
      )
    }
)

// The fuzz targets are there when `scripts/fuzz` asks for them: they need its sanitizers.
if Context.environment["FUZZ"] == "1" {
  let flags = ["-sanitize=fuzzer,address"]
  package.targets += ["FuzzQuery", "FuzzStore"].map { name in
    .executableTarget(
      name: name,
      dependencies: ["Exchange", "Model", "Query", "Store", "Text", "TestSupport"],
      path: "Tests/Fuzz/\(name)",
      swiftSettings: strict + [.unsafeFlags(flags)],
      linkerSettings: [.unsafeFlags(flags + ["-use-ld=lld"])]
    )
  }
}
