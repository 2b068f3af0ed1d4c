/// The images that a run keeps for its figures, and how they were chosen.
///
/// The images themselves are the rows of `run/images.npy`, so that redrawing needs no dataset.
package struct FigureSelection: Codable, Sendable, Equatable {
  /// How the images of `samples` were chosen among the training samples.
  package enum SampleChoice: String, Codable, Sendable {
    /// The first ones in file order.
    case first
    /// Drawn with the run's seed.
    case random
  }

  /// A training sample.
  package struct Sample: Codable, Sendable, Equatable {
    /// The row of `images.npy`.
    package var image: Int
    /// The position in the training set.
    package var index: Int
    /// The true class.
    package var label: Int

    /// Creates a choice.
    package init(image: Int, index: Int, label: Int) {
      self.image = image
      self.index = index
      self.label = label
    }
  }

  /// A test sample; its label and prediction are looked up by `index`.
  package struct Prediction: Codable, Sendable, Equatable {
    /// The row of `images.npy`.
    package var image: Int
    /// The position in the test set: the row of `labels.npy` and `predictions.npy`.
    package var index: Int

    /// Creates a choice.
    package init(image: Int, index: Int) {
      self.image = image
      self.index = index
    }
  }

  /// How `samples` were chosen.
  package var samplesChosen: SampleChoice
  /// Training samples.
  package var samples: [Sample]
  /// The first test samples that the featured model got wrong, in test order.
  package var misclassified: [Prediction]
  /// The first test samples that the featured model got right, in test order.
  package var correct: [Prediction]

  /// Creates a selection; by default one that shows nothing.
  package init(
    samplesChosen: SampleChoice = .first, samples: [Sample] = [], misclassified: [Prediction] = [],
    correct: [Prediction] = []
  ) {
    self.samplesChosen = samplesChosen
    self.samples = samples
    self.misclassified = misclassified
    self.correct = correct
  }

  /// Reads a selection; a list that is not there is empty.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    samplesChosen = try container.decodeIfPresent(SampleChoice.self, forKey: .samplesChosen) ?? .first
    samples = try container.decodeIfPresent([Sample].self, forKey: .samples) ?? []
    misclassified = try container.decodeIfPresent([Prediction].self, forKey: .misclassified) ?? []
    correct = try container.decodeIfPresent([Prediction].self, forKey: .correct) ?? []
  }

  enum CodingKeys: String, CodingKey {
    case samples, misclassified, correct
    case samplesChosen = "samples_chosen"
  }
}
