import Plotting

/// A grid of images with a caption over each, five in a row.
struct ImageGrid {
  /// An image, the words over it, and a number beside these.
  struct Example {
    var image: Image
    var caption: String
    var note: String?
  }

  /// Where the original has what; inches and points.
  struct Original {
    var size: Size
    var rows: Int
    var title: FigureTitle
    var captionSize: Double
    var captionColor: Color?
  }

  /// Images in a row.
  static let columns = 5

  var name: String
  var altText: String
  var examples: [Example]
  var look: FigureLook
  var original: Original
  /// The title and subtitle of the clean style.
  var cleanTitle: FigureTitle

  /// The grid as a figure.
  var figure: Figure {
    let isClean = look.style == .clean
    let examples = roomyExamples
    return Figure(
      name: name, altText: altText, size: isClean ? cleanSize : original.size,
      title: isClean ? cleanTitle : original.title, columns: Self.columns, rows: isClean ? cleanRows : original.rows,
      panels: examples.map { example in
        Axes(
          title: isClean
            ? Label(example.caption) : Label(example.caption, size: original.captionSize, color: original.captionColor),
          note: example.note.map { Label($0) }, decoration: .none
        ) {
          example.image
        }
      }, theme: look.plottingTheme)
  }

  /// The examples with their notes on lines of their own, the last, where one would touch its caption.
  private var roomyExamples: [Example] {
    func lastLine(_ example: Example) -> Int { example.caption.split(separator: "\n").last?.count ?? 0 }
    guard examples.contains(where: { $0.note != nil && lastLine($0) > 9 }) else { return examples }
    return examples.map { example in
      Example(image: example.image, caption: example.caption + (example.note == nil ? "" : "\n"), note: example.note)
    }
  }

  private var cleanRows: Int { (examples.count + Self.columns - 1) / Self.columns }

  /// The figure's size where images are 1.2 inches wide, so that the gaps between them are no wider than the layout's.
  private var cleanSize: Size {
    let theme = look.plottingTheme
    let width = 1.2
    let pad = theme.layoutPad * theme.fontSize / 72
    let lines = roomyExamples.map { $0.caption.count(where: \.isNewline) + 1 }.max() ?? 1
    let aspect = examples.map { Double($0.image.height) / Double(max($0.image.width, 1)) }.max() ?? 1
    let caption = (theme.titlePad + 1.2 * theme.panelTitle.size * Double(lines)) / 72
    let title = (1.2 * (theme.figureTitle.size + theme.figureSubtitle.size) + theme.labelPad) / 72
    let (columns, rows) = (Double(Self.columns), Double(cleanRows))
    return Size(
      width: columns * width + (columns + 1) * pad,
      height: rows * (width * aspect + caption) + (rows + 1) * pad + title + pad)
  }
}

extension ImageGrid.Example {
  /// A test sample: its caption, with the model's confidence below, or beside it in the clean style.
  init(_ sample: ShownAnswer, caption: String, _ look: FigureLook) {
    image = sample.image.image
    self.caption = caption
    guard let percentage = sample.percentage else { return }
    if look.style == .clean { note = percentage } else { self.caption += "\nConf: \(percentage)" }
  }

  /// Caption and note on one line.
  var words: String { ([caption.replacing("\n", with: ", ")] + (note.map { [$0] } ?? [])).joined(separator: ", ") }
}

extension String {
  /// The text on one line, cut to `length` characters with an ellipsis.
  func shortened(to length: Int) -> String {
    let line = String(map { $0.isNewline ? " " : $0 })
    return line.count <= length ? line : line.prefix(length - 1) + "…"
  }

  /// The text on two lines at most of `length` characters each, cut with an ellipsis; broken at a space where there is one.
  func wrapped(to length: Int) -> String {
    let line = String(map { $0.isNewline ? " " : $0 })
    guard line.count > length else { return line }
    let space = line.prefix(length + 1).lastIndex(of: " ")
    let end = space ?? line.index(line.startIndex, offsetBy: length)
    let rest = line[end...].drop { $0 == " " }
    return rest.isEmpty ? String(line[..<end]) : line[..<end] + "\n" + String(rest).shortened(to: length)
  }
}
