import Plotting
import Problems

/// A figure that this machine cannot draw as it was asked for.
package struct DrawingError: Problem, Equatable {
  /// The figure's file.
  package var file: String
  /// What went wrong.
  package var cause: PlottingError

  /// The file, and what was being done.
  package var what: String { "cannot draw \(file): \(cause)" }

  /// What makes a page smaller, or does without it.
  package var advice: String { "Lower the resolution, or leave out this figure or this format" }

  /// Other figures and formats may be drawn.
  package var kind: ProblemKind { .machine }
}
