import Testing

@testable import Plotting

@Suite struct ColorMapTests {
  @Test func hasTheBluesOfMatplotlib() throws {
    let expected = try fixture("colors.json", as: [Int].self)
    let colors = ColorMap.blues.colors.map { color in
      [color.red, color.green, color.blue].reduce(0) { $0 << 8 | Int(($1 * 255).rounded()) }
    }
    #expect(colors == expected)
  }

  @Test func stepsCoverTheRange() {
    #expect(ColorMap.grey.step(of: 0) == 0)
    #expect(ColorMap.grey.step(of: 0.5) == 128)
    #expect(ColorMap.grey.step(of: 1) == 255)
    #expect(ColorMap.grey.step(of: 7) == 255)
    #expect(ColorMap.grey.step(of: -1) == 0)
    #expect(ColorMap.grey.step(of: .nan) == 0)
  }

  @Test func annotationsAreDarkOnLightCells() {
    #expect(MarkStyle().textColor(on: .white) == Color(grey: 0.15))
    #expect(MarkStyle().textColor(on: Color(hex: 0x08306B)) == .white)
    // Luminance 0.4072 and 0.4125: either side of 0.408.
    #expect(MarkStyle().textColor(on: Color(grey: 0.671)) == .white)
    #expect(MarkStyle().textColor(on: Color(grey: 0.675)) == Color(grey: 0.15))
  }
}
