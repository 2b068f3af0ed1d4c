import FileFormats
import Images

/// A dataset that is known by its test set, whatever its folder is called.
struct KnownDataset {
  let name: String
  let classNames: [String]
  /// CRC-32 of the test labels, one byte each, in order, and of the pixels after them. Labels alone would not do: other images
  /// are published with MNIST's.
  private let checksum: UInt32

  private static let all = [
    KnownDataset(name: "MNIST", classNames: (0...9).map(String.init), checksum: 0x2483_b59d),
    KnownDataset(
      name: "Fashion-MNIST",
      classNames: [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
      ], checksum: 0xfd33_61ff),
  ]

  /// The dataset with this test set; nil if it is none that is known.
  static func of(test: LabeledImages) -> KnownDataset? {
    let labels = test.labels.map { UInt8(truncatingIfNeeded: $0) }
    let checksum = CRC32.checksum(test.images.pixels, continuing: CRC32.checksum(labels))
    return all.first { $0.checksum == checksum }
  }
}
