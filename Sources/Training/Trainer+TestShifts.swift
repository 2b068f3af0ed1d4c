import Images

extension Trainer {
  /// The mean of the probabilities of each image moved by up to some pixels right or left and down or up, black at the edges:
  /// [samples, classes]. One pixel gives the mean of nine.
  func probabilities(
    _ set: LabeledImages, _ range: Range<Int>, shiftedBy pixels: Int
  ) throws -> [Float] {
    let classes = model.network.outputCount
    let images = set.images
    let shifts = (-pixels...pixels).flatMap { down in (-pixels...pixels).map { (down, $0) } }
    var sums = [Float](repeating: 0, count: range.count * classes)
    var unmoved = [Float](repeating: 0, count: model.inferenceBatchSize * images.bytesPerImage)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: model.inferenceBatchSize) {
      let batch = start..<min(start + model.inferenceBatchSize, range.upperBound)
      let first = (start - range.lowerBound) * classes
      unmoved.withUnsafeMutableBufferPointer { set.copy(batch, scaledInto: $0) }
      for (down, right) in shifts {
        let fill = { (moved: UnsafeMutableBufferPointer<Float>) in
          images.move(unmoved, count: batch.count, down: down, right: right, into: moved)
        }
        _ = try set.labels[batch].withUnsafeBufferPointer { labels throws in
          try model.evaluate(labels: labels, fill: fill) { probabilities in
            for place in probabilities.indices { sums[first + place] += probabilities[place] }
          }
        }
      }
    }
    return sums.map { $0 / Float(shifts.count) }
  }
}

extension ImageSet {
  /// Moves scaled images of this set's size; 0 comes in at the edges.
  fileprivate func move(
    _ pixels: [Float], count: Int, down: Int, right: Int, into moved: UnsafeMutableBufferPointer<Float>
  ) {
    let row = width * channels
    let (from, to) = (max(0, -right) * channels, max(0, right) * channels)
    let length = max(0, width - abs(right)) * channels
    moved[..<(count * height * row)].update(repeating: 0)
    pixels.withUnsafeBufferPointer { pixels in
      for image in 0..<count {
        for target in max(0, down)..<max(max(0, down), min(height, height + down)) {
          let (source, destination) = ((image * height + target - down) * row, (image * height + target) * row)
          _ = moved[destination + to..<destination + to + length].update(
            fromContentsOf: pixels[source + from..<source + from + length])
        }
      }
    }
  }
}
