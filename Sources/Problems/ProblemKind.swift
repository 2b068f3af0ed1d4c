/// Who or what is at fault, in the categories of sysexits.h.
package enum ProblemKind: Sendable {
  /// What was asked for makes no sense.
  case usage
  /// What was read is damaged or of the wrong kind.
  case badData
  /// A file or folder that was named does not exist.
  case missingInput
  /// The machine cannot do it.
  case machine
  /// The output cannot be made where it was asked for.
  case cannotCreate
  /// Reading or writing failed.
  case inputOutput
}
