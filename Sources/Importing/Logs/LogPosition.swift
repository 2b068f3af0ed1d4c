/// Names under which logs keep where their values belong.
enum LogPosition: Sendable {
  case epoch, step

  /// Nil for all names of something else.
  init?(_ name: String) {
    var words = MetricName.words(of: name)
    words.removeAll {
      ["train", "training", "trainer", "current", "global", "num", "number", "n", "no", "idx"].contains($0)
    }
    switch words {
    case ["epoch"], ["epochs"]: self = .epoch
    case ["step"], ["steps"], ["iteration"], ["iterations"], ["iter"], ["iters"], ["it"], ["batch"],
      ["update"],
      ["updates"], ["timestep"], ["timesteps"]:
      self = .step
    default: return nil
    }
  }
}
