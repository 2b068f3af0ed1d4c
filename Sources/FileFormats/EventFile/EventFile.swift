/// A TensorBoard event file, `events.out.tfevents.*`: the scalars that a training logged.
///
/// The file is a row of records: a little-endian 64-bit length, the masked CRC-32C of those eight bytes, the data, and its
/// masked CRC-32C. The data is an `Event` of TensorFlow's event.proto; its `Summary` holds values by tag.
package struct EventFile: Sendable, Equatable {
  /// The numbers logged under a tag, in the file's order.
  package struct Series: Sendable, Equatable {
    /// Such as `epoch_loss` or `Loss/train`.
    package var tag: String
    /// What the trainer counted for each number: epochs, or batches.
    package var steps: [Int] = []
    /// The numbers themselves.
    package var values: [Double] = []
  }

  /// The time of the first event, in seconds since 1970; nil if there is none.
  package var start: Double?
  /// All scalars by tag, in the order in which the tags first appear. A training that begins again in the same file, with a
  /// step at or before its first, has series of its own, after those of the training before it.
  package var series: [Series] = []
  /// The places in ``series`` at which a training begins again.
  package var restarts: [Int] = []
  /// Tags of what is no scalar, such as images and histograms, sorted.
  package var otherTags: [String] = []
  /// Where the file ends within a record, as it does while its writer runs or after it was killed; nil if it ends whole.
  package var cutOffAt: Int?

  /// Whether bytes are the beginning of an event file: a length with its checksum.
  package static func isBegun(by head: [UInt8]) -> Bool {
    head.withUnsafeBytes { head in
      var cursor = ByteCursor(head)
      guard let length = cursor.take(8), let checksum = cursor.littleEndian(UInt32.self) else { return false }
      return CRC32C.masked(CRC32C.checksum(length)) == checksum
    }
  }

  /// Reads an event file piece by piece. A last record that is cut off is left out and told by ``cutOffAt``.
  ///
  /// Images and other large values are passed over without being kept, but all bytes are checked.
  ///
  /// - Throws: ``FormatError`` if a checksum is wrong or a record is no event, and what `next` throws. Fields that are not
  ///   known are passed over.
  package static func read(file: String, _ next: @escaping NextBytes) throws -> EventFile {
    try EventFileReader(ByteStream(next), file: file).read()
  }

  /// Reads the bytes of an event file.
  ///
  /// - Throws: as ``read(file:_:)`` does.
  package static func read(_ bytes: [UInt8], file: String) throws -> EventFile {
    try EventFileReader(ByteStream(bytes), file: file).read()
  }
}
