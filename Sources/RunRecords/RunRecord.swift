/// What `run/run.json` says of a run as a whole. See docs/run-format.md.
package struct RunRecord: Codable, Sendable, Equatable {
  /// The program that wrote the record, with its version.
  package var generator: String
  /// The data the models were trained and tested on.
  package var dataset: Dataset
  /// Where the models were trained; nil for an imported run.
  package var environment: Environment?
  /// The name of the model that figures 03 to 05 and the classification report show.
  package var featuredModel: String
  /// Which images the figures show.
  package var figures: FigureSelection

  /// The data the models were trained and tested on, as far as it is known.
  package struct Dataset: Codable, Sendable, Equatable {
    /// `MNIST`, or the name of the folder of one's own files; nil if not known.
    package var name: String?
    /// Samples in the training set, those held out for validation included; nil if not known.
    package var trainingSamples: Int?
    /// Samples of the training set that were held out for validation; nil if not known.
    package var validationSamples: Int?
    /// Samples in the test set; nil if not known.
    package var testSamples: Int?
    /// The class names in the order of the class numbers; empty if not known.
    package var classNames: [String]
    /// CRC-32 of all pixels and labels, by which data are known again; nil if not known.
    package var checksum: UInt32?

    /// More classes than this would give a confusion matrix of more than a million cells, which nobody can read.
    package static let maximumClasses = 1_000

    /// Creates the description of a dataset; an empty name is none.
    package init(
      name: String? = nil, trainingSamples: Int? = nil, validationSamples: Int? = nil, testSamples: Int? = nil,
      classNames: [String] = [], checksum: UInt32? = nil
    ) {
      self.name = name == "" ? nil : name
      self.trainingSamples = trainingSamples
      self.validationSamples = validationSamples
      self.testSamples = testSamples
      self.classNames = classNames
      self.checksum = checksum
    }

    /// Reads a description; what is not known may be left out.
    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      self.init(
        name: try container.decodeIfPresent(String.self, forKey: .name),
        trainingSamples: try container.decodeIfPresent(Int.self, forKey: .trainingSamples),
        validationSamples: try container.decodeIfPresent(Int.self, forKey: .validationSamples),
        testSamples: try container.decodeIfPresent(Int.self, forKey: .testSamples),
        classNames: try container.decodeIfPresent([String].self, forKey: .classNames) ?? [],
        checksum: try container.decodeIfPresent(UInt32.self, forKey: .checksum))
    }

    enum CodingKeys: String, CodingKey {
      case name
      case trainingSamples = "training_samples"
      case validationSamples = "validation_samples"
      case testSamples = "test_samples"
      case classNames = "class_names"
      case checksum = "crc32"
    }
  }

  /// Where the models were trained; what is not known is nil.
  package struct Environment: Codable, Sendable, Equatable {
    /// Operating system and architecture.
    package var system: String?
    /// The processor as it names itself.
    package var processor: String?
    /// The compute library and its version, such as `oneDNN 2.6.3`.
    package var computeLibrary: String?
    /// The instruction set that the compute library used, such as `AVX2`.
    package var instructionSet: String?
    /// The number of threads that computed.
    package var threads: Int?

    /// Creates the description of an environment.
    package init(
      system: String? = nil, processor: String? = nil, computeLibrary: String? = nil, instructionSet: String? = nil,
      threads: Int? = nil
    ) {
      self.system = system
      self.processor = processor
      self.computeLibrary = computeLibrary
      self.instructionSet = instructionSet
      self.threads = threads
    }

    enum CodingKeys: String, CodingKey {
      case system, processor, threads
      case computeLibrary = "compute_library"
      case instructionSet = "instruction_set"
    }
  }

  /// Creates a record.
  package init(
    generator: String, dataset: Dataset = Dataset(), environment: Environment? = nil, featuredModel: String,
    figures: FigureSelection = FigureSelection()
  ) {
    self.generator = generator
    self.dataset = dataset
    self.environment = environment
    self.featuredModel = featuredModel
    self.figures = figures
  }

  /// Reads a record; what is optional may be left out.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    generator = try container.decode(String.self, forKey: .generator)
    dataset = try container.decodeIfPresent(Dataset.self, forKey: .dataset) ?? Dataset()
    environment = try container.decodeIfPresent(Environment.self, forKey: .environment)
    featuredModel = try container.decode(String.self, forKey: .featuredModel)
    figures = try container.decodeIfPresent(FigureSelection.self, forKey: .figures) ?? FigureSelection()
  }

  enum CodingKeys: String, CodingKey {
    case generator, dataset, environment, figures
    case featuredModel = "featured_model"
  }
}
