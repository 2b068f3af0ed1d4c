@testable import Importing
import FuzzDriver

/// Reads what experiment trackers keep as text, MLflow's metrics and the tables of DVCLive and TensorBoard, and W&B's runs as
/// logs: a log or an error, and nothing else.
@main enum FuzzTrackerLogs {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      if let log = try? MLflowRun.read(bytes, file: "fuzz") {
        _ = LoggedHistory(of: ScalarLog(series: [log.series("loss")]))
      }
      if let log = try? StepTable.read(bytes, file: "fuzz", format: "fuzz") {
        _ = LoggedHistory(of: ScalarLog(series: [log.series("epoch_loss")]))
      }
      if let log = try? TensorBoardDownload.rows(bytes, file: "fuzz") {
        _ = LoggedHistory(of: ScalarLog(series: [log.series("loss")]))
      }
      if let log = try? WandBRun.read(bytes, file: "fuzz") { _ = LoggedHistory(of: log) }
      return 0
    }
  }
}
