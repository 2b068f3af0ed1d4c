import FileFormats
import RunRecords
import Testing

@testable import Importing

/// Files as people have them. Each holds the run of ``run`` or what its test says.
@Suite struct LogShapesTests {
  /// Three epochs of a small run.
  static let run = TrainingHistory(
    loss: [0.9, 0.5, 0.25], accuracy: [0.5, 0.75, 0.875], validationLoss: [0.8, 0.6, 0.5],
    validationAccuracy: [0.625, 0.6875, 0.75])

  private func expectRun(_ name: String, _ text: String) throws {
    let log = try #require(try understood([(name, text)]))
    #expect(log.source == name)
    #expect(log.history.history.measures == Self.run, "\(log.history)")
  }

  @Test(arguments: [
    #"{"loss": [0.9, 0.5, 0.25], "accuracy": [0.5, 0.75, 0.875], "val_loss": [0.8, 0.6, 0.5], "val_accuracy": [0.625, 0.6875, 0.75]}"#,
    // Strings, as json.dump(default=str) writes them, and other metrics and settings.
    #"{"loss": ["0.9", "5e-1", ".25"], "acc": ["0.5", "0.75", "0.875"], "val_loss": ["0.8", "0.6", "0.5"], "val_acc": ["0.625", "0.6875", "0.75"], "lr": ["0.1", "0.1", "0.01"], "optimizer": "adam", "classes": ["a", "b"]}"#,
    // The History object's members, or a file of several things.
    #"{"params": {"epochs": 3}, "epoch": [0, 1, 2], "history": {"loss": [0.9, 0.5, 0.25], "accuracy": [0.5, 0.75, 0.875], "val_loss": [0.8, 0.6, 0.5], "val_accuracy": [0.625, 0.6875, 0.75]}}"#,
    #"{"metrics": {"train_losses": [0.9, 0.5, 0.25], "train_accuracies": [0.5, 0.75, 0.875], "validation_losses": [0.8, 0.6, 0.5], "validation_accs": [0.625, 0.6875, 0.75]}, "best": {"epoch": 3}}"#,
    // An object that only says whose history it is.
    #"{"cnn": {"loss": [0.9, 0.5, 0.25], "accuracy": [0.5, 0.75, 0.875], "val_loss": [0.8, 0.6, 0.5], "val_accuracy": [0.625, 0.6875, 0.75]}, "seed": 1}"#,
    #"{"run 3": {"metrics": {"train": {"loss": [0.9, 0.5, 0.25], "acc": [0.5, 0.75, 0.875]}, "val": {"loss": [0.8, 0.6, 0.5], "acc": [0.625, 0.6875, 0.75]}}}}"#,
    #"{"resnet18": [{"epoch": 1, "loss": 0.9, "acc": 0.5, "val_loss": 0.8, "val_acc": 0.625}, {"epoch": 2, "loss": 0.5, "acc": 0.75, "val_loss": 0.6, "val_acc": 0.6875}, {"epoch": 3, "loss": 0.25, "acc": 0.875, "val_loss": 0.5, "val_acc": 0.75}]}"#,
    // An object for each phase, or for each metric.
    #"{"training": {"loss": [0.9, 0.5, 0.25], "acc": [0.5, 0.75, 0.875]}, "validation": {"loss": [0.8, 0.6, 0.5], "acc": [0.625, 0.6875, 0.75]}}"#,
    #"{"loss": {"train": [0.9, 0.5, 0.25], "val": [0.8, 0.6, 0.5]}, "acc": {"train": [0.5, 0.75, 0.875], "val": [0.625, 0.6875, 0.75]}}"#,
    #"{"trainLoss": [0.9, 0.5, 0.25], "trainAccuracy": [0.5, 0.75, 0.875], "valLoss": [0.8, 0.6, 0.5], "valAccuracy": [0.625, 0.6875, 0.75]}"#,
    // pandas: columns, index, split, table.
    #"{"val_loss":{"0":0.8,"1":0.6,"2":0.5},"loss":{"0":0.9,"1":0.5,"2":0.25},"accuracy":{"0":0.5,"1":0.75,"2":0.875},"val_accuracy":{"0":0.625,"1":0.6875,"2":0.75}}"#,
    #"{"0":{"loss":0.9,"accuracy":0.5,"val_loss":0.8,"val_accuracy":0.625},"1":{"loss":0.5,"accuracy":0.75,"val_loss":0.6,"val_accuracy":0.6875},"2":{"loss":0.25,"accuracy":0.875,"val_loss":0.5,"val_accuracy":0.75}}"#,
    #"{"columns":["epoch","val_accuracy","loss","accuracy","val_loss"],"index":[0,1,2],"data":[[1,0.625,0.9,0.5,0.8],[2,0.6875,0.5,0.75,0.6],[3,0.75,0.25,0.875,0.5]]}"#,
    #"{"schema":{"fields":[{"name":"index","type":"integer"}]},"data":[{"index":0,"loss":0.9,"accuracy":0.5,"val_loss":0.8,"val_accuracy":0.625},{"index":1,"loss":0.5,"accuracy":0.75,"val_loss":0.6,"val_accuracy":0.6875},{"index":2,"loss":0.25,"accuracy":0.875,"val_loss":0.5,"val_accuracy":0.75}]}"#,
    // Lists of epochs, of objects within, with epochs as keys.
    #"[{"epoch":0,"loss":0.9,"accuracy":0.5,"val_loss":0.8,"val_accuracy":0.625},{"epoch":1,"loss":0.5,"accuracy":0.75,"val_loss":0.6,"val_accuracy":0.6875},{"epoch":2,"loss":0.25,"accuracy":0.875,"val_loss":0.5,"val_accuracy":0.75}]"#,
    #"[{"train":{"loss":0.9,"acc":0.5},"valid":{"loss":0.8,"acc":0.625}},{"train":{"loss":0.5,"acc":0.75},"valid":{"loss":0.6,"acc":0.6875}},{"train":{"loss":0.25,"acc":0.875},"valid":{"loss":0.5,"acc":0.75}}]"#,
    #"{"epochs":{"3":{"loss":0.25,"accuracy":0.875,"val_loss":0.5,"val_accuracy":0.75},"1":{"loss":0.9,"accuracy":0.5,"val_loss":0.8,"val_accuracy":0.625},"2":{"loss":0.5,"accuracy":0.75,"val_loss":0.6,"val_accuracy":0.6875}}}"#,
    // skorch's batches are no epochs.
    #"[{"batches":[{"train_loss":7}],"epoch":1,"train_loss":0.9,"train_acc":0.5,"valid_loss":0.8,"valid_acc":0.625,"valid_loss_best":true},{"batches":[],"epoch":2,"train_loss":0.5,"train_acc":0.75,"valid_loss":0.6,"valid_acc":0.6875,"valid_loss_best":true},{"batches":[],"epoch":3,"train_loss":0.25,"train_acc":0.875,"valid_loss":0.5,"valid_acc":0.75,"valid_loss_best":true}]"#,
    // JSON lines: whole, with a line for each phase, after a line of settings, and with its last line cut off.
    "{\"epoch\": 1, \"loss\": 0.9, \"accuracy\": 0.5, \"val_loss\": 0.8, \"val_accuracy\": 0.625}\n{\"epoch\": 2, \"loss\": 0.5, \"accuracy\": 0.75, \"val_loss\": 0.6, \"val_accuracy\": 0.6875}\n{\"epoch\": 3, \"loss\": 0.25, \"accuracy\": 0.875, \"val_loss\": 0.5, \"val_accuracy\": 0.75}",
    "{\"seed\": 3}\n{\"split\":\"train\",\"epoch\":1,\"loss\":0.9,\"acc\":0.5}\n{\"split\":\"val\",\"epoch\":1,\"loss\":0.8,\"acc\":0.625}\n{\"split\":\"train\",\"epoch\":2,\"loss\":0.5,\"acc\":0.75}\n{\"split\":\"val\",\"epoch\":2,\"loss\":0.6,\"acc\":0.6875}\n{\"split\":\"train\",\"epoch\":3,\"loss\":0.25,\"acc\":0.875}\n{\"split\":\"val\",\"epoch\":3,\"loss\":0.5,\"acc\":0.75}\n",
    "{\"epoch\": 0, \"train_loss\": 0.9, \"train_acc1\": 50, \"test_loss\": 0.8, \"test_acc1\": 62.5}\r\n{\"epoch\": 1, \"train_loss\": 0.5, \"train_acc1\": 75, \"test_loss\": 0.6, \"test_acc1\": 68.75}\r\n{\"epoch\": 2, \"train_loss\": 0.25, \"train_acc1\": 87.5, \"test_loss\": 0.5, \"test_acc1\": 75}\r\n{\"epoch\": 3, \"train_lo",
  ])
  func json(text: String) throws { try expectRun("run.json", text) }

