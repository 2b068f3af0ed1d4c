import Foundation
import TestSupport
import Testing

@testable import Plotting

/// What marks make of their numbers, as NumPy, SciPy and matplotlib make it: `Fixtures/make_statistics.py`.
private struct Statistics: Decodable {
  struct Histogram: Decodable {
    var values: [Double]
    var count: Int?
    var range: [Double]?
    var given: [Double]?
    var edges: [Double]
    var counts: [Int]
    var density: [Double]
  }
  struct Box: Decodable {
    var values: [Double]
    var whiskers: Double
    var expected: [Double]
    var outliers: [Double]
  }
  struct Density: Decodable {
    var values: [Double]
    var places: [Double]
    var density: [Double]
    var widths: [Double]
    var coords: [Double]
  }

  var histograms: [Histogram]
  var boxes: [Box]
  var densities: [Density]
  var steps: [String: [[Double]]]

  static func read() throws -> Statistics {
    let file = pathBesideTest("Fixtures/statistics.json")
    return try JSONDecoder().decode(Statistics.self, from: Data(contentsOf: file))
  }
}

/// Whether two lists of numbers are alike to eleven digits, and to `scale` around zero.
private func agree(_ numbers: [Double], _ expected: [Double], scale: Double = 1) -> Bool {
  numbers.count == expected.count
    && zip(numbers, expected).allSatisfy { abs($0 - $1) <= 1e-11 * max(abs($0), abs($1), scale) }
}

@Suite struct StatisticsTests {
  private let statistics: Statistics

  init() throws {
    statistics = try Statistics.read()
  }

  @Test func histogramsAreNumPys() throws {
    try #require(statistics.histograms.count > 30)
    for expected in statistics.histograms {
      let bins: Histogram.Bins =
        if let given = expected.given {
          .edges(given)
        } else if let count = expected.count {
          .count(count, in: expected.range.map { $0[0]...$0[1] })
        } else {
          .automatic
        }
      let histogram = Histogram(expected.values, bins: bins)
      #expect(agree(histogram.edges, expected.edges), "\(bins) \(expected.edges) \(histogram.edges)")
      #expect(histogram.heights == expected.counts.map(Double.init), "\(bins) of \(expected.values.count)")
      #expect(agree(Histogram(expected.values, bins: bins, isDensity: true).heights, expected.density), "\(bins)")
    }
  }

  @Test func whatIsNotFiniteIsNotCounted() {
    let clean = Histogram([1, 2, 2, 3], bins: .count(2))
    #expect(Histogram([1, .nan, 2, .infinity, 2, 3, -.infinity], bins: .count(2)).heights == clean.heights)
    #expect(clean.heights == [1, 3])
    #expect(Histogram([]).edges == [0, 1] && Histogram([]).heights == [0])
    #expect(Histogram([], isDensity: true).heights == [0])
  }

  @Test func boxesAreMatplotlibs() throws {
    try #require(statistics.boxes.count > 20)
    for expected in statistics.boxes {
      let box = try #require(Box.Summary(expected.values, whiskers: expected.whiskers))
      let numbers = [
        box.lowerQuartile, box.median, box.upperQuartile, box.lowerWhisker, box.upperWhisker, box.notch.lowerBound,
        box.notch.upperBound,
      ]
      #expect(agree(numbers, expected.expected), "\(expected.expected) \(numbers)")
      #expect(box.outliers == expected.outliers)
    }
    #expect(Box.Summary([.nan, .infinity], whiskers: 1.5) == nil)
  }

  @Test func densitiesAreSciPys() throws {
    try #require(statistics.densities.count > 5)
    for expected in statistics.densities {
      let kernel = try #require(KernelDensity(expected.values))
      let densities = expected.places.map(kernel.density)
      #expect(agree(densities, expected.density, scale: 1e-3), "\(expected.density) \(densities)")
      let outline = try #require(Violin.Outline(expected.values))
      #expect(agree(outline.places, expected.coords))
      #expect(agree(outline.widths, expected.widths))
    }
    // Of these there is no width.
    #expect(KernelDensity([]) == nil && KernelDensity([1]) == nil && KernelDensity([2, 2, 2]) == nil)
    #expect(Violin.Outline([2, 2])?.places == [2])
  }

  @Test(arguments: [(Line.Step.pre, "pre"), (.mid, "mid"), (.post, "post")])
  func stepsAreMatplotlibs(step: Line.Step, name: String) throws {
    let (x, y) = step.corners([0, 1, 3, 4], [2, 1, 5, -1])
    #expect([x, y] == statistics.steps[name])
    #expect(step.corners([], []).x.isEmpty)
    #expect(step.corners([3], [4]).x.last == 3)
  }
}
