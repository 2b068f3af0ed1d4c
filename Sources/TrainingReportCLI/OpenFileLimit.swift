import Glibc

/// The number of files that the program may have open at once.
enum OpenFileLimit {
  /// Some more than any command has open. Dispatch, by which figures are drawn side by side, ends the program if it gets no
  /// descriptor, so too few must be an error beforehand.
  private static let needed: rlim_t = 16

  /// Raises the limit if it is too low for the program.
  ///
  /// - Throws: if the system does not let it be raised.
  static func raiseIfNeeded() throws(Failure) {
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < needed else { return }
    limit.rlim_cur = needed
    if setrlimit(resource, &limit) == 0 { return }
    throw Failure(
      message: """
        the program may have no more than \(limit.rlim_max) files open at once, and needs \(needed).
        Let it open more (ulimit -n).
        """,
      exitCode: Failure.software)
  }
}
