import Kinds
import Randomness

/// Mirrors an image left to right, or leaves it as it is. Not for characters: most of them mean something else in a mirror.
package struct HorizontalFlip: Augmentation {
  package static let kind = "horizontal_flip"
  /// The share of images that are mirrored.
  package var probability = 0.5

  /// Mirrors half of the images.
  package init() {}

  package func apply(to image: AugmentedImage, random: inout SeededRandom) {
    guard random.double() < probability else { return }
    let pixels = image.pixels
    for row in 0..<image.height {
      for column in 0..<image.width / 2 {
        let left = (row * image.width + column) * image.channels
        let right = (row * image.width + image.width - 1 - column) * image.channels
        for channel in 0..<image.channels { pixels.swapAt(left + channel, right + channel) }
      }
    }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case probability }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    probability = try fields.number(.probability, default: probability, in: .from(0, to: 1))
  }
}