  @Test(
    arguments: [
      (
        "training.log",
        "epoch,accuracy,loss,val_accuracy,val_loss\r\n0,0.5,0.9,0.625,0.8\r\n1,0.75,0.5,0.6875,0.6\r\n2,0.875,0.25,0.75,0.5\r\n"
      ),
      (
        "log.tsv",
        "Epoch\tTrain Loss\tTrain Acc\tVal Loss\tVal Acc\n1\t0.9\t0.5\t0.8\t0.625\n2\t0.5\t0.75\t0.6\t0.6875\n3\t0.25\t0.875\t0.5\t0.75"
      ),
      (
        "history.txt",
        "epoch  train_loss  train_acc  valid_loss  valid_acc\n    1         0.9        0.5         0.8      0.625\n    2         0.5       0.75         0.6     0.6875\n    3        0.25      0.875         0.5       0.75\n"
      ),
      (
        "a.csv",
        "\u{FEFF}epoch;loss;accuracy;val_loss;val_accuracy\r\n1;0,9;0,5;0,8;0,625\r\n2;0,5;0,75;0,6;0,6875\r\n3;0,25;0,875;0,5;0,75\r\n"
      ),
      (
        "a.csv",
        "epoch,loss,accuracy,val_loss,val_accuracy\n1,\"0,9\",\"0,5\",\"0,8\",\"0,625\"\n2,\"0,5\",\"0,75\",\"0,6\",\"0,6875\"\n3,\"0,25\",\"0,875\",\"0,5\",\"0,75\"\n"
      ),
      (
        "a.csv",
        " epoch , loss , acc (%) , val loss , val acc (%) \n 1 , 0.9 , 50 % , 0.8 , 62.5 % \n 2 , 0.5 , 75 % , 0.6 , 68.75 % \n\n 3 , 0.25 , 87.5 % , 0.5 , 75 % \n"
      ),
      (
        "a.csv",
        ",loss,accuracy,val_loss,val_accuracy\n0,0.9,0.5,0.8,0.625\n1,0.5,0.75,0.6,0.6875\n2,0.25,0.875,0.5,0.75\n"
      ),
      // The rows may be in any order, and the header may be there again.
      (
        "a.csv",
        "epoch,loss,accuracy,val_loss,val_accuracy\n3,0.25,0.875,0.5,0.75\n1,0.9,0.5,0.8,0.625\n2,0.5,0.75,0.6,0.6875\n"
      ),
      (
        "a.csv",
        "epoch,loss,acc,val_loss,val_acc\n1,0.9,0.5,0.8,0.625\n2,0.5,0.75,0.6,0.6875\nepoch,loss,acc,val_loss,val_acc\n3,0.25,0.875,0.5,0.75\n"
      ),
      // What numpy.savetxt writes, comments, bars as separators, epochs out of a number of them.
      (
        "a.csv",
        "# epoch,loss,acc,val_loss,val_acc\n1.0e+00,9.0e-01,5.0e-01,8.0e-01,6.25e-01\n2.0e+00,5.0e-01,7.5e-01,6.0e-01,6.875e-01\n3.0e+00,2.5e-01,8.75e-01,5.0e-01,7.5e-01\n"
      ),
      (
        "a.csv",
        "# lr=0.1, batch=32\n# CNN\n#\nepoch|loss|acc|val_loss|val_acc\n1|0.9|0.5|0.8|0.625\n2|0.5|0.75|0.6|0.6875\n3|0.25|0.875|0.5|0.75\n"
      ),
      (
        "a.csv",
        "Epoch,Loss,Acc.,Val. Loss,Val. Acc.\n1/10,0.9,0.5,0.8,0.625\n2/10,0.5,0.75,0.6,0.6875\nEpoch 3 of 10,0.25,0.875,0.5,0.75\n"
      ),
      // Cells of arrays, of texts and as PyTorch prints them; a separator too many.
      (
        "a.csv",
        "epoch,loss,accuracy,f1,val_loss,val_accuracy,time\n1,0.9,0.5,\"[0.1, 0.2]\",0.8,0.625,00:10\n2,0.5,0.75,\"[0.1, 0.2]\",0.6,0.6875,00:11\n3,0.25,0.875,\"[0.3, 0.2]\",0.5,0.75,00:10\n"
      ),
      (
        "a.csv",
        "epoch,loss,accuracy,val_loss,val_accuracy\n1,tensor(0.9),0.5,\"tensor(0.8, device='cuda:0')\",0.625,\n2,tensor(0.5),0.75,tensor(0.6),0.6875,\n3,tensor(0.25),0.875,tensor(0.5),0.75,\n"
      ),
      // Long tables: all of a phase first, or with a row for each metric.
      (
        "a.csv",
        "split,epoch,loss,acc\ntrain,1,0.9,0.5\ntrain,2,0.5,0.75\ntrain,3,0.25,0.875\nvalid,1,0.8,0.625\nvalid,2,0.6,0.6875\nvalid,3,0.5,0.75\n"
      ),
      (
        "a.csv",
        "epoch,loss,acc,Set\n0,0.9,0.5,Training\n0,0.8,0.625,Validation\n1,0.5,0.75,Training\n1,0.6,0.6875,Validation\n2,0.25,0.875,Training\n2,0.5,0.75,Validation\n"
      ),
      (
        "a.csv",
        "epoch,metric,value\n1,loss,0.9\n1,acc,0.5\n1,val_loss,0.8\n1,val_acc,0.625\n2,loss,0.5\n2,acc,0.75\n2,val_loss,0.6\n2,val_acc,0.6875\n3,loss,0.25\n3,acc,0.875\n3,val_loss,0.5\n3,val_acc,0.75\n"
      ),
      // Lightning: training and validation on rows of their own.
      (
        "metrics.csv",
        "epoch,step,train_acc_epoch,train_loss_epoch,train_loss_step,val_acc,val_loss\n0,4,,,9,,\n0,9,,,,0.625,0.8\n0,9,0.5,0.9,,,\n1,19,,,,0.6875,0.6\n1,19,0.75,0.5,,,\n2,29,,,,0.75,0.5\n2,29,0.875,0.25,,,\n"
      ),
    ] as [(String, String)])
  func tables(name: String, text: String) throws { try expectRun(name, text) }

