import Testing

@testable import Plotting

@Suite struct StampTests {
  private func places(_ count: Int, spread: Double) -> (x: [Double], y: [Double]) {
    func numbers(_ factor: Int, _ modulus: Int) -> [Double] {
      (0..<count).map { index in
        let share = Double(index * factor % modulus) / Double(modulus)
        return 0.5 + spread * (share - 0.5)
      }
    }
    return (numbers(7919, 5003), numbers(104_729, 4999))
  }

  private func figure(_ marks: [Mark]) -> Figure {
    let unit = Axis(limits: 0...1)
    return Figure(size: Size(width: 2, height: 2), panels: [Axes(marks: marks, x: unit, y: unit, decoration: .none)])
  }

  @Test(arguments: Marker.allCases, [1, 0.3])
  func stampedSymbolsLookAsIfEachWereDrawnByItself(marker: Marker, opacity: Double) throws {
    let (x, y) = places(Stamp.leastPlaces, spread: 0.9)
    func dots(_ x: [Double], _ y: [Double]) -> Mark {
      .dots(Dots(x: x, y: y, marker: marker, color: Color(hex: 0x1F77B4).opacity(opacity)))
    }
    let stamped = try figure([dots(x, y)]).image(dpi: 100)
    let single = try figure(x.indices.map { dots([x[$0]], [y[$0]]) }).image(dpi: 100)
    let differences = zip(stamped.bytes, single.bytes).map { abs(Int($0) - Int($1)) }
    #expect((differences.max() ?? 255) <= 32 && differences.contains { $0 > 0 })
  }

  @Test func placesAreRoundedToEighthsOfAPixel() {
    for (position, pixel, phase) in [(0.0, 0, 0), (1.06, 1, 0), (1.07, 1, 1), (2.99, 3, 0), (-0.125, -1, 7)] {
      let split = Stamp.split(position)
      #expect(split.pixel == pixel && split.phase == phase)
    }
    var places = DistinctPlaces(width: 10, height: 10)
    let taken = [(1, 0, 1, 0), (1, 0, 1, 0), (1, 1, 1, 0), (1, 0, 1, 7), (-1, 0, 1, 0), (-1, 0, 1, 0)].map {
      places.take((pixel: $0.0, phase: $0.1), (pixel: $0.2, phase: $0.3))
    }
    #expect(taken == [true, false, true, true, true, true])
  }

  /// The opaque shapes that a document leaves out would not have been seen.
  @Test(arguments: [Marker.circle, .triangle, .cross])
  func hiddenShapesAddNothing(marker: Marker) throws {
    let (x, y) = places(20_000, spread: 0.1)
    let stamp = marker.stamp(size: 15, lineWidth: 4)
    let points = zip(x, y).map { Point(x: 400 * $0, y: 400 * $1) }
    var masks = try #require(StampMasks(stamp))
    let seen = try masks.visible(points, width: 400, height: 400)
    #expect(seen.count >= Stamp.leastPlaces && seen.count < points.count / 2)
    func picture(_ color: Color) throws -> [UInt32] {
      let canvas = try RasterCanvas(width: 400, height: 400, background: .white)
      try canvas.draw(stamp, at: points, color: color)
      return try canvas.withPixels { pixels in (0..<400).flatMap { Array(pixels.row($0)) } }
    }
    // What is not quite opaque is never left out, and the same black.
    #expect(try picture(.black) == picture(Color(grey: 0, alpha: 0.9999999)))
  }

  @Test func documentsOfManyDotsAreSmall() throws {
    let (x, y) = places(20_000, spread: 0.1)
    let figure = figure([.dots(Dots(x: x, y: y))])
    // 20,000 dots of 45 bytes or more each took a megabyte.
    #expect(try figure.svg().count < 60_000)
    #expect(try figure.pdf().count < 60_000)
    let translucent = self.figure([.dots(Dots(x: x, y: y, color: .black.opacity(0.1)))])
    let document = String(decoding: try translucent.svg(), as: UTF8.self)
    #expect(document.matches(of: /<use href="#symbol-/).count == 20_000)
  }

  @Test func manyDotsAtOnePlaceAreOne() throws {
    let figure = figure([
      .dots(Dots(x: Array(repeating: 0.5, count: 100_000), y: Array(repeating: 0.5, count: 100_000)))
    ])
    let single = self.figure([.dots(Dots(x: [0.5], y: [0.5]))])
    // But for the alternative text, which counts them.
    func drawing(_ figure: Figure) throws -> Substring? {
      try String(decoding: figure.svg(), as: UTF8.self).split(separator: "</desc>").last
    }
    #expect(try drawing(figure) == drawing(single))
  }

  @Test func stampsAreCutWhereDrawingIsLimited() throws {
    // Points between gaps, some beyond the limits of the axis.
    let y = (0..<2000).flatMap { [Double($0) / 1000, .nan] }
    let line = Line(y: y, color: .black, width: 10)
    let axes = Axes(marks: [.line(line)], y: Axis(limits: 0...1), decoration: .none)
    let figure = Figure(size: Size(width: 2, height: 2), panels: [axes])
    let image = try figure.image(dpi: 100)
    let frame = try FigureLayout(figure, dpi: 100, text: TextEngine()).panels[0].frame
    let rows = (0..<image.height).filter { row in
      (0..<image.width).contains { image.bytes[3 * (row * image.width + $0)] < 255 }
    }
    let top = Double(image.height) - frame.maxY
    #expect(rows.count > 50 && rows.allSatisfy { Double($0) >= top - 1 })
  }
}
