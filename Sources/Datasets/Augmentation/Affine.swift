import CKernels
import Glibc
import Kinds
import Randomness

/// Scales, slants, turns and moves an image about its middle in one pass; every amount from the negative to the positive one
/// is as likely. Pixels are interpolated, and black comes in at the edges.
package struct Affine: Augmentation {
  package static let kind = "affine"
  /// The greatest angle by which an image is turned, either way, in degrees.
  package var rotation = 10.0
  /// The greatest change of size as a share of it, for width and height each: 0.1 is from 0.9 to 1.1 times.
  package var scale = 0.1
  /// The greatest angle by which upright lines are slanted, either way, in degrees.
  package var shear = 10.0
  /// The greatest distance by which an image is moved, as a share of its width or height.
  package var shift = 0.1

  /// Moderate amounts of each.
  package init() {}

  package func apply(to image: AugmentedImage, random: inout SeededRandom) {
    change(random: &random).apply(to: image)
  }

  func change(random: inout SeededRandom) -> Change {
    func amount(upTo most: Double) -> Double { (2 * random.double() - 1) * most }
    return Change(
      rotation: amount(upTo: rotation), width: 1 + amount(upTo: scale), height: 1 + amount(upTo: scale),
      shear: amount(upTo: shear), right: amount(upTo: shift), down: amount(upTo: shift))
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case rotation, scale, shear, shift }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    rotation = try fields.number(.rotation, default: rotation, in: .from(0, to: 180))
    scale = try fields.number(.scale, default: scale, in: .from(0, below: 1))
    shear = try fields.number(.shear, default: shear, in: .from(0, below: 90))
    shift = try fields.number(.shift, default: shift, in: .from(0, to: 1))
  }
}

extension Affine {
  /// What becomes of one image.
  struct Change {
    /// Degrees, against the clock.
    var rotation = 0.0
    /// What the width is multiplied by.
    var width = 1.0
    /// What the height is multiplied by.
    var height = 1.0
    /// Degrees by which upright lines lean to the right.
    var shear = 0.0
    /// The distance to the right, in widths.
    var right = 0.0
    /// The distance down, in heights.
    var down = 0.0

    /// Where the value at (y, x) comes from: row map[0] y + map[1] x + map[2], column map[3] y + map[4] x + map[5].
    ///
    /// A place of the image is scaled, then slanted, turned and moved. This is the way back.
    func map(height rows: Int, width columns: Int) -> [Float] {
      let (middleRow, middleColumn) = (Double(rows - 1) / 2, Double(columns - 1) / 2)
      let (sine, cosine, slant) = (sin(rotation * .pi / 180), cos(rotation * .pi / 180), tan(shear * .pi / 180))
      let (rowByY, rowByX) = (cosine / height, sine / height)
      let (columnByY, columnByX) = ((slant * cosine - sine) / width, (slant * sine + cosine) / width)
      let (y, x) = (middleRow + down * Double(rows), middleColumn + right * Double(columns))
      return [
        rowByY, rowByX, middleRow - rowByY * y - rowByX * x,
        columnByY, columnByX, middleColumn - columnByY * y - columnByX * x,
      ].map(Float.init)
    }

    func apply(to image: AugmentedImage) {
      ck_warp_affine(
        image.pixels.baseAddress, Int64(image.height), Int64(image.width), Int64(image.channels),
        map(height: image.height, width: image.width), image.workspace.baseAddress)
    }
  }
}
