/// What `run/run.json` holds: everything about a run that is not an array. See docs/run-format.md.
public struct RunRecord: Codable, Sendable, Equatable {
  /// The schema this program writes. Readers refuse a higher one.
  public static let currentSchemaVersion = 1

  /// The schema of this record.
  public var schemaVersion: Int
  /// The program that wrote the record, with its version.
  public var generator: String
  /// The data the models were trained and tested on.
  public var dataset: Dataset
  /// How the models were trained; nil for an imported run.
  public var configuration: Configuration?
  /// Where the models were trained; nil for an imported run.
  public var environment: Environment?
  /// The models in the order in which they are shown.
  public var models: [ModelRecord]
  /// The name of the model that figures 03 to 05 and the classification report show.
  public var featuredModel: String
  /// Which images the figures show.
  public var figures: FigureSelection

  /// The data the models were trained and tested on.
  public struct Dataset: Codable, Sendable, Equatable {
    /// `MNIST`, or the name of the folder of one's own files.
    public var name: String
    /// Samples in the training set, those held out for validation included; nil where not known.
    public var trainingSamples: Int?
    /// Samples of the training set that were held out for validation; nil where not known.
    public var validationSamples: Int?
    /// Samples in the test set; nil where not known.
    public var testSamples: Int?
    /// The class names in the order of the class numbers.
    public var classNames: [String]

    /// More classes than this would give a confusion matrix of more than a million cells, which nobody can read.
    public static let maximumClasses = 1_000

    /// Creates the description of a dataset.
    public init(
      name: String, trainingSamples: Int?, validationSamples: Int?, testSamples: Int?, classNames: [String]
    ) {
      self.name = name
      self.trainingSamples = trainingSamples
      self.validationSamples = validationSamples
      self.testSamples = testSamples
      self.classNames = classNames
    }

    enum CodingKeys: String, CodingKey {
      case name
      case trainingSamples = "training_samples"
      case validationSamples = "validation_samples"
      case testSamples = "test_samples"
      case classNames = "class_names"
    }
  }

  /// How the models were trained.
  public struct Configuration: Codable, Sendable, Equatable {
    /// Epochs asked for; a history is shorter where training stopped early.
    public var epochs: Int
    /// Samples a training step takes.
    public var batchSize: Int
    /// The seed of initial weights, batch order and dropout.
    public var seed: UInt64
    /// Threads that computed.
    public var threads: Int

    /// Creates a configuration.
    public init(epochs: Int, batchSize: Int, seed: UInt64, threads: Int) {
      self.epochs = epochs
      self.batchSize = batchSize
      self.seed = seed
      self.threads = threads
    }

    enum CodingKeys: String, CodingKey {
      case epochs, seed, threads
      case batchSize = "batch_size"
    }
  }

  /// Where the models were trained.
  public struct Environment: Codable, Sendable, Equatable {
    /// Operating system and architecture.
    public var system: String
    /// The processor as it names itself.
    public var processor: String
    /// The compute library and its version, such as `oneDNN 2.6.3`.
    public var computeLibrary: String
    /// The instruction set that the compute library used, such as `AVX2`.
    public var instructionSet: String

    /// Creates the description of an environment.
    public init(system: String, processor: String, computeLibrary: String, instructionSet: String) {
      self.system = system
      self.processor = processor
      self.computeLibrary = computeLibrary
      self.instructionSet = instructionSet
    }

    enum CodingKeys: String, CodingKey {
      case system, processor
      case computeLibrary = "compute_library"
      case instructionSet = "instruction_set"
    }
  }

  /// Creates a record of the current schema. Models whose names give the same folder get folders of their own.
  public init(
    generator: String, dataset: Dataset, configuration: Configuration? = nil, environment: Environment? = nil,
    models: [ModelRecord], featuredModel: String, figures: FigureSelection = FigureSelection()
  ) {
    self.schemaVersion = Self.currentSchemaVersion
    self.generator = generator
    self.dataset = dataset
    self.configuration = configuration
    self.environment = environment
    self.models = ModelRecord.withDistinctFolders(models)
    self.featuredModel = featuredModel
    self.figures = figures
  }

  /// Reads a record; what is optional may be left out.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    schemaVersion = try container.decode(Int.self, forKey: .schemaVersion)
    generator = try container.decode(String.self, forKey: .generator)
    dataset = try container.decode(Dataset.self, forKey: .dataset)
    configuration = try container.decodeIfPresent(Configuration.self, forKey: .configuration)
    environment = try container.decodeIfPresent(Environment.self, forKey: .environment)
    models = try container.decode([ModelRecord].self, forKey: .models)
    featuredModel = try container.decode(String.self, forKey: .featuredModel)
    figures = try container.decodeIfPresent(FigureSelection.self, forKey: .figures) ?? FigureSelection()
  }

  /// The featured model's record; nil where the name is none of `models`.
  public var featured: ModelRecord? {
    models.first { $0.name == featuredModel }
  }

  enum CodingKeys: String, CodingKey {
    case generator, dataset, configuration, environment, models, figures
    case schemaVersion = "schema_version"
    case featuredModel = "featured_model"
  }
}
