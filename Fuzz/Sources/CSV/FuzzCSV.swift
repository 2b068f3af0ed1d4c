@testable import Importing
import FuzzDriver

/// Reads a training log as comma-separated values: a value or an error, and nothing else.
@main enum FuzzCSV {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = (try? CSVLog.read(bytes, file: "fuzz")).map(LoggedHistory.init(of:))
      return 0
    }
  }
}
