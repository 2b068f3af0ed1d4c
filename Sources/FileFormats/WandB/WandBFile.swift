/// A run of Weights & Biases on disk, `run-*.wandb`, as the `wandb` package writes it while it trains, online or offline.
///
/// The file is LevelDB's log format behind a header of seven bytes, with zlib's CRC-32 in the place of CRC-32C. Each
/// record is a message of wandb_internal.proto; those of the history are rows of logged values.
package enum WandBFile {
  /// What one call of `log` logged.
  package struct Row: Sendable, Equatable {
    /// The numbers under their keys; those inside dictionaries are joined with dots.
    package var scalars: [Scalar] = []
    /// The keys of everything else: texts, lists, images, histograms.
    package var others: [String] = []
  }

  /// One logged number.
  package struct Scalar: Sendable, Equatable {
    /// Such as `_step`, `epoch` or `val/loss`.
    package var key: String
    /// The number itself.
    package var value: Double
  }

  /// Whether bytes are the beginning of such a file.
  package static func isBegun(by head: [UInt8]) -> Bool { head.starts(with: header.prefix(6)) }

  /// Reads a file piece by piece, and gives `take` the rows of its history.
  ///
  /// - Returns: where the file ends within a record, as it does while its writer runs or after it was killed; nil if it ends
  ///   whole.
  /// - Throws: ``FormatError`` if a checksum is wrong or a record is none of W&B's, and what `next` throws.
  package static func read(file: String, _ next: @escaping NextBytes, take: (Row) -> Void) throws -> Int? {
    try read(ByteStream(next), file: file, take: take)
  }

  /// Reads the bytes of a file.
  ///
  /// - Returns: as ``read(file:_:take:)`` does.
  /// - Throws: as ``read(file:_:take:)`` does.
  package static func read(_ bytes: [UInt8], file: String, take: (Row) -> Void) throws -> Int? {
    try read(ByteStream(bytes), file: file, take: take)
  }

  /// Its letters, a number, and the version 0.
  static let header: [UInt8] = Array(":W&B".utf8) + [0xe1, 0xbe, 0]

  private static func read(_ stream: consuming ByteStream, file: String, take: (Row) -> Void) throws -> Int? {
    var log = try WandBLog(stream, file: file)
    while let (record, place) = try log.next() {
      do {
        if let row = try record.withUnsafeBytes(WandBRecord.row) { take(row) }
      } catch is WandBRecord.Damage {
        throw log.error(at: place, "a record is none of W&B's")
      }
    }
    return log.cutOffAt
  }
}
