// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "dateline",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "dateline", targets: ["dateline"])],
  targets: [
    // Imports go down this list, never up or sideways; `.ci/run` builds with
    // `--explicit-target-dependency-import-check=error`.
    .executableTarget(
      name: "dateline",
      dependencies: ["API", "HTTP", "NewsIndex", "Extraction", "Formats", "ModelImage"],
      swiftSettings: strict),
    .executableTarget(
      name: "dateline-train", dependencies: ["Extraction", "Formats"], swiftSettings: strict),
    .executableTarget(
      name: "dateline-bench",
      dependencies: [
        "API", "HTTP", "NewsIndex", "Extraction", "Formats", "ModelImage", "CBench",
      ],
      swiftSettings: strict),
    .target(
      name: "API", dependencies: ["HTTP", "NewsIndex", "Extraction", "Formats"],
      swiftSettings: strict),
    .target(
      name: "HTTP", dependencies: ["CLinux", "Formats"], exclude: ["README.md"],
      swiftSettings: strict),
    .target(name: "NewsIndex", dependencies: ["Extraction", "Formats"], swiftSettings: strict),
    .target(name: "Extraction", dependencies: ["Formats"], swiftSettings: strict),
    .target(name: "Formats", swiftSettings: strict),
    .systemLibrary(name: "CLinux"),
    .target(name: "CBench"),
    .target(
      name: "ModelImage", exclude: ["gazetteer.bin", "models.bin", "MODEL.md", "CREDITS.md"]),

    .testTarget(name: "FormatsTests", dependencies: ["Formats"], swiftSettings: strict),
    .testTarget(name: "HTTPTests", dependencies: ["HTTP", "Formats"], swiftSettings: strict),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "Formats", "ModelImage"],
      swiftSettings: strict),
    .testTarget(
      name: "TrainingTests", dependencies: ["dateline-train", "Extraction", "Formats"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsIndexTests", dependencies: ["NewsIndex", "Extraction", "Formats", "ModelImage"],
      exclude: ["networkx_cases.py", "networkx_cases.json"], swiftSettings: strict),
    .testTarget(
      name: "APITests",
      dependencies: ["API", "HTTP", "NewsIndex", "Extraction", "Formats", "ModelImage"],
      swiftSettings: strict),
    .testTarget(
      name: "DatelineTests",
      dependencies: [
        "dateline", "API", "HTTP", "NewsIndex", "Extraction", "Formats", "ModelImage",
      ],
      swiftSettings: strict),
  ]
)
