@testable import Datasets
import FuzzDriver

/// Reads Kaggle's tables of pixels and EMNIST's mappings: values or errors, and nothing else.
@main enum FuzzPixelTable {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = try? PixelTable(bytes, file: "fuzz")
      _ = try? EMNIST.names(mapping: bytes, file: "fuzz")
      return 0
    }
  }
}
