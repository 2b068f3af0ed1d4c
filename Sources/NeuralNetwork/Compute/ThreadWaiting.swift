import Glibc

/// How threads wait for each other.
///
/// GNU's OpenMP runtime lets a thread that waits spin for milliseconds before it sleeps. Beside any other load it then spins
/// away the time that the thread it waits for needs, and two threads are slower than one.
package enum ThreadWaiting {
  /// Turns of the waiting loop before a thread sleeps, some hundredths of a millisecond. A training step has dozens of
  /// waits: with ten times as many turns it takes twice the time of one thread as soon as other programs run.
  private static let turns = "1000"

  /// Bounds the spinning, unless the environment says how to wait.
  ///
  /// The runtime reads the environment when it is loaded, before any code of the program. So this starts the program again
  /// in the same process, with the same arguments, and must come first of all. Training works without it, too, so that
  /// nothing is said if that fails.
  package static func boundSpinning() {
    guard getenv("GOMP_SPINCOUNT") == nil, getenv("OMP_WAIT_POLICY") == nil else { return }
    setenv("GOMP_SPINCOUNT", turns, 1)
    // The link itself would do, but then `ps` and `pkill` would know the process as "exe".
    let link = "/proc/self/exe"
    if let path = realpath(link, nil) {
      execv(path, CommandLine.unsafeArgv)
      free(path)
    }
    execv(link, CommandLine.unsafeArgv)
  }
}
