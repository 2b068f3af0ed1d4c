/// A font of one's own: a TrueType or OpenType file with outlines.
///
/// ```swift
/// var theme = Theme()
/// theme.fonts = [Font(file: "NotoSansSC-Regular.otf"), Font(file: "NotoSansSC-Bold.otf")]
/// ```
///
/// The file is read when a figure is drawn; an error names it.
public struct Font: Sendable, Hashable {
  /// The file's path.
  public var file: String

  /// Names a font file. Of a collection, the first font is used.
  public init(file: String) {
    self.file = file
  }

  /// Refuses a file that cannot be used.
  package func check() throws(PlottingError) {
    _ = try FontFace(.file(file))
  }
}
