import Testing

@testable import Plotting

@Suite struct LegendLayoutTests {
  private let container = Rect(x: 0, y: 0, width: 100, height: 100)
  private let size = Size(width: 30, height: 20)

  private func place(avoiding lines: [[Point]]) -> Point {
    LegendLayout.bestPlace(for: size, in: container, avoiding: lines)
  }

  @Test func takesTheUpperRightCornerWhereNothingIsInTheWay() {
    #expect(place(avoiding: []) == Point(x: 70, y: 80))
    #expect(place(avoiding: [[Point(x: 0, y: 0), Point(x: 60, y: 60)]]) == Point(x: 70, y: 80))
  }

  @Test func movesOnWhereALineCrosses() {
    // Through the upper right corner without a point inside, then through both upper corners.
    #expect(place(avoiding: [[Point(x: 60, y: 90), Point(x: 110, y: 90)]]) == Point(x: 0, y: 80))
    #expect(place(avoiding: [[Point(x: -10, y: 90), Point(x: 110, y: 90)]]) == Point(x: 0, y: 0))
  }

  @Test func countsPointsAndTakesTheFewest() {
    // Every place is crossed by a line through the middle and ones along the edges; points lie everywhere but left.
    let crossing = [
      [Point(x: -10, y: 50), Point(x: 110, y: 50)], [Point(x: 15, y: -10), Point(x: 15, y: 110)],
      [Point(x: 85, y: -10), Point(x: 85, y: 110)], [Point(x: 50, y: -10), Point(x: 50, y: 110)],
    ]
    let points = (0..<10).map { Point(x: 80 + Double($0), y: 90) }
    #expect(place(avoiding: crossing + [points]) == Point(x: 0, y: 80))
  }

  @Test func gapsCrossNothing() {
    let gap = [Point(x: 60, y: 90), Point(x: .nan, y: .nan), Point(x: 110, y: 90)]
    #expect(place(avoiding: [gap]) == Point(x: 70, y: 80))
  }
}
