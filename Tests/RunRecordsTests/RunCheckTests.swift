import FileFormats
import Testing

@testable import RunRecords

@Suite struct RunCheckTests {
  /// The field that is found to be wrong after the small run was changed; nil where nothing is.
  private func field(_ change: (inout SavedRun) -> Void) -> String? {
    var run = smallRun()
    change(&run)
    do throws(FormatError) {
      try RunCheck(operation: .read, folder: RunFolder("run")).check(run)
      return nil
    } catch {
      guard case .field(let field) = error.place else { return "none" }
      return error.file + " " + field
    }
  }

  @Test func theSmallRunIsRight() {
    #expect(field { _ in } == nil)
  }

  @Test(arguments: ["", "..", ".", "a/b", "/etc", "../x", ".hidden", "run.json", "images.npy", "a\0b"])
  func foldersMustBeSafe(folder: String) {
    #expect(field { $0.models[1].record.folder = folder } == "run/run.json models[1].folder")
  }

  @Test func modelsMustDiffer() {
    #expect(field { $0.models[1].record.folder = "simple_nn" } == "run/run.json models[1].folder")
    #expect(field { $0.models[1].record.name = "Simple NN" } == "run/run.json models[1].name")
    #expect(field { $0.models[0].record.name = "" } == "run/run.json models[0].name")
    #expect(field { $0.models[0].record.parameters = -1 } == "run/run.json models[0].parameters")
    #expect(field { $0.record.featuredModel = "RNN" } == "run/run.json featured_model")
  }

  @Test(arguments: ["", "../x", "a/b", ".hidden", "predictions"])
  func arraysMustHaveSafeNames(name: String) {
    let array = NPYArray(shape: [0], elements: .uint8([]))
    #expect(field { $0.models[1].extras = [name: array] } == "run/run.json models[1]")
  }

  @Test func countsMustAgree() {
    #expect(field { $0.record.dataset.testSamples = 5 } == "run/labels.npy shape")
    #expect(field { $0.record.dataset.trainingSamples = -1 } == "run/run.json dataset.training_samples")
    #expect(field { $0.labels = nil } == nil)
    #expect(
      field {
        $0.labels = nil
        $0.record.dataset.testSamples = 5
      } == "run/simple_nn/predictions.npy shape")
    #expect(field { $0.record.dataset.classNames.append("fourth") } == "run/cnn/predictions.npy shape")
    #expect(field { $0.record.dataset.classNames = [] } == "run/run.json dataset.class_names")
  }

  @Test func classesMustExist() {
    #expect(field { $0.labels = [0, 1, 3, 1] } == "run/labels.npy element 2")
    #expect(field { $0.labels = [0, -1, 2, 1] } == "run/labels.npy element 1")
    #expect(
      field { $0.models[0].predictions = Predictions(classes: [0, 1, 2, 3], classCount: 3) }
        == "run/simple_nn/predictions.npy element 3")
  }

  @Test(arguments: [Float.nan, 1.5, -0.5, .infinity])
  func probabilitiesMustBeSome(value: Float) {
    #expect(
      field {
        var probabilities = $0.models[1].predictions?.probabilities ?? []
        probabilities[7] = value
        $0.models[1].predictions = Predictions(probabilities: probabilities, classCount: 3)
      } == "run/cnn/predictions.npy row 2, column 1")
  }

  @Test func figuresMustShowWhatIsThere() {
    #expect(field { $0.record.figures.samples[0].image = 3 } == "run/run.json figures.samples[0].image")
    #expect(field { $0.record.figures.samples[0].index = 10 } == "run/run.json figures.samples[0].index")
    #expect(field { $0.record.figures.samples[0].label = 3 } == "run/run.json figures.samples[0].label")
    #expect(field { $0.record.figures.correct[0].index = 4 } == "run/run.json figures.correct[0].index")
    #expect(field { $0.record.figures.misclassified[0].image = -1 } == "run/run.json figures.misclassified[0].image")
    #expect(field { $0.images = nil } == nil)
  }
}
