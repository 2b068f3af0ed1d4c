import Files
import SystemPackage

@testable import FileFormats

/// The bytes of event files as writers make them.
enum EventLog {
  /// A file with a scalar an event.
  ///
  /// - Parameter start: its writer's time, in seconds.
  static func file(start: Double = 1_700_000_000, _ scalars: [(tag: String, step: Int, value: Float)]) -> [UInt8] {
    func event(_ time: Double, _ rest: [UInt8]) -> [UInt8] { record([0x09] + bytes(time.bitPattern) + rest) }
    var file = event(start, field(3, Array("brain.Event:2".utf8)))
    for (number, scalar) in scalars.enumerated() {
      let value = field(1, Array(scalar.tag.utf8)) + [0x15] + bytes(scalar.value.bitPattern)
      file += event(start + Double(number + 1), [0x10] + varint(scalar.step) + field(5, field(1, value)))
    }
    return file
  }

  /// A curve: a value for each step.
  static func curve(_ tag: String, _ steps: some Sequence<Int>, _ values: [Float]) -> [(
    tag: String, step: Int, value: Float
  )] {
    zip(steps, values).map { (tag, $0, $1) }
  }

  /// Writes a file to its place in a folder.
  static func write(_ bytes: [UInt8], to name: String, in folder: FilePath) throws {
    let path = folder.appending(name)
    try Folder.create(path.parent)
    try AtomicFile.write(bytes, to: path)
  }

  private static func record(_ data: [UInt8]) -> [UInt8] {
    func checksum(_ data: [UInt8]) -> [UInt8] { bytes(CRC32C.masked(data.withUnsafeBytes { CRC32C.checksum($0) })) }
    let length = bytes(UInt64(data.count))
    return length + checksum(length) + data + checksum(data)
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { [UInt8]($0) }
  }

  private static func field(_ number: UInt8, _ data: [UInt8]) -> [UInt8] {
    [number << 3 | 2] + varint(data.count) + data
  }

  private static func varint(_ number: Int) -> [UInt8] {
    // A negative number is its bits, as int64 is written.
    var rest = UInt64(bitPattern: Int64(number))
    var bytes: [UInt8] = []
    while rest >= 128 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
