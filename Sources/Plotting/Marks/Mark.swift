/// What a panel shows.
public enum Mark: Sendable, Equatable {
  /// A line through points.
  case line(Line)
  /// A picture of pixels.
  case image(Image)
  /// A table of coloured cells.
  case heatmap(Heatmap)
}
