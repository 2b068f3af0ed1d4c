extension LabeledImages {
  /// Writes some images into a batch as numbers from 0 to 1, one image after the other: pixel / 255, as the original
  /// does. The buffer holds `samples.count` images at least.
  public func copy(_ samples: some Collection<Int>, scaledInto batch: UnsafeMutableBufferPointer<Float>) {
    let size = pixelsPerImage
    precondition(batch.count >= samples.count * size, "a batch of \(samples.count) images needs more room")
    images.withUnsafeBufferPointer { images in
      for (row, sample) in samples.enumerated() {
        let pixels = UnsafeBufferPointer(rebasing: images[sample * size..<(sample + 1) * size])
        let target = UnsafeMutableBufferPointer(rebasing: batch[row * size..<(row + 1) * size])
        for place in 0..<size { target[place] = Float(pixels[place]) / 255 }
      }
    }
  }
}
