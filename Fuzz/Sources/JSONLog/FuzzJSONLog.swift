@testable import Importing
@testable import RunRecords
import FuzzDriver

/// Reads and understands logs as JSON: a value or an error, and nothing else.
@main enum FuzzJSONLog {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = (try? JSONLog.read(bytes, file: "fuzz")).map(LoggedHistory.init(of:))
      return 0
    }
  }
}
