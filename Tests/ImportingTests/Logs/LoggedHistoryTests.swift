import RunRecords
import Testing

@testable import Importing

/// What holds for every form of log, tried with the shortest.
@Suite struct LoggedHistoryTests {
  private func history(_ text: String) throws -> LoggedHistory {
    LoggedHistory(of: try CSVLog.read(Array(text.utf8), file: "log.csv"))
  }

  private func table(_ header: String, _ rows: [(Double, Double)]) -> String {
    header + "\n" + rows.map { "\($0.0),\($0.1)\n" }.joined()
  }

  @Test(
    arguments: [
      // From 0, from 1, resumed, every fifth epoch, with a gap.
      ([0, 1, 2], [1, 2, 3]), ([1, 2, 3], [1, 2, 3]), ([5, 6, 7], [5, 6, 7]), ([5, 10, 15], [5, 10, 15]),
      ([0, 2, 3], [1, 3, 4]),
      // In any other order.
      ([3, 2, 1], [1, 2, 3]), ([2, 0, 1], [1, 2, 3]),
    ] as [([Double], [Double])])
  func epochsCountFromOneAndKeepTheirPlaces(logged: [Double], positions: [Double]) throws {
    let log = try history(table("epoch,loss", logged.map { ($0, 1 / ($0 + 1)) }))
    let first = logged.min() == 0 ? 1.0 : 0
    #expect(log.history.loss?.positions == positions)
    #expect(log.history.loss?.values == positions.map { 1 / ($0 - first + 1) })
    #expect(log.notes.contains("the log counts epochs from 0, they are numbered from 1") == (first == 1))
  }

  /// A restart at the first epoch is another fit; one in between is a resumed run, of which the later counts.
  @Test(
    arguments: [
      (
        [0, 1, 2, 0, 1], [1, 2, 3, 4, 5], [10, 11, 12, 13, 14],
        "epochs begin again after epoch 3 and are taken to go on"
      ),
      ([1, 2, 1, 2, 1, 2], [1, 2, 3, 4, 5, 6], [10, 11, 12, 13, 14, 15], "epochs begin again after epoch 2, 4"),
      ([0, 1, 2, 3, 2, 3, 4], [1, 2, 3, 4, 5], [10, 11, 14, 15, 16], "the log was resumed at epoch 3"),
      ([4, 5, 6, 5, 6, 7], [4, 5, 6, 7], [10, 13, 14, 15], "the log was resumed at epoch 5"),
      ([1, 2, 3, 3, 4], [1, 2, 3, 4], [10, 11, 13, 14], nil),
    ] as [([Double], [Double], [Double], String?)])
  func restarts(logged: [Double], positions: [Double], values: [Double], note: String?) throws {
    let log = try history(table("epoch,loss", zip(logged, 0...).map { ($0, 10 + Double($1)) }))
    #expect(log.history.loss == TrainingHistory.Series(.epoch, positions: positions, values: values))
    if let note { #expect(log.notes.contains { $0.hasPrefix(note) }, "\(log.notes)") }
  }

  /// The validation of every second epoch goes with its epochs through another fit.
  @Test func whatIsLoggedLessOftenGoesAlong() throws {
    let log = try history("epoch,loss,val_loss\n0,4,\n1,3,3.5\n2,2,\n0,1.5,\n1,1,1.25\n")
    #expect(log.history.loss == epochs(4, 3, 2, 1.5, 1))
    #expect(log.history.validationLoss == epochs(3.5, 1.25, at: [2, 5]))
  }

  @Test func severalTrainingValuesOfAnEpochBecomeTheirMeanAndOfAValidationTheLastCounts() throws {
    let log = try history(
      "epoch,step,loss,acc,val_loss,lr\n0,1,4,0.25,9,1\n0,2,2,0.75,8,0.5\n1,3,1,1,7,0.25\n1,4,0.5,1,,0.125\n")
    #expect(log.history.loss == epochs(3, 0.75) && log.history.accuracy == epochs(0.5, 1))
    #expect(log.history.validationLoss == epochs(8, 7) && log.history["lr"] == epochs(0.5, 0.125))
    #expect(log.notes.contains("an epoch's loss and acc are the means of the values logged in it"))
    #expect(log.notes.contains("of several values of val_loss in an epoch the last counts"))
  }

  @Test func fractionsOfEpochsStay() throws {
    let log = try history("epoch,step,loss,eval_loss\n0.5,5,4,\n1.0,10,3,\n1,10,,2.5\n1.5,15,2,\n")
    #expect(
      log.history.loss == epochs(4, 3, 2, at: [0.5, 1, 1.5]) && log.history.validationLoss == epochs(2.5, at: [1]))
  }

  /// The words of the likelier phase count, the others stay what they are.
  @Test(
    arguments: [
      ("valid", "test", nil), ("dev", "test", "dev"), ("eval", "test", "eval"), ("val", "eval", nil),
      ("test", "extra", "test"),
    ] as [(String, String, String?)])
  func whatTheValidationIs(phase: String, other: String, note: String?) throws {
    let log = try history("epoch,train_loss,\(other)_loss,\(phase)_loss,\(phase)_acc\n1,4,7,3,0.5\n2,3,6,2,0.75\n")
    #expect(log.history.validationLoss == epochs(3, 2) && log.history.validationAccuracy == epochs(0.5, 0.75))
    #expect(log.history["\(other)_loss"] == epochs(7, 6))
    let told = note.map { "the validation is what the log calls \($0) (\(phase)_loss, \(phase)_acc)" }
    #expect(log.notes == [told].compactMap(\.self))
  }

