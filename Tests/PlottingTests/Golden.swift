import Foundation

@testable import Plotting

/// How far a picture is from the one that is expected.
struct PictureComparison {
  let actual: RGBImage
  let expected: RGBImage
  /// Bytes that differ by more than 40.
  private(set) var large = 0
  /// The sum of all bytes' differences.
  private(set) var sum = 0

  /// Compares two pictures of one size.
  init(_ actual: RGBImage, to expected: RGBImage) {
    self.actual = actual
    self.expected = expected
    actual.bytes.withUnsafeBufferPointer { ours in
      expected.bytes.withUnsafeBufferPointer { theirs in
        var index = 0
        while index < min(ours.count, theirs.count) {
          let difference = abs(Int(ours[index]) - Int(theirs[index]))
          sum += difference
          if difference > 40 { large += 1 }
          index += 1
        }
      }
    }
  }

  /// Whether a person sees no difference. A pixel's shift of everything changes 1 to 2 % of the bytes by more than 40, of
  /// the titles alone 0.1 to 0.5 %.
  var isClose: Bool {
    (actual.width, actual.height) == (expected.width, expected.height) && large * 1000 <= actual.bytes.count
      && sum * 8 <= actual.bytes.count
  }

  /// Writes the picture and its difference from the expected one (white where they agree), and tells where.
  func writeFailure(named name: String, to folder: URL = Self.folder) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pictures = [
      ("actual", actual),
      (
        "difference",
        RGBImage(
          width: actual.width, height: actual.height,
          bytes: zip(actual.bytes, expected.bytes).map { UInt8(255 - abs(Int($0) - Int($1))) })
      ),
    ]
    for (kind, picture) in pictures where picture.bytes.count == 3 * picture.width * picture.height {
      try Data(picture.png()).write(to: folder.appending(path: "\(name)-\(kind).png"))
    }
    return "\(large) bytes differ by more than 40, \(sum) in all; see \(folder.path)/\(name)-*.png"
  }

  static let folder = FileManager.default.temporaryDirectory.appending(path: "training-report-golden")
}

extension RGBImage {
  /// The picture as a PNG.
  func png() throws -> [UInt8] {
    let pixels: [UInt32] = stride(from: 0, to: bytes.count, by: 3).map { start in
      bytes[start..<start + 3].reduce(0) { $0 << 8 | UInt32($1) }
    }
    return try pixels.withUnsafeBufferPointer { pixels in
      guard let start = pixels.baseAddress else { throw PlottingError(operation: "write PNG", reason: "no pixels") }
      return try PNGEncoder.encode(
        PixelBuffer(width: width, height: height, stride: width, start: start), dpi: 100, title: "", description: "")
    }
  }
}
