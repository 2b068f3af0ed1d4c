@testable import FileFormats
import FuzzDriver

/// Reads .npy: a value or an error, and nothing else.
@main enum FuzzNPY {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = try? NPY.read(bytes, file: "fuzz")
      return 0
    }
  }
}
