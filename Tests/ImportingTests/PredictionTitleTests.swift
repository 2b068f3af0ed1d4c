import Testing

@testable import Importing

@Suite struct PredictionTitleTests {
  @Test(arguments: [
    "y_true", "ytrue", "True Label", "trueLabel", "label", "target_class", "GT", "ground truth", "groundtruth",
    "actual",
    "gold", "obs", "label_id", "real label", "true_y",
  ])
  func trueClasses(title: String) { #expect(PredictionTitle(title) == .label) }

  @Test(arguments: [
    "y_pred", "ypred", "yhat", "y_hat", "Predicted", "predicted class", "pred_label", "predict_label", "label_pred",
    "model_prediction", "preds", "pred_id",
  ])
  func predictedClasses(title: String) { #expect(PredictionTitle(title) == .predicted) }

  @Test func otherTitles() {
    #expect(["class", "category", "y", "y_test"].allSatisfy { PredictionTitle($0) == .plainClass })
    #expect(["output", "guess", "argmax"].allSatisfy { PredictionTitle($0) == .answer })
    #expect(
      ["prob", "y_score", "prob_1", "p", "pred_proba", "Positive probability"].allSatisfy {
        PredictionTitle($0) == .probability
      })
    #expect(
      ["confidence", "loss", "id", "true_positive_rate", "cat", "prob_2", ""].allSatisfy { PredictionTitle($0) == nil })
  }
}
