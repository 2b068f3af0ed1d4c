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
