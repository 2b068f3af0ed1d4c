import Files
import FileFormats
import Images
import SystemPackage

/// A file with a picture, and its class.
struct PictureFile: Equatable {
  let path: FilePath
  let label: Int32

  /// The most bytes that a picture has.
  static let mostBytes = 200_000_000

  /// The endings of the files that torchvision takes for pictures. Those that cannot be read are refused, for without them the
  /// samples' order would be another.
  static let endings: Set<String> = ["jpg", "jpeg", "png", "ppm", "bmp", "pgm", "tif", "tiff", "webp"]

  /// Whether a file's name is that of a picture.
  static func isPicture(_ name: String) -> Bool {
    !name.hasPrefix(".") && name.contains(".")
      && endings.contains(String(name.split(separator: ".").last ?? "").lowercased())
  }

  /// The pictures in a folder and all below it, in the order in which torchvision's `ImageFolder` has them: folder by folder,
  /// and in each by name.
  static func paths(in folder: FilePath, depth: Int = 0) throws(FileError) -> [FilePath] {
    // Links may lead in circles.
    guard depth < 16 else { return [] }
    let names = try Folder.names(in: folder).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    var paths = names.filter(isPicture).map { folder.appending($0) }
    for name in names where !name.hasPrefix(".") && Folder.isFolder(folder.appending(name)) {
      paths += try Self.paths(in: folder.appending(name), depth: depth + 1)
    }
    return paths
  }
}

/// Reads pictures into sets of images of one size.
struct PictureSets {
  /// Pictures of one size with sides of up to this stay as they are.
  private static let largestSide = 256
  /// The side of the squares that others become.
  private static let usualSide = 128
  /// Bytes of all images at most.
  private static let mostBytes = 1_000_000_000

  private let height: Int
  private let width: Int
  private let isSquared: Bool
  /// What people should know of how the pictures were read; a clause.
  var note: String? {
    isSquared ? "of each picture the middle is taken, as a square of \(width) x \(height) pixels" : nil
  }

  /// Looks at the sizes of all pictures.
  ///
  /// - Throws: if one cannot be read.
  init(of files: [PictureFile]) throws {
    var (size, isOneSize, smallest) = ((width: 1, height: 1), true, Int.max)
    for (index, file) in files.enumerated() {
      let bytes = try File.read(file.path, atMost: PictureFile.mostBytes)
      let found = try Self.reading(file) { () throws(Picture.Unreadable) in try Picture.size(of: bytes) }
      if index == 0 { size = found }
      if found != size { isOneSize = false }
      smallest = min(smallest, found.width, found.height)
    }
    // Divided, since a header may say what no product holds.
    func fits(_ height: Int, _ width: Int) -> Bool {
      height <= Self.mostBytes / 3 / max(width, 1) / max(files.count, 1)
    }
    isSquared = !isOneSize || max(size.width, size.height) > Self.largestSide || !fits(size.height, size.width)
    var side = max(1, min(smallest, Self.usualSide))
    while side > 1 && !fits(side, side) { side -= 1 }
    (height, width) = isSquared ? (side, side) : (size.height, size.width)
  }

  /// Reads some of the pictures, in colour.
  ///
  /// - Throws: if one cannot be read.
  func images(_ files: [PictureFile]) throws -> LabeledImages {
    var pixels: [UInt8] = []
    pixels.reserveCapacity(files.count * height * width * 3)
    for file in files {
      let bytes = try File.read(file.path, atMost: PictureFile.mostBytes)
      let picture = try Self.reading(file) { () throws(Picture.Unreadable) in try Picture(bytes) }
      pixels += isSquared ? picture.square(side: width).pixels : picture.pixels
    }
    guard pixels.count == files.count * height * width * 3 else {
      throw FileError(.read, path: files[0].path, code: 16 /* EBUSY: it was replaced while it was read */)
    }
    return LabeledImages(
      images: ImageSet(count: files.count, height: height, width: width, channels: 3, pixels: pixels),
      labels: files.map(\.label))
  }

  private static func reading<Value>(
    _ file: PictureFile, _ read: () throws(Picture.Unreadable) -> Value
  ) throws(FormatError) -> Value {
    do throws(Picture.Unreadable) {
      return try read()
    } catch {
      throw FormatError(
        .read, format: "picture", file: file.path.string, at: .wholeFile, problem: error.reason,
        advice: "Convert it to PNG or JPEG, or remove it")
    }
  }
}

extension Dataset {
  /// Makes a dataset of pictures. If all of them are grey, its images are.
  ///
  /// - Throws: if a picture cannot be read.
  init(
    pictures training: [PictureFile], _ test: [PictureFile], folder: FilePath, classNames: [String], notes: [String]
  ) throws {
    let sets = try PictureSets(of: training + test)
    let (first, second) = (try sets.images(training), try sets.images(test))
    let isGrey = first.images.isGrey && second.images.isGrey
    self.init(
      name: Folder.name(of: folder), training: isGrey ? first.grey : first, test: isGrey ? second.grey : second,
      classNames: classNames, notes: notes + [sets.note].compactMap { $0 })
  }
}

extension ImageSet {
  /// Whether red, green and blue are the same in all pixels.
  fileprivate var isGrey: Bool {
    var place = 0
    while place < pixels.count {
      let red = pixels[place]
      if pixels[place + 1] != red || pixels[place + 2] != red { return false }
      place += 3
    }
    return true
  }
}

extension LabeledImages {
  /// The same with one channel, the first.
  fileprivate var grey: LabeledImages {
    let pixels: [UInt8] = (0..<images.pixels.count / 3).map { images.pixels[3 * $0] }
    return LabeledImages(
      images: ImageSet(count: images.count, height: images.height, width: images.width, pixels: pixels), labels: labels)
  }
}
