@testable import FileFormats
import FuzzDriver

/// Reads runs of Weights & Biases: rows or an error, and nothing else.
@main enum FuzzWandB {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = try? WandBFile.read(bytes, file: "fuzz") { _ in }
      // Past the checksums, which no fuzzer guesses: the bytes as a record.
      _ = try? bytes.withUnsafeBytes(WandBRecord.row)
      return 0
    }
  }
}