  /// The test at a training's end is a result and no curve.
  @Test func aSingleTestIsNoValidation() throws {
    let log = try history("epoch,train_loss,test_loss\n0,4,\n1,3,\n2,,2.5\n")
    #expect(log.history.validationLoss == nil && log.history["test_loss"] == epochs(2.5, at: [3]))
    #expect(log.history.epochs == 2)
  }

  @Test(
    arguments: [
      ("acc", [0.25, 0.5], [0.25, 0.5], false), ("acc", [25, 50], [0.25, 0.5], true),
      ("acc", [1, 50], [0.01, 0.5], true),
      ("acc_pct", [0.5, 1.25], [0.005, 0.0125], true), ("Acc (%)", [0.5, 1], [0.005, 0.01], true),
      ("accuracy", [0, 1], [0, 1], false), ("top1", [99.5, 100], [0.995, 1], true),
    ] as [(String, [Double], [Double], Bool)])
  func percent(name: String, logged: [Double], values: [Double], isTold: Bool) throws {
    let log = try history(table("epoch,\(name)", zip([1, 2], logged).map { ($0, $1) }))
    #expect(log.history.accuracy?.values == values)
    #expect(log.notes == (isTold ? ["\(name) in percent: divided by 100"] : []))
  }

  /// Neither shares nor percent: such as the number of right answers.
  @Test(arguments: [[450.0, 470], [-0.5, 0.5], [0.5, 1.25]])
  func whatIsNoAccuracyIsLeftOut(values: [Double]) throws {
    let log = try history("epoch,loss,acc\n1,1,\(values[0])\n2,1,\(values[1])\n")
    #expect(log.history.accuracy == nil && log.leftOut == ["acc"])
    #expect(log.notes == ["acc is left out, as it is neither from 0 to 1 nor in percent"])
  }

  @Test(arguments: [
    ("1,2,nan,nan", "loss is NaN from epoch 3 on"), ("1,nan,2,nan", "loss is NaN at epoch 2, 4"),
    ("1,2,inf,3", "loss is infinite at epoch 3"), ("nan,nan,nan,2", "loss is NaN at epoch 1, 2, 3"),
  ])
  func whatIsNoNumberIsTold(values: String, note: String) throws {
    let rows = zip(1..., values.split(separator: ",")).map { "\($0),\($1)\n" }.joined()
    let log = try history("epoch,loss\n\(rows)")
    #expect(log.history.loss?.count == 4 && log.notes == [note])
  }

  @Test(arguments: ["nan", "NaN", "NA", ""])
  func whatHoldsNoNumberWasNotLogged(cell: String) throws {
    let log = try history("epoch,loss,val_loss\n1,2,\(cell)\n2,1,\(cell)\n")
    #expect(log.history.measures == TrainingHistory(loss: [2, 1]))
    #expect(log.notes == ["val_loss: not logged, there is no number but NaN in it"])
  }

  /// Steps are mapped to epochs if a series says which, as Lightning's `epoch` does.
  @Test func aSeriesOfEpochsPlacesThoseThatHaveStepsOnly() {
    let log = ScalarLog(series: [
      ScalarLog.Series("epoch", steps: [9, 19, 29, 39], values: [0, 0, 1, 1]),
      ScalarLog.Series("train_loss", steps: [9, 19, 29, 39], values: [4, 2, 1, 0.5]),
      ScalarLog.Series("val_loss", steps: [19, 39], values: [2.5, 0.75]),
    ])
    let history = LoggedHistory(of: log)
    #expect(history.history.measures == TrainingHistory(loss: [3, 0.75], validationLoss: [2.5, 0.75]))
  }

  /// Weights & Biases' rows have the epoch only if it was logged there: at an epoch's end, or at its beginning.
  @Test(arguments: [
    "_step,epoch,train_loss,val_loss\n0,,4,\n1,,2,\n2,0,,3\n3,,1,\n4,,0.5,\n5,1,,2\n",
    "_step,epoch,train_loss,val_loss\n0,0,,\n1,,4,\n2,,2,3\n3,1,,\n4,,1,\n5,,0.5,2\n",
  ])
  func rowsWithoutAnEpochAreOfTheOneAroundThem(text: String) throws {
    let log = try history(text)
    #expect(log.history.measures == TrainingHistory(loss: [3, 0.75], validationLoss: [3, 2]))
  }

  /// A history may be of a million batches: it costs what its epochs cost.
  @Test func valuesOfAnEpochAreFoldedAsTheyAreRead() {
    var recorder = LogRecorder()
    let loss = recorder.series("loss")
    for step in 0..<1000 {
      recorder.begin(epoch: Double(step / 100), step: Double(step))
      recorder.append(Double(step % 100), to: loss)
    }
    #expect(recorder.log.series[0].count == 10 && recorder.log.series[0][3].count == 100)
    #expect(LoggedHistory(of: recorder.log).history.loss?.values == Array(repeating: 49.5, count: 10))
  }
}
