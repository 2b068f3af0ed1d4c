/// One model of a run: its name, its size, how its training went and how it did on the test samples.
public struct ModelRecord: Codable, Sendable, Equatable {
  /// The name as figures and tables show it, such as `Simple NN`.
  public var name: String
  /// The model's folder under `run/`: `name` in lower case with `_` for what is no letter or digit.
  public var folder: String
  /// The number of parameters, batch-norm statistics included; nil where it is not known.
  public var parameters: Int?
  /// How the training went; nil where no log of it exists.
  public var history: TrainingHistory?
  /// Loss and accuracy on the test samples; nil where the model was not evaluated.
  public var test: Evaluation?

  /// Loss and accuracy over a set of samples.
  public struct Evaluation: Codable, Sendable, Equatable {
    /// Mean cross-entropy in nats; nil where only predicted classes are known.
    public var loss: Double?
    /// The share of samples classified rightly, 0 to 1.
    public var accuracy: Double

    /// Creates an evaluation.
    public init(loss: Double?, accuracy: Double) {
      self.loss = loss
      self.accuracy = accuracy
    }
  }

  /// Creates a model's record; the folder follows from the name.
  public init(name: String, parameters: Int? = nil, history: TrainingHistory? = nil, test: Evaluation? = nil) {
    self.name = name
    self.folder = Self.folder(for: name)
    self.parameters = parameters
    self.history = history
    self.test = test
  }

  /// The folder of a model called `name`: `Simple NN` is kept in `simple_nn`.
  ///
  /// Letters of any script stay; a long name is cut to what a file system takes.
  public static func folder(for name: String) -> String {
    var folder = String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    while folder.utf8.count > longestFolder { folder.removeLast() }
    return folder.isEmpty ? "_" : folder
  }

  /// Bytes of the longest folder's name; file systems take 255, and a number may be appended.
  static let longestFolder = 200

  /// The models with `_2`, `_3` and so on appended to folders that an earlier model has: `CNN+` and `CNN-` are kept in
  /// `cnn_` and `cnn__2`.
  static func withDistinctFolders(_ models: [ModelRecord]) -> [ModelRecord] {
    var taken = Set<String>()
    return models.map { model in
      var model = model
      let folder = model.folder
      var number = 2
      while !taken.insert(model.folder).inserted {
        model.folder = "\(folder)_\(number)"
        number += 1
      }
      return model
    }
  }
}
