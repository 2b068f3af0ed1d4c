import FileFormats
import Testing

@testable import RunRecords

@Suite struct RunCheckTests {
  /// The field that is found to be wrong after the small run was changed; nil where nothing is.
  private func field(_ change: (inout SavedRun) -> Void) -> String? {
    var run = smallRun()
    change(&run)
    do throws(FormatError) {
      try RunCheck(operation: .read, folder: "run").check(run)
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

  /// The small run has four test samples of three classes.
  @Test func aConfusionMatrixMustFit() {
    func field(_ counts: [[Int]], accuracy: Double = 0.75) -> String? {
      self.field {
        $0.models[0].predictions = nil
        $0.models[0].record.test = ModelRecord.Evaluation(loss: nil, accuracy: accuracy)
        $0.models[0].confusionMatrix = counts
      }
    }
    #expect(field([[1, 0, 0], [1, 1, 0], [0, 0, 1]]) == nil)
    #expect(field([[1, 0], [1, 2]]) == "run/simple_nn/confusion_matrix.npy shape")
    #expect(field([[1, 0, 0], [1, 1, 0], [0, 0, -1]]) == "run/simple_nn/confusion_matrix.npy row 2, column 2")
    #expect(field([[1, 0, 0], [1, 1, 0], [0, 0, 2]]) == "none")
    #expect(field([[1, 0, 0], [1, 1, 0], [0, 0, 1]], accuracy: 0.5) == "run/run.json models[0].test.accuracy")
  }

  @Test(arguments: ["", "../x", "a/b", ".hidden", "predictions"])
  func arraysMustHaveSafeNames(name: String) {
    let array = NPYArray(shape: [0], elements: .uint8([]))
    #expect(field { $0.models[1].extras = [name: array] } == "run/run.json models[1]")
  }

  @Test func countsMustAgree() {
    #expect(field { $0.record.dataset.testSamples = 5 } == "run/labels.npy shape")
    #expect(field { $0.record.dataset.trainingSamples = -1 } == "run/run.json dataset.training_samples")
    #expect(field { $0.record.dataset.validationSamples = 11 } == "run/run.json dataset.validation_samples")
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

  /// The CNN gets three of four right.
  @Test(arguments: [
    (0.75, true), (0.7505, true), (0.7512, false), (0.7488, false), (1, false), (0.5, false), (7.5, false),
    (-0.1, false), (.nan, false),
  ]) func theAccuracyMustBeThatOfThePredictions(accuracy: Double, isRight: Bool) {
    let field = field { $0.models[1].record.test?.accuracy = accuracy }
    #expect(field == (isRight ? nil : "run/run.json models[1].test.accuracy"))
  }

  @Test func anAccuracyThatNothingContradictsMustBeAShare() {
    #expect(
      field {
        $0.labels = nil
        $0.models[1].record.test?.accuracy = 0.5
      } == nil)
    #expect(
      field {
        $0.labels = nil
        $0.models[1].record.test?.accuracy = 1.5
      } == "run/run.json models[1].test.accuracy")
    #expect(
      field { $0.models[1].record.test?.accuracySD = -0.5 } == "run/run.json models[1].test.accuracy_sd")
  }

  /// Of classes that are equally probable either may have been taken.
  @Test(arguments: [0.5, 0.75]) func tiesCountForEither(accuracy: Double) {
    #expect(
      field {
        $0.models[1].predictions = Predictions(
          probabilities: [0.8, 0.1, 0.1, 0.4, 0.4, 0.2, 0, 0, 1, 0.4, 0.3, 0.3], classCount: 3)
        $0.models[1].record.test?.accuracy = accuracy
      } == nil)
  }

  @Test func membersAreCheckedAsModelsAre() {
    func member(_ folder: String, _ accuracy: Double) -> ModelRecord.Member {
      ModelRecord.Member(folder: folder, test: ModelRecord.Evaluation(loss: nil, accuracy: accuracy))
    }
    /// The model's own accuracy is the mean, the predictions are the first member's.
    func field(_ members: ModelRecord.Member..., ensemble: Bool = false) -> String? {
      self.field {
        $0.models[1].record.members = members
        $0.models[1].record.ensemble = ensemble
        $0.models[1].record.test?.accuracy = 0.875
      }
    }
    #expect(field(member("seed_1", 0.75), member("seed_2", 1)) == nil)
    #expect(field(member("seed_1", 1), member("seed_2", 0.75)) == "run/run.json models[1].members[0].test.accuracy")
    #expect(field(member("seed_1", 1), member("seed_2", 0.75), ensemble: true) == nil)
    #expect(field(member("seed_1", 0.75), member("seed_2", 2)) == "run/run.json models[1].members[1].test.accuracy")
    #expect(field(member("seed_1", 0.75), member("seed_1", 1)) == "run/run.json models[1].members[1].folder")
    #expect(field(member("../x", 0.75)) == "run/run.json models[1].members[0].folder")
  }

  @Test func whatMembersAnsweredIsChecked() {
    func field(_ folder: String = "seed_2", _ members: SavedMember...) -> String? {
      self.field {
        $0.models[1].record.members = [
          ModelRecord.Member(folder: "seed_1", test: ModelRecord.Evaluation(loss: nil, accuracy: 0.75)),
          ModelRecord.Member(folder: folder, test: ModelRecord.Evaluation(loss: nil, accuracy: 0.5)),
        ]
        $0.models[1].members = members
      }
    }
    func member(_ classes: [Int]) -> SavedMember {
      SavedMember(predictions: Predictions(classes: classes, classCount: 3))
    }
    #expect(field() == nil)
    #expect(field("seed_2", member([0, 1, 2, 2]), member([0, 1, 1, 2])) == nil)
    #expect(
      field("seed_2", member([0, 1, 2, 2]), member([0, 1, 2, 1])) == "run/run.json models[1].members[1].test.accuracy")
    #expect(field("seed_2", member([0, 1, 2, 2]), member([0, 1, 1])) == "run/cnn/seed_2/predictions.npy shape")
    #expect(field("seed_2", member([0, 1, 2, 2]), member([0, 1, 1, 3])) == "run/cnn/seed_2/predictions.npy element 3")
    #expect(field("seed_2", member([0, 1, 2, 2])) == "run/run.json models[1].members")
    for folder in ["predictions.npy", "weights.safetensors", "x.npy"] {
      #expect(field(folder) == "run/run.json models[1].members[1].folder")
    }
  }

  /// Of the CNN's answers the last is wrong, the others are right.
  @Test func listsOfAnswersMustHoldWhatTheySay() {
    func shown(_ indices: Int...) -> [FigureSelection.Prediction] {
      indices.map { FigureSelection.Prediction(image: 0, index: $0) }
    }
    #expect(field { $0.record.figures.misclassified = shown(3) } == nil)
    #expect(field { $0.record.figures.misclassified = shown(3, 0) } == "run/run.json figures.misclassified[1].index")
    #expect(field { $0.record.figures.correct = shown(0, 3) } == "run/run.json figures.correct[1].index")
    #expect(field { $0.record.figures.correct = shown(0, 1, 0) } == "run/run.json figures.correct[2].index")
    // Without labels nobody can tell.
    #expect(
      field {
        $0.labels = nil
        $0.record.figures.misclassified = shown(0)
      } == nil)
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
