import Kinds
import Randomness

/// How training images are varied from epoch to epoch. One kind per file, listed in ``Augmentations``.
///
/// What becomes of an image follows from the seed, the epoch and the image's place in the training set alone: it does not
/// depend on the number of threads or on the other images of its batch, and a resumed run goes on with the same images.
package protocol Augmentation: Kind {
  /// Changes an image in place; all that is left to chance is drawn from `random`.
  func apply(to image: AugmentedImage, random: inout SeededRandom)
}

/// The augmentations that a recipe can name.
package enum Augmentations {
  package static let all: [any Augmentation.Type] = [Shift.self, HorizontalFlip.self]
}

/// An image that is being varied.
package struct AugmentedImage {
  /// `[height, width, channels]`, the last dimension the fastest.
  package let pixels: UnsafeMutableBufferPointer<UInt8>
  /// Room for another image of this size, to work in; it holds anything.
  package let room: UnsafeMutableBufferPointer<UInt8>
  /// The number of rows.
  package let height: Int
  /// The number of columns.
  package let width: Int
  /// 1 for grey images, 3 for red, green and blue.
  package let channels: Int
}
