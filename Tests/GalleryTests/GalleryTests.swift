import Foundation
import PictureSupport
import Plotting
import PlottingTesting
import TestSupport
import Testing

/// The gallery in the documentation shows each example's source and its picture: both are held against what is compiled.
///
/// After a change, `UPDATE_GALLERY=1 swift test --filter GalleryTests` writes both. Look at the pictures then. With
/// `GALLERY_OUTPUT=FOLDER` each is drawn there in every file format, for `Tests/Vectors/check.py`; with `GALLERY_THEME=dark` on a
/// dark page.
@Suite struct GalleryTests {
  static let examples = pathBesideTest("Examples")
  static let catalogue = examples.appending(path: "../../../Sources/Plotting/Plotting.docc").standardized
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GALLERY"] == "1"

  private func code(of name: String) throws -> String {
    try String(contentsOf: Self.examples.appending(path: "\(name).swift"), encoding: .utf8)
  }

  @Test(arguments: gallery.map(\.name))
  func aPictureIsWhatItsCodeDraws(name: String) throws {
    let example = try #require(gallery.first { $0.name == name })
    let golden = GoldenPicture(
      Self.catalogue.appending(path: "Resources/\(name).png").path, tolerance: .golden)
    #expect(try golden.difference(from: example.figure(), isUpdating: Self.isUpdating) == nil)
    if let output = ProcessInfo.processInfo.environment["GALLERY_OUTPUT"] {
      var figure = example.figure()
      if ProcessInfo.processInfo.environment["GALLERY_THEME"] == "dark" { figure.theme = .dark }
      for (format, bytes) in [("png", try figure.png(dpi: 150)), ("svg", try figure.svg()), ("pdf", try figure.pdf())] {
        try Data(bytes).write(to: URL(filePath: output).appending(path: "\(name).\(format)"))
      }
    }
  }

  @Test func everyExampleIsInTheGallery() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.examples.path)
    #expect(files.map { $0.replacing(".swift", with: "") }.sorted() == gallery.map(\.name).sorted())
  }

  @Test func thePageShowsTheCode() throws {
    var page = "# Gallery\n\nEvery mark, scale and theme: the code, and the picture that it draws.\n"
    for example in gallery {
      page += "\n## \(example.title)\n\n\(example.words)\n\n"
      page += "![\(example.figure().altText.replacing("\n", with: " "))](\(example.name))\n\n"
      page += "```swift\n\(try code(of: example.name))```\n"
    }
    let file = Self.catalogue.appending(path: "Gallery.md")
    if Self.isUpdating { try Data(page.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == page, "Gallery.md is not what is compiled")
  }

  @Test func theTutorialShowsTheFirstChart() throws {
    let tutorial = try String(contentsOf: Self.catalogue.appending(path: "FirstChart.md"), encoding: .utf8)
    let body = try code(of: "FirstChart").split(separator: "\n").dropFirst(2).dropLast()
    // Statement by statement, in the order of the code.
    var rest = tutorial[...]
    for line in body {
      let statement = line.trimmingCharacters(in: .whitespaces).replacing("return ", with: "")
      let place = try #require(rest.range(of: statement), "\(statement) does not follow")
      rest = rest[place.upperBound...]
    }
    #expect(body.count <= 15)
  }
}
