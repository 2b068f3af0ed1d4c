import Foundation
import Plotting

/// A picture in the repository that a person has looked at.
package struct GoldenPicture {
  package var file: URL

  package init(_ file: URL) { self.file = file }

  /// Says how a drawn PNG differs from the golden one and where both can be seen; nil if it looks the same.
  ///
  /// Pixels are compared, not bytes: the size of a file depends on zlib's version. If `isUpdating`, a picture of other pixels
  /// replaces the golden one.
  package func difference(from png: [UInt8], isUpdating: Bool) throws -> String? {
    let drawn = try RGBImage(png: png)
    if isUpdating {
      guard try !isThere(drawn) else { return nil }
      try Data(png).write(to: file)
      return nil
    }
    let comparison = PictureComparison(drawn, to: try RGBImage(png: Array(Data(contentsOf: file))))
    guard !comparison.isWithin(.golden) else { return nil }
    return try comparison.writeFailure(named: file.deletingPathExtension().lastPathComponent)
  }

  private func isThere(_ picture: RGBImage) throws -> Bool {
    guard FileManager.default.fileExists(atPath: file.path) else { return false }
    return try RGBImage(png: Array(Data(contentsOf: file))) == picture
  }
}
