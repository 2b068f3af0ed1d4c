/// The names of a panel's marks, in that corner or edge where they cover the least.
public struct Legend: Sendable, Equatable {
  /// The size of the names in points; all distances follow from it.
  public var fontSize: Double

  /// Creates a legend.
  public init(fontSize: Double = 10) {
    self.fontSize = fontSize
  }

  /// Distances in parts of the font's size, and how the frame looks: matplotlib's defaults.
  static let borderPad = 0.4
  static let rowSpacing = 0.5
  static let handleLength = 2.0
  static let handleHeight = 0.7
  static let handleTextPad = 0.8
  static let axesPad = 0.5
  static let cornerRadius = 0.2
  static let frameWidth = 1.0
  static let frameFill = Color(grey: 1, alpha: 0.8)
  static let frameStroke = Color(grey: 0.8, alpha: 0.8)
}
