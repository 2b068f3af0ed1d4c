import Kinds
import Randomness

/// Moves an image by a few pixels, right or left and down or up, each distance as likely; black comes in at the edges.
package struct Shift: Augmentation {
  package static let kind = "shift"
  /// The greatest distance.
  package var pixels = 2

  /// Moves by up to two pixels.
  package init() {}

  package func apply(to image: AugmentedImage, random: inout SeededRandom) {
    let down = random.integer(below: 2 * pixels + 1) - pixels
    let right = random.integer(below: 2 * pixels + 1) - pixels
    _ = image.room.update(fromContentsOf: image.pixels)
    image.pixels.update(repeating: 0)
    guard abs(down) < image.height, abs(right) < image.width else { return }
    let row = image.width * image.channels
    let count = (image.width - abs(right)) * image.channels
    for target in max(0, down)..<min(image.height, image.height + down) {
      let from = (target - down) * row + max(0, -right) * image.channels
      let to = target * row + max(0, right) * image.channels
      _ = image.pixels[to..<to + count].update(fromContentsOf: image.room[from..<from + count])
    }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case pixels }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    pixels = try fields.number(.pixels, default: pixels, in: .from(1, to: 1_000))
  }
}
