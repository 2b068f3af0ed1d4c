/// One model of a run: its name, its size, how its training went and how it did on the test samples.
///
/// A model that was trained with several seeds has them as ``members``; its own history and test are their means.
package struct ModelRecord: Codable, Sendable, Equatable {
  /// The name as figures and tables show it, such as `Simple NN`.
  package var name: String
  /// The model's folder under `run/`: `name` in lower case with `_` for what is no letter or digit.
  package var folder: String
  /// The number of parameters, batch-norm statistics included; nil if not known.
  package var parameters: Int?
  /// How the model was trained; nil if not known, as for an imported model, and for a model with ``members``.
  package var recipe: RecipeRecord?
  /// How the training went; nil if no log of it exists.
  package var history: TrainingHistory?
  /// The standard deviation of ``history`` over the members.
  package var historySD: TrainingHistory?
  /// Loss and accuracy on the test samples; nil if the model was not evaluated.
  package var test: Evaluation?
  /// Loss and accuracy on the samples held out for validation, evaluated as `test` is; nil unless the run leaves the test set
  /// alone.
  package var validation: Evaluation?
  /// The trainings that the model stands for, one per seed; empty for a model that was trained once.
  package var members: [Member]
  /// Whether the predictions are the mean of several networks' probabilities: those of all members or, if there are none, of
  /// other models of the run. Otherwise they are those of the first member that was tested.
  package var ensemble: Bool

  /// Loss and accuracy over a set of samples.
  package struct Evaluation: Codable, Sendable, Equatable {
    /// The mean cross-entropy in nats; nil if only predicted classes are known.
    package var loss: Double?
    /// The share of samples classified correctly, 0 to 1.
    package var accuracy: Double
    /// The standard deviation of ``accuracy`` over the members.
    package var accuracySD: Double?

    /// Creates an evaluation.
    package init(loss: Double?, accuracy: Double, accuracySD: Double? = nil) {
      self.loss = loss
      self.accuracy = accuracy
      self.accuracySD = accuracySD
    }

    enum CodingKeys: String, CodingKey {
      case loss, accuracy
      case accuracySD = "accuracy_sd"
    }
  }

  /// One of the trainings that a model stands for.
  package struct Member: Codable, Sendable, Equatable {
    /// The member's folder in the model's.
    package var folder: String
    /// How it was trained; nil if not known.
    package var recipe: RecipeRecord?
    /// How the training went; nil if no log of it exists.
    package var history: TrainingHistory?
    /// Loss and accuracy on the test samples; nil if it was not evaluated.
    package var test: Evaluation?
    /// Loss and accuracy on the samples held out for validation, as ``ModelRecord/validation``.
    package var validation: Evaluation?

    /// Creates a member.
    package init(
      folder: String, recipe: RecipeRecord? = nil, history: TrainingHistory? = nil, test: Evaluation? = nil,
      validation: Evaluation? = nil
    ) {
      self.folder = folder
      self.recipe = recipe
      self.history = history
      self.test = test
      self.validation = validation
    }
  }

  /// The member whose answers to single samples are the model's: the first that was tested; nil without members, and of an
  /// ensemble.
  package var answeringMember: Member? { ensemble ? nil : members.first { $0.test != nil } }

  /// Creates a model's record; the folder follows from the name.
  package init(
    name: String, parameters: Int? = nil, recipe: RecipeRecord? = nil, history: TrainingHistory? = nil,
    historySD: TrainingHistory? = nil, test: Evaluation? = nil, validation: Evaluation? = nil, members: [Member] = [],
    ensemble: Bool = false
  ) {
    self.name = name
    self.folder = Self.folder(for: name)
    self.parameters = parameters
    self.recipe = recipe
    self.history = history
    self.historySD = historySD
    self.test = test
    self.validation = validation
    self.members = members
    self.ensemble = ensemble
  }

  /// Reads a record; what is optional may be left out.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    folder = try container.decode(String.self, forKey: .folder)
    parameters = try container.decodeIfPresent(Int.self, forKey: .parameters)
    recipe = try container.decodeIfPresent(RecipeRecord.self, forKey: .recipe)
    history = try container.decodeIfPresent(TrainingHistory.self, forKey: .history)
    historySD = try container.decodeIfPresent(TrainingHistory.self, forKey: .historySD)
    test = try container.decodeIfPresent(Evaluation.self, forKey: .test)
    validation = try container.decodeIfPresent(Evaluation.self, forKey: .validation)
    members = try container.decodeIfPresent([Member].self, forKey: .members) ?? []
    ensemble = try container.decodeIfPresent(Bool.self, forKey: .ensemble) ?? false
  }

  /// Writes the record; what does not apply is left out.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(folder, forKey: .folder)
    try container.encodeIfPresent(parameters, forKey: .parameters)
    try container.encodeIfPresent(recipe, forKey: .recipe)
    try container.encodeIfPresent(history, forKey: .history)
    try container.encodeIfPresent(historySD, forKey: .historySD)
    try container.encodeIfPresent(test, forKey: .test)
    try container.encodeIfPresent(validation, forKey: .validation)
    if !members.isEmpty { try container.encode(members, forKey: .members) }
    if ensemble { try container.encode(ensemble, forKey: .ensemble) }
  }

  enum CodingKeys: String, CodingKey {
    case name, folder, parameters, recipe, history, test, validation, members, ensemble
    case historySD = "history_sd"
  }

  /// The folder of a model called `name`: `Simple NN` is kept in `simple_nn`.
  ///
  /// Letters of any script stay; a long name is cut to what a file system takes.
  package static func folder(for name: String) -> String {
    var folder = String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    while folder.utf8.count > longestFolder { folder.removeLast() }
    return folder.isEmpty ? "_" : folder
  }

  /// Bytes of the longest folder's name; file systems take 255, and a number may be appended.
  static let longestFolder = 200

  /// The folders of models called `names`, with `_2`, `_3` and so on appended to those that an earlier model has: `CNN+`
  /// and `CNN-` are kept in `cnn_` and `cnn__2`.
  package static func folders(for names: [String]) -> [String] { distinct(names.map(folder(for:))) }

  static func distinct(_ folders: [String]) -> [String] {
    var taken = Set<String>()
    return folders.map { folder in
      var candidate = folder
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(folder)_\(number)"
        number += 1
      }
      return candidate
    }
  }
}
