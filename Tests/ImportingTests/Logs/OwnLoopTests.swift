import FileFormats
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Files
@testable import Importing

/// Logs of loops that people wrote themselves, and of what trackers export.
@Suite struct OwnLoopTests {
  private func measures(_ name: String, _ text: String) throws -> TrainingHistory {
    try #require(try understood([(name, text)])).history.history.measures
  }

  /// All hold a training loss of 0.9 and 0.5 at epochs 1 and 2, and a validation loss of 0.8 and 0.6.
  @Test(arguments: [
    ("history.json", #"{"epoch_1": {"loss": 0.9, "val_loss": 0.8}, "epoch_2": {"loss": 0.5, "val_loss": 0.6}}"#),
    (
      "history.json",
      #"{"Epoch 2": {"train": {"loss": 0.5}, "val": {"loss": 0.6}}, "Epoch 1": {"train": {"loss": 0.9}, "val": {"loss": 0.8}}, "best": {"epoch": 2}}"#
    ),
    ("history.json", #"{"train_loss_list": [0.9, 0.5], "valid_loss_list": [0.8, 0.6]}"#),
    ("history.json", #"{"loss_history": [0.9, 0.5], "val_loss_history": [0.8, 0.6]}"#),
    ("history.json", #"{"tr_losses": [0.9, 0.5], "vl_losses": [0.8, 0.6]}"#),
    (
      "history.json",
      #"{"train_loss_per_iter": [1, 0.8, 0.6, 0.4], "train_loss_per_epoch": [0.9, 0.5], "val_loss_per_epoch": [0.8, 0.6]}"#
    ),
    // Twice as many losses of steps leave the validation where it was.
    ("history.json", #"{"step_losses": [1, 0.8, 0.6, 0.4], "train_losses": [0.9, 0.5], "val_losses": [0.8, 0.6]}"#),
    (
      "history.json",
      #"{"loss": {"train": {"epochs": [1, 2], "values": [0.9, 0.5]}, "val": {"epochs": [1, 2], "values": [0.8, 0.6]}}}"#
    ),
    ("log.txt", "# epoch train_loss val_loss\n1 9.0e-01 0.8\n2 5.0e-01 0.6\n"),
    ("history.txt", "# train_loss   val_loss\n0.9 0.8\n0.5 0.6\n"),
    ("log.csv", "epoch,loss,val_loss\n1,0.9,0.8\n2,0.5,0.6\nmean,0.7,0.7\nbest,0.5,0.6\n"),
    (
      "metrics.csv",
      "metricName,metricValue,step,epoch\ntrain_loss,0.9,10,0\nval_loss,0.8,10,0\ntrain_loss,0.5,20,1\nval_loss,0.6,20,1\n"
    ),
    (
      "nohup.out",
      "Loading\n{'loss': 0.9, 'epoch': 1.0}\n 50%|###  | 1/2 [00:01<00:01]\n{'eval_loss': 0.8, 'epoch': 1.0}\n{'loss': '0.5', 'epoch': 2.0}\n{'eval_loss': 0.6, 'epoch': 2.0}\n{'train_runtime': 1.5, 'train_loss': 0.7, 'epoch': 2.0}\n"
    ),
    (
      "log.txt",
      "{'epoch': 1, 'train_loss': 0.9, 'val_loss': 0.8, 'best': True, 'note': None}\nsaved \"it's\"\n{'epoch': 2, 'train_loss': 0.5, 'val_loss': 0.6, 'best': False, 'note': 'a \"b\"'}\n"
    ),
  ])
  func otherNamesAndShapes(name: String, text: String) throws {
    let found = try measures(name, text)
    #expect(found.loss == epochs(0.9, 0.5), "\(text)")
    #expect(found.validationLoss == epochs(0.8, 0.6), "\(text)")
  }

  /// All hold a training loss of 0.9 and 0.5 at steps 1,000 and 2,000, and a validation loss of 0.6 at step 2,000.
  @Test(arguments: [
    [
      (
        "a.json",
        #"{"loss": {"train": {"x": [1000, 2000], "y": [0.9, 0.5]}, "val": {"name": "val", "x": [2000], "y": [0.6]}}}"#
      )
    ],
    [("history.json", #"{"train_loss": [[1000, 0.9], [2000, 0.5]], "val_loss": [[2000, 0.6]]}"#)],
    [
      (
        "history.json",
        #"{"train_loss": [{"step": 1000, "value": 0.9}, {"step": 2000, "value": 0.5}], "val_loss": [{"step": 2000, "value": 0.6}]}"#
      )
    ],
    [("log.csv", "step;loss;val_loss\n1.000;0,9;\n2.000;0,5;0,6\n")],
    [("train_loss.csv", "step,value,timestamp\n1000,0.9,1\n2000,0.5,2\n"), ("val_loss.csv", "step,value\n2000,0.6\n")],
  ])
  func pointsOfOneCurve(files: [(String, String)]) throws {
    let log = try #require(try understood(files.map { (name: $0.0, text: $0.1) }))
    #expect(log.history.history.loss == steps(0.9, 0.5, at: [1000, 2000]))
    #expect(log.history.history.validationLoss == steps(0.6, at: [2000]))
  }

  @Test func arraysThatAreNamedLikeMeasuresAreThem() throws {
    try withTemporaryPath { folder in
      func write(_ name: String, _ array: NPYArray) throws {
        try File.create(folder.appending(name)) { take in try NPY.write(array, to: take) }
      }
      try write("train_losses.npy", NPYArray(shape: [2], elements: .float64([0.9, 0.5])))
      try write("val_accs.npy", NPYArray(shape: [2, 1], elements: .int64([62, 75])))
      try AtomicFile.write(Array("0.8\n0.6\n".utf8), to: folder.appending("val_loss.txt"))
      let log = try #require(try LogFormats.search(ModelFiles(in: folder)).log)
      #expect(log.history.history.loss == epochs(0.9, 0.5) && log.history.history.validationLoss == epochs(0.8, 0.6))
      #expect(log.history.history.validationAccuracy == epochs(0.62, 0.75) && log.source == "3 series files")
      #expect(log.history.notes.contains("each number is taken for one of an epoch"))
    }
  }

  /// A decimal point is one, unless commas stand in the other cells.
  @Test func epochsMayBeWrittenWithAPoint() throws {
    #expect(try measures("log.csv", "epoch,loss\n1.000,0.9\n2.000,0.5\n").loss == epochs(0.9, 0.5))
    #expect(try measures("log.csv", "epoch;loss\n1.0;0,9\n2.0;0,5\n").loss == epochs(0.9, 0.5))
  }

  @Test(arguments: [
    (
      "{'a': 1, 'b': [None, True, False, nan, inf, -inf]}",
      #"{"a": 1, "b": [null, true, false, NaN, Infinity, -Infinity]}"#
    ),
    (#"{'it\'s': "it's", 'x': 'a "b" \\'}"#, #"{"it's": "it's", "x": "a \"b\" \\"}"#),
  ])
  func dictionariesOfPythonAreJSON(python: String, json: String) {
    #expect(String(decoding: PythonLiteral.json(Array(python.utf8)[...]), as: UTF8.self) == json)
  }
}
