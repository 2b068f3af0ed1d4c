import Testing

@testable import Plotting

@Suite struct ClippingTests {
  // With the margin of 2,000 pixels around it: -2000...2100 both ways.
  private let frame = Rect(x: 0, y: 0, width: 100, height: 100)

  private func points(_ pairs: [(Double, Double)]) -> [Point] { pairs.map { Point(x: $0.0, y: $0.1) } }

  @Test func whatIsNearStaysAsItIs() {
    let path = points([(0, 0), (50, 150), (-30, 20)])
    #expect(Clipping.lines([path], around: frame) == [path] && Clipping.polygon(path, around: frame) == path)
  }

  @Test func linesAreCutWhereTheyLeave() {
    let path = points([(0, 0), (0, 10_000), (100, 10_000), (100, 0)])
    let pieces = Clipping.lines([path], around: frame)
    #expect(pieces == [points([(0, 0), (0, 2100)]), points([(100, 2100), (100, 0)])])
    #expect(Clipping.lines([points([(-9e9, 5000), (9e9, 5000)])], around: frame).isEmpty)
  }

  @Test func aPolygonAroundTheFrameBecomesItsBox() {
    let around = points([(-1e200, -1e200), (1e200, -1e200), (1e200, 1e200), (-1e200, 1e200)])
    let cut = Clipping.polygon(around, around: frame)
    #expect(Set(cut.map(\.x)) == [-2000, 2100] && Set(cut.map(\.y)) == [-2000, 2100])
  }
}
