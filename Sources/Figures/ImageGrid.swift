import Plotting
import RunRecords

/// A grid of images with a caption over each, five in a row.
struct ImageGrid {
  /// An image and the words over it.
  struct Example {
    var image: Image
    var caption: String
  }

  /// Images in a row.
  static let columns = 5

  var name: String
  var altText: String
  var size: Size
  var rows: Int
  var title: FigureTitle
  /// Makes the title of an image of its caption.
  var caption: (String) -> Label
  var examples: [Example]

  /// The grid as a figure.
  var figure: Figure {
    Figure(
      name: name, altText: altText, size: size, title: title, columns: Self.columns, rows: rows,
      panels: examples.map { example in
        Axes(title: caption(example.caption), decoration: .none) { example.image }
      })
  }
}

extension SavedRun {
  /// The image in a row of `images.npy`.
  func image(_ row: Int) throws(MissingData) -> Image {
    guard let images else { throw MissingData("no images") }
    guard row >= 0, row < images.count, images.width > 0, images.height > 0 else {
      throw MissingData("image \(row) is missing: there are \(images.count) images")
    }
    return Image(width: images.width, height: images.height, pixels: images[row])
  }

  /// The name of a class; its number where it has none.
  func className(_ index: Int) -> String {
    let names = record.dataset.classNames
    return names.indices.contains(index) ? names[index].shortened(to: 20) : "\(index)"
  }
}

extension String {
  /// The text on one line, cut to `length` characters with an ellipsis.
  func shortened(to length: Int) -> String {
    let line = String(map { $0.isNewline ? " " : $0 })
    return line.count <= length ? line : line.prefix(length - 1) + "…"
  }
}
