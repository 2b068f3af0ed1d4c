import CZlib

/// CRC-32 as gzip and PNG have it.
package enum CRC32 {
  /// The checksum of `bytes`, or of what has the checksum `start` with `bytes` after it.
  package static func checksum(_ bytes: [UInt8], continuing start: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBytes { checksum($0, continuing: start) }
  }

  /// The checksum of `bytes`, or of what has the checksum `start` with `bytes` after it.
  static func checksum(_ bytes: UnsafeRawBufferPointer, continuing start: UInt32 = 0) -> UInt32 {
    let address = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    return UInt32(truncatingIfNeeded: crc32_z(UInt(start), address, bytes.count))
  }
}
