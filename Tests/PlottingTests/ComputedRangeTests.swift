import Plotting
import Testing

/// Ranges that are computed from data, whose ends may be in either order or no numbers at all.
@Suite struct ComputedRangeTests {
  private func image(_ left: Double, _ right: Double, _ bottom: Double, _ top: Double) -> Image {
    Image(width: 2, height: 1, pixels: [0, 255], left: left, right: right, bottom: bottom, top: top)
  }

  @Test func theEndsOfAnImageMayBeInEitherOrder() throws {
    let stated = Image(width: 2, height: 1, pixels: [0, 255], x: -1...3, y: 0...2)
    #expect(image(-1, 3, 0, 2) == stated && image(3, -1, 2, 0) == stated)
    #expect(stated.x == -1...3 && stated.y == 0...2)
    #expect(image(.nan, 3, 0, 2).x == nil)
    for broken in [image(.nan, 3, 0, 2), image(-1, .infinity, 0, 2), image(-1, 3, 2, 2)] {
      #expect(throws: PlottingError.self) { try Figure { Axes { Mark.image(broken) } }.png() }
    }
  }

  @Test func theEndsOfSizesMayBeInEitherOrderOrOneOfThemTheDatas() throws {
    #expect(SizeScale(from: 9, to: 4).limits == 4...9 && SizeScale(limits: 4...9).limits == 4...9)
    #expect(SizeScale(from: 0, to: nil).limits == nil && SizeScale(from: .nan, to: 4).limits == nil)
    func picture(_ sizes: SizeScale) throws -> [UInt8] {
      try Figure { Axes { Dots(x: [1, 2, 3], y: [1, 2, 3], sizeBy: [4, 6, 9], sizes: sizes) } }.png()
    }
    let all = try picture(SizeScale())
    for sizes in [SizeScale(from: 9, to: 4), SizeScale(from: 4, to: nil), SizeScale(from: nil, to: 9)] {
      #expect(try picture(sizes) == all)
    }
    #expect(try picture(SizeScale(from: 0, to: nil)) != all)
  }
}
