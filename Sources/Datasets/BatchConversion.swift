import CKernels
import Images

extension LabeledImages {
  /// Writes some images into a batch as numbers from 0 to 1, one image after the other: pixel / 255, as the original
  /// does. The buffer holds `samples.count` images at least; the samples are positions of images.
  package func copy(_ samples: some Collection<Int>, scaledInto batch: UnsafeMutableBufferPointer<Float>) {
    let copy = { (samples: UnsafeBufferPointer<Int>) in
      precondition(
        batch.count >= samples.count * images.bytesPerImage, "a batch of \(samples.count) images needs more room")
      precondition(samples.allSatisfy { (0..<count).contains($0) }, "a sample is a position of an image")
      images.pixels.withUnsafeBufferPointer { pixels in
        ck_scale_images(
          pixels.baseAddress, samples.baseAddress, Int64(samples.count), Int64(images.bytesPerImage), batch.baseAddress)
      }
    }
    if samples.withContiguousStorageIfAvailable(copy) == nil {
      Array(samples).withUnsafeBufferPointer(copy)
    }
  }
}
