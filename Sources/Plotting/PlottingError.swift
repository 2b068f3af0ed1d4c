/// Why a figure could not be drawn or an image not be read.
public struct PlottingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was being done, such as `open font`.
  public var operation: String
  /// What happened, as the library says it where a library was asked.
  public var reason: String

  /// Creates an error.
  public init(operation: String, reason: String) {
    self.operation = operation
    self.reason = reason
  }

  /// The error in one line.
  public var description: String { "\(operation): \(reason)" }
}
