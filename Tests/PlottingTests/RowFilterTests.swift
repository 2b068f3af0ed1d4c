import Testing

@testable import Plotting

@Suite struct RowFilterTests {
  private func filtered(_ row: [UInt8], above: [UInt8], distance: Int = 1) -> [UInt8] {
    var target = [UInt8](repeating: 0, count: row.count + 1)
    row.withUnsafeBufferPointer { row in
      above.withUnsafeBufferPointer { above in
        target.withUnsafeMutableBufferPointer { target in
          RowFilter.write(row, above: above, distance: distance, to: target)
        }
      }
    }
    return target
  }

  @Test func whatNothingForetellsStays() {
    #expect(filtered([1, 255, 0], above: [90, 90, 90]) == [0, 1, 255, 0])
  }

  @Test func aRowLikeTheOneAboveIsTakenFromIt() {
    #expect(filtered([100, 50, 100], above: [99, 50, 101]) == [2, 1, 0, 255])
  }

  /// The first is taken from the 10 above it; then left + upper - upper left is the left one: 10, and 20.
  @Test func aSlopeIsForetoldByItsNeighbours() {
    #expect(filtered([10, 20, 30], above: [10, 10, 10]) == [4, 0, 10, 10])
  }

  /// Both leave 90: 30 + 30 + 30 + 0, and 30 + 0 + 30 + 30.
  @Test func ofTwoThatLeaveAsMuchTheSimplerIsTaken() {
    #expect(filtered([50, 50, 50, 80], above: [20, 20, 80, 80]) == [2, 30, 30, 226, 0])
  }

  /// The colours of a pixel are foretold by those of the pixel at its left.
  @Test func coloursAreForetoldByTheSameColour() {
    #expect(filtered([9, 60, 90, 9, 60, 90], above: [0, 0, 0, 0, 0, 0], distance: 3) == [4, 9, 60, 90, 0, 0, 0])
  }
}
