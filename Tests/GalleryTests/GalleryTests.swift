import Foundation
import Plotting
import Testing

/// The gallery in the documentation shows each example's source and its picture: both are held against what is compiled.
///
/// After a change, look at the pictures that `UPDATE_GALLERY=1 swift test --filter GalleryTests` writes.
@Suite struct GalleryTests {
  static let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  static let catalogue = project.appending(path: "Sources/Plotting/Plotting.docc")
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GALLERY"] == "1"

  @Test(arguments: gallery.map(\.name))
  func aPictureIsWhatItsCodeDraws(name: String) throws {
    let example = try #require(gallery.first { $0.name == name })
    let drawn = try Data(example.figure().png(dpi: 100))
    let file = Self.catalogue.appending(path: "Resources/\(name).png")
    if Self.isUpdating { try drawn.write(to: file) }
    #expect(try Data(contentsOf: file) == drawn, "\(name).png is not what its code draws")
  }

  @Test(arguments: gallery.map(\.name))
  func thePageShowsTheCode(name: String) throws {
    let code = try String(
      contentsOf: Self.project.appending(path: "Tests/GalleryTests/Examples/\(name).swift"), encoding: .utf8)
    let pages = try ["Gallery.md", "FirstChart.md"].map {
      try String(contentsOf: Self.catalogue.appending(path: $0), encoding: .utf8)
    }
    #expect(pages.contains { $0.contains("```swift\n\(code)```\n\n![") && $0.contains("](\(name))") }, "\(name)")
  }

  @Test func theFirstChartTakesFewLines() throws {
    let code = try String(
      contentsOf: Self.project.appending(path: "Tests/GalleryTests/Examples/FirstChart.swift"), encoding: .utf8)
    #expect(code.split(separator: "\n").count < 18)
  }
}
