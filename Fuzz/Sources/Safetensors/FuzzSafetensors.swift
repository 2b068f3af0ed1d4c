@testable import FileFormats
import FuzzDriver

/// Reads safetensors: a value or an error, and nothing else.
@main enum FuzzSafetensors {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = try? Safetensors.read(bytes, file: "fuzz")
      return 0
    }
  }
}
