import Kinds
import Randomness

/// How training images are varied from epoch to epoch. One kind per file, listed in ``Augmentations``. A kind changes each
/// image on its own or mixes it with another.
///
/// What becomes of an image follows from the seed, the epoch and the image's place in the training set alone: it does not
/// depend on the number of threads or on the other images of its batch, and a resumed run goes on with the same images.
package protocol Augmentation: Kind {
  /// Changes an image in place; all that is left to chance is drawn from `random`.
  func apply(to image: AugmentedImage, random: inout SeededRandom)

  /// Which of the samples an image is mixed with, and how much of it comes in; nil for kinds that mix nothing.
  func mixture(among samples: Range<Int>, random: inout SeededRandom) -> Mixture?
}

extension Augmentation {
  package func apply(to image: AugmentedImage, random: inout SeededRandom) {}
  package func mixture(among samples: Range<Int>, random: inout SeededRandom) -> Mixture? { nil }
}

/// The augmentations that a recipe can name.
package enum Augmentations {
  package static let all: [any Augmentation.Type] = [
    Shift.self, HorizontalFlip.self, Affine.self, Elastic.self, RandomErasing.self, Cutout.self, Mixup.self,
  ]
}

/// What of another sample comes into an image and its label.
package struct Mixture: Sendable, Equatable {
  /// The other sample's place in the training set.
  package var other: Int
  /// Its share, 0 to one half.
  package var share: Float
}
