/// What the name of a logged scalar says, whichever trainer chose it: `val_accuracy`, `train_loss_epoch`, `Loss/train`,
/// `valid/acc`, `metrics/accuracy_top1`, `trainLoss`, `epoch_sparse_categorical_accuracy`.
struct MetricName: Equatable {
  /// What figures and reports understand.
  enum Quantity: Sendable { case loss, accuracy }

  /// What is measured; nil for all that a run does not understand.
  var quantity: Quantity?
  /// The phase that the name tells.
  var phase: ScalarLog.Phase?
  /// Which of several names is the better one: one that says that it is an epoch's value, as Lightning's `_epoch` beside
  /// `_step` does, before Keras' own name, before any other, before the name of what a loss may be made of.
  var rank = 0
  /// The number of the validation set, of several: 1 of XGBoost's `validation_1` and of Lightning's `dataloader_idx_1`.
  private(set) var set: Int?
  /// Whether it is an accuracy of several guesses, such as `top5` or `acc5`.
  private(set) var isTopK = false
  /// Whether the name says that values are in percent.
  var isPercent = false

  /// - Parameter phase: the phase that the log tells other than by the name.
  init(_ name: String, phase: ScalarLog.Phase? = nil) {
    var words = Self.words(of: name)
    func take(_ some: Set<String>) -> Bool {
      let count = words.count
      words.removeAll(where: some.contains)
      return words.count < count
    }
    isPercent = name.contains("%") || words.contains { Self.percent.contains($0) }
    let saysEpoch = take(["epoch"])
    takeSet(from: &words)
    let named = words.compactMap { ScalarLog.Phase(word: $0) }
    words.removeAll { ScalarLog.Phase(word: $0) != nil }
    words.removeAll(where: Self.fillers.contains)

    var phases = Set(named + (phase.map { [$0] } ?? []))
    // Hugging Face evaluates several sets: eval/test_loss.
    if phases.count > 1 { phases.remove(.evaluation) }
    guard phases.count <= 1 else { return }
    self.phase = phases.first
    if let weight = Self.losses[words] {
      (quantity, rank) = (.loss, weight)
    } else if let weight = Self.accuracies[words] {
      (quantity, rank) = (.accuracy, weight)
    } else if words.count == 2, words[0] == "accuracy", Int(words[1]) != nil, !["5", "10"].contains(words[1]) {
      // Keras numbers a metric once a model was compiled again; 5 and 10 are rather those of a top-k accuracy.
      (quantity, rank) = (.accuracy, -1)
    }
    if quantity == nil, let last = words.last, Int(last) ?? 0 > 1 {
      isTopK = words.count > 1 && words.dropLast().allSatisfy { ["top", "acc", "accuracy", "prec"].contains($0) }
    }
    if saysEpoch { rank += 2 }
    // Lightning's first loader is that of the validation set; XGBoost stops by the last of its sets.
    if let set { rank += name.contains("dataloader") ? -set : set }
    if ["loss", "accuracy", "val_loss", "val_accuracy"].contains(name) { rank += 1 }
    // Hugging Face's mean of the whole training is train/train_loss.
    if named.count > 1 { rank -= 2 }
  }

  /// Takes the number of a validation set out of the words.
  private mutating func takeSet(from words: inout [String]) {
    if let place = words.firstIndex(of: "dataloader"), words.dropFirst(place + 1).first == "idx",
      let number = words.dropFirst(place + 2).first.flatMap(Int.init)
    {
      set = number
      words.removeSubrange(place...place + 2)
    } else if words.count > 2, ["validation", "valid", "eval"].contains(words[0]), let number = Int(words[1]) {
      set = number
      words.remove(at: 1)
    }
  }

  /// The words of a name, in small letters: `valAcc@1` is val, acc, 1.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    func end() {
      if !word.isEmpty { words.append(word.lowercased()) }
      word = ""
    }
    for character in name {
      guard character.isLetter || character.isNumber else {
        end()
        continue
      }
      if let last = word.last, last.isNumber != character.isNumber || (last.isLowercase && character.isUppercase) {
        end()
      }
      word.append(character)
    }
    end()
    return words
  }

  private static let percent: Set = ["pct", "percent", "percentage"]
  /// Words that do not change what is measured.
  private static let fillers = percent.union([
    "metrics", "metric", "avg", "average", "running", "overall", "sparse", "categorical", "binary", "multiclass",
    "score", "main", "nats", "bits", "list", "lists", "history", "hist", "value", "values", "per",
  ])

  private static let losses: [[String]: Int] = [
    ["loss"]: 0, ["losses"]: 0, ["total", "loss"]: 0, ["loss", "total"]: 0, ["mean", "loss"]: 0, ["loss", "mean"]: 0,
    ["cross", "entropy", "loss"]: -1, ["crossentropy", "loss"]: -1, ["ce", "loss"]: -1, ["nll", "loss"]: -1,
    ["cross", "entropy"]: -1, ["crossentropy"]: -1, ["cost"]: -1, ["loss", "curve"]: 0, ["log", "loss"]: -1,
    ["logloss"]: -1, ["mlogloss"]: -1, ["multi", "logloss"]: -1, ["bce"]: -1, ["bce", "loss"]: -1, ["nll"]: -1,
    ["xent"]: -1, ["mini", "batch", "loss"]: -1, ["minibatch", "loss"]: -1,
  ]

  /// Keras', torchmetrics', timm's and others' names of the share of samples classified rightly.
  private static let accuracies: [[String]: Int] = [
    ["acc"]: 0, ["accs"]: 0, ["accuracy"]: 0, ["accuracies"]: 0, ["acc", "1"]: 0, ["top", "1"]: 0, ["prec", "1"]: 0,
    ["accuracy", "1"]: 0, ["acc", "top", "1"]: 0, ["accuracy", "top", "1"]: 0, ["top", "1", "acc"]: 0,
    ["top", "1", "accuracy"]: 0, ["multiclassaccuracy"]: 0, ["binaryaccuracy"]: 0, ["precision", "1"]: 0,
    ["mini", "batch", "accuracy"]: -1, ["minibatch", "accuracy"]: -1,
  ]
}
