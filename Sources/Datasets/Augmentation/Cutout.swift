import Kinds
import Randomness

/// Blackens a square around a random pixel; what of it is outside the image is lost. DeVries and Taylor, "Improved
/// regularization of convolutional neural networks with cutout" (2017).
package struct Cutout: Augmentation {
  package static let kind = "cutout"
  /// The square's side in pixels.
  package var size = 8

  /// A square of 8 x 8 pixels.
  package init() {}

  package func apply(to image: AugmentedImage, random: inout SeededRandom) {
    let top = random.integer(below: image.height) - size / 2
    let left = random.integer(below: image.width) - size / 2
    image.fill(
      rows: max(0, top)..<max(0, min(image.height, top + size)),
      columns: max(0, left)..<max(0, min(image.width, left + size)), with: 0)
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case size }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    size = try fields.number(.size, default: size, in: .from(1, to: 1_000))
  }
}
