extension Image {
  /// The image in its own pixels, as it is painted.
  var shown: ColorPixels { ColorPixels(width: width, height: height, channels: channels, bytes: shownBytes()) }

  /// The bytes with ``range`` spread over 0 to 255; opacity is left as it is.
  func shownBytes() -> [UInt8] {
    guard let levels else { return pixels }
    guard channels == .rgba else { return pixels.map { levels[Int($0)] } }
    return pixels.enumerated().map { index, byte in index % 4 == 3 ? byte : levels[Int(byte)] }
  }

  /// What each value is shown as; nil for as it is.
  private var levels: [UInt8]? {
    switch channels {
    case .grey:
      // The steps of a colour map of 256, as matplotlib shows greys.
      func level(_ share: Double) -> UInt8 { UInt8(ColorMap.grey.step(of: share)) }
      if let range { return Self.levels(range, level: level) }
      // Images that are stretched are numbers from 0 to 1 to matplotlib, which decides how they are rounded.
      return ownRange.map { Self.levels($0, unit: 255, level: level) }
    case .rgb, .rgba:
      guard let range else { return nil }
      return Self.levels(range) { UInt8((min(max($0, 0), 1) * 255).rounded()) }
    }
  }

  /// The smallest to the largest value; nil for a single one, which cannot be stretched.
  var ownRange: ClosedRange<UInt8>? {
    guard let darkest = pixels.min(), let brightest = pixels.max(), darkest < brightest else { return nil }
    return darkest...brightest
  }

  /// What each value is shown as; 0 if the range is a single value.
  private static func levels(
    _ range: ClosedRange<UInt8>, unit: Double = 1, level: (Double) -> UInt8
  ) -> [UInt8] {
    let low = Double(range.lowerBound) / unit
    let length = Double(range.upperBound) / unit - low
    guard length > 0 else { return Array(repeating: 0, count: 256) }
    return (0...255).map { level((Double($0) / unit - low) / length) }
  }
}
