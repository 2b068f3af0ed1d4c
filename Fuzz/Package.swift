// swift-tools-version: 6.1
import PackageDescription

// A libFuzzer target for each reader of files, and one that draws figures. They are apart from the package itself so that a
// plain `swift build` stays plain. Fuzz/run builds and runs them.
let readers = [
  "CSV", "EventFile", "Figure", "Gzip", "IDX", "ImportedArrays", "JSON", "JSONLog", "Matrix", "NPY", "NPZ", "PNG",
  "PNGText", "Picture", "PixelTable", "RunRecord", "Safetensors", "TrackerLogs", "WandB",
]

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "training-report", path: "..")],
  targets: [.target(name: "FuzzDriver")]
    + readers.map { reader in
      .executableTarget(
        name: "Fuzz\(reader)",
        dependencies: [
          "FuzzDriver",
          .product(name: ["Figure", "PNG"].contains(reader) ? "Plotting" : "Readers", package: "training-report"),
        ],
        path: "Sources/\(reader)")
    },
  swiftLanguageModes: [.v6]
)
