@testable import FileFormats
import FuzzDriver

/// Reads .npz files: arrays or errors, and nothing else.
@main enum FuzzNPZ {
  static func main() {
    drive { data, count in
      _ = try? NPZ.read([UInt8](UnsafeBufferPointer(start: data, count: count)), file: "fuzz")
      return 0
    }
  }
}
