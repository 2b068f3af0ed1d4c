import CCairo
import CFreeType

/// The most by which a picture may differ from one drawn earlier.
package struct PictureTolerance: Sendable {
  /// Pixels in a thousand that may differ.
  var pixelsPerThousand: Int
  /// The largest difference of a byte.
  var difference: Int

  /// Every pixel is equal.
  package static let exact = PictureTolerance(pixelsPerThousand: 0, difference: 0)

  /// What other versions of Cairo and FreeType may change: with Cairo 1.18 and FreeType 2.13, up to 108 of a picture's pixels
  /// differ by up to 15 along the edges of lines.
  package static let otherLibraries = PictureTolerance(pixelsPerThousand: 1, difference: 24)

  /// The tolerance of golden pictures: none with the libraries that drew them, those of Debian 12.
  package static var golden: PictureTolerance {
    let drawnHere = (cairo_version(), FREETYPE_MAJOR, FREETYPE_MINOR)
    // Cairo 1.16.0 and FreeType 2.12.
    return drawnHere == (11600, 2, 12) ? exact : otherLibraries
  }
}
