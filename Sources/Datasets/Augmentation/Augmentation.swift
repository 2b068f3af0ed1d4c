import CKernels
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
  package static let all: [any Augmentation.Type] = [Shift.self, HorizontalFlip.self, Affine.self]
}

/// An image that is being varied.
package struct AugmentedImage {
  /// `[height, width, channels]`, the last dimension the fastest.
  package let pixels: UnsafeMutableBufferPointer<UInt8>
  /// Room for another image of this size, to work in; it holds anything.
  package let room: UnsafeMutableBufferPointer<UInt8>
  /// Room for what `CKernels` needs to map an image of this size; it holds anything.
  package let workspace: UnsafeMutableRawBufferPointer
  /// The number of rows.
  package let height: Int
  /// The number of columns.
  package let width: Int
  /// 1 for grey images, 3 for red, green and blue.
  package let channels: Int

  /// The size of ``workspace``.
  static func workspaceBytes(height: Int, width: Int) -> Int {
    Int(ck_warp_workspace(Int64(height), Int64(width)))
  }
}
