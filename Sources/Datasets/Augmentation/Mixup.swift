import Glibc
import Kinds
import Randomness

/// Mixes each image and its label with another sample's. Zhang, Cisse, Dauphin and Lopez-Paz, "mixup: beyond empirical risk
/// minimization" (2018).
///
/// The other sample is any of those that are trained on, varied by the augmentations before this one as in its own place. The
/// paper's shares are distributed evenly around one half; here the sample itself always has the greater one, which is as likely
/// over all pairs, so that each sample of an epoch is the most of one image.
package struct Mixup: Augmentation {
  package static let kind = "mixup"
  /// Both parameters of the Beta distribution of the shares: near 0 images stay nearly as they are, at 1 all mixtures are as
  /// likely.
  package var alpha = 0.2

  /// Mostly small shares.
  package init() {}

  package func mixture(among samples: Range<Int>, random: inout SeededRandom) -> Mixture? {
    Mixture(other: samples.lowerBound + random.integer(below: samples.count), share: share(random: &random))
  }

  /// The smaller of a Beta-distributed share and the rest.
  ///
  /// Of two equal parameters it follows from Student's t: with Bailey's t = sqrt(2 a (V^(-1/a) - 1)) cos(2 pi U) ("Polar
  /// generation of random variates with the t-distribution", 1994), 1/2 (1 + t / sqrt(2 a + t^2)) has Beta(a, a).
  func share(random: inout SeededRandom) -> Float {
    let (radius, angle) = (1 - random.double(), random.double())
    let cosine = cos(2 * .pi * angle)
    let square = (pow(radius, -1 / alpha) - 1) * cosine * cosine
    return Float((1 - 1 / (1 + 1 / square).squareRoot()) / 2)
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case alpha }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    alpha = try fields.number(.alpha, default: alpha, in: .positive)
  }
}
