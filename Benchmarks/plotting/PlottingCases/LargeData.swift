import Foundation
import Plotting

/// Figures of very many points; the same are in `draw_matplotlib.py`.
enum LargeData {
  static var cases: [String: () -> [Figure]] {
    [
      "dots10": { [dots(10_000, spread: 1)] },
      "dots100": { [dots(100_000, spread: 1)] },
      "clump100": { [dots(100_000, spread: 0.05)] },
      "dots1000": { [dots(1_000_000, spread: 1)] },
      "translucentdots100": { [dots(100_000, spread: 1, opacity: 0.05)] },
      "noise20": { [noise(20_000, opacity: 0.5)] },
      "noise100": { [noise(100_000, opacity: 0.5)] },
      "opaquenoise100": { [noise(100_000)] },
      "dashednoise100": { [noise(100_000, dash: .dashed)] },
      "noise10": { [noise(10_000)] },
      "band10": { [band(10_000)] },
      "gaps100": { [gaps(100_000)] },
      "band100": { [band(100_000)] },
      "lines1000": { [lines(1000, of: 200)] },
      "walk1000": { [walk(1_000_000)] },
    ]
  }

  private static func figure(_ axes: Axes) -> Figure { Figure(size: Size(width: 10, height: 6), panels: [axes]) }

  /// A bell of the given width, on axes from -3 to 3.
  static func dots(_ count: Int, spread: Double, opacity: Double = 1) -> Figure {
    var random = Random()
    let x = (0..<count).map { _ in spread * random.bell() }
    let y = (0..<count).map { _ in spread * random.bell() }
    return figure(
      Axes(title: "Dots", x: Axis(limits: -3...3), y: Axis(limits: -3...3)) {
        Dots(x: x, y: y, color: Color(hex: 0x1F77B4).opacity(opacity))
      })
  }

  static func noise(_ count: Int, opacity: Double = 1, dash: Line.Dash = .solid) -> Figure {
    var random = Random()
    let y = (0..<count).map { _ in random.bell() }
    return figure(Axes(title: "Noise") { Line(y: y, color: Color(hex: 0x1F77B4).opacity(opacity), dash: dash) })
  }

  /// Noise of which every third value is missing.
  static func gaps(_ count: Int) -> Figure {
    var random = Random()
    let y = (0..<count).map { $0 % 3 == 2 ? .nan : random.bell() }
    return figure(Axes(title: "Gaps") { Line(y: y, color: Color(hex: 0x1F77B4)) })
  }

  static func band(_ count: Int) -> Figure {
    var random = Random()
    let x = (0..<count).map(Double.init)
    let middle = (0..<count).map { _ in random.bell() }
    return figure(
      Axes(title: "Band") {
        Band(
          x: x, lower: middle.map { $0 - 1 }, upper: middle.map { $0 + 1 }, color: Color(hex: 0x1F77B4), opacity: 0.25)
      })
  }

  static func lines(_ count: Int, of points: Int) -> Figure {
    var random = Random()
    return figure(
      Axes(title: "Lines") {
        for _ in 0..<count {
          let start = random.bell()
          Line(y: (0..<points).map { start + sin(Double($0) / 20 + start) + 0.1 * random.bell() }, width: 0.5)
        }
      })
  }

  /// A walk in the plane.
  static func walk(_ count: Int) -> Figure {
    var random = Random()
    var (x, y) = ([0.0], [0.0])
    for index in 1..<count {
      x.append(x[index - 1] + random.bell())
      y.append(y[index - 1] + random.bell())
    }
    return figure(Axes(title: "Walk") { Line(x: x, y: y, color: Color(hex: 0x1F77B4), width: 0.5) })
  }
}

/// Numbers of a fixed sequence (SplitMix64).
struct Random {
  private var state: UInt64 = 7

  private mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }

  /// The sum of four even numbers less their mean, scaled to a variance of one: nearly a normal distribution.
  mutating func bell() -> Double { (next() + next() + next() + next() - 2) * 1.732_050_807_568_877_2 }
}