  /// The trainers whose logs have no training accuracy.
  @Test(
    arguments: [
      (
        "history.csv",
        "epoch,train_loss,valid_loss,accuracy,time\n0,0.9,0.8,0.625,00:10\n1,0.5,0.6,0.6875,00:11\n2,0.25,0.5,0.75,00:11\n",
        "accuracy is taken for the validation's"
      ),
      (
        "results.csv",
        "                  epoch,             train/loss,  metrics/accuracy_top1,  metrics/accuracy_top5,               val/loss\n                      1,                    0.9,                  0.625,                      1,                    0.8\n                      2,                    0.5,                 0.6875,                      1,                    0.6\n                      3,                   0.25,                   0.75,                      1,                    0.5\n",
        "metrics/accuracy_top1 is taken"
      ),
      (
        "summary.csv",
        "epoch,train_loss,eval_loss,eval_top1,eval_top5,lr\n0,0.9,0.8,62.5,99,0.1\n1,0.5,0.6,68.75,99,0.1\n2,0.25,0.5,75,99,0.1\n",
        "calls eval (eval_loss, eval_top1)"
      ),
      (
        "trainer_state.json",
        #"{"epoch": 3, "log_history": [{"epoch": 1.0, "step": 9, "loss": 0.9, "learning_rate": 1e-3}, {"epoch": 1.0, "step": 9, "eval_loss": 0.8, "eval_accuracy": 0.625}, {"epoch": 2.0, "step": 18, "loss": 0.5}, {"epoch": 2.0, "step": 18, "eval_loss": 0.6, "eval_accuracy": 0.6875}, {"epoch": 3.0, "step": 27, "loss": 0.25}, {"epoch": 3.0, "step": 27, "eval_loss": 0.5, "eval_accuracy": 0.75}, {"epoch": 3.0, "step": 27, "train_loss": 0.55, "train_runtime": 5}]}"#,
        "calls eval (eval_loss, eval_accuracy)"
      ),
      (
        "20260101.log.json",
        "{\"env_info\": \"linux\", \"seed\": 0}\n{\"mode\":\"train\",\"epoch\":1,\"iter\":50,\"loss\":1}\n{\"mode\":\"train\",\"epoch\":1,\"iter\":100,\"loss\":0.8}\n{\"mode\":\"val\",\"epoch\":1,\"iter\":20,\"accuracy_top-1\":62.5,\"loss\":0.8}\n{\"mode\":\"train\",\"epoch\":2,\"iter\":50,\"loss\":0.75}\n{\"mode\":\"train\",\"epoch\":2,\"iter\":100,\"loss\":0.25}\n{\"mode\":\"val\",\"epoch\":2,\"iter\":20,\"accuracy_top-1\":68.75,\"loss\":0.6}\n{\"mode\":\"train\",\"epoch\":3,\"iter\":50,\"loss\":0.25}\n{\"mode\":\"train\",\"epoch\":3,\"iter\":100,\"loss\":0.25}\n{\"mode\":\"val\",\"epoch\":3,\"iter\":20,\"accuracy_top-1\":75,\"loss\":0.5}\n",
        "an epoch's loss is the mean of the values logged in it"
      ),
      (
        "scalars.json",
        "{\"lr\":0.1,\"loss\":1.0,\"epoch\":1,\"step\":50}\n{\"lr\":0.1,\"loss\":0.8,\"epoch\":1,\"step\":100}\n{\"accuracy/top1\":62.5,\"val/loss\":0.8,\"step\":1}\n{\"lr\":0.1,\"loss\":0.5,\"epoch\":2,\"step\":150}\n{\"accuracy/top1\":68.75,\"val/loss\":0.6,\"step\":2}\n{\"lr\":0.1,\"loss\":0.25,\"epoch\":3,\"step\":250}\n{\"accuracy/top1\":75,\"val/loss\":0.5,\"step\":3}\n",
        "in percent: divided by 100"
      ),
    ] as [(String, String, String)])
  func trainers(name: String, text: String, note: String) throws {
    let log = try #require(try understood([(name, text)]))
    var expected = Self.run
    expected[.accuracy] = nil
    #expect(log.history.history.measures == expected, "\(log.history)")
    #expect(log.history.notes.contains { $0.contains(note) }, "\(log.history.notes)")
  }

