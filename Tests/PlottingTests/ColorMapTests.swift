import Foundation
import TestSupport
import Testing

@testable import Plotting

@Suite struct ColorMapTests {
  @Test func haveTheColorsOfMatplotlib() throws {
    let expected = try fixture("colors.json", as: [String: [Int]].self)
    // Straight lines between every fifth colour stay within a step of viridis, within four of cividis.
    for (name, map, tolerance) in [
      ("Blues", ColorMap.blues, 0), ("RdBu", .redBlue, 0), ("viridis", .viridis, 1), ("cividis", .cividis, 4),
    ] {
      let colors = try #require(expected[name])
      #expect(map.colors.count == colors.count)
      for (color, other) in zip(map.colors, colors) {
        let parts = [color.red, color.green, color.blue].map { Int(($0 * 255).rounded()) }
        let others = [other >> 16, other >> 8 & 255, other & 255]
        #expect(zip(parts, others).allSatisfy { abs($0 - $1) <= tolerance }, "\(name) \(parts) \(others)")
      }
    }
  }

  @Test(arguments: [ColorMap.viridis, .cividis])
  func sequentialStepsAreEven(map: ColorMap) {
    // CIELAB lightness grows in all steps, and every sixteenth of the map by between half and twice its share.
    let lightness = map.colors.map { Lab($0).lightness }
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 < $1 })
    let share = (lightness[255] - lightness[0]) / 15
    for step in 0..<15 {
      let rise = lightness[17 * (step + 1)] - lightness[17 * step]
      #expect(rise > share / 2 && rise < share * 2, "\(step): \(rise) of \(share)")
    }
  }

  @Test func divergingColorsAreLightestInTheMiddle() {
    let lightness = ColorMap.redBlue.colors.map { Lab($0).lightness }
    #expect(zip(lightness[..<128], lightness[1..<128]).allSatisfy { $0 < $1 })
    #expect(zip(lightness[128...], lightness[129...]).allSatisfy { $0 > $1 })
    #expect(lightness[127] > 95 && abs(lightness[0] - lightness[255]) < 10)
    #expect(ColorMap.redBlue.reversed.color(at: 0) == ColorMap.redBlue.color(at: 1))
  }

  @Test(arguments: ColorVision.allCases)
  func categoriesDifferToEveryKindOfColorVision(vision: ColorVision) {
    let colors = [Color].okabeIto.map { Lab(vision.seen($0)) }
    for (index, color) in colors.enumerated() {
      // Two is what is just noticed side by side.
      for other in colors[..<index] { #expect(color.distance(to: other) > 10, "\(vision) \(color) \(other)") }
    }
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

  @Test func aCenterMakesBothSidesAlike() {
    let heatmap = Heatmap(rows: 1, columns: 3, values: [-1, 0, 3], colorMap: .redBlue, center: 0)
    #expect(heatmap.valueRange == AxisRange(lower: -3, upper: 3))
    #expect(heatmap.color(0, in: heatmap.valueRange) == ColorMap.redBlue.color(at: 0.5))
    let limited = Heatmap(rows: 1, columns: 1, values: [9], limits: 0...1)
    #expect(limited.color(9, in: limited.valueRange) == ColorMap.blues.color(at: 1))
  }
}

/// A colour in CIELAB with the white of sRGB, D65 (CIE 15, IEC 61966-2-1).
struct Lab {
  var lightness: Double
  var a: Double
  var b: Double

  init(_ color: Color) {
    let rgb = [color.red, color.green, color.blue].map(Self.linear)
    // Rows of the matrix from linear sRGB, divided by the white's.
    let rows: [(row: [Double], white: Double)] = [
      ([0.4124564, 0.3575761, 0.1804375], 0.95047), ([0.2126729, 0.7151522, 0.0721750], 1),
      ([0.0193339, 0.1191920, 0.9503041], 1.08883),
    ]
    let xyz = rows.map { row, white -> Double in
      let value = (row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]) / white
      return value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
    }
    lightness = 116 * xyz[1] - 16
    a = 500 * (xyz[0] - xyz[1])
    b = 200 * (xyz[1] - xyz[2])
  }

  func distance(to other: Lab) -> Double {
    hypot(hypot(lightness - other.lightness, a - other.a), b - other.b)
  }

  static func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
  static func encoded(_ part: Double) -> Double {
    let part = min(max(part, 0), 1)
    return part <= 0.0031308 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055
  }
}

/// Kinds of colour vision, simulated in linear sRGB with the matrices of full severity of Machado, Oliveira and Fernandes,
/// A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG 15(6), 2009.
enum ColorVision: CaseIterable {
  case usual, protanopia, deuteranopia, tritanopia

  func seen(_ color: Color) -> Color {
    let rows: [[Double]] =
      switch self {
      case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      case .tritanopia:
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
      }
    let rgb = [color.red, color.green, color.blue].map(Lab.linear)
    let seen = rows.map { row in Lab.encoded(zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 }) }
    return Color(red: seen[0], green: seen[1], blue: seen[2])
  }
}
