/// An error that tells people what happened, where, and what to do about it.
///
/// Its message is two lines: ``what`` and ``advice``. It knows neither the program's options nor its exit codes.
package protocol Problem: Error, CustomStringConvertible {
  /// What happened and where, such as `cannot read x.npy: it is empty`; without a full stop.
  var what: String { get }
  /// What to do about it; one sentence without a full stop.
  var advice: String { get }
  /// Who or what is at fault.
  var kind: ProblemKind { get }
  /// What the program can offer to do about it, in words of its own; nil if it has nothing to offer.
  var remedy: Remedy? { get }
}

extension Problem {
  /// Most problems are not the program's to solve.
  package var remedy: Remedy? { nil }

  /// Two lines: what and where, then what to do.
  package var description: String { "\(what).\n\(advice)." }
}
