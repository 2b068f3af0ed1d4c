import Testing

@testable import Plotting

/// Ticks with labels of their own, and labels that do not touch.
@Suite struct TickFitTests {
  private func panel(
    x: Axis = Axis(), y: Axis = Axis(), width: Double = 4, _ marks: [Mark] = [.line(Line(y: [0, 1, 2, 3]))],
    _ change: (inout Axes) -> Void = { _ in }
  ) throws -> PanelLayout {
    var axes = Axes(marks: marks, title: "Title", x: x, y: y)
    change(&axes)
    return try #require(
      try FigureLayout(Figure(size: Size(width: width, height: 3), panels: [axes]), dpi: 100, text: TextEngine())
        .panels.first)
  }

  private func labels(_ axis: AxisLayout) -> [String] {
    axis.ticks.map { $0.label.lines.map(\.text).joined(separator: "\n") }
  }

  private func expectNoTouching(_ axis: AxisLayout, _ comment: Comment) {
    let boxes = (axis.ticks.map(\.label) + axis.minorTicks.compactMap(\.label)).map(\.bounds).filter(\.isVisible)
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] { #expect(!box.overlaps(other), comment) }
    }
  }

  @Test func labelsOfOnesOwnStandAtTheirNumbers() throws {
    let given = try panel(x: Axis(ticks: .labels([2: "two", 0: "zero", 9: "outside", 0: "again"])))
    let pairs = [(0.0, "zero"), (2, "two")]
    let listed = try panel(x: Axis(ticks: .labels(pairs)))
    for panel in [given, listed] {
      #expect(labels(panel.axisLayouts[0]) == ["zero", "two"])
      #expect(panel.axisLayouts[0].ticks.map(\.position) == [0, 2].map { panel.scale.x($0, in: panel.frame) })
    }
  }

  @Test func namesThatWouldTouchAreTurnedThenLeftOut() throws {
    let names = ["a long name", "another name", "a third name", "and the last one"]
    func ticks(_ count: Int) -> Axis {
      Axis(ticks: .labels((0..<count).map { (3 * Double($0) / Double(count - 1), names[$0 % 4]) }))
    }
    let turned = try panel(x: ticks(8)).axisLayouts[0]
    #expect(turned.ticks.allSatisfy { $0.label.rotation == .turned(45) })
    let upright = try panel(x: ticks(18)).axisLayouts[0]
    #expect(upright.ticks.allSatisfy { $0.label.rotation == .vertical })
    let crowded = try panel(x: ticks(60)).axisLayouts[0]
    #expect(crowded.ticks.count == 60)
    expectNoTouching(crowded, "60 names")
    #expect(crowded.ticks.count { !$0.label.lines.joined().isEmpty } >= 15)
  }

  @Test func anAngleThatIsAskedForIsTaken() throws {
    let panel = try panel(x: Axis(tickAngle: 30), y: Axis(tickAngle: -90))
    #expect(panel.axisLayouts[0].ticks.allSatisfy { $0.label.rotation == .turned(30) })
    #expect(panel.axisLayouts[1].ticks.allSatisfy { $0.label.rotation == .turned(-90) })
    let bars = try self.panel(x: Axis(tickAngle: 45), [.bars(Bars(["a", "b"], [1, 2]))])
    #expect(bars.axisLayouts[0].ticks.allSatisfy { $0.label.rotation == .turned(45) })
  }

  @Test func givenNumbersDoNotTouch() throws {
    let values = (0...300).map { Double($0) / 100 }
    let panel = try panel(x: Axis(ticks: .values(values)), y: Axis(ticks: .values(values)))
    for axis in panel.axisLayouts {
      expectNoTouching(axis, "\(axis.edge)")
      #expect(axis.ticks.count == 301)
    }
  }

  @Test func ofEvenlySpacedLabelsEverySoManyStay() throws {
    let axis = try panel(
      x: Axis(ticks: .values((0...50).map { Double($0) * 1000 })), [.line(Line(x: [0, 50_000], y: [0, 1]))]
    ).axisLayouts[0]
    let kept = labels(axis).filter { !$0.isEmpty }.compactMap { Double($0) }
    let steps = zip(kept, kept.dropFirst()).map { $1 - $0 }
    #expect(kept.first == 0 && kept.count >= 3 && Set(steps).count == 1, "\(kept)")
  }

  @Test func automaticNumbersDoNotTouch() throws {
    for width in [0.8, 1.2, 2, 3] {
      for top in [1e5, 123_456, 1e-4, 0.00012345] {
        let panel = try panel(width: width, [.line(Line(x: [-top, top], y: [0, 1]))])
        expectNoTouching(panel.axisLayouts[0], "\(width) \(top)")
        #expect(!panel.axisLayouts[0].ticks.isEmpty)
      }
    }
  }

  @Test func multiplesStandWhereAskedFor() throws {
    #expect(try labels(panel(x: Axis(ticks: .multiples(of: 1.5))).axisLayouts[0]) == ["0.0", "1.5", "3.0"])
    // A thousand at most, however small the step.
    #expect(try panel(x: Axis(ticks: .multiples(of: 1e-9))).axisLayouts[0].ticks.count <= 1001)
    for step in [0, -1, Double.nan, .infinity] {
      #expect(throws: PlottingError.self) { try panel(x: Axis(ticks: .multiples(of: step))) }
    }
  }

  @Test func formatsAreThoseOfTheAxis() throws {
    let axis = try panel(y: Axis(from: 0, to: 1, format: .percent()), [.line(Line(y: [0, 1]))]).axisLayouts[1]
    #expect(labels(axis) == ["0%", "20%", "40%", "60%", "80%", "100%"])
    #expect(axis.common == nil)
    let large = try panel(y: Axis(format: .grouped()), [.line(Line(y: [0, 2e6]))]).axisLayouts[1]
    #expect(labels(large).contains("1,000,000") && large.common == nil)
  }

  @Test func datesAreLabelledShort() throws {
    let start = DateTime(year: 2026, month: 11, day: 28).secondsSince1970
    let line = Mark.line(Line(x: [start, start + 86_400], y: [0, 1]))
    let axis = try panel(x: Axis(scale: .date(), from: start, to: start + 86_400), width: 6.4, [line]).axisLayouts[0]
    #expect(labels(axis) == ["Nov-28", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "Nov-29"])
    #expect(axis.common?.lines.map(\.text) == ["2026-Nov-29"])
    let zone = try panel(
      x: Axis(scale: .date(hoursFromUTC: 5.5), ticks: .calendar(.hour, every: 12), format: .date("%H:%M")), [line])
    #expect(labels(zone.axisLayouts[0]) == ["12:00", "00:00"])
    for width in [1.0, 1.5, 2, 3, 5] {
      for length in [1e-3, 10, 1e3, 1e5, 1e6, 1e7, 1e9] {
        let axis = try panel(
          x: Axis(scale: .date()), width: width, [.line(Line(x: [start, start + length], y: [0, 1]))]
        ).axisLayouts[0]
        expectNoTouching(axis, "\(width) \(length)")
        #expect(!axis.ticks.isEmpty, "\(width) \(length)")
      }
    }
  }

  @Test func calendarsNeedDates() throws {
    #expect(throws: PlottingError.self) { try panel(x: Axis(ticks: .calendar(.month))) }
    for count in [0, -1, Int.max] {
      #expect(throws: PlottingError.self) {
        try panel(x: Axis(scale: .date(), ticks: .calendar(.year, every: count)))
      }
    }
    // A second on an axis of 10 days would be a million ticks.
    let axis = Axis(scale: .date(), from: 0, to: 864_000, ticks: .calendar(.second))
    #expect(try panel(x: axis).axisLayouts[0].ticks.count <= 1001)
  }

  @Test func logarithmicAxesWithinAPowerHavePlainNumbers() throws {
    func axis(_ from: Double, _ to: Double, base: Double = 10, minor: Bool? = nil) throws -> [String] {
      let axis = try panel(
        y: Axis(scale: .log(base: base), from: from, to: to, minorTicks: minor), width: 6.4,
        [.line(Line(y: [from, to]))]
      ).axisLayouts[1]
      expectNoTouching(axis, "\(from) \(to)")
      return labels(axis) + axis.minorTicks.compactMap { $0.label?.lines.first?.text }
    }
    #expect(try axis(2, 9) == ["2", "3", "4", "6"])
    #expect(try axis(1.01, 1.02) == ["1.010", "1.012", "1.014", "1.016", "1.018", "1.020"])
    #expect(try axis(0.5, 8) == ["1", "0.5", "2", "5"])
    #expect(try axis(2, 9, minor: false) == ["2", "3", "4", "6"])
    // Every power of two.
    #expect(try axis(1, 512, base: 2).count == 10)
  }

  @Test func symlogAxesWithinTheirThresholdAreLinear() throws {
    let axis = try panel(y: Axis(scale: .symlog(threshold: 10), from: -4, to: 5.1105)).axisLayouts[1]
    #expect(labels(axis) == ["−4", "−2", "0", "2", "4"])
  }

  @Test func squareRootsSpreadSmallNumbers() throws {
    let panel = try panel(y: Axis(scale: .squareRoot, from: 0, to: 100), [.line(Line(y: [0, 25, 100, -1]))])
    let middle = panel.scale.y(25, in: panel.frame)
    #expect(abs(middle - panel.frame.midY) < 1e-9)
    #expect(panel.scale.y(-1, in: panel.frame).isNaN)
    for exponent in [0, -1, 21, Double.nan] {
      #expect(throws: PlottingError.self) { try self.panel(y: Axis(scale: .power(exponent))) }
    }
    // Nothing below zero is made room for.
    let free = try self.panel(y: Axis(scale: .squareRoot), [.line(Line(y: [0, 1]))])
    #expect(free.scale.y.range.lower == 0)
  }

  @Test func cellsWithoutNamesAreCounted() throws {
    let panel = try panel([.heatmap(Heatmap(rows: 2, columns: 30, values: Array(repeating: 1, count: 60)))])
    #expect(labels(panel.axisLayouts[1]) == ["0", "1"])
    #expect(labels(panel.axisLayouts[0]) == ["0", "5", "10", "15", "20", "25"])
    #expect(panel.axisLayouts[1].ticks.map(\.position) == [0.5, 1.5].map { panel.scale.y($0, in: panel.frame) })
  }

  @Test func unitsAreOfTheLengthThatIsAskedFor() throws {
    let line = Mark.line(Line(x: [0, 4], y: [0, 1]))
    func unit(_ aspect: Axes.Aspect) throws -> (Double, Rect) {
      let panel = try panel([line]) { $0.aspect = aspect }
      let x = panel.scale.x(1, in: panel.frame) - panel.scale.x(0, in: panel.frame)
      return ((panel.scale.y(1, in: panel.frame) - panel.scale.y(0, in: panel.frame)) / x, panel.frame)
    }
    #expect(abs(try unit(.equal).0 - 1) < 1e-9)
    #expect(abs(try unit(.ratio(2.5)).0 - 2.5) < 1e-9)
    let square = try unit(.box(1)).1
    #expect(abs(square.width - square.height) < 1e-9)
    for ratio in [0, -1, Double.nan, 1e4] {
      #expect(throws: PlottingError.self) { try unit(.ratio(ratio)) }
      #expect(throws: PlottingError.self) { try unit(.box(ratio)) }
    }
  }
}

extension [PlacedText.Line] {
  /// The text of all lines.
  fileprivate func joined() -> String { map(\.text).joined() }
}
