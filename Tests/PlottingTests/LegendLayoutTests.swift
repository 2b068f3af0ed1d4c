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

  /// Points inside a box, and whether any of 2,000 places along each stroke is: counted without any geometry.
  private func badness(of corner: Point, _ lines: [[Point]]) -> Int {
    func isInside(_ point: Point) -> Bool {
      point.x > corner.x && point.x < corner.x + size.width && point.y > corner.y && point.y < corner.y + size.height
    }
    return lines.reduce(0) { sum, line in
      let crosses = zip(line, line.dropFirst()).contains { a, b in
        (0...2000).contains { step in
          let share = Double(step) / 2000
          return isInside(Point(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y)))
        }
      }
      return sum + line.count(where: isInside) + (crosses ? 1 : 0)
    }
  }

  @Test func noPlaceIsEmptierThanTheOneTaken() {
    var generator = SplitMix(state: 7)
    for _ in 0..<60 {
      let lines = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          Point(x: Double.random(in: 0...100, using: &generator), y: Double.random(in: 0...100, using: &generator))
        }
      }
      let taken = place(avoiding: lines)
      #expect(taken.x >= 0 && taken.y >= 0 && taken.x + size.width <= 100 && taken.y + size.height <= 100)
      let least = LegendLayout.places.map { badness(of: Point(x: $0.x * 70, y: $0.y * 80), lines) }.min() ?? 0
      // A stroke may cut a corner between two of the places that are counted.
      #expect(badness(of: taken, lines) <= least + 1, "\(lines)")
    }
  }
}
