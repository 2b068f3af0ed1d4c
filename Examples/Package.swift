// swift-tools-version: 6.1
import PackageDescription

// A package of its own that depends on the library as yours would; there it is
// `.package(url: "https://github.com/OWNER/training-report", from: "1.0.0")`.
let package = Package(
  name: "examples",
  dependencies: [.package(name: "training-report", path: "..")],
  targets: [
    .executableTarget(name: "FirstChart", dependencies: [.product(name: "Plotting", package: "training-report")]),
    .executableTarget(name: "OwnMark", dependencies: [.product(name: "Plotting", package: "training-report")]),
  ],
  swiftLanguageModes: [.v6]
)
