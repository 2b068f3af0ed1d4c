@testable import FileFormats
import FuzzDriver

/// Reads gzip: a value or an error, and nothing else.
@main enum FuzzGzip {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = try? Gzip.unpack(bytes, file: "fuzz", limit: 1 << 24)
      return 0
    }
  }
}
