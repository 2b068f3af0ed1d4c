import CCRC32C

/// CRC-32C, the Castagnoli polynomial, with which TensorFlow guards its records.
enum CRC32C {
  /// The checksum of bytes, or of what has the checksum `start` followed by them.
  static func checksum(_ bytes: UnsafeRawBufferPointer, continuing start: UInt32 = 0) -> UInt32 {
    crc32c_extend(start, bytes.baseAddress, bytes.count)
  }

  /// A checksum as records hold it: turned by 15 bits, so that a checksum of data that holds checksums stays a good one.
  static func masked(_ crc: UInt32) -> UInt32 { (crc >> 15 | crc << 17) &+ 0xa282_ead8 }
}
