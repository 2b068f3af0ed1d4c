/// An error as the person sees it, with the exit code of sysexits.h.
struct Failure: Error {
  /// One or two lines: what happened, where, and what to do.
  let message: String
  let exitCode: Int32

  /// A condition that was asked for says no.
  static let gate: Int32 = 1
  /// What was typed makes no sense.
  static let usage: Int32 = 64
  /// What was read is damaged or of the wrong kind.
  static let badData: Int32 = 65
  /// A file or folder that was named does not exist.
  static let missingInput: Int32 = 66
  /// The machine cannot do it.
  static let software: Int32 = 70
  /// The output cannot be made where it was asked for.
  static let cannotCreate: Int32 = 73
  /// Reading or writing failed.
  static let inputOutput: Int32 = 74
}
