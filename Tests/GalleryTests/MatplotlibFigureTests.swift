import Foundation
import PictureSupport
import Plotting
import PlottingTesting
import TestSupport
import Testing

/// The figures of machine learning in the gallery held against those that `Matplotlib/draw.py` drew of the same data with
/// matplotlib 3.10.8.
@Suite struct MatplotlibFigureTests {
  static let names = [
    "LearningCurves", "ThresholdCurves", "Reliability", "ClassScores", "LossLandscape", "SamplePictures",
  ]

  @Test(arguments: names) func aFigureIsLikeMatplotlibs(name: String) throws {
    let example = try #require(gallery.first { $0.name == name })
    let ours = try example.figure().image(dpi: 100)
    let theirs = try RGBImage(png: Array(Data(contentsOf: pathBesideTest("Matplotlib/\(name).png"))))
    let similarity = PictureSimilarity(ours, to: theirs)
    if !(similarity.map { $0.mean >= 0.99 && $0.worstTile >= 0.9 && $0.ink < 20 } ?? false) {
      let pictures = try PictureComparison(ours, to: theirs).writeDifference(named: "\(name)-matplotlib")
      Issue.record("\(similarity.map { "\($0)" } ?? "no similarity"); \(pictures)")
    }
  }

  @Test(arguments: names) func theCodeIsShort(name: String) throws {
    let code = try String(contentsOf: GalleryTests.examples.appending(path: "\(name).swift"), encoding: .utf8)
    #expect(code.split(separator: "\n").count <= 25)
  }
}
