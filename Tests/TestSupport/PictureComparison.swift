import Foundation
import Plotting

/// The difference between a picture and the one that is expected.
package struct PictureComparison {
  package let actual: RGBImage
  package let expected: RGBImage
  /// Pixels that differ at all.
  package private(set) var pixels = 0
  /// Bytes that differ by more than 40.
  package private(set) var large = 0
  /// The largest difference of a byte.
  package private(set) var largest = 0
  /// The sum of the differences of all bytes.
  package private(set) var sum = 0

  package init(_ actual: RGBImage, to expected: RGBImage) {
    self.actual = actual
    self.expected = expected
    guard actual != expected else { return }
    var last = -1
    for (place, (byte, other)) in zip(actual.bytes, expected.bytes).enumerated() where byte != other {
      let difference = abs(Int(byte) - Int(other))
      if place / 3 != last { pixels += 1 }
      last = place / 3
      largest = max(largest, difference)
      sum += difference
      if difference > 40 { large += 1 }
    }
  }

  /// Whether a person sees no difference.
  ///
  /// If everything moves by a pixel, 1 to 2 % of the bytes change by more than 40; if only the titles do, 0.1 to 0.5 %.
  package var isClose: Bool {
    hasExpectedSize && large * 1000 <= actual.bytes.count && sum * 8 <= actual.bytes.count
  }

  package func isWithin(_ tolerance: PictureTolerance) -> Bool {
    hasExpectedSize && 1000 * pixels <= tolerance.pixelsPerThousand * actual.width * actual.height
      && largest <= tolerance.difference
  }

  private var hasExpectedSize: Bool { (actual.width, actual.height) == (expected.width, expected.height) }

  /// Writes the picture and its difference from the expected one, white where they agree, and returns a message that says
  /// where they are.
  package func writeFailure(named name: String, to folder: URL = Self.folder) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(actual.bytes, to: folder.appending(path: "\(name)-actual.png"))
    guard hasExpectedSize else {
      return "\(actual.width) x \(actual.height) pixels are not \(expected.width) x \(expected.height); "
        + "see \(folder.path)/\(name)-actual.png"
    }
    let difference = zip(actual.bytes, expected.bytes).map { UInt8(255 - abs(Int($0) - Int($1))) }
    try write(difference, to: folder.appending(path: "\(name)-difference.png"))
    return "\(pixels) pixels differ by up to \(largest), \(sum) in all; see \(folder.path)/\(name)-*.png"
  }

  private func write(_ bytes: [UInt8], to file: URL) throws {
    try Data(PNGFile.picture(width: actual.width, height: actual.height, bytes: bytes)).write(to: file)
  }

  /// The folder in which a failed test leaves its pictures.
  package static let folder = FileManager.default.temporaryDirectory.appending(path: "training-report-golden")
}
