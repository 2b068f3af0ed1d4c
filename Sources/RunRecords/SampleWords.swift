/// What titles, captions and texts call the samples of a dataset.
package enum SampleWords: String, Codable, Sendable {
  /// Handwritten digits, as MNIST has them.
  case digits
  /// Samples of any other classes.
  case samples

  /// What stands before the name of a class: `Digit: 7`, `Class: dog`.
  package var oneClass: String {
    switch self {
    case .digits: "Digit"
    case .samples: "Class"
    }
  }

  /// The title of a picture of training samples.
  package var trainingTitle: String {
    switch self {
    case .digits: "Sample Handwritten Digits from Training Set"
    case .samples: "Sample Images from Training Set"
    }
  }
}

extension RunRecord.Dataset {
  /// What its samples are called: digits only if it is known to hold them.
  package var words: SampleWords {
    guard let name, Self.digitDatasets.contains(name.lowercased()), !classNames.isEmpty,
      classNames.enumerated().allSatisfy({ $1 == String($0) })
    else { return .samples }
    return .digits
  }

  /// Datasets of handwritten digits, in lower case.
  private static let digitDatasets: Set = ["mnist", "qmnist", "usps", "emnist digits", "emnist-digits"]
}
