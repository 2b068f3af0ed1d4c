import TestSupport

@testable import Plotting

/// What `make_axes_fixtures.py` wrote.
struct AxesFixture: Decodable {
  struct LegendCase: Decodable {
    var names: [String]
    var columns: Int
    var place: Int
    var size: Double
    var dpi: Double
    var frame: [Double]
    var box: [Double]
    var texts: [[Double]]
  }

  struct DateCase: Decodable {
    var hours: Double
    var lower: Double
    var upper: Double
    var ticks: [Double]
    var labels: [String]
    var offset: String
  }

  struct DayCase: Decodable {
    var parts: [Int]
    var seconds: Double
    var text: String
  }

  struct GridCase: Decodable {
    var rows: Int
    var columns: Int
    var heights: [Double]
    var widths: [Double]
    var spans: [[Int]]
    var frames: [[Double]]
  }

  struct PercentCase: Decodable {
    var whole: Double
    var decimals: Int?
    var lower: Double
    var upper: Double
    var values: [Double]
    var labels: [String]
  }

  struct EngineeringCase: Decodable {
    var unit: String
    var decimals: Int?
    var values: [Double]
    var labels: [String]
  }

  struct Numbers: Decodable {
    var percent: [PercentCase]
    var engineering: [EngineeringCase]
  }

  var legends: [LegendCase]
  var numbers: Numbers
  var dates: [DateCase]
  var days: [DayCase]
  var grids: [GridCase]

  static func read() throws -> AxesFixture { try fixture("axes.json", as: AxesFixture.self) }
}

extension Rect {
  /// A box of a fixture: left, bottom, width and height.
  init(_ numbers: [Double]) {
    self.init(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  /// The largest distance between an edge of this and the same edge of another.
  func distance(to other: Rect) -> Double {
    zip([minX, minY, maxX, maxY], [other.minX, other.minY, other.maxX, other.maxY]).map { abs($0 - $1) }.max() ?? 0
  }
}
