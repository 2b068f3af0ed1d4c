import NumberText
import Report
import RunRecords
import Training

/// Tells of a training on standard error: a line for each epoch, and on a terminal a bar that moves.
struct ProgressPrinter {
  private let terminal: Bool
  private let quiet: Bool
  private let models: Int
  private let clock = ContinuousClock()
  private var epochStart: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant?
  private var epochsDone = 0
  private var pace = TrainingPace()

  /// How often the bar is drawn.
  private static let interval = Duration.milliseconds(100)

  /// - Parameter models: the number of models that are trained, one after the other.
  init(quiet: Bool, models: Int) {
    self.quiet = quiet
    self.models = models
    terminal = StandardError.isTerminal
    epochStart = clock.now
  }

  mutating func report(_ event: TrainingEvent) {
    guard !quiet else { return }
    switch event {
    case .modelStarted(let name, let place, let parameters, let epochs, let epochsDone):
      self.epochsDone = epochsDone
      pace = TrainingPace(epochs: epochs)
      epochStart = clock.now
      let resumed = epochsDone > 0 ? ", resuming after epoch \(epochsDone)" : ""
      // Two are counted easily.
      let position = models > 2 ? " (\(place + 1) of \(models))" : ""
      StandardError.write(
        "\(oneLine(name))\(position): \(grouped(parameters)) parameters, \(epochs) epochs\(resumed)\n")
    case .stepTaken(_, let epoch, let step, let steps, let soFar):
      let now = clock.now
      guard terminal, lastDrawn.map({ now - $0 >= Self.interval }) ?? true else { return }
      lastDrawn = now
      let elapsed = (now - epochStart) / .seconds(1)
      let left = pace.secondsLeft(elapsed: elapsed, share: Double(step) / Double(steps), epoch: epoch)
      StandardError.write(
        "\r\u{1B}[2K\(epochLabel(epoch)) \(progressBar(step, of: steps))  loss \(fixedPoint(soFar.loss, decimals: 4))"
          + "  accuracy \(percent(soFar.accuracy))  \(duration(left)) left")
    case .epochFinished(let finished):
      let (epoch, measures) = (finished.epoch, finished.measures)
      epochsDone = epoch
      pace.epochSeconds.append(measures.seconds)
      epochStart = clock.now
      var line =
        "\(epochLabel(epoch))  loss \(fixedPoint(measures.loss, decimals: 4))  accuracy \(percent(measures.accuracy))"
      if let loss = measures.validationLoss, let accuracy = measures.validationAccuracy {
        line += "  val loss \(fixedPoint(loss, decimals: 4))  val accuracy \(percent(accuracy))"
      }
      StandardError.write((terminal ? "\r\u{1B}[2K" : "") + line + "  \(fixedPoint(measures.seconds, decimals: 1)) s\n")
    case .modelEvaluated(_, let set, let evaluation):
      write(evaluation, on: set)
    case .ensembleEvaluated(let name, let networks, let set, let evaluation):
      StandardError.write("\(name): mean of the probabilities of \(networks) networks\n")
      write(evaluation, on: set)
    }
  }

  private func write(_ evaluation: ModelRecord.Evaluation, on set: EvaluationSet) {
    let label = set == .test ? "test      " : "validation"
    let loss = evaluation.loss.map { "  loss \(fixedPoint($0, decimals: 4))" } ?? ""
    StandardError.write("  \(label)\(loss)  accuracy \(percent(evaluation.accuracy))\n\n")
  }

  /// Ends a bar's line, so that what follows starts on its own.
  func finish() {
    if terminal && !quiet { StandardError.write("\r\u{1B}[2K") }
  }

  private func epochLabel(_ epoch: Int) -> String {
    "  epoch \(rightAligned(epoch, to: String(pace.epochs).count))/\(pace.epochs)"
  }
}
