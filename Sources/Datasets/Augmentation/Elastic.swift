import CKernels
import Kinds
import Randomness

/// Elastic distortion, as a hand that writes a character again: every pixel is displaced by random numbers from -1 to 1,
/// smoothed by a Gaussian so that neighbours move alike. Simard, Steinkraus and Platt, "Best practices for convolutional
/// neural networks applied to visual document analysis" (2003).
///
/// The noise stands on a grid with a step of `sigma`, rounded down: what is smoothed that much is told from noise in every
/// pixel by less than a thousandth. It goes on outside the image, so that pixels at the edges move as far as others.
package struct Elastic: Augmentation {
  package static let kind = "elastic"
  /// What the smoothed numbers are multiplied by, in pixels: the standard deviation of a displacement is
  /// alpha / (sigma * sqrt(12 * pi)).
  package var alpha = 34.0
  /// The Gaussian's standard deviation in pixels.
  package var sigma = 4.0

  /// The distortion that the paper found best for MNIST.
  package init() {}

  package func apply(to image: AugmentedImage, random: inout SeededRandom) {
    ck_warp_elastic(
      image.pixels.baseAddress, Int64(image.height), Int64(image.width), Int64(image.channels), random.next(), alpha,
      sigma, image.workspace.baseAddress)
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case alpha, sigma }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    alpha = try fields.number(.alpha, default: alpha, in: .from(0, to: 10_000))
    sigma = try fields.number(.sigma, default: sigma, in: .from(1, to: 100))
  }
}
