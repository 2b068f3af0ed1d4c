// swift-tools-version: 6.1
import PackageDescription

/// Paths as values.
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "training-report",
  products: [
    .library(name: "Plotting", targets: ["Plotting"]),
    .library(name: "PlottingTesting", targets: ["PlottingTesting"]),
    .executable(name: "training-report", targets: ["TrainingReportCLI"]),
    // For the fuzzers in Fuzz/, which are a package of their own.
    .library(name: "Readers", targets: ["Datasets", "Figures", "FileFormats", "Images", "Importing", "RunRecords"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.4.0"),
    // Documentation only: `swift package generate-documentation --target Plotting`.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
  ],
  targets: [
    // C libraries and compiled-in files.
    .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
    .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CRaqm", pkgConfig: "raqm", providers: [.apt(["libraqm-dev"])]),
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CRename"),
    .target(name: "CDrawing", dependencies: ["CCairo", "CFreeType"]),
    .target(name: "CPNGWriter", dependencies: ["CPNG"]),
    .target(name: "Fonts", path: "fonts", exclude: ["LICENSE-DejaVu.txt", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]),
    .target(
      name: "MNISTData",
      exclude: [
        "NOTICE.md", "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
        "t10k-labels-idx1-ubyte.gz",
      ]),

    // Leaves that several targets share.
    .target(name: "NumberText"),
    .target(name: "PNGChunks", dependencies: ["CZlib"]),
    .target(name: "PNGReading", dependencies: ["CPNG", "PNGChunks"]),
    .testTarget(name: "NumberTextTests", dependencies: ["NumberText"]),

    // Figures.
    .target(
      name: "Plotting",
      dependencies: [
        "CCairo", "CDrawing", "CFontconfig", "CFreeType", "CPNG", "CPNGWriter", "CRaqm", "CZlib", "Fonts", "NumberText",
        "PNGChunks", "PNGReading",
      ],
      // What it imports is not part of what it offers: users need no module of Cairo.
      swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
    // Pictures of figures in tests: a product, which those of this package use as well.
    .target(
      name: "PlottingTesting", dependencies: ["Plotting"],
      swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
    .target(
      name: "Figures",
      dependencies: ["FileFormats", "Images", "Metrics", "NumberText", "Plotting", "Randomness", "RunRecords"]),
    .testTarget(
      name: "PlottingTests",
      dependencies: ["Lookalikes", "PictureSupport", "Plotting", "PlottingTesting", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "PlottingTestingTests", dependencies: ["PictureSupport", "Plotting", "PlottingTesting", "TestSupport"]),
    // Types of the names that SwiftUI and Swift Charts have.
    .target(name: "Lookalikes", path: "Tests/Lookalikes"),
    .testTarget(
      name: "GalleryTests",
      dependencies: ["Datasets", "Images", "PictureSupport", "Plotting", "PlottingTesting", "TestSupport"],
      exclude: ["Matplotlib"]),
    .testTarget(
      name: "FiguresTests",
      dependencies: [
        "FileFormats", "Figures", "Images", "PictureSupport", "Plotting", "PlottingTesting", "RunRecords",
        "TestSupport",
      ],
      exclude: ["Fixtures", "Golden", "Matplotlib"]),

    // Saved runs and data.
    .target(name: "Kinds"),
    .target(name: "Randomness"),
    .target(name: "Problems"),
    .target(name: "Images", dependencies: ["CTurboJPEG", "PNGReading"]),
    .target(name: "CCRC32C"),
    .target(name: "FileFormats", dependencies: ["CCRC32C", "CZlib", "PNGChunks", "Problems"]),
    .target(name: "Files", dependencies: ["CRename", "Problems", systemPackage]),
    .target(
      name: "Datasets",
      dependencies: [
        "CKernels", "FileFormats", "Files", "Images", "Kinds", "MNISTData", "Problems", "Randomness",
        systemPackage,
      ]),
    .target(name: "Metrics", dependencies: ["NumberText"]),
    .target(name: "RunRecords", dependencies: ["FileFormats", "Files", "Images", "Problems", systemPackage]),
    .target(
      name: "Importing",
      dependencies: ["Datasets", "FileFormats", "Files", "Images", "Metrics", "Problems", "RunRecords", systemPackage]),

    // Networks and their training.
    .target(name: "CDNN", linkerSettings: [.linkedLibrary("dnnl"), .linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CKernels"),
    .target(name: "NeuralNetwork", dependencies: ["CDNN", "CKernels", "Kinds", "Problems", "Randomness"]),
    .target(
      name: "Training",
      dependencies: [
        "Datasets", "FileFormats", "Files", "Images", "Kinds", "NeuralNetwork", "Problems", "RunRecords", systemPackage,
      ]),

    // Where a training step's time goes: `swift run -c release step-profile`.
    .target(name: "MachineLimits", path: "Benchmarks/training/MachineLimits"),
    .executableTarget(
      name: "step-profile", dependencies: ["Datasets", "Kinds", "MachineLimits", "NeuralNetwork"],
      path: "Benchmarks/training/StepProfile"),

    // What is timed beside matplotlib: `Benchmarks/plotting/run.py`.
    .executableTarget(name: "plotting-cases", dependencies: ["Plotting"], path: "Benchmarks/plotting/PlottingCases"),

    // The program.
    .target(
      name: "Report",
      dependencies: [
        "Figures", "FileFormats", "Files", "Metrics", "NumberText", "Plotting", "Problems", "RunRecords", systemPackage,
      ]),
    .executableTarget(
      name: "TrainingReportCLI",
      dependencies: [
        "Datasets", "Figures", "FileFormats", "Files", "Images", "Importing", "NeuralNetwork", "NumberText", "Plotting",
        "Problems", "Report", "RunRecords", "Training",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        systemPackage,
      ]),

    // What several tests share. Comparing pictures pixel by pixel takes minutes unless it is optimized; no product contains it.
    .target(name: "TestSupport", dependencies: ["CZlib", "Randomness", systemPackage], path: "Tests/TestSupport"),
    .target(
      name: "PictureSupport", dependencies: ["CCairo", "CFreeType", "Plotting", "PlottingTesting"],
      path: "Tests/PictureSupport", swiftSettings: [.unsafeFlags(["-O"])]),
    .testTarget(name: "TestSupportTests", dependencies: ["Plotting", "TestSupport"]),
    .testTarget(name: "PictureSupportTests", dependencies: ["PictureSupport", "Plotting", "TestSupport"]),

    // Tests of saved runs and data.
    .testTarget(name: "RandomnessTests", dependencies: ["Randomness"]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport", systemPackage]),
    .testTarget(
      name: "DatasetsTests",
      dependencies: [
        "CKernels", "Datasets", "FileFormats", "Files", "Images", "Kinds", "MNISTData", "Randomness", "TestSupport",
        systemPackage,
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "FileFormatsTests", dependencies: ["CCRC32C", "CZlib", "FileFormats", "Randomness", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ImportingTests",
      dependencies: [
        "FileFormats", "Files", "Images", "Importing", "Randomness", "RunRecords", "TestSupport", systemPackage,
      ],
      exclude: ["Fixtures"]),

    // Tests of networks and their training.
    .testTarget(
      name: "NeuralNetworkTests",
      dependencies: ["CKernels", "Datasets", "FileFormats", "Kinds", "NeuralNetwork", "Randomness", "TestSupport"],
      exclude: ["KerasParity", "PyTorch"]),
    .testTarget(
      name: "TrainingTests",
      dependencies: [
        "Datasets", "FileFormats", "Files", "Images", "NeuralNetwork", "RunRecords", "TestSupport", "Training",
        systemPackage,
      ]),

    // Tests of the program.
    .testTarget(
      name: "ReportTests",
      dependencies: ["Figures", "FileFormats", "Files", "Report", "RunRecords", "TestSupport", systemPackage]),
    .testTarget(
      name: "TrainingReportCLITests",
      dependencies: ["FileFormats", "RunRecords", "TestSupport", "TrainingReportCLI", systemPackage]),
    .testTarget(
      name: "RunRecordsTests",
      dependencies: ["FileFormats", "Files", "Images", "RunRecords", "TestSupport", systemPackage],
      exclude: ["Fixtures"]),
    .testTarget(name: "MetricsTests", dependencies: ["FileFormats", "Metrics", "TestSupport"], exclude: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)

// `TESTS=NeuralNetworkTests,TrainingTests swift test` builds these tests alone, with what they need.
if let tests = Context.environment["TESTS"] {
  var pending = tests.split(separator: ",").map(String.init)
  var needed: Set<String> = []
  while let name = pending.popLast() {
    guard needed.insert(name).inserted, let target = package.targets.first(where: { $0.name == name }) else { continue }
    for case .byNameItem(let dependency, _) in target.dependencies { pending.append(dependency) }
  }
  package.targets.removeAll { !needed.contains($0.name) }
  package.products = []
}
