@testable import FileFormats
import FuzzDriver

/// Reads TensorBoard's event files: a value or an error, and nothing else.
@main enum FuzzEventFile {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = try? EventFile.read(bytes, file: "fuzz")
      // Past the checksums, which no fuzzer guesses: the bytes as the data of a record.
      _ = try? EventFile.read(record(bytes), file: "fuzz")
      return 0
    }
  }
}

/// A record around data, with its checksums.
private func record(_ data: [UInt8]) -> [UInt8] {
  func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { [UInt8]($0) }
  }
  func checksum(_ bytes: [UInt8]) -> [UInt8] {
    littleEndian(CRC32C.masked(bytes.withUnsafeBytes { CRC32C.checksum($0) }))
  }
  let length = littleEndian(UInt64(data.count))
  return length + checksum(length) + data + checksum(data)
}
