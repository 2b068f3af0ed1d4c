@testable import Importing
@testable import RunRecords
import FuzzDriver

/// Reads Keras' histories and Hugging Face's states as JSON: a value or an error, and nothing else.
@main enum FuzzKerasHistory {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = try? KerasHistory.read(bytes, file: "fuzz")
      _ = try? TrainerState.read(bytes, file: "fuzz")
      return 0
    }
  }
}
