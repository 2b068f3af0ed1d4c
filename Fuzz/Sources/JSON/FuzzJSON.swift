@testable import FileFormats
import FuzzDriver

/// Reads JSON: a value that is written and read again the same, or an error, and nothing else.
@main enum FuzzJSON {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      guard let document = try? JSON.read(bytes, file: "fuzz", advice: "") else { return 0 }
      // Foundation's encoder refuses the deepest nesting that is read.
      guard let written = try? JSON.write(document.value, .compact, file: "fuzz") else { return 0 }
      guard let again = try? JSON.read(written, file: "fuzz", advice: "") else { fatalError("it cannot be read again") }
      precondition((try? JSON.write(again.value, .compact, file: "fuzz")) == written, "it comes back as another")
      _ = try? document.decode([String: [Double?]].self)
      return 0
    }
  }
}
