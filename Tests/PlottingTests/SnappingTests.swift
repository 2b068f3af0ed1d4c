import Testing

@testable import Plotting

@Suite struct SnappingTests {
  @Test func linesOfOddWidthStandBetweenPixelEdges() {
    #expect(Snapping.shift(strokeWidth: 1.11) == 0.5)
    #expect(Snapping.shift(strokeWidth: 1.667) == 0)
    #expect(Snapping.shift(strokeWidth: 4.167) == 0)
    #expect(Snapping.snap([Point(x: 3.4, y: 2.5)], strokeWidth: 1) == [Point(x: 3.5, y: 3.5)])
  }

  @Test func onlyRectilinearLinesAreSnapped() {
    #expect(Snapping.isRectilinear([[Point(x: 0, y: 1), Point(x: 5, y: 1), Point(x: 5, y: 9)]]))
    #expect(!Snapping.isRectilinear([[Point(x: 0, y: 1), Point(x: 5, y: 1.1)]]))
    #expect(!Snapping.isRectilinear([(0..<1025).map { Point(x: Double($0), y: 0) }]))
  }
}
