extension RunRecord {
  /// How all models of a run were trained, as schema 1 has it; since then each model has a recipe.
  package struct Configuration: Codable, Sendable, Equatable {
    /// Epochs asked for; a history is shorter where training stopped early.
    package var epochs: Int
    /// Samples a training step takes.
    package var batchSize: Int
    /// The seed of initial weights, batch order and dropout.
    package var seed: UInt64
    /// Threads that computed.
    package var threads: Int

    /// Creates a configuration.
    package init(epochs: Int, batchSize: Int, seed: UInt64, threads: Int) {
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
}
