@testable import FileFormats
@testable import RunRecords
import FuzzDriver

/// Reads run.json, and the check of what it says: a value or an error, and nothing else.
@main enum FuzzRunRecord {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      guard let document = try? RunDocument(json: bytes, file: "fuzz") else { return 0 }
      try? RunCheck(operation: .read, folder: "fuzz").check(SavedRun(document))
      return 0
    }
  }
}
