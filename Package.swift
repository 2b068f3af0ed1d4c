// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "training-report",
  products: [
    .library(name: "Plotting", targets: ["Plotting"])
  ],
  targets: [
    // C libraries and compiled-in files.
    .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Fonts", path: "fonts", exclude: ["LICENSE-DejaVu.txt", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]),
    .target(
      name: "MNISTData",
      exclude: [
        "NOTICE.md", "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
        "t10k-labels-idx1-ubyte.gz",
      ]),

    // Figures.
    .target(name: "Plotting", dependencies: ["CCairo", "CFreeType", "CPNG", "CZlib", "Fonts"]),
    .target(name: "Figures", dependencies: ["Plotting", "RunRecords"]),
    .testTarget(name: "PlottingTests", dependencies: ["Plotting"], exclude: ["Fixtures"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures", "Plotting", "RunRecords"]),

    // Saved runs and data.
    .target(name: "RunRecords", dependencies: []),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)
