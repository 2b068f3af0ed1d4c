/// Why a figure could not be drawn or written, or an image not be read.
public struct PlottingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of failure it is, for callers that treat kinds differently.
  public enum Kind: Sendable {
    /// A property of the figure, or an argument, is out of its range or does not fit the others.
    case invalidValue
    /// The page would have too many pixels.
    case pageTooLarge
    /// A compiled-in font cannot be used.
    case font
    /// A font file of the theme's, or of the system's, cannot be used.
    case fontFile
    /// The bytes are not an image that can be read.
    case unreadableImage
    /// A file cannot be written.
    case file
    /// Memory ran out.
    case outOfMemory
    /// A library failed to draw or to write, for a reason of its own.
    case library
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// What was being done, such as `open font`.
  public let operation: String
  /// What happened, in the words of the library that failed if it was a library.
  public let reason: String

  package init(_ kind: Kind, operation: String, reason: String) {
    self.kind = kind
    self.operation = operation
    self.reason = reason
  }

  /// What to do about it, by ``kind``; a sentence without a full stop.
  public var advice: String {
    switch kind {
    case .invalidValue: "Correct the value"
    case .pageTooLarge: "Choose a lower dpi or a smaller figure"
    case .fontFile: "Choose another font file"
    case .unreadableImage: "Get the file again"
    case .file: "Check the folder, its permissions and the space on the disk"
    case .outOfMemory: "Choose a lower dpi or a smaller figure, or free some memory"
    case .font, .library: "Try again, and report it if it happens again"
    }
  }

  /// What happened, on one line.
  public var description: String { "\(operation): \(reason)" }
}
