@testable import Plotting
import FuzzDriver

/// Reads PNG: an image or an error, and nothing else.
@main enum FuzzPNG {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = try? RGBImage(png: bytes)
      return 0
    }
  }
}
