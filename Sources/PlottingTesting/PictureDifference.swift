import FoundationEssentials

/// How a picture differs from the one that is expected, and where both can be looked at. It can be thrown.
public struct PictureDifference: Error, Sendable, CustomStringConvertible {
  /// The numbers.
  public let comparison: PictureComparison
  /// The file of the picture.
  public let actual: String
  /// The file that shows where the picture differs, white where it does not; nil if the sizes differ.
  public let difference: String?

  /// What differs, in words.
  public var description: String {
    let (picture, expected) = (comparison.actual, comparison.expected)
    guard let difference else {
      return "\(picture.width) x \(picture.height) pixels are not \(expected.width) x \(expected.height); see \(actual)"
    }
    return "\(comparison.pixels) of \(picture.width * picture.height) pixels differ by up to \(comparison.largest); "
      + "see \(actual) and \(difference)"
  }

  /// The folder in which differences are left unless another one is stated: `plotting-differences` in the system's folder of
  /// temporary files.
  public static var folder: String {
    FileManager.default.temporaryDirectory.appending(path: "plotting-differences").path
  }
}
