/// The most by which a picture may differ from another one.
public struct PictureTolerance: Sendable, Equatable {
  /// The share of the pixels that may differ, 0 to 1.
  public var pixels: Double
  /// The largest difference of a pixel's red, green or blue, 0 to 255.
  public var difference: Int

  /// Allows a share of the pixels to differ by so much.
  public init(pixels: Double, difference: Int) {
    self.pixels = pixels
    self.difference = difference
  }

  /// Every pixel is equal, as it is with the same versions of Cairo and FreeType.
  public static let exact = PictureTolerance(pixels: 0, difference: 0)

  /// What other versions of Cairo and FreeType may change: with Cairo 1.18 and FreeType 2.13 instead of 1.16 and 2.12, up to 108
  /// pixels of a picture differ by up to 15 along the edges of lines.
  public static let otherLibraries = PictureTolerance(pixels: 0.001, difference: 24)
}
