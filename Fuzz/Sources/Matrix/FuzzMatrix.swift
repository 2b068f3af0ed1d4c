@testable import Importing
import FuzzDriver

/// Reads finished confusion matrices: matrices or errors, and nothing else.
@main enum FuzzMatrix {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = try? TableMatrix.read(bytes, file: "fuzz")
      _ = try? CountedPairs.read(bytes, file: "fuzz")
      _ = try? ObjectMatrix.read(bytes, file: "fuzz")
      return 0
    }
  }
}
