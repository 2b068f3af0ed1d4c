import TestSupport

@testable import Datasets

/// The pixels of an image, `[height][width][channels]` in one list, after something was done to it in place.
func pixels(
  _ pixels: [UInt8], height: Int, width: Int, channels: Int = 1, after change: (AugmentedImage) -> Void
) -> [UInt8] {
  var (pixels, room) = (pixels, pixels)
  var workspace = [UInt8](repeating: 99, count: AugmentedImage.workspaceBytes(height: height, width: width))
  pixels.withUnsafeMutableBufferPointer { pixels in
    room.withUnsafeMutableBufferPointer { room in
      workspace.withUnsafeMutableBytes { workspace in
        change(
          AugmentedImage(
            pixels: pixels, room: room, workspace: workspace, height: height, width: width, channels: channels))
      }
    }
  }
  return pixels
}

/// Numbers that SciPy and torchvision have computed: Fixtures/make_augmentation.py.
struct AugmentationFixture: Decodable {
  var image: [[UInt8]]
  var affine: [Affine]
  var elastic: [Elastic]
  /// Mean share of the image, height and logarithm of the aspect of rectangles.
  var erasing: [Double]
  var mixup: [Mixup]

  struct Affine: Decodable {
    var change: [String: Double]
    var pixels: [[Double]]
  }

  struct Elastic: Decodable {
    var seed: UInt64
    var alpha: Double
    var sigma: Double
    var pixels: [[Double]]
  }

  struct Mixup: Decodable {
    var alpha: Double
    var below: Double
  }

  static func read() throws -> Self { try fixture("augmentation.json", as: Self.self) }
}
