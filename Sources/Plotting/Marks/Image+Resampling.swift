import Glibc

extension Image {
  /// The image in `width` x `height` pixels, as it is painted.
  ///
  /// Pixels are repeated if they become more than three, or exactly one or two, times as large; else they are blended with
  /// a Hann window, as matplotlib's `interpolation='auto'` does. Red, green, blue and opacity are blended each on its own.
  func resampled(width outWidth: Int, height outHeight: Int) -> ColorPixels {
    func repeats(_ out: Int, _ count: Int) -> Bool { out > 3 * count || out == count || out == 2 * count }
    if repeats(outWidth, width) && repeats(outHeight, height) {
      return shown.repeated(columns: Self.nearest(outWidth, width), rows: Self.nearest(outHeight, height))
    }
    return ColorPixels(
      width: outWidth, height: outHeight, channels: channels, bytes: blended(shownBytes(), outWidth, outHeight))
  }

  private func blended(_ bytes: [UInt8], _ outWidth: Int, _ outHeight: Int) -> [UInt8] {
    let isGrey = channels == .grey
    let columns = Self.hannWeights(outWidth, width, mirrorsEdges: !isGrey)
    let rows = Self.hannWeights(outHeight, height, mirrorsEdges: !isGrey)
    let channels = channels.rawValue
    let stride = width * channels
    // Agg, which blends colours as bytes, cuts off what is behind the point; weights whose sum is just below 1 leave whole
    // numbers whole. Greys are blended as numbers.
    func byte(_ value: Double) -> UInt8 {
      UInt8(min(max(isGrey ? value.rounded() : (value + 1e-9).rounded(.down), 0), 255))
    }
    var out: [UInt8] = []
    out.reserveCapacity(outWidth * outHeight * channels)
    for row in rows {
      let blendedRow = (0..<stride).map { place in
        row.reduce(0.0) { $0 + $1.weight * Double(bytes[$1.index * stride + place]) }
      }
      for column in columns {
        for channel in 0..<channels {
          let value = column.reduce(0.0) { $0 + $1.weight * blendedRow[$1.index * channels + channel] }
          out.append(byte(value))
        }
      }
    }
    return out
  }

  /// The source pixel under the middle of each target pixel; if that is an edge, the one after it.
  private static func nearest(_ out: Int, _ count: Int) -> [Int] {
    (0..<out).map { (2 * $0 + 1) * count / (2 * out) }
  }

  /// The weight of each source pixel in each target pixel by a Hann window, widened if the image shrinks. Beyond an edge
  /// the image goes on mirrored, as in Agg, or its last pixel is repeated.
  private static func hannWeights(
    _ out: Int, _ count: Int, mirrorsEdges: Bool
  ) -> [[(index: Int, weight: Double)]] {
    func inside(_ source: Int) -> Int {
      guard mirrorsEdges else { return min(max(source, 0), count - 1) }
      let place = ((source % (2 * count)) + 2 * count) % (2 * count)
      return place < count ? place : 2 * count - 1 - place
    }
    let scale = Double(count) / Double(out)
    let radius = max(scale, 1)
    return (0..<out).map { target in
      let center = (Double(target) + 0.5) * scale - 0.5
      let first = Int((center - radius).rounded(.up))
      let last = Int((center + radius).rounded(.down))
      let weights = (first...max(first, last)).map { source in
        (index: inside(source), weight: 0.5 + 0.5 * cos(.pi * (Double(source) - center) / radius))
      }
      let sum = weights.reduce(0) { $0 + $1.weight }
      return sum > 0 ? weights.map { ($0.index, $0.weight / sum) } : [(inside(first), 1)]
    }
  }
}
