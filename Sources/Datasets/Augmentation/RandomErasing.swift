import Glibc
import Kinds
import Randomness

/// Fills a random rectangle in some of the images. Zhong, Zheng, Kang, Li and Yang, "Random erasing data augmentation" (2020).
///
/// The rectangle is drawn as torchvision does: its share of the image is uniform, its aspect uniform in its logarithm; what is
/// not smaller than the image is drawn again, ten times at the most.
package struct RandomErasing: Augmentation {
  package static let kind = "random_erasing"
  /// The share of images that have a rectangle erased.
  package var probability = 0.5
  /// The rectangle's least share of the image.
  package var minArea = 0.02
  /// The rectangle's greatest share of the image.
  package var maxArea = 0.33
  /// The least ratio of the rectangle's height to its width; the greatest is its reciprocal.
  package var minAspect = 0.3
  /// What the rectangle is filled with, from 0 for black to 1 for white.
  package var fill = 0.0

  /// torchvision's ranges.
  package init() {}

  package func apply(to image: AugmentedImage, random: inout SeededRandom) {
    guard random.double() < probability,
      let (rows, columns) = rectangle(height: image.height, width: image.width, random: &random)
    else { return }
    image.fill(rows: rows, columns: columns, with: UInt8((fill * 255).rounded()))
  }

  func rectangle(height: Int, width: Int, random: inout SeededRandom) -> (rows: Range<Int>, columns: Range<Int>)? {
    for _ in 0..<10 {
      let area = Double(height * width) * (minArea + (maxArea - minArea) * random.double())
      let aspect = exp(log(minAspect) * (1 - 2 * random.double()))
      let (rows, columns) = ((area * aspect).squareRoot().rounded(), (area / aspect).squareRoot().rounded())
      guard rows < Double(height), columns < Double(width) else { continue }
      let top = random.integer(below: height - Int(rows) + 1)
      let left = random.integer(below: width - Int(columns) + 1)
      return (top..<top + Int(rows), left..<left + Int(columns))
    }
    return nil
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case probability, fill
    case minArea = "min_area"
    case maxArea = "max_area"
    case minAspect = "min_aspect"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    probability = try fields.number(.probability, default: probability, in: .from(0, to: 1))
    maxArea = try fields.number(.maxArea, default: maxArea, in: .from(0, to: 1))
    minArea = try fields.number(.minArea, default: min(minArea, maxArea), in: .from(0, to: maxArea))
    minAspect = try fields.number(.minAspect, default: minAspect, in: .from(0.01, to: 1))
    fill = try fields.number(.fill, default: fill, in: .from(0, to: 1))
  }
}
