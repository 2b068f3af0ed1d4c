/// What is known of a file of a format before it is read whole.
package struct FileForm: Sendable {
  /// The most bytes that a file of the format sensibly has.
  package let mostBytes: Int
  /// The number of bytes that the format's reader needs to take or refuse a file that begins with these; a header can say
  /// how many follow.
  package let bytesNeeded: @Sendable ([UInt8]) -> Int

  private init(mostBytes: Int, bytesNeeded: @escaping @Sendable ([UInt8]) -> Int) {
    self.mostBytes = mostBytes
    self.bytesNeeded = bytesNeeded
  }

  /// A format without a length in its header: the reader needs the whole file, or none of it if it cannot begin so.
  private init(mostBytes: Int, canStart: @escaping @Sendable ([UInt8]) -> Bool) {
    self.init(mostBytes: mostBytes, bytesNeeded: { canStart($0) ? .max : 0 })
  }

  /// A figure that this program drew.
  package static let png = FileForm(
    mostBytes: 1_000_000_000,
    canStart: {
      $0.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    })

  /// A NumPy array.
  package static let npy = FileForm(mostBytes: 4_000_000_000, canStart: { $0.starts(with: [0x93] + "NUMPY".utf8) })

  /// Several NumPy arrays.
  package static let npz = FileForm(mostBytes: 4_000_000_000, canStart: NPZ.canStart)

  /// Named arrays.
  package static let safetensors = FileForm(mostBytes: 4_000_000_000, bytesNeeded: Safetensors.bytesNeeded)

  /// An array of bytes, such as MNIST's.
  package static let idx = FileForm(mostBytes: 4_000_000_000, bytesNeeded: IDX.bytesNeeded)

  /// A JSON document, which takes several times its size once it is read. It holds no zero byte.
  package static let json = FileForm(mostBytes: 256_000_000, canStart: { !$0.contains(0) })

  /// What this program writes of a run as JSON: all that it has read of histories may be in it.
  package static let run = FileForm(mostBytes: 4_000_000_000, canStart: { !$0.contains(0) })

  /// A table of comma-separated values.
  package static let csv = FileForm(mostBytes: 1_000_000_000, canStart: { _ in true })

  /// A list of names, one per line.
  package static let names = FileForm(mostBytes: 1_000_000, canStart: { _ in true })
}
