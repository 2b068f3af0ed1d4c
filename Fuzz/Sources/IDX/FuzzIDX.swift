@testable import FileFormats
import FuzzDriver

/// Reads IDX, plain and compressed: a value or an error, and nothing else.
@main enum FuzzIDX {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      for dimensions in [1, 3] {
        _ = try? IDX.read(bytes, file: "fuzz", dimensions: dimensions, limit: 1 << 24)
      }
      return 0
    }
  }
}
