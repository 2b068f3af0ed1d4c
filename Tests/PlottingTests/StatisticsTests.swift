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

  struct Hexagons: Decodable {
    var x: [Double]
    var y: [Double]
    var columns: Int
    var rows: Int
    var centers: [[Double]]
    var counts: [Int]
    var corners: [[Double]]
  }
  struct Contours: Decodable {
    var x: [Double]
    var y: [Double]
    var z: [Double?]
    var levels: [Double]
    var lengths: [Double]
    var lines: [Int]
    var filled: [Double]
    var areas: [Double]
  }
  struct Levels: Decodable {
    var lower: Double
    var upper: Double
    var count: Int
    var levels: [Double]
  }
  struct Colors: Decodable {
    var kind: String
    var lower: Double
    var upper: Double
    var values: [Double]
    var steps: [Int]
  }
  struct Arrows: Decodable {
    var x: [Double]
    var y: [Double]
    var u: [Double]
    var v: [Double]
    var width: Double
    var shapes: [[[Double]]]
  }

  var histograms: [Histogram]
  var hexagons: [Hexagons]
  var contours: [Contours]
  var levels: [Levels]
  var colorScales: [Colors]
  var arrows: Arrows
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

  @Test func hexagonsAreMatplotlibs() throws {
    try #require(statistics.hexagons.count == 3)
    for expected in statistics.hexagons {
      let binning = HexagonalBinning(x: expected.x, y: expected.y, columns: expected.columns, rows: expected.rows)
      let cells = zip(binning.centers, binning.counts).sorted { ($0.0.x, $0.0.y) < ($1.0.x, $1.0.y) }
      #expect(cells.map(\.1) == expected.counts)
      #expect(agree(cells.flatMap { [$0.0.x, $0.0.y] }, expected.centers.flatMap { $0 }))
      let corners = binning.corners.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
      #expect(agree(corners.flatMap { [$0.x, $0.y] }, expected.corners.flatMap { $0 }))
    }
  }

  @Test func levelsAreMatplotlibs() throws {
    try #require(statistics.levels.count > 50)
    for expected in statistics.levels {
      let levels = ContourLevels.levels(
        in: AxisRange(lower: expected.lower, upper: expected.upper), count: expected.count)
      #expect(
        agree(levels, expected.levels, scale: expected.upper - expected.lower), "\(expected) \(levels)")
    }
  }

  /// The lines' lengths and numbers, and the areas between levels.
  @Test func contoursAreMatplotlibs() throws {
    try #require(statistics.contours.count == 4)
    for expected in statistics.contours {
      let z = expected.z.map { $0 ?? .nan }
      let field = ContourField(x: expected.x, y: expected.y, z: z)
      #expect(agree(Contour(x: expected.x, y: expected.y, z: z).levels, expected.levels))
      let lines = expected.levels.map(field.lines)
      #expect(lines.map(\.count) == expected.lines)
      let lengths = lines.map { lines in
        lines.reduce(0) { sum, line in
          sum + zip(line, line.dropFirst()).reduce(0) { $0 + hypot($1.1.x - $1.0.x, $1.1.y - $1.0.y) }
        }
      }
      #expect(agree(lengths, expected.lengths), "\(lengths) \(expected.lengths)")
      let areas = expected.filled.map { level in
        field.outlines(above: level, orAt: level == expected.filled.first && level == z.filter(\.isFinite).min())
          .reduce(0) { sum, outline in
            sum
              + zip(outline, outline.dropFirst() + outline.prefix(1)).reduce(0) {
                $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
              }
          }
      }
      let between = zip(areas, areas.dropFirst()).map { $0 - $1 }
      #expect(agree(between, expected.areas), "\(between) \(expected.areas)")
    }
  }

  @Test func stepsOfColorsAreMatplotlibs() throws {
    try #require(statistics.colorScales.count == 4)
    for expected in statistics.colorScales {
      let scale: Scale = ["log": .log(), "symlog": .symlog()][expected.kind] ?? .linear
      let isCentered = expected.kind == "centered"
      let colors = ColorScale(
        .grey, scale: scale, limits: isCentered ? 1...expected.upper : expected.lower...expected.upper,
        center: isCentered ? 1 : nil)
      let shades = ValueColors(colors, over: colors.range(of: expected.values))
      #expect(expected.values.map { shades.step(of: $0) ?? -1 } == expected.steps, "\(expected.kind)")
    }
  }

  @Test func arrowsAreMatplotlibs() throws {
    let expected = statistics.arrows
    let arrows = Arrows(x: expected.x, y: expected.y, u: expected.u, v: expected.v)
    let scale = PanelScale(Axes { arrows }, margin: 0.05)
    let frame = Rect(minX: 0, minY: 0, maxX: expected.width, maxY: 400)
    let area = MarkArea(scale: scale, frame: frame, pageHeight: 400, dpi: 100, theme: Theme(), colors: [])
    let shapes = arrows.shapes(in: area)
    try #require(shapes.count == expected.shapes.count)
    for (index, shape) in shapes.enumerated() {
      let tail = area.position(expected.x[index], expected.y[index])
      let corners = shape.flatMap { [$0.x - tail.x, tail.y - $0.y] }
      let count = corners.count
      #expect(agree(corners, Array(expected.shapes[index].flatMap { $0 }.prefix(count)), scale: 10), "arrow \(index)")
    }
  }
}
