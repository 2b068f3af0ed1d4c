import CCairo
import CFreeType
import PlottingTesting

extension PictureTolerance {
  /// The tolerance of golden pictures: none with the libraries that drew them, those of Debian 12.
  package static var golden: PictureTolerance {
    let drawnHere = (cairo_version(), FREETYPE_MAJOR, FREETYPE_MINOR)
    // Cairo 1.16.0 and FreeType 2.12.
    return drawnHere == (11600, 2, 12) ? exact : otherLibraries
  }
}

extension PictureComparison {
  /// Whether a person sees no difference: at most a thousandth of the bytes differ by more than 40, and their mean difference is at
  /// most an eighth.
  ///
  /// If everything moves by a pixel, 1 to 2 % of the bytes change by more than 40; if only the titles do, 0.1 to 0.5 %.
  package var isClose: Bool {
    guard hasExpectedSize else { return false }
    var (large, sum) = (0, 0)
    for (byte, other) in zip(actual.bytes, expected.bytes) where byte != other {
      let difference = abs(Int(byte) - Int(other))
      sum += difference
      if difference > 40 { large += 1 }
    }
    return large * 1000 <= actual.bytes.count && sum * 8 <= actual.bytes.count
  }
}
