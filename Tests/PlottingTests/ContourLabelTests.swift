import Testing

@testable import Plotting

/// Heights upon contour lines.
@Suite struct ContourLabelTests {
  private let places = (0...40).map { Double($0) / 20 - 1 }

  private func panel(_ contour: Contour) throws -> PanelLayout {
    try FigureLayout(Figure { contour }, dpi: 100, text: TextEngine()).panels[0]
  }

  @Test func eachLineHasItsHeight() throws {
    // Upright lines at x = 0.25 and x = 0.5.
    let slope = places.flatMap { _ in places }
    let contour = Contour(x: places, y: places, z: slope, levels: .at([0.25, 0.5]), showsLabels: true)
    let panel = try panel(contour)
    #expect(panel.annotations.map { $0.lines[0].text } == ["0.25", "0.5"])
    for (words, x) in zip(panel.annotations, [0.25, 0.5]) {
      #expect(abs(words.bounds.midX - panel.scale.x(x, in: panel.frame)) < 1)
      // Along the line, which is upright.
      #expect(words.bounds.height > words.bounds.width && panel.frame.union(words.bounds) == panel.frame)
    }
    #expect(try self.panel(Contour(x: places, y: places, z: slope)).annotations.isEmpty)
    let around = Contour(
      x: places, y: places, z: slope, levels: .at([-0.5, -0.0]), showsLabels: true)
    #expect(try self.panel(around).annotations.map { $0.lines[0].text } == ["\u{2212}0.5", "0"])
    let areas = Contour(x: places, y: places, z: slope, isFilled: true, showsLabels: true)
    #expect(try self.panel(areas).annotations.isEmpty)
  }

  @Test func heightsAreWrittenAsStatedAndApart() throws {
    let bowl = places.flatMap { y in places.map { x in x * x + y * y } }
    let contour = Contour(
      x: places, y: places, z: bowl, levels: .at([0.0001, 0.1, 0.2, 0.5]), showsLabels: true,
      labelFormat: .percent())
    let words = try panel(contour).annotations
    // The smallest circle has no room for its height.
    #expect(words.map { $0.lines[0].text } == ["10%", "20%", "50%"])
    for (index, one) in words.enumerated() {
      #expect(words[..<index].allSatisfy { !$0.bounds.overlaps(one.bounds) })
    }
  }

  @Test func aLineLeavesRoomForItsHeight() throws {
    let gap = ContourGap(center: Point(x: 5, y: 0), radius: 2)
    let line = [Point(x: 0, y: 0), Point(x: 4, y: 0), Point(x: 10, y: 0)]
    let parts = gap.cut(line, center: gap.center)
    #expect(parts == [[Point(x: 0, y: 0), Point(x: 3, y: 0)], [Point(x: 7, y: 0), Point(x: 10, y: 0)]])
    #expect(gap.cut(line, center: Point(x: 5, y: 3)) == [line])
    #expect(gap.cut([Point(x: 4, y: 0), Point(x: 6, y: 0)], center: gap.center) == [])

    let slope = places.flatMap { _ in places }
    let plain = Contour(x: places, y: places, z: slope, levels: .at([0.5]), color: .red)
    var labelled = plain
    labelled.showsLabels = true
    #expect(plain != labelled)
    let counts = try [plain, labelled].map { contour in
      try Figure { contour }.image(dpi: 100).count(of: 0xFF0000)
    }
    #expect(counts[1] > 0 && counts[1] < counts[0])
  }
}
