/// How strong the strokes of letters are.
public enum FontWeight: Sendable, Hashable {
  /// DejaVu Sans.
  case regular
  /// DejaVu Sans Bold.
  case bold
}

/// How a text looks.
public struct TextStyle: Sendable, Equatable {
  /// The font's size in points.
  public var size: Double
  /// The font's weight.
  public var weight: FontWeight
  /// The colour of the letters.
  public var color: Color

  /// Creates a style.
  public init(size: Double = 10, weight: FontWeight = .regular, color: Color = .black) {
    self.size = size
    self.weight = weight
    self.color = color
  }
}

/// A text, of one line or more, and how it looks.
public struct Label: Sendable, Equatable {
  /// The text; `\n` begins a new line.
  public var text: String
  /// How it looks.
  public var style: TextStyle

  /// Creates a label.
  public init(_ text: String, size: Double = 10, weight: FontWeight = .regular, color: Color = .black) {
    self.text = text
    self.style = TextStyle(size: size, weight: weight, color: color)
  }
}

/// The direction in which a text runs.
public enum TextRotation: Sendable, Equatable {
  /// From left to right.
  case horizontal
  /// From bottom to top.
  case vertical
}
