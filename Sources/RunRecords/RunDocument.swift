import FileFormats

/// `run.json`: what a run says of itself and of each model. See docs/run-format.md.
package struct RunDocument: Codable, Sendable, Equatable {
  /// The schema that this program writes. It reads this one and those before, and refuses higher ones.
  package static let schemaVersion = 2

  /// What is said of the run as a whole.
  package var record: RunRecord
  /// The models in the order in which they are shown.
  package var models: [ModelRecord]

  /// Takes both.
  package init(record: RunRecord, models: [ModelRecord]) {
    self.record = record
    self.models = models
  }

  /// Reads a document of any schema.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    record = try RunRecord(from: decoder)
    models = try container.decode([ModelRecord].self, forKey: .models)
    guard try container.decode(Int.self, forKey: .schemaVersion) == 1,
      let configuration = try container.decodeIfPresent(RunRecord.Configuration.self, forKey: .configuration)
    else { return }
    // Schema 1 told once for all models how they were trained.
    let recipe = RecipeRecord(
      epochs: configuration.epochs, batchSize: configuration.batchSize, seed: configuration.seed)
    for index in models.indices { models[index].recipe = recipe }
    var environment = record.environment ?? RunRecord.Environment()
    environment.threads = configuration.threads
    record.environment = environment
  }

  /// Writes a document of the current schema.
  package func encode(to encoder: any Encoder) throws {
    try record.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schemaVersion, forKey: .schemaVersion)
    try container.encode(models, forKey: .models)
  }

  enum CodingKeys: String, CodingKey {
    case models, configuration
    case schemaVersion = "schema_version"
  }
}
