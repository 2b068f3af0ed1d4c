import Files
import FileFormats
import Images
import SystemPackage

/// What sets EMNIST's files apart from MNIST's: their images are transposed, and their classes have names.
///
/// G. Cohen, S. Afshar, J. Tapson and A. van Schaik, EMNIST: an extension of MNIST to handwritten letters, 2017.
struct EMNIST {
  /// What the files say of it.
  static let note = "the images are EMNIST's, which are transposed, and were turned"

  /// The split, as it stands in the files' names: `letters`.
  let split: String

  /// Takes the beginning of a file's name, `emnist-letters`; nil if it is another dataset's.
  init?(prefix: String) {
    let parts = prefix.split { $0 == "-" || $0 == "_" }
    guard parts.first == "emnist" else { return nil }
    split = parts.count > 1 ? String(parts[1]) : ""
  }

  /// The number of the first class.
  var firstLabel: Int { split == "letters" ? 1 : 0 }

  /// The classes' names, in their order, as torchvision has them.
  var classNames: [String]? {
    let digits = "0123456789"
    let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let letters =
      switch split {
      case "digits", "mnist": digits
      case "letters": capitals.lowercased()
      case "byclass": digits + capitals + capitals.lowercased()
      // Letters whose small and capital forms look alike are one class.
      case "bymerge", "balanced": digits + capitals + "abdefghnqrt"
      default: ""
      }
    return letters.isEmpty ? nil : letters.map { String($0) }
  }

  /// The names in a mapping file: on each line a label and the code points of its letters, of which the last is the name.
  static func names(mapping bytes: [UInt8], file: String) throws(FormatError) -> [String] {
    var names: [Int: String] = [:]
    for (index, line) in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).enumerated() {
      let numbers = line.split(separator: " ").map { UInt32($0) }
      guard numbers.count > 1, let label = numbers[0], label < 1_000, let point = numbers[numbers.count - 1],
        let scalar = Unicode.Scalar(point)
      else {
        throw FormatError(
          .read, format: "mapping", file: file, at: .field("line \(index + 1)"),
          problem: "it is no label with the code points of its letters", advice: "Get it again")
      }
      names[Int(label)] = String(Character(scalar))
    }
    return names.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension LabeledImages {
  /// The same with rows and columns exchanged.
  var transposed: LabeledImages {
    let (height, width) = (images.height, images.width)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(images.pixels.count)
    for image in 0..<images.count {
      let start = image * height * width
      for column in 0..<width {
        for row in 0..<height { pixels.append(images.pixels[start + row * width + column]) }
      }
    }
    return LabeledImages(
      images: ImageSet(count: images.count, height: width, width: height, pixels: pixels), labels: labels)
  }
}
