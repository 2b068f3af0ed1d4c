import Plotting

/// The similarity of two pictures of one size, as a person sees it rather than pixel by pixel.
package struct PictureSimilarity {
  /// The mean structural similarity in windows of 7 x 7 pixels, 1 if the pictures are equal; of the channel where it is lowest.
  package private(set) var mean = 1.0
  /// The same in the worst tile of 64 x 64 pixels: a missing label or a wrong colour shows here.
  package private(set) var worstTile = 1.0
  /// The largest difference, 0 to 255, after a blur of 15 x 15 pixels: it tells whether ink is missing, not how text is hinted.
  package private(set) var ink = 0.0

  /// Compares two pictures; nil if their sizes differ.
  package init?(_ actual: RGBImage, to expected: RGBImage) {
    guard (actual.width, actual.height) == (expected.width, expected.height) else { return nil }
    let (width, height, size) = (actual.width, actual.height, 64)
    // What is missing to 1 in each channel, summed over the pixels. Tiles that are equal miss nothing and take no time.
    var missing = [0.0, 0.0, 0.0]
    for top in stride(from: 0, to: height, by: size) {
      for left in stride(from: 0, to: width, by: size) {
        let tile = Tile(rows: top..<min(top + size, height), columns: left..<min(left + size, width))
        guard !tile.isEqual(actual, expected) else { continue }
        var dissimilarity = 0.0
        var planes: (ours: Plane, theirs: Plane)?
        for channel in 0..<3 {
          let (ours, theirs) = (tile.plane(of: actual, channel), tile.plane(of: expected, channel))
          // Of grey ink every channel says the same.
          if planes.map({ $0.ours != ours || $0.theirs != theirs }) ?? true {
            planes = (ours, theirs)
            dissimilarity = 1 - tile.inner(Self.structuralSimilarity(ours, theirs)).mean
            worstTile = min(worstTile, 1 - dissimilarity)
            let difference = tile.inner(ours.combined(with: theirs) { $0 - $1 }.boxMean(15))
            ink = max(ink, difference.values.reduce(0) { max($0, abs($1)) })
          }
          missing[channel] += dissimilarity * Double(tile.rows.count * tile.columns.count)
        }
      }
    }
    mean = 1 - (missing.max() ?? 0) / Double(width * height)
  }

  /// Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error visibility to structural similarity" (2004),
  /// equation 13, with its K1 of 0.01 and K2 of 0.03.
  private static func structuralSimilarity(_ a: Plane, _ b: Plane) -> Plane {
    let (c1, c2) = (0.01 * 255 * 0.01 * 255, 0.03 * 255 * 0.03 * 255)
    let (meanA, meanB) = (a.boxMean(7), b.boxMean(7))
    // Of a² + b² and of a b: all that the formula needs beside the means.
    let squares = a.combined(with: b) { $0 * $0 + $1 * $1 }.boxMean(7)
    let products = a.combined(with: b) { $0 * $1 }.boxMean(7)
    var similarity = meanA
    for place in similarity.values.indices {
      let (a, b) = (meanA.values[place], meanB.values[place])
      let (product, square) = (a * b, a * a + b * b)
      similarity.values[place] =
        (2 * product + c1) * (2 * (products.values[place] - product) + c2)
        / ((square + c1) * (squares.values[place] - square + c2))
    }
    return similarity
  }
}

/// A part of a picture, with a margin as wide as the windows reach; it is mirrored at the picture's edges.
private struct Tile {
  static let margin = 7
  var rows: Range<Int>
  var columns: Range<Int>

  private static func mirrored(_ place: Int, _ count: Int) -> Int {
    min(max(place < 0 ? -1 - place : place < count ? place : 2 * count - 1 - place, 0), count - 1)
  }

  private func widened(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound - Self.margin..<range.upperBound + Self.margin
  }

  func isEqual(_ a: RGBImage, _ b: RGBImage) -> Bool {
    let (rows, columns) = (widened(self.rows).clamped(to: 0..<a.height), widened(self.columns).clamped(to: 0..<a.width))
    return rows.allSatisfy { row in
      let bytes = 3 * (row * a.width + columns.lowerBound)..<3 * (row * a.width + columns.upperBound)
      return a.bytes[bytes] == b.bytes[bytes]
    }
  }

  func plane(of image: RGBImage, _ channel: Int) -> Plane {
    let columns = widened(columns).map { 3 * Self.mirrored($0, image.width) + channel }
    return Plane(
      width: columns.count,
      values: widened(rows).flatMap { row in
        let start = 3 * image.width * Self.mirrored(row, image.height)
        return columns.map { Double(image.bytes[start + $0]) }
      })
  }

  /// A plane without the margin.
  func inner(_ plane: Plane) -> Plane {
    let rows = Self.margin..<Self.margin + rows.count
    return Plane(
      width: columns.count,
      values: rows.flatMap { row in
        let start = row * plane.width + Self.margin
        return plane.values[start..<start + columns.count]
      })
  }
}

/// Numbers in rows from the top.
private struct Plane: Equatable {
  var width: Int
  var values: [Double]

  var height: Int { values.count / width }
  var mean: Double { values.reduce(0, +) / Double(values.count) }

  func combined(with other: Plane, _ combine: (Double, Double) -> Double) -> Plane {
    Plane(width: width, values: zip(values, other.values).map { combine($0, $1) })
  }

  /// The mean of the `size` x `size` numbers around each, which are mirrored at the edges.
  func boxMean(_ size: Int) -> Plane { columnMeans(size).transposed().columnMeans(size).transposed() }

  private func transposed() -> Plane {
    Plane(
      width: height,
      values: [Double](unsafeUninitializedCapacity: values.count) { turned, count in
        values.withUnsafeBufferPointer { values in
          for column in 0..<width {
            var place = column
            while place < values.count {
              turned[count] = values[place]
              count += 1
              place += width
            }
          }
        }
      })
  }

  private func columnMeans(_ size: Int) -> Plane {
    func row(_ y: Int) -> Int { width * (y < 0 ? -1 - y : y < height ? y : 2 * height - 1 - y) }
    let half = size / 2
    var sums = [Double](repeating: 0, count: width)
    for start in (-half...half).map(row) {
      for x in 0..<width { sums[x] += values[start + x] }
    }
    let means = [Double](unsafeUninitializedCapacity: values.count) { means, count in
      values.withUnsafeBufferPointer { values in
        sums.withUnsafeMutableBufferPointer { sums in
          for y in 0..<height {
            let (incoming, outgoing) = (row(y + half + 1), row(y - half))
            var x = 0
            while x < width {
              means[count] = sums[x] / Double(size)
              sums[x] += values[incoming + x] - values[outgoing + x]
              count += 1
              x += 1
            }
          }
        }
      }
    }
    return Plane(width: width, values: means)
  }
}
