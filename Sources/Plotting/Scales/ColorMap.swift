/// Colours for the values from 0 to 1, in 256 steps.
public struct ColorMap: Sendable, Equatable {
  /// The colours of the 256 steps.
  public let colors: [Color]

  /// Draws straight lines through `anchors`, which stand at equal distances. At least one is needed; none gives black.
  public init(anchors: [Color]) {
    let last = Double(anchors.count - 1)
    colors = (0..<256).map { step in
      guard let first = anchors.first, anchors.count > 1 else { return anchors.first ?? .black }
      let position = Double(step) / 255 * last
      let index = min(Int(position), anchors.count - 2)
      let part = position - Double(index)
      let (a, b) = anchors.count > 1 ? (anchors[index], anchors[index + 1]) : (first, first)
      return Color(
        red: a.red + (b.red - a.red) * part, green: a.green + (b.green - a.green) * part,
        blue: a.blue + (b.blue - a.blue) * part)
    }
  }

  /// Takes the colours of the 256 steps.
  init(colors: [Color]) {
    self.colors = colors
  }

  /// The step of a value: 255 for 1 and above, 0 for 0 and below and for what is not a number.
  public func step(of value: Double) -> Int {
    value > 0 ? Int(min(value * 256, 255)) : 0
  }

  /// The colour of a value from 0 to 1.
  public func color(at value: Double) -> Color {
    colors[step(of: value)]
  }

  /// From black to white.
  public static let grey = ColorMap(anchors: [.black, .white])

  /// From nearly white to dark blue: ColorBrewer's sequential scheme `Blues` with nine classes.
  ///
  /// Cynthia Brewer, Mark Harrower and The Pennsylvania State University, https://colorbrewer2.org (Apache 2.0).
  public static let blues = ColorMap(anchors: [
    Color(hex: 0xF7FBFF), Color(hex: 0xDEEBF7), Color(hex: 0xC6DBEF), Color(hex: 0x9ECAE1), Color(hex: 0x6BAED6),
    Color(hex: 0x4292C6), Color(hex: 0x2171B5), Color(hex: 0x08519C), Color(hex: 0x08306B),
  ])
}
