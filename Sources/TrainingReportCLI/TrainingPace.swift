/// How fast a model trains, which tells when it will be done.
struct TrainingPace {
  /// Epochs in all.
  var epochs = 0
  /// Seconds of each epoch so far.
  var epochSeconds: [Double] = []

  /// The seconds that the rest of this epoch and those to come take, at the mean pace so far.
  ///
  /// - Parameters:
  ///   - elapsed: seconds since the epoch began.
  ///   - share: the part of the epoch that is done, 0 to 1.
  ///   - epoch: the epoch's number, counted from 1.
  func secondsLeft(elapsed: Double, share: Double, epoch: Int) -> Double {
    let known = epochSeconds.isEmpty ? elapsed / share : epochSeconds.reduce(0, +) / Double(epochSeconds.count)
    return max(known * (1 - share), 0) + known * Double(epochs - epoch)
  }
}

/// A bar of 24 characters, filled as far as `step` of `steps`.
func progressBar(_ step: Int, of steps: Int) -> String {
  let width = 24
  let filled = step * width / steps
  return String(repeating: "━", count: filled) + String(repeating: "╌", count: width - filled)
}
