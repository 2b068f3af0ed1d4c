import Glibc

/// A colour in sRGB, each part 0 to 1.
public struct Color: Sendable, Equatable {
  /// Red, 0 to 1.
  public var red: Double
  /// Green, 0 to 1.
  public var green: Double
  /// Blue, 0 to 1.
  public var blue: Double
  /// Opacity, 0 to 1.
  public var alpha: Double

  /// Creates a colour.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Creates a grey: 0 is black, 1 white.
  public init(grey: Double, alpha: Double = 1) {
    self.init(red: grey, green: grey, blue: grey, alpha: alpha)
  }

  /// Creates a colour from `0xRRGGBB`.
  public init(hex: UInt32) {
    self.init(
      red: Double(hex >> 16 & 255) / 255, green: Double(hex >> 8 & 255) / 255, blue: Double(hex & 255) / 255)
  }

  /// The same colour with another opacity.
  public func opacity(_ alpha: Double) -> Color {
    Color(red: red, green: green, blue: blue, alpha: alpha)
  }

  /// Relative luminance as W3C defines it, 0 to 1, with the threshold of its first version (0.03928).
  public var luminance: Double {
    func linear(_ part: Double) -> Double {
      part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast between two opaque colours, 1 to 21: (L1 + 0.05) / (L2 + 0.05), where L1 is the relative luminance of the
  /// lighter and L2 of the darker one (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
  public func contrast(to other: Color) -> Double {
    let (own, others) = (luminance, other.luminance)
    return (max(own, others) + 0.05) / (min(own, others) + 0.05)
  }

  /// Black.
  public static let black = Color(grey: 0)
  /// White.
  public static let white = Color(grey: 1)
  /// Pure red.
  public static let red = Color(red: 1, green: 0, blue: 0)
  /// The green of HTML, half as bright as pure green.
  public static let green = Color(hex: 0x008000)
  /// Pure blue.
  public static let blue = Color(red: 0, green: 0, blue: 1)
}

extension Color {
  /// The colour as `0xAARRGGBB`, multiplied by its opacity.
  var premultipliedPixel: UInt32 {
    let opacity = (min(max(alpha, 0), 1) * 255).rounded() / 255
    return [red, green, blue].reduce(UInt32((opacity * 255).rounded())) {
      $0 << 8 | UInt32(((min(max($1, 0), 1) * 255).rounded() * opacity).rounded())
    }
  }

  /// The opaque colour as `0xFFRRGGBB`.
  var pixel: UInt32 {
    [red, green, blue].reduce(0xFF) { $0 << 8 | UInt32((min(max($1, 0), 1) * 255).rounded()) }
  }
}

extension Color {
  /// The colour with each part within 0 to 1; what is not a number is 0.
  var clamped: Color {
    func part(_ value: Double) -> Double { value.isNaN ? 0 : Swift.min(Swift.max(value, 0), 1) }
    return Color(red: part(red), green: part(green), blue: part(blue), alpha: part(alpha))
  }
}
