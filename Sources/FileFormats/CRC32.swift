import CZlib

/// CRC-32 as gzip and PNG have it.
package enum CRC32 {
  /// The checksum of `bytes`, or of what has the checksum `start` with `bytes` after it.
  package static func checksum(_ bytes: [UInt8], continuing start: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(UInt(start), $0.baseAddress, $0.count)) }
  }
}