  @Test(
    arguments: [
      [
        ("lenet.log.train", "NumIters,Seconds,LearningRate,loss\n0,0,0.1,0.9\n50,1,0.1,0.5\n"),
        ("lenet.log.test", "NumIters,Seconds,LearningRate,accuracy,loss\n0,0,0.1,0.25,0.8\n50,1,0.1,0.5,0.6\n"),
      ],
      [("train_log.csv", "step,loss\n0,0.9\n50,0.5\n"), ("val_log.csv", "step,loss,acc\n0,0.8,25\n50,0.6,50\n")],
      [("run.csv", "_step,_runtime,train/loss,val/loss,val/acc\n0,1,0.9,0.8,0.25\n50,2,0.5,0.6,0.5\n")],
      [
        (
          "metrics.json",
          "{\"iteration\": 0, \"total_loss\": 0.9, \"validation_loss\": 0.8, \"val/acc\": 0.25, \"bbox/AP\": NaN}\n{\"iteration\": 50, \"total_loss\": 0.5, \"validation_loss\": 0.6, \"val/acc\": 0.5}\n"
        )
      ],
      [("steps.json", #"{"step": [0, 50], "loss": [0.9, 0.5], "val_loss": [0.8, 0.6], "val_acc": [0.25, 0.5]}"#)],
      [
        (
          "chart.csv",
          "\"Step\",\"a-1 - loss\",\"a-1 - loss__MIN\",\"a-1 - loss__MAX\",\"a-1 - val_loss\",\"a-1 - val_acc\"\n\"0\",\"0.9\",\"0\",\"1\",\"0.8\",\"0.25\"\n\"50\",\"0.5\",\"0\",\"1\",\"0.6\",\"0.5\"\n"
        )
      ],
    ] as [[(String, String)]])
  func withoutAWordOfEpochsTheAxisIsSteps(files: [(String, String)]) throws {
    let history = try #require(try understood(files.map { (name: $0.0, text: $0.1) })).history.history
    #expect(history.loss == steps(0.9, 0.5, at: [0, 50]))
    #expect(history.validationLoss == steps(0.8, 0.6, at: [0, 50]))
    #expect(history.validationAccuracy == steps(0.25, 0.5, at: [0, 50]))
  }

  /// Files beside a log that are none.
  @Test(
    arguments: [
      ("config.json", #"{"loss": "mse", "lr": 0.1, "epochs": 3}"#),
      ("args.json", #"{"accuracy": 0.9, "hidden": [64, 64]}"#),
      ("class_indices.json", #"{"cat": 0, "dog": 1}"#),
      ("model.json", #"{"class_name": "Sequential", "config": {"layers": []}}"#),
      ("results.json", #"{"test_loss": 0.5, "test_accuracy": 0.75}"#), ("submission.csv", "id,label\n0,1\n1,0\n"),
      ("vocab.json", #"{"the": 0, "a": 1, "of": 2}"#), ("requirements.txt", "numpy\npandas\n"),
      ("notes.txt", "loss, accuracy\nlook good\n"),
      ("confusion_matrix.csv", ",cat,dog\ncat,5,1\ndog,2,4\n"), ("broken.json", "{"),
    ] as [(String, String)])
  func whatStandsBesideALogIsPassedOver(name: String, text: String) throws {
    for log in [("training.csv", "epoch,loss\n0,0.9\n1,0.5\n"), ("h.json", #"{"loss": [0.9, 0.5]}"#)] {
      let found = try #require(try understood([log, (name, text)]))
      #expect(found.source == log.0 && found.history.history.loss == epochs(0.9, 0.5))
    }
  }

  @Test func logsBelowTheFolderAreFound() throws {
    let table = "epoch,step,train_loss,val_loss\n0,9,0.9,0.8\n1,19,0.5,0.6\n"
    for folder in ["lightning_logs/version_0", "version_12"] {
      let log = try #require(try understood([("\(folder)/metrics.csv", table), ("\(folder)/hparams.yaml", "{}")]))
      #expect(log.source == "\(folder)/metrics.csv" && log.history.history.loss == epochs(0.9, 0.5))
    }
    #expect(throws: SeveralLogs.self) {
      try understood([("lightning_logs/version_0/metrics.csv", table), ("lightning_logs/version_1/metrics.csv", table)])
    }
    func state(_ last: Double) -> String {
      #"{"log_history": [{"epoch": 1.0, "step": 9, "loss": 0.9}, {"epoch": 2.0, "step": 18, "loss": \#(last)}]}"#
    }
    let log = try #require(
      try understood([
        ("checkpoint-9/trainer_state.json", #"{"log_history": [{"epoch": 1.0, "step": 9, "loss": 0.9}]}"#),
        ("checkpoint-18/trainer_state.json", state(0.5)), ("config.json", "{}"),
      ]))
    #expect(log.source == "checkpoint-18/trainer_state.json" && log.history.history.loss == epochs(0.9, 0.5))
  }

  /// Tables that hold more than one run, or no epochs.
  @Test(
    arguments: [
      ("epoch,model,loss\n1,a,0.9\n1,b,0.8\n2,a,0.5\n2,b,0.4\n", "told apart by a, b"),
      ("seed,epoch,loss\n1,1,0.9\n1,2,0.8\n2,1,0.5\n2,2,0.4\n", "column seed: it holds several runs"),
      ("epoch,loss,optimizer\n1,0.9,sgd\n2,0.9,sgd\n3,0.8,sgd\n1,0.5,adam\n2,0.4,adam\n", "column optimizer"),
      ("Fold,Accuracy\n1,0.9\n2,0.8\n", "a fold is none"), ("kfold,val_loss\n1,0.9\n2,0.8\n", "a kfold is none"),
      ("epoch,lr\n1,0.9\n", "it has no loss and no accuracy, but lr"),
      ("epoch,loss\n", "it has no series of numbers for loss"),
      ("step,a - loss,a - loss__MAX,b - loss,b - loss__MAX\n1,1,1,1,1\n", "several runs: a, b"),
      ("epoch,loss\n1,0.9\n2,low\n", "line 3, column loss: 'low' is not a number"),
      ("epoch,loss\nx,0.9\n", "line 2, column epoch: 'x' is not the number of an epoch"),
      ("step,loss\n-5,0.9\n", "line 2, column step: '-5' is not the number of a step"),
    ] as [(String, String)])
  func whatIsNoLogOfOneRunIsRefused(text: String, message: String) throws {
    let error = #expect(throws: (any Error).self) { try understood([("log.csv", text)]) }
    #expect("\(error.map { "\($0)" } ?? "")".contains(message), "\(error.map { "\($0)" } ?? "")")
  }

  @Test(
    arguments: [
      (
        #"[{"epoch": 1, "model": "a", "loss": 1}, {"epoch": 1, "model": "b", "loss": 2}, {"epoch": 2, "model": "a", "loss": 1}]"#,
        "model: it holds several runs"
      ),
      (
        #"[{"epoch": 1, "fold": 1, "loss": 1}, {"epoch": 2, "fold": 1, "loss": 2}, {"epoch": 1, "fold": 2, "loss": 1}]"#,
        "fold: it holds several runs"
      ),
      (#"{"accuracy": 0.5, "loss": 1.5}"#, "it has no series of numbers for accuracy, loss"),
      (#"{"loss": 1, "hidden": [64]}"#, "it has no series of numbers for loss"),
    ] as [(String, String)])
  func jsonThatIsNoLogOfOneRunIsRefused(text: String, message: String) throws {
    let error = #expect(throws: (any Error).self) { try understood([("history.json", text)]) }
    #expect("\(error.map { "\($0)" } ?? "")".contains(message), "\(error.map { "\($0)" } ?? "")")
  }

  @Test(arguments: [
    "20240101_120000/vis_data/scalars.json", "logs/history.json", "experiment/seed 1/run/history.json",
  ])
  func theLogMayBeInAFolderBelow(name: String) throws {
    let text =
      #"{"loss": [0.9, 0.5, 0.25], "acc": [0.5, 0.75, 0.875], "val_loss": [0.8, 0.6, 0.5], "val_acc": [0.625, 0.6875, 0.75]}"#
    try expectRun(name, text)
    // Other files, here or deeper, do not matter.
    let log = try understood([("config.json", #"{"epochs": 3}"#), (name, text), ("a/b/c/d/history.json", text)])
    #expect(log?.source == name)
  }

  @Test func ofSeveralLogsBelowNoneIsTaken() {
    let text = #"{"loss": [0.9, 0.5]}"#
    #expect(throws: SeveralLogs.self) { _ = try understood([("a/history.json", text), ("b/history.json", text)]) }
  }

  @Test func severalHistoriesInOneFileAreRefused() {
    let error = #expect(throws: FormatError.self) {
      _ = try understood([("h.json", #"{"cnn": {"loss": [1, 0.5]}, "mlp": {"loss": [1, 0.5]}}"#)])
    }
    #expect(error?.problem.contains("cnn, mlp") == true)
  }

  @Test func thousandsInStepsAreThousands() throws {
    let log = try #require(
      try understood([("log.csv", "step,loss\n\"500\",0.9\n\"1,000\",0.5\n\"1,500,000\",0.25\n")]))
    #expect(log.history.history.loss == steps(0.9, 0.5, 0.25, at: [500, 1000, 1_500_000]))
  }
}
