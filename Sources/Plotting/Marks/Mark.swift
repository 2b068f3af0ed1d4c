/// What a panel shows.
public enum Mark: Sendable, Equatable {
  /// A line through points.
  case line(Line)
  /// A picture of pixels.
  case image(Image)
  /// A table of coloured cells.
  case heatmap(Heatmap)
}

extension Mark {
  /// The mark as what is drawn.
  var drawable: any DrawableMark {
    switch self {
    case .line(let line): line
    case .image(let image): image
    case .heatmap(let heatmap): heatmap
    }
  }

  /// Whether the mark lies behind grid and ticks, as cells and images do.
  var isBackground: Bool {
    switch self {
    case .image, .heatmap: true
    case .line: false
    }
  }

  /// Whether the mark takes a colour of the palette.
  var takesColor: Bool {
    if case .line(let line) = self { line.color == nil } else { false }
  }
}

extension Axes {
  /// The marks with the colours of those that state none.
  func coloredMarks(_ style: MarkStyle) -> [(mark: Mark, color: Color)] {
    var taken = 0
    return marks.map { mark in
      let color = style.color(taken)
      if mark.takesColor { taken += 1 }
      return (mark, color)
    }
  }
}
