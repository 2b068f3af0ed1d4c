import Testing

@testable import Importing

@Suite struct MetricNameTests {
  @Test(
    arguments: [
      ("loss", nil), ("total_loss", nil), ("train_loss", .training), ("Loss/train", .training),
      ("trainLoss", .training),
      ("train_losses", .training), ("epoch_loss", nil), ("train_loss_epoch", .training), ("val_loss", .validation),
      ("valid/loss", .validation), ("Val Loss", .validation), ("dev_loss", .development), ("eval/loss", .evaluation),
      ("eval/test_loss", .test), ("test_loss", .test),
    ] as [(String, ScalarLog.Phase?)])
  func losses(name: String, phase: ScalarLog.Phase?) {
    #expect(MetricName(name).quantity == .loss && MetricName(name).phase == phase)
  }

  @Test(
    arguments: [
      ("accuracy", nil), ("train/acc", .training), ("acc", nil), ("valAcc", .validation),
      ("val_accuracies", .validation),
      ("val_sparse_categorical_accuracy", .validation), ("Accuracy/validation", .validation), ("acc1", nil),
      ("test_acc1", .test), ("val/acc@1", .validation), ("eval_top1", .evaluation), ("metrics/accuracy_top1", nil),
      ("accuracy_top-1", nil), ("accuracy_1", nil), ("val_accuracy_2", .validation), ("Train Acc (%)", .training),
      ("dev_acc", .development), ("MulticlassAccuracy", nil), ("valid_prec1", .validation),
    ] as [(String, ScalarLog.Phase?)])
  func accuracies(name: String, phase: ScalarLog.Phase?) {
    #expect(MetricName(name).quantity == .accuracy && MetricName(name).phase == phase)
  }

  @Test(arguments: [
    "lr", "train_loss_step", "batch_loss", "val_auc", "loss_scale", "evaluation_loss_vs_iterations", "acc5",
    "accuracy_5",
    "top5", "top_k_categorical_accuracy", "metrics/accuracy_top5", "train/box_loss", "fast_rcnn/cls_accuracy",
    "fine_tune_loss", "balanced_accuracy", "valid_acc_best", "train_val_loss",
  ])
  func otherNames(name: String) {
    #expect(MetricName(name).quantity == nil)
  }

  @Test func theBetterNameOfAMeasureRanksHigher() {
    let names = ["cross_entropy", "train_loss", "loss", "train_loss_epoch"]
    #expect(names.map { MetricName($0).rank } == [-1, 0, 1, 2])
    #expect(MetricName("train/train_loss").rank < MetricName("train/loss").rank)
  }
}
