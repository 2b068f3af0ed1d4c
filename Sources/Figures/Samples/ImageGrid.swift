import Plotting

/// A grid of images with a caption over each, five in a row.
struct ImageGrid {
  /// An image, the words over it, and a number beside these.
  struct Example {
    var image: Image
    var caption: String
    var note: String?
  }

  /// Images in a row.
  static let columns = 5
  /// The largest height of an image, in widths; taller ones are drawn narrower.
  static let tallest = 1.6

  var name: String
  var altText: String
  var heading: FigureHeading
  var examples: [Example]
  var style: ImageGridStyle
  var room: CaptionRoom
  var captionColor: Color?
  var look: FigureLook

  /// The grid as a figure.
  var figure: Figure {
    let examples = roomyExamples
    let (size, rows) = page
    return Figure(
      name: name, altText: altText, size: size,
      title: look.figureTitle(heading)
        ?? FigureTitle(
          Label(heading.title, size: look.style.titleText.size, weight: style.titleWeight), top: style.titleTop),
      columns: Self.columns, rows: rows,
      panels: examples.map { example in
        Axes(
          title: Label(example.caption, size: style.captionSize, color: captionColor),
          note: example.note.map { Label($0) }, decoration: .none
        ) {
          example.image
        }
      }, theme: look.theme)
  }

  /// The examples with their notes on lines of their own, the last, if one would touch its caption.
  private var roomyExamples: [Example] {
    guard !examples.allSatisfy({ room.holds($0.caption, beside: $0.note) }) else { return examples }
    return examples.map { example in
      Example(image: example.image, caption: example.caption + (example.note == nil ? "" : "\n"), note: example.note)
    }
  }

  /// The figure's size in inches and its rows.
  private var page: (size: Size, rows: Int) {
    switch style.fit {
    case .fixed(let size, let rows): return (size, rows)
    case .images(let width):
      let width = room.imageWidth ?? width.lowerBound
      let rows = (examples.count + Self.columns - 1) / Self.columns
      return (size(imageWidth: width, rows: rows), rows)
    }
  }

  /// The figure's size if images are so wide, so that the gaps between them are no wider than the layout's.
  private func size(imageWidth width: Double, rows: Int) -> Size {
    let theme = look.theme
    let pad = theme.layoutPad * theme.fontSize / 72
    let lines = roomyExamples.map { $0.caption.count(where: \.isNewline) + 1 }.max() ?? 1
    let aspect = min(
      examples.map { Double($0.image.height) / Double(max($0.image.width, 1)) }.max() ?? 1, Self.tallest)
    let caption = (theme.titlePad + 1.2 * theme.panelTitle.size * Double(lines)) / 72
    let title = (1.2 * (theme.figureTitle.size + theme.figureSubtitle.size) + theme.labelPad) / 72
    let (columns, rows) = (Double(Self.columns), Double(rows))
    return Size(
      width: columns * width + (columns + 1) * pad,
      height: rows * (width * aspect + caption) + (rows + 1) * pad + title + pad)
  }
}

extension ImageGrid.Example {
  /// A test sample with its caption, and the model's confidence if it is known.
  init(_ sample: ShownAnswer, caption: String, _ confidence: ImageGridStyle.Confidence) {
    image = sample.image.image
    self.caption = caption
    guard let percentage = sample.percentage else { return }
    switch confidence {
    case .below(let words): self.caption += "\n\(words)\(percentage)"
    // Beside the caption of a narrow image there is no room.
    case .beside where sample.image.isTall: self.caption += "\n" + percentage
    case .beside: note = percentage
    }
  }

  /// Caption and note on one line.
  var words: String { ([caption.replacing("\n", with: ", ")] + (note.map { [$0] } ?? [])).joined(separator: ", ") }
}
