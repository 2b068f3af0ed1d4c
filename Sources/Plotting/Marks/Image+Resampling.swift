import Foundation

/// Grey pixels as they are painted: 0 is black.
struct GreyPixels: Sendable, Equatable {
  var width: Int
  var height: Int
  var values: [UInt8]
}

extension Image {
  /// The image in its own pixels, its darkest black and its brightest white; black where all are alike.
  var stretched: GreyPixels { GreyPixels(width: width, height: height, values: stretchedValues()) }

  /// The image in `width` x `height` pixels, its darkest pixel black and its brightest white; black where all are alike.
  ///
  /// Pixels are repeated where they become more than three, or exactly one or two, times as large; else they are
  /// blended with a Hann window, as matplotlib's `interpolation='auto'` does.
  func resampled(width outWidth: Int, height outHeight: Int) -> GreyPixels {
    func repeats(_ out: Int, _ count: Int) -> Bool { out > 3 * count || out == count || out == 2 * count }
    let greys = stretchedValues()
    var values = [UInt8](repeating: 0, count: outWidth * outHeight)
    if repeats(outWidth, width) && repeats(outHeight, height) {
      let columns = Self.nearest(outWidth, width)
      let rows = Self.nearest(outHeight, height)
      for y in 0..<outHeight {
        let start = rows[y] * width
        for x in 0..<outWidth { values[y * outWidth + x] = greys[start + columns[x]] }
      }
    } else {
      let columns = Self.hannWeights(outWidth, width)
      let rows = Self.hannWeights(outHeight, height)
      for y in 0..<outHeight {
        let blended = (0..<width).map { column in
          rows[y].reduce(0.0) { $0 + $1.weight * Double(greys[$1.index * width + column]) }
        }
        for x in 0..<outWidth {
          let value = columns[x].reduce(0.0) { $0 + $1.weight * blended[$1.index] }
          values[y * outWidth + x] = UInt8(min(max(value.rounded(), 0), 255))
        }
      }
    }
    return GreyPixels(width: outWidth, height: outHeight, values: values)
  }

  /// The pixels with the range of the image stretched to 0...255.
  private func stretchedValues() -> [UInt8] {
    guard let darkest = pixels.min(), let brightest = pixels.max(), brightest > darkest else {
      return Array(repeating: 0, count: pixels.count)
    }
    let low = Double(darkest) / 255
    let range = Double(brightest) / 255 - low
    let steps = (0...255).map { ColorMap.grey.step(of: (Double($0) / 255 - low) / range) }
    return pixels.map { UInt8(steps[Int($0)]) }
  }

  /// The source pixel under the middle of each target pixel; where that is an edge, the one after it.
  private static func nearest(_ out: Int, _ count: Int) -> [Int] {
    (0..<out).map { (2 * $0 + 1) * count / (2 * out) }
  }

  /// The share of each source pixel in each target pixel by a Hann window, widened when the image shrinks.
  private static func hannWeights(_ out: Int, _ count: Int) -> [[(index: Int, weight: Double)]] {
    let scale = Double(count) / Double(out)
    let radius = max(scale, 1)
    return (0..<out).map { target in
      let center = (Double(target) + 0.5) * scale - 0.5
      let first = Int((center - radius).rounded(.up))
      let last = Int((center + radius).rounded(.down))
      let weights = (first...max(first, last)).map { source in
        (index: min(max(source, 0), count - 1), weight: 0.5 + 0.5 * cos(.pi * (Double(source) - center) / radius))
      }
      let sum = weights.reduce(0) { $0 + $1.weight }
      return sum > 0 ? weights.map { ($0.index, $0.weight / sum) } : [(min(max(first, 0), count - 1), 1)]
    }
  }
}
