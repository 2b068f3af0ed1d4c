/// How strong the strokes of letters are.
public enum FontWeight: Sendable, Hashable {
  /// DejaVu Sans.
  case regular
  /// DejaVu Sans Bold.
  case bold
}

/// How a text looks.
public struct TextStyle: Sendable, Equatable {
  /// The font's size in points, 0 to 1000; at less than 1/64 nothing is written.
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

extension TextStyle {
  /// Whether letters have a size in FreeType's unit, 1/64 point.
  var isSeen: Bool { size >= 1.0 / 64 }
}

/// A text, of one line or more, and what of its look differs from the theme's. A string literal is one.
public struct Label: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The text; `\n` or `\r\n` begins a new line, and a tab is four spaces.
  public var text: String
  /// The font's size in points, 0 to 1000; nil for the theme's. At less than 1/64 nothing is written.
  public var size: Double?
  /// The font's weight; nil for the theme's.
  public var weight: FontWeight?
  /// The colour of the letters; nil for the theme's.
  public var color: Color?

  /// Creates a label; what is left out is the theme's.
  public init(_ text: String, size: Double? = nil, weight: FontWeight? = nil, color: Color? = nil) {
    self.text = text
    self.size = size
    self.weight = weight
    self.color = color
  }

  /// Creates a label that looks as the theme has it.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// How the label looks where the theme has `style`.
  func style(from style: TextStyle) -> TextStyle {
    TextStyle(size: size ?? style.size, weight: weight ?? style.weight, color: color ?? style.color)
  }
}

/// The direction in which a text runs.
enum TextRotation: Sendable, Equatable {
  /// From left to right.
  case horizontal
  /// From bottom to top.
  case vertical
  /// Turned counter-clockwise by so many degrees.
  case turned(Double)

  /// The direction at an angle in degrees.
  init(degrees: Double) {
    switch degrees {
    case 0: self = .horizontal
    case 90: self = .vertical
    default: self = .turned(degrees)
    }
  }

  /// The angle in radians, counter-clockwise.
  var radians: Double {
    switch self {
    case .horizontal: 0
    case .vertical: Double.pi / 2
    case .turned(let degrees): degrees * Double.pi / 180
    }
  }
}
