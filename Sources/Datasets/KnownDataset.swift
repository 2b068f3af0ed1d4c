import FileFormats
import Images

/// A dataset that is known by its test labels, whatever its folder is called.
struct KnownDataset {
  let name: String
  let classNames: [String]
  /// CRC-32 of the test labels, one byte each, in order.
  private let checksum: UInt32

  private static let all = [
    KnownDataset(name: "MNIST", classNames: (0...9).map(String.init), checksum: 0xee86_04d9),
    KnownDataset(
      name: "Fashion-MNIST",
      classNames: [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
      ], checksum: 0x242b_c73f),
  ]

  /// The dataset of these test labels; nil if it is none that is known.
  static func of(testLabels: [Int32]) -> KnownDataset? {
    let bytes = testLabels.map { UInt8(truncatingIfNeeded: $0) }
    let checksum = CRC32.checksum(bytes)
    return all.first { $0.checksum == checksum }
  }
}
