public import Plotting

/// The difference between a picture and the one that is expected.
public struct PictureComparison: Sendable {
  /// The picture.
  public let actual: RGBImage
  /// The one that is expected.
  public let expected: RGBImage
  /// The number of pixels that differ at all.
  public private(set) var pixels = 0
  /// The largest difference of a pixel's red, green or blue.
  public private(set) var largest = 0

  /// Compares two pictures pixel by pixel. Pictures of different sizes are not compared.
  public init(_ actual: RGBImage, to expected: RGBImage) {
    self.actual = actual
    self.expected = expected
    guard hasExpectedSize, actual != expected else { return }
    var last = -1
    for (place, (byte, other)) in zip(actual.bytes, expected.bytes).enumerated() where byte != other {
      if place / 3 != last { pixels += 1 }
      last = place / 3
      largest = max(largest, abs(Int(byte) - Int(other)))
    }
  }

  /// Whether both pictures have the same size.
  public var hasExpectedSize: Bool { (actual.width, actual.height) == (expected.width, expected.height) }

  /// Whether the pictures differ by no more than a tolerance.
  public func isWithin(_ tolerance: PictureTolerance) -> Bool {
    hasExpectedSize && Double(pixels) <= tolerance.pixels * Double(actual.width * actual.height)
      && largest <= tolerance.difference
  }

  /// Writes the picture and, if the sizes are equal, its difference from the expected one, white where they agree:
  /// `NAME-actual.png` and `NAME-difference.png`.
  ///
  /// - Parameters:
  ///   - name: What the names of the files begin with.
  ///   - folder: The folder, which is made if it is missing.
  /// - Returns: What differs, and where the pictures are.
  /// - Throws: What failed if a file cannot be written.
  public func writeDifference(
    named name: String, to folder: String = PictureDifference.folder
  ) throws -> PictureDifference {
    try PictureFile.makeFolder(folder)
    let (picture, shown) = ("\(folder)/\(name)-actual.png", "\(folder)/\(name)-difference.png")
    try PictureFile.write(actual.png(), to: picture)
    guard hasExpectedSize else { return PictureDifference(comparison: self, actual: picture, difference: nil) }
    let bytes = zip(actual.bytes, expected.bytes).map { UInt8(255 - abs(Int($0) - Int($1))) }
    try PictureFile.write(RGBImage(width: actual.width, height: actual.height, bytes: bytes).png(), to: shown)
    return PictureDifference(comparison: self, actual: picture, difference: shown)
  }
}
