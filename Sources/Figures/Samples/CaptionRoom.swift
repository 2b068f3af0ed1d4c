import Plotting

/// The room over an image: captions that keep within it never touch those of the next image.
struct CaptionRoom {
  /// The width of an image in inches; nil if the page's size is fixed.
  let imageWidth: Double?
  /// The width in points.
  private let width: Double
  private let caption: TextStyle
  private let note: TextStyle
  private let ruler: TextRuler

  /// The distance in points that words beside each other keep.
  private static let gap = 6.0
  /// The share of a cell of a fixed page that its caption may fill.
  private static let fill = 0.9

  /// The room over each image of a grid.
  ///
  /// - Parameter captions: the captions as they would be with enough room, for which a style may have wider images.
  init(_ style: ImageGridStyle, _ look: FigureLook, for captions: [String]) {
    let ruler = TextRuler(look.theme)
    self.ruler = ruler
    caption = TextStyle(size: style.captionSize ?? look.theme.panelTitle.size, weight: look.theme.panelTitle.weight)
    note = look.theme.panelNote
    switch style.fit {
    case .fixed(let page, _):
      imageWidth = nil
      width = Self.fill * 72 * page.width / Double(ImageGrid.columns)
    case .images(let range):
      let widest = captions.map { [caption] in ruler.width(of: $0, caption) }.max() ?? 0
      let image = min(max(widest / 72, range.lowerBound), range.upperBound)
      imageWidth = image
      width = 72 * image
    }
  }

  /// Whether each line of a caption fits.
  func holds(_ text: String) -> Bool { ruler.width(of: text, caption) <= width }

  /// Whether the last line of a caption fits with a note at its right.
  func holds(_ text: String, beside note: String?) -> Bool {
    guard let note else { return holds(text) }
    let last = text.split(separator: "\n").last.map(String.init) ?? ""
    return ruler.width(of: last, caption) + Self.gap + ruler.width(of: note, self.note) <= width
  }
}
