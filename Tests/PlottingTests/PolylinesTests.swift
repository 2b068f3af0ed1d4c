import Testing

@testable import Plotting

@Suite struct PolylinesTests {
  private let lines = Polylines(7) { [0, 1, .nan, 3, .infinity, .nan, 6][$0].point }

  @Test func linesEndWhereAPlaceIsNotFinite() {
    #expect(lines.map { $0.map(\.x) } == [[0, 1], [3], [6]])
    #expect(lines.points.map(\.x) == [0, 1, 3, 6] && lines.lonePoints.map(\.x) == [3, 6])
    #expect(Polylines(2) { _ in Double.nan.point }.isEmpty)
  }

  @Test func linesWithoutPointsAreNone() {
    #expect(Polylines([[], [Point(x: 1, y: 2)], []]) == [[Point(x: 1, y: 2)]])
  }

  @Test func linesAreChosenAndJoined() {
    let long = lines.filter { $0.count > 1 }
    #expect(long.map { $0.map(\.x) } == [[0, 1]])
    #expect((long + lines).map(\.count) == [2, 2, 1, 1] && (long + Polylines()) == long)
    #expect((long + lines).map { $0.map(\.x) }.last == [6])
  }
}

extension Double {
  /// A point on a level line.
  fileprivate var point: Point { Point(x: self, y: 2) }
}
