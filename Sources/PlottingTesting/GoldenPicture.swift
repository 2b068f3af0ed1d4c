import FoundationEssentials
public import Plotting

/// A picture in a repository that a person has looked at, against which tests hold what is drawn now.
///
///     @Test func theLossLooksAsItDid() throws {
///       let golden = GoldenPicture("Tests/Pictures/loss.png")
///       #expect(try golden.difference(from: lossFigure()) == nil)
///     }
///
/// Pixels are compared, not bytes: the size of a file depends on zlib's version. After a change,
/// `UPDATE_PICTURES=1 swift test` writes the pictures anew. Look at them before you commit them.
public struct GoldenPicture: Sendable {
  /// The path of the PNG.
  public var path: String
  /// The most by which another picture may differ.
  public var tolerance: PictureTolerance
  /// The folder in which a picture that differs is left, and the difference.
  public var failures: String

  /// A golden picture at a path. One that is relative begins at the folder in which the tests run, which is the package's
  /// for `swift test`.
  public init(_ path: String, tolerance: PictureTolerance = .exact, failures: String = PictureDifference.folder) {
    self.path = path
    self.tolerance = tolerance
    self.failures = failures
  }

  /// Whether pictures are written anew: if the environment has `UPDATE_PICTURES=1`.
  public static var isUpdating: Bool { ProcessInfo.processInfo.environment["UPDATE_PICTURES"] == "1" }

  /// Draws a figure and says how it differs from the golden picture; nil if it does not by more than the tolerance.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - dpi: The density in dots per inch, 10 to 2400, at which the golden picture was drawn.
  ///   - isUpdating: Whether a picture of other pixels replaces the golden one.
  /// - Throws: `PlottingError` if the figure cannot be drawn or the golden picture is missing or no PNG; what failed if a file
  ///   cannot be read or written.
  public func difference(
    from figure: Figure, dpi: Double = 100, isUpdating: Bool = Self.isUpdating
  ) throws -> PictureDifference? {
    try difference(from: figure.png(dpi: dpi), isUpdating: isUpdating)
  }

  /// Says how a PNG differs from the golden picture; nil if it does not by more than the tolerance.
  ///
  /// - Parameters:
  ///   - png: The bytes of the PNG.
  ///   - isUpdating: Whether a picture of other pixels replaces the golden one.
  /// - Throws: `PlottingError` if a picture is no PNG or the golden one is missing; what failed if a file cannot be read or
  ///   written.
  public func difference(from png: [UInt8], isUpdating: Bool = Self.isUpdating) throws -> PictureDifference? {
    let drawn = try RGBImage(png: png)
    let golden = try PictureFile.read(path)
    if isUpdating {
      // A file that cannot be read is replaced, too.
      if let golden, (try? RGBImage(png: golden)) == drawn { return nil }
      try PictureFile.write(png, to: path)
      return nil
    }
    guard let golden else {
      throw PlottingError(
        .file, operation: "read \(path)", reason: "there is no such file; UPDATE_PICTURES=1 writes it")
    }
    let comparison = PictureComparison(drawn, to: try RGBImage(png: golden))
    guard !comparison.isWithin(tolerance) else { return nil }
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    return try comparison.writeDifference(named: name, to: failures)
  }
}
