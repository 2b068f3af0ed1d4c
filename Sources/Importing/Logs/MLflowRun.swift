import FileFormats

/// A run that MLflow keeps in files, `mlruns/EXPERIMENT/RUN/`: a file for each metric, `metrics/val/loss`, with a line for
/// each value.
///
///     1795814343516 0.5 1
///
/// These are the time in milliseconds, the value and the step.
enum MLflowRun: LogFormat {
  static let title = "MLflow"
  static let usualNames: [String] = []

  static func recognizes(_ file: ModelFile) -> Bool {
    guard Metric(file.name) != nil, let line = lines(file.head).first else { return false }
    return (try? value(line)) != nil
  }

  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    let metrics = folder.below { Metric($0) != nil }.filter(recognizes)
    let runs = Dictionary(grouping: metrics) { Metric($0.name)?.run ?? "" }.sorted { $0.key < $1.key }
    let deleted = Set(folder.below { $0.hasSuffix("meta.yaml") }.filter(isDeleted).map(\.place))
    return runs.filter { !deleted.contains($0.key) }.map(\.value)
  }

  private static func isDeleted(_ meta: ModelFile) -> Bool {
    String(decoding: meta.head, as: UTF8.self).contains("lifecycle_stage: deleted")
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    var log = ScalarLog()
    for file in files {
      guard let metric = Metric(file.name) else { continue }
      log.series.append(try read(file.contents(.csv), file: file.path.string).series(metric.name))
    }
    return log
  }

  /// Reads the bytes of a metric's file.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> StepLog {
    var log = StepLog()
    for (number, line) in lines(bytes).enumerated() {
      do {
        let (value, step) = try value(line)
        log.values.append(value)
        log.steps.append(step)
      } catch {
        throw FormatError(
          .read, format: "MLflow", file: file, at: .field("line \(number + 1)"),
          problem: "it is not a time, a value and a step", advice: "It is cut off or damaged: copy it again")
      }
    }
    return log
  }

  private struct NoValue: Error {}

  /// Time, value and step; the step is 0 if there is none, and a data set's name may follow.
  private static func value(_ line: ArraySlice<UInt8>) throws(NoValue) -> (value: Double, step: Double) {
    let parts = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard parts.count >= 2, Int(parts[0]) != nil, let value = Double(parts[1]) else { throw NoValue() }
    if parts.count == 2 { return (value, 0) }
    guard let step = Int(parts[2]) else { throw NoValue() }
    return (value, Double(step))
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  }

  /// What the path of a metric's file says.
  private struct Metric {
    /// The run's folder, as a path from the model's.
    let run: String
    /// The metric's name, which may hold slashes.
    let name: String

    /// Nil for all other paths.
    init?(_ path: String) {
      let parts = path.split(separator: "/")
      guard let metrics = parts.firstIndex(of: "metrics"), metrics < parts.count - 1 else { return nil }
      // Since version 3 a model has the metrics of its run once more.
      if metrics >= 2, parts[metrics - 2] == "models" { return nil }
      run = parts[..<metrics].joined(separator: "/")
      name = parts[(metrics + 1)...].joined(separator: "/")
    }
  }
}
