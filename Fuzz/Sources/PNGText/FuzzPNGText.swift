import FileFormats
import FuzzDriver

/// Reads the text of a PNG whose one chunk before its end is the input, its checksum made right: a value or an error, and
/// nothing else. The input as a whole file comes after.
@main enum FuzzPNGText {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      let text = chunk("iTXt", Array("training-report".utf8) + [0] + bytes)
      let file = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + text + chunk("IEND", [])
      _ = try? PNGTextChunk.read("training-report", from: file, file: "fuzz", limit: 8_000_000)
      _ = try? PNGTextChunk.read("training-report", from: bytes, file: "fuzz", limit: 8_000_000)
      return 0
    }
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + data
    return bigEndian(UInt32(data.count)) + named + bigEndian(CRC32.checksum(named))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
