import Glibc
import Synchronization

/// A request to stop, SIGINT or SIGTERM, kept until the step under way is done. A second signal ends
/// the program at once.
enum Interruption {
  private static let received = Atomic<Int32>(0)

  /// From here on the first signal is kept. Signals that are ignored, as behind nohup, stay so.
  static func keepSignals() {
    // A first use within the handler would initialize it there.
    _ = received.load(ordering: .relaxed)
    setHandlers { number in
      if Interruption.received.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
    }
  }

  /// From here on signals end the program again.
  static func letSignalsThrough() { setHandlers(SIG_DFL) }

  /// From here on a signal ends the program at once, with the exit code of one that was kept.
  static func endAtOnce() { setHandlers { _exit(128 + $0) } }

  /// The signal that came; nil where none did.
  static var pending: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  private static func setHandlers(_ handler: (@convention(c) (Int32) -> Void)?) {
    for number in [SIGINT, SIGTERM] {
      if isIgnored(number) { continue }
      signal(number, handler)
      letThrough(number)
    }
  }

  /// A program inherits what the thread that started it blocks, such as all signals from a worker of Dispatch.
  private static func letThrough(_ number: Int32) {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return withUnsafeBytes(of: &action.__sigaction_handler) { $0.load(as: Int.self) }
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// Work was stopped by a signal.
struct Interrupted: Error {
  let signal: Int32

  /// What shells give for a program that a signal ended.
  var exitCode: Int32 { 128 + signal }

  /// `SIGINT` or `SIGTERM`.
  var signalName: String { signal == SIGINT ? "SIGINT" : "SIGTERM" }
}
