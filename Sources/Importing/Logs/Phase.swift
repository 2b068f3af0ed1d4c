extension ScalarLog {
  /// The part of a training in which a value was measured, in the words of those who logged it.
  enum Phase: String, Sendable, CaseIterable {
    case training, validation
    /// The validation of speech and language toolkits.
    case development = "dev"
    /// What Hugging Face and timm call the validation.
    case evaluation = "eval"
    case test

    /// The phase that a word stands for, in any case of letters: `train`, `val`, `eval`; nil for all other words.
    init?(word: some StringProtocol) {
      switch word.lowercased() {
      case "train", "training", "tr", "trn", "learn": self = .training
      case "val", "valid", "validation", "validate", "vld", "vl", "va", "holdout": self = .validation
      case "dev", "development": self = .development
      case "eval", "evaluation", "evaluate": self = .evaluation
      case "test", "testing", "tst": self = .test
      default: return nil
      }
    }

    /// What can stand for the validation, the likeliest first.
    static let validations: [Phase] = [.validation, .development, .evaluation, .test]
  }
}
